// Where the answers diverge, who says what, and what could settle it. Disagreement is not error: each
// position is quoted with whose it is, and none is called right.
//
// First choices are compared with first choices: what a hospital would do only in the second place takes no
// side. What one answers on a treatment that another proposes stands beside that plan, with its reason.
//
// Only what can be compared is: stages within one system and edition, markers of one name, both by what their
// notation says and not by how it is spelled (model/staging.h, model/marker_results.h); treatments and goals
// by their kind and order, decisions that are decisions, urgency where every answer that speaks of it gives a
// bound. To be unable to judge is no side, and what a hospital proposes before it has decided is shown
// without taking one. Urgency in words alone is set side by side, and the machine does not say how much the
// words differ.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// The subjects on which at least two positions are against each other, in the order of Subject; and urgency
/// where it is only set side by side.
std::vector<Difference> find_differences(const model::Case& c, const std::vector<Column>& columns,
                                         const Lexicon& lexicon);

/// What matters to the choice, and on what fewer than two hospitals take a side: silence is no agreement. In
/// the order of Subject.
std::vector<Subject> find_not_compared(const model::Case& c, const std::vector<Column>& columns,
                                       const Lexicon& lexicon);

/// True if both take a side, on one topic, and not the same; of a stage or a marker, if what both say of one
/// part of it differs.
bool are_against(const Position& a, const Position& b);

/// What an option proposes; at home, the plan there.
std::vector<const model::Proposal*> proposals_of(const model::Case& c, const Column& column);

}  // namespace generator::compare
