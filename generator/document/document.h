// A document: what a template said, read back as a tree. Both outputs are made from it, so what it can hold,
// both can show: a closed list of elements and attributes, no scripts, no styles of its own
// (docs/templates.md).
//
// Invariants, held by read_markup: only the content that each element allows (a tr holds only th and td, a p
// holds only inline content, ...); ids are unique; internal links have a target; table rows fit their
// columns.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "generator/model/language.h"

namespace generator::document {

enum class Tag {
  // blocks
  section,
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  li,
  dl,
  dt,
  dd,
  table,
  caption,
  thead,
  tbody,
  tr,
  th,
  td,
  figure,
  figcaption,
  aside,
  details,
  summary,
  // inline
  a,
  strong,
  em,
  span,
  br,
  // drawing (SVG 1.1, this part of it)
  svg,
  title,
  g,
  rect,
  line,
  path,
  text
};

struct Element;
/// Text holds white space already collapsed as HTML does (CSS Text 3, "normal"); never empty.
struct Text {
  std::string value;
};
using Node = std::variant<Text, std::unique_ptr<Element>>;
/// The element, or null for text.
Element* element_of(Node& node);
const Element* element_of(const Node& node);

/// What a header cell heads; row_group: the rows of its tbody, or thead, from its own on.
enum class Scope { none, column, row, row_group };

struct Element {
  Tag tag = Tag::p;
  std::size_t line = 0;  ///< in the markup, for diagnostics
  std::string id;
  std::vector<std::string> classes;
  std::optional<model::LanguageTag> language;
  std::optional<model::Direction> direction;
  std::string href;   ///< of a: "https:...", "mailto:..." or "#id"
  std::string label;  ///< aria-label; of an svg, its text alternative
  Scope scope = Scope::none;
  int column_span = 1;
  int row_span = 1;
  std::vector<std::pair<std::string, std::string>> drawing;  ///< SVG attributes, checked
  std::vector<Node> children;

  bool has_class(std::string_view name) const;
};

/// The name of an element as the markup writes it.
std::string_view name_of(Tag tag);
/// Classes of the two drawings of one figure: for a page, and for a page on which columns have no room.
inline constexpr std::string_view k_wide = "wide";
inline constexpr std::string_view k_narrow = "narrow";

/// True for svg and what may stand in it.
bool is_drawing(Tag tag);
/// The words of an element and of all in it, without its drawings' titles.
std::string text_of(const Element& element);

/// What stands on every page beside the content, and what readers show as the document's properties. From
/// <title> and <meta name="consilium:..."> of the markup.
struct Furniture {
  std::string title;
  std::string running_head;  ///< case and date; may be empty
  std::string page_label;    ///< with "{page}" and "{pages}"; may be empty
  std::string mark;          ///< of a draft, on every page; empty for a released report
  std::string summary;       ///< the description property
  std::string skip_label;    ///< of the web page's link past its head; without it there is no such link
};

struct Document {
  model::LanguageTag language;
  model::Direction direction = model::Direction::left_to_right;
  Furniture furniture;
  /// As many pages as it is meant to have: set a little smaller, if that is what it takes. 0: as many as it
  /// needs.
  int most_pages = 0;
  std::vector<Node> body;
  std::string file;  ///< that the markup was read from, for diagnostics; may be empty
};

}  // namespace generator::document
