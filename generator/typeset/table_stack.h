// A table on a page too narrow for its columns: a block for each row, headed by the row's own header, in
// which every cell stands beside the name of its column. In the structure the table stays a table: a name is
// its head's cell where it stands first, and repeated for the eye alone. Head cells that name no cell stand
// above.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "generator/typeset/flow_builder.h"

namespace generator::typeset {

class TableStack {
 public:
  /// Writes to `flow`, in that frame; the frame's direction decides on which side the names stand.
  TableStack(FlowBuilder& flow, const Frame& frame) : flow_(flow), frame_(frame) {}

  /// `outer` is the table's own block.
  void add(const TableBlock& table, const Block& outer);

 private:
  void add_row(const TableBlock& table, const RowBlock& row);
  /// One cell over the whole width.
  TableRow band(const RowBlock& row, const CellBlock& cell) const;
  TableRow named(const RowBlock& row, const CellBlock& name, const CellBlock& cell, bool is_read) const;
  CellFragment lay_out(const CellBlock& cell, std::span<const Block> children, double start,
                       double end) const;
  /// Keeps a row's header, to be set again where a page begins within that row.
  int repeat(TableRow row);
  void emit(TableRow row, std::vector<std::string> anchors);

  FlowBuilder& flow_;
  Frame frame_;
  std::set<const CellBlock*> unread_;  ///< head cells that have yet to stand beside a cell
};

}  // namespace generator::typeset
