#include "generator/document/bilingual.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>

#include "generator/document/bilingual_match.h"
#include "generator/document/bilingual_words.h"
#include "generator/document/markup_rules.h"

namespace generator::document {
namespace {

using Nodes = std::vector<Node>;
using ElementPointer = std::unique_ptr<Element>;

constexpr std::string_view k_new_page = "new-page";
/// As long as two languages may be, of what one is meant to be.
constexpr int k_both_percent = 170;

class Pairer {
 public:
  Nodes pair_blocks(Nodes first, Nodes second, const Voices& voices, Room room, Tag parent) {
    std::vector<Piece> left = pieces_of(std::move(first));
    std::vector<Piece> right = pieces_of(std::move(second));
    const Match found = match(left, right);
    Nodes out;
    for (std::size_t i = 0; i < found.before; ++i)
      append(out, pair_piece(std::move(left[i]), std::move(right[i]), voices, room, parent));
    for (std::size_t i = found.before; i < left.size() - found.after; ++i)
      append(out, alone(std::move(left[i].nodes), voices.first, parent));
    for (std::size_t i = found.before; i < right.size() - found.after; ++i)
      append(out, alone(std::move(right[i].nodes), voices.second, parent));
    for (std::size_t i = found.after; i > 0; --i)
      append(out, pair_piece(std::move(left[left.size() - i]), std::move(right[right.size() - i]), voices,
                             room, parent));
    return out;
  }

  const std::map<std::string, std::string>& renamed() const { return renamed_; }

 private:
  static void append(Nodes& to, Nodes nodes) {
    for (Node& node : nodes) to.push_back(std::move(node));
  }

  /// What has no counterpart, in its language.
  static Nodes alone(Nodes nodes, const Voice& voice, Tag parent) {
    if (Element* element = nodes.size() == 1 ? element_of(nodes.front()) : nullptr;
        element != nullptr && !is_words(nodes.front())) {
      const Voice own = voice.inside(*element);
      element->language = own.language;
      element->direction = own.direction;
      return nodes;
    }
    Nodes out;
    if (content_of(parent).holds(Tag::p)) {
      out.push_back(paragraph({}, std::move(nodes), voice));
    } else {
      out.push_back(spoken(std::move(nodes), voice));
      out.push_back(Text{" "});
    }
    return out;
  }

  /// A paragraph for words that stood by themselves.
  static Node paragraph(std::string name, Nodes nodes, const Voice& voice) {
    auto p = std::make_unique<Element>();
    p->tag = Tag::p;
    p->classes = {"tight"};
    if (!name.empty()) p->classes.push_back(std::move(name));
    p->language = voice.language;
    p->direction = voice.direction;
    p->children = std::move(nodes);
    return p;
  }

  Nodes pair_piece(Piece first, Piece second, const Voices& voices, Room room, Tag parent) {
    if (first.kind.empty())
      return set_words(std::move(first.nodes), std::move(second.nodes), voices, room, parent);
    return pair_elements(std::get<ElementPointer>(std::move(first.nodes.front())),
                         std::get<ElementPointer>(std::move(second.nodes.front())), voices, room, parent);
  }

  /// Words directly in something that may hold blocks too, or that may not.
  static Nodes set_words(Nodes first, Nodes second, const Voices& voices, Room room, Tag parent) {
    PairedWords words = pair_words(std::move(first), std::move(second), voices, room);
    if (words.second.empty()) return std::move(words.first);
    Nodes out;
    switch (room) {
      case Room::wide:
      case Room::halves:
        out.push_back(beside(std::move(words.first), std::move(words.second), voices));
        break;
      case Room::narrow:
        if (content_of(parent).holds(Tag::p) && parent != Tag::th) {
          out.push_back(paragraph("first", std::move(words.first), voices.first));
          out.push_back(paragraph("second", std::move(words.second), voices.second));
          break;
        }
        out.push_back(spoken(std::move(words.first), voices.first));
        auto end = std::make_unique<Element>();
        end->tag = Tag::br;
        out.push_back(std::move(end));
        out.push_back(spoken(std::move(words.second), voices.second, "second"));
        break;
    }
    return out;
  }

  /// Two elements of one kind; the first's stays.
  Nodes pair_elements(ElementPointer first, ElementPointer second, const Voices& outer, Room room,
                      Tag parent) {
    const Voices voices{outer.first.inside(*first), outer.second.inside(*second)};
    meet(*first, *second);
    Nodes out;
    const Tag tag = first->tag;
    if (is_drawing(tag)) {
      out.push_back(std::move(first));
      return out;
    }
    if (tag == Tag::figure) return pair_figures(std::move(first), std::move(second), voices, room);
    if (tag == Tag::dl) return pair_terms(std::move(first), std::move(second), voices, room);
    if (tag == Tag::p && room == Room::narrow && parent != Tag::th)
      return pair_narrow_paragraphs(std::move(first), std::move(second), voices);
    const bool in_cell = tag == Tag::th || tag == Tag::td;
    first->children = pair_blocks(std::move(first->children), std::move(second->children), voices,
                                  in_cell ? Room::narrow : room, tag);
    out.push_back(std::move(first));
    return out;
  }

  /// In a cell each language has a paragraph of its own, with the direction that is its.
  static Nodes pair_narrow_paragraphs(ElementPointer first, ElementPointer second, const Voices& voices) {
    PairedWords words =
        pair_words(std::move(first->children), std::move(second->children), voices, Room::narrow);
    first->children = std::move(words.first);
    Nodes out;
    if (words.second.empty()) {
      out.push_back(std::move(first));
      return out;
    }
    first->classes.emplace_back("first");
    first->language = voices.first.language;
    first->direction = voices.first.direction;
    second->children = std::move(words.second);
    second->classes.emplace_back("second");
    second->language = voices.second.language;
    second->direction = voices.second.direction;
    second->id.clear();
    out.push_back(std::move(first));
    out.push_back(std::move(second));
    return out;
  }

  /// One drawing, with the first's labels. Where the second would have others, it says in words below what is
  /// drawn.
  Nodes pair_figures(ElementPointer first, ElementPointer second, const Voices& voices, Room room) {
    const auto drawing_of = [](const Element& figure) -> const Element* {
      for (const Node& node : figure.children)
        if (const Element* child = element_of(node); child != nullptr && child->tag == Tag::svg) return child;
      return nullptr;
    };
    std::string in_words;
    const Element* drawn = drawing_of(*first);
    const Element* other = drawing_of(*second);
    if (drawn != nullptr && other != nullptr &&
        (drawn->label != other->label || text_of(*drawn) != text_of(*other)))
      in_words = other->label;
    first->children =
        pair_blocks(std::move(first->children), std::move(second->children), voices, room, first->tag);
    Nodes out;
    out.push_back(std::move(first));
    if (!in_words.empty()) {
      Nodes words;
      words.push_back(Text{std::move(in_words)});
      out.push_back(paragraph("second", std::move(words), voices.second));
      auto& classes = element_of(out.back())->classes;
      classes.erase(classes.begin());
    }
    return out;
  }

  /// Terms that differ stand above what is said about them, so that both languages have their half of the
  /// page. Lists of another length are aligned by the words that they quote; without any, each stands alone.
  Nodes pair_terms(ElementPointer first, ElementPointer second, const Voices& voices, Room room) {
    const bool alike = build_of(*first) == build_of(*second);
    std::vector<Entry> left = entries_of(std::move(first->children));
    std::vector<Entry> right = entries_of(std::move(second->children));
    first->children.clear();
    second->children.clear();
    const auto anchors = alike ? one_to_one(left.size()) : align(left, right);
    Nodes out;
    if (anchors.empty()) {
      for (Entry& entry : left) append(first->children, std::move(entry).all());
      for (Entry& entry : right) append(second->children, std::move(entry).all());
      out = alone(one(std::move(first)), voices.first, Tag::section);
      append(out, alone(one(std::move(second)), voices.second, Tag::section));
      return out;
    }
    bool differ = false;
    bool brief = true;
    for (const auto& [i, k] : anchors) {
      if (same(left[i].terms, right[k].terms)) continue;
      differ = true;
      brief = brief && left[i].is_brief() && right[k].is_brief();
    }
    // Numbers keep their column and stand there one below the other.
    if (differ && !brief) first->classes.emplace_back("both");
    std::size_t from_left = 0;
    std::size_t from_right = 0;
    const auto add_alone = [&](std::vector<Entry>& entries, std::size_t& from, std::size_t to,
                               const Voice& voice) {
      for (; from < to; ++from)
        for (Node& node : std::move(entries[from]).all())
          append(first->children, alone(one(std::move(node)), voice, Tag::dl));
    };
    for (const auto& [i, k] : anchors) {
      add_alone(left, from_left, i, voices.first);
      add_alone(right, from_right, k, voices.second);
      const bool apart = !brief && !same(left[i].terms, right[k].terms);
      append(first->children, pair_blocks(std::move(left[i].terms), std::move(right[k].terms), voices,
                                          brief ? Room::narrow : room, Tag::dl));
      append(first->children, pair_blocks(std::move(left[i].said), std::move(right[k].said), voices,
                                          apart && room == Room::wide ? Room::halves : room, Tag::dl));
      from_left = i + 1;
      from_right = k + 1;
    }
    add_alone(left, from_left, left.size(), voices.first);
    add_alone(right, from_right, right.size(), voices.second);
    out.push_back(std::move(first));
    return out;
  }

  /// A term, or several, with what is said about it.
  struct Entry {
    Nodes terms;
    Nodes said;
    std::string quoted;  ///< the words in it that name their language

    /// True of a number: it has room in a column of its own.
    bool is_brief() const {
      return std::ranges::none_of(terms, [](const Node& term) {
        const auto text = icu::UnicodeString::fromUTF8(text_of(*element_of(term)));
        for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
          if (u_isalpha(text.char32At(i))) return true;
        return false;
      });
    }
    Nodes all() && {
      Nodes nodes = std::move(terms);
      append(nodes, std::move(said));
      return nodes;
    }
  };
  using Anchors = std::vector<std::pair<std::size_t, std::size_t>>;

  static Anchors one_to_one(std::size_t count) {
    Anchors anchors;
    for (std::size_t i = 0; i < count; ++i) anchors.emplace_back(i, i);
    return anchors;
  }

  /// The entries that quote the same, in the order of both.
  static Anchors align(const std::vector<Entry>& left, const std::vector<Entry>& right) {
    Anchors anchors;
    std::size_t next = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
      for (std::size_t k = next; k < right.size() && !left[i].quoted.empty(); ++k) {
        if (left[i].quoted != right[k].quoted) continue;
        anchors.emplace_back(i, k);
        next = k + 1;
        break;
      }
    }
    return anchors;
  }

  static std::vector<Entry> entries_of(Nodes nodes) {
    std::vector<Entry> entries;
    for (Node& node : nodes) {
      const Element* element = element_of(node);
      if (element == nullptr) continue;
      const bool term = element->tag == Tag::dt;
      if (term && (entries.empty() || !entries.back().said.empty())) entries.emplace_back();
      gather_quoted(*element, entries.back().quoted);
      (term ? entries.back().terms : entries.back().said).push_back(std::move(node));
    }
    return entries;
  }

  static void gather_quoted(const Element& element, std::string& quoted) {
    for (const Node& node : element.children) {
      const Element* child = element_of(node);
      if (child == nullptr) continue;
      if (child->language) quoted += child->language->text() + ':' + text_of(*child) + '\n';
      gather_quoted(*child, quoted);
    }
  }

  static Nodes one(Node node) {
    Nodes nodes;
    nodes.push_back(std::move(node));
    return nodes;
  }

  /// The first's attributes stand for both.
  void meet(Element& first, const Element& second) {
    // Of a drawing the second's words stand below it.
    if (!is_drawing(first.tag)) first.label = joined(first.label, second.label);
    if (second.id.empty()) return;
    if (first.id.empty())
      first.id = second.id;
    else
      renamed_[second.id] = first.id;
  }

  std::map<std::string, std::string> renamed_;  ///< of the second's ids, to what they are now
};

/// Visits every element, drawings too.
template <typename Visit>
void for_each(Nodes& nodes, const Visit& visit) {
  for (Node& node : nodes) {
    Element* element = element_of(node);
    if (element == nullptr) continue;
    visit(*element);
    for_each(element->children, visit);
  }
}

void mark_ids(Nodes& nodes) {
  for_each(nodes, [](Element& element) {
    if (!element.id.empty()) element.id.insert(0, 1, k_second_mark);
    if (element.href.starts_with('#')) element.href.insert(1, 1, k_second_mark);
  });
}

/// Gives the second's ids that are left names of their own, and leads links to where their target is now.
void settle_ids(Nodes& nodes, std::map<std::string, std::string> renamed) {
  std::set<std::string> taken;
  for_each(nodes, [&](Element& element) {
    if (!element.id.empty() && element.id.front() != k_second_mark) taken.insert(element.id);
  });
  for_each(nodes, [&](Element& element) {
    if (element.id.empty() || element.id.front() != k_second_mark) return;
    const std::string wanted = element.id.substr(1);
    std::string name = wanted;
    for (int n = 2; !taken.insert(name).second; ++n) name = wanted + '-' + std::to_string(n);
    renamed[element.id] = name;
    element.id = name;
  });
  for_each(nodes, [&](Element& element) {
    if (!element.href.starts_with('#')) return;
    std::string target = element.href.substr(1);
    // What was renamed to a name of the second's may have been renamed again.
    for (auto found = renamed.find(target); found != renamed.end(); found = renamed.find(target))
      target = found->second;
    // What both had stands once, under the name that it has in both.
    if (target.starts_with(k_second_mark)) target.erase(0, 1);
    element.href = '#' + target;
  });
}

Furniture join(const Furniture& first, const Furniture& second) {
  return {.title = joined(first.title, second.title),
          .running_head = joined(first.running_head, second.running_head),
          // Numbers of pages are in the first's digits.
          .page_label = first.page_label.empty() ? second.page_label : first.page_label,
          .mark = joined(first.mark, second.mark),
          .summary = joined(first.summary, second.summary),
          .skip_label = joined(first.skip_label, second.skip_label)};
}

}  // namespace

Document side_by_side(Document first, Document second) {
  mark_ids(second.body);
  Pairer pairer;
  const Voices voices{{first.language, first.direction}, {second.language, second.direction}};
  first.body =
      pairer.pair_blocks(std::move(first.body), std::move(second.body), voices, Room::wide, Tag::section);
  settle_ids(first.body, pairer.renamed());
  first.furniture = join(first.furniture, second.furniture);
  // A page that was to begin anew began where one language ended.
  for_each(first.body, [](Element& element) { std::erase(element.classes, k_new_page); });
  first.most_pages = first.most_pages * k_both_percent / 100;
  return first;
}

}  // namespace generator::document
