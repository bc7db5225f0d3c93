// A table with more columns than the page has room for is set in parts, one below another: each with the
// labels of its rows and with its own stretch of the columns. Parts are for the eye alone; in the structure
// the table stays one, and its labels are read once.
//
// Parts and not a turned page: what decides is the longest words, and a landscape page has room for one or
// two columns more only, at the price of half-empty pages before and after it.
#pragma once

#include <optional>
#include <vector>

#include "generator/typeset/block.h"

namespace generator::typeset {

struct TablePart {
  std::size_t first = 0;      ///< of its columns, beside the labels
  std::size_t end = 0;        ///< behind the last of them
  std::vector<double> edges;  ///< in points from the start side: of the labels, then of its columns

  double width() const { return edges.back(); }
};

struct TableParts {
  std::size_t labels = 0;  ///< so many leading columns stand in every part
  std::vector<TablePart> parts;
};

/// The fewest parts in which every column has the room to be read: the width of its longest word, and some
/// words a line if it says more. Where nothing else is possible words will break, but no column becomes
/// narrower than `min_width` and its insets; nullopt if it would.
std::optional<TableParts> divide_columns(const TableBlock& table, double available, double min_width);

}  // namespace generator::typeset
