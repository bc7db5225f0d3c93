// What a review from afar cannot judge, marked at the cells that it touches. Only in the columns of hospitals
// that have answered: the doctor at home has seen the patient. Which rows a limit touches is the settings' to
// say; a limit that an answer itself lifts (it has looked at the tissue) does not touch it.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// Writes Cell::limits, and returns those that any cell has, in the settings' order.
std::vector<LimitInUse> mark_limits(std::vector<Group>& groups, const std::vector<Column>& columns,
                                    const model::Settings& settings);

}  // namespace generator::compare
