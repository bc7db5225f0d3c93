// What a price says, line by line and category by category, in its own currency: one estimate, or several
// that add up.
//
// Which lines count, and what they come to, is model/estimate_sums.h's to say; what does not count is named
// and never becomes zero.
#pragma once

#include <optional>
#include <vector>

#include "generator/compare/comparison.h"
#include "generator/model/estimate_sums.h"

namespace generator::compare {

/// A line of an estimate with its amount.
struct ReadLine {
  const model::Estimate* estimate = nullptr;  ///< whose line it is
  const model::CostItem* item = nullptr;
  /// What it adds to the sum, or takes from it (model::amounts_of_lines).
  std::optional<model::MoneyRange> amount;
  std::optional<model::MoneyRange> computed;  ///< iff the hospital's own product is another: unit x quantity
};

/// A category's lines taken together, as CostCell has it.
struct ReadCategory {
  CostState state = CostState::not_stated;
  std::optional<model::MoneyRange> own;
  int not_in_amount = 0;
  std::vector<UnitPrice> unit_prices;

  friend bool operator==(const ReadCategory&, const ReadCategory&) = default;
};

class EstimateReading {
 public:
  /// All must outlive the reading. At least one; the others add to the first.
  explicit EstimateReading(std::vector<const model::Estimate*> estimates);
  explicit EstimateReading(const model::Estimate& estimate) : EstimateReading(std::vector{&estimate}) {}

  /// The one that the others add to.
  const model::Estimate& estimate() const { return *estimates_.front(); }
  const std::vector<const model::Estimate*>& estimates() const { return estimates_; }
  bool is_of_several() const { return estimates_.size() > 1; }
  bool has_several_currencies() const;
  const std::vector<ReadLine>& lines() const { return lines_; }

  /// For a package its total, if it states one; else the sum of the lines, without an upper bound while a
  /// line is open. Of several estimates the sum of their own totals, or of that where one states none;
  /// without an upper bound if one of them names no amount at all.
  std::optional<model::MoneyRange> stated_items() const;
  /// The total that the hospital wrote; what several come to nobody wrote.
  std::optional<model::MoneyRange> stated_total() const;
  /// What they all say of tax.
  std::optional<model::TaxBasis> tax() const;
  /// What lines of that kind come to together; nullopt if there are none with an amount.
  std::optional<model::MoneyRange> sum_of(model::LineKind kind) const;
  /// Lines that are part of the sums (model::counts).
  int counting_items() const;
  /// Lines that leave open what they cost (model::is_open).
  int open_items() const;
  /// The lines that charge for a category, with an amount or without.
  std::vector<const ReadLine*> charges(model::CostCategory category) const;
  /// Whether a line of any of them charges for it with an amount that is in the sums.
  bool is_charged(model::CostCategory category) const;
  /// Those taken together: a discount or a tax is of no one category.
  ReadCategory category(model::CostCategory category) const;

 private:
  std::vector<const model::Estimate*> estimates_;
  std::vector<ReadLine> lines_;
};

/// The sum, if all are in one currency.
std::optional<model::MoneyRange> sum_in_one_currency(const std::vector<model::MoneyRange>& parts);

}  // namespace generator::compare
