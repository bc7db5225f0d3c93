// The questions of a view, so that a tired reader can use them: to each addressee the first few in full and
// the others in short; on one page only those that come first of all.
#pragma once

#include "generator/report/view_words.h"

namespace generator::report {

/// To the doctor at home, to several hospitals, and to each one: [ { title, first: [ point ], more: [
/// sentence
/// ], more_note } ]. What several hospitals are asked alike, because they are silent on it alike, stands
/// once, with their letters. The first five of a group are points with what they come from; `more` are the
/// others, and `more_note` says where they stand in full. For a document for one hospital: its own questions,
/// all of them in `first`, and what it said itself; what others said is not for its eyes.
ViewValue question_groups(const compare::Comparison& comparison, std::optional<std::size_t> hospital,
                          ViewWords& words);

/// Those of one addressee, in the order of asking: [ point ].
ViewValue questions_to(compare::Audience audience, const compare::Comparison& comparison, ViewWords& words);

}  // namespace generator::report
