// The doctor at home, who has five minutes: the case in a few lines, then one table, in which each answer is
// a column and each question that a doctor asks of it a row. What is told apart in the table of the options,
// such as a decision, its reason and its conditions, stands together here, so that the whole is a few pages
// long.
#pragma once

#include "generator/report/view_words.h"

namespace generator::report {

/// docs/view.md, "handover".
ViewValue handover_view(const compare::Comparison& comparison, ViewWords& words);

}  // namespace generator::report
