#include "generator/typeset/block.h"

#include <algorithm>

#include "generator/typeset/table_columns.h"

namespace generator::typeset {
namespace {

double side_insets(const BoxStyle& box) {
  return box.inset_start() + box.inset_end() + box.indent.value_or(0);
}

WidthNeed content_need(const ParagraphBlock& block) {
  return {block.paragraph.min_width(), block.paragraph.max_width()};
}
WidthNeed content_need(const ContainerBlock& block) {
  return width_need(block.children);
}
WidthNeed content_need(const ListItemBlock& block) {
  return width_need(block.children);
}
WidthNeed content_need(const DrawingBlock& block) {
  // A drawing can be scaled down to half before its text gets hard to read.
  const double natural = block.drawing.width > 0 ? block.drawing.width : block.drawing.view_box.width;
  return {natural / 2, natural};
}
WidthNeed content_need(const TableBlock& block) {
  WidthNeed sum;
  for (const WidthNeed& column : column_needs(block)) {
    sum.min += column.min;
    sum.max += column.max;
  }
  return sum;
}

}  // namespace

WidthNeed width_need(const Block& block) {
  WidthNeed need = std::visit([](const auto& content) { return content_need(content); }, block.content);
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
