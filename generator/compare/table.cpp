#include "generator/compare/table.h"

#include <algorithm>
#include <iterator>

namespace generator::compare {

std::vector<Value> values_in(const std::vector<Part>& parts) {
  std::vector<Value> values;
  for (const Part& part : parts) std::ranges::copy(part.values, std::back_inserter(values));
  return values;
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

}  // namespace generator::compare
