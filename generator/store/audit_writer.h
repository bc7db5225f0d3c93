// The writing side of the audit, for the stores of this folder: within the transaction of what it tells.
#pragma once

#include <Poco/Data/Session.h>

#include "generator/store/audit_log.h"

namespace generator::store {

/// Adds a line. Throws what Poco throws.
void write_audit(Poco::Data::Session& session, const AuditLine& line);

}  // namespace generator::store
