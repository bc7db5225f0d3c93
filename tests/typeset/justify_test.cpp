#include "generator/typeset/justify.h"

#include <catch2/catch.hpp>

#include "tests/typeset/paragraph_dump.h"

namespace generator::typeset {
namespace {

std::vector<Line> lines_of(std::string_view text, std::string_view language, double width) {
  const auto paragraph =
      Paragraph::shape(test::plain(text, language), test::tag(language).direction(), test::fonts());
  REQUIRE(paragraph);
  return paragraph->lines(width);
}

/// The texts of the clusters that are wider than they were, each once; "|" after each run's.
std::string widened(const Line& before, const Line& after) {
  std::string all;
  for (std::size_t r = 0; r < after.runs.size(); ++r) {
    const GlyphRun& run = after.runs[r].run;
    for (const Cluster& cluster : run.clusters) {
      int more = 0;
      for (auto g = cluster.first_glyph; g < cluster.end_glyph; ++g)
        more += run.glyphs[g].x_advance - before.runs[r].run.glyphs[g].x_advance;
      const std::string text =
          test::utf8(run.text.substr(cluster.first_char, cluster.end_char - cluster.first_char));
      CHECK(more >= 0);
      if (more > 0 && all.find(text) == std::string::npos) all += text;
    }
  }
  return all;
}

constexpr std::string_view k_english =
    "Each hospital answers in its own words, and the family reads what all of them have said about one and "
    "the "
    "same question, line by line.";
constexpr std::string_view k_arabic =
    "تجيب كل مستشفى بكلماتها، وتقرأ العائلة ما قالته كل مستشفى عن السؤال نفسه سطرا بعد سطر في صفحة واحدة.";
constexpr std::string_view k_chinese =
    "每家医院都用自己的话回答，家人可以在同一页上看到各家医院对同一个问题的说法（例如CT检查），一行一行地比较"
    "。";

}  // namespace

TEST_CASE("a justified line is as wide as its column, and the last one as it was", "[justify]") {
  const struct {
    std::string_view language;
    std::string_view text;
  } samples[] = {{"en", k_english}, {"ar", k_arabic}, {"zh-Hans", k_chinese}};
  for (const auto& sample : samples) {
    CAPTURE(sample.language);
    const double width = 253;
    auto lines = lines_of(sample.text, sample.language, width);
    REQUIRE(lines.size() > 1);
    const double last = lines.back().width;
    for (Line& line : lines) {
      justify(line, width);
      double x = 0;
      for (const PlacedRun& placed : line.runs) {
        CHECK(placed.x == Approx(x).margin(1e-6));
        x += placed.run.advance;
      }
      CHECK(line.width == Approx(x));
      if (&line != &lines.back()) CHECK(line.width == Approx(width).margin(0.01));  // half a font unit
    }
    CHECK(lines.back().width == last);
  }
}

TEST_CASE("room goes between words, and between characters in Chinese only", "[justify]") {
  const auto gaps = [](std::string_view text, std::string_view language) {
    const auto before = lines_of(text, language, 253);
    auto after = before;
    justify(after.front(), 253);
    return widened(before.front(), after.front());
  };
  CHECK(gaps(k_english, "en") == " ");
  CHECK(gaps(k_arabic, "ar") == " ");
  // Beside Latin letters too, but not between them.
  const auto before = lines_of("在CT检查中看到的", "zh-Hans", 100);
  auto after = before;
  after.front().ends_text = false;
  justify(after.front(), after.front().width + 3);
  CHECK(widened(before.front(), after.front()) == "在T检查中看到");
}

TEST_CASE("a line stays ragged that would fall apart, and one that a break ends", "[justify]") {
  auto few = lines_of("Hospitals internationally Krankenversicherungsgesellschaft", "en", 150);
  const double width = few.front().width;
  justify(few.front(), width + 10);
  CHECK(few.front().width == width);
  CHECK_FALSE(few.front().ends_text);

  auto forced = lines_of("Two lines of words\u2028of an address", "en", 150);
  REQUIRE(forced.size() == 2);
  CHECK(forced.front().ends_text);
  CHECK(forced.back().ends_text);
}

}  // namespace generator::typeset
