#include "generator/compare/plan_order.h"

#include <algorithm>
#include <numeric>

#include "generator/model/names.h"

namespace generator::compare {
namespace {

/// Days that a bound may mean, from the shortest month or year to the longest.
struct Days {
  int least;
  int most;
};

Days days_of(const model::DurationRange& duration) {
  const int count = duration.high ? *duration.high : duration.low.value_or(0);
  switch (duration.unit) {
    case model::TimeUnit::hour: return {count / 24, (count + 23) / 24};
    case model::TimeUnit::business_day: return {count, count + 2 * (count / 5 + 1)};
    case model::TimeUnit::day: return {count, count};
    case model::TimeUnit::week: return {7 * count, 7 * count};
    case model::TimeUnit::month: return {28 * count, 31 * count};
    case model::TimeUnit::year: return {365 * count, 366 * count};
  }
  return {0, 0};
}

bool reads_alike(const Value& a, const Value& b) {
  const auto* words = std::get_if<model::Statement>(&a);
  const auto* others = std::get_if<model::Statement>(&b);
  if (words == nullptr || others == nullptr) return words == others;
  return words->text == others->text;
}

}  // namespace

std::vector<OrderedPair> ordered_pairs(const model::Proposal& proposal) {
  std::vector<model::Modality> firsts;
  for (const model::Modality kind : proposal.modalities) {
    // A trial is not one treatment among those that it tests.
    if (kind != model::Modality::trial && std::ranges::find(firsts, kind) == firsts.end())
      firsts.push_back(kind);
  }
  std::vector<OrderedPair> pairs;
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    for (std::size_t k = i + 1; k < firsts.size(); ++k) {
      const auto& [first, second] = std::minmax(firsts[i], firsts[k]);
      const bool together = proposal.order == model::ModalityOrder::together;
      pairs.push_back({std::string(model::name_of(first)) + " " + std::string(model::name_of(second)),
                       together ? std::string("together") : std::string(model::name_of(firsts[i])) + " first",
                       proposal.order ? OrderIs::stated : OrderIs::listed});
    }
  }
  return pairs;
}

std::vector<std::string> sides_by_time(const std::vector<std::optional<model::DurationRange>>& bounds) {
  if (std::ranges::any_of(bounds, [](const auto& bound) { return !bound; })) return {};
  std::vector<std::size_t> order(bounds.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return days_of(*bounds[i]).least; });
  std::vector<std::string> sides(bounds.size());
  Days reach{0, -1};
  for (const std::size_t i : order) {
    const Days days = days_of(*bounds[i]);
    if (reach.most < reach.least || days.least > reach.most) reach = days;
    reach.most = std::max(reach.most, days.most);
    sides[i] = "within " + std::to_string(reach.least) + " days";
  }
  return sides;
}

bool is_said_differently(const std::vector<Position>& positions) {
  return std::ranges::any_of(positions, [&](const Position& a) {
    return std::ranges::any_of(positions, [&a](const Position& b) {
      return a.option != b.option && a.side.empty() && b.side.empty() &&
             !std::ranges::equal(values_in(a.parts), values_in(b.parts), reads_alike);
    });
  });
}

void say_once(std::vector<Position>& positions) {
  for (std::size_t i = 0; i < positions.size(); ++i) {
    for (std::size_t k = i + 1; k < positions.size(); ++k) {
      // Two plans of one option that read alike are told once too.
      if (positions[k].option == positions[i].option &&
          std::ranges::equal(positions[k].parts, positions[i].parts))
        positions[k].parts.clear();
    }
  }
}

}  // namespace generator::compare
