// Bytes as a paragraph: its direction, its languages and styles, its text, and the widths of its lines. All
// characters come back, each once and in its place, and no line is wider than asked but for a single cluster.
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/paragraph.h"
#include "tests/fuzz/fuzz_ground.h"
#include "tests/typeset/random_document.h"

using namespace generator;
using typeset::InlineContent;

namespace {

/// What a reader sees: all but white space and what only orders, joins or divides.
std::vector<UChar32> said(const std::u16string& text) {
  std::vector<UChar32> kept;
  for (std::size_t i = 0; i < text.size();) {
    UChar32 character = 0;
    U16_NEXT(text.data(), i, text.size(), character);
    const bool seen = u_isUWhiteSpace(character) == 0 && u_iscntrl(character) == 0 &&
                      u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
    if (seen) kept.push_back(character);
  }
  return kept;
}

void check_run(const typeset::GlyphRun& run) {
  std::uint32_t glyph = 0;
  std::uint32_t character = 0;
  for (std::size_t i = 0; i < run.clusters.size(); ++i) {
    const typeset::Cluster& visual = run.clusters[i];
    const typeset::Cluster& logical = run.clusters[run.right_to_left ? run.clusters.size() - 1 - i : i];
    fuzz::require(visual.first_glyph == glyph && visual.end_glyph > glyph, "glyphs out of order");
    fuzz::require(logical.first_char == character && logical.end_char > character, "text out of order");
    glyph = visual.end_glyph;
    character = logical.end_char;
  }
  fuzz::require(glyph == run.glyphs.size() && character <= run.text.size(), "a run is not covered");
  for (const typeset::Glyph& each : run.glyphs) fuzz::require(each.id != 0, "a blank glyph");
}

/// Line by line the next characters of the text, in any order within the line.
void check_lines(const typeset::Paragraph& paragraph, const std::vector<UChar32>& text, double width) {
  std::size_t at = 0;
  for (const typeset::Line& line : paragraph.lines(width)) {
    fuzz::require(line.height() > 0, "a line has no height");
    std::vector<UChar32> shown;
    std::size_t clusters = 0;
    double right = 0;
    for (const typeset::PlacedRun& placed : line.runs) {
      check_run(placed.run);
      fuzz::require(placed.owner >= 0, "a run has no owner");
      fuzz::require(std::abs(placed.x - right) < 1e-6, "runs do not touch");
      right += placed.run.advance;
      clusters += placed.run.clusters.size();
      const auto more = said(placed.run.text);
      shown.insert(shown.end(), more.begin(), more.end());
    }
    fuzz::require(std::abs(line.width - right) < 1e-6, "a line is not as wide as its runs");
    fuzz::require(clusters < 2 || line.width <= std::max(width, 0.0) + 1e-3, "a line is too wide");
    fuzz::require(at + shown.size() <= text.size(), "characters come twice");
    std::vector<UChar32> wanted(text.begin() + static_cast<std::ptrdiff_t>(at),
                                text.begin() + static_cast<std::ptrdiff_t>(at + shown.size()));
    at += shown.size();
    std::ranges::sort(wanted);
    std::ranges::sort(shown);
    fuzz::require(wanted == shown, "a line shows other characters");
  }
  fuzz::require(at == text.size(), "characters are lost");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t k_head = 8;
  constexpr std::size_t k_most_bytes = 3000;
  if (size <= k_head || size > k_most_bytes) return -1;
  typeset::test::Choices choices({data, k_head});
  constexpr std::string_view k_languages[] = {"en", "ar", "fa", "ur", "hi",      "bn",
                                              "gu", "ta", "si", "ne", "zh-Hans", "zh-Hant"};
  const auto direction =
      choices.below(2) == 0 ? model::Direction::left_to_right : model::Direction::right_to_left;
  InlineContent content;
  content.text = typeset::to_utf16({reinterpret_cast<const char*>(data) + k_head, size - k_head});
  std::erase_if(content.text, [](char16_t unit) { return unit < 0x20 && unit != u'\t'; });
  if (content.text.empty()) return -1;
  // Two spans; the second begins between two characters.
  std::size_t middle = choices.below(256) * content.text.size() / 256;
  if (middle > 0 && U16_IS_TRAIL(content.text[middle]) && U16_IS_LEAD(content.text[middle - 1])) --middle;
  for (const auto& [begin, end] :
       {std::pair(std::size_t{0}, middle), std::pair(middle, content.text.size())}) {
    if (begin == end) continue;
    typeset::InlineSpan span{
        begin, end, {}, *model::LanguageTag::parse(k_languages[choices.below(std::size(k_languages))]), 1};
    span.style.size = 6 + static_cast<double>(choices.below(12));
    span.style.weight = choices.below(2) == 0 ? typeset::Weight::regular : typeset::Weight::bold;
    content.spans.push_back(std::move(span));
  }
  const auto text = said(content.text);
  const auto paragraph = typeset::Paragraph::shape(std::move(content), direction, fuzz::fonts());
  if (!paragraph) {
    for (const base::Diagnostic& finding : paragraph.error())
      fuzz::require(finding.code == "glyph-missing" || finding.code == "cluster-too-long",
                    base::to_text(finding));
    return 0;
  }
  const double least = paragraph->min_width();
  const double most = paragraph->max_width();
  fuzz::require(least <= most + 1e-3, "the least width is above the most");
  for (const double width : {0.0, 20.0, 90.0, least, most}) check_lines(*paragraph, text, width);
  return 0;
}
