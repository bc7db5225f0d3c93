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

/// A page number that is still to be set, in the place of its line on the page.
struct PlacedReference {
  std::size_t page = 0;
  std::size_t item = 0;  ///< of the page, before which it is to stand
  PageReference reference;
};

/// Paints the strips of `flow` on the page. Content is moved out of the strips; artifacts are copied. Page
/// numbers that strips ask for are added to `references`, as of page `number`, counted from 0.
void paint(Page& page, const Flow& flow, const std::vector<PlacedStrip>& strips, std::size_t number,
           std::vector<PlacedReference>& references);

/// To hundredths of a point, and never the zero that would be written "-0".
double rounded(double value);

/// A filled rectangle.
PathItem filled(Rectangle area, document::Colour colour);

}  // namespace generator::typeset
