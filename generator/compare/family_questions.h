// Questions that only the family can answer: what it wants, who decides, who travels, what it can set aside,
// and what the answers ask of it. Each comes from a gap in the case, so a case that says it all raises none.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// In no order yet (question_order.h). What comes from a finding is not among them: question_writer.h.
std::vector<Question> write_family_questions(const model::Case& c, const std::vector<Column>& columns,
                                             const Comparison& comparison);

}  // namespace generator::compare
