#include "generator/compare/estimate_reading.h"

#include <algorithm>

namespace generator::compare {
namespace {

void add(std::optional<model::MoneyRange>& total, const model::MoneyRange& amount) {
  total = total ? model::sum(*total, amount) : amount;
}

}  // namespace

EstimateReading::EstimateReading(const model::Estimate& estimate) : estimate_(&estimate) {
  for (const model::CostItem& item : estimate.items) {
    lines_.push_back({&item, model::line_amount(item), model::differing_product(item)});
  }
}

std::optional<model::MoneyRange> EstimateReading::stated_items() const {
  if (estimate_->basis == model::EstimateBasis::package && estimate_->total) return estimate_->total;
  return model::sum_of_lines(*estimate_);
}

int EstimateReading::open_items() const {
  return static_cast<int>(std::ranges::count_if(
      estimate_->items, [this](const model::CostItem& item) { return model::is_open(*estimate_, item); }));
}

ReadCategory EstimateReading::category(model::CostCategory category) const {
  ReadCategory result;
  int others = 0;
  bool any = false;
  bool asked = false;
  bool open = false;
  bool excluded = false;
  for (const ReadLine& line : lines_) {
    if (line.item->category != category) continue;
    any = true;
    if (model::counts(*estimate_, *line.item)) {
      add(result.own, *line.amount);
      continue;
    }
    ++others;
    asked = asked || line.item->state == model::ItemState::asked;
    open = open || model::is_open(*estimate_, *line.item);
    excluded = excluded || line.item->state == model::ItemState::excluded;
  }
  if (!any) return result;
  if (result.own) {
    result.state = CostState::stated;
    result.not_in_amount = others;
  } else if (asked) {
    result.state = CostState::asked;
  } else if (open) {
    result.state = CostState::not_stated;
  } else {
    result.state = excluded ? CostState::excluded : CostState::included;
  }
  return result;
}

}  // namespace generator::compare
