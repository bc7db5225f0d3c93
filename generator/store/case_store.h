// Cases and everything they have ever been. A case is a row of revisions, numbered from 1, each kept with the
// bytes that were sent. Nothing is overwritten; only erasing a case takes its content away.
//
// Erasing is for privacy: the content of every revision and every report of the case is removed and
// overwritten in the file. What stays is a tombstone revision (number, time, who) and lines of the audit,
// none of which holds content or a digest of it. An id may be used again; its numbers then go on, so that an
// old ETag never fits a new case.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/store/database.h"

namespace generator::store {

/// What a revision was: the verb of its request.
enum class Action { put, opinion, estimate, erase };
std::string_view name_of(Action action);

/// One revision, without its bytes.
struct Revision {
  int number = 0;
  Action action = Action::put;
  std::string at;      ///< UTC, RFC 3339
  std::string by;      ///< the token's label and id, "intake (3f9a12c4)"
  std::string digest;  ///< SHA-256 of the bytes, hexadecimal; empty for erase
  std::size_t bytes = 0;
};

struct StoredCase {
  std::string id;
  Revision revision;
  std::string text;  ///< as it was sent
};

/// What the writer believes to be there; a belief that is wrong is a lost update, and is refused.
struct Expected {
  enum class Kind { absent, revision, present, anything };
  Kind kind = Kind::anything;
  int revision = 0;  ///< of Kind::revision

  static Expected absent() { return {.kind = Kind::absent}; }
  static Expected at(int revision) { return {.kind = Kind::revision, .revision = revision}; }
  static Expected present() { return {.kind = Kind::present}; }
  static Expected anything() { return {.kind = Kind::anything}; }
};

/// Thread-safe. All functions may also fail as the database may (database-busy, database-full, ...).
class CaseStore {
 public:
  explicit CaseStore(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  /// Adds a revision. Errors: case-exists (absent was expected), case-missing, case-changed (another revision
  /// is current).
  base::Result<Revision> save(const std::string& id, const std::string& text, Action action,
                              const std::string& by, Expected expected);

  /// The case as it is now. Error: case-missing.
  base::Result<StoredCase> current(const std::string& id) const;

  /// The case as it was. Errors: case-missing, revision-missing.
  base::Result<StoredCase> at_revision(const std::string& id, int number) const;

  /// All revisions, oldest first; of an id that was erased and used again, with the tombstones. Error:
  /// case-missing.
  base::Result<std::vector<Revision>> revisions(const std::string& id) const;

  /// Erases the case's content and leaves a tombstone. Errors: case-missing, case-changed.
  base::Result<Revision> erase(const std::string& id, const std::string& by, Expected expected);

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace generator::store
