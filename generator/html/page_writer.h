// A Document as one self-contained web page: its own style sheet, no network, no script (WCAG 2.2 AA).
#pragma once

#include <string>

#include "generator/document/document.h"
#include "generator/document/theme.h"
#include "generator/document/typography.h"

namespace generator::html {

/// The page, UTF-8. The same document, theme and typography give the same bytes.
std::string write_page(const document::Document& document, const document::Theme& theme,
                       const document::Typography& typography = {});

}  // namespace generator::html
