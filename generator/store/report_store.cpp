#include "generator/store/report_store.h"

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

std::optional<StoredReport> find_report(Session& session, const ReportKey& key) {
  StoredReport report;
  Poco::Data::BLOB bytes;
  session << "SELECT r.digest, r.created, c.bytes FROM reports r JOIN contents c ON c.digest = r.digest"
             " WHERE r.case_id = ? AND r.revision = ? AND r.since = ? AND r.document = ? AND r.language = ?"
             " AND r.format = ? AND r.page = ? AND (r.released = 1 OR r.edition = ?)"
             " ORDER BY r.released DESC, r.rowid LIMIT 1",
      useRef(key.case_id), useRef(key.revision), useRef(key.since), useRef(key.document),
      useRef(key.language), useRef(key.format), useRef(key.page), useRef(key.edition), into(report.digest),
      into(report.created), into(bytes), now;
  if (report.digest.empty()) return std::nullopt;
  report.bytes = to_bytes(bytes);
  return report;
}

}  // namespace

base::Result<std::optional<StoredReport>> ReportStore::find(const ReportKey& key) const {
  return database_->connections().read([&key](Session& session) -> base::Result<std::optional<StoredReport>> {
    return find_report(session, key);
  });
}

base::Result<std::vector<std::string>> ReportStore::released_languages(const ReportKey& key) const {
  using Names = std::vector<std::string>;
  return database_->connections().read([&key](Session& session) -> base::Result<Names> {
    Names names;
    session
        << "SELECT language FROM reports WHERE case_id = ? AND revision = ? AND since = ? AND document = ?"
           " AND format = ? AND page = ? AND released = 1 ORDER BY rowid",
        useRef(key.case_id), useRef(key.revision), useRef(key.since), useRef(key.document),
        useRef(key.format), useRef(key.page), into(names), now;
    return names;
  });
}

base::Result<StoredReport> ReportStore::keep(const ReportKey& key, const std::string& bytes,
                                             const std::string& by, Standing standing) {
  const StoredReport report{
      .digest = base::sha256_hex(bytes), .bytes = bytes, .created = to_text(database_->now())};
  const Poco::Data::BLOB blob = to_blob(bytes);
  return database_->connections().write([&](Session& session) -> base::Result<StoredReport> {
    int there = 0;
    session << "SELECT count(*) FROM revisions WHERE case_id = ? AND number = ? AND action <> 'erase'",
        useRef(key.case_id), useRef(key.revision), into(there), now;
    if (there == 0) {
      return base::failure({.code = "case-missing",
                            .place = {},
                            .what = fmt::format("there is no case \"{}\"", key.case_id),
                            .why = "it was erased while its report was made",
                            .remedy = "check the id"});
    }
    if (auto first = find_report(session, key)) return std::move(*first);
    session << "INSERT INTO contents (digest, bytes) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
        useRef(report.digest), useRef(blob), now;
    const int released = standing == Standing::released ? 1 : 0;
    session
        << "INSERT INTO reports"
           " (case_id, revision, since, document, language, format, page, edition, digest, created, released)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        useRef(key.case_id), useRef(key.revision), useRef(key.since), useRef(key.document),
        useRef(key.language), useRef(key.format), useRef(key.page), useRef(key.edition),
        useRef(report.digest), useRef(report.created), useRef(released), now;
    const char* const deed = standing == Standing::released ? "report.freeze" : "report.make";
    write_audit(session, {report.created, by, deed, key.case_id});
    return report;
  });
}

}  // namespace generator::store
