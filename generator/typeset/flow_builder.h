// Lays blocks out at a width: paragraphs become lines, boxes open and close, and all of it one list of strips
// from top to bottom. Space between two blocks is the larger of what the upper one asks for below it and the
// lower one above it; at the edges of a decorated box the padding alone counts.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/typeset/block.h"
#include "generator/typeset/strip.h"

namespace generator::typeset {

/// The room that blocks are laid out in, on the page.
struct Frame {
  double left = 0;
  double right = 0;
  model::Direction direction = model::Direction::left_to_right;

  double width() const { return right - left; }
  /// The frame without so much at its start and end side.
  Frame inside(double start, double end) const;
};

/// More lines, drawings and rows than this are refused: two thousand pages, which nobody prints.
inline constexpr std::size_t k_most_strips = 100000;

/// The refusal, with the line in the markup of what is too much.
base::Diagnostic layout_too_long(std::size_t line);

/// What holds for a whole layout.
struct LayoutLimits {
  double page_height = 0;                                  ///< between the margins
  double middle = 0;                                       ///< of the page, from its left edge
  double min_width = 0;                                    ///< narrower than this nothing is set
  bool stacked_tables = false;                             ///< tables become blocks, one below another
  double pages = std::numeric_limits<double>::infinity();  ///< of the document; what wants more is left out
};

class FlowBuilder {
 public:
  /// `strips` is counted up over all builders of a document.
  FlowBuilder(const LayoutLimits& limits, const Hyperlinks& links, std::size_t& strips,
              base::Diagnostics& diagnostics)
      : limits_(limits), links_(links), strips_(strips), diagnostics_(diagnostics) {}
  /// For a part of what `outer` lays out.
  explicit FlowBuilder(const FlowBuilder* outer)
      : FlowBuilder(outer->limits_, outer->links_, outer->strips_, outer->diagnostics_) {}

  void add(const std::vector<Block>& blocks, const Frame& frame);
  /// What has been laid out. Errors are in the diagnostics: layout-too-wide,
  /// layout-too-long.
  Flow take();

 private:
  friend class TableLayout;
  friend class TableStack;
  friend class TermsLayout;

  void add(const Block& block, const Frame& frame);
  void add_content(const Block& block, const Frame& frame);
  void add_columns(const Block& block, const Frame& frame);
  void add_content(const ContainerBlock& block, const Block& outer, const Frame& frame);
  void add_content(const ParagraphBlock& block, const Block& outer, const Frame& frame);
  void add_content(const ListItemBlock& block, const Block& outer, const Frame& frame);
  void add_content(const TermsBlock& block, const Block& outer, const Frame& frame);
  void add_content(const BesideBlock& block, const Block& outer, const Frame& frame);
  void add_content(const DrawingBlock& block, const Block& outer, const Frame& frame);
  void add_content(const TableBlock& block, const Block& outer, const Frame& frame);

  /// Blocks in the room from `start` to `end` points of the frame, as a cell of a row.
  CellFragment lay_out_cell(std::span<const Block> blocks, const Frame& frame, double start, double end);
  /// Emits a row of such cells, their first lines on one baseline.
  void emit_beside(TableRow row);

  void open_box(const BoxStyle& style, const Frame& frame);
  void close_box();
  void emit(Strip strip);
  void discourage_breaks(std::size_t first);
  void demand_break(Break at_least);
  /// False, with a complaint, if there is too much of the document.
  bool has_room(std::size_t line);
  void complain_too_narrow(std::size_t line);

  const LayoutLimits& limits_;
  const Hyperlinks& links_;
  std::size_t& strips_;
  base::Diagnostics& diagnostics_;
  Flow flow_;

  // What waits for the next strip.
  double space_ = 0;  ///< outside of the boxes that are about to open
  double lead_ = 0;   ///< insets of the boxes that are about to open
  std::vector<BoxEdge> opens_;
  Break break_ = Break::allowed;
  bool starts_page_ = false;
  std::vector<std::string> anchors_;
  std::vector<OutlineMark> outline_;
  int box_ = -1;
  int head_ = -1;
  std::size_t line_ = 0;  ///< of the block that is being added, in the markup
};

/// The strip of one line, its left end where `align` puts it in the frame; links as areas over its runs.
Strip line_strip(Line line, document::Align align, model::Direction direction, const Frame& frame,
                 const Hyperlinks& links);

}  // namespace generator::typeset
