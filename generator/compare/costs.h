// The money of a comparison: each option's own amounts in its own currency, what they are in the family's
// beside them, and no order among them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/model/case.h"
#include "generator/model/price_plans.h"

namespace generator::compare {

/// An amount in the hospital's own currency, and beside it in the family's, if the case holds the rate.
struct Amount {
  model::MoneyRange own;
  std::optional<model::MoneyRange> family;  ///< exact; rounded at display
};

/// What one option says of one category of costs.
enum class CostState {
  stated,      ///< with an amount
  included,    ///< part of a package, with no price of its own
  excluded,    ///< the estimate says that it is not in
  per_unit,    ///< a price for one unit, and not how many; or in another currency than the estimate's
  not_stated,  ///< nothing is said
  asked,       ///< it was asked, and not answered
  extra,       ///< offered at a price for who wants it, and in no total
};

/// A price for one unit, and nobody says of how many; or, without a unit, one in another currency.
struct UnitPrice {
  model::MoneyRange price;
  std::string unit;

  friend bool operator==(const UnitPrice&, const UnitPrice&) = default;
};

struct CostCell {
  CostState state = CostState::not_stated;
  /// The sum of the category's lines that have an amount. Only if stated; none where they have no bound in
  /// common.
  std::optional<Amount> amount;
  int not_in_amount = 0;               ///< iff stated: the category's other lines, which are not in that sum
  std::vector<UnitPrice> unit_prices;  ///< of those other lines
};

struct CostRow {
  model::CostCategory category;
  std::vector<CostCell> cells;  ///< one for each option
};

/// One line as the hospital wrote it.
struct CostLine {
  model::CostItem item;
  std::optional<Amount> line;  ///< the hospital's own product if it wrote one, else unit x quantity
  bool adds_up = true;         ///< false: the hospital's own product differs; shown, not mended
  std::optional<model::MoneyRange> computed;  ///< iff it does not add up: unit x quantity
  std::optional<int> part;                    ///< iff the price has several: the number of its, from 1
  std::optional<Amount> printed;  ///< iff it is in another currency than its estimate: as it is written
};

struct PaymentLine {
  model::Payment payment;
  std::optional<Amount> amount;
  std::optional<int> proposal;  ///< iff the price is for one of several: its number
  std::string estimate;         ///< what its estimate is called, iff others of the hospital have payments
};

/// What a category was in an estimate that has been replaced, and what it is now.
struct CategoryChange {
  model::CostCategory category;
  CostCell before;
  CostCell after;
};

/// What an estimate comes to as a whole.
struct EstimateHead {
  std::string id;
  model::Currency currency;
  std::optional<model::Date> issued;
  std::optional<model::Date> valid_until;
  std::optional<Amount> stated_items;  ///< sum of the lines with an amount; for a package, its total
  int items_with_amount = 0;
  int items_without_amount = 0;        ///< lines that leave open what they cost (model/estimate_sums.h)
  std::optional<Amount> stated_total;  ///< the total that the hospital itself wrote
  model::Sources sources;              ///< of issued, tax, total, valid_for, valid_until
  std::string issuer;                  ///< who wrote it, if the case says so
  std::string title;                   ///< of its letter
  std::optional<model::TaxBasis> tax;
  std::optional<model::DurationRange> valid_for;
  /// Iff its total cannot be the sum of its lines: that sum. Shown, not mended.
  std::optional<model::MoneyRange> computed_total;
};

/// An estimate that a later one replaced: kept, with what changed.
struct ReplacedEstimate {
  EstimateHead before;
  EstimateHead after;                   ///< of the one that counts
  std::vector<CategoryChange> changes;  ///< categories that are not the same in the one that counts
};

/// What a price leaves out of the treatment beside it.
enum class LeftOut {
  excluded,   ///< the estimate says so
  open,       ///< a line of it has no amount
  not_named,  ///< the plan holds it, and no line of the estimate does
};

struct LeftOutCategory {
  model::CostCategory category;
  LeftOut how;
};

/// Why a category that several estimates name is not like for like.
enum class Unlike {
  amount,  ///< not every one states it in full, with both bounds
  number,  ///< not the same units, or not as many of them
  scope,   ///< not every one says what its price covers, or they do not cover the same
};

struct UnlikeCategory {
  model::CostCategory category;
  Unlike why;
};

using model::PriceRole;

/// One price of an option: of one estimate, or of several that add up. `option` indexes Comparison::options.
struct CostSheet {
  std::size_t option = 0;
  std::string estimate;  ///< id, of several the one that the others add to; empty: no price is known
  PriceRole role = PriceRole::first_choice;
  std::optional<int> proposal;          ///< iff it is for one of several plans: its number
  std::string name;                     ///< what it is called, iff the option has several prices
  std::vector<EstimateHead> parts;      ///< the estimates that it sums, if it sums several; else empty
  bool has_several_currencies = false;  ///< parts that nobody can sum
  std::optional<model::DurationRange> valid_for;  ///< as the letter says it, where it gives no day
  std::optional<model::Date> ends_on;    ///< the day that follows from that and the day of issue: computed
  std::optional<Amount> own_conversion;  ///< the hospital's own, of its total
  std::optional<model::EstimateBasis> basis;
  std::optional<model::Date> issued;
  std::optional<model::Date> valid_until;
  bool expired = false;  ///< valid_until lies before the report's date
  std::optional<model::TaxBasis> tax;
  bool is_no_offer = false;  ///< of a hospital that declines, or calls the plan at home the best
  std::vector<CostLine> lines;
  std::optional<Amount> discounts;        ///< what its discounts take off, in its sum already
  std::optional<Amount> taxes;            ///< what its taxes add, in its sum already
  std::vector<LeftOutCategory> left_out;  ///< a category once
  bool leaves_out_tax = false;            ///< tax comes on top, and no line says how much
  /// Sum of its lines with an amount, without an upper bound while a line is open; for a package, its total.
  std::optional<Amount> stated_items;
  int items_without_amount = 0;  ///< lines that leave open what they cost (model/estimate_sums.h)
  /// Lines have amounts, and no sum: the ones have only a lowest amount, others only a highest.
  bool has_no_common_bound = false;
  std::optional<Amount> stated_total;  ///< the total that the hospital itself wrote
  bool is_package_price = false;       ///< `stated_items` is that total: one price for a package
  /// Iff that price is for a single line without one of its own: the line's category.
  std::optional<model::CostCategory> package_line;
  bool total_adds_up = true;  ///< false: it cannot be the sum of its lines; shown, not mended
  std::optional<model::MoneyRange> computed_total;  ///< iff it does not add up: the sum of its lines
  std::optional<Amount> like_for_like;              ///< over Costs::like_for_like only
  /// What the family itself sets aside on top (Costs::contingency_percent): in no other figure here.
  std::optional<Amount> contingency;
  std::vector<PaymentLine> payments;
  /// Iff the payments come to more than the total, or to less where the last is due at discharge.
  std::optional<Amount> payments_differ;
  std::optional<model::Statement> complications;
  std::vector<ReplacedEstimate> replaced;  ///< those that this one replaced, newest first
  model::Sources sources;                  ///< of basis, issued, tax, total, valid_for, valid_until
};

struct NonMedicalLine {
  std::size_t option = 0;
  model::NonMedicalCost cost;
  std::optional<model::DurationRange> time;  ///< that the cost runs over, if it does and the plan states it
  std::optional<Amount> line;
};

struct Costs {
  std::optional<model::Currency> family_currency;
  std::optional<model::Decimal> contingency_percent;  ///< the family's own setting
  std::vector<model::Rate> rates;                     ///< those that were used
  std::vector<model::Rate> rates_beside;         ///< of the same pair and day, and of another kind: not used
  std::optional<model::DurationRange> rate_age;  ///< from which a rate is shown with a remark (settings)
  std::vector<std::size_t> old_rates;            ///< indices of those of that age
  std::vector<model::Currency> missing_rates;    ///< currencies that could not be converted
  std::vector<CostRow> rows;                     ///< every category that any option names
  /// What every estimate of an offer states in full, as many units of, and covering the same.
  std::vector<model::CostCategory> like_for_like;
  std::vector<UnlikeCategory> unlike;  ///< what all of those name as well, and why it is not like for like
  bool is_tax_unlike = false;          ///< they do not all say the same of tax: then nothing is like for like
  std::vector<CostSheet> sheets;       ///< one for each option, in their order: what its first choice costs
  /// Prices of other plans, alternatives, and those that nobody says the relation of: by option and plan.
  std::vector<CostSheet> further;
  std::vector<NonMedicalLine> non_medical;
};

}  // namespace generator::compare
