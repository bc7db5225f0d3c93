// Strips: the vertical list that a document becomes once its width is known, and that the paginator cuts into
// pages. A strip is a piece that no page break divides (a line, a drawing), or a table row, which knows how
// to divide itself. Boxes are the decorated areas (backgrounds, bars, borders) that run behind strips.
//
// Within a strip x is the place on the page, y counts from the strip's top. Strips own their items until the
// painter takes them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/typeset/block.h"
#include "generator/typeset/pages.h"
#include "generator/typeset/style.h"

namespace generator::typeset {

/// Two heights that differ by less than this many points are the same: sums of doubles are not exact.
inline constexpr double k_fit_tolerance = 0.001;

/// How well a page may end before a strip; the later, the worse.
enum class Break {
  allowed,
  discouraged,  ///< inside something that the theme keeps together
  avoided,      ///< after a heading, between a paragraph's first or last two lines
  never,        ///< between the rows that one cell spans: what is in it would run off the page
};

/// A decorated area. Boxes nest; a box that goes on over a page end is painted on both pages.
struct Box {
  int parent = -1;  ///< index of the box around it, or -1
  double left = 0;
  double right = 0;
  model::Direction direction = model::Direction::left_to_right;
  BoxStyle style;
};

/// Where a box begins below a strip's top, or ends above its bottom.
struct BoxEdge {
  int box = 0;
  double offset = 0;
};

/// A page number that is still to be set, at the end of a line; y counts as the strip's items' does.
struct PageReference {
  PageNumber number;
  model::Direction direction = model::Direction::left_to_right;
  double text_end = 0;    ///< x of the line's own end, from which the leader goes on
  double number_end = 0;  ///< x of the number's outer edge
  double room = 0;        ///< kept free for the number
  double baseline = 0;
};

struct TableRow;

/// Whether a row must be divided even where that leaves a cell empty.
enum class Force { no, yes };

struct Strip {
  double space_before = 0;  ///< left out at the top of a page
  double height = 0;        ///< with the insets of the boxes that open or close here
  double content_top = 0;   ///< where items and row begin: below the insets of the boxes that open here
  std::optional<double> baseline;  ///< of the first line, from the top
  Break break_before = Break::allowed;
  bool starts_page = false;
  std::size_t line = 0;         ///< of its block in the markup, for diagnostics
  int box = -1;                 ///< the innermost box around it
  int head = -1;                ///< index of the table head to repeat if a page begins with this strip
  std::vector<BoxEdge> opens;   ///< outermost first
  std::vector<BoxEdge> closes;  ///< innermost first
  std::vector<Item> items;
  std::vector<LinkArea> links;
  std::vector<PageReference> references;
  std::vector<std::string> anchors;
  std::vector<OutlineMark> outline;
  std::unique_ptr<TableRow> row;

  Strip();
  Strip(Strip&&) noexcept;
  Strip& operator=(Strip&&) noexcept;
  ~Strip();
};

/// Moves a path by so many points.
void shift(PathItem& path, Point by);

/// What is set again where a page begins within a table: its head; or, below that, the label of a group of
/// rows.
struct RepeatedHead {
  std::vector<Strip> strips;
  int outer = -1;     ///< index of the one that stands above it, or -1
  double height = 0;  ///< with those above it
};

struct Flow {
  std::vector<Strip> strips;
  std::vector<Box> boxes;
  std::vector<RepeatedHead> heads;

  /// The insets of the boxes that go on at a page end before / after this strip: they are repeated there.
  double continued_top(const Strip& strip) const;
  double continued_bottom(const Strip& strip) const;
  /// The height of strips [first, end) stacked by themselves, with continued boxes closed.
  double height(std::size_t first, std::size_t end) const;
  double height() const { return height(0, strips.size()); }
};

/// How many strips from `first` on fit into so many points, ending at the best break among the last ones that
/// do.
std::size_t fitting(const Flow& flow, std::size_t first, double available);

/// The end of the strips from `first` on between which no page may end.
std::size_t inseparable_end(const Flow& flow, std::size_t first);

/// Lets pages end between such strips, which are higher than a page: what stands in a cell over several rows
/// goes into the first of them, which then becomes as high as that and can be divided itself.
void release_spans(Flow& flow, std::size_t first, std::size_t end);

/// Cuts a strip that is a row off at so many points, its own upper insets among them; returns what is left,
/// or nullopt, and no change, if it cannot be divided there.
std::optional<Strip> divide_strip(const Flow& flow, Strip& strip, double available, Force force);

/// The same for the first strip of a flow, which a page has no room for; what is left becomes the second.
void divide_first_strip(Flow& flow, double available);

/// One cell's part of a row.
struct CellFragment {
  double left = 0;
  double right = 0;
  model::Direction direction = model::Direction::left_to_right;
  BoxStyle box;
  double inset_top = 0;  ///< with what aligns the first baselines
  double inset_bottom = 0;
  bool first_column = false;
  bool spans_on = false;  ///< the cell goes on in the next row: no line below it here
  bool spanning = false;  ///< its content may be higher than this row, and reach into those below
  Flow flow;

  double height() const { return inset_top + flow.height() + inset_bottom; }
};

/// A row of a table between two horizontal cuts.
struct TableRow {
  std::optional<document::Colour> background;
  document::Colour border_colour;
  double border_bottom_width = 0;
  double left = 0;
  double right = 0;
  bool first = false;  ///< the table's first row here: it draws the upper border too
  double column_height =
      0;                   ///< of a page, where the cells are columns of one flow (columns_layout.h); else 0
  bool divisible = false;  ///< may be divided although it would fit on a page of its own
  std::vector<CellFragment> cells;

  bool is_columns() const { return column_height > 0; }
  /// The height that the cells need which do not reach into rows below.
  double height() const;
  /// Cuts off what fits into `available` points and returns the rest; nullopt, and no change, if a cell that
  /// has content would not fit any of it, or nothing would be left. Forced, a cell may stay empty as long
  /// as some cell does not.
  std::unique_ptr<TableRow> divide(double available, Force force);
};

}  // namespace generator::typeset
