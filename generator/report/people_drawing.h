// A chance drawn as 100 people, ten by ten: the rows of those to whom it happened are dark from the top, the
// others an outline. What lies between the low and the high end of a range is grey. Only what is one share of
// all people can be drawn so: a share of a share, a chance of which only one end is known, and a rare one, of
// which 100 people show nothing, stay words.
#pragma once

#include "generator/compare/value.h"
#include "generator/report/view_words.h"

namespace generator::report {

bool can_be_drawn(const compare::Value& value);

/// { width, height, alternative, dark?, grey?, light?, value, key }: paths of the people of each kind; what
/// the letter says, as a value; what the kinds mean. `value` can be drawn.
enum class PeopleSize { usual, small };  ///< where four options and more stand side by side
ViewValue people_drawing(const compare::Value& value, PeopleSize size, ViewWords& words);

}  // namespace generator::report
