// Where the answers diverge, who says what, and what could settle it. Disagreement is not error: each
// position is quoted with whose it is, and none is called right.
//
// Only what can be compared is: stages within one system, treatments and goals by their kind, decisions that
// are decisions. To be unable to judge is no side, and what a hospital proposes before it has decided is
// shown without taking one. Urgency is free text: it is set side by side where the words differ, and the
// machine does not say how much they do.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// The subjects on which at least two options say different things, in the order of Subject.
std::vector<Difference> find_differences(const model::Case& c, const std::vector<Column>& columns);

}  // namespace generator::compare
