// From Diagnostics to an answer: one table says which status a diagnostic has, and every failure has the same
// form, a problem document (RFC 9457) that carries the diagnostics as `consilium check --json` prints them.
//
// What the machine lacks is told to the log, not to the caller: of such a diagnostic the caller gets what and
// remedy, and no path of the machine.
#pragma once

#include "generator/base/diagnostics.h"
#include "generator/service/exchange.h"

namespace generator::service {

/// The HTTP status that the diagnostic calls for.
int status_of(const base::Diagnostic& diagnostic);

/// The reason phrase of RFC 9110.
std::string_view title_of(int status);

/// The answer to a failed call. Its status is that of the first error.
Reply problem_reply(const Call& call, const base::Diagnostics& diagnostics);

}  // namespace generator::service
