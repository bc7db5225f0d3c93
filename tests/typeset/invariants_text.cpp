// Whether all characters of a document are on its pages: what each of its blocks says, worked out from the
// document, is held against what the items under that block's node show, line by line.
#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/numerals.h"
#include "generator/typeset/structure.h"
#include "tests/typeset/invariants.h"

namespace generator::typeset::test {
namespace {

using model::Direction;
using model::LanguageTag;
using report::Element;
using report::Tag;

/// True for what is seen or heard: all but white space and characters that only order or join others.
bool is_said(UChar32 character) {
  return u_isUWhiteSpace(character) == 0 &&
         u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
}

/// One character with what the structure must tell of it. `link` counts the links of the document, from 1.
struct Said {
  UChar32 character = 0;
  std::string language;
  std::size_t link = 0;
  auto operator<=>(const Said&) const = default;
};
using Sayings = std::vector<Said>;

std::string shown(const Sayings& text) {
  std::u16string units;
  for (const Said& said : text) {
    UChar pair[2];
    std::size_t length = 0;
    U16_APPEND_UNSAFE(pair, length, said.character);
    units.append(pair, pair + length);
  }
  return to_utf8(units.size() > 60 ? units.substr(0, 60) + u"..." : units);
}

/// A piece of text that stands by itself: a paragraph, a marker, the texts of a drawing.
struct Block {
  std::vector<Role> path;  ///< from the document's child down to the node that holds it
  std::size_t line = 0;    ///< in the markup
  Sayings text;
  bool plain = true;  ///< read from left to right throughout: lines show it as it is
  bool in_row = false;
};

/// What a document says, block by block.
class Expectation {
 public:
  Expectation(const report::Document& document, const Pages& pages, const report::Theme& theme)
      : document_(document), pages_(pages), theme_(theme) {}

  std::vector<Block> blocks;
  std::vector<std::string> headings;
  std::vector<std::string> ids;
  std::set<std::size_t> links;  ///< those that show something

  void read() {
    Context context{{}, document_.language, document_.direction, 0, 0, false};
    read_flow(document_.body, context, 0);
  }

 private:
  struct Context {
    std::vector<Role> path;
    LanguageTag language;
    Direction direction;
    std::size_t link;
    int list_depth;
    bool in_row;
  };

  static const Element* element_of(const report::Node& node) {
    const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
    return child == nullptr ? nullptr : child->get();
  }

  Context inside(const Element& element, Context context, std::initializer_list<Role> roles) const {
    context.path.insert(context.path.end(), roles);
    if (element.language) {
      context.language = *element.language;
      context.direction = element.language->direction();
    }
    if (element.direction) context.direction = *element.direction;
    return context;
  }

  bool left_out(const Element& element) const {
    return theme_.properties_of(element).least_pages.value_or(0) > static_cast<double>(pages_.pages.size());
  }

  void read_flow(const std::vector<report::Node>& nodes, const Context& context, std::size_t line) {
    const bool mixed = std::ranges::any_of(nodes, [](const report::Node& node) {
      const Element* element = element_of(node);
      return element != nullptr && !is_inline(element->tag);
    });
    for (std::size_t i = 0; i < nodes.size();) {
      const Element* element = element_of(nodes[i]);
      if (element != nullptr && !is_inline(element->tag)) {
        if (!left_out(*element)) read_element(*element, context);
        ++i;
        continue;
      }
      Context own = context;
      if (mixed) own.path.push_back(Role::paragraph);
      start(own, line);
      for (; i < nodes.size(); ++i) {
        element = element_of(nodes[i]);
        if (element != nullptr && !is_inline(element->tag)) break;
        read_inline(nodes[i], own);
      }
      finish();
    }
  }

  void read_text_block(const Element& element, const Context& outer, std::initializer_list<Role> roles) {
    const Context context = inside(element, outer, roles);
    start(context, element.line);
    for (const report::Node& node : element.children) read_inline(node, context);
    finish();
  }

  void read_container(const Element& element, const Context& outer, std::initializer_list<Role> roles) {
    read_flow(element.children, inside(element, outer, roles), element.line);
  }

  void read_each(const Element& element, const Context& context) {
    for (const report::Node& node : element.children)
      if (const Element* child = element_of(node)) read_element(*child, context);
  }

  void read_element(const Element& element, const Context& outer) {
    if (!element.id.empty() && !report::is_drawing(element.tag)) ids.push_back(element.id);
    switch (element.tag) {
      case Tag::section: return read_container(element, outer, {Role::section});
      case Tag::aside: return read_container(element, outer, {Role::note});
      case Tag::h1: return read_heading(element, outer, Role::h1);
      case Tag::h2: return read_heading(element, outer, Role::h2);
      case Tag::h3: return read_heading(element, outer, Role::h3);
      case Tag::p: return read_text_block(element, outer, {Role::paragraph});
      case Tag::caption:
      case Tag::figcaption: return read_text_block(element, outer, {Role::caption});
      case Tag::ul:
      case Tag::ol: return read_list(element, outer);
      case Tag::dl: {
        Context context = inside(element, outer, {Role::list});
        context.in_row = true;  // terms stand beside what is said about them
        return read_each(element, context);
      }
      case Tag::dt: return read_text_block(element, outer, {Role::list_item, Role::label});
      case Tag::dd: return read_container(element, outer, {Role::list_item, Role::list_body});
      case Tag::table: {
        Context context = inside(element, outer, {Role::table});
        context.in_row = true;
        return read_each(element, context);
      }
      case Tag::thead: return read_each(element, inside(element, outer, {Role::table_head}));
      case Tag::tbody: return read_each(element, inside(element, outer, {Role::table_body}));
      case Tag::tr: return read_each(element, inside(element, outer, {Role::table_row}));
      case Tag::th: return read_container(element, outer, {Role::header_cell});
      case Tag::td: return read_container(element, outer, {Role::data_cell});
      case Tag::figure: return read_figure(element, outer);
      case Tag::svg: return read_drawing(element, outer);
      case Tag::li:
      case Tag::a:
      case Tag::strong:
      case Tag::em:
      case Tag::span:
      case Tag::br:
      case Tag::title:
      case Tag::g:
      case Tag::rect:
      case Tag::line:
      case Tag::path:
      case Tag::text: return;
    }
  }

  void read_heading(const Element& element, const Context& outer, Role role) {
    std::string title = plain_text(element);
    title.erase(0, std::min(title.size(), title.find_first_not_of(' ')));
    title.erase(title.find_last_not_of(' ') + 1);
    headings.push_back(title);
    read_text_block(element, outer, {role});
  }

  void read_list(const Element& element, const Context& outer) {
    Context list = inside(element, outer, {Role::list});
    ++list.list_depth;
    std::size_t number = 0;
    for (const report::Node& node : element.children) {
      const Element* item = element_of(node);
      if (item == nullptr) continue;
      if (!item->id.empty()) ids.push_back(item->id);
      const std::string bullet = list.list_depth % 2 == 1 ? "\u2022" : "\u2013";
      ++number;
      const Context label = inside(*item, list, {Role::list_item, Role::label});
      start(label, item->line);
      add(element.tag == Tag::ol ? numeral(list.language, number) + "." : bullet, label);
      blocks.back().plain = false;
      finish();
      read_container(*item, list, {Role::list_item, Role::list_body});
    }
  }

  void read_figure(const Element& element, const Context& outer) {
    const bool drawn = std::ranges::any_of(element.children, [](const report::Node& node) {
      const Element* child = element_of(node);
      return child != nullptr && child->tag == Tag::svg;
    });
    read_each(element, inside(element, outer, {drawn ? Role::figure : Role::section}));
  }

  void read_drawing(const Element& element, const Context& outer) {
    start(outer, element.line);
    blocks.back().plain = false;
    read_shapes(element, outer);
    finish();
  }
  void read_shapes(const Element& element, const Context& context) {
    for (const report::Node& node : element.children) {
      const Element* child = element_of(node);
      if (child == nullptr || child->tag == Tag::title) continue;
      // The pieces of a drawing stand under its Figure, whatever their language.
      if (child->tag == Tag::text) add(plain_text(*child), context);
      read_shapes(*child, context);
    }
  }

  // Text within a block.

  void start(const Context& context, std::size_t line) {
    blocks.push_back({context.path, line, {}, context.direction == Direction::left_to_right, context.in_row});
    asked_.clear();
  }

  void finish() {
    if (blocks.back().text.empty()) {
      blocks.pop_back();
      return;
    }
    // The number of its page stands behind a link that asks for it and ends its block.
    if (!asked_.empty() && pages_.destinations.contains(asked_)) {
      const Said last = blocks.back().text.back();
      for (const char16_t unit :
           to_utf16(numeral(document_.language, pages_.destinations.at(asked_).page + 1)))
        blocks.back().text.push_back({unit, last.language, last.link});
      blocks.back().plain = false;
    }
  }

  void read_inline(const report::Node& node, const Context& outer) {
    if (const auto* text = std::get_if<report::Text>(&node)) {
      add(text->value, outer);
      return;
    }
    const Element& element = *element_of(node);
    if (!element.id.empty()) ids.push_back(element.id);
    Context context = inside(element, outer, {});
    if (element.direction || context.direction != outer.direction) blocks.back().plain = false;
    const std::size_t before = blocks.back().text.size();
    if (element.tag == Tag::a) context.link = ++link_count_;
    for (const report::Node& child : element.children) read_inline(child, context);
    if (element.tag != Tag::a) return;
    if (blocks.back().text.size() == before) return;
    links.insert(context.link);
    if (theme_.properties_of(element).page_reference.value_or(false) && element.href.starts_with('#'))
      asked_ = element.href.substr(1);
  }

  void add(std::string_view utf8, const Context& context) {
    const std::u16string text = to_utf16(utf8);
    if (has_right_to_left(text)) blocks.back().plain = false;
    for (std::size_t i = 0; i < text.size();) {
      UChar32 character = 0;
      U16_NEXT(text.data(), i, text.size(), character);
      if (u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL) != 0 ||
          u_charDirection(character) == U_ARABIC_NUMBER)
        blocks.back().plain = false;
      if (!is_said(character)) continue;
      asked_.clear();
      blocks.back().text.push_back({character, context.language.text(), context.link});
    }
  }

  const report::Document& document_;
  const Pages& pages_;
  const report::Theme& theme_;
  std::size_t link_count_ = 0;
  std::string asked_;
};

class TextCheck {
 public:
  TextCheck(const Pages& pages, Breaches& breaches) : pages_(pages), breaches_(breaches) {}

  void run(const report::Document& document, const report::Theme& theme) {
    Expectation expected(document, pages_, theme);
    expected.read();
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

  void compare(std::vector<Block> expected) {
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

  bool compare_block(const Block& expected, NodeIndex block) {
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

void check_text(const report::Document& document, const Pages& pages, const report::Theme& theme,
                Breaches& breaches) {
  TextCheck(pages, breaches).run(document, theme);
}

}  // namespace generator::typeset::test
