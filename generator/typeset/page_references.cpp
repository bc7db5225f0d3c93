#include "generator/typeset/page_references.h"

#include <algorithm>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/numerals.h"
#include "generator/typeset/strip_painter.h"

namespace generator::typeset {
namespace {

// Of the leader's dots, in ems.
constexpr double k_dot = 0.07;
constexpr double k_dot_gap = 0.33;
/// Between the leader and the words before it, in ems.
constexpr double k_leader_gap = 0.5;

/// Dots from the number's room towards the words: so they stand below each other in all lines.
std::optional<PathItem> leader(const PageReference& reference) {
  const bool rtl = reference.direction == model::Direction::right_to_left;
  const double em = reference.number.style.size;
  const double side = rtl ? 1 : -1;
  const double from = reference.number_end + side * reference.room;
  const double to = reference.text_end - side * k_leader_gap * em;
  if ((to - from) * side < k_dot_gap * em) return std::nullopt;
  const double y = rounded(reference.baseline - k_dot * em / 2);
  PathItem item;
  item.steps = {PathItem::Move{{rounded(from), y}}, PathItem::Line{{rounded(to), y}}};
  item.stroke = reference.number.style.colour;
  item.stroke_width = rounded(k_dot * em);
  item.dashes = {rounded(k_dot * em), rounded(k_dot_gap * em)};
  return item;
}

}  // namespace

base::Result<void> set_page_references(const std::vector<PlacedReference>& references, Pages& pages,
                                       const FontSet& fonts) {
  // From the last on, so that the places of those before stay what they are.
  for (auto placed = references.rbegin(); placed != references.rend(); ++placed) {
    const PageReference& reference = placed->reference;
    const PageNumber& number = reference.number;
    const auto target = pages.destinations.find(number.target);
    if (target == pages.destinations.end()) continue;  // it was left out, and its link with it
    InlineContent content;
    // The space parts it from the words before it, for who hears it.
    content.text = u" " + to_utf16(numeral(number.language, target->second.page + 1));
    content.spans.push_back({0, content.text.size(), number.style, number.language, number.node});
    std::u16string& said = pages.structure[static_cast<std::size_t>(number.node)].actual_text;
    if (!said.empty()) said += content.text;

    auto shaped = Paragraph::shape(std::move(content), reference.direction, fonts);
    if (!shaped) return tl::unexpected(std::move(shaped.error()));
    const std::vector<Line> lines = shaped->lines(reference.room);
    std::vector<Item> items;
    for (const Line& line : lines) {
      const bool rtl = reference.direction == model::Direction::right_to_left;
      const double left = rtl ? reference.number_end : reference.number_end - line.width;
      for (const PlacedRun& run : line.runs)
        items.emplace_back(
            TextItem{{rounded(left + run.x), rounded(reference.baseline)}, run.run, run.owner});
    }
    if (auto dots = leader(reference)) items.emplace_back(std::move(*dots));
    auto& on_page = pages.pages[placed->page].items;
    on_page.insert(on_page.begin() + static_cast<std::ptrdiff_t>(placed->item),
                   std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
  }
  return {};
}

}  // namespace generator::typeset
