#include "generator/model/estimate_sums.h"

#include <algorithm>

namespace generator::model {
namespace {

using Bound = std::optional<Decimal>;

bool differs(const Bound& stated, const Bound& computed, const Currency& currency) {
  return stated && computed &&
         *stated != computed->rounded(std::max(currency.minor_digits(), stated->places()));
}

/// What a letter calls approximate may come out otherwise: that is no contradiction.
bool differs(const MoneyRange& stated, const MoneyRange& computed) {
  if (stated.approximate || computed.approximate) return false;
  return differs(stated.low, computed.low, stated.currency) ||
         differs(stated.high, computed.high, stated.currency);
}

bool is_below(const MoneyRange& a, const MoneyRange& b) {
  const auto below = [](const Bound& x, const Bound& y) { return x && y && *x < *y; };
  return !a.approximate && !b.approximate && (below(a.low, b.low) || below(a.high, b.high));
}

}  // namespace

std::optional<MoneyRange> product_of(const std::optional<MoneyRange>& unit_price,
                                     const std::optional<Decimal>& quantity, std::string_view unit) {
  if (!unit_price) return std::nullopt;
  if (quantity) return times(*unit_price, *quantity);
  return unit.empty() ? unit_price : std::nullopt;
}

std::optional<MoneyRange> line_amount(const CostItem& item) {
  return item.line ? item.line : product_of(item.unit_price, item.quantity, item.unit);
}

std::optional<MoneyRange> differing_product(const CostItem& item) {
  const auto product = product_of(item.unit_price, item.quantity, item.unit);
  const bool other =
      item.line && product && item.line->currency == product->currency && differs(*item.line, *product);
  return other ? product : std::nullopt;
}

bool counts(const Estimate& estimate, const CostItem& item) {
  if (item.state != ItemState::included) return false;
  const auto amount = line_amount(item);
  return amount && amount->currency == estimate.currency;
}

bool is_open(const Estimate& estimate, const CostItem& item) {
  switch (item.state) {
    case ItemState::included: return (item.unit_price || item.line) && !counts(estimate, item);
    case ItemState::not_stated:
    case ItemState::asked: return true;
    case ItemState::excluded: return false;
  }
  return false;
}

std::optional<MoneyRange> sum_of_lines(const Estimate& estimate) {
  std::vector<MoneyRange> parts;
  for (const CostItem& item : estimate.items) {
    if (counts(estimate, item)) parts.push_back(*line_amount(item));
  }
  return sum(parts);
}

std::optional<MoneyRange> contradicting_sum(const Estimate& estimate) {
  const auto lines = sum_of_lines(estimate);
  const auto& total = estimate.total;
  if (!lines || !total || lines->currency != total->currency) return std::nullopt;
  const bool complete =
      std::ranges::none_of(estimate.items, [&](const CostItem& item) { return is_open(estimate, item); });
  const bool contradicts = complete ? differs(*total, *lines) : is_below(*total, *lines);
  return contradicts ? lines : std::nullopt;
}

}  // namespace generator::model
