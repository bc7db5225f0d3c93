// Columns side by side: what a list or a section holds is laid out once at the width of a column and then
// shared among columns of equal height. It is read down the first column, then down the next. Where a page
// ends within them, what fits fills the page's columns from top to bottom, and the rest is shared anew on the
// next page.
#pragma once

#include <memory>

#include "generator/typeset/strip.h"

namespace generator::typeset {

/// So many columns as room allows, at most those asked for; and how wide each is, in points.
struct ColumnFrames {
  std::size_t count = 1;
  double width = 0;
};
ColumnFrames column_frames(std::size_t wanted, double available, double text_size);

/// A row whose cells are the columns. `flow` was laid out in [left, left + width), or, where columns follow
/// each other from right to left, in [right - width, right), of the room [left, right).
/// More than a page of `page_height` points holds is not shared yet: `divide_columns` will.
std::unique_ptr<TableRow> share_among_columns(Flow flow, ColumnFrames frames, double left, double right,
                                              model::Direction direction, double page_height);

/// TableRow::divide for such a row.
std::unique_ptr<TableRow> divide_columns(TableRow& row, double available, Force force);

}  // namespace generator::typeset
