// What a web page needs beside the theme: room to breathe on any screen, tables that a phone can show, a
// focus that can be seen, faces for each script, and paper again when it is printed.
#pragma once

#include <string>

#include "generator/document/document.h"
#include "generator/document/typography.h"
#include "generator/html/language_style.h"

namespace generator::html {

/// The part of the style sheet that follows the theme's: the same for every page but for what is the
/// languages'.
std::string page_style(const LanguageStyle& languages);

/// The running head, the draft mark and the page numbers in the margins of printed pages, and the mark across
/// them for browsers that know no margin boxes.
std::string print_furniture(const document::Document& document, const document::Typography& typography);

}  // namespace generator::html
