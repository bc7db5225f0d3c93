#include "generator/compare/cost_in_all.h"

#include "catch2/catch.hpp"

namespace generator::compare {
namespace {

model::Currency currency(const char* code) {
  return *model::Currency::parse(code);
}

model::MoneyRange range(const char* code, std::optional<long long> low, std::optional<long long> high) {
  const auto decimal = [](std::optional<long long> bound) {
    return bound ? std::optional<model::Decimal>(*bound) : std::nullopt;
  };
  return model::stated(currency(code), decimal(low), decimal(high));
}

/// A hospital's total of CNY, worth so many USD, for option 1.
Costs costs_of(std::optional<long long> low, std::optional<long long> high) {
  Costs costs;
  costs.family_currency = currency("USD");
  costs.sheets.resize(2);
  costs.sheets[1].option = 1;
  costs.sheets[1].estimate = "e";
  costs.sheets[1].stated_total = Amount{range("CNY", 190000, 215000), range("USD", low, high)};
  return costs;
}

NonMedicalLine outside(std::optional<Amount> line) {
  NonMedicalLine result;
  result.option = 1;
  result.line = std::move(line);
  return result;
}

}  // namespace

TEST_CASE("what an option costs in all is low with low and high with high, exactly") {
  Costs costs = costs_of(26429, 29906);
  CHECK_FALSE(cost_in_all(costs, 1)->has_outside);
  CHECK(cost_in_all(costs, 1)->amount == range("USD", 26429, 29906));
  costs.non_medical.push_back(outside(Amount{range("USD", 1700, 2300), std::nullopt}));
  costs.non_medical.push_back(outside(Amount{range("USD", 1260, 2100), std::nullopt}));
  const auto all = cost_in_all(costs, 1);
  REQUIRE(all);
  CHECK(all->has_outside);
  CHECK(all->amount.low == model::Decimal(29389));
  CHECK(all->amount.high == model::Decimal(34306));
}

TEST_CASE("a sum in all has no upper end while anything in it is open, and none where it would be a guess") {
  Costs open = costs_of(26429, 29906);
  open.non_medical.push_back(outside(std::nullopt));
  REQUIRE(cost_in_all(open, 1));
  CHECK(cost_in_all(open, 1)->amount.low == model::Decimal(26429));
  CHECK_FALSE(cost_in_all(open, 1)->amount.high);

  CHECK_FALSE(cost_in_all(costs_of(26429, std::nullopt), 1)->amount.high);

  Costs without_rate = costs_of(1, 2);
  without_rate.sheets[1].stated_total->family.reset();
  CHECK_FALSE(cost_in_all(without_rate, 1));

  Costs outside_without_rate = costs_of(1, 2);
  outside_without_rate.non_medical.push_back(outside(Amount{range("EUR", 5, 6), std::nullopt}));
  CHECK_FALSE(cost_in_all(outside_without_rate, 1));

  Costs declined = costs_of(1, 2);
  declined.sheets[1].is_no_offer = true;
  CHECK_FALSE(cost_in_all(declined, 1));

  CHECK_FALSE(cost_in_all(costs_of(1, 2), 0));
}

}  // namespace generator::compare
