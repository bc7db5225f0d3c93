#include "generator/report/people_drawing.h"

#include <fmt/format.h>

#include <string>

namespace generator::report {
namespace {

using Object = ViewValue::Object;

constexpr int k_row = 10;
constexpr int k_people = k_row * k_row;
/// A person's place is a square of so many points.
constexpr double k_step = 8.4;
constexpr double k_small_step = 6.8;

/// One person: a round head above shoulders, in a place of `step` points whose top left corner is (x, y).
std::string person(double x, double y, double step) {
  constexpr double k_round = 0.5523;  // of a quarter circle drawn as a Bézier curve
  const double unit = step / k_step;
  const double radius = 1.4 * unit;
  const double half = 2.4 * unit;  // of the shoulders' width
  const double middle = x + step / 2;
  const double head = y + 0.6 * unit + radius;
  const double shoulders = head + radius + 0.7 * unit;
  const double foot = y + step - 0.6 * unit;
  const double bend = radius * k_round;
  return fmt::format(
      "M {0:.2f} {2:.2f} C {0:.2f} {3:.2f} {4:.2f} {5:.2f} {6:.2f} {5:.2f} "
      "C {7:.2f} {5:.2f} {1:.2f} {3:.2f} {1:.2f} {2:.2f} C {1:.2f} {8:.2f} {7:.2f} {9:.2f} {6:.2f} {9:.2f} "
      "C {4:.2f} {9:.2f} {0:.2f} {8:.2f} {0:.2f} {2:.2f} Z "
      "M {10:.2f} {11:.2f} V {12:.2f} C {10:.2f} {13:.2f} {14:.2f} {15:.2f} {6:.2f} {15:.2f} "
      "C {16:.2f} {15:.2f} {17:.2f} {13:.2f} {17:.2f} {12:.2f} V {11:.2f} Z ",
      middle - radius, middle + radius, head, head - bend, middle - bend, head - radius, middle,
      middle + bend, head + bend, head + radius, middle - half, foot, shoulders + 1.8 * unit,
      shoulders + 0.6 * unit, middle - 1.5 * unit, shoulders, middle + 1.5 * unit, middle + half);
}

/// The people from the one of that number to the one before `end`, or nothing.
ViewValue path(int from, int end, double step) {
  if (from >= end) return false;
  std::string d;
  for (int i = from; i < end; ++i) {
    const int row = i / k_row;
    d += person((i % k_row) * step, row * step, step);
  }
  d.pop_back();
  return d;
}

/// Whole people, as they are on a chance of 100 (whole_people.h).
int people_of(const model::Decimal& figure) {
  return std::stoi(figure.rounded(0).to_string());
}

std::string key_of(const compare::Chance& people, const ViewWords& words) {
  if (!(people.low == people.high)) {
    compare::Chance low = people;
    compare::Chance high = people;
    low.high = low.low;
    high.low = high.high;
    return words.say("people.key-range", {{"low", words.figure(low)}, {"high", words.figure(high)}});
  }
  const int others = k_people - people_of(people.low);
  if (others == 0) return words.say("people.key-all");
  return words.say("people.key", {{"others", others}});
}

/// What the drawing shows, for those who cannot see it.
std::string alternative_of(const compare::Value& value, const std::string& key, const ViewWords& words) {
  return words.say("people.alternative", {{"outcome", words.readable(std::get<model::Statement>(value))},
                                          {"people", words.told(value.stated_chances.front())},
                                          {"key", key}});
}

}  // namespace

bool can_be_drawn(const compare::Value& value) {
  if (value.stated_chances.empty()) return false;
  const compare::StatedChance& chance = value.stated_chances.front();
  return !chance.share_of && chance.people.bound == compare::ChanceBound::none &&
         chance.people.out_of == k_people && people_of(chance.people.high) > 0;
}

ViewValue people_drawing(const compare::Value& value, PeopleSize size, ViewWords& words) {
  const double step = size == PeopleSize::small ? k_small_step : k_step;
  const compare::Chance& people = value.stated_chances.front().people;
  const int low = people_of(people.low);
  const int high = people_of(people.high);
  std::string key = key_of(people, words);
  return Object{{"width", fmt::format("{:.0f}", k_row * step)},
                {"height", fmt::format("{:.0f}", k_row * step)},
                {"alternative", alternative_of(value, key, words)},
                {"dark", path(0, low, step)},
                {"grey", path(low, high, step)},
                {"light", path(high, k_people, step)},
                {"value", words.value(value)},
                {"key", std::move(key)}};
}

}  // namespace generator::report
