// Puts placed strips on a page: first everything that lies behind (backgrounds, bars, borders of boxes and
// cells), then texts and drawings, so that no background ever covers a text. Decoration is artifact.
//
// Places are rounded to hundredths of a point, so that equal input gives equal pages on every machine.
#pragma once

#include <vector>

#include "generator/typeset/pages.h"
#include "generator/typeset/strip.h"

namespace generator::typeset {

/// Whether a strip's items are content, or a repetition that assistive technology should not read.
enum class Painting { content, artifact };

struct PlacedStrip {
  Strip* strip = nullptr;
  double y = 0;  ///< of its top
  double height = 0;
  Painting painting = Painting::content;
};

/// Paints the strips of `flow` on the page. Content is moved out of the strips; artifacts are copied.
void paint(Page& page, const Flow& flow, const std::vector<PlacedStrip>& strips);

/// A filled rectangle.
PathItem filled(Rectangle area, report::Colour colour);

}  // namespace generator::typeset
