// What a treatment costs: the estimate of a hospital, line by line as it wrote them, and the costs outside
// the hospital with who estimated them. An absent amount is not stated, and is never 0.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/model/date.h"
#include "generator/model/duration.h"
#include "generator/model/money.h"
#include "generator/model/statement.h"

namespace generator::model {

enum class CostCategory {
  consultation,
  diagnostics,
  imaging,
  pathology,
  procedure,
  surgery,
  drugs,
  radiation,
  cell_therapy,
  hospital_stay,
  intensive_care,
  blood_products,
  complications,
  follow_up,
  interpreter,
  translation,
  visa,
  travel,
  lodging,
  companion,
  coordination_fee,
  other
};
/// `extra`: offered at a price for who wants it, and in no total.
enum class ItemState { included, excluded, not_stated, asked, extra };

/// What a line does to the sum of those before it: adds to it, takes from it, or is a tax that comes on top.
enum class LineKind { charge, discount, tax };

/// A line of an estimate. `unit_price` is for one `unit`; the line is unit_price x quantity. A unit without a
/// quantity ("per cycle", cycles not said) has no line amount. `line` is the hospital's own product, if it
/// wrote one. The amount of a discount is what it takes off, and is not negative.
struct CostItem {
  CostCategory category;
  Statement label;
  ItemState state = ItemState::included;
  std::optional<MoneyRange> unit_price;
  std::optional<Decimal> quantity;
  std::string unit;
  std::optional<MoneyRange> line;
  std::optional<Source> source{};  ///< of the figures, if they do not stand where the label does
  LineKind kind = LineKind::charge;
  std::optional<Decimal> percent{};        ///< of a discount or a tax: of the sum of the lines before it
  std::vector<std::string> covers{};       ///< what is in its price, in ids that estimates of a case share
  std::optional<Decimal> quantity_high{};  ///< where the letter gives a range: `quantity` is its low end
  /// Of a line in another currency than its estimate: what it comes to in the estimate's, as the hospital
  /// itself says. Without it, nothing of the line is in a sum.
  std::optional<MoneyRange> converted{};
  std::string person{};  ///< id of whom it is for, if not the patient; may be empty
};

enum class EstimateBasis { itemised, package };

/// Whether the prices of an estimate hold the tax that is due on them.
enum class TaxBasis { included, on_top, none_due };
enum class PaymentTime { before_arrival, admission, milestone, discharge, other };
enum class Refundable { yes, partly, no };

struct Payment {
  PaymentTime when;
  std::optional<MoneyRange> amount;
  std::optional<Statement> label;
  std::optional<Refundable> refundable;
  std::optional<Source> source{};
  std::optional<Decimal> percent{};         ///< of the estimate's total, where the letter gives a share
  std::optional<Decimal> refund_percent{};  ///< of this payment: what comes back of it
};

/// A hospital's estimates are told apart by what they say of each other: one replaces another, adds to it, is
/// another way to be treated, or is for one of several plans. Where they say nothing of it, nobody knows.
struct Estimate {
  std::string id;
  std::string hospital;
  std::string document;  ///< may be empty
  std::optional<Date> issued;
  std::optional<Date> valid_until;
  Currency currency;
  EstimateBasis basis;
  std::vector<CostItem> items;
  std::optional<MoneyRange> total;
  std::vector<Payment> payments;
  std::optional<Statement> complications;  ///< who pays for them
  std::string supersedes;                  ///< id of the estimate that this one replaces; may be empty
  std::optional<TaxBasis> tax{};
  Sources sources{};  ///< of basis, issued, tax, total, valid_for, valid_until
  std::string
      issuer{};  ///< who wrote it, where that is not the hospital as a whole: the surgeon; may be empty
  std::string proposal{};                      ///< id of the plan that it is for; may be empty
  std::vector<std::string> additive_to{};      ///< ids of estimates whose price it adds to
  std::vector<std::string> alternative_to{};   ///< ids of estimates that it may stand in the place of
  std::optional<DurationRange> valid_for{};    ///< from the day of issue, where the letter gives no end
  std::optional<MoneyRange> own_conversion{};  ///< what its total is in another currency, as it says itself
};

/// A length of time of a plan that a cost runs over.
enum class CostTime { stay, time_abroad };

/// A cost outside the hospital, and who estimated it. `option` is a hospital's id or "home". The cost is
/// unit_price x quantity x persons; where `over` is given, that time in its `unit` is the quantity.
struct NonMedicalCost {
  std::string option;
  CostCategory category;
  Statement label;
  std::optional<MoneyRange> unit_price;
  std::optional<Decimal> quantity;
  std::string unit;
  std::string estimated_by;
  std::optional<int> persons{};
  std::optional<CostTime> over{};
};

}  // namespace generator::model
