// What a report's head says of a case. Identifiers and contacts are not copied: what is not in a comparison
// cannot leave through a report.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// `date` is the day on which the report speaks.
CaseSummary summarise(const model::Case& c, const std::vector<Column>& columns, const model::Date& date);

/// The letters that the case names, in its order.
std::vector<SourceDocument> source_documents(const model::Case& c);

}  // namespace generator::compare
