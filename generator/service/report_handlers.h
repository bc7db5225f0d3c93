// Comparisons and reports over HTTP, by the same ReportMaker as on the command line. A report that was made
// is kept, and served again for as long as its case, the program and the templates are the same.
#pragma once

#include "generator/service/exchange.h"

namespace generator::service {

base::Result<Reply> get_comparison(const House& house, const Call& call);
/// Errors: report-unknown, language-unknown, query-unknown, query-value, query-repeated, and those of making
/// a report.
base::Result<Reply> get_report(const House& house, const Call& call);

}  // namespace generator::service
