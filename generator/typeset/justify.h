// Lines as wide as their column (`align: justify`): what is left of a line's room goes between its words, and
// between the characters of Chinese. Letters are never spaced: joined ones would part.
//
// Internal to typeset.
#pragma once

#include "generator/typeset/paragraph.h"

namespace generator::typeset {

/// A column narrower than this, in ems, has too few gaps: its lines stay ragged.
inline constexpr double k_least_ems_justified = 20;

/// Widens the line to `width` points. It stays as it is where it ends the paragraph or is cut off by a forced
/// break, and where its gaps would become so wide that readers of the page, or of the PDF's text, would stop
/// at them.
void justify(Line& line, double width);

}  // namespace generator::typeset
