// The last step of a paragraph: one line of it, its runs in visual order (UAX #9, L2), with its height.
//
// Internal to typeset.
#pragma once

#include <cstdint>

#include "generator/typeset/shape.h"

namespace generator::typeset {

/// Text [begin, visible_end) is drawn; [visible_end, end) is white space, which the last run's text keeps.
struct LineExtent {
  std::uint32_t begin = 0;
  std::uint32_t visible_end = 0;
  std::uint32_t end = 0;
  bool hyphen = false;  ///< the line ends at a soft hyphen
};

/// Shapes again what a break has cut where HarfBuzz says that it must be.
Line build_line(const ItemisedText& text, const ShapedText& shaped, LineExtent extent);

}  // namespace generator::typeset
