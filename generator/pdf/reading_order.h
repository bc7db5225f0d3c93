// Items of a page stand in visual order within a line; this finds the order in which a line is read
// (UAX #9, rule L2 undone for a base direction and one level above it).
#pragma once

#include <cstddef>
#include <vector>

#include "generator/typeset/pages.h"

namespace generator::pdf {

/// True if the lines of the block that this node belongs to are read from the right.
bool reads_leftwards(typeset::NodeIndex node, const typeset::Pages& pages);

/// The page's items as indices, in reading order.
std::vector<std::size_t> reading_order(const typeset::Page& page, const typeset::Pages& pages);

}  // namespace generator::pdf
