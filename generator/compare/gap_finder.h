// What is not known: the gaps in each answer, and in the case. A gap is a fact about the papers, not a fault
// of anybody. Gaps of treatment are looked for only where a treatment is proposed: of a hospital that has not
// decided it is enough to say that.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/lexicon.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// Option by option in their order, the case as a whole last.
std::vector<Finding> find_gaps(const model::Case& c, const std::vector<Column>& columns,
                               const std::vector<Group>& rows, const Costs& costs,
                               const std::vector<Expectation>& expectations, const model::Date& date,
                               const Lexicon& lexicon);

}  // namespace generator::compare
