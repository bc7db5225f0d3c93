#include "generator/model/date.h"

#include <catch2/catch.hpp>

#include "generator/model/case.h"
#include "generator/model/names.h"

using namespace generator::model;  // NOLINT(google-build-using-namespace)

TEST_CASE("dates are read as far as they are known, and only if they exist") {
  CHECK(Date::parse("2026-02-28") == Date{2026, 2, 28});
  CHECK(Date::parse("2026-02") == Date{2026, 2, 0});
  CHECK(Date::parse("2026") == Date{2026, 0, 0});
  CHECK(Date::parse("2028-02-29").has_value());
  for (const char* text : {"2026-02-29", "2026-13", "2026-00", "2026-1-1", "20260101", "1899", "2026-01-",
                           "2026-01-00", "-026-01-01", ""}) {
    INFO(text);
    CHECK_FALSE(Date::parse(text));
  }
}

TEST_CASE("a month is before a day only if it ends before it") {
  CHECK(certainly_before({2026, 2, 0}, {2026, 3, 1}));
  CHECK_FALSE(certainly_before({2026, 3, 0}, {2026, 3, 31}));
  CHECK(Date{2028, 2, 0}.last_day() == Date{2028, 2, 29});
  CHECK(days_between({2026, 10, 16}, {2026, 11, 15}) == 30);
}

TEST_CASE("a report without a date of its own speaks on the newest day that an answer bears") {
  Case c{};
  CHECK_FALSE(report_date(c));
  c.opinions.emplace_back().received = Date{2026, 10, 12};
  c.opinions.emplace_back().received = Date{2026, 11, 0};
  CHECK(report_date(c) == Date{2026, 11, 30});
  c.date = Date{2026, 10, 1};
  CHECK(report_date(c) == Date{2026, 10, 1});
}

TEST_CASE("languages: canonical case, the alias of Filipino, direction by script") {
  CHECK(LanguageTag::parse("ZH-hans")->text() == "zh-Hans");
  CHECK(LanguageTag::parse("tl")->text() == "fil");
  CHECK(LanguageTag::parse("ur")->direction() == Direction::right_to_left);
  CHECK(LanguageTag::parse("ta")->direction() == Direction::left_to_right);
  for (const char* text : {"", "x", "en_US", "12", "und", "english language"})
    CHECK_FALSE(LanguageTag::parse(text));
}

TEST_CASE("every enumerator has one name, and reads back from it") {
  for (const auto& [value, name] : names<DecisionStatus>()) CHECK(value_of<DecisionStatus>(name) == value);
  CHECK(name_of(DecisionStatus::under_review) == "under-review");
  CHECK_FALSE(value_of<DecisionStatus>("under_review"));
}
