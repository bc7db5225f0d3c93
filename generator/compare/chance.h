// A chance on a fixed denominator: the figure that somebody's words hold, said again as so many of 100
// people, so that two chances can be set side by side. Never a figure that the words do not hold.
#pragma once

#include "generator/model/decimal.h"

namespace generator::compare {

/// Whether the words give a figure, or only one end.
enum class ChanceBound { none, up_to, fewer_than, at_least, more_than };

struct Chance {
  model::Decimal low;   ///< of 100 people
  model::Decimal high;  ///< of 100 people; the same as `low` unless the words hold a range
  ChanceBound bound = ChanceBound::none;
  bool about = false;          ///< the words say so, or the division does not come out even: two figures then
  bool is_of_hundred = false;  ///< the words themselves speak of 100 people

  friend bool operator==(const Chance&, const Chance&) = default;
};

}  // namespace generator::compare
