#include "generator/typeset/table_columns.h"

#include <algorithm>
#include <numeric>

namespace generator::typeset {
namespace {

/// Raises the needs of columns [first, end) so that together they reach `whole`, in proportion to their max.
void widen(std::vector<WidthNeed>& needs, std::size_t first, std::size_t end, WidthNeed whole) {
  WidthNeed sum;
  for (std::size_t i = first; i < end; ++i) {
    sum.min += needs[i].min;
    sum.max += needs[i].max;
  }
  const auto share = [&](std::size_t i) {
    return sum.max > 0 ? needs[i].max / sum.max : 1.0 / static_cast<double>(end - first);
  };
  std::vector<double> shares;
  for (std::size_t i = first; i < end; ++i) shares.push_back(share(i));
  for (std::size_t i = first; i < end; ++i) {
    if (whole.min > sum.min) needs[i].min += (whole.min - sum.min) * shares[i - first];
    if (whole.max > sum.max) needs[i].max += (whole.max - sum.max) * shares[i - first];
    needs[i].max = std::max(needs[i].max, needs[i].min);
  }
}

/// The widths when each column gets its least, cut at a cap that makes them fit.
std::optional<std::vector<double>> capped(const std::vector<WidthNeed>& needs, double available,
                                          double floor) {
  std::vector<double> least;
  for (const WidthNeed& need : needs) least.push_back(need.min);
  std::vector<double> sorted = least;
  std::ranges::sort(sorted);
  double left = available;
  double cap = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    cap = left / static_cast<double>(sorted.size() - i);
    if (sorted[i] > cap) break;
    left -= sorted[i];
  }
  if (cap < floor) return std::nullopt;
  for (double& width : least) width = std::min(width, cap);
  return least;
}

/// Gives the columns that ask for no more than an even share all that they ask for, so that labels and
/// amounts stay on one line; takes it off `available` and returns the other columns.
std::vector<std::size_t> settle_short(const std::vector<WidthNeed>& columns, double& available,
                                      std::vector<double>& widths) {
  std::vector<std::size_t> open(columns.size());
  std::iota(open.begin(), open.end(), std::size_t{0});
  double least = 0;
  for (const WidthNeed& column : columns) least += column.min;
  for (bool settled = true; settled && open.size() > 1;) {
    settled = false;
    const double even = available / static_cast<double>(open.size());
    for (std::size_t k = 0; k < open.size() && open.size() > 1;) {
      const WidthNeed& column = columns[open[k]];
      if (column.max > even || available - column.max < least - column.min) {
        ++k;
        continue;
      }
      widths[open[k]] = column.max;
      available -= column.max;
      least -= column.min;
      open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
      settled = true;
    }
  }
  return open;
}

/// Fixed columns get what they ask for, the others share the rest. None if there are not both, or not the
/// room.
std::optional<std::vector<double>> around_fixed(const std::vector<WidthNeed>& needs, double available,
                                                double floor) {
  std::vector<WidthNeed> others;
  double least = 0;
  for (const WidthNeed& need : needs) {
    if (need.fixed) {
      available -= need.min;
    } else {
      others.push_back(need);
      least += need.min;
    }
  }
  if (others.empty() || others.size() == needs.size() || least > available) return std::nullopt;
  const auto shared = column_widths(others, available, floor);
  if (!shared) return std::nullopt;
  std::vector<double> widths;
  for (auto next = shared->begin(); const WidthNeed& need : needs)
    widths.push_back(need.fixed ? need.min : *next++);
  return widths;
}

}  // namespace

std::vector<WidthNeed> column_needs(const TableBlock& table) {
  std::vector<WidthNeed> needs(table.columns);
  std::vector<std::pair<const CellBlock*, WidthNeed>> spanning;
  for (const RowBlock& row : table.rows) {
    for (const CellBlock& cell : row.cells) {
      WidthNeed need = width_need(cell.children);
      const BoxStyle& box = cell.style.box;
      const double insets = box.inset_start() + box.inset_end() + box.indent.value_or(0);
      need.min += insets;
      need.max += insets;
      if (cell.column_span > 1) {
        spanning.emplace_back(&cell, need);
        continue;
      }
      WidthNeed& column = needs[cell.column];
      column.min = std::max({column.min, need.min, cell.style.column_width});
      column.fixed = column.fixed || cell.style.column_width > 0;
      column.max = std::max(column.max, need.max);
    }
  }
  // Narrow spans first, so that wide ones see what those already claimed.
  std::ranges::stable_sort(spanning, {}, [](const auto& entry) { return entry.first->column_span; });
  for (const auto& [cell, need] : spanning)
    widen(needs, cell->column, cell->column + cell->column_span, need);
  for (WidthNeed& need : needs)
    if (need.fixed) need.max = need.min;
  return needs;
}

std::optional<std::vector<double>> column_widths(const std::vector<WidthNeed>& needs, double available,
                                                 double floor) {
  if (auto widths = around_fixed(needs, available, floor)) return widths;
  std::vector<WidthNeed> columns = needs;
  WidthNeed sum;
  for (WidthNeed& column : columns) {
    column.max = std::max(column.max, column.min);
    sum.min += column.min;
    sum.max += column.max;
  }
  if (sum.min > available) return capped(needs, available, floor);

  std::vector<double> widths(columns.size());
  if (sum.max <= available) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      widths[i] = sum.max > 0 ? columns[i].max * available / sum.max
                              : available / static_cast<double>(columns.size());
    return widths;
  }
  const std::vector<std::size_t> open = settle_short(columns, available, widths);

  double least = 0;
  double wanted = 0;
  // A column that wants more than the whole table would starve the others of what they want.
  const auto want = [&](const WidthNeed& column) { return std::min(column.max, available) - column.min; };
  for (const std::size_t i : open) {
    least += columns[i].min;
    wanted += want(columns[i]);
  }
  for (const std::size_t i : open) {
    const double share = wanted > 0 ? want(columns[i]) / wanted : 1.0 / static_cast<double>(open.size());
    widths[i] = columns[i].min + (available - least) * share;
  }
  return widths;
}

}  // namespace generator::typeset
