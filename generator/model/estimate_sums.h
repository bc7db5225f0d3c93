// The arithmetic of an estimate, in one place for the check that warns and the comparison that shows: what a
// line comes to, what the lines come to, and where the hospital's own figures say otherwise. Those figures
// always stand; nothing here mends them.
#pragma once

#include <optional>
#include <string_view>

#include "generator/model/case.h"

namespace generator::model {

/// unit x quantity. A price without unit and quantity is the line itself; a unit without its quantity has
/// none.
std::optional<MoneyRange> product_of(const std::optional<MoneyRange>& unit_price,
                                     const std::optional<Decimal>& quantity, std::string_view unit);

/// What a line comes to: as the hospital wrote it, else unit x quantity.
std::optional<MoneyRange> line_amount(const CostItem& item);

/// unit x quantity, iff the hospital wrote a line amount that is another (in minor units, as hospitals
/// write).
std::optional<MoneyRange> differing_product(const CostItem& item);

/// True if the line is part of the estimate's sums: included, with an amount in its currency.
bool counts(const Estimate& estimate, const CostItem& item);

/// True if the line leaves open what it costs: not stated, asked, or a price that cannot be multiplied out. A
/// line that is included without a price of its own, or is excluded, leaves nothing open.
bool is_open(const Estimate& estimate, const CostItem& item);

/// Sum of the lines that count; nullopt if none does, or if they have no bound in common (model::sum).
std::optional<MoneyRange> sum_of_lines(const Estimate& estimate);

/// The sum of the lines, iff the total that the hospital wrote cannot be that sum. If a line is open, only a
/// total below the sum of the others contradicts it.
std::optional<MoneyRange> contradicting_sum(const Estimate& estimate);

}  // namespace generator::model
