// TrueType fonts with glyphs added to them that are made of those already there (OpenType, "glyf": composite
// glyph description). Works on whole font files in memory; nothing of PDF in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/pdf/text_pieces.h"

namespace generator::pdf {

/// A glyph to be made. Parts name glyphs of the font that it is added to; no parts make an empty glyph.
struct CompositeGlyph {
  std::vector<ShapePart> parts;
  int advance = 0;  ///< font units
};

/// The widest advance that a shape may have, font units.
inline constexpr int k_most_advance = 0x7FFF;

/// True if fonts can hold it: the format's numbers are 16 bits wide, and rasterisers count points in as many.
bool is_representable(const Shape& shape);

/// `font`, a TrueType file that hb-subset wrote, with `added` after its own glyphs, in that order.
std::string with_composites(std::string_view font, const std::vector<CompositeGlyph>& added);

}  // namespace generator::pdf
