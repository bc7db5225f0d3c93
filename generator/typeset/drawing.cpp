#include "generator/typeset/drawing.h"

#include <algorithm>

#include "generator/document/markup_rules.h"
#include "generator/typeset/inline_collector.h"
#include "generator/typeset/path_data.h"

namespace generator::typeset {
namespace {

using document::Colour;
using document::Element;
using document::Tag;
using model::Direction;

/// Numbers are rounded where they are written: so much of the longer side may reach over an edge.
constexpr double k_edge_tolerance = 0.005;
/// What of a line of text stands above and below its baseline, in its size.
constexpr double k_above_baseline = 0.75;
constexpr double k_below_baseline = 0.25;
/// Dashes on paper, in points: longer than any line, and shorter than can be seen.
constexpr double k_longest_dash = 10000;
constexpr double k_shortest_dash = 0.05;

const std::string* attribute(const Element& element, std::string_view name) {
  for (const auto& [key, value] : element.drawing)
    if (key == name) return &value;
  return nullptr;
}

double number(const Element& element, std::string_view name, double otherwise = 0) {
  const std::string* value = attribute(element, name);
  return value == nullptr ? otherwise : document::parse_number(*value).value_or(otherwise);
}

std::vector<double> numbers(std::string_view text) {
  std::vector<double> values;
  while (true) {
    const std::size_t begin = text.find_first_not_of(" ,");
    if (begin == std::string_view::npos) return values;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(" ,"), text.size());
    values.push_back(document::parse_number(text.substr(0, end)).value_or(0));
    text.remove_prefix(end);
  }
}

/// "#rgb" or "#rrggbb"; anything else is no paint.
std::optional<Colour> colour(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text.front() != '#') return std::nullopt;
  const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); };
  const std::size_t width = text.size() == 4 ? 1 : 2;
  std::array<std::uint8_t, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    const unsigned high = digit(text[1 + i * width]);
    const unsigned low = digit(text[1 + i * width + (width - 1)]);
    parts[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Colour{parts[0], parts[1], parts[2]};
}

/// What g hands down to its children.
struct Paint {
  std::optional<std::optional<Colour>> fill;  ///< absent: not stated; holding none: "none"
  std::optional<Colour> stroke;
  double stroke_width = 1;
  std::vector<double> dashes;
};

/// The x of the left end of a text that is anchored at 0: start is the right end where text runs to the left.
double left_end(const DrawingText& text) {
  const bool rtl = text.direction == Direction::right_to_left;
  switch (text.anchor) {
    case Anchor::start: return rtl ? -text.line.width : 0;
    case Anchor::middle: return -text.line.width / 2;
    case Anchor::end: return rtl ? 0 : -text.line.width;
  }
  return 0;
}

class DrawingReader {
 public:
  DrawingReader(const StyleResolver& styles, const FontSet& fonts, Drawing& drawing,
                base::Diagnostics& diagnostics)
      : styles_(styles), fonts_(fonts), drawing_(drawing), diagnostics_(diagnostics) {}

  void read_children(const Element& parent, const DrawingContext& context, const Paint& paint) {
    for (const document::Node& node : parent.children) {
      const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
      if (child != nullptr) read(**child, context, paint);
    }
  }

 private:
  void read(const Element& element, const DrawingContext& outer, const Paint& outer_paint) {
    if (element.tag == Tag::title) {
      if (drawing_.alternative.empty()) drawing_.alternative = plain_text(element);
      return;
    }
    DrawingContext context = outer;
    if (element.language) context.language = *element.language;
    context.direction = direction_of(element, outer.direction);
    context.style = styles_.of(element, outer.style, context.language);
    const Paint paint = paint_of(element, outer_paint);
    if (element.tag == Tag::g) return read_children(element, context, paint);
    if (element.tag == Tag::text) return add_text(element, context, paint);
    add_shape(element, context, paint);
  }

  static Paint paint_of(const Element& element, const Paint& outer) {
    Paint paint = outer;
    if (const std::string* fill = attribute(element, "fill")) paint.fill = colour(*fill);
    if (const std::string* stroke = attribute(element, "stroke")) paint.stroke = colour(*stroke);
    paint.stroke_width = number(element, "stroke-width", outer.stroke_width);
    if (const std::string* dashes = attribute(element, "stroke-dasharray")) paint.dashes = numbers(*dashes);
    return paint;
  }

  void add_shape(const Element& element, const DrawingContext& context, const Paint& paint) {
    PathItem item;
    if (element.tag == Tag::rect) {
      const double x = number(element, "x");
      const double y = number(element, "y");
      const double right = x + number(element, "width");
      const double bottom = y + number(element, "height");
      item.steps = {PathItem::Move{{x, y}}, PathItem::Line{{right, y}}, PathItem::Line{{right, bottom}},
                    PathItem::Line{{x, bottom}}, PathItem::Close{}};
    } else if (element.tag == Tag::line) {
      item.steps = {PathItem::Move{{number(element, "x1"), number(element, "y1")}},
                    PathItem::Line{{number(element, "x2"), number(element, "y2")}}};
    } else if (element.tag == Tag::path) {
      const std::string* data = attribute(element, "d");
      auto steps = parse_path_data(data == nullptr ? "" : *data);
      if (!steps) {
        diagnostics_.push_back({"drawing-bad-path",
                                {"", element.line, 0},
                                "the path data cannot be read",
                                "only M, L, H, V, C and Z are known",
                                "write the path with these commands"});
        return;
      }
      item.steps = std::move(*steps);
    }
    // A line has no inside. Elsewhere the theme's background is the fill of its class; SVG's own is black.
    if (element.tag != Tag::line)
      item.fill = paint.fill ? *paint.fill : context.style.box.background.value_or(Colour{});
    item.stroke = paint.stroke;
    item.stroke_width = paint.stroke ? paint.stroke_width : 0;
    if (item.stroke && item.stroke_width <= 0) item.stroke.reset();
    item.dashes = paint.dashes;
    const bool kept = std::ranges::all_of(item.steps, [this](const PathItem::Step& step) {
      if (const auto* move = std::get_if<PathItem::Move>(&step)) return is_inside(move->to);
      if (const auto* line = std::get_if<PathItem::Line>(&step)) return is_inside(line->to);
      if (const auto* curve = std::get_if<PathItem::Curve>(&step))
        return is_inside(curve->control1) && is_inside(curve->control2) && is_inside(curve->to);
      return true;
    });
    const Rectangle& box = drawing_.view_box;
    if (!kept || item.stroke_width > std::max(box.width, box.height)) return complain_outside(element);
    if (item.fill || item.stroke) drawing_.parts.push_back(std::move(item));
  }

  /// What is beyond the edges would be cut off on a screen, and lie over other words on paper.
  bool is_inside(Point point) const {
    const Rectangle& box = drawing_.view_box;
    const double tolerance = k_edge_tolerance * std::max(box.width, box.height);
    return point.x >= box.x - tolerance && point.x <= box.x + box.width + tolerance &&
           point.y >= box.y - tolerance && point.y <= box.y + box.height + tolerance;
  }

  void complain_outside(const Element& element) {
    diagnostics_.push_back({"drawing-outside",
                            {"", element.line, 0},
                            "this reaches beyond the drawing's viewBox",
                            "a screen would cut it off, and paper show it over the words around",
                            "keep it within the viewBox, or make that larger"});
  }

  base::Result<Paragraph> shape(const InlineContent& content, const Element& element,
                                const DrawingContext& context) const {
    auto shaped = Paragraph::shape(content, context.direction, fonts_);
    if (shaped) return shaped;
    for (base::Diagnostic& diagnostic : shaped.error())
      if (diagnostic.place.line == 0) diagnostic.place.line = element.line;
    return shaped;
  }

  void add_text(const Element& element, const DrawingContext& context, const Paint& paint) {
    TextStyle style = context.style.text;
    style.size = number(element, "font-size", style.size);
    if (paint.fill && *paint.fill) style.colour = **paint.fill;
    if (const std::string* weight = attribute(element, "font-weight"))
      style.weight = *weight == "bold" ? Weight::bold : Weight::regular;
    InlineContent content;
    content.text = to_utf16(plain_text(element));
    while (content.text.starts_with(u' ')) content.text.erase(0, 1);
    while (content.text.ends_with(u' ')) content.text.pop_back();
    std::ranges::replace_if(
        content.text, [](char16_t unit) { return unit == 0x2028 || unit == 0x2029 || unit == 0x85; }, u' ');
    if (content.text.empty()) return;
    if (style.size <= 0) {
      diagnostics_.push_back({"drawing-no-size",
                              {"", element.line, 0},
                              "the text has no size",
                              "nobody could read it",
                              "give it a font-size above 0"});
      return;
    }
    // Words that a language needs more room for than the drawing has are set smaller.
    const Rectangle& box = drawing_.view_box;
    style.size = std::min(style.size, box.height);
    content.spans.push_back({0, content.text.size(), style, context.language, 0});
    auto shaped = shape(content, element, context);
    if (shaped && shaped->max_width() > box.width) {
      content.spans.front().style.size *= box.width / shaped->max_width();
      shaped = shape(content, element, context);
    }
    if (!shaped) return base::append(diagnostics_, std::move(shaped.error()));
    auto lines = shaped->lines(shaped->max_width() + 1);
    if (lines.empty()) return;
    const std::string* anchor = attribute(element, "text-anchor");
    DrawingText text;
    text.at = {number(element, "x"), number(element, "y")};
    if (anchor != nullptr && *anchor == "middle") text.anchor = Anchor::middle;
    if (anchor != nullptr && *anchor == "end") text.anchor = Anchor::end;
    text.direction = context.direction;
    text.line = std::move(lines.front());
    if (!is_inside(text.at)) return complain_outside(element);
    // And moved in where they would reach over an edge.
    const double size = content.spans.front().style.size;
    const double left = text.at.x + left_end(text);
    text.at.x += std::clamp(left, box.x, std::max(box.x, box.x + box.width - text.line.width)) - left;
    text.at.y =
        std::clamp(text.at.y, box.y + k_above_baseline * size, box.y + box.height - k_below_baseline * size);
    drawing_.parts.push_back(std::move(text));
  }

  const StyleResolver& styles_;
  const FontSet& fonts_;
  Drawing& drawing_;
  base::Diagnostics& diagnostics_;
};

/// User units to points.
struct Placement {
  Point origin;
  Point corner;  ///< of the viewBox
  double scale;

  Point operator()(Point p) const {
    return {origin.x + (p.x - corner.x) * scale, origin.y + (p.y - corner.y) * scale};
  }
  PathItem::Step operator()(const PathItem::Move& step) const { return PathItem::Move{(*this)(step.to)}; }
  PathItem::Step operator()(const PathItem::Line& step) const { return PathItem::Line{(*this)(step.to)}; }
  PathItem::Step operator()(const PathItem::Curve& step) const {
    return PathItem::Curve{(*this)(step.control1), (*this)(step.control2), (*this)(step.to)};
  }
  PathItem::Step operator()(const PathItem::Close& step) const { return step; }
};

}  // namespace

double Drawing::scale_in(double available_width, double available_height) const {
  const double wide = width > 0 ? std::min(width, available_width) : available_width;
  return std::min(wide / view_box.width, available_height / view_box.height);
}

std::vector<Item> Drawing::place(Point origin, double scale, NodeIndex node) const {
  const Placement placement{origin, {view_box.x, view_box.y}, scale};
  std::vector<Item> items;
  for (const DrawingPart& part : parts) {
    if (const auto* path = std::get_if<PathItem>(&part)) {
      PathItem item = *path;
      for (PathItem::Step& step : item.steps) step = std::visit(placement, step);
      item.stroke_width *= scale;
      for (double& dash : item.dashes) dash = std::clamp(dash * scale, k_shortest_dash, k_longest_dash);
      item.node = node;
      items.emplace_back(std::move(item));
      continue;
    }
    const auto& text = std::get<DrawingText>(part);
    const Point at = placement(text.at);
    for (const PlacedRun& placed : text.line.runs) {
      TextItem item{{at.x + (left_end(text) + placed.x) * scale, at.y}, placed.run, node};
      item.run.size *= scale;
      item.run.advance *= scale;
      items.emplace_back(std::move(item));
    }
  }
  return items;
}

base::Result<Drawing> prepare_drawing(const Element& svg, const DrawingContext& context,
                                      const StyleResolver& styles, const FontSet& fonts) {
  Drawing drawing;
  drawing.alternative = svg.label;
  drawing.width = number(svg, "width") * styles.scale();
  if (const std::string* box = attribute(svg, "viewBox")) {
    const auto values = numbers(*box);
    if (values.size() == 4) drawing.view_box = {values[0], values[1], values[2], values[3]};
  }
  if (drawing.view_box.width <= 0 || drawing.view_box.height <= 0)
    return base::failure({"drawing-no-size",
                          {"", svg.line, 0},
                          "the drawing has no size",
                          "without a viewBox nothing says how large a unit is",
                          "give the svg a viewBox of four numbers, the last two above 0"});
  DrawingContext inner = context;
  if (svg.language) inner.language = *svg.language;
  inner.direction = direction_of(svg, context.direction);
  inner.style = styles.of(svg, context.style, inner.language);
  base::Diagnostics diagnostics;
  DrawingReader(styles, fonts, drawing, diagnostics).read_children(svg, inner, {});
  if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));
  return drawing;
}

}  // namespace generator::typeset
