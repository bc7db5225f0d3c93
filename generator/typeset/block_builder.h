// From a Document to blocks: one walk over the tree that computes styles, collects and shapes text, puts
// tables on their grid, and grows the structure tree in reading order.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/document/document.h"
#include "generator/typeset/block.h"
#include "generator/typeset/fonts.h"
#include "generator/typeset/inline_collector.h"
#include "generator/typeset/structure.h"
#include "generator/typeset/style.h"

namespace generator::typeset {

struct TableGrid;
struct GridRow;

/// Elements nested deeper than this are refused.
inline constexpr int k_max_depth = 100;

/// Which of two drawings of a figure is set: the one for a page, or the one where columns have no room.
enum class DrawnFor { page, narrow };

class BlockBuilder {
 public:
  BlockBuilder(const document::Document& document, const StyleResolver& styles, const FontSet& fonts,
               DrawnFor drawn_for)
      : document_(document),
        styles_(styles),
        fonts_(fonts),
        drawn_for_(drawn_for),
        structure_(document.language),
        collector_(styles_, structure_, links_, fonts_.typography()) {}
  BlockBuilder(const BlockBuilder&) = delete;
  BlockBuilder& operator=(const BlockBuilder&) = delete;

  /// Call once. Errors, all that can be found: glyph-missing, font-missing, layout-too-deep, drawing-....
  base::Result<PreparedDocument> build();

 private:
  /// What an element hands down to its children.
  struct Context {
    NodeIndex node = 0;  ///< parent of new structure nodes
    model::LanguageTag language;
    model::Direction direction = model::Direction::left_to_right;
    Style style;
    std::size_t line = 0;  ///< of the element, in the markup
    int depth = 0;
    int list_depth = 0;
  };
  using Nodes = std::vector<document::Node>;

  Context inside(const document::Element& element, const Context& outer) const;
  Block start_block(const document::Element& element, const Context& context) const;
  std::vector<Block> build_children(const Nodes& nodes, const Context& context);
  /// Adds the element, and notes where it begins and ends if short documents leave it out.
  void add_optional(const document::Element& element, const Context& context, std::vector<Block>& blocks);
  void add_element(const document::Element& element, const Context& context, std::vector<Block>& blocks);
  void add_paragraph(const std::vector<const document::Node*>& nodes, const Context& context,
                     std::vector<Block>& blocks);
  bool is_beside(const document::Node& node) const;
  /// A run with elements whose parts stand beside one another: those, and what is between them, each under a
  /// node of its own.
  void add_parts(const std::vector<const document::Node*>& nodes, const Context& context,
                 std::vector<Block>& blocks);
  Block build_beside(const document::Element& element, const Context& outer);
  /// The words of a heading, with a stroke between parts that stand beside one another.
  std::string title_of(const document::Element& heading) const;
  Block build_text_block(const document::Element& element, const Context& outer, Role role);
  Block build_container(const document::Element& element, const Context& outer, Role role);
  Block build_summary(const document::Element& element, const Context& outer);
  Block build_list(const document::Element& element, const Context& outer);
  Block build_list_item(const document::Element& element, const Context& list, const std::string& marker);
  /// True if each item of the list is a link that asks for its target's page, and nothing else.
  bool is_contents(const document::Element& list, const Context& context) const;
  Block build_description_list(const document::Element& element, const Context& outer);
  Block build_figure(const document::Element& element, const Context& outer);
  Block build_drawing(const document::Element& element, const Context& outer, NodeIndex node);
  Block build_table(const document::Element& element, const Context& outer);
  RowBlock build_row(const TableGrid& grid, std::size_t row, const Context& section,
                     std::vector<NodeIndex>& nodes);
  void name_headers(const TableGrid& grid, const std::vector<NodeIndex>& nodes, int number);
  /// What the link at the paragraph's end asks for.
  std::optional<PageNumber> page_number(const InlineContent& content) const;
  std::optional<Paragraph> shape(InlineContent content, model::Direction direction, std::size_t line);
  void report(base::Diagnostics diagnostics, std::size_t line);

  const document::Document& document_;
  const StyleResolver& styles_;
  const FontSet& fonts_;
  DrawnFor drawn_for_;
  StructureBuilder structure_;
  Hyperlinks links_;
  InlineCollector collector_;
  std::vector<OptionalPart> optional_;
  base::Diagnostics diagnostics_;
  int tables_ = 0;
};

}  // namespace generator::typeset
