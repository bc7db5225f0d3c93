// Lays a table out at a width: columns from the start side, rows as strips that know how to divide
// themselves, cells aligned at their first baseline. Says where a page may end: never between the head and
// the first row, a group's label and its first row, the rows that one cell spans, or the last two rows.
#pragma once

#include <span>
#include <vector>

#include "generator/typeset/flow_builder.h"
#include "generator/typeset/table_parts.h"

namespace generator::typeset {

class TableLayout {
 public:
  /// Writes to `flow`, in that frame; the frame's direction decides on which side the first column stands.
  TableLayout(FlowBuilder& flow, const Frame& frame) : flow_(flow), frame_(frame) {}

  /// Error in the flow's diagnostics: layout-too-wide, with the table's line.
  void add(const TableBlock& table, const Block& outer);

 private:
  /// Rows that are laid out but not yet strips; `whole[i]`: no page end before row i, a cell spans it.
  struct Rows {
    std::vector<TableRow> rows;
    std::vector<double> heights;
    std::vector<bool> spanned;
  };

  /// The whole table, or the part of it that is in hand.
  void add_part(const TableBlock& table);
  bool shows(const CellBlock& cell) const;
  /// True if an earlier part has shown the cell already.
  bool repeats(const CellBlock& cell) const;
  /// Where a column of the table begins in the part, in points from the start side.
  double edge(std::size_t column) const;
  std::vector<const CellBlock*> cells_of(const RowBlock& row) const;
  Rows lay_out(const TableBlock& table, std::size_t first, std::size_t end);
  TableRow lay_out(const RowBlock& row);
  CellFragment lay_out(const CellBlock& cell);
  /// Makes room for cells over several rows, and continues them through the rows below.
  void add_spans(const TableBlock& table, std::size_t first, Rows& rows);
  /// Keeps rows to be set again where a page begins, below those that are so already.
  int repeat_head(Rows rows);
  void emit(Rows rows, const TableBlock& table, std::size_t first);

  FlowBuilder& flow_;
  Frame frame_;
  std::size_t line_ = 0;  ///< of the table in the markup
  std::size_t labels_ = 0;
  TablePart part_;
  int table_head_ = -1;
  bool again_ = false;  ///< the part in hand is not the first
};

/// Moves every cell's first line down to the lowest first baseline of the row.
void align_baselines(TableRow& row);
/// Takes a repeated text out of the structure, and its links and anchors out of the page.
void make_artifact(std::span<Strip> strips);

}  // namespace generator::typeset
