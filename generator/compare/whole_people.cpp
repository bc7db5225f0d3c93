#include "generator/compare/whole_people.h"

#include <string>

namespace generator::compare {
namespace {

constexpr long long k_most_people = 1'000'000;

struct Rounded {
  long long value = 0;
  bool is_same = true;
  bool is_near = true;  ///< within one in twenty, and no people are rounded away
};

/// share x out_of / of, in whole people.
Rounded rounded(long long share, long long of, long long out_of) {
  const long long product = share * out_of;
  Rounded result{(2 * product + of) / (2 * of), product % of == 0, true};
  constexpr long long k_twentieth = 20;
  const long long off = product - result.value * of;
  result.is_near = (share == 0 || result.value > 0) && (off < 0 ? -off : off) * k_twentieth <= product;
  return result;
}

WholePeople people_of(long long low, long long high, long long of) {
  const auto both = [&](long long out_of) {
    return std::pair(rounded(low, of, out_of), rounded(high, of, out_of));
  };
  const auto made = [](const std::pair<Rounded, Rounded>& figure, long long out_of) {
    return WholePeople{figure.first.value, figure.second.value, static_cast<int>(out_of),
                       figure.first.is_same && figure.second.is_same};
  };
  // 12.5 of 100 is rather 125 of 1,000 than about 13 of 100; beyond that, what is near will do.
  for (const long long out_of : {100, 1000}) {
    const auto figure = both(out_of);
    if (figure.first.is_same && figure.second.is_same) return made(figure, out_of);
  }
  long long out_of = 100;
  while (out_of < k_most_people && !(both(out_of).first.is_near && both(out_of).second.is_near)) out_of *= 10;
  return made(both(out_of), out_of);
}

/// In ten-thousandths, which no letter's figures exceed.
long long scaled(const model::Decimal& value) {
  const model::Decimal shifted = (value * model::Decimal(10'000)).rounded(0);
  const std::string digits = shifted.to_string();
  return std::stoll(digits.substr(0, digits.find('.')));
}

std::optional<ChanceBound> common_bound(ChanceBound a, ChanceBound b) {
  if (a == b || b == ChanceBound::none) return a;
  if (a == ChanceBound::none) return b;
  const auto is_upper = [](ChanceBound bound) {
    return bound == ChanceBound::up_to || bound == ChanceBound::fewer_than;
  };
  if (is_upper(a) != is_upper(b)) return std::nullopt;
  return is_upper(a) ? ChanceBound::fewer_than : ChanceBound::more_than;
}

}  // namespace

WholePeople whole_people(const model::Decimal& low, const model::Decimal& high, long long of) {
  return people_of(scaled(low), scaled(high), of * 10'000);
}

std::optional<Chance> share_of(const Chance& part, const Chance& whole) {
  const auto bound = common_bound(part.bound, whole.bound);
  if (!bound) return std::nullopt;
  const auto count = [](const model::Decimal& people) { return std::stoll(people.rounded(0).to_string()); };
  const WholePeople people =
      people_of(count(part.low) * count(whole.low), count(part.high) * count(whole.high),
                static_cast<long long>(part.out_of) * whole.out_of);
  return Chance{people.low, people.high,  *bound, part.about || whole.about || !people.is_same,
                false,      people.out_of};
}

}  // namespace generator::compare
