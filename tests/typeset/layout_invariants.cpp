#include "tests/typeset/layout_invariants.h"

#include <algorithm>
#include <map>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/numerals.h"
#include "tests/typeset/layout_fixture.h"

namespace generator::typeset::test {
namespace {

/// Letters and signs of a text, without white space and what is never drawn.
std::u16string letters(std::u16string_view text) {
  std::u16string kept;
  for (const char16_t unit : text) {
    const bool unseen = unit <= 0x20 || unit == 0xa0 || unit == 0xad || (unit >= 0x200b && unit <= 0x200f) ||
                        (unit >= 0x2028 && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
    if (!unseen) kept += unit;
  }
  return kept;
}

/// A link that asks for its page's number says that too; what a short document leaves out says nothing.
void append_said(const report::Element& element, const Pages& pages, std::u16string& said) {
  if (element.tag == report::Tag::title) return;
  const report::Properties look = theme().properties_of(element);
  if (look.least_pages.value_or(0) > static_cast<double>(pages.pages.size())) return;
  for (const report::Node& child : element.children) {
    if (const auto* text = std::get_if<report::Text>(&child))
      said += to_utf16(text->value);
    else
      append_said(*std::get<std::unique_ptr<report::Element>>(child), pages, said);
  }
  if (look.page_reference.value_or(false))
    said += to_utf16(numeral(pages.language, pages.destinations.at(element.href.substr(1)).page + 1));
}

/// What the structure tree says, node by node; list markers (a bullet, a number and its point) are not of the
/// document.
void append_heard(const Pages& pages, NodeIndex index, const std::map<NodeIndex, std::u16string>& own,
                  std::u16string& heard) {
  const StructureNode& node = test::node(pages, index);
  const bool marker = node.role == Role::label && own.contains(index) &&
                      own.at(index).find_first_of(u".\u2022\u2013") != std::u16string::npos;
  if (own.contains(index) && !marker) heard += own.at(index);
  for (const NodeIndex child : node.children) append_heard(pages, child, own, heard);
}

/// Sorted, since a node's own text and its children's take turns.
std::u16string sorted(std::u16string text) {
  std::ranges::sort(text);
  return text;
}

/// Texts on one baseline stand beside each other: neither runs nor cells overlap.
void check_no_overlap(const Page& page) {
  std::vector<const TextItem*> texts;
  for (const Item& item : page.items)
    if (const auto* text = std::get_if<TextItem>(&item)) texts.push_back(text);
  std::ranges::stable_sort(texts, {},
                           [](const TextItem* text) { return std::pair(text->origin.y, text->origin.x); });
  for (std::size_t i = 1; i < texts.size(); ++i) {
    if (texts[i]->origin.y != texts[i - 1]->origin.y) continue;
    INFO(to_utf8(texts[i]->run.text));
    CHECK(texts[i - 1]->origin.x + texts[i - 1]->run.advance <= texts[i]->origin.x + 0.5);
  }
}

/// The bodies of letters, without what rises above or hangs below, never lie over each other.
void check_no_letters_over_letters(const Page& page) {
  std::vector<const TextItem*> texts;
  for (const Item& item : page.items)
    if (const auto* text = std::get_if<TextItem>(&item)) texts.push_back(text);
  std::ranges::stable_sort(texts, {}, [](const TextItem* text) { return text->origin.y; });
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const TextItem& upper = *texts[i];
    for (std::size_t k = i + 1; k < texts.size(); ++k) {
      const TextItem& lower = *texts[k];
      if (lower.origin.y - upper.origin.y > lower.run.size) break;
      const bool beside = upper.origin.x + upper.run.advance <= lower.origin.x + 0.5 ||
                          lower.origin.x + lower.run.advance <= upper.origin.x + 0.5;
      const bool below = lower.origin.y - upper.origin.y >= 0.5 * lower.run.size;
      INFO(to_utf8(upper.run.text) << " / " << to_utf8(lower.run.text));
      CHECK((beside || below));
    }
  }
}

}  // namespace

void check_invariants(const report::Document& document, const Pages& pages) {
  REQUIRE(!pages.pages.empty());
  std::map<NodeIndex, std::u16string> own;
  for (const Page& page : pages.pages) {
    check_no_overlap(page);
    check_no_letters_over_letters(page);
    for (const Item& item : page.items) {
      if (const auto* text = std::get_if<TextItem>(&item)) {
        CHECK(text->origin.x >= -0.5);
        CHECK(text->origin.x + text->run.advance <= page.width + 0.5);
        CHECK(text->origin.y > 0);
        CHECK(text->origin.y < page.height);
        if (text->node != k_artifact) own[text->node] += letters(text->run.text);
        continue;
      }
      const auto& path = std::get<PathItem>(item);
      for (const PathItem::Step& step : path.steps) {
        if (const auto* to = std::get_if<PathItem::Line>(&step)) {
          CHECK(to->to.x >= -0.5);
          CHECK(to->to.x <= page.width + 0.5);
          CHECK(to->to.y >= -0.5);
          CHECK(to->to.y <= page.height + 0.5);
        }
      }
    }
    for (const LinkArea& link : page.links) {
      CHECK(link.area.width > 0);
      CHECK(test::node(pages, link.node).role == Role::link);
      if (link.target.starts_with('#')) CHECK(pages.destinations.contains(link.target.substr(1)));
    }
  }
  std::u16string said;
  for (const report::Node& node : document.body)
    append_said(*std::get<std::unique_ptr<report::Element>>(node), pages, said);
  std::u16string heard;
  append_heard(pages, 0, own, heard);
  said = sorted(letters(said));
  heard = sorted(heard);
  std::u16string lost;
  std::u16string added;
  std::ranges::set_difference(said, heard, std::back_inserter(lost));
  std::ranges::set_difference(heard, said, std::back_inserter(added));
  CHECK(to_utf8(lost) == "");
  CHECK(to_utf8(added) == "");
  for (std::size_t i = 0; i < pages.structure.size(); ++i) {
    const StructureNode& node = pages.structure[i];
    for (const NodeIndex child : node.children) CHECK(test::node(pages, child).parent == static_cast<int>(i));
    if (!node.actual_text.empty()) CHECK(node.children.empty());
  }
}

}  // namespace generator::typeset::test
