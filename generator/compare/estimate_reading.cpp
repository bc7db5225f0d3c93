#include "generator/compare/estimate_reading.h"

#include <algorithm>

namespace generator::compare {
EstimateReading::EstimateReading(const model::Estimate& estimate) : estimate_(&estimate) {
  const auto amounts = model::amounts_of_lines(estimate);
  for (std::size_t i = 0; i < estimate.items.size(); ++i) {
    const model::CostItem& item = estimate.items[i];
    // What does not count may have an amount all the same, such as a line that is excluded.
    lines_.push_back(
        {&item, amounts[i] ? amounts[i] : model::line_amount(item), model::differing_product(item)});
  }
}

std::optional<model::MoneyRange> EstimateReading::stated_items() const {
  if (estimate_->basis == model::EstimateBasis::package && estimate_->total) return estimate_->total;
  auto sum = model::sum_of_lines(*estimate_);
  if (!sum || open_items() == 0) return sum;
  // A discount that is open may take off anything.
  const bool takes_off = std::ranges::any_of(estimate_->items, [this](const model::CostItem& item) {
    return item.kind == model::LineKind::discount && model::is_open(*estimate_, item);
  });
  if (takes_off || !sum->low) return std::nullopt;
  return model::MoneyRange{sum->currency, sum->low, std::nullopt, model::AmountBasis::computed,
                           sum->approximate};
}

std::optional<model::MoneyRange> EstimateReading::sum_of(model::LineKind kind) const {
  std::vector<model::MoneyRange> parts;
  for (const ReadLine& line : lines_) {
    if (line.item->kind == kind && line.item->state == model::ItemState::included && line.amount)
      parts.push_back(*line.amount);
  }
  return model::sum(parts);
}

int EstimateReading::counting_items() const {
  return static_cast<int>(std::ranges::count_if(
      estimate_->items, [this](const model::CostItem& item) { return model::counts(*estimate_, item); }));
}

int EstimateReading::open_items() const {
  return static_cast<int>(std::ranges::count_if(
      estimate_->items, [this](const model::CostItem& item) { return model::is_open(*estimate_, item); }));
}

std::vector<const ReadLine*> EstimateReading::charges(model::CostCategory category) const {
  std::vector<const ReadLine*> found;
  for (const ReadLine& line : lines_) {
    if (line.item->category == category && line.item->kind == model::LineKind::charge) found.push_back(&line);
  }
  return found;
}

ReadCategory EstimateReading::category(model::CostCategory category) const {
  ReadCategory result;
  std::vector<model::MoneyRange> parts;
  bool asked = false;
  bool open = false;
  bool excluded = false;
  const std::vector<const ReadLine*> lines = charges(category);
  for (const ReadLine* line : lines) {
    const model::CostItem& item = *line->item;
    if (model::counts(*estimate_, item)) {
      parts.push_back(*line->amount);
      continue;
    }
    ++result.not_in_amount;
    const bool is_excluded = item.state == model::ItemState::excluded;
    const bool is_per_unit =
        item.unit_price && !line->amount && (item.state == model::ItemState::included || is_excluded);
    if (is_per_unit) result.unit_prices.push_back({*item.unit_price, item.unit});
    asked = asked || item.state == model::ItemState::asked;
    open = open || (model::is_open(*estimate_, item) && !is_per_unit);
    excluded = excluded || is_excluded;
  }
  if (!parts.empty()) {
    result.state = CostState::stated;
    result.own = model::sum(parts);
    return result;
  }
  result.not_in_amount = 0;
  if (lines.empty()) return result;
  if (asked) {
    result.state = CostState::asked;
  } else if (open) {
    result.state = CostState::not_stated;
  } else if (excluded) {
    result.state = CostState::excluded;
  } else {
    result.state = result.unit_prices.empty() ? CostState::included : CostState::per_unit;
  }
  return result;
}

}  // namespace generator::compare
