// Which of a hospital's estimates are its price: what they say of each other, and never a date or an id.
#include <algorithm>
#include <catch2/catch.hpp>

#include "two_estimates.h"

namespace generator::compare::test {
namespace {

using Category = model::CostCategory;
using model::Modality;

/// Three estimates of hospital A: of the hospital, the surgeon, the anaesthetist.
struct ThreeParts {
  TwoEstimates c;
  ThreeParts() {
    c.builder.value().estimates.reserve(8);
    c.a().issuer = "The hospital";
    c.a().items = {item(Category::surgery, "Theatre", "CNY", "18400"),
                   item(Category::surgery, "Surgeon and anaesthetist", model::ItemState::excluded)};
    add("The surgeon", "6250", "2026-10-29");
    add("The anaesthetist", "1980", "2026-10-25");
  }
  void add(const char* issuer, const char* amount, const char* issued) {
    model::Estimate& part = c.builder.estimate("a", "CNY");
    part.issuer = issuer;
    part.issued = day(issued);
    part.items = {item(Category::surgery, "Fee", "CNY", amount)};
  }
  std::vector<model::Estimate>& all() { return c.builder.value().estimates; }
  void relate() {
    all()[2].additive_to = {"est-a"};
    all()[3].additive_to = {"est-a-2"};  // over the surgeon's
  }
};

/// Hospital A would operate first, else irradiate, and prices each; B has one plan.
struct TwoPlans {
  TwoEstimates c;
  TwoPlans() {
    c.builder.value().estimates.reserve(8);
    model::Proposal operation;
    operation.id = "operation";
    operation.modalities = {Modality::systemic, Modality::surgery};
    operation.benefit = says("40 of 100 patients are alive");
    model::Proposal radiation;
    radiation.id = "radiation";
    radiation.modalities = {Modality::systemic, Modality::radiation};
    c.builder.value().opinions[0].proposals = {operation, radiation};
    c.a().proposal = "radiation";
    c.a().total = money("CNY", "21400");
    model::Estimate& first = c.builder.estimate("a", "CNY");
    first.proposal = "operation";
    first.total = money("CNY", "256700-265700");
  }
};

void check_first_choice(const Comparison& comparison) {
  const Costs& costs = comparison.costs;
  CHECK(text_of(costs.sheets[1].stated_total) == "256700-265700 CNY");
  CHECK(costs.sheets[1].proposal == 1);
  REQUIRE(costs.further.size() == 1);
  CHECK(costs.further[0].role == PriceRole::other_plan);
  CHECK(costs.further[0].proposal == 2);
  CHECK(text_of(costs.further[0].stated_total) == "21400 CNY");
}

}  // namespace

TEST_CASE("Estimates that say nothing of each other are all shown, and none is the hospital's price") {
  ThreeParts three;
  for (const char* id : {"a", "m", "z"}) {
    three.all()[2].id = id;
    const Comparison comparison = three.c.builder.compare();
    const Costs& costs = comparison.costs;
    CHECK(costs.sheets[1].estimate.empty());
    CHECK(costs.sheets[1].role == PriceRole::unrelated);
    REQUIRE(costs.further.size() == 3);
    CHECK(std::ranges::all_of(costs.further, [](const CostSheet& sheet) {
      return sheet.role == PriceRole::unrelated && !sheet.name.empty() && sheet.stated_items;
    }));
    CHECK(text_of(find(comparison.unknowns, "unknown.several-estimates").message) ==
          "unknown.several-estimates count=3");
    CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.no-estimate"));
  }
}

TEST_CASE("Estimates that add up are summed exactly, each with its own amount") {
  ThreeParts three;
  three.relate();
  three.all()[2].valid_until = day("2026-11-20");
  three.all()[3].valid_until = day("2026-11-12");
  const Comparison comparison = three.c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK(text_of(sheet.stated_items) == "26630 CNY");
  CHECK_FALSE(sheet.stated_total);
  REQUIRE(sheet.parts.size() == 3);
  CHECK(sheet.parts[0].issuer == "The hospital");
  CHECK(sheet.valid_until == day("2026-11-12"));
  CHECK(comparison.costs.further.empty());
  // What the hospital leaves to the surgeon is in the price.
  CHECK(sheet.left_out.empty());
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.cost-excluded"));
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.several-estimates"));
}

TEST_CASE(
    "A part without an amount leaves the sum without an upper end, and one in another currency without a "
    "sum") {
  ThreeParts three;
  three.relate();
  three.all()[3].items = {item(Category::surgery, "Fee", model::ItemState::not_stated)};
  CHECK(text_of(three.c.builder.compare().costs.sheets[1].stated_items) == "24650- CNY");
  three.all()[3].currency = currency("TRY");
  three.all()[3].items = {item(Category::surgery, "Fee", "TRY", "1980")};
  const Comparison comparison = three.c.builder.compare();
  CHECK(comparison.costs.sheets[1].has_several_currencies);
  CHECK_FALSE(comparison.costs.sheets[1].stated_items);
  CHECK(comparison.costs.sheets[1].parts.size() == 3);
}

TEST_CASE("A hospital's price is that of its first choice, whatever its estimates are called") {
  TwoPlans two;
  check_first_choice(two.c.builder.compare());
  std::swap(two.c.a().id, two.c.builder.value().estimates[2].id);
  check_first_choice(two.c.builder.compare());
  two.c.a().issued = day("2026-11-01");
  check_first_choice(two.c.builder.compare());
}

TEST_CASE("Estimates that say nothing are told apart where the treatment in each can be of one plan alone") {
  TwoPlans two;
  auto& all = two.c.builder.value().estimates;
  all[0].proposal.clear();
  all[2].proposal.clear();
  all[0].items = {item(Category::radiation, "Radiation", "CNY", "21400")};
  all[2].items = {item(Category::drugs, "Drugs", "CNY", "1"), item(Category::surgery, "Theatre", "CNY", "2")};
  check_first_choice(two.c.builder.compare());
  std::swap(all[0].id, all[2].id);
  check_first_choice(two.c.builder.compare());

  // Drugs are of both plans, and two operations of one: then nobody knows.
  const auto role = [&two] { return two.c.builder.compare().costs.sheets[1].role; };
  all[2].items.pop_back();
  CHECK(role() == PriceRole::unrelated);
  all[2].items = {item(Category::radiation, "Radiation", "CNY", "2")};
  CHECK(role() == PriceRole::unrelated);
}

TEST_CASE("A rank makes the first choice, wherever it stands in the list") {
  TwoPlans two;
  auto& plans = two.c.builder.value().opinions[0].proposals;
  std::swap(plans[0], plans[1]);
  plans[0].rank = 2;
  plans[1].rank = 1;
  check_first_choice(two.c.builder.compare());
}

TEST_CASE("What one estimate says of another that was replaced, it says of its successor") {
  ThreeParts three;
  three.relate();
  model::Estimate& later = three.c.builder.estimate("a", "CNY");
  later.supersedes = "est-a";
  later.items = {item(Category::surgery, "Theatre", "CNY", "18000")};
  const Comparison comparison = three.c.builder.compare();
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "26230 CNY");
  REQUIRE(comparison.costs.sheets[1].replaced.size() == 1);
  CHECK(text_of(comparison.costs.sheets[1].replaced[0].after.stated_items) == "18000 CNY");
}

TEST_CASE("An alternative stands beside the price, and in no sum") {
  ThreeParts three;
  three.relate();
  model::Estimate& robot = three.c.builder.estimate("a", "CNY");
  robot.alternative_to = {"est-a"};
  robot.items = {item(Category::surgery, "With the robot", "CNY", "40000")};
  const Comparison comparison = three.c.builder.compare();
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "26630 CNY");
  REQUIRE(comparison.costs.further.size() == 1);
  CHECK(comparison.costs.further[0].role == PriceRole::alternative);
}

TEST_CASE("A plan at home can have its price") {
  TwoEstimates c;
  model::Estimate& home = c.builder.estimate("home", "TRY");
  home.items = {item(Category::drugs, "Drugs", "TRY", "900")};
  const Comparison comparison = c.builder.compare();
  CHECK(text_of(comparison.costs.sheets[0].stated_items) == "900 TRY");
  CHECK(comparison.costs.sheets[1].option == 1);
}

TEST_CASE("A gap of another plan is not a gap of the first choice, and is asked about as one question") {
  TwoPlans two;
  const Comparison comparison = two.c.builder.compare();
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.benefit"));
  const Finding& gap = find(comparison.unknowns, "unknown.other-plan");
  CHECK(text_of(gap.message) == "unknown.other-plan number=2");
  REQUIRE(gap.evidence.size() == 1);
  CHECK(text_of(gap.evidence[0].value) == "row.benefit");
  CHECK(holds(comparison.questions, 1, "question.other-plan"));
}

TEST_CASE("A length of validity is said as it stands, and the day that follows is said to be computed") {
  TwoEstimates c;
  c.a().issued = day("2026-10-20");
  c.a().valid_for = model::DurationRange{30, 30, model::TimeUnit::day};
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK_FALSE(sheet.valid_until);
  CHECK(sheet.ends_on == day("2026-11-19"));
  CHECK_FALSE(sheet.expired);
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.cost-valid-until"));
  CHECK(text_of(comparison.calendar[0].rows[1].cells[1].parts).starts_with("validity.for"));
  c.a().issued.reset();
  CHECK_FALSE(c.builder.compare().costs.sheets[1].ends_on);
}

TEST_CASE("Of two kinds of rate of one day one is used, and the other is named beside it") {
  TwoEstimates c;
  c.a().items = {item(Category::surgery, "Operation", "CNY", "100")};
  c.builder.rate("CNY", "USD", "0.15", "2026-10-30");
  c.builder.rate("CNY", "USD", "0.14", "2026-10-30");
  c.builder.value().rates[0].kind = model::RateKind::market;
  c.builder.value().rates[1].kind = model::RateKind::official;
  const Costs costs = c.builder.compare().costs;
  REQUIRE(costs.rates.size() == 1);
  CHECK(costs.rates[0].kind == model::RateKind::official);
  REQUIRE(costs.rates_beside.size() == 1);
  CHECK(costs.rates_beside[0].kind == model::RateKind::market);
}

TEST_CASE("A number that is a range makes a range, and no product of the hospital") {
  TwoEstimates c;
  c.a().items = {item(Category::hospital_stay, "Room", "CNY", "")};
  model::CostItem& room = c.a().items[0];
  room.state = model::ItemState::included;
  room.unit_price = money("CNY", "900");
  room.unit = "day";
  room.quantity = decimal("14");
  room.quantity_high = decimal("21");
  const CostSheet sheet = c.builder.compare().costs.sheets[1];
  CHECK(text_of(sheet.lines[0].line) == "12600-18900 CNY");
  CHECK(sheet.lines[0].line->own.basis == model::AmountBasis::computed);
}

}  // namespace generator::compare::test
