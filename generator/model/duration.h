// Lengths of time as letters state them: "4 to 6 weeks", "about 10 days", "at least a month".
#pragma once

#include <optional>

namespace generator::model {

enum class TimeUnit { day, week, month, year };

/// At least one bound is there; low <= high. The unit is the letter's: weeks are not turned into days.
struct DurationRange {
  std::optional<int> low;
  std::optional<int> high;
  TimeUnit unit = TimeUnit::day;

  friend bool operator==(const DurationRange&, const DurationRange&) = default;
};

}  // namespace generator::model
