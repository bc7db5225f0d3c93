// The table of a comparison: the same rows in the same order for every option. What was not said has its own
// cell that says so; what cannot apply (a visa for staying at home) is told apart from what was not said.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/lexicon.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// The groups with all their rows, one cell for each column.
std::vector<Group> build_rows(const model::Case& c, const std::vector<Column>& columns,
                              const Lexicon& lexicon);

/// What is to be done before admission, sorted by kind: who asks for what.
std::vector<PreparationRow> build_preparations(const model::Case& c, const std::vector<Column>& columns);

}  // namespace generator::compare
