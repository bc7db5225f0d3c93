// A share of people on the smallest power of ten that gives whole people: 0.4 of 100 is 4 of 1,000, 20 of 50
// is 40 of 100, and 81 of 112 is about 72 of 100, for no such number is the same figure.
#pragma once

#include <optional>

#include "generator/compare/chance.h"

namespace generator::compare {

struct WholePeople {
  model::Decimal low;
  model::Decimal high;
  int out_of = 100;
  bool is_same = true;  ///< false: rounded, by one in twenty at most
};

/// `low` and `high` of `of` people, neither above `of`, which is from 1 to ten millions.
WholePeople whole_people(const model::Decimal& low, const model::Decimal& high, long long of);

/// So many of those whom `whole` counts, as a share of all; nullopt if their bounds have none in common.
std::optional<Chance> share_of(const Chance& part, const Chance& whole);

}  // namespace generator::compare
