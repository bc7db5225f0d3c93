// Words in two languages: what of two runs of inline content is the same and stands once, and what differs.
#pragma once

#include <string>
#include <vector>

#include "generator/document/document.h"

namespace generator::document {

/// The language and direction that holds where words stand.
struct Voice {
  model::LanguageTag language;
  model::Direction direction = model::Direction::left_to_right;

  /// That within an element.
  Voice inside(const Element& element) const;
};
struct Voices {
  Voice first;
  Voice second;
};

/// Stands before the ids that the second document brought, and those that its links lead to, while both are
/// paired; no id of markup begins so.
inline constexpr char k_second_mark = '\x01';

/// True for a, strong, em, span, br, and text.
bool is_words(const Node& node);
/// True for white space alone.
bool is_blank(const std::vector<Node>& nodes);
/// True if both say the same in the same language, whatever document they are of. Marks of direction do not
/// count: each language puts its own around an amount.
bool same(const std::vector<Node>& first, const std::vector<Node>& second);

/// "first / second", or one of them if they are the same or the other is empty.
std::string joined(const std::string& first, const std::string& second);

/// A span of class `name` (none if empty) with its language and direction.
Node spoken(std::vector<Node> nodes, const Voice& voice, std::string name = {});
/// Both beside one another.
Node beside(std::vector<Node> first, std::vector<Node> second, const Voices& voices);

enum class Room {
  wide,    ///< for two columns
  halves,  ///< the same, and each is to be whole: below a term in either language stands what is said of it
  narrow   ///< of a cell
};

/// Two runs, paired. Without a `second` everything is in `first`.
struct PairedWords {
  std::vector<Node> first;
  std::vector<Node> second;
};
PairedWords pair_words(std::vector<Node> first, std::vector<Node> second, const Voices& voices, Room room);

}  // namespace generator::document
