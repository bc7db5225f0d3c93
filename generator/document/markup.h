// The closed subset of HTML that a template renders to, read back as a Document. What it can say, page and
// paper both show; anything else is refused with file and line.
#pragma once

#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"
#include "generator/document/document.h"

namespace generator::document {

/// Reads markup (docs/templates.md) into a Document; refuses all else with file and line. `file` names it in
/// diagnostics. <html lang dir>, <head> with <title> and <meta>, and <body> may be left out: then `fallback`
/// is the language.
base::Result<Document> read_markup(std::string_view text, const std::string& file,
                                   const model::LanguageTag& fallback);

}  // namespace generator::document
