#include "generator/compare/cost_in_all.h"

#include <algorithm>
#include <vector>

namespace generator::compare {
namespace {

/// The amount in the family's currency; nullopt if it is in another one, and no rate leads there.
std::optional<model::MoneyRange> for_family(const std::optional<Amount>& amount, const Costs& costs) {
  if (!amount || !costs.family_currency) return std::nullopt;
  if (amount->own.currency == *costs.family_currency) return amount->own;
  return amount->family;
}

}  // namespace

std::optional<CostInAll> cost_in_all(const Costs& costs, std::size_t option) {
  const auto sheet = std::ranges::find(costs.sheets, option, &CostSheet::option);
  if (sheet == costs.sheets.end() || sheet->estimate.empty() || sheet->is_no_offer) return std::nullopt;
  const auto hospital = for_family(sheet->stated_total ? sheet->stated_total : sheet->stated_items, costs);
  if (!hospital) return std::nullopt;
  std::vector<model::MoneyRange> parts{*hospital};
  const auto in_family_currency = [&](const Amount& amount) {
    return amount.own.currency == *costs.family_currency;
  };
  bool is_converted = !in_family_currency(sheet->stated_total ? *sheet->stated_total : *sheet->stated_items);
  bool is_open = false;
  bool has_outside = false;
  for (const NonMedicalLine& line : costs.non_medical) {
    if (line.option != option) continue;
    has_outside = true;
    const auto amount = for_family(line.line, costs);
    if (amount) {
      parts.push_back(*amount);
      is_converted = is_converted || !in_family_currency(*line.line);
    }
    // Without a rate the sum would leave out what somebody did state.
    if (line.line && !amount) return std::nullopt;
    is_open = is_open || !amount;
  }
  auto total = model::sum(parts);
  if (!total || (is_open && !total->low)) return std::nullopt;
  if (is_open) total->high.reset();
  return CostInAll{*total, is_converted, has_outside};
}

}  // namespace generator::compare
