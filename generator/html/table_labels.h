// On a narrow screen each row of a table becomes a card, and each cell must then name its own column. The
// names are worked out from the header cells here, so that no script is needed.
#pragma once

#include <string>
#include <unordered_map>

#include "generator/document/document.h"

namespace generator::html {

using CellLabels = std::unordered_map<const document::Element*, std::string>;

/// For each td below a thead's header cells, the words of its column's header; where it spans several, of all
/// of them. Empty if the table has no thead.
CellLabels column_labels(const document::Element& table);

}  // namespace generator::html
