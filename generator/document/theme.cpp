#include "generator/document/theme.h"

#include <array>

#include "generator/document/theme_properties.h"

namespace generator::document {
namespace {

using P = Properties;

constexpr std::array k_properties = {
    PropertyRule{"font-size", NumberProperty{&P::font_size, 4, 72}},
    PropertyRule{"bold", YesNoProperty{&P::bold}},
    PropertyRule{"italic", YesNoProperty{&P::italic}},
    PropertyRule{"colour", ColourProperty{&P::colour}},
    PropertyRule{"line-height", NumberProperty{&P::line_height, 1, 3}},
    PropertyRule{"align", AlignProperty{&P::align}},
    PropertyRule{"space-before", NumberProperty{&P::space_before, 0, 200}},
    PropertyRule{"space-after", NumberProperty{&P::space_after, 0, 200}},
    PropertyRule{"padding", NumberProperty{&P::padding, 0, 100}},
    PropertyRule{"padding-side", NumberProperty{&P::padding_side, 0, 100}},
    PropertyRule{"indent", NumberProperty{&P::indent, 0, 200}},
    PropertyRule{"term-width", NumberProperty{&P::term_width, 0, 300}},
    PropertyRule{"columns", NumberProperty{&P::columns, 1, 4}},
    PropertyRule{"least-pages", NumberProperty{&P::least_pages, 0, 100}},
    PropertyRule{"background", ColourProperty{&P::background}},
    PropertyRule{"border-colour", ColourProperty{&P::border_colour}},
    PropertyRule{"border-width", NumberProperty{&P::border_width, 0, 20}},
    PropertyRule{"border-start-width", NumberProperty{&P::border_start_width, 0, 20}},
    PropertyRule{"border-bottom-width", NumberProperty{&P::border_bottom_width, 0, 20}},
    PropertyRule{"keep-together", YesNoProperty{&P::keep_together}},
    PropertyRule{"keep-with-next", YesNoProperty{&P::keep_with_next}},
    PropertyRule{"keep-with-previous", YesNoProperty{&P::keep_with_previous}},
    PropertyRule{"page-break-before", YesNoProperty{&P::page_break_before}},
    PropertyRule{"even-columns", YesNoProperty{&P::even_columns}},
    PropertyRule{"column-width", NumberProperty{&P::column_width, 10, 1000}},
    PropertyRule{"stripes", ColourProperty{&P::stripes}},
    PropertyRule{"beside", YesNoProperty{&P::beside}},
    PropertyRule{"page-reference", YesNoProperty{&P::page_reference}},
};

}  // namespace

std::span<const PropertyRule> all_properties() {
  return k_properties;
}

Properties Theme::properties_of(const Element& element, const model::LanguageTag& language) const {
  Properties merged;
  for (const Rule& rule : rules) {
    if (rule.tag && *rule.tag != element.tag) continue;
    if (!rule.class_name.empty() && !element.has_class(rule.class_name)) continue;
    if (rule.language && !language.matches(*rule.language)) continue;
    if (rule.properties.padding) merged.padding_side.reset();  // on all sides anew, as in CSS
    for (const PropertyRule& property : k_properties) {
      std::visit(
          [&](const auto& kind) {
            if (rule.properties.*kind.where) merged.*kind.where = rule.properties.*kind.where;
          },
          property.kind);
    }
  }
  return merged;
}

}  // namespace generator::document
