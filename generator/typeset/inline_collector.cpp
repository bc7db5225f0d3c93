#include "generator/typeset/inline_collector.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace generator::typeset {
namespace {

using document::Element;
using document::Node;
using document::Tag;
using document::Text;
using model::Direction;

constexpr char16_t k_left_to_right_isolate = 0x2066;
constexpr char16_t k_right_to_left_isolate = 0x2067;
constexpr char16_t k_pop_isolate = 0x2069;

bool is_isolate(char16_t unit) {
  return unit >= k_left_to_right_isolate && unit <= k_pop_isolate;
}

std::vector<const Node*> children_of(const Element& element) {
  std::vector<const Node*> children;
  children.reserve(element.children.size());
  for (const Node& child : element.children) children.push_back(&child);
  return children;
}

bool changes_language(const Element& element, const model::LanguageTag& around) {
  return element.language && *element.language != around;
}

/// True if the node brings a structure node of its own, or holds one that does.
bool is_structured(const Node& node, const model::LanguageTag& around) {
  const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
  if (child == nullptr) return false;
  const Element& element = **child;
  if (element.tag == Tag::a || changes_language(element, around)) return true;
  return std::ranges::any_of(element.children,
                             [&](const Node& inner) { return is_structured(inner, around); });
}

void append_text(const Element& element, std::string& text) {
  if (element.tag == Tag::br) text += ' ';
  for (const Node& child : element.children) {
    if (const auto* own = std::get_if<Text>(&child))
      text += own->value;
    else
      append_text(*std::get<std::unique_ptr<Element>>(child), text);
  }
}

bool nodes_have_right_to_left(const std::vector<const Node*>& nodes) {
  return std::ranges::any_of(nodes, [](const Node* node) {
    if (const auto* own = std::get_if<Text>(node)) return has_right_to_left(to_utf16(own->value));
    return has_right_to_left(to_utf16(plain_text(*std::get<std::unique_ptr<Element>>(*node))));
  });
}

/// Whether the language's letters slant: as its typography says, else by its script. Where they do not, bold
/// ones give emphasis.
bool slants(const model::LanguageTag& language, const document::Typography& typography) {
  if (const auto* const own = typography.of(language); own != nullptr && own->slants) return *own->slants;
  UScriptCode scripts[8];
  UErrorCode error = U_ZERO_ERROR;
  const int32_t count = uscript_getCode(language.text().c_str(), scripts, 8, &error);
  if (U_FAILURE(error) || count == 0) return true;
  return scripts[0] == USCRIPT_LATIN || scripts[0] == USCRIPT_CYRILLIC || scripts[0] == USCRIPT_GREEK;
}

}  // namespace

struct InlineCollector::State {
  InlineContent content;
  std::vector<std::string>* ids = nullptr;
  bool wrap_own_text = false;  ///< the block holds right-to-left text: only leaf nodes may own it
  NodeIndex wrap_parent = -1;  ///< node whose own text must go into Span children, or -1
  NodeIndex wrapper = -1;      ///< the Span that it goes into at the moment, or -1

  void append(std::u16string_view text, const InlineContext& context, NodeIndex owner) {
    auto& spans = content.spans;
    const std::size_t begin = content.text.size();
    content.text += text;
    if (!spans.empty() && spans.back().owner == owner && spans.back().style == context.style.text &&
        spans.back().language == context.language) {
      spans.back().end = content.text.size();
      return;
    }
    spans.push_back({begin, content.text.size(), context.style.text, context.language, owner});
  }

  /// True if a space now would stand at the start of a line or after another space.
  bool collapses_space() const {
    auto unit = content.text.rbegin();
    while (unit != content.text.rend() && is_isolate(*unit)) ++unit;
    return unit == content.text.rend() || *unit == u' ' || *unit == k_line_separator;
  }

  void cut_trailing_spaces() {
    // Isolates among the spaces stay, to close what was opened; a last br would only make an empty line.
    const auto cut = [](char16_t unit) {
      return unit == u' ' || unit == k_line_separator || is_isolate(unit);
    };
    std::size_t end = content.text.size();
    while (end > 0 && cut(content.text[end - 1])) --end;
    std::u16string tail;
    for (std::size_t i = end; i < content.text.size(); ++i)
      if (is_isolate(content.text[i])) tail += content.text[i];
    content.text.resize(end);
    content.text += tail;
    for (InlineSpan& span : content.spans) {
      span.begin = std::min(span.begin, content.text.size());
      span.end = std::min(span.end, content.text.size());
    }
    std::erase_if(content.spans, [](const InlineSpan& span) { return span.begin == span.end; });
    if (!content.spans.empty()) content.spans.back().end = content.text.size();
  }
};

InlineContent InlineCollector::collect(const std::vector<const Node*>& nodes, const InlineContext& context,
                                       std::vector<std::string>& ids) {
  State state;
  state.ids = &ids;
  state.wrap_own_text = nodes_have_right_to_left(nodes);
  add_nodes(state, nodes, context, nullptr);
  state.cut_trailing_spaces();
  const auto visible = [](char16_t unit) {
    return unit != u' ' && unit != k_line_separator && !is_isolate(unit);
  };
  if (std::ranges::none_of(state.content.text, visible)) return {};

  // Replacement text for the leaves: what each owner's characters say, in logical order.
  std::map<NodeIndex, std::u16string> by_owner;
  for (const InlineSpan& span : state.content.spans)
    for (std::size_t i = span.begin; i < span.end; ++i)
      if (!is_isolate(state.content.text[i]))
        by_owner[span.owner] += state.content.text[i] == k_line_separator ? u' ' : state.content.text[i];
  for (auto& [owner, text] : by_owner)
    // In a right-to-left block also that of its other pieces: together they say the block exactly.
    if (has_right_to_left(text) || (state.wrap_own_text && context.direction == Direction::right_to_left))
      structure_[owner].actual_text += text;
  return std::move(state.content);
}

void InlineCollector::add_nodes(State& state, const std::vector<const Node*>& nodes,
                                const InlineContext& context, const Hyperlink* link) {
  const NodeIndex outer_parent = state.wrap_parent;
  const NodeIndex outer_wrapper = state.wrapper;
  const bool structured =
      std::ranges::any_of(nodes, [&](const Node* node) { return is_structured(*node, context.language); });
  // strong and em have no node: inside them the wrapping of the node around them goes on.
  const bool same_owner = state.wrap_parent == context.owner;
  if (!same_owner) {
    state.wrap_parent = state.wrap_own_text && structured ? context.owner : -1;
    state.wrapper = -1;
  }
  for (const Node* node : nodes) {
    if (const auto* own = std::get_if<Text>(node))
      add_text(state, own->value, context, link);
    else
      add_element(state, *std::get<std::unique_ptr<Element>>(*node), context, link);
  }
  if (!same_owner) {
    state.wrap_parent = outer_parent;
    state.wrapper = outer_wrapper;
  }
}

void InlineCollector::add_element(State& state, const Element& element, const InlineContext& context,
                                  const Hyperlink* link) {
  if (!element.id.empty()) state.ids->push_back(element.id);
  if (element.tag == Tag::br) {
    state.append(std::u16string(1, k_line_separator), context, owner_of_text(state, context, link));
    return;
  }
  InlineContext inner = context;
  if (element.language) inner.language = *element.language;
  inner.direction = direction_of(element, context.direction);
  inner.style = styles_.of(element, context.style, inner.language);
  if (element.tag == Tag::em && !slants(inner.language, typography_)) {
    inner.style.text.italic = false;
    inner.style.text.weight = Weight::bold;
  }

  Hyperlink own_link;
  const bool starts_node = element.tag == Tag::a || changes_language(element, context.language);
  if (starts_node) {
    state.wrapper = -1;  // what follows this node is a new piece of the text around it
    inner.owner =
        structure_.add(element.tag == Tag::a ? Role::link : Role::span, context.owner, inner.language);
    if (element.tag == Tag::a) {
      own_link = {inner.owner, element.href, element.label.empty() ? plain_text(element) : element.label,
                  std::nullopt};
      if (inner.style.page_reference && element.href.starts_with('#'))
        own_link.page_reference = inner.style.text;
      link = &own_link;
    }
    if (link != nullptr) links_[inner.owner] = *link;
  }

  const bool isolated = element.direction || inner.direction != context.direction;
  if (isolated) {
    const bool rtl = inner.direction == Direction::right_to_left;
    state.append(std::u16string(1, rtl ? k_right_to_left_isolate : k_left_to_right_isolate), inner,
                 inner.owner);
  }
  add_nodes(state, children_of(element), inner, link);
  if (isolated) state.append(std::u16string(1, k_pop_isolate), inner, inner.owner);
}

void InlineCollector::add_text(State& state, std::string_view text, const InlineContext& context,
                               const Hyperlink* link) {
  std::u16string kept;
  bool after_space = state.collapses_space();
  for (const char16_t unit : to_utf16(text)) {
    const bool space = unit == u' ' || unit == u'\n' || unit == u'\t' || unit == u'\r' || unit == u'\f';
    if (space && after_space) continue;
    kept += space ? u' ' : unit;
    after_space = space;
  }
  if (kept.empty()) return;
  state.append(kept, context, owner_of_text(state, context, link));
}

NodeIndex InlineCollector::owner_of_text(State& state, const InlineContext& context, const Hyperlink* link) {
  if (state.wrap_parent != context.owner) return context.owner;
  if (state.wrapper < 0) {
    state.wrapper = structure_.add(Role::span, context.owner, context.language);
    if (link != nullptr) links_[state.wrapper] = *link;
  }
  return state.wrapper;
}

bool is_inline(Tag tag) {
  return tag == Tag::a || tag == Tag::strong || tag == Tag::em || tag == Tag::span || tag == Tag::br;
}

std::string plain_text(const Element& element) {
  std::string text;
  append_text(element, text);
  return text;
}

Direction direction_of(const Element& element, Direction around) {
  if (element.direction) return *element.direction;
  if (element.language) return element.language->direction();
  return around;
}

bool has_right_to_left(std::u16string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 character = 0;
    U16_NEXT(text.data(), i, text.size(), character);
    const UCharDirection kind = u_charDirection(character);
    if (kind == U_RIGHT_TO_LEFT || kind == U_RIGHT_TO_LEFT_ARABIC) return true;
  }
  return false;
}

std::u16string to_utf16(std::string_view text) {
  const auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
  return {unicode.getBuffer(), static_cast<std::size_t>(unicode.length())};
}

std::string to_utf8(std::u16string_view text) {
  std::string utf8;
  icu::UnicodeString(text.data(), static_cast<int>(text.size())).toUTF8String(utf8);
  return utf8;
}

}  // namespace generator::typeset
