// An inline svg made ready to be placed: shapes as paths, texts shaped, all in the user units of its viewBox.
// What a drawing may hold is document::Document's closed list; it is scaled evenly, never stretched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/document/document.h"
#include "generator/typeset/fonts.h"
#include "generator/typeset/pages.h"
#include "generator/typeset/paragraph.h"
#include "generator/typeset/style.h"

namespace generator::typeset {

enum class Anchor { start, middle, end };

/// A text of a drawing: one line, its anchor at `at` on the baseline.
struct DrawingText {
  Point at;
  Anchor anchor = Anchor::start;
  model::Direction direction = model::Direction::left_to_right;
  Line line;
};

using DrawingPart = std::variant<PathItem, DrawingText>;

struct Drawing {
  Rectangle view_box;
  double width = 0;  ///< asked for, in points; 0 means as wide as there is room
  std::string alternative;
  std::vector<DrawingPart> parts;  ///< in the order of painting

  /// Points for one user unit if the drawing is set in a frame of that size.
  double scale_in(double available_width, double available_height) const;
  /// The items, the upper left corner of the viewBox at `origin`, all belonging to `node`.
  std::vector<Item> place(Point origin, double scale, NodeIndex node) const;
};

/// What a drawing inherits from where it stands.
struct DrawingContext {
  model::LanguageTag language;
  model::Direction direction = model::Direction::left_to_right;
  Style style;
};

/// Errors: glyph-missing, font-missing, drawing-bad-path, drawing-no-size, drawing-outside.
base::Result<Drawing> prepare_drawing(const document::Element& svg, const DrawingContext& context,
                                      const StyleResolver& styles, const FontSet& fonts);

}  // namespace generator::typeset
