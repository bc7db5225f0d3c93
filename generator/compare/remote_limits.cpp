#include "generator/compare/remote_limits.h"

#include <algorithm>
#include <set>

#include "generator/compare/names.h"

namespace generator::compare {
namespace {

constexpr std::string_view k_tissue = "tissue";
constexpr std::string_view k_resectability = "resectability";
constexpr std::string_view k_not_reliable = "operability-not-reliable";

/// The numbers, from 1 on, of the proposals that have one of these kinds: as headings count them.
std::set<int> proposals_with(const Column& column, const std::vector<model::Modality>& modalities) {
  std::set<int> numbers;
  int number = 0;
  for (const model::Opinion* opinion : column.opinions) {
    for (const model::Proposal& proposal : opinion->proposals) {
      ++number;
      if (std::ranges::find_first_of(proposal.modalities, modalities) != proposal.modalities.end())
        numbers.insert(number);
    }
  }
  return numbers;
}

class LimitMarker {
 public:
  explicit LimitMarker(const model::Settings& settings) : settings_(settings) {}

  void mark(RowId row, Cell& cell, const Column& column) {
    // "Under review" is no judgement that an examination could change.
    if (row == RowId::decision && is_undecided(*decision_of(column))) return;
    for (const model::ReviewLimit& limit : settings_.limits) {
      for (Part& part : cell.parts) {
        if (part.state != CellState::stated || !touches(limit, row, part, column)) continue;
        const std::optional<std::string_view> id = id_of(limit, row, column);
        if (!id) continue;
        if (std::ranges::find(in_use_, *id, &LimitInUse::id) == in_use_.end())
          in_use_.push_back({std::string(*id), limit.source});
        part.limits.emplace_back(*id);
      }
    }
  }

  std::vector<LimitInUse> in_use() const {
    std::vector<LimitInUse> sorted = in_use_;
    const auto rank = [this](const LimitInUse& each) {
      const std::string_view id = each.id == k_not_reliable ? k_resectability : std::string_view(each.id);
      return std::ranges::find(settings_.limits, id, &model::ReviewLimit::id) - settings_.limits.begin();
    };
    std::ranges::stable_sort(sorted, {}, rank);
    return sorted;
  }

 private:
  /// By which words it is told there; nullopt if it does not hold of this column.
  std::optional<std::string_view> id_of(const model::ReviewLimit& limit, RowId row,
                                        const Column& column) const {
    if (limit.id == k_tissue && has_seen_tissue(column)) return std::nullopt;
    if (limit.id == k_resectability && row == RowId::operability) {
      const std::string_view remote = settings_.choice("operability-remote");
      if (remote == "yes") return std::nullopt;
      if (remote == "no") return k_not_reliable;
    }
    return limit.id;
  }

  /// A part of a single proposal is touched by what touches that; any other by what touches any of them.
  static bool touches(const model::ReviewLimit& limit, RowId row, const Part& part, const Column& column) {
    return std::ranges::any_of(limit.touches, [&](const model::LimitTouch& touch) {
      if (std::ranges::find(touch.rows, name_of(row)) == touch.rows.end()) return false;
      if (touch.modalities.empty()) return true;
      const std::set<int> having = proposals_with(column, touch.modalities);
      const bool is_one = part.heading && part.heading->of == Heading::Of::proposal;
      return is_one ? having.contains(part.heading->number) : !having.empty();
    });
  }

  const model::Settings& settings_;
  std::vector<LimitInUse> in_use_;
};

}  // namespace

std::vector<LimitInUse> mark_limits(std::vector<Group>& groups, const std::vector<Column>& columns,
                                    const model::Settings& settings) {
  LimitMarker marker(settings);
  for (Group& group : groups) {
    for (Row& row : group.rows) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        Cell& cell = row.cells[i];
        if (cell.state != CellState::stated || columns[i].is_home() || columns[i].opinions.empty()) continue;
        marker.mark(row.id, cell, columns[i]);
      }
    }
  }
  return marker.in_use();
}

}  // namespace generator::compare
