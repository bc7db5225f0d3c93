// Paragraphs of random characters from what makes trouble: joiners, isolates, marks, brackets, all
// directions. What must hold of every paragraph is checked of these.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "tests/typeset/paragraph_dump.h"

namespace generator::typeset {
namespace {

using model::Direction;

constexpr std::u32string_view k_characters =
    U"aaafil fi T.(),[]-/ 12%\u00A0\u00AD\u200B\u2028\u200D\u200C\u2066\u2067\u2069\u202E\u202C\u200F\t"
    U"\u0301\u0628\u0644\u0627\u0627\u0645\u064E\u060C\u0663\u06CC\u0915\u094D\u0937\u093F\u0930\u0BB8\u0BCD"
    U"\u0BB0\u0BC0\u0DC1\u0DCA\u4E2D\u3002\u300C\u300D\u05D0\u05D1\u2192\u2713\U0001D49E";

struct Random {
  std::mt19937 engine;
  std::size_t below(std::size_t limit) { return engine() % limit; }
};

InlineContent random_content(Random& random) {
  InlineContent content;
  const std::size_t spans = 1 + random.below(3);
  const char* languages[] = {"en", "ar", "ur", "hi", "ta", "zh-Hans"};
  for (std::size_t i = 0; i < spans; ++i) {
    std::string text;
    InlineSpan span{
        .begin = content.text.size(), .end = 0, .style = {}, .language = {}, .owner = static_cast<int>(i)};
    for (std::size_t length = 1 + random.below(30); length > 0; --length) {
      const char32_t c = k_characters[random.below(k_characters.size())];
      if (c > 0xFFFF) {
        content.text += static_cast<char16_t>(0xD7C0 + (c >> 10));
        content.text += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
      } else {
        content.text += static_cast<char16_t>(c);
      }
    }
    span.end = content.text.size();
    span.language = test::tag(languages[random.below(std::size(languages))]);
    span.style.size = 8 + static_cast<double>(random.below(3));
    span.style.weight = random.below(4) == 0 ? Weight::bold : Weight::regular;
    content.spans.push_back(span);
  }
  return content;
}

/// Characters that stand for themselves in a reader's copy, in any order.
std::u16string letters(std::u16string text) {
  std::erase_if(text, [](char16_t c) {
    return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x200F || c == 0x202C ||
           c == 0x202E || c == 0x2066 || c == 0x2067 || c == 0x2069 || c == u' ' || c == u'\t' || c == 0x2028;
  });
  std::ranges::sort(text);
  return text;
}

void check_lines(const Paragraph& paragraph, const InlineContent& content, double width) {
  std::u16string read;
  for (const Line& line : paragraph.lines(width)) {
    CHECK(line.height() > 0);
    std::size_t clusters = 0;
    double right = 0;
    for (const PlacedRun& placed : line.runs) {
      const GlyphRun& run = placed.run;
      CHECK(placed.x == Approx(right).margin(1e-6));
      right += run.advance;
      clusters += run.clusters.size();
      read += run.text;
      REQUIRE(placed.owner >= 0);
      std::uint32_t glyph = 0;
      std::uint32_t covered = 0;
      bool in_order = true;
      for (std::size_t i = 0; i < run.clusters.size(); ++i) {
        const Cluster& visual = run.clusters[i];
        const Cluster& logical = run.clusters[run.right_to_left ? run.clusters.size() - 1 - i : i];
        in_order = in_order && visual.first_glyph == glyph && visual.end_glyph > glyph &&
                   logical.first_char == covered && logical.end_char > covered;
        glyph = visual.end_glyph;
        covered = logical.end_char;
      }
      CHECK(in_order);
      CHECK(glyph == run.glyphs.size());
      CHECK(covered <= run.text.size());
      for (const Cluster& cluster : run.clusters) {
        for (std::uint32_t i = cluster.first_glyph; i < cluster.end_glyph; ++i) {
          if (run.glyphs[i].id != 0) continue;
          FAIL_CHECK("a blank for [" << test::visible(std::u16string_view(run.text).substr(
                                            cluster.first_char, cluster.end_char - cluster.first_char))
                                     << "] in " << run.face->postscript_name());
        }
      }
    }
    CHECK(line.width == Approx(right).margin(1e-6));
    if (clusters > 1) CHECK(line.width <= std::max(width, 0.0) + 1e-3);
  }
  CHECK(test::visible(letters(read)) == test::visible(letters(content.text)));
}

TEST_CASE("what holds of every paragraph holds of random ones", "[paragraph]") {
  constexpr unsigned k_paragraphs = 400;
  for (unsigned seed = 0; seed < k_paragraphs; ++seed) {
    Random random{std::mt19937(seed)};
    const InlineContent content = random_content(random);
    CAPTURE(seed, test::visible(content.text));
    const auto paragraph = Paragraph::shape(
        content, seed % 2 == 0 ? Direction::left_to_right : Direction::right_to_left, test::fonts());
    REQUIRE(paragraph);
    const double least = paragraph->min_width();
    const double most = paragraph->max_width();
    CHECK(least <= most + 1e-3);
    for (const double width : {0.0, 9.0, 33.0, least, most}) check_lines(*paragraph, content, width);
  }
}

}  // namespace
}  // namespace generator::typeset
