#include "generator/compare/estimate_reading.h"

#include <algorithm>

namespace generator::compare {
EstimateReading::EstimateReading(const model::Estimate& estimate) : estimate_(&estimate) {
  for (const model::CostItem& item : estimate.items) {
    lines_.push_back({&item, model::line_amount(item), model::differing_product(item)});
  }
}

std::optional<model::MoneyRange> EstimateReading::stated_items() const {
  if (estimate_->basis == model::EstimateBasis::package && estimate_->total) return estimate_->total;
  return model::sum_of_lines(*estimate_);
}

int EstimateReading::counting_items() const {
  return static_cast<int>(std::ranges::count_if(
      estimate_->items, [this](const model::CostItem& item) { return model::counts(*estimate_, item); }));
}

int EstimateReading::open_items() const {
  return static_cast<int>(std::ranges::count_if(
      estimate_->items, [this](const model::CostItem& item) { return model::is_open(*estimate_, item); }));
}

ReadCategory EstimateReading::category(model::CostCategory category) const {
  ReadCategory result;
  std::vector<model::MoneyRange> parts;
  bool any = false;
  bool asked = false;
  bool open = false;
  bool excluded = false;
  for (const ReadLine& line : lines_) {
    const model::CostItem& item = *line.item;
    if (item.category != category) continue;
    any = true;
    if (model::counts(*estimate_, item)) {
      parts.push_back(*line.amount);
      continue;
    }
    ++result.not_in_amount;
    const bool is_per_unit = item.state == model::ItemState::included && item.unit_price && !line.amount;
    if (is_per_unit) result.unit_prices.push_back({*item.unit_price, item.unit});
    asked = asked || item.state == model::ItemState::asked;
    open = open || (model::is_open(*estimate_, item) && !is_per_unit);
    excluded = excluded || item.state == model::ItemState::excluded;
  }
  if (!parts.empty()) {
    result.state = CostState::stated;
    result.own = model::sum(parts);
    return result;
  }
  result.not_in_amount = 0;
  if (!any) return result;
  if (asked) {
    result.state = CostState::asked;
  } else if (open) {
    result.state = CostState::not_stated;
  } else if (!result.unit_prices.empty()) {
    result.state = CostState::per_unit;
  } else {
    result.state = excluded ? CostState::excluded : CostState::included;
  }
  return result;
}

}  // namespace generator::compare
