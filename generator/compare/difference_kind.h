// Whether a difference is one of fact, of judgement or of scope, and what could settle it. The rule is a
// stated one (docs/comparison.md), made of what the case holds; it says nothing about who is right.
//
// The first of these that holds:
//  fact       a test result differs; or the record that the subject is read from was seen by one and not by
//             the other; or the two rest on a difference of fact
//  scope      of two letters, one speaks of one kind of treatment that is a part of the other's plan; or the
//             treatments have nothing in common
//  fact       the record that the subject is read from is missing
//  judgement  nothing shows other facts: another conclusion
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// The kind of a difference, from its positions and from the differences of fact found before it.
DifferenceKind kind_of(const Difference& difference, const model::Case& c, const std::vector<Column>& columns,
                       const std::vector<Difference>& before);

/// What could settle a difference of that subject and kind, the first thing first.
std::vector<Message> what_could_settle(const Difference& difference, const model::Case& c);

/// What the letters of those who take a side ask for that bears on it: of a stage, of surgery or of the
/// treatment new images, of the tissue another look at it. The same words of one hospital once.
std::vector<Evidence> asked_for(const Difference& difference, const std::vector<Column>& columns);

}  // namespace generator::compare
