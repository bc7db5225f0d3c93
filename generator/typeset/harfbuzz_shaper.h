// HarfBuzz as the shaping step uses it: one stretch of text in, glyphs in clusters out.
//
// Internal to typeset. Offsets are UTF-16 code units.
#pragma once

#include <hb.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "generator/typeset/itemise.h"
#include "generator/typeset/shape.h"

namespace generator::typeset {

inline bool has_flag(const ItemisedText& text, std::uint32_t offset, CharFlag flag) {
  return (text.flags[offset] & flag) != 0;
}

/// Glyphs as they stand in HarfBuzz's buffer.
struct GlyphSpan {
  std::span<const hb_glyph_info_t> infos;
  std::span<const hb_glyph_position_t> positions;
  std::uint32_t shift = 0;  ///< from HarfBuzz's offsets to those of the text, modulo 2^32

  std::uint32_t offset(std::size_t glyph) const { return infos[glyph].cluster + shift; }
};

/// HarfBuzz's own object for the language of the item.
hb_language_t language_of(const ItemisedText& text, const ShapingItem& item);

/// Shapes [begin, end) of `visible` in the context of the rest of it, as the item says. `flags` are
/// HarfBuzz's. The result is this thread's one buffer: it holds until the next call.
hb_buffer_t* run_harfbuzz(std::u16string_view visible, std::uint32_t begin, std::uint32_t end,
                          const ShapingItem& item, hb_language_t language, unsigned flags);

GlyphSpan glyphs_of(hb_buffer_t* buffer);

/// Appends what HarfBuzz made of text [begin, end), in clusters as shape.h has them, and marks `flags` if
/// there are any.
ClusterRange collect(const GlyphSpan& made, const ItemisedText& text, const ShapingItem& item,
                     std::uint32_t begin, std::uint32_t end, ShapedText& shaped,
                     std::span<std::uint8_t> flags);

}  // namespace generator::typeset
