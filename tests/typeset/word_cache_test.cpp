#include "generator/typeset/word_cache.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include "generator/base/file.h"
#include "generator/typeset/full_width_marks.h"
#include "generator/typeset/shape.h"
#include "tests/typeset/paragraph_dump.h"

namespace generator::typeset {
namespace {

namespace fs = std::filesystem;

bool same(const Glyph& a, const Glyph& b) {
  return a.id == b.id && a.x_advance == b.x_advance && a.x_offset == b.x_offset && a.y_offset == b.y_offset;
}

bool same(const Cluster& a, const Cluster& b) {
  return a.first_glyph == b.first_glyph && a.end_glyph == b.end_glyph && a.first_char == b.first_char &&
         a.end_char == b.end_char;
}

/// Glyph for glyph, cluster for cluster; but a break beside a space may be called safe by one and not by the
/// other.
void check_same(const ShapedText& a, const ShapedText& b) {
  CHECK(std::ranges::equal(a.glyphs, b.glyphs, [](const Glyph& x, const Glyph& y) { return same(x, y); }));
  CHECK(std::ranges::equal(a.clusters, b.clusters,
                           [](const Cluster& x, const Cluster& y) { return same(x, y); }));
}

ShapedText shape_without_words(ItemisedText text) {
  ShapedText shaped;
  for (const ShapingItem& item : text.items) {
    const auto first = static_cast<std::uint32_t>(shaped.clusters.size());
    if (!item.silent) shape_part(text, item, item.begin, item.end, shaped, text.flags);
    shaped.items.push_back({first, static_cast<std::uint32_t>(shaped.clusters.size())});
  }
  close_up_marks(text, shaped);
  return shaped;
}

/// The words of a page of markup, a paragraph for each line of the file.
std::vector<std::string> paragraphs(const fs::path& page) {
  std::vector<std::string> found;
  const std::string markup = *base::read_file(page);
  std::string text;
  bool in_tag = false;
  for (const char c : markup) {
    if (c == '\n') {
      if (!text.empty()) found.push_back(std::exchange(text, {}));
    } else if (c == '<' || c == '>') {
      in_tag = c == '<';
    } else if (!in_tag) {
      text += c;
    }
  }
  return found;
}

TEST_CASE("words from the cache are shaped as they are in their sentence, in every language",
          "[word_cache]") {
  for (const auto& entry : fs::directory_iterator(fs::path(CONSILIUM_ROOT) / "tests" / "texts")) {
    if (!entry.is_regular_file()) continue;
    const std::string language = entry.path().stem().string();
    for (const std::string& paragraph : paragraphs(entry.path())) {
      INFO(language << ": " << paragraph);
      const model::LanguageTag tag = test::tag(language);
      const auto text = itemise(test::plain(paragraph, language), tag.direction(), test::fonts());
      REQUIRE(text);
      const ShapedText whole = shape_without_words(*text);
      for (int pass = 0; pass < 2; ++pass) {  // the second finds every word
        ItemisedText copy = *text;
        check_same(shape_items(copy, test::fonts().words()), whole);
      }
    }
  }
}

TEST_CASE("a word that joins the letters beside it is not taken alone", "[word_cache]") {
  // A bold letter within an Arabic word: the letters on both sides of the seam still join.
  InlineContent content = test::plain("كتاب", "ar");
  TextStyle bold;
  bold.weight = Weight::bold;
  content.spans[0].end = 2;
  content.spans.push_back({.begin = 2, .end = 4, .style = bold, .language = test::tag("ar")});
  auto text = itemise(content, model::Direction::right_to_left, test::fonts());
  REQUIRE(text);
  const ShapedText whole = shape_without_words(*text);
  auto alone = itemise(test::plain("كت", "ar"), model::Direction::right_to_left, test::fonts());
  shape_items(*alone, test::fonts().words());  // puts the same two letters into the cache, not joined
  check_same(shape_items(*text, test::fonts().words()), whole);
}

TEST_CASE("the cache keeps what threads put into it at once, up to its limit", "[word_cache]") {
  WordCache cache;
  const auto word = [](std::size_t number) {
    ShapedWord made;
    made.text = u"word ";
    for (; number > 0; number /= 10) made.text += static_cast<char16_t>(u'0' + number % 10);
    return made;
  };
  const auto fill = [&] {
    for (std::size_t i = 0; i < 2 * WordCache::k_most_words; ++i) {
      cache.add(std::make_unique<const ShapedWord>(word(i)));
    }
  };
  std::thread other(fill);
  fill();
  other.join();
  std::size_t found = 0;
  for (std::size_t i = 0; i < 2 * WordCache::k_most_words; ++i) {
    const ShapedWord wanted = word(i);
    const ShapedWord* there = cache.find(wanted.setting, wanted.text);
    if (there == nullptr) continue;
    CHECK(there->text == wanted.text);
    ++found;
  }
  CHECK(found > WordCache::k_most_words * 9 / 10);
  CHECK(found <= WordCache::k_most_words + 2);
  CHECK(cache.find({.script = 1}, word(1).text) == nullptr);
}

}  // namespace
}  // namespace generator::typeset
