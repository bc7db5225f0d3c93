#include "generator/model/duration.h"

#include <algorithm>
#include <chrono>

namespace generator::model {
namespace {

using std::chrono::sys_days;

Date date_of(sys_days day) {
  const std::chrono::year_month_day ymd(day);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

Date months_after(const Date& start, int count) {
  const int months = start.year * 12 + start.month - 1 + count;
  const Date month{months / 12, months % 12 + 1, 0};
  return {month.year, month.month, std::min(start.day, month.last_day().day)};
}

sys_days business_days_after(sys_days day, int count) {
  using std::chrono::days;
  constexpr int k_in_a_week = 5;
  day += days(7 * (count / k_in_a_week));
  const auto is_weekend = [](sys_days each) {
    const std::chrono::weekday weekday(each);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
  };
  // Whole weeks from a weekend end on its Friday: the fifth business day after it.
  if (count > 0 && count % k_in_a_week == 0) {
    while (is_weekend(day)) day -= days(1);
  }
  for (int left = count % k_in_a_week; left > 0; --left) {
    do day += days(1);
    while (is_weekend(day));
  }
  return day;
}

}  // namespace

Date after(const Date& start, int count, TimeUnit unit) {
  const sys_days day(std::chrono::year(start.year) / start.month / start.day);
  constexpr int k_hours = 24;
  switch (unit) {
    case TimeUnit::hour: return date_of(day + std::chrono::days((count + k_hours - 1) / k_hours));
    case TimeUnit::business_day: return date_of(business_days_after(day, count));
    case TimeUnit::day: return date_of(day + std::chrono::days(count));
    case TimeUnit::week: return date_of(day + std::chrono::days(7 * count));
    case TimeUnit::month: return months_after(start, count);
    case TimeUnit::year: return months_after(start, 12 * count);
  }
  return start;
}

std::optional<Date> end_of(const DurationRange& length, const Date& start) {
  if (start.day == 0) return std::nullopt;
  const std::optional<int>& count = length.low ? length.low : length.high;
  return count ? std::optional(after(start, *count, length.unit)) : std::nullopt;
}

}  // namespace generator::model
