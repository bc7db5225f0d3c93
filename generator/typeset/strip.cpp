#include "generator/typeset/strip.h"

#include <algorithm>

#include "generator/typeset/columns_layout.h"

namespace generator::typeset {
namespace {

bool holds(const std::vector<BoxEdge>& edges, int box) {
  return std::ranges::any_of(edges, [box](const BoxEdge& edge) { return edge.box == box; });
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
    if (best == 0 || after <= best_break) {
      best = i + 1 - first;
      best_break = after;
    }
  }
  return best;
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
  if (is_columns()) return divide_columns(*this, available);
  std::vector<std::size_t> keep;
  bool some = false;
  bool rest_is_empty = true;
  for (const CellFragment& cell : cells) {
    const std::size_t count = fitting(cell.flow, 0, available - cell.inset_top - cell.inset_bottom);
    if (count == 0 && !cell.flow.strips.empty() && force == Force::no) return nullptr;
    some = some || count > 0;
    rest_is_empty = rest_is_empty && count == cell.flow.strips.size();
    keep.push_back(count);
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
