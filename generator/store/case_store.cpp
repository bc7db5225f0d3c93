#include "generator/store/case_store.h"

#include <fmt/format.h>

#include "generator/base/digest.h"
#include "generator/store/audit_writer.h"
#include "generator/store/blob.h"
#include "generator/store/connections.h"

namespace generator::store {
namespace {

using Poco::Data::Session;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;
using Poco::Data::Keywords::useRef;

/// A case's row; `revision` 0 says that the id was never used.
struct CaseRow {
  int revision = 0;
  bool erased = false;
  bool there() const { return revision > 0 && !erased; }
};

CaseRow find_case(Session& session, const std::string& id) {
  int revision = 0;
  int erased = 0;
  session << "SELECT revision, erased FROM cases WHERE id = ?", useRef(id), into(revision), into(erased), now;
  return {revision, erased != 0};
}

base::Diagnostic case_missing(const std::string& id) {
  return {.code = "case-missing",
          .place = {},
          .what = fmt::format("there is no case \"{}\"", id),
          .why = "",
          .remedy = "check the id"};
}

/// Whether what the writer believes is so.
base::Result<void> compare_belief(const std::string& id, const CaseRow& row, Expected expected) {
  switch (expected.kind) {
    case Expected::Kind::absent:
      if (!row.there()) return {};
      return base::failure({.code = "case-exists",
                            .place = {},
                            .what = fmt::format("there is a case \"{}\" already", id),
                            .why = "writing over it could undo somebody else's work",
                            .remedy = "read it first, and name what was read as If-Match"});
    case Expected::Kind::revision:
      if (row.there() && row.revision == expected.revision) return {};
      if (!row.there()) return base::failure(case_missing(id));
      return base::failure(
          {.code = "case-changed",
           .place = {},
           .what = fmt::format("the case \"{}\" has changed: revision {} is current, not {}", id,
                               row.revision, expected.revision),
           .why = "writing now would undo somebody else's work",
           .remedy = "read the case again, bring the change into it, and send it with the new ETag"});
    case Expected::Kind::present:
      if (row.there()) return {};
      return base::failure(case_missing(id));
    case Expected::Kind::anything: return {};
  }
  return {};
}

std::optional<Action> parse_action(std::string_view name) {
  for (const Action action : {Action::put, Action::opinion, Action::estimate, Action::erase}) {
    if (name_of(action) == name) return action;
  }
  return std::nullopt;
}

/// One revision with its text; a tombstone has none.
base::Result<StoredCase> load(Session& session, const std::string& id, int number) {
  std::string action;
  StoredCase stored;
  stored.id = id;
  stored.revision.number = number;
  std::int64_t bytes = 0;
  Poco::Data::BLOB content;
  session << "SELECT action, at, by, digest, bytes, content FROM revisions"
             " WHERE case_id = ? AND number = ? AND action <> 'erase'",
      useRef(id), useRef(number), into(action), into(stored.revision.at), into(stored.revision.by),
      into(stored.revision.digest), into(bytes), into(content), now;
  const std::optional<Action> known = parse_action(action);
  if (!known) {
    return base::failure({.code = "revision-missing",
                          .place = {},
                          .what = fmt::format("the case \"{}\" has no revision {}", id, number),
                          .why = "",
                          .remedy = "ask for the list of its revisions"});
  }
  stored.revision.action = *known;
  stored.revision.bytes = static_cast<std::size_t>(bytes);
  stored.text = to_bytes(content);
  return stored;
}

/// Adds a row to the revisions, and its line to the audit.
void insert_revision(Session& session, const std::string& id, const Revision& revision) {
  const std::string action(name_of(revision.action));
  const auto bytes = static_cast<std::int64_t>(revision.bytes);
  session << "INSERT INTO revisions (case_id, number, action, at, by, digest, bytes)"
             " VALUES (?, ?, ?, ?, ?, ?, ?)",
      useRef(id), useRef(revision.number), useRef(action), useRef(revision.at), useRef(revision.by),
      useRef(revision.digest), useRef(bytes), now;
  write_audit(session, {revision.at, revision.by, "case." + action, id});
}

void set_content(Session& session, const std::string& id, int number, const std::string& text) {
  const Poco::Data::BLOB content = to_blob(text);
  session << "UPDATE revisions SET content = ? WHERE case_id = ? AND number = ?", useRef(content), useRef(id),
      useRef(number), now;
}

}  // namespace

std::string_view name_of(Action action) {
  switch (action) {
    case Action::put: return "put";
    case Action::opinion: return "opinion";
    case Action::estimate: return "estimate";
    case Action::erase: return "erase";
  }
  return "put";
}

base::Result<Revision> CaseStore::save(const std::string& id, const std::string& text, Action action,
                                       const std::string& by, Expected expected) {
  return database_->connections().write([&](Session& session) -> base::Result<Revision> {
    const CaseRow row = find_case(session, id);
    if (auto held = compare_belief(id, row, expected); !held) return tl::unexpected(std::move(held.error()));
    const Revision revision{.number = row.revision + 1,
                            .action = action,
                            .at = to_text(database_->now()),
                            .by = by,
                            .digest = base::sha256_hex(text),
                            .bytes = text.size()};
    session << "INSERT INTO cases (id, revision, erased) VALUES (?, ?, 0)"
               " ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, erased = 0",
        useRef(id), useRef(revision.number), now;
    insert_revision(session, id, revision);
    set_content(session, id, revision.number, text);
    return revision;
  });
}

base::Result<StoredCase> CaseStore::current(const std::string& id) const {
  // One statement would do for the row; two need the snapshot of a transaction, so that an erasure between
  // them is seen by both or by neither.
  return database_->connections().read([&id](Session& session) -> base::Result<StoredCase> {
    const ReadTransaction snapshot(session);
    const CaseRow row = find_case(session, id);
    if (!row.there()) return base::failure(case_missing(id));
    return load(session, id, row.revision);
  });
}

base::Result<StoredCase> CaseStore::at_revision(const std::string& id, int number) const {
  return database_->connections().read([&id, number](Session& session) -> base::Result<StoredCase> {
    const ReadTransaction snapshot(session);
    if (!find_case(session, id).there()) return base::failure(case_missing(id));
    return load(session, id, number);
  });
}

base::Result<std::vector<Revision>> CaseStore::revisions(const std::string& id) const {
  return database_->connections().read([&id](Session& session) -> base::Result<std::vector<Revision>> {
    const ReadTransaction snapshot(session);
    if (!find_case(session, id).there()) return base::failure(case_missing(id));
    std::vector<int> number;
    std::vector<std::string> action;
    std::vector<std::string> at;
    std::vector<std::string> by;
    std::vector<std::string> digest;
    std::vector<std::int64_t> bytes;
    session << "SELECT number, action, at, by, digest, bytes FROM revisions WHERE case_id = ?"
               " ORDER BY number",
        useRef(id), into(number), into(action), into(at), into(by), into(digest), into(bytes), now;
    std::vector<Revision> revisions;
    for (std::size_t i = 0; i < number.size(); ++i) {
      revisions.push_back({.number = number[i],
                           .action = parse_action(action[i]).value_or(Action::put),
                           .at = at[i],
                           .by = by[i],
                           .digest = digest[i],
                           .bytes = static_cast<std::size_t>(bytes[i])});
    }
    return revisions;
  });
}

base::Result<Revision> CaseStore::erase(const std::string& id, const std::string& by, Expected expected) {
  auto erased = database_->connections().write([&](Session& session) -> base::Result<Revision> {
    const CaseRow row = find_case(session, id);
    if (!row.there()) return base::failure(case_missing(id));
    if (auto held = compare_belief(id, row, expected); !held) return tl::unexpected(std::move(held.error()));
    session << "DELETE FROM reports WHERE case_id = ?", useRef(id), now;
    session << "DELETE FROM contents WHERE digest NOT IN (SELECT digest FROM reports)", now;
    session << "DELETE FROM revisions WHERE case_id = ? AND action <> 'erase'", useRef(id), now;
    const Revision tombstone{.number = row.revision + 1,
                             .action = Action::erase,
                             .at = to_text(database_->now()),
                             .by = by,
                             .digest = {},
                             .bytes = 0};
    insert_revision(session, id, tombstone);
    session << "UPDATE cases SET revision = ?, erased = 1 WHERE id = ?", useRef(tombstone.number), useRef(id),
        now;
    return tombstone;
  });
  if (!erased) return erased;
  // The log still holds the pages as they were. The erasure stands even if a reader keeps it for now: the
  // next checkpoint takes it away.
  if (auto emptied = database_->checkpoint(); !emptied) return tl::unexpected(std::move(emptied.error()));
  return erased;
}

}  // namespace generator::store
