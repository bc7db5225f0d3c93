// Members of the costs, as JSON (json_members.h).
#pragma once

#include "generator/compare/json_members.h"

namespace generator::compare {

template <>
struct JsonShape<UnitPrice> {
  using T = UnitPrice;
  static constexpr std::string_view k_name = "unit_price";
  static constexpr std::tuple k_members{JsonMember{"price", &T::price}, JsonMember{"unit", &T::unit}};
};

template <>
struct JsonShape<CostCell> {
  using T = CostCell;
  static constexpr std::string_view k_name = "cost_cell";
  static constexpr std::tuple k_members{
      JsonMember{"state", &T::state},
      JsonMember{"amount", &T::amount, "the sum of the category's lines that have an amount"},
      JsonMember{"not_in_amount", &T::not_in_amount, "lines that are not in that sum"},
      JsonMember{"unit_prices", &T::unit_prices}};
};

template <>
struct JsonShape<CostRow> {
  using T = CostRow;
  static constexpr std::string_view k_name = "cost_row";
  static constexpr std::tuple k_members{JsonMember{"category", &T::category},
                                        JsonMember{"cells", &T::cells, "one for each option"}};
};

template <>
struct JsonShape<model::CostItem> {
  using T = model::CostItem;
  static constexpr std::string_view k_name = "cost_item";
  static constexpr std::tuple k_members{
      JsonMember{"category", &T::category},
      JsonMember{"label", &T::label},
      JsonMember{"kind", &T::kind, "what the line does to the sum of those before it"},
      JsonMember{"percent", &T::percent, "of a discount or a tax: of the sum of the lines before it"},
      JsonMember{"state", &T::state},
      JsonMember{"covers", &T::covers, "what is in the price, in ids that the case's estimates share"},
      JsonMember{"unit_price", &T::unit_price},
      JsonMember{"quantity", &T::quantity, "the low end, where it is a range"},
      JsonMember{"quantity_high", &T::quantity_high, "the high end"},
      JsonMember{"unit", &T::unit},
      JsonMember{"line", &T::line, "the hospital's own product, if it wrote one"},
      JsonMember{"own_conversion", &T::converted,
                 "of a line in another currency: in the estimate's, as the hospital says"},
      JsonMember{"person", &T::person, "id of whom it is for, if not the patient"},
      JsonMember{"source", &T::source}};
};

template <>
struct JsonShape<CostLine> {
  using T = CostLine;
  static constexpr std::string_view k_name = "cost_line";
  static constexpr std::tuple k_members{
      JsonMember{"item", &T::item},
      JsonMember{
          "line", &T::line,
          "the hospital's own product if it wrote one, else unit price times quantity; of a discount or a "
          "tax in percent alone, that share of the lines before it"},
      JsonMember{"adds_up", &T::adds_up, "false: the hospital's own product differs"},
      JsonMember{"computed", &T::computed, "iff it does not add up"},
      JsonMember{"part", &T::part, "number of the part whose line it is, iff the price has several"},
      JsonMember{"printed", &T::printed,
                 "iff it is in another currency than its estimate: as it is written"}};
};

template <>
struct JsonShape<model::Payment> {
  using T = model::Payment;
  static constexpr std::string_view k_name = "payment";
  static constexpr std::tuple k_members{JsonMember{"when", &T::when},
                                        JsonMember{"amount", &T::amount},
                                        JsonMember{"percent", &T::percent},
                                        JsonMember{"label", &T::label},
                                        JsonMember{"refundable", &T::refundable},
                                        JsonMember{"refund_percent", &T::refund_percent},
                                        JsonMember{"source", &T::source}};
};

template <>
struct JsonShape<PaymentLine> {
  using T = PaymentLine;
  static constexpr std::string_view k_name = "payment_line";
  static constexpr std::tuple k_members{
      JsonMember{"payment", &T::payment},
      JsonMember{"amount", &T::amount, "its own, else its percentage of a total that is one figure"},
      JsonMember{"proposal", &T::proposal, "number of the plan whose price it is of, iff of one of several"},
      JsonMember{"estimate", &T::estimate, "what its estimate is called, iff the option has several"}};
};

template <>
struct JsonShape<CategoryChange> {
  using T = CategoryChange;
  static constexpr std::string_view k_name = "category_change";
  static constexpr std::tuple k_members{JsonMember{"category", &T::category},
                                        JsonMember{"before", &T::before}, JsonMember{"after", &T::after}};
};

template <>
struct JsonShape<EstimateHead> {
  using T = EstimateHead;
  static constexpr std::string_view k_name = "estimate_head";
  static constexpr std::tuple k_members{
      JsonMember{"id", &T::id},
      JsonMember{"currency", &T::currency},
      JsonMember{"issued", &T::issued},
      JsonMember{"valid_until", &T::valid_until},
      JsonMember{"stated_items", &T::stated_items},
      JsonMember{"items_with_amount", &T::items_with_amount},
      JsonMember{"items_without_amount", &T::items_without_amount},
      JsonMember{"stated_total", &T::stated_total},
      JsonMember{"sources", &T::sources},
      JsonMember{"issuer", &T::issuer, "who wrote it, if not the hospital"},
      JsonMember{"title", &T::title, "of its letter"},
      JsonMember{"tax", &T::tax},
      JsonMember{"valid_for", &T::valid_for},
      JsonMember{"computed_total", &T::computed_total, "the sum of its lines, iff its total cannot be that"}};
};

template <>
struct JsonShape<ReplacedEstimate> {
  using T = ReplacedEstimate;
  static constexpr std::string_view k_name = "replaced_estimate";
  static constexpr std::tuple k_members{JsonMember{"before", &T::before}, JsonMember{"after", &T::after},
                                        JsonMember{"changes", &T::changes}};
};

template <>
struct JsonShape<LeftOutCategory> {
  using T = LeftOutCategory;
  static constexpr std::string_view k_name = "left_out_category";
  static constexpr std::tuple k_members{JsonMember{"category", &T::category}, JsonMember{"how", &T::how}};
};

template <>
struct JsonShape<UnlikeCategory> {
  using T = UnlikeCategory;
  static constexpr std::string_view k_name = "unlike_category";
  static constexpr std::tuple k_members{JsonMember{"category", &T::category}, JsonMember{"why", &T::why}};
};

template <>
struct JsonShape<CostSheet> {
  using T = CostSheet;
  static constexpr std::string_view k_name = "cost_sheet";
  static constexpr std::tuple k_members{
      JsonMember{"option", &T::option, "indexes options"},
      JsonMember{"estimate", &T::estimate,
                 "id, of several the one that the others add to; absent: no price is known"},
      JsonMember{"role", &T::role, "which of the option's prices it is"},
      JsonMember{"proposal", &T::proposal, "number of the plan that it is for, iff of one of several"},
      JsonMember{"name", &T::name, "what it is called, iff the option has several prices"},
      JsonMember{"parts", &T::parts, "the estimates that it sums, if several"},
      JsonMember{"has_several_currencies", &T::has_several_currencies, "parts that nobody can sum"},
      JsonMember{"valid_for", &T::valid_for, "as the letter says it, where it gives no day"},
      JsonMember{"ends_on", &T::ends_on, "the day that follows from that and the day of issue: computed"},
      JsonMember{"own_conversion", &T::own_conversion, "the hospital's own, of its total"},
      JsonMember{"basis", &T::basis},
      JsonMember{"issued", &T::issued},
      JsonMember{"valid_until", &T::valid_until},
      JsonMember{"expired", &T::expired},
      JsonMember{"tax", &T::tax, "whether its prices hold the tax that is due on them"},
      JsonMember{"is_no_offer", &T::is_no_offer, "the hospital declines, or calls the plan at home the best"},
      JsonMember{"lines", &T::lines},
      JsonMember{"discounts", &T::discounts, "what its discounts take off, in its sum already"},
      JsonMember{"taxes", &T::taxes, "what its taxes add, in its sum already"},
      JsonMember{"left_out", &T::left_out, "what the price leaves out of the treatment beside it"},
      JsonMember{"leaves_out_tax", &T::leaves_out_tax, "tax comes on top, and no line says how much"},
      JsonMember{"stated_items", &T::stated_items,
                 "the sum of the lines with an amount, without an upper bound while a line is open; for a "
                 "package, its total"},
      JsonMember{"items_without_amount", &T::items_without_amount, "lines that leave open what they cost"},
      JsonMember{"has_no_common_bound", &T::has_no_common_bound,
                 "lines have amounts, and no bound in common to add up"},
      JsonMember{"stated_total", &T::stated_total, "the total that the hospital itself wrote"},
      JsonMember{"is_package_price", &T::is_package_price, "stated_items is that total"},
      JsonMember{"package_line", &T::package_line,
                 "category of the one line that the price of a package stands for"},
      JsonMember{"total_adds_up", &T::total_adds_up},
      JsonMember{"computed_total", &T::computed_total},
      JsonMember{"like_for_like", &T::like_for_like},
      JsonMember{"contingency", &T::contingency},
      JsonMember{"payments", &T::payments},
      JsonMember{"payments_differ", &T::payments_differ,
                 "what the payments come to, iff that cannot be the total"},
      JsonMember{"complications", &T::complications},
      JsonMember{"replaced", &T::replaced},
      JsonMember{"sources", &T::sources}};
};

template <>
struct JsonShape<model::NonMedicalCost> {
  using T = model::NonMedicalCost;
  static constexpr std::string_view k_name = "non_medical_cost";
  static constexpr std::tuple k_members{JsonMember{"option", &T::option, "a hospital's id, or home"},
                                        JsonMember{"category", &T::category},
                                        JsonMember{"label", &T::label},
                                        JsonMember{"unit_price", &T::unit_price},
                                        JsonMember{"quantity", &T::quantity},
                                        JsonMember{"unit", &T::unit},
                                        JsonMember{"estimated_by", &T::estimated_by},
                                        JsonMember{"persons", &T::persons},
                                        JsonMember{"over", &T::over}};
};

template <>
struct JsonShape<NonMedicalLine> {
  using T = NonMedicalLine;
  static constexpr std::string_view k_name = "non_medical_line";
  static constexpr std::tuple k_members{JsonMember{"option", &T::option, "indexes options"},
                                        JsonMember{"cost", &T::cost}, JsonMember{"time", &T::time},
                                        JsonMember{"line", &T::line}};
};

template <>
struct JsonShape<Costs> {
  using T = Costs;
  static constexpr std::string_view k_name = "costs";
  static constexpr std::tuple k_members{
      JsonMember{"family_currency", &T::family_currency},
      JsonMember{"contingency_percent", &T::contingency_percent},
      JsonMember{"rates", &T::rates, "those that were used"},
      JsonMember{"rates_beside", &T::rates_beside, "of the same pair and day, and of another kind: not used"},
      JsonMember{"rate_age", &T::rate_age},
      JsonMember{"old_rates", &T::old_rates, "indexes rates"},
      JsonMember{"missing_rates", &T::missing_rates},
      JsonMember{"rows", &T::rows},
      JsonMember{
          "like_for_like", &T::like_for_like,
          "categories that every estimate of an offer states in full, as many units of, and covering the "
          "same"},
      JsonMember{"unlike", &T::unlike, "categories that all of those name as well, and why they are not"},
      JsonMember{"is_tax_unlike", &T::is_tax_unlike, "those estimates do not all say the same of tax"},
      JsonMember{"sheets", &T::sheets, "one for each option: what its first choice costs"},
      JsonMember{"further", &T::further,
                 "prices of other plans, alternatives, and those that nobody relates"},
      JsonMember{"non_medical", &T::non_medical}};
};

}  // namespace generator::compare
