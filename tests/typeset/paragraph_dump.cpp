#include "tests/typeset/paragraph_dump.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "../house_typography.h"
#include "generator/base/file.h"

namespace generator::typeset::test {

const FontSet& fonts() {
  static const std::shared_ptr<const FontSet> loaded = [] {
    auto result = FontSet::load(CONSILIUM_ROOT "/fonts/fonts.json", {}, generator::test::house_typography());
    if (!result) FAIL(base::to_text(result.error().front()));
    return *result;
  }();
  return *loaded;
}

std::u16string utf16(std::string_view text) {
  const auto converted =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  return {converted.getBuffer(), static_cast<std::size_t>(converted.length())};
}

std::string utf8(std::u16string_view text) {
  std::string converted;
  icu::UnicodeString(text.data(), static_cast<int32_t>(text.size())).toUTF8String(converted);
  return converted;
}

model::LanguageTag tag(std::string_view language) {
  const auto parsed = model::LanguageTag::parse(language);
  REQUIRE(parsed);
  return *parsed;
}

InlineContent plain(std::string_view text, std::string_view language) {
  InlineContent content{utf16(text), {}};
  content.spans.push_back(
      {.begin = 0, .end = content.text.size(), .style = {}, .language = tag(language), .owner = 1});
  return content;
}

std::string visible(std::u16string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U16_NEXT(text.data(), i, text.size(), c);
    const bool hidden = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
                        u_iscntrl(c) != 0 || (u_isUWhiteSpace(c) != 0 && c != ' ');
    if (hidden) {
      shown += fmt::format("<U+{:04X}>", static_cast<unsigned>(c));
    } else {
      icu::UnicodeString(c).toUTF8String(shown);
    }
  }
  return shown;
}

std::string dump(const ItemisedText& text) {
  std::string out;
  for (const ShapingItem& item : text.items) {
    const std::u16string_view part(text.content.text.data() + item.begin, item.end - item.begin);
    out += fmt::format("level {} {} span {} {:<28} [{}]\n", item.level, uscript_getShortName(item.script),
                       item.span, item.silent ? "-" : item.face.face->postscript_name(), visible(part));
  }
  return out;
}

std::string dump(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    out += fmt::format("line width {:.2f} ascent {:.2f} descent {:.2f}\n", line.width, line.ascent,
                       line.descent);
    for (const PlacedRun& placed : line.runs) {
      const GlyphRun& run = placed.run;
      out +=
          fmt::format("  {:.2f} {} {} {:.2f} owner {} [{}]\n   ", placed.x, run.right_to_left ? "<-" : "->",
                      run.face->postscript_name(), run.size, placed.owner, visible(run.text));
      for (const Cluster& cluster : run.clusters) {
        int advance = 0;
        for (auto g = cluster.first_glyph; g < cluster.end_glyph; ++g) advance += run.glyphs[g].x_advance;
        const std::u16string_view part(run.text.data() + cluster.first_char,
                                       cluster.end_char - cluster.first_char);
        out += fmt::format(" {}={}@{}", visible(part), cluster.end_glyph - cluster.first_glyph, advance);
      }
      out += '\n';
    }
  }
  return out;
}

void check_golden(const std::string& name, const std::string& actual) {
  const std::string path = CONSILIUM_ROOT "/tests/typeset/goldens/" + name + ".txt";
  const char* rewrite = std::getenv("CONSILIUM_REWRITE_GOLDENS");
  if (rewrite != nullptr && std::string_view(rewrite) == "1") {
    REQUIRE(base::write_file(path, actual));
    return;
  }
  const auto expected = base::read_file(path);
  if (!expected) FAIL(path + " is missing; CONSILIUM_REWRITE_GOLDENS=1 writes it");
  CHECK(actual == *expected);
}

}  // namespace generator::typeset::test
