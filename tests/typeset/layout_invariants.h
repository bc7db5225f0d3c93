// What must hold for the pages of any document: nothing stands off the page or over something else, and the
// structure says what the document says.
#pragma once

#include "generator/report/document.h"
#include "generator/typeset/pages.h"

namespace generator::typeset::test {

/// Checks, with Catch2, pages that were made of the document with the product's own theme and fonts.
void check_invariants(const report::Document& document, const Pages& pages);

}  // namespace generator::typeset::test
