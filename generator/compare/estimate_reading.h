// What one estimate says, line by line and category by category, in its own currency.
//
// A line counts towards sums only if the estimate includes it and it has an amount; all else is named and
// never becomes zero. Where the hospital wrote a product or a total of its own, that figure stands; if the
// lines give another one, both are shown and neither is mended.
#pragma once

#include <optional>
#include <vector>

#include "generator/compare/comparison.h"
#include "generator/model/case.h"

namespace generator::compare {

/// unit x quantity. A price without unit and quantity is the line itself; a unit without its quantity has no
/// line amount.
std::optional<model::MoneyRange> product_of(const std::optional<model::MoneyRange>& unit_price,
                                            const std::optional<model::Decimal>& quantity,
                                            std::string_view unit);

/// A line of an estimate with its amount.
struct ReadLine {
  const model::CostItem* item = nullptr;
  std::optional<model::MoneyRange> amount;    ///< the hospital's own product, else unit x quantity
  std::optional<model::MoneyRange> computed;  ///< iff the hospital's own product is another: unit x quantity

  /// True if it is part of sums in that currency.
  bool counts(const model::Currency& currency) const;
};

/// A category's lines taken together. `own` iff stated.
struct ReadCategory {
  CostState state = CostState::not_stated;
  std::optional<model::MoneyRange> own;
  int not_in_amount = 0;

  friend bool operator==(const ReadCategory&, const ReadCategory&) = default;
};

class EstimateReading {
 public:
  /// `estimate` must outlive the reading.
  explicit EstimateReading(const model::Estimate& estimate);

  const model::Estimate& estimate() const { return *estimate_; }
  const std::vector<ReadLine>& lines() const { return lines_; }

  /// Sum of the lines that count; nullopt if none does.
  std::optional<model::MoneyRange> sum_of_lines() const;
  /// For a package its total, if it states one; else the sum of the lines.
  std::optional<model::MoneyRange> stated_items() const;
  /// Lines that name something and give no amount. What a package includes has none and needs none; what is
  /// excluded is not part of the estimate.
  int items_without_amount() const;
  /// The sum of the lines, if the hospital's own total cannot be that sum. If included lines lack an amount,
  /// only a total below the sum of the others contradicts it.
  std::optional<model::MoneyRange> contradicting_sum() const;
  ReadCategory category(model::CostCategory category) const;

 private:
  bool lacks_amount(const ReadLine& line) const;

  const model::Estimate* estimate_;
  std::vector<ReadLine> lines_;
};

}  // namespace generator::compare
