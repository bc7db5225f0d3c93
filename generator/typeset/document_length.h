// How long a document will be at least, told before any of its text is shaped: what is far too long is
// refused in little time and memory.
#pragma once

#include <cstddef>
#include <optional>

#include "generator/document/document.h"

namespace generator::typeset {

/// The line in the markup of the element with which the document gets more than `most` lines, drawings and
/// rows, if each piece of text takes but one line; nullopt if it may have fewer.
std::optional<std::size_t> line_of_excess(const document::Document& document, std::size_t most);

}  // namespace generator::typeset
