// Explains a word where a family meets it: in brackets behind its first use in a document, muted, so that the
// letters' words stay theirs and the brackets are seen to be ours. The long explanations stay at the end.
#pragma once

#include "generator/document/document.h"
#include "generator/locale/catalog.h"

namespace generator::report {

/// Puts the briefs of the glossary's terms into a rendered document. Only where sentences stand: not in
/// headings, captions, drawings and links, not in words of another language, not in the lists at the end; and
/// neither within the text's own brackets, nor where it goes on with some.
void explain_first_uses(document::Document& document, const locale::Catalog& catalog);

}  // namespace generator::report
