// What is told once for several options: seven hospitals that say nothing on risks are one sentence to read,
// and one question to seven, not seven. Only what nothing but its option tells apart is told together: the
// same message, and no words of any one letter beneath it.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"

namespace generator::compare {

/// The findings without evidence that several options share, in the order of the first of each.
std::vector<Together> told_together(const std::vector<Finding>& findings);

/// The questions to hospitals that come from silence alone and go to several, in the order of asking.
std::vector<Together> asked_together(const std::vector<Question>& questions);

/// Every question to a hospital or the doctor at home, each once, in the order of asking over all of them.
std::vector<Together> asked_first(const std::vector<Question>& questions);

/// Whether the point is one of those that are told together.
bool is_told_together(const Finding& finding, const std::vector<Together>& together);
bool is_told_together(const Question& question, const std::vector<Together>& together);

}  // namespace generator::compare
