#include "generator/store/migrations.h"

#include <fmt/format.h>

#include "generator/store/connections.h"

namespace generator::store {
namespace {

using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

int ask_number(Poco::Data::Session& session, const std::string& question) {
  int number = 0;
  session << question, into(number), now;
  return number;
}

}  // namespace

std::span<const Migration> all_migrations() {
  static const std::vector<Migration> k_migrations = {
      {1,
       {
           // `revision` is the number of the current one; of an erased case, that of its tombstone.
           "CREATE TABLE cases ("
           "  id TEXT NOT NULL PRIMARY KEY,"
           "  revision INTEGER NOT NULL,"
           "  erased INTEGER NOT NULL DEFAULT 0"
           ") STRICT",
           // `content` is the text as it was sent; a tombstone has none.
           "CREATE TABLE revisions ("
           "  case_id TEXT NOT NULL REFERENCES cases(id),"
           "  number INTEGER NOT NULL,"
           "  action TEXT NOT NULL,"
           "  at TEXT NOT NULL,"
           "  by TEXT NOT NULL,"
           "  digest TEXT NOT NULL,"
           "  bytes INTEGER NOT NULL,"
           "  content BLOB,"
           "  PRIMARY KEY (case_id, number)"
           ") STRICT",
           "CREATE TABLE tokens ("
           "  id TEXT NOT NULL PRIMARY KEY,"
           "  hash TEXT NOT NULL UNIQUE,"
           "  label TEXT NOT NULL,"
           "  scopes TEXT NOT NULL,"
           "  created TEXT NOT NULL,"
           "  expires TEXT,"
           "  revoked TEXT"
           ") STRICT",
           "CREATE TABLE audit ("
           "  number INTEGER PRIMARY KEY AUTOINCREMENT,"
           "  at TEXT NOT NULL,"
           "  who TEXT NOT NULL,"
           "  what TEXT NOT NULL,"
           "  subject TEXT NOT NULL"
           ") STRICT",
           "CREATE INDEX audit_by_subject ON audit(subject)",
       }},
      {2,
       {
           "CREATE TABLE contents (digest TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
           "CREATE TABLE reports ("
           "  case_id TEXT NOT NULL,"
           "  revision INTEGER NOT NULL,"
           "  document TEXT NOT NULL,"
           "  language TEXT NOT NULL,"
           "  format TEXT NOT NULL,"
           "  page TEXT NOT NULL,"
           "  edition TEXT NOT NULL,"
           "  digest TEXT NOT NULL REFERENCES contents(digest),"
           "  created TEXT NOT NULL,"
           "  PRIMARY KEY (case_id, revision, document, language, format, page, edition),"
           "  FOREIGN KEY (case_id, revision) REFERENCES revisions(case_id, number)"
           ") STRICT",
           "CREATE INDEX reports_by_digest ON reports(digest)",
       }},
      {3,
       {
           // `since` is part of what a report was made from; SQLite cannot add to a primary key.
           "ALTER TABLE reports RENAME TO reports_before",
           "CREATE TABLE reports ("
           "  case_id TEXT NOT NULL,"
           "  revision INTEGER NOT NULL,"
           "  since INTEGER NOT NULL,"
           "  document TEXT NOT NULL,"
           "  language TEXT NOT NULL,"
           "  format TEXT NOT NULL,"
           "  page TEXT NOT NULL,"
           "  edition TEXT NOT NULL,"
           "  digest TEXT NOT NULL REFERENCES contents(digest),"
           "  created TEXT NOT NULL,"
           "  PRIMARY KEY (case_id, revision, since, document, language, format, page, edition),"
           "  FOREIGN KEY (case_id, revision) REFERENCES revisions(case_id, number)"
           ") STRICT",
           R"(INSERT INTO reports
              SELECT case_id, revision, 0, document, language, format, page, edition, digest, created
              FROM reports_before)",
           "DROP TABLE reports_before",
           "CREATE INDEX reports_by_digest ON reports(digest)",
       }},
      {4,
       {
           // Of a released revision the first report stays, whatever the edition; those that were made before
           // this was kept are told by the text of their case.
           "ALTER TABLE reports ADD COLUMN released INTEGER NOT NULL DEFAULT 0",
           "UPDATE reports SET released = 1 WHERE EXISTS ("
           "  SELECT 1 FROM revisions v WHERE v.case_id = reports.case_id AND v.number = reports.revision"
           "  AND 'released' = CASE WHEN json_valid(CAST(v.content AS TEXT))"
           "    THEN json_extract(CAST(v.content AS TEXT), '$.release.state') END)",
       }},
  };
  return k_migrations;
}

base::Result<void> migrate(Poco::Data::Session& session, std::span<const Migration> migrations,
                           const std::filesystem::path& file) {
  WriteTransaction transaction(session);
  const int application = ask_number(session, "PRAGMA application_id");
  const int tables = ask_number(session, "SELECT count(*) FROM sqlite_schema");
  if (application != k_application_id && (application != 0 || tables != 0)) {
    return base::failure({.code = "database-foreign",
                          .place = {.file = file.string()},
                          .what = "this is the database of another program",
                          .why = "it does not bear Consilium's mark, and nothing of it was changed",
                          .remedy = "name another file as \"database\" in the configuration",
                          .fault = base::Fault::machine});
  }
  const int version = ask_number(session, "PRAGMA user_version");
  const int newest = migrations.empty() ? 0 : migrations.back().version;
  if (version > newest) {
    return base::failure(
        {.code = "database-newer",
         .place = {.file = file.string()},
         .what = fmt::format("this database has version {}, and this program knows versions up to {}",
                             version, newest),
         .why = "a later version of Consilium has written it",
         .remedy = "start that version, or restore a backup made before it was installed",
         .fault = base::Fault::machine});
  }
  if (version == newest) return {};
  for (const Migration& migration : migrations) {
    if (migration.version <= version) continue;
    for (const std::string_view statement : migration.statements) session << std::string(statement), now;
  }
  session << fmt::format("PRAGMA application_id = {}", k_application_id), now;
  session << fmt::format("PRAGMA user_version = {}", newest), now;
  transaction.commit();
  return {};
}

}  // namespace generator::store
