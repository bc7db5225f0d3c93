// The order of asking, by the topic of a question and, within one topic, by this table: one rule for every
// hospital. docs/comparison.md states it, and so does the report. A question of a row (rows.h) that the table
// does not name comes last in the topic of the row's group.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "generator/compare/question.h"

namespace generator::compare {

/// One question's place in the order.
struct QuestionPlace {
  QuestionTopic topic;
  std::string_view id;  ///< of its message
};

/// Every question there is, each once, the first to be asked first.
std::span<const QuestionPlace> order_of_asking();

/// Its place, from 0; asserts that the table has it.
std::size_t place_of(std::string_view id);

/// Gives each its topic, and puts them in the order of asking; those of one place stay as they are.
void rank(std::vector<Question>& questions);

}  // namespace generator::compare
