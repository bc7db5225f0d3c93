// Chinese brackets, quotation marks and stops are half a character of ink and half a character of room. Where
// two of them meet, or a space follows one, that room would make a hole in the line; so half of it goes, as
// CSS has it between marks (CSS Text 4, text-spacing-trim: normal).
//
// Internal to typeset.
#pragma once

#include "generator/typeset/shape.h"

namespace generator::typeset {

/// Takes half an em from a full-width mark behind whose ink there is as much to spare: another mark's room,
/// or a space. A pair that a line end divides gives its room at the end of the line.
void close_up_marks(const ItemisedText& text, ShapedText& shaped);

}  // namespace generator::typeset
