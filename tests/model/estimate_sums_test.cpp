#include "generator/model/estimate_sums.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

using namespace generator::model;  // NOLINT(google-build-using-namespace)

namespace {

MoneyRange usd(const char* low, const char* high) {
  return stated(Currency::parse("USD").value(), Decimal::parse(low), Decimal::parse(high));
}

CostItem priced(const char* low, const char* high) {
  return {.category = CostCategory::drugs,
          .label = {},
          .unit_price = usd(low, high),
          .quantity = {},
          .unit = "",
          .line = {}};
}

}  // namespace

TEST_CASE("a line is what the hospital wrote, else unit x quantity, and a unit without its count is none") {
  CostItem item = priced("10", "12");
  CHECK(line_amount(item) == usd("10", "12"));
  item.unit = "day";
  CHECK_FALSE(line_amount(item));
  item.quantity = Decimal::parse("2.5");
  CHECK(line_amount(item)->low == Decimal(25));
  item.line = usd("25", "31");
  CHECK(line_amount(item) == usd("25", "31"));
  REQUIRE(differing_product(item));
  CHECK(differing_product(item)->high == Decimal(30));
}

TEST_CASE("a product is compared in minor units, as a hospital writes it") {
  CostItem item = priced("0.333", "0.333");
  item.quantity = Decimal(3);
  item.line = usd("1.00", "1.00");
  CHECK_FALSE(differing_product(item));
  item.line = usd("1.01", "1.01");
  CHECK(differing_product(item));
}

namespace {

Estimate estimate_of(std::vector<CostItem> items, const char* low, const char* high) {
  Estimate estimate{.id = "e",
                    .hospital = "a",
                    .document = "",
                    .currency = Currency::parse("USD").value(),
                    .basis = EstimateBasis::itemised,
                    .items = std::move(items),
                    .total = usd(low, high),
                    .payments = {},
                    .complications = {},
                    .supersedes = ""};
  return estimate;
}

CostItem of_kind(LineKind kind, const char* percent) {
  CostItem item = priced("0", "0");
  item.unit_price.reset();
  item.kind = kind;
  item.percent = Decimal::parse(percent);
  return item;
}

std::string text_of(const std::optional<MoneyRange>& range) {
  if (!range) return "none";
  return (range->low ? range->low->to_string() : "") + "-" + (range->high ? range->high->to_string() : "");
}

}  // namespace

TEST_CASE("a discount takes from the lines before it, and a tax comes on what is left") {
  CostItem discount = priced("21400", "21400");
  discount.kind = LineKind::discount;
  CostItem tax = priced("19260", "19260");
  tax.kind = LineKind::tax;
  const Estimate stated = estimate_of({priced("214000", "214000"), discount, tax}, "211860", "211860");
  CHECK(text_of(sum_of_lines(stated)) == "211860-211860");
  CHECK(fit_of_total(stated, "") == TotalFit::adds_up);
  const Estimate in_percent = estimate_of(
      {priced("100", "200"), of_kind(LineKind::discount, "10"), of_kind(LineKind::tax, "20")}, "108", "216");
  CHECK(text_of(sum_of_lines(in_percent)) == "108.0000-216.0000");
  CHECK(fit_of_total(in_percent, "") == TotalFit::adds_up);
  const auto amounts = amounts_of_lines(in_percent);
  CHECK(text_of(amounts.at(1)) == "10.00-20.00");
  CHECK(text_of(amounts.at(2)) == "18.0000-36.0000");
}

TEST_CASE("a total below its lines is explained by what the letter takes off, and by nothing else") {
  const Estimate estimate = estimate_of({priced("48000", "48000")}, "33600", "33600");
  CHECK(fit_of_total(estimate, "") == TotalFit::contradicts);
  CHECK(fit_of_total(estimate, "Cash price with the discount of 30 %: EUR 33,600") == TotalFit::takes_off);
  CHECK(fit_of_total(estimate, "Less EUR 14.400,00") == TotalFit::takes_off);
  CHECK(fit_of_total(estimate, "30 % of patients relapse.\nTotal 33,600") == TotalFit::contradicts);
  CHECK(fit_of_total(estimate_of({priced("100", "100")}, "130", "130"), "30 %, 30") == TotalFit::contradicts);
  // A line that the total forgets stands in the letter, too; so do doses and years.
  const Estimate forgets = estimate_of({priced("10000", "10000"), priced("2000", "2000")}, "10000", "10000");
  CHECK(fit_of_total(forgets, "Surgery 10,000\nICU 2,000\nTotal 10,000") == TotalFit::contradicts);
  const Estimate off_by_dose = estimate_of({priced("15000", "15000")}, "14925", "14925");
  CHECK(fit_of_total(off_by_dose, "75 mg/m2") == TotalFit::contradicts);
}

TEST_CASE(
    "a discount before all lines is of all; an open one leaves every total possible; none is more than all") {
  CostItem discount = priced("1500", "1500");
  discount.kind = LineKind::discount;
  const Estimate first =
      estimate_of({discount, priced("10000", "10000"), priced("5000", "5000")}, "13500", "13500");
  CHECK(text_of(sum_of_lines(first)) == "13500-13500");
  CHECK(fit_of_total(first, "") == TotalFit::adds_up);
  CostItem open = priced("1", "1");
  open.unit_price.reset();
  open.kind = LineKind::discount;
  open.state = ItemState::not_stated;
  CHECK(fit_of_total(estimate_of({priced("15000", "15000"), open}, "13500", "13500"), "") ==
        TotalFit::unknown);
  CHECK_FALSE(sum_of_lines(estimate_of({priced("1000", "1000"), discount}, "0", "0")));
}

TEST_CASE("a figure within a range is no contradiction, and neither is a net total beside its tax") {
  CHECK(fit_of_total(estimate_of({priced("9000", "11000")}, "10000", "10000"), "") == TotalFit::adds_up);
  CHECK(fit_of_total(estimate_of({priced("15000", "15000")}, "14000", "16000"), "") == TotalFit::adds_up);
  CHECK(fit_of_total(estimate_of({priced("9000", "11000")}, "12000", "12000"), "") == TotalFit::contradicts);
  CostItem tax = priced("3000", "3000");
  tax.kind = LineKind::tax;
  CHECK(fit_of_total(estimate_of({priced("15000", "15000"), tax}, "15000", "15000"), "") ==
        TotalFit::adds_up);
}

TEST_CASE("a total that is rounded to its own zeros is no contradiction; a wrong one is") {
  CHECK(fit_of_total(estimate_of({priced("24690.835", "28690.835")}, "24700", "28700"), "") ==
        TotalFit::adds_up);
  CHECK(fit_of_total(estimate_of({priced("19570", "19570")}, "19573", "19573"), "") == TotalFit::contradicts);
  CHECK(fit_of_total(estimate_of({priced("27000", "27000")}, "30000", "30000"), "") == TotalFit::contradicts);
}

TEST_CASE("the lines of a package add up only if each has a price") {
  CostItem silent = priced("1", "1");
  silent.unit_price.reset();
  Estimate package = estimate_of({priced("18500", "18500"), silent}, "148000", "148000");
  package.basis = EstimateBasis::package;
  CHECK(fit_of_total(package, "") == TotalFit::unknown);
  package.items.pop_back();
  CHECK(fit_of_total(package, "") == TotalFit::contradicts);
}

TEST_CASE("a payment in percent is a share of a total that is one figure") {
  Estimate estimate = estimate_of({}, "200", "200");
  estimate.payments = {{.when = PaymentTime::admission, .amount = {}, .label = {}, .refundable = {}}};
  CHECK_FALSE(sum_of_payments(estimate));
  estimate.payments[0].percent = Decimal(40);
  CHECK(text_of(sum_of_payments(estimate)) == "80.00-80.00");
  estimate.total = usd("200", "300");
  CHECK_FALSE(sum_of_payments(estimate));
}
