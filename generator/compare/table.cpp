#include "generator/compare/table.h"

#include <algorithm>
#include <iterator>

namespace generator::compare {

std::vector<Value> values_in(const std::vector<Part>& parts) {
  std::vector<Value> values;
  for (const Part& part : parts) std::ranges::copy(part.values, std::back_inserter(values));
  return values;
}

Cell told_once(Cell cell) {
  const auto is_the_same = [&](const Part& part) {
    const Part& first = cell.parts.front();
    return part.state == CellState::stated && part.leads == first.leads && part.values == first.values &&
           part.limits == first.limits;
  };
  if (cell.parts.size() < 2 || !std::ranges::all_of(cell.parts, is_the_same)) return cell;
  cell.parts.resize(1);
  cell.parts.front().heading.reset();
  return cell;
}

const Cell& cell_at(const std::vector<Group>& groups, RowId row, std::size_t option) {
  for (const Group& group : groups) {
    for (const Row& candidate : group.rows) {
      if (candidate.id == row) return candidate.cells.at(option);
    }
  }
  static const Cell k_silent;
  return k_silent;
}

bool says_something(const Row& row) {
  return std::ranges::any_of(row.cells, [](const Cell& cell) { return cell.state == CellState::stated; });
}

bool says_something(const std::vector<Group>& groups, RowId row) {
  return std::ranges::any_of(groups, [row](const Group& group) {
    return std::ranges::any_of(group.rows,
                               [row](const Row& each) { return each.id == row && says_something(each); });
  });
}

}  // namespace generator::compare
