// What an option costs in all: what its hospital states, and every cost outside that somebody estimated for
// it, in the family's currency. Low with low and high with high, exactly; rounded once, where it is shown.
#pragma once

#include <cstddef>
#include <optional>

#include "generator/compare/costs.h"

namespace generator::compare {

struct CostInAll {
  model::MoneyRange amount;   ///< in the family's currency; no upper bound while anything in it is open
  bool is_converted = false;  ///< by a rate, in part or whole; else it is exact
  bool has_outside = false;   ///< somebody estimated costs outside the hospital for this option
};

/// nullopt where there is no honest sum: no estimate, a hospital that makes no offer, an amount without a
/// rate that leads to the family's currency, or no bound that all parts have.
std::optional<CostInAll> cost_in_all(const Costs& costs, std::size_t option);

}  // namespace generator::compare
