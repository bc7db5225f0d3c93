// What calls for care in an offer: never about a family, and never a verdict. Words of a letter that raise a
// flag are quoted with whose they are, so that a person can judge them.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// Option by option in their order.
std::vector<Finding> find_red_flags(const model::Case& c, const std::vector<Column>& columns,
                                    const Costs& costs);

}  // namespace generator::compare
