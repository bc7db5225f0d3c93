#include <fmt/format.h>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/structure.h"
#include "generator/typeset/typesetter.h"

namespace generator::typeset {
namespace {

std::string colour(const document::Colour& value) {
  return fmt::format("#{:02x}{:02x}{:02x}", value.red, value.green, value.blue);
}

std::string owner(NodeIndex node) {
  return node == k_artifact ? "artifact" : fmt::format("node {}", node);
}

/// Text in quotes; what cannot be seen is shown by its code point.
std::string in_quotes(std::u16string_view text) {
  std::string shown = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t unit = text[i];
    const bool invisible = unit < 0x20 || unit == u'"' || unit == 0xa0 ||
                           (unit >= 0x200b && unit <= 0x200f) || (unit >= 0x2028 && unit <= 0x202e) ||
                           (unit >= 0x2066 && unit <= 0x2069);
    if (invisible) {
      shown += fmt::format("<{:04x}>", static_cast<unsigned>(unit));
      continue;
    }
    const bool pair = unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.size();
    shown += to_utf8(text.substr(i, pair ? 2 : 1));
    if (pair) ++i;
  }
  return shown + "\"";
}

class Dumper {
 public:
  std::string dump(const Pages& pages) {
    line("language {} {}", pages.language.text(),
         pages.direction == model::Direction::right_to_left ? "rtl" : "ltr");
    for (std::size_t i = 0; i < pages.pages.size(); ++i) add_page(pages.pages[i], i + 1);
    if (!pages.structure.empty()) {
      line("structure");
      add_node(pages.structure, 0, 1);
    }
    for (const OutlineEntry& entry : pages.outline)
      line("outline {} page {} y {:.1f} {}", entry.level, entry.target.page + 1, entry.target.y,
           in_quotes(to_utf16(entry.title)));
    for (const auto& [id, target] : pages.destinations)
      line("destination #{} page {} y {:.1f}", id, target.page + 1, target.y);
    return std::move(text_);
  }

 private:
  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    text_ += fmt::format(format, std::forward<Arguments>(arguments)...);
    text_ += '\n';
  }

  void add_page(const Page& page, std::size_t number) {
    line("page {} {:.1f} x {:.1f}", number, page.width, page.height);
    for (const Item& item : page.items) std::visit([this](const auto& any) { add(any); }, item);
    for (const LinkArea& link : page.links)
      line("  link {:.1f} {:.1f} {:.1f} x {:.1f} {} -> {} {}", link.area.x, link.area.y, link.area.width,
           link.area.height, owner(link.node), link.target, in_quotes(to_utf16(link.contents)));
  }

  void add(const TextItem& item) {
    const GlyphRun& run = item.run;
    line("  text {:.1f} {:.1f} w {:.1f} {} {:.1f} {}{}{}{} {} {}", item.origin.x, item.origin.y, run.advance,
         run.face == nullptr ? "-" : run.face->postscript_name(), run.size, colour(run.colour),
         run.right_to_left ? " rtl" : "", run.underlined ? " underlined" : "", run.slanted ? " slanted" : "",
         owner(item.node), in_quotes(run.text));
  }

  void add(const PathItem& item) {
    std::string paint;
    if (item.fill) paint += " fill " + colour(*item.fill);
    if (item.stroke) paint += fmt::format(" stroke {} {:.2f}", colour(*item.stroke), item.stroke_width);
    for (const double dash : item.dashes) paint += fmt::format(" dash {:.1f}", dash);
    line("  path{} {} {}", paint, owner(item.node), outline(item));
  }

  static std::string outline(const PathItem& item) {
    std::string steps;
    for (const PathItem::Step& step : item.steps) {
      if (!steps.empty()) steps += ' ';
      if (const auto* move = std::get_if<PathItem::Move>(&step))
        steps += fmt::format("M {:.1f} {:.1f}", move->to.x, move->to.y);
      if (const auto* to = std::get_if<PathItem::Line>(&step))
        steps += fmt::format("L {:.1f} {:.1f}", to->to.x, to->to.y);
      if (const auto* curve = std::get_if<PathItem::Curve>(&step))
        steps +=
            fmt::format("C {:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", curve->control1.x, curve->control1.y,
                        curve->control2.x, curve->control2.y, curve->to.x, curve->to.y);
      if (std::holds_alternative<PathItem::Close>(step)) steps += 'Z';
    }
    return steps;
  }

  void add_node(const std::vector<StructureNode>& structure, NodeIndex index, int depth) {
    const StructureNode& node = structure[static_cast<std::size_t>(index)];
    std::string facts;
    if (node.language) facts += " lang " + node.language->text();
    if (node.ordered) facts += " ordered";
    if (node.scope == document::Scope::column) facts += " scope col";
    if (node.scope == document::Scope::row) facts += " scope row";
    if (node.scope == document::Scope::row_group) facts += " scope rowgroup";
    if (node.column_span > 1) facts += fmt::format(" colspan {}", node.column_span);
    if (node.row_span > 1) facts += fmt::format(" rowspan {}", node.row_span);
    if (!node.id.empty()) facts += " id " + node.id;
    for (const std::string& header : node.headers) facts += " headed-by " + header;
    if (!node.alternative.empty()) facts += " alt " + in_quotes(to_utf16(node.alternative));
    if (!node.actual_text.empty()) facts += " says " + in_quotes(node.actual_text);
    line("{}{} {}{}", std::string(static_cast<std::size_t>(depth) * 2, ' '), to_string(node.role), index,
         facts);
    for (const NodeIndex child : node.children) add_node(structure, child, depth + 1);
  }

  std::string text_;
};

}  // namespace

std::string dump(const Pages& pages) {
  return Dumper().dump(pages);
}

}  // namespace generator::typeset
