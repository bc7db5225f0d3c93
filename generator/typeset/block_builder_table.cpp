#include <fmt/format.h>

#include <algorithm>

#include "generator/typeset/block_builder.h"
#include "generator/typeset/table_grid.h"

namespace generator::typeset {
namespace {

using document::Element;
using document::Tag;

}  // namespace

Block BlockBuilder::build_table(const Element& element, const Context& outer) {
  Context table = inside(element, outer);
  Block block = start_block(element, table);
  table.node = structure_.add(Role::table, outer.node, table.language);
  structure_[table.node].alternative = element.label;
  const TableGrid grid = make_table_grid(element);
  const int number = ++tables_;  // tables within it count on

  TableBlock content;
  content.columns = grid.columns;
  content.equal_columns = table.style.even_columns;
  if (grid.caption != nullptr)
    content.caption.push_back(build_text_block(*grid.caption, table, Role::caption));

  std::vector<NodeIndex> nodes(grid.cells.size(), -1);
  Context section = table;
  std::size_t in_section = 0;
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    const GridRow& current = grid.rows[row];
    ++in_section;
    if (row == 0 || current.section != grid.rows[row - 1].section) {
      in_section = 1;
      section = current.section == nullptr ? table : inside(*current.section, table);
      section.node =
          structure_.add(current.head ? Role::table_head : Role::table_body, table.node, section.language);
    }
    RowBlock built = build_row(grid, row, section, nodes);
    built.new_section = row == 0 || current.section != grid.rows[row - 1].section;
    if (built.new_section && current.section != nullptr && !current.section->id.empty())
      built.anchors.insert(built.anchors.begin(), current.section->id);
    const bool last = row + 1 == grid.rows.size() || grid.rows[row + 1].section != current.section;
    if (!built.box.background && !current.head && in_section % 2 == 0)
      built.box.background = table.style.stripes;
    if (current.section != nullptr) {
      // A section's own background and lower rule show on its rows.
      const BoxStyle& around = section.style.box;
      if (!built.box.background) built.box.background = around.background;
      if (last && around.border_bottom_width > built.box.border_bottom_width) {
        built.box.border_bottom_width = around.border_bottom_width;
        built.box.border_colour = around.border_colour;
      }
    }
    content.rows.push_back(std::move(built));
  }
  name_headers(grid, nodes, number);
  block.content = std::move(content);
  return block;
}

RowBlock BlockBuilder::build_row(const TableGrid& grid, std::size_t row, const Context& section,
                                 std::vector<NodeIndex>& nodes) {
  const GridRow& current = grid.rows[row];
  const Element& element = *current.element;
  Context context = inside(element, section);
  context.node = structure_.add(Role::table_row, section.node, context.language);
  RowBlock built;
  built.box = context.style.box;
  built.head = current.head;
  built.group = current.group;
  if (!element.id.empty()) built.anchors.push_back(element.id);
  for (const std::size_t index : current.cells) {
    const GridCell& cell = grid.cells[index];
    const bool header = cell.element->tag == Tag::th;
    Context own = inside(*cell.element, context);
    own.node = structure_.add(header ? Role::header_cell : Role::data_cell, context.node, own.language);
    nodes[index] = own.node;
    StructureNode& node = structure_[own.node];
    node.column_span = static_cast<int>(cell.column_span);
    node.row_span = static_cast<int>(cell.row_span);
    if (header) node.scope = scope_of(cell, current);

    CellBlock cell_block;
    cell_block.style = own.style;
    cell_block.direction = own.direction;
    cell_block.column = cell.column;
    cell_block.column_span = cell.column_span;
    cell_block.row_span = cell.row_span;
    cell_block.header = header;
    if (!cell.element->id.empty()) cell_block.anchors.push_back(cell.element->id);
    cell_block.children = build_children(cell.element->children, own);
    built.cells.push_back(std::move(cell_block));
  }
  return built;
}

void BlockBuilder::name_headers(const TableGrid& grid, const std::vector<NodeIndex>& nodes, int number) {
  const auto is_empty = [&](std::size_t cell) {
    const std::string text = plain_text(*grid.cells[cell].element);
    return text.find_first_not_of(' ') == std::string::npos;
  };
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (grid.cells[i].element->tag != Tag::td) continue;
    for (const std::size_t header : grid.headers_of(grid.cells[i])) {
      if (is_empty(header)) continue;
      StructureNode& node = structure_[nodes[header]];
      // A dot cannot stand in an id of the markup, so these never meet one.
      if (node.id.empty()) node.id = fmt::format("table{}.cell{}", number, header);
      structure_[nodes[i]].headers.push_back(node.id);
    }
  }
}

}  // namespace generator::typeset
