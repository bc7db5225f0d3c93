// One hospital's estimate: its lines, its payments, what is odd about it, and what changed since an older
// one.
#pragma once

#include "generator/report/view_words.h"

namespace generator::report {

/// The sheet of docs/view.md.
ViewValue estimate_view(const compare::CostSheet& sheet, const compare::Comparison& comparison, int number,
                        ViewWords& words);

/// What is odd about it: [ { words, cite, href } ].
ViewValue estimate_warnings(const compare::CostSheet& sheet, ViewWords& words);

}  // namespace generator::report
