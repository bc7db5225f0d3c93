#include "generator/typeset/columns_layout.h"

#include <algorithm>
#include <iterator>

namespace generator::typeset {
namespace {

/// Points between two columns.
constexpr double k_gap = 24;
/// A column is at least so many ems wide.
constexpr double k_least_ems = 15;
/// Halvings in the search for the least height: far below a point.
constexpr int k_search_steps = 16;

void shift_across(Flow& flow, double by);

void shift_across(Strip& strip, double by) {
  for (Item& item : strip.items) {
    if (auto* text = std::get_if<TextItem>(&item)) text->origin.x += by;
    if (auto* path = std::get_if<PathItem>(&item)) shift(*path, {by, 0});
  }
  for (LinkArea& link : strip.links) link.area.x += by;
  for (PageReference& reference : strip.references) {
    reference.text_end += by;
    reference.number_end += by;
  }
  if (strip.row == nullptr) return;
  strip.row->left += by;
  strip.row->right += by;
  for (CellFragment& cell : strip.row->cells) {
    cell.left += by;
    cell.right += by;
    shift_across(cell.flow, by);
  }
}

void shift_across(Flow& flow, double by) {
  for (Box& box : flow.boxes) {
    box.left += by;
    box.right += by;
  }
  for (Strip& strip : flow.strips) shift_across(strip, by);
}

/// Where each column ends if none may be higher; fewer ends than columns if not all columns are needed.
std::vector<std::size_t> fill(const Flow& flow, std::size_t columns, double height) {
  std::vector<std::size_t> ends;
  std::size_t first = 0;
  while (ends.size() < columns && first < flow.strips.size()) {
    const std::size_t count = fitting(flow, first, height);
    if (count == 0) break;
    first += count;
    ends.push_back(first);
  }
  return ends;
}

/// The ends of columns of the least equal height; all in the first if no page holds them.
std::vector<std::size_t> balance(const Flow& flow, std::size_t columns, double page_height) {
  const auto holds_all = [&](const std::vector<std::size_t>& ends) {
    return !ends.empty() && ends.back() == flow.strips.size();
  };
  std::vector<std::size_t> best = fill(flow, columns, page_height);
  if (!holds_all(best)) return {flow.strips.size()};
  double low = 0;
  double high = page_height;
  for (int step = 0; step < k_search_steps; ++step) {
    const double middle = (low + high) / 2;
    auto ends = fill(flow, columns, middle);
    if (holds_all(ends)) {
      best = std::move(ends);
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

/// Puts the flow's strips up to each end into the columns of `row`; what lies behind the last end stays.
void distribute(Flow& flow, const std::vector<std::size_t>& ends, TableRow& row) {
  std::size_t first = 0;
  const auto at = [&](std::size_t i) { return flow.strips.begin() + static_cast<std::ptrdiff_t>(i); };
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    CellFragment& cell = row.cells[i];
    cell.flow = {};
    if (i >= ends.size()) continue;
    if (i == 0 && ends[i] == flow.strips.size()) {
      cell.flow = std::move(flow);
      flow = {};
      return;
    }
    cell.flow.boxes = flow.boxes;
    cell.flow.strips.assign(std::make_move_iterator(at(first)), std::make_move_iterator(at(ends[i])));
    shift_across(cell.flow, cell.left - row.cells.front().left);
    first = ends[i];
  }
  flow.strips.erase(flow.strips.begin(), at(first));
}

/// All strips, as they were before they were shared.
Flow gather(TableRow& row) {
  Flow flow;
  for (CellFragment& cell : row.cells) {
    if (cell.flow.strips.empty()) continue;
    shift_across(cell.flow, row.cells.front().left - cell.left);
    if (flow.strips.empty())
      flow = std::move(cell.flow);
    else
      std::ranges::move(cell.flow.strips, std::back_inserter(flow.strips));
  }
  return flow;
}

}  // namespace

ColumnFrames column_frames(std::size_t wanted, double available, double text_size) {
  ColumnFrames frames{wanted, available};
  for (; frames.count > 1; --frames.count) {
    frames.width =
        (available - k_gap * static_cast<double>(frames.count - 1)) / static_cast<double>(frames.count);
    if (frames.width >= k_least_ems * text_size) return frames;
  }
  frames.width = available;
  return frames;
}

std::unique_ptr<TableRow> share_among_columns(Flow flow, ColumnFrames frames, double left, double right,
                                              model::Direction direction, double page_height) {
  auto row = std::make_unique<TableRow>();
  row->left = left;
  row->right = right;
  row->column_height = page_height;
  for (std::size_t i = 0; i < frames.count; ++i) {
    CellFragment cell;
    const double along = static_cast<double>(i) * (frames.width + k_gap);
    cell.left = direction == model::Direction::right_to_left ? right - along - frames.width : left + along;
    cell.right = cell.left + frames.width;
    cell.direction = direction;
    row->cells.push_back(std::move(cell));
  }
  distribute(flow, balance(flow, frames.count, page_height), *row);
  return row;
}

std::unique_ptr<TableRow> divide_columns(TableRow& row, double available, Force force) {
  Flow flow = gather(row);
  std::vector<std::size_t> ends = fill(flow, row.cells.size(), available);
  if (ends.empty() && force == Force::yes) {
    release_spans(flow, 0, inseparable_end(flow, 0));
    ends = fill(flow, row.cells.size(), available);
    if (ends.empty()) {
      divide_first_strip(flow, available);
      ends = fill(flow, row.cells.size(), available);
    }
  }
  if (ends.empty() || ends.back() == flow.strips.size()) {
    distribute(flow, balance(flow, row.cells.size(), row.column_height), row);
    return nullptr;
  }
  distribute(flow, ends, row);
  const ColumnFrames frames{row.cells.size(), row.cells.front().right - row.cells.front().left};
  auto rest = share_among_columns(std::move(flow), frames, row.left, row.right, row.cells.front().direction,
                                  row.column_height);
  rest->divisible = row.divisible;
  return rest;
}

}  // namespace generator::typeset
