#include "generator/typeset/table_parts.h"

#include <algorithm>
#include <numeric>

#include "generator/typeset/strip.h"
#include "generator/typeset/table_columns.h"

namespace generator::typeset {
namespace {

/// A column of running text is readable from so many ems on, where options stand side by side...
constexpr double k_option_ems = 8;
/// ...and where each row is a record of short facts.
constexpr double k_record_ems = 6;
/// Where options stand side by side, the labels of the rows get up to this part of the width.
constexpr double k_label_share = 0.18;
/// Where long words of the options leave them less, they get up to this part.
constexpr double k_least_label_share = 0.14;
/// The labels of a table in parts never get more than this part of the width.
constexpr double k_most_label_share = 0.5;

using Widths = std::optional<std::vector<double>>;

double sum_of(const std::vector<double>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0.0);
}

/// Raises all needs but the first to the greatest of them.
void share_evenly(std::vector<WidthNeed>& needs) {
  WidthNeed most;
  for (std::size_t i = 1; i < needs.size(); ++i) {
    most.min = std::max(most.min, needs[i].min);
    most.max = std::max(most.max, needs[i].max);
  }
  for (std::size_t i = 1; i < needs.size(); ++i) needs[i] = most;
}

/// Shares the room evenly, but for those whose longest word needs more. None if not even all of those fit.
Widths evenly_but_for_long_words(const std::vector<WidthNeed>& needs, double room) {
  double least = 0;
  for (const WidthNeed& need : needs) least += need.min;
  if (least > room + k_fit_tolerance) return std::nullopt;
  std::vector<double> widths(needs.size());
  std::vector<std::size_t> open(needs.size());
  std::iota(open.begin(), open.end(), std::size_t{0});
  std::ranges::sort(open, std::ranges::greater{}, [&](std::size_t i) { return needs[i].min; });
  for (std::size_t k = 0; k < open.size(); ++k) {
    const double even = room / static_cast<double>(open.size() - k);
    widths[open[k]] = std::max(even, needs[open[k]].min);
    room -= widths[open[k]];
  }
  return widths;
}

/// The labels get what they need, and a little more if there is some; the others share the rest.
Widths options_beside_labels(const std::vector<WidthNeed>& needs, double available) {
  double least = 0;
  for (const WidthNeed& need : needs) least += need.min;
  if (least > available) return std::nullopt;
  double label = needs[0].min + std::min(available - least, available * k_least_label_share);
  label = std::min(label, std::max(needs[0].min, available * k_least_label_share));
  Widths widths = evenly_but_for_long_words({needs.begin() + 1, needs.end()}, available - label);
  if (widths) widths->insert(widths->begin(), label);
  return widths;
}

class ColumnDivider {
 public:
  ColumnDivider(const TableBlock& table, double available, double min_width)
      : table_(table), available_(available), needs_(column_needs(table)) {
    double insets = 0;
    double size = 0;
    for (const RowBlock& row : table.rows) {
      for (const CellBlock& cell : row.cells) {
        const BoxStyle& box = cell.style.box;
        insets = std::max(insets, box.inset_start() + box.inset_end() + box.indent.value_or(0));
        if (!row.head) size = std::max(size, cell.style.text.size);
      }
    }
    floor_ = min_width + insets;
    readable_ = (table.equal_columns ? k_option_ems : k_record_ems) * size + insets;
  }

  std::optional<TableParts> divide() {
    TableParts result;
    if (fits(whole_need(), available_) || table_.columns < 3) {
      Widths widths = whole();
      if (!widths) return std::nullopt;
      result.labels = 0;
      result.parts.push_back(make_part(0, table_.columns, *widths));
      return result;
    }
    result.labels = label_columns();
    Widths labels = label_widths(result.labels);
    const double room = available_ - sum_of(*labels);
    const std::vector<std::size_t> ends = part_ends(result.labels, room);
    std::size_t most = 0;
    for (std::size_t first = result.labels; const std::size_t end : ends) {
      most = std::max(most, end - first);
      first = end;
    }
    for (std::size_t first = result.labels; const std::size_t end : ends) {
      Widths widths = part_widths(first, end, room, most);
      if (!widths) return std::nullopt;
      widths->insert(widths->begin(), labels->begin(), labels->end());
      result.parts.push_back(make_part(first, end, *widths));
      first = end;
    }
    return result;
  }

 private:
  static bool fits(double need, double room) { return need <= room + k_fit_tolerance; }

  static TablePart make_part(std::size_t first, std::size_t end, const std::vector<double>& widths) {
    TablePart part{first, end, {0}};
    for (const double width : widths) part.edges.push_back(part.edges.back() + width);
    return part;
  }

  /// What a column should have: room for its longest word, and for some words a line if it says more.
  double decent(std::size_t column) const {
    return std::max(needs_[column].min, std::min(needs_[column].max, readable_));
  }
  double decent_label(std::size_t column) const {
    const double most = table_.equal_columns ? available_ * k_label_share
                                             : std::min(available_ * k_least_label_share, readable_);
    return std::max(needs_[column].min, std::min(needs_[column].max, most));
  }
  double whole_need() const {
    double need = decent_label(0);
    for (std::size_t i = 1; i < table_.columns; ++i) need += decent(i);
    return need;
  }

  /// The widths where all columns stand side by side.
  Widths whole() const {
    Widths widths;
    if (table_.equal_columns) {
      std::vector<WidthNeed> even = needs_;
      share_evenly(even);
      // The labels of the rows want less than the options say, but not so little that they become columns of
      // single words.
      even[0].min = std::max(even[0].min, std::min(even[0].max, available_ * k_label_share));
      double least = 0;
      for (const WidthNeed& need : even) least += need.min;
      widths = least <= available_ ? column_widths(even, available_, floor_)
                                   : options_beside_labels(needs_, available_);
    }
    return widths ? widths : column_widths(needs_, available_, floor_);
  }

  /// The leading columns that hold headers only; the first in any case, for it says what the row is.
  std::size_t label_columns() const {
    std::size_t labels = table_.columns - 1;
    for (const RowBlock& row : table_.rows) {
      if (row.head || row.group) continue;
      for (const CellBlock& cell : row.cells)
        if (!cell.header) labels = std::min(labels, cell.column);
    }
    return std::max<std::size_t>(labels, 1);
  }

  Widths label_widths(std::size_t count) const {
    std::vector<double> widths;
    for (std::size_t i = 0; i < count; ++i) widths.push_back(decent_label(i));
    const double most = available_ * k_most_label_share;
    if (const double sum = sum_of(widths); sum > most)
      for (double& width : widths) width *= most / sum;
    return widths;
  }

  /// As few parts as there can be, of as even numbers of columns as will fit.
  std::vector<std::size_t> part_ends(std::size_t labels, double room) const {
    std::vector<std::size_t> ends;
    double filled = 0;
    for (std::size_t column = labels; column < table_.columns; ++column) {
      const double need = std::min(decent(column), room);
      if (filled > 0 && !fits(filled + need, room)) {
        ends.push_back(column);
        filled = 0;
      }
      filled += need;
    }
    ends.push_back(table_.columns);

    const std::size_t count = table_.columns - labels;
    const std::size_t parts = ends.size();
    std::vector<std::size_t> even;
    for (std::size_t part = 0, end = labels; part < parts; ++part) {
      const std::size_t first = end;
      end += count / parts + (part < count % parts ? 1 : 0);
      double need = 0;
      for (std::size_t column = first; column < end; ++column) need += std::min(decent(column), room);
      if (!fits(need, room)) return ends;
      even.push_back(end);
    }
    return even;
  }

  /// The widths of columns [first, end); `most` columns share the room in the fullest part.
  Widths part_widths(std::size_t first, std::size_t end, double room, std::size_t most) const {
    const std::vector<WidthNeed> needs(needs_.begin() + static_cast<std::ptrdiff_t>(first),
                                       needs_.begin() + static_cast<std::ptrdiff_t>(end));
    if (!table_.equal_columns) return column_widths(needs, room, floor_);
    // An option gets no more room for standing in a part with fewer of them.
    const double share = room * static_cast<double>(end - first) / static_cast<double>(most);
    Widths widths = evenly_but_for_long_words(needs, share);
    if (!widths) widths = evenly_but_for_long_words(needs, room);
    return widths ? widths : column_widths(needs, room, floor_);
  }

  const TableBlock& table_;
  const double available_;
  const std::vector<WidthNeed> needs_;
  double floor_ = 0;
  double readable_ = 0;
};

}  // namespace

std::optional<TableParts> divide_columns(const TableBlock& table, double available, double min_width) {
  return ColumnDivider(table, available, min_width).divide();
}

}  // namespace generator::typeset
