#include "generator/compare/remote_limits.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "generator/compare/names.h"

namespace generator::compare {
namespace {

constexpr std::string_view k_tissue = "tissue";
constexpr std::string_view k_resectability = "resectability";
constexpr std::string_view k_not_reliable = "operability-not-reliable";

/// The numbers, from 1 on, of the proposals that have one of these kinds.
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

/// The numbers of the proposals that a cell tells apart by headings, and that say something there; nullopt
/// if it has no such headings.
std::optional<std::vector<int>> proposals_in(const Cell& cell) {
  std::optional<std::vector<int>> numbers;
  for (const Value& value : cell.values) {
    const auto* message = std::get_if<Message>(&value);
    if (message == nullptr) continue;
    if (message->id == "proposal.number") {
      if (!numbers) numbers.emplace();
      numbers->push_back(std::get<int>(message->arguments.front().second));
    } else if (message->id.starts_with("cell-state.") && numbers) {
      numbers->pop_back();
    }
  }
  return numbers;
}

/// Whether every answer that counts rests on the tissue itself, as far as the case says.
bool has_seen_tissue(const Column& column) {
  return std::ranges::all_of(column.opinions, [&column](const model::Opinion* opinion) {
    const auto saw = [opinion](model::RecordKind kind) {
      return std::ranges::find(opinion->seen, kind) != opinion->seen.end();
    };
    return is_overtaken(column, *opinion) || saw(model::RecordKind::pathology) ||
           saw(model::RecordKind::bone_marrow);
  });
}

class LimitMarker {
 public:
  explicit LimitMarker(const model::Settings& settings) : settings_(settings) {}

  std::vector<CellLimit> limits_of(RowId row, const Cell& cell, const Column& column) {
    std::vector<CellLimit> limits;
    // "Under review" is no judgement that an examination could change.
    if (row == RowId::decision && is_undecided(*decision_of(column))) return limits;
    for (const model::ReviewLimit& limit : settings_.limits) {
      const std::optional<CellLimit> touched = touching(limit, row, cell, column);
      if (!touched) continue;
      if (std::ranges::find(in_use_, touched->id, &LimitInUse::id) == in_use_.end())
        in_use_.push_back({touched->id, limit.source});
      limits.push_back(*touched);
    }
    return limits;
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
  std::optional<CellLimit> touching(const model::ReviewLimit& limit, RowId row, const Cell& cell,
                                    const Column& column) const {
    if (limit.id == k_tissue && has_seen_tissue(column)) return std::nullopt;
    CellLimit touched{limit.id, {}};
    if (limit.id == k_resectability && row == RowId::operability) {
      const std::string_view remote = settings_.choice("operability-remote");
      if (remote == "yes") return std::nullopt;
      if (remote == "no") touched.id = k_not_reliable;
    }
    std::set<int> numbers;
    const auto told_apart = proposals_in(cell);
    for (const model::LimitTouch& touch : limit.touches) {
      if (std::ranges::find(touch.rows, name_of(row)) == touch.rows.end()) continue;
      if (touch.modalities.empty()) return touched;
      const std::set<int> having = proposals_with(column, touch.modalities);
      if (!told_apart && !having.empty()) return touched;
      if (told_apart)
        std::ranges::set_intersection(having, *told_apart, std::inserter(numbers, numbers.end()));
    }
    if (numbers.empty()) return std::nullopt;
    touched.proposals.assign(numbers.begin(), numbers.end());
    return touched;
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
        cell.limits = marker.limits_of(row.id, cell, columns[i]);
      }
    }
  }
  return marker.in_use();
}

}  // namespace generator::compare
