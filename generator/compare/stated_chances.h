// The chances that the case states of a proposal, as values of its rows: the outcome, and so many of so many
// people beside it. A share of a share is told as that; it is multiplied only where the case says that it may
// be.
#pragma once

#include <vector>

#include "generator/compare/value.h"
#include "generator/model/case.h"

namespace generator::compare {

/// In the order of the case.
std::vector<Value> stated_chances_of(const model::Proposal& proposal, model::ChanceKind kind);

bool states_chance(const model::Proposal& proposal, model::ChanceKind kind);

}  // namespace generator::compare
