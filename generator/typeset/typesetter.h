// From a Document to Pages: styles resolved, blocks measured and placed, tables fitted and broken over pages.
#pragma once

#include "generator/base/diagnostics.h"
#include "generator/document/document.h"
#include "generator/document/theme.h"
#include "generator/typeset/fonts.h"
#include "generator/typeset/pages.h"

namespace generator::typeset {

/// Sets the document on pages of that size. Thread-safe; the result points into `fonts`. Errors:
/// glyph-missing, font-missing, layout-too-wide and layout-too-tall (something that cannot be made to fit the
/// page), layout-too-long (more than a hundred thousand lines).
base::Result<Pages> typeset(const document::Document& document, const document::Theme& theme,
                            document::PageSize size, const FontSet& fonts);

/// A text picture of pages for goldens: a line for each text run and path, with its place, and the structure
/// tree.
std::string dump(const Pages& pages);

}  // namespace generator::typeset
