// From a run's clusters to pieces: what one character code of a PDF font shows, where it stands, and the text
// that it gives back when a reader copies or searches it.
//
// A cluster of one glyph becomes that glyph. A cluster of several, or of a raised one, becomes one composed
// shape: one code, one exact text. In visual order a right-to-left cluster of several characters is cut into
// pieces of a single character each, the ink on the first and the others empty, because readers reverse such
// text code by code; a letter without an advance of its own (half of a lam-alef) joins its neighbour, and
// brackets give the character that they look like. Faces with CFF outlines cannot take composed shapes, nor
// can any font take one of more glyphs or extent than its format has room for: such clusters stay single
// glyphs.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "generator/pdf/pdf_writer.h"
#include "generator/typeset/glyph_run.h"

namespace generator::pdf {

/// A glyph of the face within a shape; font units.
struct ShapePart {
  std::uint32_t glyph = 0;
  int x = 0;
  int y = 0;
};

/// What a code shows: a glyph of the face as it is, or a composed shape of any number of parts.
struct Shape {
  bool composed = false;
  std::uint32_t glyph = 0;       ///< if it is not composed
  std::vector<ShapePart> parts;  ///< of a composed shape
  int advance = 0;               ///< of a composed shape; a glyph has the advance that its face gives it
};

struct Piece {
  Shape shape;
  int x = 0;     ///< of its origin, from the run's left edge, font units
  int rise = 0;  ///< font units; only where shapes cannot be composed
  std::u16string text;
};

/// Which character a bracket gives back in right-to-left text in visual order: the one that it looks like, or
/// the one that was typed and that it is the mirror image of.
enum class Brackets { as_seen, as_typed };

/// The run's pieces in the order in which they are written.
std::vector<Piece> pieces_of(const typeset::GlyphRun& run, TextOrder order,
                             Brackets brackets = Brackets::as_seen);

}  // namespace generator::pdf
