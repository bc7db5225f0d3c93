// SVG path data (SVG 1.1, 8.3) of the part that drawings may use: M, L, H, V, C, Z and their relative forms.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "generator/typeset/pages.h"

namespace generator::typeset {

/// The steps in absolute user units, or nullopt if the data breaks the grammar.
std::optional<std::vector<PathItem::Step>> parse_path_data(std::string_view data);

}  // namespace generator::typeset
