#include "generator/typeset/table_grid.h"

#include <algorithm>

namespace generator::typeset {
namespace {

using document::Element;
using document::Scope;
using document::Tag;

/// Nobody listens to more headers before each cell, and tables of nothing but headers would name them all in
/// every cell.
constexpr std::size_t k_most_headers = 32;

/// Puts cells on the grid row by row, keeping for each column how far down a span from above reaches.
class CellPlacer {
 public:
  explicit CellPlacer(TableGrid& grid) : grid_(grid) {}

  /// The rows of one section; spans end with it.
  void place(std::size_t first_row, std::size_t end_row) {
    occupied_until_.assign(occupied_until_.size(), first_row);
    for (std::size_t row = first_row; row < end_row; ++row) place_row(row, end_row);
  }

 private:
  void place_row(std::size_t row, std::size_t end_row) {
    std::size_t column = 0;
    for (const document::Node& node : grid_.rows[row].element->children) {
      const Element* element = element_of(node);
      if (element == nullptr) continue;
      while (column < occupied_until_.size() && occupied_until_[column] > row) ++column;
      GridCell cell;
      cell.element = element;
      cell.row = row;
      cell.column = column;
      cell.column_span = static_cast<std::size_t>(std::max(1, element->column_span));
      cell.row_span = std::min(static_cast<std::size_t>(std::max(1, element->row_span)), end_row - row);
      const std::size_t end = column + cell.column_span;
      if (occupied_until_.size() < end) occupied_until_.resize(end, row);
      for (std::size_t i = column; i < end; ++i) occupied_until_[i] = row + cell.row_span;
      column = end;
      grid_.columns = std::max(grid_.columns, end);
      grid_.rows[row].cells.push_back(grid_.cells.size());
      grid_.cells.push_back(cell);
    }
  }

  TableGrid& grid_;
  std::vector<std::size_t> occupied_until_;
};

void add_rows(TableGrid& grid, CellPlacer& placer, const Element& parent, const Element* section) {
  const std::size_t first = grid.rows.size();
  for (const document::Node& node : parent.children) {
    const Element* element = element_of(node);
    if (element == nullptr || element->tag != Tag::tr) continue;
    GridRow row;
    row.element = element;
    row.section = section;
    row.head = section != nullptr && section->tag == Tag::thead;
    grid.rows.push_back(std::move(row));
  }
  placer.place(first, grid.rows.size());
}

}  // namespace

TableGrid make_table_grid(const Element& table) {
  TableGrid grid;
  CellPlacer placer(grid);
  for (const document::Node& node : table.children) {
    const Element* element = element_of(node);
    if (element == nullptr) continue;
    if (element->tag == Tag::caption) grid.caption = element;
    if (element->tag == Tag::thead || element->tag == Tag::tbody) add_rows(grid, placer, *element, element);
  }
  add_rows(grid, placer, table, nullptr);  // rows that stand in no section come as one body

  grid.column_headers_.resize(grid.columns);
  grid.row_headers_.resize(grid.rows.size());
  std::vector<std::size_t> group;
  for (std::size_t index = 0; index < grid.rows.size(); ++index) {
    GridRow& row = grid.rows[index];
    row.group = !row.head && row.cells.size() == 1 && grid.columns > 1 &&
                grid.cells[row.cells[0]].element->tag == Tag::th &&
                grid.cells[row.cells[0]].column_span == grid.columns;
    // A label heads the rows of its own section only (HTML, 4.9.12.2).
    if (index > 0 && row.section != grid.rows[index - 1].section) group.clear();
    if (row.group) group = {row.cells[0]};
    for (const std::size_t i : row.cells) {
      const GridCell& cell = grid.cells[i];
      if (cell.element->tag != Tag::th || row.group) continue;
      if (scope_of(cell, row) == Scope::column) {
        for (std::size_t column = cell.column; column < cell.column + cell.column_span; ++column)
          grid.column_headers_[column].push_back(i);
      } else {
        for (std::size_t r = cell.row; r < cell.row + cell.row_span; ++r) grid.row_headers_[r].push_back(i);
      }
    }
    if (!row.head && !row.group)
      grid.row_headers_[index].insert(grid.row_headers_[index].end(), group.begin(), group.end());
  }
  return grid;
}

std::vector<std::size_t> TableGrid::headers_of(const GridCell& cell) const {
  std::vector<std::size_t> headers;
  const auto add = [&](std::size_t header, std::size_t most) {
    if (headers.size() < most && std::ranges::find(headers, header) == headers.end())
      headers.push_back(header);
  };
  for (std::size_t column = cell.column; column < cell.column + cell.column_span; ++column) {
    const auto& all = column_headers_[column];
    const auto end =
        std::ranges::lower_bound(all, cell.row, {}, [this](std::size_t i) { return cells[i].row; });
    const auto nearest = std::min<std::ptrdiff_t>(end - all.begin(), k_most_headers);
    for (auto header = end - nearest; header != end; ++header) add(*header, k_most_headers);
  }
  const std::size_t most = headers.size() + k_most_headers;
  for (std::size_t row = cell.row; row < cell.row + cell.row_span && headers.size() < most; ++row) {
    for (const std::size_t header : row_headers_[row]) {
      const GridCell& other = cells[header];
      if (other.row < cell.row || (other.row == cell.row && other.column != cell.column)) add(header, most);
      if (headers.size() == most) break;
    }
  }
  return headers;
}

Scope scope_of(const GridCell& cell, const GridRow& row) {
  if (cell.element->scope != Scope::none) return cell.element->scope;
  return row.head ? Scope::column : Scope::row;
}

}  // namespace generator::typeset
