// Who did what, and when. Lines are written in the transaction of what they tell, so that neither exists
// without the other, and are never changed. They name cases by id and hold nothing that is in one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/store/database.h"

namespace generator::store {

/// One line. `what` is "case.put", "case.opinion", "case.estimate", "case.erase", "report.make",
/// "report.freeze" (the first report of its kind of a released revision, kept for ever), "token.create" or
/// "token.revoke"; `subject` is a case's or a token's id.
struct AuditLine {
  std::string at;  ///< UTC, RFC 3339
  std::string who;
  std::string what;
  std::string subject;
};

/// Thread-safe.
class AuditLog {
 public:
  explicit AuditLog(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  /// All lines, oldest first, of one subject if that is not empty.
  base::Result<std::vector<AuditLine>> lines(const std::string& subject = {}) const;

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace generator::store
