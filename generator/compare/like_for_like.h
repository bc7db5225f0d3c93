// What estimates can be held against each other: kinds of cost that all state in full, in one number of the
// same units, covering the same, with one word on tax. What is not said to be the same is not taken for it.
#pragma once

#include <vector>

#include "generator/compare/costs.h"
#include "generator/compare/estimate_reading.h"

namespace generator::compare {

/// The categories that any of these estimates names, in the model's order.
std::vector<model::CostCategory> categories_of(const std::vector<const EstimateReading*>& readings);

/// Sets like_for_like, unlike and is_tax_unlike from the estimates of the hospitals that offer to treat.
void find_like_for_like(Costs& costs, const std::vector<const EstimateReading*>& offers);

/// What an estimate comes to over those categories; nullopt if it states none of them.
std::optional<model::MoneyRange> subtotal(const EstimateReading& reading,
                                          const std::vector<model::CostCategory>& categories);

}  // namespace generator::compare
