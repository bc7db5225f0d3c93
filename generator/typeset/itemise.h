// The first step of a paragraph: text cut into items that HarfBuzz can shape in one go. All characters of an
// item have one bidi level (UAX #9), one script (UAX #24), one face, and one span.
//
// Internal to typeset. Offsets are UTF-16 code units.
#pragma once

#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/document/typography.h"
#include "generator/typeset/paragraph.h"

namespace generator::typeset {

inline constexpr char32_t k_hyphen = 0x2010;

/// What holds of one UTF-16 code unit; a set of bits.
enum CharFlag : std::uint8_t {
  k_grapheme_start = 1,
  k_silent =
      2,  ///< orders or divides text, is never drawn and not part of what is read: isolates, soft hyphen
  k_hanging = 4,        ///< white space that goes from the end of a line
  k_cluster_start = 8,  ///< glyphs begin here (set by shape_items)
  k_unsafe_break = 16,  ///< a line that ends before this character must be shaped again (set by shape_items)
};

struct ShapingItem {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t span = 0;  ///< index into InlineContent::spans
  UScriptCode script = USCRIPT_COMMON;
  std::uint8_t level = 0;
  bool silent = false;        ///< nothing in it is ever drawn
  bool local_digits = false;  ///< the face's own forms of digits are those of its language's readers
  ChainedFace face;

  bool right_to_left() const { return (level & 1) != 0; }
};

struct ItemisedText {
  InlineContent content;
  const document::Typography* typography = nullptr;  ///< of the fonts, which outlive this
  /// content.text as HarfBuzz shall see it: control white space is a space. Same offsets.
  std::u16string visible_text;
  std::vector<std::uint8_t> flags;  ///< CharFlag bits for each code unit
  std::vector<ShapingItem> items;   ///< in logical order, without gaps
  std::vector<ChainedFace> strut;   ///< for each span, the first face of its chain: it sets the line height
  std::vector<ChainedFace> hyphen;  ///< for each span, the face of a hyphen where the text's own has none
};

inline UChar32 character_at(const ItemisedText& text, std::uint32_t offset) {
  UChar32 c = 0;
  U16_GET(text.content.text.data(), 0, offset, text.content.text.size(), c);
  return c;
}

/// Errors: glyph-missing, once for each character and language; font-missing; cluster-too-long.
base::Result<ItemisedText> itemise(InlineContent content, model::Direction direction, const FontSet& fonts);

}  // namespace generator::typeset
