#include "tests/typeset/invariants_expected.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <optional>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/numerals.h"

namespace generator::typeset::test {
namespace {

using document::Element;
using document::Tag;
using model::Direction;
using model::LanguageTag;

class Reader {
 public:
  Reader(const document::Document& document, const Pages& pages, const document::Theme& theme)
      : document_(document), pages_(pages), theme_(theme) {}

  ExpectedText read() {
    Context context{{}, document_.language, document_.direction, 0, 0, false};
    read_flow(document_.body, context, 0);
    return std::move(found_);
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

  static const Element* element_of(const document::Node& node) {
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
    return theme_.properties_of(element, {}).least_pages.value_or(0) >
           static_cast<double>(pages_.pages.size());
  }

  void read_flow(const std::vector<document::Node>& nodes, const Context& context, std::size_t line) {
    const bool mixed = std::ranges::any_of(nodes, [](const document::Node& node) {
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
      std::vector<const document::Node*> run;
      for (; i < nodes.size(); ++i) {
        element = element_of(nodes[i]);
        if (element != nullptr && !is_inline(element->tag)) break;
        run.push_back(&nodes[i]);
      }
      read_run(run, own, line);
    }
  }

  bool is_beside(const Element* element) const {
    return element != nullptr && element->tag == Tag::span &&
           theme_.properties_of(*element, {}).beside.value_or(false);
  }

  /// What stands in lines: one text, or, where some of it stands side by side, one for each part.
  void read_run(const std::vector<const document::Node*>& nodes, const Context& context, std::size_t line) {
    const bool parted = std::ranges::any_of(
        nodes, [this](const document::Node* node) { return is_beside(element_of(*node)); });
    Context own = context;
    if (parted) {
      own.path.push_back(Role::part);
      own.in_row = true;
    }
    start(own, line);
    for (const document::Node* node : nodes) {
      if (!is_beside(element_of(*node))) {
        read_inline(*node, own);
        continue;
      }
      const Element& pair = *element_of(*node);
      if (!pair.id.empty()) found_.ids.push_back(pair.id);
      const Context around = inside(pair, own, {});
      finish();
      for (const document::Node& part : pair.children) {
        const Element* span = element_of(part);
        const bool named = span != nullptr && span->tag == Tag::span;
        const Context inner = named ? inside(*span, around, {}) : around;
        if (named && !span->id.empty()) found_.ids.push_back(span->id);
        std::vector<const document::Node*> inside_part;
        if (named)
          for (const document::Node& child : span->children) inside_part.push_back(&child);
        else
          inside_part.push_back(&part);
        read_run(inside_part, inner, line);
      }
      start(own, line);
    }
    finish();
  }

  void read_text_block(const Element& element, const Context& outer, std::initializer_list<Role> roles) {
    const Context context = inside(element, outer, roles);
    std::vector<const document::Node*> nodes;
    for (const document::Node& node : element.children) nodes.push_back(&node);
    read_run(nodes, context, element.line);
  }

  void read_container(const Element& element, const Context& outer, std::initializer_list<Role> roles) {
    read_flow(element.children, inside(element, outer, roles), element.line);
  }

  void read_each(const Element& element, const Context& context) {
    for (const document::Node& node : element.children)
      if (const Element* child = element_of(node)) read_element(*child, context);
  }

  void read_element(const Element& element, const Context& outer) {
    if (!element.id.empty() && !document::is_drawing(element.tag)) found_.ids.push_back(element.id);
    switch (element.tag) {
      case Tag::section: return read_container(element, outer, {Role::section});
      case Tag::aside: return read_container(element, outer, {Role::note});
      case Tag::details: return read_container(element, outer, {Role::section});
      case Tag::summary: {
        const Element* heading = element_of(element.children.front());
        if (heading == nullptr || is_inline(heading->tag))
          return read_text_block(element, outer, {Role::paragraph});
        return read_container(element, outer, {});
      }
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
      case Tag::svg:
        // Of a figure's two drawings a page shows one.
        if (element.has_class(is_for_phone() ? document::k_wide : document::k_narrow)) return;
        return read_drawing(element, outer);
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
    std::string title;
    for (const document::Node& node : element.children) {
      const Element* child = element_of(node);
      if (child == nullptr) {
        title += std::get<document::Text>(node).value;
      } else if (!is_beside(child)) {
        title += plain_text(*child);
      } else {
        bool first = true;
        for (const document::Node& part : child->children) {
          if (element_of(part) == nullptr) continue;
          title += (first ? "" : " / ") + plain_text(*element_of(part));
          first = false;
        }
      }
    }
    title.erase(0, std::min(title.size(), title.find_first_not_of(' ')));
    title.erase(title.find_last_not_of(' ') + 1);
    found_.headings.push_back(title);
    read_text_block(element, outer, {role});
  }

  void read_list(const Element& element, const Context& outer) {
    const bool contents = is_contents(element);
    const Role entry = contents ? Role::contents_item : Role::list_item;
    Context list = inside(element, outer, {contents ? Role::contents : Role::list});
    ++list.list_depth;
    std::size_t number = 0;
    for (const document::Node& node : element.children) {
      const Element* item = element_of(node);
      if (item == nullptr) continue;
      if (!item->id.empty()) found_.ids.push_back(item->id);
      const std::string bullet = list.list_depth % 2 == 1 ? "\u2022" : "\u2013";
      ++number;
      const Context label = inside(*item, list, {entry, Role::label});
      start(label, item->line);
      add(element.tag == Tag::ol ? numeral(list.language, number, {}) + "." : bullet, label);
      found_.blocks.back().plain = false;
      finish();
      read_container(*item, list, {entry, contents ? Role::reference : Role::list_body});
    }
  }

  /// A list of nothing but links that ask for a page is the table of contents.
  bool is_contents(const Element& list) const {
    const auto is_entry = [this](const document::Node& node) {
      const Element* item = element_of(node);
      const Element* link =
          item != nullptr && item->children.size() == 1 ? element_of(item->children[0]) : nullptr;
      return link != nullptr && asks_for_page(*link);
    };
    return !list.children.empty() && std::ranges::all_of(list.children, is_entry);
  }
  bool asks_for_page(const Element& element) const {
    return element.tag == Tag::a && element.href.starts_with('#') &&
           theme_.properties_of(element, {}).page_reference.value_or(false);
  }

  bool is_for_phone() const {
    return std::ranges::any_of(theme_.pages, [&](const auto& each) {
      return each.second.stacked_tables && !pages_.pages.empty() &&
             each.second.width == pages_.pages.front().width;
    });
  }

  void read_figure(const Element& element, const Context& outer) {
    const bool drawn = std::ranges::any_of(element.children, [](const document::Node& node) {
      const Element* child = element_of(node);
      return child != nullptr && child->tag == Tag::svg;
    });
    read_each(element, inside(element, outer, {drawn ? Role::figure : Role::section}));
  }

  void read_drawing(const Element& element, const Context& outer) {
    start(outer, element.line);
    found_.blocks.back().plain = false;
    read_shapes(element, outer);
    finish();
  }
  void read_shapes(const Element& element, const Context& context) {
    for (const document::Node& node : element.children) {
      const Element* child = element_of(node);
      if (child == nullptr || child->tag == Tag::title) continue;
      // The pieces of a drawing stand under its Figure, whatever their language.
      if (child->tag == Tag::text) add(plain_text(*child), context);
      read_shapes(*child, context);
    }
  }

  // Text within a block.

  void start(const Context& context, std::size_t line) {
    found_.blocks.push_back(
        {context.path, line, {}, context.direction == Direction::left_to_right, context.in_row});
    asked_.clear();
  }

  void finish() {
    if (found_.blocks.back().text.empty()) {
      found_.blocks.pop_back();
      return;
    }
    // The number of its page stands behind a link that asks for it and ends its block.
    if (!asked_.empty() && pages_.destinations.contains(asked_)) {
      const Said last = found_.blocks.back().text.back();
      for (const char16_t unit :
           to_utf16(numeral(document_.language, pages_.destinations.at(asked_).page + 1, {})))
        found_.blocks.back().text.push_back({unit, last.language, last.link});
      found_.blocks.back().plain = false;
    }
  }

  void read_inline(const document::Node& node, const Context& outer) {
    if (const auto* text = std::get_if<document::Text>(&node)) {
      add(text->value, outer);
      return;
    }
    const Element& element = *element_of(node);
    if (!element.id.empty()) found_.ids.push_back(element.id);
    Context context = inside(element, outer, {});
    if (element.direction || context.direction != outer.direction) found_.blocks.back().plain = false;
    const std::size_t before = found_.blocks.back().text.size();
    if (element.tag == Tag::a) context.link = ++link_count_;
    for (const document::Node& child : element.children) read_inline(child, context);
    if (element.tag != Tag::a) return;
    if (found_.blocks.back().text.size() == before) return;
    found_.links.insert(context.link);
    if (asks_for_page(element)) asked_ = element.href.substr(1);
  }

  void add(std::string_view utf8, const Context& context) {
    const std::u16string text = to_utf16(utf8);
    if (has_right_to_left(text)) found_.blocks.back().plain = false;
    for (std::size_t i = 0; i < text.size();) {
      UChar32 character = 0;
      U16_NEXT(text.data(), i, text.size(), character);
      if (u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL) != 0 ||
          u_charDirection(character) == U_ARABIC_NUMBER)
        found_.blocks.back().plain = false;
      if (!is_said(character)) continue;
      asked_.clear();
      found_.blocks.back().text.push_back({character, context.language.text(), context.link});
    }
  }

  const document::Document& document_;
  const Pages& pages_;
  const document::Theme& theme_;
  ExpectedText found_;
  std::size_t link_count_ = 0;
  std::string asked_;
};

}  // namespace

bool is_said(UChar32 character) {
  return u_isUWhiteSpace(character) == 0 &&
         u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
}

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

ExpectedText expected_text(const document::Document& document, const Pages& pages,
                           const document::Theme& theme) {
  return Reader(document, pages, theme).read();
}

}  // namespace generator::typeset::test
