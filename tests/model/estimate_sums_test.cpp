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
  CHECK(fit_of_total(estimate, "Of 30 patients 25 % came back") == TotalFit::contradicts);
  CHECK(fit_of_total(estimate_of({priced("100", "100")}, "130", "130"), "30 %, 30") == TotalFit::contradicts);
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
