// Whether all characters of a document are on its pages: what each of its blocks says is held against what
// the items under that block's node show, line by line.
#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <map>
#include <set>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/structure.h"
#include "tests/typeset/invariants.h"
#include "tests/typeset/invariants_expected.h"

namespace generator::typeset::test {
namespace {

class TextCheck {
 public:
  TextCheck(const Pages& pages, Breaches& breaches) : pages_(pages), breaches_(breaches) {}

  void run(const document::Document& document, const document::Theme& theme) {
    const ExpectedText expected = expected_text(document, pages_, theme);
    gather();
    compare(expected.blocks);
    check_replacement_texts();
    if (shown_links_.size() != expected.links.size())
      breach("{} links of the document show something, and {} on the pages", expected.links.size(),
             shown_links_.size());
    std::set<NodeIndex> areas;
    for (const Page& page : pages_.pages)
      for (const LinkArea& link : page.links) areas.insert(link.node);
    for (const NodeIndex link : shown_links_)
      if (!areas.contains(link)) breach("link {} has no area to click", link);
    std::vector<std::string> titles;
    for (const OutlineEntry& entry : pages_.outline) titles.push_back(entry.title);
    if (titles != expected.headings)
      breach("the document has {} headings, and its outline {}, or others", expected.headings.size(),
             titles.size());
    for (const std::string& id : expected.ids)
      if (!pages_.destinations.contains(id)) breach("#{} is no destination", id);
  }

 private:
  struct Line {
    std::size_t page = 0;
    double y = 0;
    std::vector<const TextItem*> items;
  };

  template <typename... Arguments>
  void breach(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    breaches_.push_back(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  const StructureNode& node(NodeIndex index) const {
    return pages_.structure[static_cast<std::size_t>(index)];
  }

  NodeIndex block_of(NodeIndex index) const {
    while (node(index).role == Role::span || node(index).role == Role::link) index = node(index).parent;
    return index;
  }
  NodeIndex link_of(NodeIndex index) const {
    while (node(index).role == Role::span) index = node(index).parent;
    return node(index).role == Role::link ? index : -1;
  }
  std::string language_of(NodeIndex index) const {
    while (index > 0 && !node(index).language) index = node(index).parent;
    return (node(index).language ? *node(index).language : pages_.language).text();
  }

  /// The lines of each block, and the first place where each stands.
  void gather() {
    std::size_t count = 0;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
      for (const Item& item : pages_.pages[page].items) {
        const auto* text = std::get_if<TextItem>(&item);
        if (text == nullptr || text->node == k_artifact) continue;
        const NodeIndex block = block_of(text->node);
        first_.try_emplace(block, count++);
        auto& lines = lines_[block];
        if (lines.empty() || lines.back().page != page || lines.back().y != text->origin.y)
          lines.push_back({page, text->origin.y, {}});
        lines.back().items.push_back(text);
        own_[text->node] += text->run.text;
      }
    }
    // Links count as they come in the structure: the order of the document.
    for (std::size_t i = 0; i < pages_.structure.size(); ++i)
      if (pages_.structure[i].role == Role::link) {
        const auto index = static_cast<NodeIndex>(i);
        link_numbers_.emplace(index, link_numbers_.size() + 1);
      }
  }

  std::vector<Role> path_of(NodeIndex block) const {
    std::vector<Role> path;
    for (; block > 0; block = node(block).parent) path.push_back(node(block).role);
    std::ranges::reverse(path);
    return path;
  }

  Sayings said_by(const TextItem& item) {
    Sayings said;
    const NodeIndex link = link_of(item.node);
    const std::u16string& text = item.run.text;
    for (std::size_t i = 0; i < text.size();) {
      UChar32 character = 0;
      U16_NEXT(text.data(), i, text.size(), character);
      if (!is_said(character)) continue;
      said.push_back({character, language_of(item.node), link < 0 ? 0 : link_numbers_.at(link)});
      if (link >= 0) shown_links_.insert(link);
    }
    return said;
  }

  /// Blocks in the structure's order, as it is heard.
  void list_blocks(NodeIndex index, std::vector<NodeIndex>& found) const {
    if (lines_.contains(index)) found.push_back(index);
    for (const NodeIndex child : node(index).children) list_blocks(child, found);
  }

  void compare(const std::vector<ExpectedBlock>& expected) {
    // A figure's drawing and what stands around it share one node.
    std::vector<NodeIndex> found;
    list_blocks(0, found);
    std::erase_if(found, [&](NodeIndex block) {
      return std::ranges::all_of(lines_.at(block), [&](const Line& line) {
        return std::ranges::all_of(line.items, [&](const TextItem* item) { return said_by(*item).empty(); });
      });
    });
    std::size_t last = 0;
    for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
      if (i >= found.size())
        return breach("line {}: \"{}\" is on no page", expected[i].line, shown(expected[i].text));
      if (i >= expected.size())
        return breach("node {} ({}) shows what the document does not say: \"{}\"", found[i],
                      to_string(node(found[i]).role), shown(said_by(*lines_.at(found[i])[0].items[0])));
      if (path_of(found[i]) != expected[i].path) {
        std::string path;
        for (const Role role : path_of(found[i])) path += fmt::format("/{}", to_string(role));
        return breach("line {}: \"{}\" stands under {}", expected[i].line, shown(expected[i].text), path);
      }
      if (!compare_block(expected[i], found[i])) return;
      if (!expected[i].in_row && first_.at(found[i]) < last)
        breach("line {}: \"{}\" comes before what it follows", expected[i].line, shown(expected[i].text));
      if (!expected[i].in_row) last = first_.at(found[i]);
    }
  }

  bool compare_block(const ExpectedBlock& expected, NodeIndex block) {
    std::size_t at = 0;
    for (const Line& line : lines_.at(block)) {
      Sayings all;
      for (const TextItem* item : line.items) {
        const Sayings said = said_by(*item);
        all.insert(all.end(), said.begin(), said.end());
      }
      const auto begin = expected.text.begin() + static_cast<std::ptrdiff_t>(at);
      const auto room = static_cast<std::size_t>(expected.text.end() - begin);
      Sayings wanted(begin, begin + static_cast<std::ptrdiff_t>(std::min(all.size(), room)));
      at += wanted.size();
      const Sayings in_order = wanted;
      const bool same_order = all == wanted;
      for (const TextItem* item : line.items) {
        const Sayings said = said_by(*item);
        if (std::search(in_order.begin(), in_order.end(), said.begin(), said.end()) == in_order.end() &&
            !said.empty()) {
          breach("line {}: \"{}\" shows \"{}\", which is not its next line", expected.line,
                 shown(expected.text), shown(said));
          return false;
        }
      }
      std::ranges::sort(all);
      std::ranges::sort(wanted);
      if (all != wanted || (expected.plain && !same_order)) {
        breach("line {}: where \"{}\" goes on with \"{}\", the page shows \"{}\"", expected.line,
               shown(expected.text), shown(in_order), shown(all));
        return false;
      }
    }
    if (at == expected.text.size()) return true;
    breach("line {}: \"{}\" ends after {} of its {} characters", expected.line, shown(expected.text), at,
           expected.text.size());
    return false;
  }

  /// Replacement text says what the node's own items show.
  void check_replacement_texts() {
    const auto sorted = [](std::u16string_view text) {
      std::vector<UChar32> kept;
      for (std::size_t i = 0; i < text.size();) {
        UChar32 character = 0;
        U16_NEXT(text.data(), i, text.size(), character);
        if (is_said(character)) kept.push_back(character);
      }
      std::ranges::sort(kept);
      return kept;
    };
    for (std::size_t i = 0; i < pages_.structure.size(); ++i) {
      const std::u16string& said = pages_.structure[i].actual_text;
      if (!said.empty() && sorted(said) != sorted(own_[static_cast<NodeIndex>(i)]))
        breach("node {} says \"{}\" and shows \"{}\"", i, to_utf8(said),
               to_utf8(own_[static_cast<NodeIndex>(i)]));
    }
  }

  const Pages& pages_;
  Breaches& breaches_;
  std::map<NodeIndex, std::vector<Line>> lines_;
  std::map<NodeIndex, std::size_t> first_;
  std::map<NodeIndex, std::u16string> own_;
  std::map<NodeIndex, std::size_t> link_numbers_;
  std::set<NodeIndex> shown_links_;
};

}  // namespace

void check_text(const document::Document& document, const Pages& pages, const document::Theme& theme,
                Breaches& breaches) {
  TextCheck(pages, breaches).run(document, theme);
}

}  // namespace generator::typeset::test
