// The arithmetic of an estimate, in one place for the check that warns and the comparison that shows: what a
// line comes to, what the lines come to, and where the hospital's own figures say otherwise. Those figures
// always stand; nothing here mends them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "generator/model/case.h"

namespace generator::model {

/// unit x quantity. A price without unit and quantity is the line itself; a unit without its quantity has
/// none.
std::optional<MoneyRange> product_of(const std::optional<MoneyRange>& unit_price,
                                     const std::optional<Decimal>& quantity, std::string_view unit,
                                     const std::optional<Decimal>& quantity_high = std::nullopt);

/// What a line comes to: as the hospital wrote it, else unit x quantity.
std::optional<MoneyRange> line_amount(const CostItem& item);

/// What a line adds to the estimate's sums: its amount in the estimate's currency; of a line in another one,
/// what the hospital itself says that it comes to. No rate of ours enters a hospital's sum.
std::optional<MoneyRange> counted_amount(const Estimate& estimate, const CostItem& item);

/// unit x quantity, iff the hospital wrote a line amount that is another (in minor units, as hospitals
/// write).
std::optional<MoneyRange> differing_product(const CostItem& item);

/// True if the line is part of the estimate's sums: included, with an amount in its currency.
bool counts(const Estimate& estimate, const CostItem& item);

/// True if the line leaves open what it costs: not stated, asked, or a price that cannot be multiplied out. A
/// line that is included without a price of its own, is excluded, or is an extra, leaves nothing open.
bool is_open(const Estimate& estimate, const CostItem& item);

/// What each line does to the sum, in their order: its amount; of a discount or a tax that the letter gives
/// in percent alone, that share of what the lines before it come to. nullopt where nothing is known of it, or
/// where it does not count.
std::vector<std::optional<MoneyRange>> amounts_of_lines(const Estimate& estimate);

/// The charges that count, less the discounts, plus the taxes; nullopt if no charge counts, or if they have
/// no bound in common (model::sum).
std::optional<MoneyRange> sum_of_lines(const Estimate& estimate);

/// How the total that the hospital wrote stands to the sum of its lines.
enum class TotalFit {
  unknown,      ///< no total, no sum, or a package whose lines have no prices of their own
  adds_up,      ///< as near as the hospital rounds, or as lines without an amount leave room for
  takes_off,    ///< it lies below by what the letter itself takes off, and the case has no line for that
  contradicts,  ///< it cannot be that sum
};

/// `letter` is the text of the estimate, or empty: what the hospital wrote there as a discount explains a
/// total below the sum of the lines, entered as a line or not.
TotalFit fit_of_total(const Estimate& estimate, std::string_view letter);

/// What a payment comes to: its amount, or its share of a total that is one figure.
std::optional<MoneyRange> payment_amount(const Estimate& estimate, const Payment& payment);

/// What the payments come to; nullopt if there are none, or if one of them has no amount that can be known.
std::optional<MoneyRange> sum_of_payments(const Estimate& estimate);

/// The last day on which it holds: the stated one, else the one that follows from its length and the day of
/// issue; nullopt if neither is known.
std::optional<Date> end_of(const Estimate& estimate);

/// The text of the letter that an estimate is from, if it came with the case; else empty.
std::string_view letter_of(const Case& c, const Estimate& estimate);

}  // namespace generator::model
