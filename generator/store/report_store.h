// Reports that were made, by what they were made from: one revision of a case, and the edition of the house
// that made them. Their bytes are kept under their own digest, once, however many reports say the same.
//
// A draft's report serves as long as the house is of that edition. A report of a released revision serves for
// ever, whatever the house becomes: the first one that was kept is the one that is found, and no second one
// is kept.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/store/database.h"

namespace generator::store {

/// What determines a report's bytes.
struct ReportKey {
  std::string case_id;
  int revision = 0;
  std::string document;  ///< a template's name, and the hospital that it is for
  std::string language;  ///< BCP 47; two with a + between
  std::string format;    ///< "pdf", "html", "json"
  std::string page;      ///< "a4", "letter", "phone"
  std::string edition;   ///< of the house; of a released revision, of the one that made it first
  int since = 0;         ///< the earlier revision that it says the changes since; 0 if it says none
};

struct StoredReport {
  std::string digest;  ///< SHA-256 of the bytes, hexadecimal
  std::string bytes;
  std::string created;  ///< UTC, RFC 3339
};

/// How long a report may serve.
enum class Standing { draft, released };

/// Thread-safe. All functions may also fail as the database may.
class ReportStore {
 public:
  explicit ReportStore(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  /// The report that was made from just this, if one was; of a released revision, by whichever edition.
  base::Result<std::optional<StoredReport>> find(const ReportKey& key) const;

  /// In which languages the report was kept of a released revision, as ReportKey names them, in the order in
  /// which they were made; the key's own language and edition are not asked.
  base::Result<std::vector<std::string>> released_languages(const ReportKey& key) const;

  /// Keeps a report and returns what is kept: made twice at once, the first one stays, of a released revision
  /// by whichever editions. The audit says "report.make" of a draft's, "report.freeze" of a released one's.
  /// Error: case-missing, if the case was erased in the meantime: then nothing is kept.
  base::Result<StoredReport> keep(const ReportKey& key, const std::string& bytes, const std::string& by,
                                  Standing standing);

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace generator::store
