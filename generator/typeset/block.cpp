#include "generator/typeset/block.h"

#include <algorithm>

#include "generator/typeset/table_columns.h"

namespace generator::typeset {
namespace {

constexpr double k_min_characters = 4;

double side_insets(const BoxStyle& box) {
  return box.inset_start() + box.inset_end() + box.indent.value_or(0);
}

WidthNeed need_of(const ParagraphBlock& block) {
  // Where words have no spaces, a column could be one character wide; a few of them is the least to read.
  const double max = block.paragraph.max_width();
  return {std::max(block.paragraph.min_width(), std::min(max, k_min_characters * block.size)), max};
}
WidthNeed need_of(const ContainerBlock& block) {
  return width_need(block.children);
}
WidthNeed need_of(const ListItemBlock& block) {
  return width_need(block.children);
}
WidthNeed need_of(const TermsBlock& block) {
  // Too narrow for two columns, terms stand above their descriptions.
  WidthNeed most;
  for (const TermRow& row : block.rows) {
    const WidthNeed terms = width_need(row.terms);
    const WidthNeed descriptions = width_need(row.descriptions);
    most.min = std::max({most.min, terms.min, descriptions.min});
    most.max = std::max({most.max, terms.max, block.term_width + document::k_term_gap + descriptions.max});
  }
  return most;
}
WidthNeed need_of(const BesideBlock& block) {
  // Where they have no room beside one another, they stand one below another.
  return width_need(block.parts);
}
WidthNeed need_of(const DrawingBlock& block) {
  // A drawing can be scaled down to half before its text gets hard to read.
  const double natural = block.drawing.width > 0 ? block.drawing.width : block.drawing.view_box.width;
  return {natural / 2, natural};
}
WidthNeed need_of(const TableBlock& block) {
  WidthNeed sum;
  for (const WidthNeed& column : column_needs(block)) {
    sum.min += column.min;
    sum.max += column.max;
  }
  return sum;
}

}  // namespace

WidthNeed content_need(const Block& block) {
  return std::visit([](const auto& content) { return need_of(content); }, block.content);
}

WidthNeed width_need(const Block& block) {
  WidthNeed need = content_need(block);
  const double insets = side_insets(block.box);
  need.min += insets;
  need.max += insets;
  return need;
}

WidthNeed width_need(const std::vector<Block>& blocks) {
  WidthNeed most;
  for (const Block& block : blocks) {
    const WidthNeed need = width_need(block);
    most.min = std::max(most.min, need.min);
    most.max = std::max(most.max, need.max);
  }
  return most;
}

}  // namespace generator::typeset
