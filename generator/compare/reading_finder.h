// What reads differently and is no difference: one stage or result in several notations, stages of two
// editions, an amount that was measured on two days. A family that sees IIIA beside IIB, or 210 beside 265,
// has to be told why the report does not speak of a contradiction.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// Of stages first, then of markers in the order in which they were first named. What differs in spaces,
/// hyphens, capitals or the form of its letters alone is not told.
std::vector<Reading> find_readings(const model::Case& c, const std::vector<Column>& columns,
                                   const Lexicon& lexicon);

}  // namespace generator::compare
