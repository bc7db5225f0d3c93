#include "generator/report/people_drawing.h"

#include <fmt/format.h>

#include <string>

namespace generator::report {
namespace {

using Object = ViewValue::Object;

constexpr int k_row = 10;
constexpr int k_people = k_row * k_row;
/// From one person to the next, in points; four options side by side leave that much room.
constexpr double k_step_x = 8.4;
constexpr double k_step_y = 8.4;

/// One person: a round head above shoulders, at the top left corner (x, y) of its place.
std::string person(double x, double y) {
  constexpr double k_round = 0.5523;  // of a quarter circle drawn as a Bézier curve
  constexpr double k_head = 1.4;
  constexpr double k_half = 2.4;  // of the shoulders' width
  const double middle = x + k_step_x / 2;
  const double head = y + 0.6 + k_head;
  const double shoulders = head + k_head + 0.7;
  const double foot = y + k_step_y - 0.6;
  const double bend = k_head * k_round;
  return fmt::format(
      "M {0:.2f} {2:.2f} C {0:.2f} {3:.2f} {4:.2f} {5:.2f} {6:.2f} {5:.2f} "
      "C {7:.2f} {5:.2f} {1:.2f} {3:.2f} {1:.2f} {2:.2f} C {1:.2f} {8:.2f} {7:.2f} {9:.2f} {6:.2f} {9:.2f} "
      "C {4:.2f} {9:.2f} {0:.2f} {8:.2f} {0:.2f} {2:.2f} Z "
      "M {10:.2f} {11:.2f} V {12:.2f} C {10:.2f} {13:.2f} {14:.2f} {15:.2f} {6:.2f} {15:.2f} "
      "C {16:.2f} {15:.2f} {17:.2f} {13:.2f} {17:.2f} {12:.2f} V {11:.2f} Z ",
      middle - k_head, middle + k_head, head, head - bend, middle - bend, head - k_head, middle,
      middle + bend, head + bend, head + k_head, middle - k_half, foot, shoulders + 1.8, shoulders + 0.6,
      middle - 1.5, shoulders, middle + 1.5, middle + k_half);
}

/// The people from the one of that number to the one before `end`, or nothing.
ViewValue path(int from, int end) {
  if (from >= end) return false;
  std::string d;
  for (int i = from; i < end; ++i) d += person((i % k_row) * k_step_x, (i / k_row) * k_step_y);
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

ViewValue people_drawing(const compare::Value& value, ViewWords& words) {
  const compare::Chance& people = value.stated_chances.front().people;
  const int low = people_of(people.low);
  const int high = people_of(people.high);
  std::string key = key_of(people, words);
  return Object{{"width", fmt::format("{:.0f}", k_row * k_step_x)},
                {"height", fmt::format("{:.0f}", k_row * k_step_y)},
                {"alternative", alternative_of(value, key, words)},
                {"dark", path(0, low)},
                {"grey", path(low, high)},
                {"light", path(high, k_people)},
                {"value", words.value(value)},
                {"key", std::move(key)}};
}

}  // namespace generator::report
