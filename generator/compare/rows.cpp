#include "generator/compare/rows.h"

#include <algorithm>

namespace generator::compare {

std::string_view name_of(RowGroup group) {
  switch (group) {
    case RowGroup::answer: return "answer";
    case RowGroup::diagnosis: return "diagnosis";
    case RowGroup::treatment: return "treatment";
    case RowGroup::time: return "time";
    case RowGroup::safety: return "safety";
    case RowGroup::practical: return "practical";
    case RowGroup::judgement: return "judgement";
  }
  return {};
}

std::span<const RowGroup> row_groups() {
  using enum RowGroup;
  static constexpr RowGroup k_groups[] = {answer, diagnosis, treatment, time, safety, practical, judgement};
  return k_groups;
}

std::span<const RowSpec> rows_of(RowGroup group) {
  const auto [first, last] = std::ranges::equal_range(k_rows, group, {}, &RowSpec::group);
  return {first, last};
}

}  // namespace generator::compare
