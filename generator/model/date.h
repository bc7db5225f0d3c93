// Calendar dates as people state them: a day, a month, or only a year (ISO 8601-1, Gregorian).
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace generator::model {

/// month == 0: only the year is known; day == 0: only the month. Years 1900 to 2199.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  /// Reads "2026", "2026-10" or "2026-10-12"; nullopt if that day does not exist.
  static std::optional<Date> parse(std::string_view text);
  std::string to_string() const;

  /// The first and the last day that it may mean.
  Date first_day() const;
  Date last_day() const;

  friend auto operator<=>(const Date&, const Date&) = default;
};

/// True if every day of `a` lies before every day of `b`: "2026-03" is not certainly before "2026-03-12".
bool certainly_before(const Date& a, const Date& b);

/// Days from `a` to `b`, both full dates.
int days_between(const Date& a, const Date& b);

}  // namespace generator::model
