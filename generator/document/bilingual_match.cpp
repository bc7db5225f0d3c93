#include "generator/document/bilingual_match.h"

#include <algorithm>

#include "generator/document/bilingual_words.h"
#include "generator/document/markup_rules.h"

namespace generator::document {
namespace {

/// What must be alike for two elements to be each other's counterpart. Where order alone tells which belongs
/// to which, in tables and lists, their whole build is part of that.
std::string kind_of(const Element& element) {
  std::string kind(name_of(element.tag));
  if (element.tag == Tag::th || element.tag == Tag::td || element.tag == Tag::tr)
    return kind + '/' + std::to_string(static_cast<int>(element.scope)) + '/' +
           std::to_string(element.column_span) + '/' + std::to_string(element.row_span) +
           (element.tag == Tag::tr ? '(' + build_of(element) + ')' : "");
  // What a template has named is the same in both.
  const bool named =
      content_of(element.tag).holds(Tag::h2) || element.tag == Tag::h2 || element.tag == Tag::h3;
  if (named && !element.id.empty())
    return kind + '#' + element.id.substr(element.id.front() == k_second_mark ? 1 : 0);
  for (const std::string& name : element.classes) kind += '.' + name;
  const bool counted = content_of(element.tag).holds(Tag::li) || element.tag == Tag::table ||
                       element.tag == Tag::thead || element.tag == Tag::tbody || element.tag == Tag::figure;
  if (counted) kind += '(' + build_of(element) + ')';
  return kind;
}

}  // namespace

std::string build_of(const Element& element) {
  std::string build;
  for (const Node& node : element.children)
    if (const Element* child = element_of(node)) build += kind_of(*child) + ' ';
  return build;
}

std::vector<Piece> pieces_of(std::vector<Node> nodes) {
  std::vector<Piece> pieces;
  bool open = false;
  for (Node& node : nodes) {
    const bool words = is_words(node);
    if (!words || !open) pieces.push_back({{}, words ? "" : kind_of(*element_of(node))});
    pieces.back().nodes.push_back(std::move(node));
    open = words;
  }
  std::erase_if(pieces, [](const Piece& piece) { return piece.kind.empty() && is_blank(piece.nodes); });
  return pieces;
}

Match match(const std::vector<Piece>& first, const std::vector<Piece>& second) {
  const std::size_t least = std::min(first.size(), second.size());
  Match found;
  while (found.before < least && first[found.before].kind == second[found.before].kind) ++found.before;
  if (found.before == first.size() && found.before == second.size()) return found;
  const auto alike_at_end = [&](std::size_t i) {
    return first[first.size() - 1 - i].kind == second[second.size() - 1 - i].kind;
  };
  while (found.after < least - found.before && alike_at_end(found.after)) ++found.after;
  // One of several alike has no counterpart, and nothing tells which: none of them is paired.
  const std::vector<Piece>& longer = first.size() > second.size() ? first : second;
  const auto is_extra = [&](const std::string& kind) {
    for (std::size_t i = found.before; i < longer.size() - found.after; ++i)
      if (longer[i].kind == kind) return true;
    return false;
  };
  while (found.before > 0 && is_extra(longer[found.before - 1].kind)) --found.before;
  while (found.after > 0 && is_extra(longer[longer.size() - found.after].kind)) --found.after;
  return found;
}

}  // namespace generator::document
