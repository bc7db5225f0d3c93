// Questions worth asking: to each hospital, to the doctor at home, and to the family itself. One for each
// gap, each red flag that a hospital can answer, each difference in which it took a side, and each sum of its
// own that does not add up. Generated from the answers, so two hospitals are asked different things only
// where they said different things.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// What is asked because of a finding. An empty id asks nothing.
struct QuestionFor {
  std::string_view finding;
  std::string_view hospital;  ///< message id of the question to a hospital
  std::string_view home;      ///< message id of the question to the doctor at home
  std::string_view family;    ///< message id of the question to the family
};

/// The whole table. The order in which questions are put is not this one: question_order.h.
std::span<const QuestionFor> question_table();

/// From a comparison that has all but its questions: option by option in their order, then the family; each
/// one's ranked. Questions carry the arguments and the evidence of what they come from.
std::vector<Question> write_questions(const model::Case& c, const std::vector<Column>& columns,
                                      const Comparison& comparison);

}  // namespace generator::compare
