#include "generator/compare/estimate_reading.h"

#include <algorithm>
#include <utility>

namespace generator::compare {
namespace {

/// What one estimate states, as stated_items has it.
std::optional<model::MoneyRange> items_of(const model::Estimate& estimate) {
  if (estimate.basis == model::EstimateBasis::package && estimate.total) return estimate.total;
  const auto is_open = [&](const model::CostItem& item) { return model::is_open(estimate, item); };
  auto sum = model::sum_of_lines(estimate);
  if (!sum || std::ranges::none_of(estimate.items, is_open)) return sum;
  // A discount that is open may take off anything.
  const bool takes_off = std::ranges::any_of(estimate.items, [&](const model::CostItem& item) {
    return item.kind == model::LineKind::discount && is_open(item);
  });
  if (takes_off || !sum->low) return std::nullopt;
  return model::MoneyRange{sum->currency, sum->low, std::nullopt, model::AmountBasis::computed,
                           sum->approximate};
}

}  // namespace

std::optional<model::MoneyRange> sum_in_one_currency(const std::vector<model::MoneyRange>& parts) {
  const bool is_one = std::ranges::all_of(
      parts, [&](const model::MoneyRange& part) { return part.currency == parts.front().currency; });
  return is_one ? model::sum(parts) : std::nullopt;
}

EstimateReading::EstimateReading(std::vector<const model::Estimate*> estimates)
    : estimates_(std::move(estimates)) {
  for (const model::Estimate* estimate : estimates_) {
    const auto amounts = model::amounts_of_lines(*estimate);
    for (std::size_t i = 0; i < estimate->items.size(); ++i) {
      const model::CostItem& item = estimate->items[i];
      // What does not count may have an amount all the same, such as a line that is excluded.
      lines_.push_back({estimate, &item, amounts[i] ? amounts[i] : model::line_amount(item),
                        model::differing_product(item)});
    }
  }
}

bool EstimateReading::has_several_currencies() const {
  return std::ranges::any_of(
      estimates_, [this](const model::Estimate* each) { return each->currency != estimate().currency; });
}

std::optional<model::MoneyRange> EstimateReading::stated_items() const {
  if (!is_of_several()) return items_of(estimate());
  std::vector<model::MoneyRange> parts;
  bool is_whole = true;
  for (const model::Estimate* each : estimates_) {
    if (auto price = each->total ? each->total : items_of(*each)) {
      parts.push_back(std::move(*price));
    } else {
      is_whole = false;
    }
  }
  auto sum = sum_in_one_currency(parts);
  if (!sum || is_whole) return sum;
  if (!sum->low) return std::nullopt;
  sum->high.reset();
  sum->basis = model::AmountBasis::computed;
  return sum;
}

std::optional<model::MoneyRange> EstimateReading::stated_total() const {
  return is_of_several() ? std::nullopt : estimate().total;
}

std::optional<model::TaxBasis> EstimateReading::tax() const {
  const bool is_one = std::ranges::all_of(
      estimates_, [this](const model::Estimate* each) { return each->tax == estimate().tax; });
  return is_one ? estimate().tax : std::nullopt;
}

std::optional<model::MoneyRange> EstimateReading::sum_of(model::LineKind kind) const {
  std::vector<model::MoneyRange> parts;
  for (const ReadLine& line : lines_) {
    if (line.item->kind == kind && line.item->state == model::ItemState::included && line.amount)
      parts.push_back(*line.amount);
  }
  return sum_in_one_currency(parts);
}

int EstimateReading::counting_items() const {
  return static_cast<int>(std::ranges::count_if(
      lines_, [](const ReadLine& line) { return model::counts(*line.estimate, *line.item); }));
}

int EstimateReading::open_items() const {
  return static_cast<int>(std::ranges::count_if(
      lines_, [](const ReadLine& line) { return model::is_open(*line.estimate, *line.item); }));
}

bool EstimateReading::is_charged(model::CostCategory category) const {
  return std::ranges::any_of(
      charges(category), [](const ReadLine* line) { return model::counts(*line->estimate, *line->item); });
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
  bool extra = false;
  const std::vector<const ReadLine*> lines = charges(category);
  for (const ReadLine* line : lines) {
    const model::CostItem& item = *line->item;
    if (model::counts(*line->estimate, item)) {
      parts.push_back(*line->amount);
      continue;
    }
    ++result.not_in_amount;
    const bool is_excluded = item.state == model::ItemState::excluded;
    const bool is_extra = item.state == model::ItemState::extra;
    const bool is_per_unit = item.unit_price && !line->amount &&
                             (item.state == model::ItemState::included || is_excluded || is_extra);
    if (is_per_unit) result.unit_prices.push_back({*item.unit_price, item.unit});
    // An amount in another currency is a price, too, that nobody here can add.
    const bool is_elsewhere = line->amount && line->amount->currency != line->estimate->currency &&
                              item.state == model::ItemState::included;
    if (is_elsewhere) result.unit_prices.push_back({*line->amount, {}});
    asked = asked || item.state == model::ItemState::asked;
    open = open || (model::is_open(*line->estimate, item) && !is_per_unit && !is_elsewhere);
    excluded = excluded || is_excluded;
    extra = extra || is_extra;
  }
  if (!parts.empty()) {
    result.state = CostState::stated;
    result.own = sum_in_one_currency(parts);
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
  } else if (extra) {
    result.state = CostState::extra;
  } else {
    result.state = result.unit_prices.empty() ? CostState::included : CostState::per_unit;
  }
  return result;
}

}  // namespace generator::compare
