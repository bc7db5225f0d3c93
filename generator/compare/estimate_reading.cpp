#include "generator/compare/estimate_reading.h"

#include <algorithm>

namespace generator::compare {
namespace {

using Bound = std::optional<model::Decimal>;

/// Hospitals write minor units, so a product is compared as they would write it.
bool differs(const Bound& stated, const Bound& computed, const model::Currency& currency) {
  return stated && computed &&
         *stated != computed->rounded(std::max(currency.minor_digits(), stated->places()));
}

bool differs(const model::MoneyRange& stated, const model::MoneyRange& computed) {
  if (stated.currency != computed.currency) return false;
  return differs(stated.low, computed.low, stated.currency) ||
         differs(stated.high, computed.high, stated.currency);
}

bool is_below(const Bound& a, const Bound& b) {
  return a && b && *a < *b;
}

void add(std::optional<model::MoneyRange>& total, const model::MoneyRange& amount) {
  total = total ? model::sum(*total, amount) : amount;
}

}  // namespace

std::optional<model::MoneyRange> product_of(const std::optional<model::MoneyRange>& unit_price,
                                            const std::optional<model::Decimal>& quantity,
                                            std::string_view unit) {
  if (!unit_price) return std::nullopt;
  if (quantity) return model::times(*unit_price, *quantity);
  return unit.empty() ? unit_price : std::nullopt;
}

bool ReadLine::counts(const model::Currency& currency) const {
  return item->state == model::ItemState::included && amount && amount->currency == currency;
}

EstimateReading::EstimateReading(const model::Estimate& estimate) : estimate_(&estimate) {
  for (const model::CostItem& item : estimate.items) {
    ReadLine line{&item, item.line, std::nullopt};
    std::optional<model::MoneyRange> product = product_of(item.unit_price, item.quantity, item.unit);
    if (!line.amount) {
      line.amount = std::move(product);
    } else if (product && differs(*line.amount, *product)) {
      line.computed = std::move(product);
    }
    lines_.push_back(std::move(line));
  }
}

std::optional<model::MoneyRange> EstimateReading::sum_of_lines() const {
  std::optional<model::MoneyRange> total;
  for (const ReadLine& line : lines_) {
    if (line.counts(estimate_->currency)) add(total, *line.amount);
  }
  return total;
}

std::optional<model::MoneyRange> EstimateReading::stated_items() const {
  if (estimate_->basis == model::EstimateBasis::package && estimate_->total) return estimate_->total;
  return sum_of_lines();
}

bool EstimateReading::lacks_amount(const ReadLine& line) const {
  switch (line.item->state) {
    case model::ItemState::included:
      return estimate_->basis == model::EstimateBasis::itemised && !line.counts(estimate_->currency);
    case model::ItemState::not_stated:
    case model::ItemState::asked: return true;
    case model::ItemState::excluded: return false;
  }
  return false;
}

int EstimateReading::items_without_amount() const {
  return static_cast<int>(
      std::ranges::count_if(lines_, [this](const ReadLine& line) { return lacks_amount(line); }));
}

std::optional<model::MoneyRange> EstimateReading::contradicting_sum() const {
  const std::optional<model::MoneyRange> sum = sum_of_lines();
  const std::optional<model::MoneyRange>& total = estimate_->total;
  if (!sum || !total || sum->currency != total->currency) return std::nullopt;
  const bool is_complete = std::ranges::all_of(lines_, [this](const ReadLine& line) {
    return line.item->state != model::ItemState::included || line.counts(estimate_->currency);
  });
  const bool contradicts = is_complete ? differs(*total, *sum)
                                       : is_below(total->low, sum->low) || is_below(total->high, sum->high);
  return contradicts ? sum : std::nullopt;
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
    if (line.counts(estimate_->currency)) {
      add(result.own, *line.amount);
      continue;
    }
    ++others;
    asked = asked || line.item->state == model::ItemState::asked;
    open = open || lacks_amount(line);
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
