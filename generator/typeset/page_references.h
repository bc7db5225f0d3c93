// Page numbers that the text asks for ("Costs . . . 7"). They are known once the pages are; each is set at
// the end of its line, in room that the line has kept for it, so that nothing is laid out twice.
#pragma once

#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/typeset/fonts.h"
#include "generator/typeset/pages.h"
#include "generator/typeset/strip_painter.h"

namespace generator::typeset {

/// Sets each number, in the digits of the document's language, and a leader of dots between the line and it.
/// The number is content, of the link that asked for it; the leader is an artifact. `references` stand in the
/// order of the pages. Errors: glyph-missing, font-missing.
base::Result<void> set_page_references(const std::vector<PlacedReference>& references, Pages& pages,
                                       const FontSet& fonts);

}  // namespace generator::typeset
