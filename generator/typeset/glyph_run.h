// Text that has become glyphs: runs of one face, size and direction. A cluster is the smallest piece whose
// glyphs and characters belong together; the PDF writer makes one code of it, so text comes back out exactly.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "generator/document/theme.h"
#include "generator/typeset/fonts.h"

namespace generator::typeset {

/// In font units of the run's face.
struct Glyph {
  std::uint32_t id = 0;
  int x_advance = 0;
  int x_offset = 0;
  int y_offset = 0;
};

/// Glyphs [first_glyph, end_glyph) show text [first_char, end_char) (UTF-16 offsets into GlyphRun::text).
struct Cluster {
  std::uint32_t first_glyph = 0;
  std::uint32_t end_glyph = 0;
  std::uint32_t first_char = 0;
  std::uint32_t end_char = 0;
};

/// Clusters stand in visual order, left to right; `text` in logical order. The clusters divide the text from
/// its beginning; what of it lies behind them is the white space at the end of a line (or U+2028), which has
/// no glyphs.
struct GlyphRun {
  const Face* face = nullptr;
  double size = 0;  ///< points, size factor applied
  document::Colour colour;
  bool right_to_left = false;
  bool underlined = false;
  bool slanted = false;  ///< italic was asked of a face that has none: skewed by the PDF writer
  std::u16string text;
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;
  double advance = 0;  ///< points
};

}  // namespace generator::typeset
