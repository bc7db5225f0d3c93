#include "generator/typeset/paragraph.h"

#include <hb.h>
#include <catch2/catch.hpp>
#include <cmath>
#include <ctime>
#include <limits>

#include "tests/typeset/paragraph_dump.h"

namespace generator::typeset {
namespace {

using model::Direction;

Paragraph shaped(const InlineContent& content, Direction direction) {
  auto paragraph = Paragraph::shape(content, direction, test::fonts());
  if (!paragraph) FAIL(base::to_text(paragraph.error().front()));
  return std::move(*paragraph);
}

struct Sample {
  const char* language;
  const char* text;
  Direction direction() const { return test::tag(language).direction(); }
};

constexpr Sample k_samples[] = {
    {"en", "The office (room 5) offers efficient care: 38.5\u00A0°C, see https://example.org/en/care/plan."},
    {"ru", "Лечение займёт 4–6 недель; цена — от 60\u00A0000 ₽."},
    {"ar", "خذ قرصا (Metformin 500 mg) مرتين في اليوم، لا إله، الألم \u206612–16\u2069 أسبوعا [نص]."},
    {"fa", "می\u200Cخواهم ۵ نامه را ببینم."},
    {"ur", "یہ دوا دن میں دو بار لیں (500 mg)۔"},
    {"hi", "क्षत्रिय, ज्ञान, स्त्री (Metformin) कर्त्तव्य १४०/९० र्\u200Dय।"},
    {"ta", "கொள்ளுங்கள், ஸ்ரீ நிலைமை 5 mg"},
    {"si", "ක්‍රමය ශ්‍රී ලංකා"},
    {"gu", "દર્દી ક્ષમા શ્રી"},
    {"bn", "ক্ষতি স্ত্রী কর্ম ৫০%"},
    {"zh-Hans", "患者接受了“联合治疗”（4～6周）。费用：￥60,000……请咨询医生！"},
    {"zh-Hant", "「不能判斷」與『不符合資格』，並不相同。"},
};

/// What a reader gets back: the runs in logical order. Needs one direction of runs only, or isolates apart.
std::u16string text_of(const Line& line, bool right_to_left) {
  std::u16string text;
  for (std::size_t i = 0; i < line.runs.size(); ++i) {
    text += line.runs[right_to_left ? line.runs.size() - 1 - i : i].run.text;
  }
  return text;
}

void check_run(const GlyphRun& run) {
  REQUIRE_FALSE(run.clusters.empty());
  std::uint32_t glyph = 0;
  for (const Cluster& cluster : run.clusters) {
    CHECK(cluster.first_glyph == glyph);
    CHECK(cluster.end_glyph > cluster.first_glyph);
    CHECK(cluster.end_char > cluster.first_char);
    glyph = cluster.end_glyph;
  }
  CHECK(glyph == run.glyphs.size());
  std::uint32_t character = 0;
  for (std::size_t i = 0; i < run.clusters.size(); ++i) {
    const Cluster& cluster = run.clusters[run.right_to_left ? run.clusters.size() - 1 - i : i];
    CHECK(cluster.first_char == character);
    character = cluster.end_char;
  }
  CHECK(character <= run.text.size());
  for (const Glyph& glyph_of_run : run.glyphs) CHECK(glyph_of_run.id != 0);
}

TEST_CASE("lines of many scripts", "[paragraph]") {
  std::string all;
  for (const Sample& sample : k_samples) {
    const Paragraph paragraph = shaped(test::plain(sample.text, sample.language), sample.direction());
    all += std::string(sample.language) + "\n" + test::dump(paragraph.lines(120)) + "\n";
  }
  test::check_golden("lines", all);
}

TEST_CASE("runs are whole, and no line is wider than it may be", "[paragraph]") {
  for (const Sample& sample : k_samples) {
    const Paragraph paragraph = shaped(test::plain(sample.text, sample.language), sample.direction());
    const double least = paragraph.min_width();
    const double most = paragraph.max_width();
    CHECK(least <= most + 1e-6);
    CHECK(paragraph.lines(most).size() == 1);
    for (const double width : {0.0, 3.0, 17.0, 40.0, least, 90.0, 200.0, most}) {
      CAPTURE(sample.language, width);
      for (const Line& line : paragraph.lines(width)) {
        double x = 0;
        std::size_t clusters = 0;
        for (const PlacedRun& placed : line.runs) {
          CHECK(placed.x == Approx(x).margin(1e-6));
          x += placed.run.advance;
          clusters += placed.run.clusters.size();
          check_run(placed.run);
        }
        CHECK(line.width == Approx(x));
        if (clusters > 1) CHECK(line.width <= width + 1e-3);
      }
    }
  }
}

TEST_CASE("every character comes back once and in order", "[paragraph]") {
  for (const Sample& sample : k_samples) {
    const InlineContent content = test::plain(sample.text, sample.language);
    const Paragraph paragraph = shaped(content, sample.direction());
    std::u16string expected = content.text;
    std::erase_if(expected, [](char16_t c) { return c >= 0x2066 && c <= 0x2069; });
    for (const double width : {1.0, 25.0, 60.0}) {
      CAPTURE(sample.language, width);
      std::size_t length = 0;
      std::u16string together;
      for (const Line& line : paragraph.lines(width)) {
        together += text_of(line, sample.direction() == Direction::right_to_left);
      }
      std::erase(together, u'\u00AD');  // hyphens of words that had to be divided
      for (const char16_t c : together) length += c != 0;
      CHECK(length == expected.size());
      if (sample.direction() == Direction::left_to_right) CHECK(test::utf8(together) == test::utf8(expected));
    }
  }
}

TEST_CASE("no Chinese character stands alone on a paragraph's last line", "[paragraph]") {
  const Paragraph paragraph = shaped(test::plain("家人都在等答复。", "zh-Hans"), Direction::left_to_right);
  // Six characters would fit, and then "复。" would be left.
  const auto lines = paragraph.lines(66);
  REQUIRE(lines.size() == 2);
  CHECK(test::utf8(lines[0].runs[0].run.text) == "家人都在等");
  CHECK(test::utf8(lines[1].runs[0].run.text) == "答复。");
  // But on a line that has no room for two.
  CHECK(test::utf8(paragraph.lines(20).back().runs[0].run.text) == "复。");
}

TEST_CASE("a word too long for the line breaks between its clusters, on a line of its own", "[paragraph]") {
  const Paragraph paragraph = shaped(test::plain("so Donaudampfschiff", "en"), Direction::left_to_right);
  const auto lines = paragraph.lines(40);
  REQUIRE(lines.size() >= 3);
  CHECK(test::utf8(lines[0].runs[0].run.text) == "so ");
  CHECK(test::utf8(lines[1].runs[0].run.text).starts_with("Don"));
}

TEST_CASE("a ligature that a break cuts is shaped again", "[paragraph]") {
  const Paragraph paragraph = shaped(test::plain("ffi", "en"), Direction::left_to_right);
  CHECK(paragraph.lines(100)[0].runs[0].run.clusters.size() == 1);
  InlineContent content = test::plain("of\u00ADfice", "en");
  const auto lines = shaped(content, Direction::left_to_right).lines(17);
  REQUIRE(lines.size() == 2);
  REQUIRE(lines[0].runs.size() == 2);
  CHECK(test::utf8(lines[0].runs[0].run.text) == "of");
  CHECK(lines[0].runs[1].run.text == u"\u00AD");
  CHECK(lines[0].width <= 17);
  CHECK(test::utf8(lines[1].runs[0].run.text) == "fice");
}

TEST_CASE("a soft hyphen inside a line is not there", "[paragraph]") {
  const auto lines = shaped(test::plain("of\u00ADfice", "en"), Direction::left_to_right).lines(100);
  REQUIRE(lines.size() == 1);
  CHECK(test::utf8(text_of(lines[0], false)) == "office");
}

TEST_CASE("no line begins or ends where Chinese forbids it", "[paragraph]") {
  const Paragraph paragraph = shaped(test::plain(k_samples[10].text, "zh-Hans"), Direction::left_to_right);
  for (double width = paragraph.min_width(); width < 200; width += 7) {
    for (const Line& line : paragraph.lines(width)) {
      const std::u16string text = text_of(line, false);
      CAPTURE(width, test::utf8(text));
      CHECK(std::u16string_view(u"”）。：…！，").find(text.front()) == std::u16string_view::npos);
      CHECK(std::u16string_view(u"“（￥").find(text.back()) == std::u16string_view::npos);
    }
  }
}

TEST_CASE("a no-break space holds a figure and its unit together", "[paragraph]") {
  const Paragraph paragraph =
      shaped(test::plain("38.5\u00A0°C 38.5\u00A0°C", "en"), Direction::left_to_right);
  CHECK(paragraph.lines(paragraph.min_width()).size() == 2);
}

TEST_CASE("an address breaks after its single slashes", "[paragraph]") {
  const Paragraph paragraph =
      shaped(test::plain("https://example.org/family/report/today/letters", "en"), Direction::left_to_right);
  const auto lines = paragraph.lines(paragraph.min_width());
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) CHECK(lines[i].runs.back().run.text.back() == u'/');
  CHECK(lines.size() == 3);
}

TEST_CASE("Persian digits have their Persian forms", "[paragraph]") {
  const auto glyphs = [](const char* language) {
    const auto lines = shaped(test::plain("۴۵۶۷", language), Direction::left_to_right).lines(500);
    std::vector<std::uint32_t> ids;
    for (const Glyph& glyph : lines.at(0).runs.at(0).run.glyphs) ids.push_back(glyph.id);
    return ids;
  };
  const std::vector<std::uint32_t> persian = glyphs("fa");
  // The nominal glyphs of the four digits, in order: none is replaced.
  std::vector<std::uint32_t> nominal;
  const auto chain = test::fonts().chain(test::tag("fa"), Weight::regular);
  for (const char32_t digit : U"۴۵۶۷") {
    hb_codepoint_t glyph = 0;
    if (digit != 0 && hb_font_get_nominal_glyph(chain->front().face->hb_font(), digit, &glyph))
      nominal.push_back(glyph);
  }
  CHECK(persian == nominal);
}

TEST_CASE("a word wider than its line is divided by its language's patterns", "[paragraph]") {
  const auto divided = [](const char* text, const char* language) {
    const Paragraph paragraph = shaped(test::plain(text, language), Direction::left_to_right);
    std::string all;
    for (const Line& line : paragraph.lines(48)) {
      for (const PlacedRun& placed : line.runs) all += test::utf8(placed.run.text);
      all += '|';
      CHECK(line.width <= 48.01);
    }
    return all;
  };
  const std::string soft = "\u00AD";  // what the hyphen's glyph stands for
  CHECK(divided("(immunotherapy)", "en") == "(im" + soft + "|munother|apy)|");
  CHECK(divided("radiothérapie", "fr") == "radiothé" + soft + "|rapie|");
  CHECK(divided("иммунотерапия", "ru") == "иммуно" + soft + "|терапия|");
  CHECK(divided("immünoterapisi", "tr") == "immünot|erapisi|");  // no patterns: wherever there is room
}

TEST_CASE("U+2028 ends a line, even an empty one", "[paragraph]") {
  const auto lines = shaped(test::plain("one\u2028\u2028two", "en"), Direction::left_to_right).lines(500);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].runs[0].run.text == u"one\u2028");
  CHECK(lines[0].runs[0].run.clusters.back().end_char == 3);
  CHECK(lines[1].runs.empty());
  CHECK(lines[1].height() == Approx(lines[0].height()));
}

TEST_CASE("brackets face their text, and numbers run left to right in Arabic", "[paragraph]") {
  const auto lines = shaped(test::plain("نص (12) نص", "ar"), Direction::right_to_left).lines(500);
  REQUIRE(lines.size() == 1);
  std::string order;
  for (const PlacedRun& placed : lines[0].runs) order += "|" + test::utf8(placed.run.text);
  CHECK(order == "| نص|)|12|(|نص ");
}

TEST_CASE("a number's groups stand in order in Arabic, between whatever spaces", "[paragraph]") {
  for (const char* text : {"بسعر 12 000 500 EUR", "بسعر 12\u00A0000\u00A0500 EUR"}) {
    const auto lines = shaped(test::plain(text, "ar"), Direction::right_to_left).lines(500);
    REQUIRE(lines.size() == 1);
    std::string left_to_right;
    for (const PlacedRun& placed : lines[0].runs) left_to_right += "|" + test::utf8(placed.run.text);
    CHECK_THAT(left_to_right, Catch::Contains("|EUR|") && Catch::Contains("12") && Catch::Contains("500"));
    CHECK(left_to_right.find("12") < left_to_right.find("500"));
  }
}

TEST_CASE("an isolate keeps a range of numbers in order", "[paragraph]") {
  const auto lines =
      shaped(test::plain("من \u206612–16\u2069 أسبوعا", "ar"), Direction::right_to_left).lines(500);
  REQUIRE(lines.size() == 1);
  std::string left_to_right;
  for (const PlacedRun& placed : lines[0].runs) {
    if (!placed.run.right_to_left) left_to_right += test::utf8(placed.run.text);
  }
  CHECK(left_to_right == "12–16");
}

TEST_CASE("lines of one language stand evenly whatever faces they fall back to", "[paragraph]") {
  for (const char* text : {"نص", "نص Metformin", "نص ✓ ≥ 5"}) {
    const auto line = shaped(test::plain(text, "ar"), Direction::right_to_left).lines(500).front();
    CHECK(line.ascent == Approx(10.836).margin(0.01));
    CHECK(line.descent == Approx(5.964).margin(0.01));
  }
  CHECK(shaped(test::plain("Plain", "en"), Direction::left_to_right).lines(500)[0].height() == Approx(13.5));
  CHECK(shaped(test::plain("یہ", "ur"), Direction::right_to_left).lines(500)[0].height() == Approx(25));
}

TEST_CASE("styles and owners come back on the runs", "[paragraph]") {
  InlineContent content = test::plain("plain link", "en");
  content.spans[0].end = 6;
  content.spans.push_back({.begin = 6,
                           .end = 10,
                           .style = {.size = 12, .italic = true, .underlined = true, .colour = {1, 2, 3}},
                           .language = test::tag("en"),
                           .owner = 7});
  const auto lines = shaped(content, Direction::left_to_right).lines(500);
  REQUIRE(lines[0].runs.size() == 2);
  const PlacedRun& link = lines[0].runs[1];
  CHECK(link.owner == 7);
  CHECK(link.run.size == 12);
  CHECK(link.run.underlined);
  CHECK(link.run.slanted);
  CHECK(link.run.colour == document::Colour{1, 2, 3});
  CHECK_FALSE(lines[0].runs[0].run.slanted);
}

TEST_CASE("no text makes no line, blank text makes one", "[paragraph]") {
  CHECK(shaped({}, Direction::left_to_right).lines(100).empty());
  CHECK(shaped({}, Direction::left_to_right).max_width() == 0);
  const auto lines = shaped(test::plain("   ", "en"), Direction::left_to_right).lines(100);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].runs.empty());
  CHECK(lines[0].height() > 0);
}

TEST_CASE("any width will do", "[paragraph]") {
  const Paragraph paragraph = shaped(test::plain("ab cd", "en"), Direction::left_to_right);
  CHECK(paragraph.lines(-5).size() == 4);
  CHECK(paragraph.lines(std::nan("")).size() == 4);
  CHECK(paragraph.lines(std::numeric_limits<double>::infinity()).size() == 1);
}

TEST_CASE("time grows with the text, not with its square", "[paragraph]") {
  const struct {
    const char* language;
    const char* piece;
    int pieces = 10000;
  } cases[] = {{"en", "a", 300000},
               {"ar", "ب"},
               {"ur", "ب"},
               {"en", " "},
               {"en", "("},
               {"en", "ab שלום "},
               {"en", "\u2028"},
               {"zh-Hans", "你好。"},
               {"en", "\u2067a\u2069"},
               {"en", "ab\u00AD"},
               {"en", "\u00A0", 300000}};
  for (const auto& one : cases) {
    CAPTURE(one.piece);
    std::string text;
    for (int i = 0; i < one.pieces; ++i) text += one.piece;
    const std::clock_t start = std::clock();
    const Paragraph paragraph = shaped(test::plain(text, one.language), test::tag(one.language).direction());
    CHECK_FALSE(paragraph.lines(100).empty());
    CHECK(paragraph.min_width() <= paragraph.max_width() + 1e-6);
    // A square of this length would take minutes.
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 5);
  }
}

}  // namespace
}  // namespace generator::typeset
