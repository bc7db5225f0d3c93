// A table's cells on their grid: which row and columns each one covers, which cells head which. Spans and
// scopes as in HTML (4.9.12); nothing of it depends on language, style or width.
//
// A TableGrid points into the Element that it was made from, which must outlive it.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/document/document.h"

namespace generator::typeset {

/// One cell, with what it covers; spans are clipped to the table and to the cell's section.
struct GridCell {
  const document::Element* element = nullptr;
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
};

struct GridRow {
  const document::Element* element = nullptr;
  const document::Element* section = nullptr;  ///< thead or tbody, or nullptr
  bool head = false;                           ///< in thead
  bool group = false;  ///< a body row that is one th over all columns: it labels the rows after it
  std::vector<std::size_t> cells;  ///< indices into TableGrid::cells of the cells that start here, in order
};

struct TableGrid {
  const document::Element* caption = nullptr;
  std::size_t columns = 0;
  std::vector<GridRow> rows;
  std::vector<GridCell> cells;

  /// Indices of the header cells of a data cell: those of its columns, its row and its group, in that order;
  /// of more than 32 above it the nearest, of more than 32 beside it the first.
  std::vector<std::size_t> headers_of(const GridCell& cell) const;

 private:
  friend TableGrid make_table_grid(const document::Element& table);
  std::vector<std::vector<std::size_t>> column_headers_;  ///< by column, from thead
  std::vector<std::vector<std::size_t>> row_headers_;     ///< by row, groups after row headers
};

TableGrid make_table_grid(const document::Element& table);

/// What a header cell heads: its scope, or column in the head and row in the body where none is stated.
document::Scope scope_of(const GridCell& cell, const GridRow& row);

}  // namespace generator::typeset
