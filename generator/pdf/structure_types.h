// The names of roles in PDF (ISO 32000-1, 14.8.4): a node's marked content and its structure element carry
// the same.
#pragma once

#include <string_view>

#include "generator/typeset/pages.h"

namespace generator::pdf {

/// The standard structure type, its solidus included.
std::string_view structure_type(typeset::Role role);

}  // namespace generator::pdf
