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
      column.min = std::max(column.min, need.min);
      column.max = std::max(column.max, need.max);
    }
  }
  // Narrow spans first, so that wide ones see what those already claimed.
  std::ranges::stable_sort(spanning, {}, [](const auto& entry) { return entry.first->column_span; });
  for (const auto& [cell, need] : spanning)
    widen(needs, cell->column, cell->column + cell->column_span, need);
  return needs;
}

std::optional<std::vector<double>> column_widths(const std::vector<WidthNeed>& needs, double available,
                                                 double floor) {
  std::vector<double> widths;
  double least = 0;
  double wanted = 0;
  for (const WidthNeed& need : needs) {
    least += need.min;
    // A column that wants more than the whole table would starve the others of what they want.
    wanted += std::min(std::max(need.max, need.min), available) - std::min(need.min, available);
  }
  if (least > available) return capped(needs, available, floor);

  double most = 0;
  for (const WidthNeed& need : needs) most += std::max(need.max, need.min);
  for (const WidthNeed& need : needs) {
    const double max = std::max(need.max, need.min);
    if (most <= available) {
      widths.push_back(most > 0 ? max * available / most : available / static_cast<double>(needs.size()));
    } else {
      const double want = std::min(max, available) - std::min(need.min, available);
      widths.push_back(need.min + (wanted > 0 ? (available - least) * want / wanted : 0));
    }
  }
  return widths;
}

}  // namespace generator::typeset
