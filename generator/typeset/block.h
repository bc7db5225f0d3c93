// Blocks: a document made ready to be laid out. Styles are computed, paragraphs shaped, tables put on their
// grid and the structure tree is whole; only widths and pages are still open. Laying a block out does not
// change it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "generator/typeset/drawing.h"
#include "generator/typeset/inline_collector.h"
#include "generator/typeset/pages.h"
#include "generator/typeset/paragraph.h"
#include "generator/typeset/style.h"

namespace generator::typeset {

/// The width that something needs, in points.
struct WidthNeed {
  double min = 0;      ///< narrower than this and words break
  double max = 0;      ///< wider than this and nothing changes
  bool fixed = false;  ///< of a table's column: gets its least, and nothing of what room there is beyond it
};

struct Block;

/// The number of a page that a paragraph asks for, behind its last line.
struct PageNumber {
  std::string target;  ///< an id of the document
  TextStyle style;
  model::LanguageTag language;
  NodeIndex node = k_artifact;  ///< the end of the link that it belongs to
};

struct ParagraphBlock {
  Paragraph paragraph;
  document::Align align = document::Align::start;
  double size = 10;  ///< of its text, in points
  std::optional<PageNumber> page_number;
  bool balanced = false;  ///< its lines are of about one length: a heading
};

struct ContainerBlock {
  std::vector<Block> children;
};

/// A list item: its marker stands beside the first line of its children.
struct ListItemBlock {
  Paragraph marker;
  double marker_width = 0;
  double marker_gap = 0;
  model::Direction direction = model::Direction::left_to_right;  ///< of the list: its side is the marker's
  std::vector<Block> children;
};

/// A term of a description list and what is said about it.
struct TermRow {
  std::vector<Block> terms;
  std::vector<Block> descriptions;
};

/// A description list whose terms stand beside their descriptions, where the frame is wide enough.
struct TermsBlock {
  double term_width = 0;
  std::vector<TermRow> rows;
};

/// Paragraphs that stand beside one another, such as a sentence in two languages, where each has room; else
/// one below another.
struct BesideBlock {
  std::vector<Block> parts;
};

struct DrawingBlock {
  Drawing drawing;
  NodeIndex node = k_artifact;
};

struct CellBlock {
  Style style;
  model::Direction direction = model::Direction::left_to_right;
  std::vector<std::string> anchors;
  std::vector<Block> children;
  std::size_t column = 0;
  std::size_t column_span = 1;
  std::size_t row_span = 1;
  bool header = false;
};

struct RowBlock {
  BoxStyle box;
  std::vector<std::string> anchors;
  std::vector<CellBlock> cells;
  bool head = false;
  bool group = false;        ///< labels the rows below it in its section
  bool new_section = false;  ///< the first row of a thead or tbody
};

struct TableBlock {
  std::vector<Block> caption;  ///< none or one
  std::vector<RowBlock> rows;  ///< head rows first
  std::size_t columns = 0;
  bool equal_columns = false;  ///< all but the first share the width evenly
};

/// A heading's line in the outline.
struct OutlineMark {
  std::string title;
  int level = 1;
};

struct Block {
  BoxStyle box;
  model::Direction direction = model::Direction::left_to_right;
  std::size_t line = 0;  ///< in the markup, for diagnostics
  std::vector<std::string> anchors;
  std::optional<OutlineMark> outline;
  double text_size = 10;   ///< of its own text, in points
  double least_pages = 0;  ///< asked for
  bool optional =
      false;  ///< left out of a document that has fewer; not so what its parent needs (li, dt, ...)
  std::variant<ContainerBlock, ParagraphBlock, ListItemBlock, TermsBlock, BesideBlock, DrawingBlock,
               TableBlock>
      content;
};

/// What a block's content needs, without the block's own insets.
WidthNeed content_need(const Block& block);
/// What a block needs between the edges of its content box and all insets around it.
WidthNeed width_need(const Block& block);
/// The most that any of them needs.
WidthNeed width_need(const std::vector<Block>& blocks);

/// A block that short documents leave out, with its nodes in the structure.
struct OptionalPart {
  double least_pages = 0;
  NodeIndex first_node = 0;
  NodeIndex end_node = 0;
};

/// A document as blocks, and what was learnt on the way.
struct PreparedDocument {
  std::vector<Block> blocks;
  std::vector<StructureNode> structure;
  Hyperlinks links;
  std::vector<OptionalPart> optional;  ///< in document order; none within another
};

}  // namespace generator::typeset
