#include "generator/store/audit_log.h"

#include "generator/store/audit_writer.h"
#include "generator/store/connections.h"

namespace generator::store {

using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;
using Poco::Data::Keywords::useRef;

void write_audit(Poco::Data::Session& session, const AuditLine& line) {
  session << "INSERT INTO audit (at, who, what, subject) VALUES (?, ?, ?, ?)", useRef(line.at),
      useRef(line.who), useRef(line.what), useRef(line.subject), now;
}

base::Result<std::vector<AuditLine>> AuditLog::lines(const std::string& subject) const {
  return database_->connections().read(
      [&subject](Poco::Data::Session& session) -> base::Result<std::vector<AuditLine>> {
        std::vector<std::string> at;
        std::vector<std::string> who;
        std::vector<std::string> what;
        std::vector<std::string> subjects;
        session << "SELECT at, who, what, subject FROM audit WHERE ? = '' OR subject = ? ORDER BY number",
            useRef(subject), useRef(subject), into(at), into(who), into(what), into(subjects), now;
        std::vector<AuditLine> lines;
        for (std::size_t i = 0; i < at.size(); ++i) lines.push_back({at[i], who[i], what[i], subjects[i]});
        return lines;
      });
}

}  // namespace generator::store
