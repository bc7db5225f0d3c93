#include "generator/typeset/table_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/typeset/table_columns.h"

namespace generator::typeset {
namespace {

/// A row lower than this part of a page is not worth dividing.
constexpr double k_small_row = 0.25;
/// A row higher than this part of a page is divided even if the theme would keep it together.
constexpr double k_tall_row = 0.85;
/// Where options stand side by side, the labels of the rows get up to this part of the width.
constexpr double k_label_share = 0.18;
/// Where long words of the options leave them less, they get up to this part.
constexpr double k_least_label_share = 0.14;
/// A head higher than this part of a page is not repeated.
constexpr double k_high_head = 0.4;
/// Cells over several rows that need more than this part of a page cannot hold their rows together.
constexpr double k_high_span = 0.9;

void share_evenly(std::vector<WidthNeed>& needs) {
  WidthNeed most;
  for (std::size_t i = 1; i < needs.size(); ++i) {
    most.min = std::max(most.min, needs[i].min);
    most.max = std::max(most.max, needs[i].max);
  }
  for (std::size_t i = 1; i < needs.size(); ++i) needs[i] = most;
}

/// The labels get what they need, and a little more if there is some; the others share the rest evenly, but
/// for those whose longest word needs more. None if not even all of those fit.
std::optional<std::vector<double>> evenly_but_for_long_words(const std::vector<WidthNeed>& needs,
                                                             double available) {
  double least = 0;
  for (const WidthNeed& need : needs) least += need.min;
  if (least > available) return std::nullopt;
  std::vector<double> widths(needs.size());
  widths[0] = needs[0].min + std::min(available - least, available * k_least_label_share);
  widths[0] = std::min(widths[0], std::max(needs[0].min, available * k_least_label_share));
  double room = available - widths[0];
  std::vector<std::size_t> open;
  for (std::size_t i = 1; i < needs.size(); ++i) open.push_back(i);
  std::ranges::sort(open, std::ranges::greater{}, [&](std::size_t i) { return needs[i].min; });
  for (std::size_t k = 0; k < open.size(); ++k) {
    const double even = room / static_cast<double>(open.size() - k);
    widths[open[k]] = std::max(even, needs[open[k]].min);
    room -= widths[open[k]];
  }
  return widths;
}

double side_insets(const BoxStyle& box) {
  return box.inset_start() + box.inset_end() + box.indent.value_or(0);
}

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

void raise_anchors(TableRow& row, std::vector<std::string>& anchors) {
  for (CellFragment& cell : row.cells) {
    for (Strip& strip : cell.flow.strips) {
      if (strip.row != nullptr) raise_anchors(*strip.row, strip.anchors);
      anchors.insert(anchors.end(), strip.anchors.begin(), strip.anchors.end());
      strip.anchors.clear();
    }
  }
}

void TableLayout::add(const TableBlock& table, const Block& outer) {
  if (!find_columns(table, outer.line)) return;
  if (!table.caption.empty()) {
    flow_.add(table.caption, frame_);
    flow_.demand_break(Break::avoided);
  }
  const auto head_end = static_cast<std::size_t>(
      std::ranges::find_if(table.rows, [](const RowBlock& row) { return !row.head; }) - table.rows.begin());
  emit(lay_out(table, 0, head_end), table, 0);
  const int outer_head = flow_.head_;
  if (head_end > 0) flow_.head_ = repeat_head(lay_out(table, 0, head_end));
  emit(lay_out(table, head_end, table.rows.size()), table, head_end);
  flow_.head_ = outer_head;
}

bool TableLayout::find_columns(const TableBlock& table, std::size_t line) {
  if (table.columns == 0) return false;
  double insets = 0;
  for (const RowBlock& row : table.rows)
    for (const CellBlock& cell : row.cells) insets = std::max(insets, side_insets(cell.style.box));
  const std::vector<WidthNeed> needs = column_needs(table);
  const double floor = flow_.limits_.min_width + insets;
  std::optional<std::vector<double>> widths;
  if (table.equal_columns) {
    std::vector<WidthNeed> even = needs;
    share_evenly(even);
    // The labels of the rows want less than the options say, but not so little that they become columns of
    // single words.
    even[0].min = std::max(even[0].min, std::min(even[0].max, frame_.width() * k_label_share));
    double least = 0;
    for (const WidthNeed& need : even) least += need.min;
    if (least <= frame_.width())
      widths = column_widths(even, frame_.width(), floor);
    else
      widths = evenly_but_for_long_words(needs, frame_.width());
  }
  if (!widths) widths = column_widths(needs, frame_.width(), floor);
  if (!widths) {
    flow_.diagnostics_.push_back({"layout-too-wide",
                                  {"", line, 0},
                                  fmt::format("the table's {} columns do not fit a width of {:.0f} points",
                                              table.columns, frame_.width()),
                                  fmt::format("each column needs at least {:.0f} points", floor),
                                  "use fewer columns, split the table, or take a larger page"});
    return false;
  }
  edges_ = {0};
  for (const double width : *widths) edges_.push_back(edges_.back() + width);
  return true;
}

TableLayout::Rows TableLayout::lay_out(const TableBlock& table, std::size_t first, std::size_t end) {
  Rows rows;
  for (std::size_t i = first; i < end; ++i) {
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
  row.left = frame_.left;
  row.right = frame_.right;
  for (const CellBlock& cell : block.cells) row.cells.push_back(lay_out(cell));
  align_baselines(row);
  const double height = row.height();
  const double page = flow_.limits_.page_height;
  row.divisible = !block.head && height > page * (block.box.keep_together ? k_tall_row : k_small_row);
  return row;
}

CellFragment TableLayout::lay_out(const CellBlock& block) {
  CellFragment cell;
  const double start = edges_[block.column];
  const double end = edges_[block.column + block.column_span];
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
  FlowBuilder flow(flow_.limits_, flow_.links_, flow_.diagnostics_);
  flow.add(block.children, inner);
  cell.flow = flow.take();
  return cell;
}

void TableLayout::add_spans(const TableBlock& table, std::size_t first, Rows& rows) {
  for (std::size_t r = 0; r < rows.rows.size(); ++r) {
    const RowBlock& block = table.rows[first + r];
    for (std::size_t c = 0; c < block.cells.size(); ++c) {
      const std::size_t span = std::min(block.cells[c].row_span, rows.rows.size() - r);
      if (span < 2) continue;
      CellFragment& cell = rows.rows[r].cells[c];
      double together = 0;
      for (std::size_t i = r; i < r + span; ++i) together += rows.heights[i];
      const double height = cell.height();
      if (std::max(height, together) > flow_.limits_.page_height * k_high_span) {
        // Pages will divide these rows: the whole content goes into the first, which can be divided itself.
        cell.spanning = false;
        rows.heights[r] = std::max(rows.heights[r], height);
      } else {
        rows.heights[r + span - 1] += std::max(0.0, height - together);
        for (std::size_t i = r + 1; i < r + span; ++i) rows.spanned[i] = true;
      }
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
    if (after_head || after_group || last || rows.spanned[i] || block.box.keep_with_previous)
      flow_.demand_break(Break::avoided);
    if (block.box.keep_with_next && i + 1 < rows.rows.size()) rows.spanned[i + 1] = true;

    Strip strip;
    strip.anchors = block.anchors;
    for (const CellBlock& cell : block.cells)
      strip.anchors.insert(strip.anchors.end(), cell.anchors.begin(), cell.anchors.end());
    strip.height = rows.heights[i];
    strip.row = std::make_unique<TableRow>(std::move(rows.rows[i]));
    strip.row->first = index == 0;
    raise_anchors(*strip.row, strip.anchors);
    flow_.emit(std::move(strip));
  }
}

}  // namespace generator::typeset
