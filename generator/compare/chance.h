// A chance on a denominator that gives whole people: the figure that somebody's words hold, said again as so
// many of 100 people, or of 1,000 where it is rare, so that two chances can be set side by side. Never a
// figure that the words do not hold.
//
// A figure comes out of the words of a statement (chance_reader.h), or the case states it (StatedChance).
#pragma once

#include <optional>

#include "generator/model/decimal.h"
#include "generator/model/duration.h"
#include "generator/model/statement.h"

namespace generator::compare {

/// Whether the words give a figure, or only one end.
enum class ChanceBound { none, up_to, fewer_than, at_least, more_than };

struct Chance {
  model::Decimal low;   ///< of `out_of` people
  model::Decimal high;  ///< the same as `low` unless the words hold a range
  ChanceBound bound = ChanceBound::none;
  bool about = false;          ///< the words say so, or no number of whole people is the same figure
  bool is_of_hundred = false;  ///< the words themselves speak of 100 people
  int out_of = 100;            ///< people; a power of ten

  friend bool operator==(const Chance&, const Chance&) = default;
};

/// A chance that the case states. The value that it stands beside is its outcome.
struct StatedChance {
  Chance stated;  ///< as it stands in the letter; `out_of` is any number then
  Chance people;  ///< the same on a power of ten
  std::optional<model::Statement> population;
  std::optional<model::DurationRange> timeframe;
  std::optional<model::Statement> with;
  std::optional<model::Statement> without;
  std::optional<model::Statement> share_of;  ///< the outcome of those whom alone it counts
  std::optional<Chance> of_all;              ///< the product with that one, where the case says that it holds

  friend bool operator==(const StatedChance&, const StatedChance&) = default;
};

}  // namespace generator::compare
