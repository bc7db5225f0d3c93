#include "generator/typeset/table_stack.h"

#include <algorithm>

#include "generator/typeset/table_layout.h"

namespace generator::typeset {
namespace {

/// The names' part of the width.
constexpr double k_name_share = 0.36;
/// A block lower than this part of a page is not worth dividing.
constexpr double k_small_block = 0.25;

/// The lowest head cell over a column: its name.
const CellBlock* name_of_column(const TableBlock& table, std::size_t column) {
  const CellBlock* name = nullptr;
  for (const RowBlock& row : table.rows) {
    if (!row.head) break;
    for (const CellBlock& cell : row.cells)
      if (cell.column <= column && column < cell.column + cell.column_span) name = &cell;
  }
  return name;
}

/// The head cell whose text stands beside the cell; nullptr if the cell is a header itself.
const CellBlock* name_of(const TableBlock& table, const RowBlock& row, const CellBlock& cell) {
  return row.head || cell.header ? nullptr : name_of_column(table, cell.column);
}

/// The head cells that are the name of some cell below.
std::set<const CellBlock*> names_in(const TableBlock& table) {
  std::set<const CellBlock*> names;
  for (const RowBlock& row : table.rows)
    for (const CellBlock& cell : row.cells)
      if (const CellBlock* name = name_of(table, row, cell)) names.insert(name);
  return names;
}

std::vector<std::string> anchors_of(const RowBlock& row, const CellBlock& cell, bool first) {
  std::vector<std::string> anchors = cell.anchors;
  if (first) anchors.insert(anchors.begin(), row.anchors.begin(), row.anchors.end());
  return anchors;
}

}  // namespace

void TableStack::add(const TableBlock& table, const Block& outer) {
  if (!table.caption.empty()) {
    flow_.add(table.caption, frame_);
    flow_.demand_break(Break::avoided);
  }
  const int outer_head = flow_.head_;
  unread_ = names_in(table);
  for (const RowBlock& row : table.rows) {
    if (!flow_.has_room(outer.line)) break;
    if (row.new_section || row.group) flow_.head_ = outer_head;
    add_row(table, row);
    // What labels a group of rows labels them on the next page too.
    if (row.group) flow_.head_ = repeat(band(row, row.cells.front()));
  }
  flow_.head_ = outer_head;
}

void TableStack::add_row(const TableBlock& table, const RowBlock& row) {
  const int outer_head = flow_.head_;
  bool first = true;
  if (row.box.keep_with_previous) flow_.demand_break(Break::avoided);
  for (const CellBlock& cell : row.cells) {
    if (row.head && unread_.contains(&cell)) continue;
    const CellBlock* name = name_of(table, row, cell);
    const bool heads_row = !row.head && cell.header && !row.group;
    const bool is_read = name == nullptr || unread_.erase(name) == 0;
    const auto make = [&] {
      TableRow made = name == nullptr ? band(row, cell) : named(row, *name, cell, is_read);
      if (heads_row && !made.background) made.background = table.rows.front().box.background;
      return made;
    };
    std::vector<std::string> anchors = anchors_of(row, cell, first);
    if (!is_read) anchors.insert(anchors.begin(), name->anchors.begin(), name->anchors.end());
    emit(make(), std::move(anchors));
    // A header is never the last on its page, and heads what is left of its row on the next one.
    if (cell.header) flow_.demand_break(Break::avoided);
    if (heads_row) flow_.head_ = repeat(make());
    first = false;
  }
  // A link may lead to a row whose cells all stand elsewhere: it leads to what comes next.
  if (first) flow_.anchors_.insert(flow_.anchors_.end(), row.anchors.begin(), row.anchors.end());
  flow_.head_ = outer_head;
}

int TableStack::repeat(TableRow row) {
  Strip strip;
  strip.box = flow_.box_;
  strip.height = row.height();
  RepeatedHead head;
  head.outer = flow_.head_;
  head.height = strip.height;
  if (head.outer >= 0) head.height += flow_.flow_.heads[static_cast<std::size_t>(head.outer)].height;
  row.left = frame_.left;
  row.right = frame_.right;
  strip.row = std::make_unique<TableRow>(std::move(row));
  head.strips.push_back(std::move(strip));
  flow_.flow_.heads.push_back(std::move(head));
  return static_cast<int>(flow_.flow_.heads.size()) - 1;
}

TableRow TableStack::band(const RowBlock& row, const CellBlock& cell) const {
  TableRow made;
  made.background = row.box.background;
  made.cells.push_back(lay_out(cell, cell.children, 0, frame_.width()));
  return made;
}

TableRow TableStack::named(const RowBlock& row, const CellBlock& name, const CellBlock& cell,
                           bool is_read) const {
  // Later its first paragraph alone is the name: the city below it has been read.
  const std::size_t children =
      is_read ? std::min<std::size_t>(1, name.children.size()) : name.children.size();
  TableRow made;
  made.background = row.box.background;
  const double middle = frame_.width() * k_name_share;
  made.cells.push_back(lay_out(name, {name.children.data(), children}, 0, middle));
  made.cells.push_back(lay_out(cell, cell.children, middle, frame_.width()));
  if (is_read) make_artifact(made.cells.front().flow.strips);
  made.cells.front().box.background = std::nullopt;
  return made;
}

CellFragment TableStack::lay_out(const CellBlock& block, std::span<const Block> children, double start,
                                 double end) const {
  const bool rtl = frame_.direction == model::Direction::right_to_left;
  CellFragment cell;
  cell.left = rtl ? frame_.right - end : frame_.left + start;
  cell.right = rtl ? frame_.right - start : frame_.left + end;
  cell.direction = frame_.direction;
  cell.box = block.style.box;
  cell.inset_top = cell.box.inset_top();
  cell.inset_bottom = cell.box.inset_bottom();
  cell.first_column = start == 0;
  Frame inner = Frame{cell.left, cell.right, frame_.direction}.inside(
      cell.box.inset_start() + cell.box.indent.value_or(0), cell.box.inset_end());
  inner.direction = block.direction;
  FlowBuilder flow(&flow_);
  for (const Block& child : children) flow.add(child, inner);
  cell.flow = flow.take();
  return cell;
}

void TableStack::emit(TableRow row, std::vector<std::string> anchors) {
  row.left = frame_.left;
  row.right = frame_.right;
  align_baselines(row);
  Strip strip;
  strip.height = row.height();
  row.divisible = strip.height > flow_.limits_.page_height * k_small_block;
  strip.anchors = std::move(anchors);
  strip.row = std::make_unique<TableRow>(std::move(row));
  flow_.emit(std::move(strip));
}

}  // namespace generator::typeset
