// Questions worth asking, to each hospital and to the doctor at home: one for each gap, each red flag that a
// hospital can answer, each difference in which it took a side, and each sum of its own that does not add up.
// Generated from the answers, so two hospitals are asked different things only where they said different
// things.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "generator/compare/comparison.h"

namespace generator::compare {

/// What is asked because of a finding. An empty id asks nothing.
struct QuestionFor {
  std::string_view finding;
  std::string_view hospital;  ///< message id of the question to a hospital
  std::string_view home;      ///< message id of the question to the doctor at home
};

/// The whole table, in the order in which questions are put.
std::span<const QuestionFor> question_table();

/// Option by option in their order. Questions carry the arguments and the evidence of what they come from.
std::vector<Finding> write_questions(const std::vector<Option>& options, const std::vector<Finding>& unknowns,
                                     const std::vector<Finding>& red_flags,
                                     const std::vector<Difference>& differences, const Costs& costs);

}  // namespace generator::compare
