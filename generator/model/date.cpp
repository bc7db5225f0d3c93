#include "generator/model/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace generator::model {
namespace {

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.starts_with('-'))
    return std::nullopt;
  return value;
}

std::chrono::year_month_day calendar(const Date& date) {
  return std::chrono::year(date.year) / date.month / date.day;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  const bool shaped = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                      (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shaped) return std::nullopt;
  Date date;
  const auto year = number(text.substr(0, 4));
  if (!year || *year < 1900 || *year > 2199) return std::nullopt;
  date.year = *year;
  if (text.size() >= 7) {
    const auto month = number(text.substr(5, 2));
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = number(text.substr(8, 2));
    if (!day) return std::nullopt;
    date.day = *day;
    if (!calendar(date).ok()) return std::nullopt;
  }
  return date;
}

std::string Date::to_string() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

Date Date::first_day() const {
  return {year, month == 0 ? 1 : month, day == 0 ? 1 : day};
}

Date Date::last_day() const {
  if (day != 0) return *this;
  const int last_month = month == 0 ? 12 : month;
  const auto last = std::chrono::year_month_day(std::chrono::year(year) / last_month / std::chrono::last);
  return {year, last_month, static_cast<int>(static_cast<unsigned>(last.day()))};
}

bool certainly_before(const Date& a, const Date& b) {
  return a.last_day() < b.first_day();
}

int days_between(const Date& a, const Date& b) {
  return static_cast<int>((std::chrono::sys_days(calendar(b)) - std::chrono::sys_days(calendar(a))).count());
}

}  // namespace generator::model
