// A Document as one self-contained web page: its own style sheet, no network, no script (WCAG 2.2 AA).
#pragma once

#include <string>

#include "generator/report/document.h"
#include "generator/report/theme.h"

namespace generator::html {

/// The page, UTF-8. The same document and theme give the same bytes.
std::string write_page(const report::Document& document, const report::Theme& theme);

}  // namespace generator::html
