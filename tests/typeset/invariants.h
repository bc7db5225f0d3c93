// What must hold of the pages of any document, as checks that every test, random document and fuzzer can ask.
// Each returns its breaches as sentences; none if all is well. They work out what to expect from the document
// itself, not with the typesetter's own code.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/document/document.h"
#include "generator/document/theme.h"
#include "generator/typeset/pages.h"

namespace generator::typeset::test {

using Breaches = std::vector<std::string>;

/// All of the checks below; at most some dozens of breaches.
Breaches find_breaches(const document::Document& document, const Pages& pages, const document::Theme& theme,
                       document::PageSize size);

/// Nothing stands off the page, texts do not lie over each other, links and destinations are on their page.
void check_places(const Pages& pages, const document::PageLayout& layout, Breaches& breaches);

/// The structure is one tree; lists, tables and headers are well formed; items belong to nodes that hold
/// text.
void check_structure(const Pages& pages, Breaches& breaches);

/// Each character of the document is on the pages once, in the order in which it is read, under nodes of the
/// right roles, language and link; each heading is in the outline, each id among the destinations.
void check_text(const document::Document& document, const Pages& pages, const document::Theme& theme,
                Breaches& breaches);

}  // namespace generator::typeset::test
