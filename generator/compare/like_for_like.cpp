#include "generator/compare/like_for_like.h"

#include <algorithm>
#include <set>
#include <string>

#include "generator/model/names.h"

namespace generator::compare {
namespace {

/// How many of what unit the lines of a category are for: "6 night"; empty for a price without a unit.
std::multiset<std::string> counts_of(const EstimateReading& reading, model::CostCategory category) {
  std::multiset<std::string> counts;
  for (const ReadLine* line : reading.charges(category)) {
    const model::CostItem& item = *line->item;
    const auto number = [](const model::Decimal& quantity) {
      return quantity.rounded(quantity.significant_places()).to_string() + " ";
    };
    counts.insert((item.quantity ? number(*item.quantity) : "") + item.unit);
  }
  return counts;
}

/// What the prices of a category cover; empty if one of them does not say.
std::set<std::string> scope_of(const EstimateReading& reading, model::CostCategory category) {
  std::set<std::string> scope;
  for (const ReadLine* line : reading.charges(category)) {
    const model::CostItem& item = *line->item;
    if (item.covers.empty()) return {};
    scope.insert(item.covers.begin(), item.covers.end());
  }
  return scope;
}

/// Why those estimates are not like for like in a category that all of them name; nullopt if they are.
std::optional<Unlike> unlike_in(const std::vector<const EstimateReading*>& readings,
                                model::CostCategory category) {
  const auto all_as_first = [&](const auto& of) {
    return std::ranges::all_of(readings, [&](const EstimateReading* each) {
      return of(*each, category) == of(*readings[0], category);
    });
  };
  const bool is_full = std::ranges::all_of(readings, [category](const EstimateReading* each) {
    const ReadCategory read = each->category(category);
    return read.own && read.own->low && read.own->high && read.not_in_amount == 0;
  });
  if (!is_full) return Unlike::amount;
  // A discount or a tax is of no one kind of cost: what it leaves of each is not said.
  const bool is_adjusted = std::ranges::any_of(readings, [](const EstimateReading* each) {
    return std::ranges::any_of(
        each->lines(), [](const ReadLine& line) { return line.item->kind != model::LineKind::charge; });
  });
  if (is_adjusted) return Unlike::scope;
  if (!all_as_first(counts_of)) return Unlike::number;
  if (scope_of(*readings[0], category).empty() || !all_as_first(scope_of)) return Unlike::scope;
  return std::nullopt;
}

}  // namespace

std::vector<model::CostCategory> categories_of(const std::vector<const EstimateReading*>& readings) {
  std::vector<model::CostCategory> categories;
  for (const auto& name : model::names<model::CostCategory>()) {
    const bool is_named = std::ranges::any_of(
        readings, [&name](const EstimateReading* reading) { return !reading->charges(name.value).empty(); });
    if (is_named) categories.push_back(name.value);
  }
  return categories;
}

void find_like_for_like(Costs& costs, const std::vector<const EstimateReading*>& offers) {
  // One estimate alone has nothing to be like.
  if (offers.size() < 2) return;
  const auto tax = [](const EstimateReading* each) { return each->tax(); };
  costs.is_tax_unlike = std::ranges::any_of(
      offers, [&](const EstimateReading* each) { return !tax(each) || tax(each) != tax(offers[0]); });
  for (const model::CostCategory category : categories_of(offers)) {
    const bool is_common = std::ranges::all_of(
        offers, [category](const EstimateReading* each) { return !each->charges(category).empty(); });
    if (!is_common || category == model::CostCategory::other) continue;
    if (const auto why = unlike_in(offers, category)) {
      costs.unlike.push_back({category, *why});
    } else if (!costs.is_tax_unlike) {
      costs.like_for_like.push_back(category);
    }
  }
}

std::optional<model::MoneyRange> subtotal(const EstimateReading& reading,
                                          const std::vector<model::CostCategory>& categories) {
  std::vector<model::MoneyRange> parts;
  for (const model::CostCategory category : categories) {
    if (auto own = reading.category(category).own) parts.push_back(std::move(*own));
  }
  return sum_in_one_currency(parts);
}

}  // namespace generator::compare
