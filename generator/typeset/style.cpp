#include "generator/typeset/style.h"

#include <algorithm>

namespace generator::typeset {
namespace {

bool is_heading(document::Tag tag) {
  return tag == document::Tag::h1 || tag == document::Tag::h2 || tag == document::Tag::h3;
}

}  // namespace

bool BoxStyle::decorated() const {
  return background || padding > 0 || padding_side > 0 || border_width > 0 || border_start_width > 0 ||
         border_bottom_width > 0;
}

double BoxStyle::inset_bottom() const {
  return std::max(border_width, border_bottom_width) + padding;
}

double BoxStyle::inset_start() const {
  return std::max(border_width, border_start_width) + padding_side;
}

Style StyleResolver::root() const {
  Style style;
  style.text.size = 10;
  style.text.line_height = 1.4;
  apply(theme_.body, style);
  return style;
}

Style StyleResolver::of(const document::Element& element, const Style& parent,
                        const model::LanguageTag& language) const {
  using document::Tag;
  Style style;
  style.text = parent.text;
  style.align = parent.align;
  if (is_heading(element.tag) || element.tag == Tag::strong || element.tag == Tag::th)
    style.text.weight = Weight::bold;
  if (element.tag == Tag::em) style.text.italic = true;
  if (element.tag == Tag::a) style.text.underlined = true;
  style.box.keep_with_next = is_heading(element.tag);
  apply(properties_of(element, language), style);
  return style;
}

const document::Properties& StyleResolver::properties_of(const document::Element& element,
                                                         const model::LanguageTag& language) const {
  const auto known = known_.find(std::tie(element.tag, element.classes, language));
  if (known != known_.end()) return known->second;
  return known_.emplace(Kind(element.tag, element.classes, language), theme_.properties_of(element, language))
      .first->second;
}

TextStyle StyleResolver::furniture(const std::string& class_name, const model::LanguageTag& language) const {
  document::Element element;
  element.classes.push_back(class_name);
  Style style = root();
  style.text.size = 8 * scale_;
  style.text.line_height = 1.2;
  apply(properties_of(element, language), style);
  return style.text;
}

void StyleResolver::apply(const document::Properties& set, Style& style) const {
  if (set.font_size) style.text.size = *set.font_size * scale_;
  if (set.bold) style.text.weight = *set.bold ? Weight::bold : Weight::regular;
  if (set.italic) style.text.italic = *set.italic;
  if (set.colour) style.text.colour = *set.colour;
  if (set.line_height) style.text.line_height = *set.line_height;
  if (set.align) style.align = *set.align;

  BoxStyle& box = style.box;
  box.space_before = set.space_before.value_or(0) * scale_;
  box.space_after = set.space_after.value_or(0) * scale_;
  box.padding = set.padding.value_or(0) * scale_;
  box.padding_side = set.padding_side.value_or(set.padding.value_or(0)) * scale_;
  if (set.indent) box.indent = *set.indent * scale_;
  box.term_width = set.term_width.value_or(0) * scale_;
  box.background = set.background;
  if (set.border_colour) box.border_colour = *set.border_colour;
  box.border_width = set.border_width.value_or(0);
  box.border_start_width = set.border_start_width.value_or(0);
  box.border_bottom_width = set.border_bottom_width.value_or(0);
  box.keep_together = set.keep_together.value_or(false);
  if (set.keep_with_next) box.keep_with_next = *set.keep_with_next;
  box.keep_with_previous = set.keep_with_previous.value_or(false);
  box.columns = static_cast<std::size_t>(set.columns.value_or(1));
  style.least_pages = set.least_pages.value_or(0);
  style.even_columns = set.even_columns.value_or(false);
  style.column_width = set.column_width.value_or(0) * scale_;
  style.stripes = set.stripes;
  style.beside = set.beside.value_or(false);
  style.page_reference = set.page_reference.value_or(false);
  if (style.page_reference) style.text.underlined = false;  // its number says that it leads somewhere
  box.page_break_before = set.page_break_before.value_or(false);
}

}  // namespace generator::typeset
