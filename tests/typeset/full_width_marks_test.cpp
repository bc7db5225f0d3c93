#include "generator/typeset/full_width_marks.h"

#include <catch2/catch.hpp>

#include "tests/typeset/paragraph_dump.h"

namespace generator::typeset {
namespace {

double ems(InlineContent content) {
  const auto paragraph = Paragraph::shape(std::move(content), model::Direction::left_to_right, test::fonts());
  REQUIRE(paragraph);
  return paragraph->max_width() / 10;
}

}  // namespace

TEST_CASE("neighbouring full-width marks share their room, others keep theirs", "[full_width_marks]") {
  const struct {
    std::string_view text;
    std::string_view language;
    double ems;
  } samples[] = {
      {"甲（乙），丙", "zh-Hans", 5.5},  // closing, stop
      {"甲：“乙”丙", "zh-Hans", 5.5},    // stop, opening
      {"（“甲”）。", "zh-Hans", 4.5},    // opening, opening; closing, closing; closing, stop
      {"甲」，乙", "zh-Hant", 3.5},      // closing, stop in the middle
      {"甲。「乙", "zh-Hant", 3.5},      // stop in the middle, opening
      {"「甲。」", "zh-Hant", 4},        // a stop in the middle has no room to give on one side
      {"甲，乙。丙", "zh-Hans", 5},      // never beside characters
      {"甲）！（乙）？", "zh-Hans", 7},  // what is not half empty
      {"甲）乙", "zh-Hans", 3},
      {"甲（）乙", "zh-Hans", 4},  // nothing is between them: a hole that is meant
  };
  for (const auto& sample : samples) {
    CAPTURE(sample.text);
    CHECK(ems(test::plain(sample.text, sample.language)) == Approx(sample.ems));
  }
}

TEST_CASE("a space behind a full-width mark is room enough", "[full_width_marks]") {
  const double space = ems(test::plain("甲 乙", "zh-Hans")) - 2;
  CHECK(ems(test::plain("甲： [9]", "zh-Hans")) ==
        Approx(ems(test::plain("甲：[9]", "zh-Hans")) - 0.5 + space));
  CHECK(ems(test::plain("甲） 乙", "zh-Hans")) == Approx(2.5 + space));
  CHECK(ems(test::plain("甲。 乙", "zh-Hant")) == Approx(3 + space));
}

TEST_CASE("marks share their room also where a span ends between them", "[full_width_marks]") {
  InlineContent content = test::plain("甲）。", "zh-Hans");
  content.spans[0].end = 2;
  content.spans[0].style.weight = Weight::bold;
  InlineSpan rest = test::plain("甲）。", "zh-Hans").spans[0];
  rest.begin = 2;
  content.spans.push_back(rest);
  CHECK(ems(std::move(content)) == Approx(2.5));
}

TEST_CASE("a line that ends between two marks is no wider than its column", "[full_width_marks]") {
  const auto paragraph = Paragraph::shape(test::plain("甲乙丙，“丁戊己”", "zh-Hans"),
                                          model::Direction::left_to_right, test::fonts());
  REQUIRE(paragraph);
  const auto lines = paragraph->lines(45);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].width == Approx(35));
  for (const Line& line : lines) CHECK(line.width <= 45);
}

}  // namespace generator::typeset
