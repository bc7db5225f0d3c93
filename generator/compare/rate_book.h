// The exchange rates of a case, and the conversions made with them. A conversion stands beside the hospital's
// own amount and never replaces it. Only a rate of the case that leads from the one currency straight to the
// other is used: nothing is inverted, chained, or looked up. Of several such rates the newest on or before
// the report's date counts, else the oldest after it; of several kinds on that day the first in the order of
// their kinds (official, market, bank, agency), and the others are named beside it.
//
// A book remembers which rates it used and which it lacked, so that a report can name both.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/model/case.h"

namespace generator::compare {

class RateBook {
 public:
  /// `c` must outlive the book.
  RateBook(const model::Case& c, const model::Date& date);

  /// The amount as stated, and beside it in the family's currency if the case holds the rate. Nothing is
  /// added where the amount is in the family's currency already.
  Amount amount(const model::MoneyRange& own);
  std::optional<Amount> amount(const std::optional<model::MoneyRange>& own);

  /// In the order of their codes.
  std::vector<model::Rate> used() const;
  /// Of the pair and the day of one that was used, and of another kind.
  std::vector<model::Rate> beside() const;
  std::vector<model::Currency> missing() const;

 private:
  const model::Rate* find(const model::Currency& from) const;

  const model::Case* case_;
  model::Date date_;
  std::vector<const model::Rate*> used_;
  std::vector<model::Currency> missing_;
};

}  // namespace generator::compare
