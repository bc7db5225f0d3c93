#include "generator/model/duration.h"

#include <catch2/catch.hpp>

using namespace generator::model;

namespace {

std::string after(const char* start, int count, TimeUnit unit) {
  return generator::model::after(Date::parse(start).value(), count, unit).to_string();
}

}  // namespace

TEST_CASE("business days go from Monday to Friday, whichever day they start on") {
  using enum TimeUnit;
  // 2026-11-02 is a Monday.
  CHECK(after("2026-11-02", 0, business_day) == "2026-11-02");
  CHECK(after("2026-11-02", 4, business_day) == "2026-11-06");
  CHECK(after("2026-11-02", 5, business_day) == "2026-11-09");
  CHECK(after("2026-11-06", 1, business_day) == "2026-11-09");  // Friday to Monday
  CHECK(after("2026-11-07", 1, business_day) == "2026-11-09");  // Saturday
  CHECK(after("2026-11-08", 1, business_day) == "2026-11-09");  // Sunday
  CHECK(after("2026-11-07", 5, business_day) == "2026-11-13");
  CHECK(after("2026-11-08", 10, business_day) == "2026-11-20");
  CHECK(after("2026-11-07", 6, business_day) == "2026-11-16");
  CHECK(after("2026-12-28", 5, business_day) == "2027-01-04");
}

TEST_CASE("a part of a day is a day, and a month ends on its last day where it has no such day") {
  using enum TimeUnit;
  CHECK(after("2026-11-06", 24, hour) == "2026-11-07");
  CHECK(after("2026-11-06", 25, hour) == "2026-11-08");
  CHECK(after("2026-02-27", 3, day) == "2026-03-02");
  CHECK(after("2026-11-06", 3, week) == "2026-11-27");
  CHECK(after("2027-11-30", 3, month) == "2028-02-29");
  CHECK(after("2026-12-15", 1, month) == "2027-01-15");
  CHECK(after("2028-02-29", 1, year) == "2029-02-28");
}
