// Lengths of time as letters state them: "4 to 6 weeks", "about 10 days", "at least a month".
#pragma once

#include <optional>

#include "generator/model/date.h"

namespace generator::model {

/// A business day is Monday to Friday; holidays are not known. Letters' own lengths of treatment and stay are
/// in days, weeks, months and years; how long an answer takes is also said in hours and business days.
enum class TimeUnit { hour, business_day, day, week, month, year };

/// At least one bound is there; low <= high. The unit is the letter's: weeks are not turned into days.
struct DurationRange {
  std::optional<int> low;
  std::optional<int> high;
  TimeUnit unit = TimeUnit::day;

  friend bool operator==(const DurationRange&, const DurationRange&) = default;
};

/// The day that lies `count` units after a full date. A part of a day counts as a day; a month ends on the
/// same day of the month, or on its last one. The first business day after a weekend is Monday.
Date after(const Date& start, int count, TimeUnit unit);

/// The last day of what holds that long from a day on: the earliest that the length can mean. nullopt if the
/// start is no full date.
std::optional<Date> end_of(const DurationRange& length, const Date& start);

}  // namespace generator::model
