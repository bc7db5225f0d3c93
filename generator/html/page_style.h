// What a web page needs beside the theme: room to breathe on any screen, tables that a phone can show, a
// focus that can be seen, faces for each script, and paper again when it is printed.
#pragma once

#include <string>
#include <string_view>

#include "generator/document/document.h"

namespace generator::html {

/// The part of the style sheet that is the same for every page. It follows the theme's.
std::string_view fixed_style();

/// The running head, the draft mark and the page numbers in the margins of printed pages, and the mark across
/// them for browsers that know no margin boxes.
std::string print_furniture(const document::Document& document);

}  // namespace generator::html
