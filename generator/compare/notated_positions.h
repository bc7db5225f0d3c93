// What each option says of the stage and of tumour markers, told apart by what their notation says and not by
// how it is spelled (model/staging.h, model/marker_results.h).
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"
#include "generator/model/marker_results.h"

namespace generator::compare {

/// By staging system; at home, the stage that was sent.
std::vector<Position> stage_positions(const model::Case& c, const std::vector<Column>& columns);

/// By marker. A result that a hospital reports is a side even before it has decided. Of a course over time
/// the newest is.
std::vector<Position> marker_positions(const model::Case& c, const std::vector<Column>& columns,
                                       const model::ResultWords& words);

}  // namespace generator::compare
