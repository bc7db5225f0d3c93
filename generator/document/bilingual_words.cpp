#include "generator/document/bilingual_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

namespace generator::document {
namespace {

using std::ptrdiff_t;

/// Words about a quotation that are shorter than this, in bytes, stand behind it in its line.
constexpr std::size_t k_short_note = 48;

constexpr std::array<std::string_view, 9> k_direction_marks = {
    "\u200e", "\u200f", "\u061c", "\u2066", "\u2067", "\u2068", "\u2069", "\u202a", "\u202c"};

std::string without_direction_marks(std::string text) {
  for (const std::string_view mark : k_direction_marks)
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  return text;
}

std::string unmarked(std::string href) {
  std::erase(href, k_second_mark);
  return href;
}

bool same(const Node& first, const Node& second) {
  const Element* a = element_of(first);
  const Element* b = element_of(second);
  if (a == nullptr || b == nullptr)
    return a == b && without_direction_marks(std::get<Text>(first).value) ==
                         without_direction_marks(std::get<Text>(second).value);
  return a->tag == b->tag && a->classes == b->classes && a->language == b->language &&
         a->direction == b->direction && unmarked(a->href) == unmarked(b->href) &&
         unmarked(a->id) == unmarked(b->id) && document::same(a->children, b->children);
}

bool is_blank(const Node& node) {
  const auto* text = std::get_if<Text>(&node);
  if (text == nullptr) return std::get<std::unique_ptr<Element>>(node)->tag == Tag::br;
  std::string_view rest = text->value;
  while (!rest.empty()) {
    if (rest.starts_with(' ')) {
      rest.remove_prefix(1);
    } else if (rest.starts_with("\u00a0")) {
      rest.remove_prefix(2);
    } else {
      return false;
    }
  }
  return true;
}

/// Words in a language that they name themselves: somebody's own, or in something that holds such.
bool is_quoted(const Node& node) {
  const Element* element = element_of(node);
  return element != nullptr && (element->language || std::ranges::any_of(element->children, is_quoted));
}

std::vector<Node> cut(std::vector<Node>& nodes, std::size_t from, std::size_t to) {
  const auto begin = nodes.begin() + static_cast<ptrdiff_t>(from);
  const auto end = nodes.begin() + static_cast<ptrdiff_t>(to);
  return {std::make_move_iterator(begin), std::make_move_iterator(end)};
}

void append(std::vector<Node>& to, std::vector<Node> nodes) {
  std::ranges::move(nodes, std::back_inserter(to));
}

bool ends_with_space(const Node& node) {
  const auto* text = std::get_if<Text>(&node);
  return text != nullptr && (text->value.ends_with(' ') || text->value.ends_with("\u00a0"));
}

void cut_space_at_end(std::vector<Node>& nodes) {
  while (!nodes.empty() && ends_with_space(nodes.back())) {
    std::string& value = std::get<Text>(nodes.back()).value;
    value.resize(value.size() - (value.ends_with(' ') ? 1 : 2));
    if (value.empty()) nodes.pop_back();
  }
}

/// Takes blanks and line ends off both ends.
void trim(std::vector<Node>& nodes) {
  while (!nodes.empty() && is_blank(nodes.back())) nodes.pop_back();
  const auto first = std::ranges::find_if(nodes, [](const Node& node) { return !is_blank(node); });
  nodes.erase(nodes.begin(), first);
  cut_space_at_end(nodes);
  if (nodes.empty()) return;
  if (auto* begin = std::get_if<Text>(&nodes.front()))
    begin->value.erase(0, std::min(begin->value.find_first_not_of(' '), begin->value.size()));
}

std::size_t length_of(const std::vector<Node>& nodes) {
  std::size_t length = 0;
  for (const Node& node : nodes) {
    const Element* element = element_of(node);
    length += element == nullptr ? std::get<Text>(node).value.size() : text_of(*element).size();
  }
  return length;
}

/// An alternation of what differs and what both hold.
struct Stretch {
  std::vector<Node> first;
  std::vector<Node> second;
  std::vector<Node> shared;  ///< behind them
};

std::vector<Node> in_line(std::vector<Node> first, std::vector<Node> second, const Voices& voices);

/// What stands once of two nodes; none if they have nothing to share.
std::optional<Node> share(Node& first, Node& second, const Voices& voices) {
  if (!is_quoted(first) || !is_quoted(second)) return std::nullopt;
  if (same(first, second)) return std::move(first);
  Element* a = std::get<std::unique_ptr<Element>>(first).get();
  Element* b = std::get<std::unique_ptr<Element>>(second).get();
  if (a->tag != Tag::span || b->tag != Tag::span || a->language || b->language || a->classes != b->classes)
    return std::nullopt;
  const bool shares = std::ranges::any_of(a->children, [&](const Node& inner) {
    return is_quoted(inner) &&
           std::ranges::any_of(b->children, [&](const Node& other) { return same(inner, other); });
  });
  if (!shares) return std::nullopt;
  a->children = in_line(std::move(a->children), std::move(b->children), voices);
  return std::move(first);
}

std::vector<Stretch> find_shared(std::vector<Node> first, std::vector<Node> second, const Voices& voices) {
  std::vector<Stretch> stretches;
  std::size_t from_first = 0;
  std::size_t from_second = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    for (std::size_t k = from_second; k < second.size() && is_quoted(first[i]); ++k) {
      std::optional<Node> found = share(first[i], second[k], voices);
      if (!found) continue;
      Stretch stretch{cut(first, from_first, i), cut(second, from_second, k), {}};
      stretch.shared.push_back(std::move(*found));
      stretches.push_back(std::move(stretch));
      from_first = i + 1;
      from_second = k + 1;
      break;
    }
  }
  stretches.push_back({cut(first, from_first, first.size()), cut(second, from_second, second.size()), {}});
  return stretches;
}

/// Moves what both end with, such as the number of a source, behind them.
void share_end(Stretch& stretch) {
  std::vector<Node> end;
  while (!stretch.first.empty() && !stretch.second.empty() &&
         same(stretch.first.back(), stretch.second.back())) {
    end.insert(end.begin(), std::move(stretch.first.back()));
    stretch.first.pop_back();
    stretch.second.pop_back();
  }
  append(end, std::move(stretch.shared));
  stretch.shared = std::move(end);
}

Node text(std::string value) {
  return Text{std::move(value)};
}

/// Both in one line, a stroke between them.
void append_in_line(std::vector<Node>& out, std::vector<Node> first, std::vector<Node> second,
                    const Voices& voices) {
  const bool has_first = !is_blank(first);
  const bool has_second = !is_blank(second);
  if (same(first, second) || !has_second) {
    append(out, std::move(first));
    return;
  }
  if (has_first) {
    const bool apart = ends_with_space(first.back());
    trim(first);
    if (!out.empty()) out.push_back(text(" "));
    out.push_back(spoken(std::move(first), voices.first));
    out.push_back(text(" / "));
    trim(second);
    out.push_back(spoken(std::move(second), voices.second));
    if (apart) out.push_back(text(" "));
    return;
  }
  out.push_back(spoken(std::move(second), voices.second));
}

std::vector<Node> in_line(std::vector<Node> first, std::vector<Node> second, const Voices& voices) {
  std::vector<Node> out;
  for (Stretch& stretch : find_shared(std::move(first), std::move(second), voices)) {
    share_end(stretch);
    append_in_line(out, std::move(stretch.first), std::move(stretch.second), voices);
    append(out, std::move(stretch.shared));
  }
  return out;
}

/// The one element of a run that is nothing else.
Element* only_element(std::vector<Node>& nodes) {
  if (nodes.size() != 1) return nullptr;
  auto* child = std::get_if<std::unique_ptr<Element>>(&nodes.front());
  return child == nullptr ? nullptr : child->get();
}

/// Numbers of sources that both end with stand once, behind the first.
void drop_links_at_end(const std::vector<Node>& first, std::vector<Node>& second) {
  std::size_t count = 0;
  bool links = false;
  while (count < first.size() && count < second.size()) {
    const Node& node = second[second.size() - 1 - count];
    const Element* element = element_of(node);
    const bool fits = element == nullptr ? is_blank(node) : element->tag == Tag::a;
    if (!fits || !same(first[first.size() - 1 - count], node)) break;
    links = links || element != nullptr;
    ++count;
  }
  if (!links || count >= second.size()) return;
  second.resize(second.size() - count);
  cut_space_at_end(second);
}

}  // namespace

Voice Voice::inside(const Element& element) const {
  Voice voice = *this;
  if (element.language) voice = {*element.language, element.language->direction()};
  if (element.direction) voice.direction = *element.direction;
  return voice;
}

bool is_words(const Node& node) {
  const Element* element = element_of(node);
  return element == nullptr || (element->tag >= Tag::a && element->tag <= Tag::br);
}

bool is_blank(const std::vector<Node>& nodes) {
  return std::ranges::all_of(nodes, [](const Node& node) { return is_blank(node); });
}

bool same(const std::vector<Node>& first, const std::vector<Node>& second) {
  return std::ranges::equal(first, second, [](const Node& a, const Node& b) { return same(a, b); });
}

std::string joined(const std::string& first, const std::string& second) {
  if (first.empty()) return second;
  if (second.empty() || without_direction_marks(first) == without_direction_marks(second)) return first;
  return first + " / " + second;
}

Node spoken(std::vector<Node> nodes, const Voice& voice, std::string name) {
  auto span = std::make_unique<Element>();
  span->tag = Tag::span;
  span->language = voice.language;
  span->direction = voice.direction;
  if (!name.empty()) span->classes.push_back(std::move(name));
  span->children = std::move(nodes);
  return span;
}

Node beside(std::vector<Node> first, std::vector<Node> second, const Voices& voices) {
  auto pair = std::make_unique<Element>();
  pair->tag = Tag::span;
  pair->classes = {"pair"};
  pair->children.push_back(spoken(std::move(first), voices.first));
  pair->children.push_back(text(" "));
  pair->children.push_back(spoken(std::move(second), voices.second));
  return pair;
}

PairedWords pair_words(std::vector<Node> first, std::vector<Node> second, const Voices& voices, Room room) {
  trim(first);
  trim(second);
  if (second.empty()) return {std::move(first), {}};
  const bool repeats = room == Room::halves && std::ranges::none_of(first, is_quoted);
  if (same(first, second)) {
    if (repeats) return {std::move(first), std::move(second)};
    return {std::move(first), {}};
  }
  PairedWords paired;
  if (first.empty()) {
    paired.first.push_back(spoken(std::move(second), voices.second));
    return paired;
  }
  // A link that leads to one place stays one link.
  Element* a = only_element(first);
  Element* b = only_element(second);
  if (a != nullptr && b != nullptr && a->tag == Tag::a && b->tag == Tag::a &&
      unmarked(a->href) == unmarked(b->href)) {
    a->label = joined(a->label, b->label);
    a->children = in_line(std::move(a->children), std::move(b->children), voices);
    return {std::move(first), {}};
  }
  std::vector<Stretch> stretches = find_shared(std::move(first), std::move(second), voices);
  if (stretches.size() == 1) {
    paired = {std::move(stretches.front().first), std::move(stretches.front().second)};
    if (room == Room::narrow) drop_links_at_end(paired.first, paired.second);
    return paired;
  }
  for (Stretch& stretch : stretches) {
    share_end(stretch);
    const bool differ = !is_blank(stretch.first) && !is_blank(stretch.second);
    // What leads to a quotation is a line of its own; a word on it stands behind it.
    const bool is_note = &stretch != &stretches.front() &&
                         std::max(length_of(stretch.first), length_of(stretch.second)) <= k_short_note;
    if (room != Room::narrow && differ && !is_note) {
      trim(stretch.first);
      trim(stretch.second);
      paired.first.push_back(beside(std::move(stretch.first), std::move(stretch.second), voices));
      trim(stretch.shared);  // it stands on lines of its own
    } else {
      append_in_line(paired.first, std::move(stretch.first), std::move(stretch.second), voices);
    }
    append(paired.first, std::move(stretch.shared));
  }
  return paired;
}

}  // namespace generator::document
