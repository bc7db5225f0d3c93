#include "generator/typeset/strip.h"

#include <algorithm>

#include "generator/typeset/columns_layout.h"

namespace generator::typeset {
namespace {

bool holds(const std::vector<BoxEdge>& edges, int box) {
  return std::ranges::any_of(edges, [box](const BoxEdge& edge) { return edge.box == box; });
}

/// What the strip's row needs, with the insets of the boxes that open or close here.
double height_of_row(const Flow& flow, const Strip& strip) {
  double height = strip.content_top + strip.row->height();
  for (const BoxEdge& edge : strip.closes)
    height += flow.boxes[static_cast<std::size_t>(edge.box)].style.inset_bottom();
  return height;
}

/// Moves strips [first, ...) into a flow of their own that knows the same boxes.
Flow split_off(Flow& flow, std::size_t first) {
  Flow rest;
  rest.boxes = flow.boxes;
  const auto from = flow.strips.begin() + static_cast<std::ptrdiff_t>(first);
  rest.strips.assign(std::make_move_iterator(from), std::make_move_iterator(flow.strips.end()));
  flow.strips.erase(from, flow.strips.end());
  return rest;
}

}  // namespace

Strip::Strip() = default;
Strip::Strip(Strip&&) noexcept = default;
Strip& Strip::operator=(Strip&&) noexcept = default;
Strip::~Strip() = default;

void shift(PathItem& path, Point by) {
  const auto move = [by](Point& point) { point = {point.x + by.x, point.y + by.y}; };
  for (PathItem::Step& step : path.steps) {
    if (auto* start = std::get_if<PathItem::Move>(&step)) move(start->to);
    if (auto* line = std::get_if<PathItem::Line>(&step)) move(line->to);
    if (auto* curve = std::get_if<PathItem::Curve>(&step)) {
      move(curve->control1);
      move(curve->control2);
      move(curve->to);
    }
  }
}

std::size_t fitting(const Flow& flow, std::size_t first, double available) {
  double y = 0;
  std::size_t best = 0;
  Break best_break = Break::avoided;
  for (std::size_t i = first; i < flow.strips.size(); ++i) {
    const Strip& strip = flow.strips[i];
    y += i == first ? flow.continued_top(strip) : strip.space_before;
    y += strip.height;
    if (y + flow.continued_bottom(strip) > available + k_fit_tolerance) break;
    const Break after = i + 1 < flow.strips.size() ? flow.strips[i + 1].break_before : Break::allowed;
    if (after == Break::never) continue;
    if (best == 0 || after <= best_break) {
      best = i + 1 - first;
      best_break = after;
    }
  }
  return best;
}

std::size_t inseparable_end(const Flow& flow, std::size_t first) {
  std::size_t end = first + 1;
  while (end < flow.strips.size() && flow.strips[end].break_before == Break::never) ++end;
  return end;
}

void release_spans(Flow& flow, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    Strip& strip = flow.strips[i];
    if (i > first && strip.break_before == Break::never) strip.break_before = Break::avoided;
    if (strip.row == nullptr) continue;
    for (CellFragment& cell : strip.row->cells) cell.spanning = false;
    strip.row->divisible = true;
    strip.height = height_of_row(flow, strip);
  }
}

std::optional<Strip> divide_strip(const Flow& flow, Strip& strip, double available, Force force) {
  if (strip.row == nullptr) return std::nullopt;
  std::vector<BoxEdge> closes = std::move(strip.closes);
  strip.closes.clear();
  auto rest_row = strip.row->divide(available - flow.continued_bottom(strip) - strip.content_top, force);
  if (rest_row == nullptr) {
    strip.closes = std::move(closes);
    strip.height = height_of_row(flow, strip);  // which may be lower, if its columns were filled anew
    return std::nullopt;
  }
  Strip rest;
  rest.box = strip.box;
  rest.head = strip.head;
  rest.line = strip.line;
  rest.closes = std::move(closes);
  rest.row = std::move(rest_row);
  rest.height = height_of_row(flow, rest);
  strip.height = height_of_row(flow, strip);
  return rest;
}

void divide_first_strip(Flow& flow, double available) {
  if (flow.strips.empty()) return;
  Strip& first = flow.strips.front();
  auto rest = divide_strip(flow, first, available - flow.continued_top(first), Force::yes);
  if (rest) flow.strips.insert(flow.strips.begin() + 1, std::move(*rest));
}

double Flow::continued_top(const Strip& strip) const {
  double inset = 0;
  for (int box = strip.box; box >= 0; box = boxes[static_cast<std::size_t>(box)].parent)
    if (!holds(strip.opens, box)) inset += boxes[static_cast<std::size_t>(box)].style.inset_top();
  return inset;
}

double Flow::continued_bottom(const Strip& strip) const {
  double inset = 0;
  for (int box = strip.box; box >= 0; box = boxes[static_cast<std::size_t>(box)].parent)
    if (!holds(strip.closes, box)) inset += boxes[static_cast<std::size_t>(box)].style.inset_bottom();
  return inset;
}

double Flow::height(std::size_t first, std::size_t end) const {
  if (first >= end) return 0;
  double y = continued_top(strips[first]);
  for (std::size_t i = first; i < end; ++i) y += (i == first ? 0 : strips[i].space_before) + strips[i].height;
  return y + continued_bottom(strips[end - 1]);
}

double TableRow::height() const {
  double most = 0;
  for (const CellFragment& cell : cells)
    if (!cell.spanning) most = std::max(most, cell.height());
  return most;
}

std::unique_ptr<TableRow> TableRow::divide(double available, Force force) {
  if (is_columns()) return divide_columns(*this, available, force);
  std::vector<std::size_t> keep;
  bool some = false;
  bool rest_is_empty = false;
  const auto count_fitting = [&] {
    keep.clear();
    some = false;
    rest_is_empty = true;
    for (const CellFragment& cell : cells) {
      const std::size_t count = fitting(cell.flow, 0, available - cell.inset_top - cell.inset_bottom);
      some = some || count > 0;
      rest_is_empty = rest_is_empty && count == cell.flow.strips.size();
      keep.push_back(count);
    }
  };
  count_fitting();
  if (force == Force::no) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (keep[i] == 0 && !cells[i].flow.strips.empty()) return nullptr;
  } else if (!some) {
    for (CellFragment& cell : cells)
      if (!cell.flow.strips.empty()) release_spans(cell.flow, 0, inseparable_end(cell.flow, 0));
    count_fitting();
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (keep[i] == 0)
        divide_first_strip(cells[i].flow, available - cells[i].inset_top - cells[i].inset_bottom);
    count_fitting();
  }
  if (!some || rest_is_empty) return nullptr;

  auto rest = std::make_unique<TableRow>();
  rest->background = background;
  rest->border_colour = border_colour;
  rest->border_bottom_width = border_bottom_width;
  rest->left = left;
  rest->right = right;
  rest->divisible = divisible;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    CellFragment& cell = cells[i];
    CellFragment part;
    part.left = cell.left;
    part.right = cell.right;
    part.direction = cell.direction;
    part.box = cell.box;
    part.inset_top = cell.box.inset_top();
    part.inset_bottom = cell.inset_bottom;
    part.first_column = cell.first_column;
    part.spans_on = cell.spans_on;
    part.flow = split_off(cell.flow, keep[i]);
    rest->cells.push_back(std::move(part));
  }
  return rest;
}

}  // namespace generator::typeset
