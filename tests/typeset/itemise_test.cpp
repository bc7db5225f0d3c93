#include "generator/typeset/itemise.h"

#include <catch2/catch.hpp>

#include "tests/typeset/paragraph_dump.h"

namespace generator::typeset {
namespace {

using model::Direction;

std::string items_of(const InlineContent& content, Direction direction) {
  const auto text = itemise(content, direction, test::fonts());
  if (!text) return base::to_text(text.error().front());
  return test::dump(*text);
}

TEST_CASE("text is cut by level, script and face", "[itemise]") {
  const struct {
    const char* language;
    Direction direction;
    const char* text;
  } cases[] = {
      {"en", Direction::left_to_right, "Dose → 5 kg ✓ (½), ≥ 3"},
      {"en", Direction::left_to_right, "“12” Аня (é e\u0301)"},
      {"ar", Direction::right_to_left, "خذ (Metformin 500 mg) مرتين، 38.5\u00A0°C"},
      {"ar", Direction::right_to_left, "من ٤ إلى \u20666\u201312\u2069 أسبوعا [نص]"},
      {"fa", Direction::right_to_left, "می\u200Cخواهم"},
      {"ur", Direction::right_to_left, "دن (2) بار"},
      {"hi", Direction::left_to_right, "दवा (Metformin) 500 मि.ग्रा.। क्षत्रिय"},
      {"ta", Direction::left_to_right, "கொள்ளுங்கள் 5 mg"},
      {"bn", Direction::left_to_right, "ওষুধ ৫ mg"},
      {"zh-Hans", Direction::left_to_right, "你好，“PET-CT” №3 → ✓"},
      {"en", Direction::left_to_right, "mail\u00ADing a\u200Bb \u2067שלום\u2069 ไทย"},
  };
  std::string all;
  for (const auto& one : cases) {
    const InlineContent content = test::plain(one.text, one.language);
    all += std::string(one.language) + " [" + test::visible(content.text) + "]\n" +
           items_of(content, one.direction) + "\n";
  }
  test::check_golden("itemise", all);
}

TEST_CASE("a span ends an item, and brings its own language and owner", "[itemise]") {
  InlineContent content = test::plain("ab直", "zh-Hans");
  TextStyle bold;
  bold.weight = Weight::bold;
  content.spans[0].end = 1;
  content.spans.push_back({.begin = 1, .end = 3, .style = bold, .language = test::tag("zh-Hant")});
  const auto text = itemise(content, Direction::left_to_right, test::fonts());
  REQUIRE(text);
  REQUIRE(text->items.size() == 3);
  CHECK(text->items[0].face.face->postscript_name() == "NotoSansCJKsc-Regular");
  CHECK(text->items[1].face.face->postscript_name() == "NotoSansCJKtc-Bold");
  CHECK(text->items[2].script == USCRIPT_HAN);
}

TEST_CASE("what no face shows is an error, said once, never a blank", "[itemise]") {
  const auto text =
      itemise(test::plain("a\xEE\x80\x80\xEE\x80\x80\x07", "sw"), Direction::left_to_right, test::fonts());
  REQUIRE_FALSE(text);
  REQUIRE(text.error().size() == 2);
  CHECK(text.error()[0].code == "glyph-missing");
  CHECK(text.error()[0].what.find("U+E000") != std::string::npos);
  CHECK(text.error()[0].what.find("\"sw\"") != std::string::npos);
  CHECK(text.error()[1].what.find("U+0007") != std::string::npos);
}

TEST_CASE("a European number in Arabic is of one face with the unit after it", "[itemise]") {
  const auto text = itemise(test::plain("نص 60,000 CNY", "ar"), Direction::right_to_left, test::fonts());
  REQUIRE(text);
  for (const ShapingItem& item : text->items) {
    const bool latin = item.begin >= 3;
    CHECK(item.face.face->postscript_name() == (latin ? "NotoSans-Regular" : "NotoNaskhArabic-Regular"));
  }
}

TEST_CASE("half of a surrogate pair is an error too", "[itemise]") {
  InlineContent content = test::plain("ab", "en");
  content.text[1] = 0xD800;
  const auto text = itemise(content, Direction::left_to_right, test::fonts());
  REQUIRE_FALSE(text);
  CHECK(text.error()[0].what.find("U+D800") != std::string::npos);
}

TEST_CASE("what only orders text needs no face and joins no run", "[itemise]") {
  const auto text =
      itemise(test::plain("\u2066a\u2069\u200F", "en"), Direction::left_to_right, test::fonts());
  REQUIRE(text);
  CHECK((text->flags[0] & k_silent) != 0);
  CHECK((text->flags[1] & k_silent) == 0);
  CHECK((text->flags[2] & k_silent) != 0);
}

TEST_CASE("a pile of marks is refused before it takes time", "[itemise]") {
  std::u16string marks(20000, u'\u0301');
  InlineContent content = test::plain("e", "en");
  content.text += marks;
  content.spans[0].end = content.text.size();
  const auto text = itemise(content, Direction::left_to_right, test::fonts());
  REQUIRE_FALSE(text);
  CHECK(text.error()[0].code == "cluster-too-long");
}

}  // namespace
}  // namespace generator::typeset
