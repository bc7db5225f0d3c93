// How wide a table's columns are. Each column needs at least the widest word of its cells and at most their
// longest line. Columns that ask for less than an even share get what they ask for; what room there is beyond
// the least of the others goes to them in proportion to what they still want (after CSS 2.1, 17.5.2.2,
// "auto"). A column whose width the theme sets gets that, or what its longest word needs.
#pragma once

#include <optional>
#include <vector>

#include "generator/typeset/block.h"

namespace generator::typeset {

/// What each column needs by its cells' contents and insets; cells over several columns add what is missing.
std::vector<WidthNeed> column_needs(const TableBlock& table);

/// Column widths that sum up to `available` points. Where even the least widths do not fit, the widest
/// columns are cut down evenly and their words will break, but none below `floor`; nullopt if that does not
/// fit either.
std::optional<std::vector<double>> column_widths(const std::vector<WidthNeed>& needs, double available,
                                                 double floor);

}  // namespace generator::typeset
