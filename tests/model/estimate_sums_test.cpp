#include "generator/model/estimate_sums.h"

#include <catch2/catch.hpp>

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
