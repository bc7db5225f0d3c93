#include "generator/typeset/strip_painter.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace generator::typeset {
namespace {

using model::Direction;

Point moved(Point point, double y) {
  return {rounded(point.x), rounded(point.y + y)};
}

void add_rectangle(Page& page, double left, double top, double right, double bottom,
                   document::Colour colour) {
  if (right <= left || bottom <= top) return;
  page.items.emplace_back(filled(
      {rounded(left), rounded(top), rounded(right) - rounded(left), rounded(bottom) - rounded(top)}, colour));
}

/// The background and the borders of one area; sides that are not drawn belong to a neighbour.
struct Sides {
  bool top = true;
  bool bottom = true;
  bool start = true;
};

void fill(Page& page, Rectangle area, const BoxStyle& style) {
  if (style.background)
    add_rectangle(page, area.x, area.y, area.x + area.width, area.y + area.height, *style.background);
}

void outline(Page& page, Rectangle area, const BoxStyle& style, Direction direction, Sides sides) {
  const double left = area.x;
  const double top = area.y;
  const double right = area.x + area.width;
  const double bottom = area.y + area.height;
  const bool rtl = direction == Direction::right_to_left;
  const double line = style.border_width;
  const double below = std::max(line, style.border_bottom_width);
  const double start = std::max(sides.start ? line : 0, style.border_start_width);
  const double at_left = rtl ? line : start;
  const double at_right = rtl ? start : line;
  if (sides.top) add_rectangle(page, left, top, right, top + line, style.border_colour);
  if (sides.bottom) add_rectangle(page, left, bottom - below, right, bottom, style.border_colour);
  add_rectangle(page, left, top, left + at_left, bottom, style.border_colour);
  add_rectangle(page, right - at_right, top, right, bottom, style.border_colour);
}

/// Where each box of a flow begins and ends among the placed strips.
void decorate_boxes(Page& page, const Flow& flow, const std::vector<PlacedStrip>& strips) {
  struct Extent {
    bool seen = false;
    double top = 0;
    double bottom = 0;
    bool closes = false;
  };
  if (flow.boxes.empty() || strips.empty()) return;
  std::map<int, Extent> extents;  // outer boxes have the lower index: they lie behind
  for (const PlacedStrip& placed : strips) {
    const Strip& strip = *placed.strip;
    double top = placed.y;
    double bottom = placed.y + placed.height;
    for (int box = strip.box; box >= 0;) {
      const Box& area = flow.boxes[static_cast<std::size_t>(box)];
      const auto is_box = [box](const BoxEdge& edge) { return edge.box == box; };
      const auto opens = std::ranges::find_if(strip.opens, is_box);
      const auto closes = std::ranges::find_if(strip.closes, is_box);
      if (opens == strip.opens.end()) top -= area.style.inset_top();
      if (closes == strip.closes.end()) bottom += area.style.inset_bottom();
      Extent& extent = extents[box];
      if (!extent.seen) {
        extent.seen = true;
        extent.top = opens == strip.opens.end() ? top : placed.y + opens->offset;
      }
      extent.closes = closes != strip.closes.end();
      extent.bottom = extent.closes ? placed.y + placed.height - closes->offset : bottom;
      box = area.parent;
    }
  }
  for (const auto& [box, extent] : extents) {
    const Box& area = flow.boxes[static_cast<std::size_t>(box)];
    // A rule below a heading ends the heading; a full border closes the box on every page.
    const bool bottom = extent.closes || area.style.border_width > 0;
    const Rectangle place{area.left, extent.top, area.right - area.left, extent.bottom - extent.top};
    fill(page, place, area.style);
    outline(page, place, area.style, area.direction, {true, bottom, true});
  }
}

std::vector<PlacedStrip> stack(Flow& flow, double y, Painting painting) {
  std::vector<PlacedStrip> placed;
  for (std::size_t i = 0; i < flow.strips.size(); ++i) {
    Strip& strip = flow.strips[i];
    y += i == 0 ? flow.continued_top(strip) : strip.space_before;
    placed.push_back({&strip, y, strip.height, painting});
    y += strip.height;
  }
  return placed;
}

/// What goes on in the next row has no line below it, but where the page ends.
enum class PageEnd { no, yes };

/// A row of a table in its place.
struct PlacedRow {
  TableRow* row = nullptr;
  double top = 0;
  double bottom = 0;
  PageEnd end = PageEnd::no;
  Painting painting = Painting::content;

  Rectangle area(const CellFragment& cell) const {
    return {cell.left, top, cell.right - cell.left, bottom - top};
  }
};

std::vector<PlacedRow> rows_of(const Flow& flow, const std::vector<PlacedStrip>& strips) {
  std::vector<PlacedRow> rows;
  for (const PlacedStrip& placed : strips) {
    if (placed.strip->row == nullptr) continue;
    double bottom = placed.y + placed.height;
    for (const BoxEdge& edge : placed.strip->closes)
      bottom -= flow.boxes[static_cast<std::size_t>(edge.box)].style.inset_bottom();
    rows.push_back({placed.strip->row.get(), placed.y + placed.strip->content_top, bottom,
                    &placed == &strips.back() ? PageEnd::yes : PageEnd::no, placed.painting});
  }
  return rows;
}

void fill_row(Page& page, const PlacedRow& placed) {
  const TableRow& row = *placed.row;
  if (row.background) add_rectangle(page, row.left, placed.top, row.right, placed.bottom, *row.background);
  for (const CellFragment& cell : row.cells) fill(page, placed.area(cell), cell.box);
}

void outline_row(Page& page, const PlacedRow& placed) {
  const TableRow& row = *placed.row;
  for (const CellFragment& cell : row.cells) {
    outline(page, placed.area(cell), cell.box, cell.direction,
            {row.first, !cell.spans_on || placed.end == PageEnd::yes, cell.first_column});
  }
  if (row.border_bottom_width > 0)
    add_rectangle(page, row.left, placed.bottom - row.border_bottom_width, row.right, placed.bottom,
                  row.border_colour);
}

/// Everything behind the texts. All rows' backgrounds come before their lines: on a screen a background takes
/// the whole pixel at its edge, and would hide the line above it.
void paint_behind(Page& page, const Flow& flow, const std::vector<PlacedStrip>& strips) {
  decorate_boxes(page, flow, strips);
  const std::vector<PlacedRow> rows = rows_of(flow, strips);
  for (const PlacedRow& placed : rows) fill_row(page, placed);
  for (const PlacedRow& placed : rows) outline_row(page, placed);
  for (const PlacedRow& placed : rows)
    for (CellFragment& cell : placed.row->cells)
      paint_behind(page, cell.flow, stack(cell.flow, placed.top + cell.inset_top, placed.painting));
}

struct ItemMover {
  double y;
  void operator()(TextItem& item) const { item.origin = moved(item.origin, y); }
  void operator()(PathItem& item) const {
    for (PathItem::Step& step : item.steps) {
      if (auto* move = std::get_if<PathItem::Move>(&step)) move->to = moved(move->to, y);
      if (auto* line = std::get_if<PathItem::Line>(&step)) line->to = moved(line->to, y);
      if (auto* curve = std::get_if<PathItem::Curve>(&step)) {
        curve->control1 = moved(curve->control1, y);
        curve->control2 = moved(curve->control2, y);
        curve->to = moved(curve->to, y);
      }
    }
  }
};

void paint_strip(Page& page, Strip& strip, double y, Painting painting,
                 std::vector<PlacedReference>& references) {
  const bool artifact = painting == Painting::artifact;
  std::vector<Item> items = artifact ? strip.items : std::move(strip.items);
  for (Item& item : items) {
    std::visit(ItemMover{y}, item);
    if (artifact) std::visit([](auto& any) { any.node = k_artifact; }, item);
    page.items.push_back(std::move(item));
  }
  if (!artifact) {
    for (LinkArea& link : strip.links) {
      link.area.x = rounded(link.area.x);
      link.area.y = rounded(link.area.y + y);
      link.area.width = rounded(link.area.width);
      link.area.height = rounded(link.area.height);
      page.links.push_back(std::move(link));
    }
    for (PageReference& reference : strip.references) {
      reference.baseline += y;
      references.push_back({0, page.items.size(), std::move(reference)});
    }
    strip.items.clear();
    strip.links.clear();
    strip.references.clear();
  }
  if (strip.row == nullptr) return;
  for (CellFragment& cell : strip.row->cells)
    for (const PlacedStrip& inner : stack(cell.flow, y + strip.content_top + cell.inset_top, painting))
      paint_strip(page, *inner.strip, inner.y, painting, references);
}

}  // namespace

double rounded(double value) {
  return std::round(value * 100) / 100 + 0.0;
}

void paint(Page& page, const Flow& flow, const std::vector<PlacedStrip>& strips, std::size_t number,
           std::vector<PlacedReference>& references) {
  paint_behind(page, flow, strips);
  const std::size_t first = references.size();
  for (const PlacedStrip& placed : strips)
    paint_strip(page, *placed.strip, placed.y, placed.painting, references);
  for (std::size_t i = first; i < references.size(); ++i) references[i].page = number;
}

PathItem filled(Rectangle area, document::Colour colour) {
  PathItem item;
  const double right = area.x + area.width;
  const double bottom = area.y + area.height;
  item.steps = {PathItem::Move{{area.x, area.y}}, PathItem::Line{{right, area.y}},
                PathItem::Line{{right, bottom}}, PathItem::Line{{area.x, bottom}}, PathItem::Close{}};
  item.fill = colour;
  return item;
}

}  // namespace generator::typeset
