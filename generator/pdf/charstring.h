// Type 2 charstrings (Adobe Technical Note 5177): the outline of one glyph in a CFF font, as a small program.
// Subroutines share what many glyphs have in common; a subset has few glyphs, so it is smaller, and sooner
// made, when every charstring stands alone. Hints are for pixels that no reader has any more.
#pragma once

#include <string>
#include <string_view>

#include "generator/pdf/cff_index.h"

namespace generator::pdf {

/// Appends to `out` the same outline and width with subroutines written out and hints left out; false if the
/// program is broken, or does what no CID-keyed font may (arithmetic, accents by `endchar`).
bool append_flat_charstring(std::string& out, std::string_view program, const CffIndex& global,
                            const CffIndex& local);

}  // namespace generator::pdf
