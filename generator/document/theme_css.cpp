// The theme as a style sheet. The type scale is kept in relation to the reader's own text size (rem), so that
// a page on a screen starts from what the reader has set there, and on paper from the theme's points.
#include <fmt/format.h>

#include <cmath>

#include "generator/document/theme.h"

namespace generator::document {
namespace {

std::string decimal(double value) {
  std::string text = fmt::format("{:.3f}", value);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string hex(const Colour& colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string_view keyword(Align align) {
  switch (align) {
    case Align::start: return "start";
    case Align::centre: return "center";
    case Align::end: return "end";
    case Align::justify: return "justify";
  }
  return "start";
}

/// Writes declarations; lengths relative to `base`, the body's font size in points.
class Declarations {
 public:
  explicit Declarations(double base) : base_(base) {}

  void add(const Properties& set) {
    if (set.font_size) put("font-size", rem(*set.font_size));
    if (set.bold) put("font-weight", *set.bold ? "700" : "400");
    if (set.italic) put("font-style", *set.italic ? "italic" : "normal");
    if (set.colour) put("color", hex(*set.colour));
    if (set.line_height) put("line-height", decimal(*set.line_height));
    if (set.align) put("text-align", std::string(keyword(*set.align)));
    if (set.space_before) put("margin-block-start", rem(*set.space_before));
    if (set.space_after) put("margin-block-end", rem(*set.space_after));
    if (set.padding) put("padding", rem(*set.padding));
    if (set.padding_side) put("padding-inline", rem(*set.padding_side));
    if (set.indent) put("padding-inline-start", rem(*set.indent));
    if (set.term_width) {
      put("display", *set.term_width > 0 ? "grid" : "block");
      put("grid-template-columns", fmt::format("{} minmax(0,1fr)", rem(*set.term_width)));
      put("column-gap", rem(k_term_gap));
    }
    if (set.background) put("background-color", hex(*set.background));
    border("border", set.border_width);
    border("border-inline-start", set.border_start_width);
    border("border-block-end", set.border_bottom_width);
    if (set.border_colour) put("border-color", hex(*set.border_colour));
    if (set.keep_together) put("break-inside", *set.keep_together ? "avoid" : "auto");
    if (set.keep_with_next) put("break-after", *set.keep_with_next ? "avoid" : "auto");
    if (set.keep_with_previous) put("break-before", *set.keep_with_previous ? "avoid" : "auto");
    if (set.columns) put("columns", *set.columns > 1 ? decimal(std::floor(*set.columns)) : "auto");
    if (set.beside && *set.beside) {
      put("display", "grid");
      put("grid-auto-flow", "column");
      put("grid-auto-columns", "minmax(0,1fr)");
      put("column-gap", rem(k_beside_gap));
    }
    if (set.even_columns) put("table-layout", *set.even_columns ? "fixed" : "auto");
    if (set.column_width) put("inline-size", rem(*set.column_width));
    if (set.page_break_before) put("break-before", *set.page_break_before ? "page" : "auto");
  }
  std::string take() { return std::move(text_); }

 private:
  void put(std::string_view name, const std::string& value) { text_ += fmt::format("{}:{};", name, value); }
  std::string rem(double points) const { return points == 0 ? "0" : decimal(points / base_) + "rem"; }
  /// A hairline thinner than a pixel would vanish on a screen.
  void border(std::string_view side, const std::optional<double>& width) {
    if (!width) return;
    put(fmt::format("{}-style", side), *width > 0 ? "solid" : "none");
    put(fmt::format("{}-width", side), *width > 0 ? fmt::format("max(1px,{}pt)", decimal(*width)) : "0");
  }

  double base_;
  std::string text_;
};

/// :where() keeps every rule at the same weight, so that the later one wins, as on paper. `within` selects in
/// what the rule selects.
std::string selector(const Rule& rule, std::string_view within = "") {
  std::string text(rule.tag ? name_of(*rule.tag) : "");
  if (!rule.class_name.empty()) text += "." + rule.class_name;
  if (rule.language) text += ":lang(" + rule.language->text() + ")";
  return fmt::format(":where({}{})", text, within);
}

}  // namespace

std::string to_css(const Theme& theme) {
  const double base = theme.body.font_size.value_or(10);
  std::string css;
  if (const auto a4 = theme.pages.find(PageSize::a4); a4 != theme.pages.end()) {
    const PageLayout& page = a4->second;
    css += fmt::format("@page{{size:{}pt {}pt;margin:{}pt {}pt {}pt;}}\n", decimal(page.width),
                       decimal(page.height), decimal(page.margin_top), decimal(page.margin_side),
                       decimal(page.margin_bottom));
  }
  css += fmt::format("@media print{{html{{font-size:{}pt;}}}}\n", decimal(base));
  Declarations body(base);
  body.add(theme.body);
  css += "body{" + body.take() + "}\n";
  for (const Rule& rule : theme.rules) {
    Declarations declarations(base);
    declarations.add(rule.properties);
    if (std::string text = declarations.take(); !text.empty()) css += selector(rule) + "{" + text + "}\n";
    // On paper the typesetter decides the same by the frame's width; half a line more is the screen's
    // padding.
    if (const double term = rule.properties.term_width.value_or(0); term > 0) {
      css += fmt::format("@media screen and (max-width:{}rem){{{}{{display:block;}}}}\n",
                         decimal(term * k_least_widths_of_term / base + 2), selector(rule));
    }
    if (rule.properties.columns.value_or(1) > 1)
      css += fmt::format("@media screen and (max-width:48rem){{{}{{columns:auto;}}}}\n", selector(rule));
    if (rule.properties.beside.value_or(false))
      css +=
          fmt::format("@media screen and (max-width:48rem){{{0},{0}>*{{display:block;}}}}\n", selector(rule));
    // Links in a close list must be large enough to be hit (WCAG 2.2, 2.5.8).
    if (rule.properties.page_reference.value_or(false))
      css +=
          fmt::format("@media screen{{{}{{display:inline-block;vertical-align:top;padding-block:.2rem;}}}}\n",
                      selector(rule));
    if (rule.properties.stripes)
      css += fmt::format("{}{{background-color:{};}}\n", selector(rule, ">tbody>tr:nth-child(even)"),
                         hex(*rule.properties.stripes));
    if (rule.properties.even_columns.value_or(false))
      css += fmt::format("{} thead>tr>:first-child{{inline-size:17%;}}\n", selector(rule));
  }
  return css;
}

}  // namespace generator::document
