// Pages: everything that stands on paper, placed, and the structure it belongs to. The one thing that the PDF
// writer knows; a closed list of items, so the writer is a switch without default.
//
// Coordinates are points from the page's upper left corner, y downwards. Items stand in reading order; within
// a line in visual order.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "generator/document/document.h"
#include "generator/document/theme.h"
#include "generator/model/language.h"
#include "generator/typeset/glyph_run.h"

namespace generator::typeset {

/// Standard structure types (ISO 32000-1, 14.8.4).
enum class Role {
  document,
  section,
  h1,
  h2,
  h3,
  paragraph,
  list,
  list_item,
  label,
  list_body,
  contents,  ///< a list of references to the document's parts
  contents_item,
  reference,
  table,
  table_head,
  table_body,
  table_row,
  header_cell,
  data_cell,
  caption,
  figure,
  note,
  link,
  span,
  part  ///< a Span with lines of its own: one of several that stand beside one another
};

/// Index into Pages::structure, or k_artifact for what is no content: rules, backgrounds, page furniture.
using NodeIndex = int;
inline constexpr NodeIndex k_artifact = -1;

struct StructureNode {
  Role role = Role::paragraph;
  NodeIndex parent = -1;  ///< -1 for the root only
  std::vector<NodeIndex>
      children;  ///< in reading order. A node that has text of its own too orders both by first appearance.
  std::optional<model::LanguageTag> language;  ///< where it differs from the parent's
  std::string alternative;                     ///< /Alt, of a figure; /Summary, of a table
  std::u16string actual_text;                  ///< /ActualText, for right-to-left blocks
  document::Scope scope = document::Scope::none;
  int column_span = 1;
  int row_span = 1;
  bool ordered = false;              ///< of a list: numbered
  bool described = false;            ///< of a list: its labels are terms, neither numbers nor marks
  std::string id;                    ///< of header cells that others name; may be empty
  std::vector<std::string> headers;  ///< of cells: ids of their header cells
};

struct Point {
  double x = 0;
  double y = 0;
};
struct Rectangle {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// A run with its baseline's left end at `origin`.
struct TextItem {
  Point origin;
  GlyphRun run;
  NodeIndex node = k_artifact;
};

/// A straight-sided or curved outline; `d` in absolute coordinates.
struct PathItem {
  struct Move {
    Point to;
  };
  struct Line {
    Point to;
  };
  struct Curve {
    Point control1, control2, to;
  };
  struct Close {};
  using Step = std::variant<Move, Line, Curve, Close>;
  std::vector<Step> steps;
  std::optional<document::Colour> fill;
  std::optional<document::Colour> stroke;
  double stroke_width = 0;
  std::vector<double> dashes;
  NodeIndex node = k_artifact;
};

using Item = std::variant<TextItem, PathItem>;

/// Where a reader can click. `target` is a URI, or "#id" of Pages::destinations.
struct LinkArea {
  Rectangle area;
  std::string target;
  std::string contents;  ///< what it says, for assistive technology
  NodeIndex node = k_artifact;
};

struct Page {
  double width = 0;
  double height = 0;
  std::vector<Item> items;
  std::vector<LinkArea> links;
};

struct Destination {
  std::size_t page = 0;
  double y = 0;
};

struct OutlineEntry {
  std::string title;
  int level = 1;  ///< 1 to 3
  Destination target;
};

/// The faces that the items point to are owned by the FontSet that laid them out, which must outlive this.
struct Pages {
  model::LanguageTag language;
  model::Direction direction = model::Direction::left_to_right;
  document::Furniture furniture;
  std::vector<Page> pages;
  std::vector<StructureNode> structure;  ///< [0] is the document
  std::vector<OutlineEntry> outline;
  std::map<std::string, Destination> destinations;
};

}  // namespace generator::typeset
