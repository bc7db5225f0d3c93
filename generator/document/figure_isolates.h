// Figures of several parts in text that runs from right to left: telephone and case numbers, scores (3+4=7),
// groups of digits. By UAX #9 the parts of such a figure change places there, and a number that is dialled
// must not. Each is put into an isolate, here and once, so that page and paper show the same.
//
// What a reader of such a script reads from its own side stays as it is: ranges (5-14), and what UAX #9 keeps
// in order itself (12.5, 20/11/2026).
#pragma once

#include <string>
#include <string_view>

#include "generator/document/document.h"

namespace generator::document {

/// Isolates such figures in all texts of a document that run from right to left.
void isolate_figures(Document& document);

/// The same of one text from right to left. What stands in an isolate already is left alone.
std::string with_isolated_figures(std::string_view text);

}  // namespace generator::document
