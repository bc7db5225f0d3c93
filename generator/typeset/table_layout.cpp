#include "generator/typeset/table_layout.h"

#include <fmt/format.h>

#include <algorithm>

namespace generator::typeset {
namespace {

/// A row lower than this part of a page is not worth dividing.
constexpr double k_small_row = 0.25;
/// A row higher than this part of a page is divided even if the theme would keep it together.
constexpr double k_tall_row = 0.85;
/// A head higher than this part of a page is not repeated.
constexpr double k_high_head = 0.4;

/// Points between two parts of a table.
constexpr double k_part_gap = 12;

}  // namespace

void align_baselines(TableRow& row) {
  const auto first_baseline = [](const CellFragment& cell) -> std::optional<double> {
    if (cell.flow.strips.empty() || !cell.flow.strips.front().baseline) return std::nullopt;
    return cell.inset_top + *cell.flow.strips.front().baseline;
  };
  double lowest = 0;
  for (const CellFragment& cell : row.cells) lowest = std::max(lowest, first_baseline(cell).value_or(0));
  for (CellFragment& cell : row.cells)
    if (const auto baseline = first_baseline(cell)) cell.inset_top += lowest - *baseline;
}

void make_artifact(std::span<Strip> strips) {
  for (Strip& strip : strips) {
    for (Item& item : strip.items) std::visit([](auto& any) { any.node = k_artifact; }, item);
    strip.links.clear();
    strip.references.clear();
    strip.anchors.clear();
    if (strip.row == nullptr) continue;
    for (CellFragment& cell : strip.row->cells) make_artifact(cell.flow.strips);
  }
}

void TableLayout::add(const TableBlock& table, const Block& outer) {
  if (table.columns == 0) return;
  const auto parts = divide_columns(table, frame_.width(), flow_.limits_.min_width);
  if (!parts) {
    flow_.diagnostics_.push_back(
        {"layout-too-wide",
         {"", outer.line, 0},
         fmt::format("the table's {} columns do not fit a width of {:.0f} points", table.columns,
                     frame_.width()),
         fmt::format("each column needs at least {:.0f} points", flow_.limits_.min_width),
         "use fewer columns, lower the padding in the theme, or take a larger page"});
    return;
  }
  labels_ = parts->labels;
  line_ = outer.line;
  for (const TablePart& part : parts->parts) {
    part_ = part;
    again_ = &part != &parts->parts.front();
    if (again_) flow_.space_ = std::max(flow_.space_, k_part_gap);
    add_part(table);
  }
}

void TableLayout::add_part(const TableBlock& table) {
  if (!table.caption.empty()) {
    const std::size_t first = flow_.flow_.strips.size();
    flow_.add(table.caption, frame_);
    if (again_) make_artifact(std::span(flow_.flow_.strips).subspan(first));
    flow_.demand_break(Break::avoided);
  }
  const auto head_end = static_cast<std::size_t>(
      std::ranges::find_if(table.rows, [](const RowBlock& row) { return !row.head; }) - table.rows.begin());
  emit(lay_out(table, 0, head_end), table, 0);
  const int outer_head = flow_.head_;
  if (head_end > 0) flow_.head_ = repeat_head(lay_out(table, 0, head_end));
  table_head_ = flow_.head_;
  emit(lay_out(table, head_end, table.rows.size()), table, head_end);
  flow_.head_ = outer_head;
}

bool TableLayout::shows(const CellBlock& cell) const {
  const std::size_t end = cell.column + cell.column_span;
  return cell.column < labels_ || (cell.column < part_.end && end > part_.first);
}

bool TableLayout::repeats(const CellBlock& cell) const {
  return again_ && (cell.column < labels_ || cell.column < part_.first);
}

double TableLayout::edge(std::size_t column) const {
  if (column <= labels_) return part_.edges[column];
  return part_.edges[labels_ + std::clamp(column, part_.first, part_.end) - part_.first];
}

std::vector<const CellBlock*> TableLayout::cells_of(const RowBlock& row) const {
  std::vector<const CellBlock*> cells;
  for (const CellBlock& cell : row.cells)
    if (shows(cell)) cells.push_back(&cell);
  return cells;
}

TableLayout::Rows TableLayout::lay_out(const TableBlock& table, std::size_t first, std::size_t end) {
  Rows rows;
  for (std::size_t i = first; i < end && flow_.has_room(line_); ++i) {
    rows.rows.push_back(lay_out(table.rows[i]));
    rows.heights.push_back(rows.rows.back().height());
  }
  rows.spanned.resize(rows.rows.size(), false);
  add_spans(table, first, rows);
  return rows;
}

TableRow TableLayout::lay_out(const RowBlock& block) {
  TableRow row;
  row.background = block.box.background;
  row.border_colour = block.box.border_colour;
  row.border_bottom_width = std::max(block.box.border_width, block.box.border_bottom_width);
  const bool rtl = frame_.direction == model::Direction::right_to_left;
  row.left = rtl ? frame_.right - part_.width() : frame_.left;
  row.right = rtl ? frame_.right : frame_.left + part_.width();
  for (const CellBlock* cell : cells_of(block)) row.cells.push_back(lay_out(*cell));
  align_baselines(row);
  const double height = row.height();
  const double page = flow_.limits_.page_height;
  row.divisible = !block.head && height > page * (block.box.keep_together ? k_tall_row : k_small_row);
  return row;
}

CellFragment TableLayout::lay_out(const CellBlock& block) {
  CellFragment cell;
  const double start = edge(block.column);
  const double end = edge(block.column + block.column_span);
  const bool rtl = frame_.direction == model::Direction::right_to_left;
  cell.left = rtl ? frame_.right - end : frame_.left + start;
  cell.right = rtl ? frame_.right - start : frame_.left + end;
  cell.direction = frame_.direction;
  cell.box = block.style.box;
  cell.inset_top = cell.box.inset_top();
  cell.inset_bottom = cell.box.inset_bottom();
  cell.first_column = block.column == 0;
  cell.spanning = block.row_span > 1;

  Frame inner = Frame{cell.left, cell.right, frame_.direction}.inside(
      cell.box.inset_start() + cell.box.indent.value_or(0), cell.box.inset_end());
  inner.direction = block.direction;
  FlowBuilder flow(&flow_);
  flow.add(block.children, inner);
  cell.flow = flow.take();
  if (repeats(block)) make_artifact(cell.flow.strips);
  return cell;
}

void TableLayout::add_spans(const TableBlock& table, std::size_t first, Rows& rows) {
  for (std::size_t r = 0; r < rows.rows.size(); ++r) {
    const std::vector<const CellBlock*> cells = cells_of(table.rows[first + r]);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::size_t span = std::min(cells[c]->row_span, rows.rows.size() - r);
      CellFragment& cell = rows.rows[r].cells[c];
      cell.spanning = span > 1;
      if (!cell.spanning) {
        rows.heights[r] = std::max(rows.heights[r], cell.height());
        continue;
      }
      double together = 0;
      for (std::size_t i = r; i < r + span; ++i) together += rows.heights[i];
      const double height = cell.height();
      rows.heights[r + span - 1] += std::max(0.0, height - together);
      for (std::size_t i = r + 1; i < r + span; ++i) rows.spanned[i] = true;
      cell.spans_on = true;
      for (std::size_t i = r + 1; i < r + span; ++i) {
        CellFragment below;
        below.left = cell.left;
        below.right = cell.right;
        below.direction = cell.direction;
        below.box = cell.box;
        below.first_column = cell.first_column;
        below.spans_on = i + 1 < r + span;
        rows.rows[i].cells.push_back(std::move(below));
      }
    }
  }
}

int TableLayout::repeat_head(Rows rows) {
  RepeatedHead head;
  head.outer = flow_.head_;
  if (head.outer >= 0) head.height = flow_.flow_.heads[static_cast<std::size_t>(head.outer)].height;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    Strip strip;
    strip.box = flow_.box_;
    strip.height = rows.heights[i];
    head.height += strip.height;
    strip.row = std::make_unique<TableRow>(std::move(rows.rows[i]));
    strip.row->first = i == 0;
    head.strips.push_back(std::move(strip));
  }
  if (head.height > flow_.limits_.page_height * k_high_head) return flow_.head_;
  flow_.flow_.heads.push_back(std::move(head));
  return static_cast<int>(flow_.flow_.heads.size()) - 1;
}

void TableLayout::emit(Rows rows, const TableBlock& table, std::size_t first) {
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const std::size_t index = first + i;
    const RowBlock& block = table.rows[index];
    const bool after_head = index > 0 && table.rows[index - 1].head;
    const bool after_group = index > 0 && table.rows[index - 1].group;
    const bool last = index + 1 == table.rows.size() && index > 0;
    const bool kept = i > 0 && table.rows[index - 1].box.keep_with_next;
    if (rows.spanned[i])
      flow_.demand_break(Break::never);
    else if (after_head || after_group || last || kept || block.box.keep_with_previous)
      flow_.demand_break(Break::avoided);

    Strip strip;
    if (!again_) strip.anchors = block.anchors;
    for (const CellBlock* cell : cells_of(block))
      if (!repeats(*cell))
        strip.anchors.insert(strip.anchors.end(), cell->anchors.begin(), cell->anchors.end());
    strip.height = rows.heights[i];
    strip.row = std::make_unique<TableRow>(std::move(rows.rows[i]));
    strip.row->first = index == 0;
    if ((block.new_section || block.group) && !block.head) flow_.head_ = table_head_;
    flow_.emit(std::move(strip));
    if (block.group) flow_.head_ = repeat_head(lay_out(table, index, index + 1));
  }
}

}  // namespace generator::typeset
