// The rules of money: each test fails if its rule is broken (docs/comparison.md has the table).
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "generator/compare/names.h"
#include "two_estimates.h"

namespace generator::compare::test {
namespace {

using Category = model::CostCategory;
using State = model::ItemState;
using model::DecisionStatus;

const CostRow& row(const Comparison& comparison, Category category) {
  for (const CostRow& candidate : comparison.costs.rows) {
    if (candidate.category == category) return candidate;
  }
  throw std::runtime_error("no such row");
}

}  // namespace

TEST_CASE("A conversion stands beside the hospital's own amount, exactly and unrounded") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "60000.05-90000")};
  c.builder.rate("CNY", "USD", "0.1391", "2026-10-30");
  const Comparison comparison = c.builder.compare();
  const CostLine& line = comparison.costs.sheets[1].lines[0];
  CHECK(line.line->own == money("CNY", "60000.05-90000"));
  CHECK(text_of(line.line) == "60000.05-90000 CNY = 8346.006955-12519.0000 USD");
  REQUIRE(comparison.costs.rates.size() == 1);
  CHECK(comparison.costs.rates[0].source == "a bank");
}

TEST_CASE("One-sided bounds stay one-sided, in lines, sums and conversions") {
  TwoEstimates c;
  c.a().items = {item(Category::drugs, "Drugs", "CNY", "45000-"),
                 item(Category::procedure, "HAIC", "CNY", "100-200")};
  c.b().items = {item(Category::drugs, "Drugs", "TRY", "-500")};
  c.builder.rate("CNY", "USD", "0.1", "2026-10-30");
  c.builder.rate("TRY", "USD", "0.02", "2026-10-30");
  const Comparison comparison = c.builder.compare();
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "45100- CNY = 4510.0- USD");
  CHECK(text_of(comparison.costs.sheets[2].stated_items) == "-500 TRY = -10.00 USD");
  CHECK(comparison.costs.sheets[1].lines[0].line->own.basis == model::AmountBasis::from);
  CHECK(comparison.costs.sheets[1].stated_items->own.basis == model::AmountBasis::computed);
  CHECK(holds(comparison.unknowns, 1, "unknown.cost-upper-bound"));
}

TEST_CASE("Without a direct rate of the case there is no conversion, and the lack is named") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100")};
  c.b().items = {item(Category::procedure, "Resection", "TRY", "100")};
  c.builder.rate("USD", "CNY", "7.19", "2026-10-30");  // the other way round
  c.builder.rate("TRY", "EUR", "0.02", "2026-10-30");  // a chain would be needed
  c.builder.rate("EUR", "USD", "1.1", "2026-10-30");
  const Comparison comparison = c.builder.compare();
  CHECK_FALSE(comparison.costs.sheets[1].stated_items->family);
  CHECK_FALSE(comparison.costs.sheets[2].stated_items->family);
  CHECK(comparison.costs.rates.empty());
  CHECK(comparison.costs.missing_rates == std::vector{currency("CNY"), currency("TRY")});
  CHECK(text_of(find(comparison.unknowns, "unknown.missing-rate").message) ==
        "unknown.missing-rate from=CNY to=USD");
}

TEST_CASE("Of several rates the newest up to the report's date counts") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100")};
  c.builder.rate("CNY", "USD", "0.5", "2026-12-01");
  c.builder.rate("CNY", "USD", "0.2", "2026-10-30");
  c.builder.rate("CNY", "USD", "0.1", "2026-09-01");
  CHECK(text_of(c.builder.compare().costs.sheets[1].stated_items) == "100 CNY = 20.0 USD");
}

TEST_CASE("An amount in the family's own currency needs no rate") {
  TwoEstimates c;
  c.a() = model::Estimate{"est-a", "a", "", {}, {}, currency("USD"), model::EstimateBasis::itemised,
                          {},      {},  {}, {}, {}};
  c.a().items = {item(Category::procedure, "HAIC", "USD", "100")};
  const Comparison comparison = c.builder.compare();
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "100 USD");
  CHECK(comparison.costs.missing_rates.empty());
}

TEST_CASE("A line is unit x quantity; a unit without its quantity has no amount") {
  TwoEstimates c;
  model::CostItem cycles = item(Category::drugs, "Drugs", "CNY", "1000-1500");
  cycles.unit = "cycle";
  cycles.quantity = decimal("3");
  model::CostItem days = item(Category::hospital_stay, "Room", "CNY", "200");
  days.unit = "day";
  c.a().items = {cycles, days};
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK(text_of(sheet.lines[0].line) == "3000-4500 CNY");
  CHECK(text_of(sheet.lines[1].line) == "none");
  CHECK(text_of(sheet.stated_items) == "3000- CNY");  // what is open may cost anything
  CHECK(sheet.items_without_amount == 1);
  const CostCell& room = row(comparison, Category::hospital_stay).cells[1];
  CHECK(room.state == CostState::per_unit);
  REQUIRE(room.unit_prices.size() == 1);
  CHECK(text_of(room.unit_prices[0].price) == "200 CNY");
  CHECK(room.unit_prices[0].unit == "day");
  CHECK(text_of(find(comparison.unknowns, "unknown.cost-quantity").message) ==
        "unknown.cost-quantity count=1");
}

TEST_CASE("A product that the hospital wrote stands, and is shown not to add up") {
  TwoEstimates c;
  model::CostItem cycles = item(Category::drugs, "Drugs", "CNY", "1000");
  cycles.unit = "cycle";
  cycles.quantity = decimal("3");
  cycles.line = money("CNY", "3200");
  c.a().items = {cycles};
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK_FALSE(sheet.lines[0].adds_up);
  CHECK(text_of(sheet.lines[0].line) == "3200 CNY");
  CHECK(text_of(*sheet.lines[0].computed) == "3000 CNY");
  CHECK(text_of(sheet.stated_items) == "3200 CNY");
  CHECK(text_of(find(comparison.questions, "question.cost-line-sum").message) ==
        "question.cost-line-sum stated=3200 CNY computed=3000 CNY");
}

TEST_CASE("A product is compared as the hospital would round it") {
  TwoEstimates c;
  model::CostItem hours = item(Category::interpreter, "Interpreter", "CNY", "33.333");
  hours.unit = "hour";
  hours.quantity = decimal("3");
  hours.line = money("CNY", "100.00");
  c.a().items = {hours};
  CHECK(c.builder.compare().costs.sheets[1].lines[0].adds_up);
}

TEST_CASE("A total that is not the sum of its lines is shown beside it, and neither is mended") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100-200"),
                 item(Category::drugs, "Drugs", "CNY", "50")};
  c.a().total = money("CNY", "150-260");
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK_FALSE(sheet.total_adds_up);
  CHECK(text_of(sheet.stated_total) == "150-260 CNY");
  CHECK(text_of(sheet.stated_items) == "150-250 CNY");
  CHECK(text_of(*sheet.computed_total) == "150-250 CNY");
  CHECK(holds(comparison.questions, 1, "question.cost-total-sum"));

  c.a().total = money("CNY", "150-250");
  CHECK(c.builder.compare().costs.sheets[1].total_adds_up);
}

TEST_CASE("Where lines are open, only a total below the others' sum contradicts them") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100"),
                 item(Category::drugs, "Drugs", State::not_stated)};
  c.a().total = money("CNY", "180");
  CHECK(c.builder.compare().costs.sheets[1].total_adds_up);
  c.a().total = money("CNY", "90");
  CHECK_FALSE(c.builder.compare().costs.sheets[1].total_adds_up);
}

TEST_CASE("What an itemised estimate includes without a price of its own is covered, not open") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100"),
                 item(Category::interpreter, "Interpreter", State::included)};
  c.a().total = money("CNY", "180");
  const Comparison comparison = c.builder.compare();
  CHECK(row(comparison, Category::interpreter).cells[1].state == CostState::included);
  CHECK(comparison.costs.sheets[1].items_without_amount == 0);
  CHECK_FALSE(comparison.costs.sheets[1].total_adds_up);  // it adds nothing, so 100 should be the total
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.cost-items"));
}

TEST_CASE("A missing amount is never zero, and a stated zero is one") {
  TwoEstimates c;
  c.a().items = {item(Category::drugs, "Drugs", "CNY", "")};
  c.b().items = {item(Category::consultation, "Consultation", "TRY", "0")};
  const Comparison comparison = c.builder.compare();
  CHECK_FALSE(comparison.costs.sheets[1].stated_items);
  CHECK_FALSE(row(comparison, Category::drugs).cells[1].amount);
  CHECK(row(comparison, Category::consultation).cells[2].state == CostState::stated);
  CHECK(text_of(row(comparison, Category::consultation).cells[2].amount) == "0 TRY");
  CHECK(text_of(comparison.costs.sheets[2].stated_items) == "0 TRY");
}

TEST_CASE("What is excluded, asked or not stated is told apart and counted, and enters no sum") {
  TwoEstimates c;
  model::CostItem icu = item(Category::intensive_care, "ICU day", State::excluded);
  icu.unit_price = money("CNY", "9000");
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100"), icu,
                 item(Category::drugs, "Drugs", State::asked),
                 item(Category::lodging, "Lodging", State::not_stated)};
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK(text_of(sheet.stated_items) == "100- CNY");
  CHECK(text_of(sheet.lines[1].line) == "9000 CNY");  // visible, and not in the sum
  CHECK(sheet.items_without_amount == 2);
  CHECK(row(comparison, Category::intensive_care).cells[1].state == CostState::excluded);
  CHECK(row(comparison, Category::drugs).cells[1].state == CostState::asked);
  CHECK(row(comparison, Category::lodging).cells[1].state == CostState::not_stated);
  CHECK(row(comparison, Category::lodging).cells[2].state == CostState::not_stated);
}

TEST_CASE("What a price leaves out is told: excluded, open, in the plan and not named, and tax") {
  TwoEstimates c;
  model::Opinion& opinion = c.builder.value().opinions[0];
  opinion.proposals.resize(1);
  opinion.proposals[0].modalities = {model::Modality::surgery, model::Modality::radiation,
                                     model::Modality::systemic};
  c.a().items = {item(Category::surgery, "Operation", "CNY", "100"),
                 item(Category::intensive_care, "ICU", State::excluded),
                 item(Category::drugs, "Drugs", State::asked)};
  c.a().tax = model::TaxBasis::on_top;
  const CostSheet sheet = c.builder.compare().costs.sheets[1];
  std::string left_out;
  for (const LeftOutCategory& each : sheet.left_out)
    left_out += std::string(name_of(each.category)) + "=" + std::string(model::name_of(each.how)) + " ";
  CHECK(left_out == "intensive-care=excluded drugs=open radiation=not-named ");
  CHECK(sheet.leaves_out_tax);
  // A package need not name what is in it; and a line of another name may hold it.
  c.a().basis = model::EstimateBasis::package;
  CHECK(c.builder.compare().costs.sheets[1].left_out.size() == 2);
  c.a().basis = model::EstimateBasis::itemised;
  c.a().items.push_back(item(Category::procedure, "Irradiation", "CNY", "9"));
  CHECK(c.builder.compare().costs.sheets[1].left_out.size() == 2);
}

TEST_CASE("Payments that cannot be the total are told, and those that may be are not") {
  TwoEstimates c;
  c.a().total = money("CNY", "19573");
  const auto pays = [&](std::vector<std::pair<model::PaymentTime, const char*>> payments) {
    c.a().payments.clear();
    for (const auto& [when, amount] : payments)
      c.a().payments.push_back({when, money("CNY", amount), std::nullopt, std::nullopt});
    return text_of(c.builder.compare().costs.sheets[1].payments_differ);
  };
  using enum model::PaymentTime;
  CHECK(pays({{before_arrival, "4893.25"}, {admission, "9786.50"}, {discharge, "6850.55"}}) ==
        "21530.30 CNY");
  CHECK(holds(c.builder.compare().questions, 1, "question.cost-payments-sum"));
  CHECK(pays({{admission, "9000"}, {discharge, "573"}}) == "9573 CNY");
  CHECK(pays({{admission, "9000"}}) == "none");  // the rest may be due later
  CHECK(pays({{admission, "19000"}, {discharge, "573"}}) == "none");
  CHECK(pays({{admission, "9786.51"}, {discharge, "9786.51"}}) == "none");  // shares are rounded
  c.a().payments[0].refundable = model::Refundable::yes;
  c.a().payments[0].amount = money("CNY", "12000");
  CHECK(text_of(c.builder.compare().costs.sheets[1].payments_differ) ==
        "none");  // a deposit beside the price
  c.a().total = money("CNY", "19573-22000");
  CHECK(pays({{admission, "21000"}, {discharge, "500"}}) == "none");
}

TEST_CASE("A package is shown with its contents, and no prices are made up for them") {
  TwoEstimates c;
  c.a().basis = model::EstimateBasis::package;
  c.a().total = money("CNY", "90000");
  c.a().items = {item(Category::procedure, "HAIC", "CNY", ""),
                 item(Category::hospital_stay, "Room", "CNY", ""),
                 item(Category::drugs, "Drugs at home", State::excluded)};
  c.b().items = {item(Category::procedure, "TACE", "TRY", "1000")};
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK(text_of(sheet.stated_items) == "90000 CNY");
  CHECK(sheet.items_without_amount == 0);
  CHECK(sheet.lines.size() == 3);
  CHECK(text_of(sheet.lines[0].line) == "none");
  CHECK(row(comparison, Category::procedure).cells[1].state == CostState::included);
  CHECK_FALSE(row(comparison, Category::procedure).cells[1].amount);
  CHECK(comparison.costs.like_for_like.empty());
}

TEST_CASE("A superseded estimate is kept, counts no more, and what changed can be said") {
  TwoEstimates c;
  c.a().issued = day("2026-10-06");
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100"),
                 item(Category::drugs, "Drugs", "CNY", "50")};
  model::Estimate& newer = c.builder.estimate("a", "CNY");
  newer.supersedes = "est-a";
  newer.items = {item(Category::procedure, "HAIC", "CNY", "120"),
                 item(Category::drugs, "Drugs", "CNY", "50")};
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK(sheet.estimate == "est-a-2");
  CHECK(text_of(sheet.stated_items) == "170 CNY");
  REQUIRE(sheet.replaced.size() == 1);
  CHECK(sheet.replaced[0].before.id == "est-a");
  CHECK(text_of(sheet.replaced[0].before.stated_items) == "150 CNY");
  CHECK(text_of(sheet.replaced[0].after.stated_items) == "170 CNY");
  REQUIRE(sheet.replaced[0].changes.size() == 1);
  CHECK(sheet.replaced[0].changes[0].category == Category::procedure);
  CHECK(text_of(sheet.replaced[0].changes[0].before.amount) == "100 CNY");
  CHECK(text_of(sheet.replaced[0].changes[0].after.amount) == "120 CNY");
}

TEST_CASE("Insurance is never assumed: that it is not known is said, and sums are the stated items alone") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100")};
  const Comparison comparison = c.builder.compare();
  CHECK(holds(comparison.unknowns, std::nullopt, "unknown.insurance"));
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "100 CNY");  // and no contingency either
}

TEST_CASE("Payments stand by when they are due, with what comes back") {
  TwoEstimates c;
  c.a().payments = {
      {model::PaymentTime::discharge, std::nullopt, says("the rest"), std::nullopt},
      {model::PaymentTime::before_arrival, money("CNY", "100"), std::nullopt, model::Refundable::no}};
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK(sheet.payments[0].payment.when == model::PaymentTime::before_arrival);
  CHECK(text_of(sheet.payments[1].amount) == "none");
  const Finding& refund = find(comparison.unknowns, "unknown.refund-of");  // of the one that is silent only
  CHECK(text_of(refund.message) == "unknown.refund-of count=1");
  CHECK(text_of(refund.evidence.at(0).value) == "\"the rest\"");
  CHECK(holds(comparison.questions, 1, "question.refund-of"));
  CHECK(holds(comparison.unknowns, 2, "unknown.payments"));
  c.a().payments[1].refundable.reset();
  CHECK(holds(c.builder.compare().unknowns, 1, "unknown.refund"));
}

TEST_CASE("Costs outside the hospital keep who estimated them, and stay out of the hospital's sums") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100")};
  model::NonMedicalCost flights{"a", Category::travel, says("Flights"), money("USD", "1700-2300"), {},
                                "",  "M. Osei"};
  model::NonMedicalCost weeks{"home", Category::lodging, says("Lodging"), money("USD", "50"), {},
                              "week", "M. Osei"};
  c.builder.value().non_medical = {flights, weeks};
  const Comparison comparison = c.builder.compare();
  REQUIRE(comparison.costs.non_medical.size() == 2);
  CHECK(comparison.costs.non_medical[0].option == 0);
  CHECK(text_of(comparison.costs.non_medical[0].line) == "none");
  CHECK(comparison.costs.non_medical[1].cost.estimated_by == "M. Osei");
  CHECK(text_of(comparison.costs.non_medical[1].line) == "1700-2300 USD");
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "100 CNY");
}

TEST_CASE("An amount that nobody stated is not 0 in a sum: an open low end stays open, and so does the sum") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100-200"),
                 item(Category::drugs, "Drugs", "CNY", "-50")};
  Comparison comparison = c.builder.compare();
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "-250 CNY");
  CHECK_FALSE(comparison.costs.sheets[1].has_no_common_bound);
  c.a().items.push_back(item(Category::imaging, "PET", "CNY", "30-"));
  comparison = c.builder.compare();
  CHECK_FALSE(comparison.costs.sheets[1].stated_items);
  CHECK(comparison.costs.sheets[1].has_no_common_bound);
  CHECK(comparison.costs.sheets[1].items_without_amount == 0);
  // In one category too.
  c.a().items = {item(Category::drugs, "A", "CNY", "-50"), item(Category::drugs, "B", "CNY", "30-")};
  const CostCell drugs = row(c.builder.compare(), Category::drugs).cells[1];
  CHECK(drugs.state == CostState::stated);
  CHECK_FALSE(drugs.amount);
}

TEST_CASE(
    "What the letter calls approximate is shown as such, in its sum and its conversion, and contradicts "
    "nothing") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100"),
                 item(Category::drugs, "Drugs", "CNY", "50")};
  c.a().items[0].unit_price->approximate = true;
  c.a().total = money("CNY", "160");
  c.builder.rate("CNY", "USD", "0.1", "2026-10-30");
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK(sheet.stated_items->own.approximate);
  CHECK(sheet.stated_items->family->approximate);
  CHECK_FALSE(sheet.lines[1].line->own.approximate);
  CHECK(sheet.total_adds_up);
  c.a().items[0].unit_price->approximate = false;
  CHECK_FALSE(c.builder.compare().costs.sheets[1].total_adds_up);
}

TEST_CASE("Contingency is the family's own setting, on a line of its own and in no sum") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100-200")};
  c.b().items = {item(Category::procedure, "TACE", "TRY", "1000")};
  c.b().total = money("TRY", "1100");
  CHECK_FALSE(c.builder.compare().costs.sheets[1].contingency);
  c.builder.value().family.contingency_percent = decimal("7.5");
  const Comparison comparison = c.builder.compare();
  CHECK(comparison.costs.contingency_percent == decimal("7.5"));
  CHECK(text_of(comparison.costs.sheets[1].contingency) == "7.500-15.000 CNY");
  CHECK(text_of(comparison.costs.sheets[2].contingency) == "82.500 TRY");  // of the hospital's own total
  CHECK_FALSE(comparison.costs.sheets[0].contingency);
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "100-200 CNY");
  CHECK(text_of(comparison.costs.sheets[2].stated_total) == "1100 TRY");
}

TEST_CASE(
    "Costs outside the hospital run over the stay only where the case says so, for as many as it says") {
  TwoEstimates c;
  model::Opinion& opinion = c.builder.value().opinions[0];
  opinion.proposals.resize(2);
  opinion.proposals[0].stay = model::DurationRange{4, 6, model::TimeUnit::week};
  model::NonMedicalCost room{"a",    Category::lodging, says("Room"), money("USD", "100-150"), {},
                             "week", "M. Osei"};
  const auto line = [&](auto change) {
    model::NonMedicalCost cost = room;
    change(cost);
    c.builder.value().non_medical = {cost};
    return text_of(c.builder.compare().costs.non_medical.at(0).line);
  };
  using Cost = model::NonMedicalCost;
  CHECK(line([](Cost&) {}) == "none");  // a unit without its count
  CHECK(line([](Cost& cost) { cost.persons = 2; }) == "none");
  CHECK(line([](Cost& cost) { cost.over = model::CostTime::stay; }) == "400-900 USD");
  const auto for_two = [](Cost& cost) {
    cost.over = model::CostTime::stay;
    cost.persons = 2;
  };
  CHECK(line(for_two) == "800-1800 USD");
  CHECK(line([](Cost& cost) {
          cost.over = model::CostTime::stay;
          cost.unit = "night";
        }) == "2800-6300 USD");
  CHECK(line([](Cost& cost) {
          cost.over = model::CostTime::stay;
          cost.unit = "month";  // no week is a known share of a month
        }) == "none");
  CHECK(line([](Cost& cost) { cost.over = model::CostTime::time_abroad; }) == "none");  // not stated
  CHECK(line([](Cost& cost) {
          cost.unit = "person";
          cost.persons = 3;
        }) == "300-450 USD");
  opinion.proposals[0].stay->high.reset();  // "at least 4 weeks" leaves the cost open
  CHECK(line(for_two) == "800- USD");
  opinion.proposals[1].stay = model::DurationRange{2, 2, model::TimeUnit::week};
  CHECK(line(for_two) == "none");  // two plans, two stays: nobody says which
}

TEST_CASE("What changed since a replaced estimate: totals, counts, validity and currency") {
  TwoEstimates c;
  c.a().valid_until = day("2026-10-31");
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100")};
  model::Estimate& newer = c.builder.estimate("a", "USD");
  newer.supersedes = "est-a";
  newer.valid_until = day("2026-12-31");
  newer.items = {item(Category::procedure, "HAIC", "USD", "15"),
                 item(Category::drugs, "Drugs", State::asked)};
  newer.total = money("USD", "20");
  const ReplacedEstimate replaced = c.builder.compare().costs.sheets[1].replaced.at(0);
  CHECK(replaced.before.currency == currency("CNY"));
  CHECK(replaced.after.currency == currency("USD"));
  CHECK(replaced.before.valid_until == day("2026-10-31"));
  CHECK_FALSE(replaced.before.stated_total);
  CHECK(text_of(replaced.after.stated_total) == "20 USD");
  CHECK(replaced.before.items_with_amount == 1);
  CHECK(replaced.after.items_without_amount == 1);
}

TEST_CASE("A line that includes or excludes complications answers who pays for them") {
  for (const State state : {State::included, State::excluded}) {
    TwoEstimates c;
    c.a().items = {item(Category::complications, "Complications", state)};
    CHECK_FALSE(holds(c.builder.compare().unknowns, 1, "unknown.cost-complications"));
    CHECK(holds(c.builder.compare().unknowns, 2, "unknown.cost-complications"));
  }
}

TEST_CASE("The price of a package stands for its one line, and for none of several") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Estimate& estimate = c.estimate("a", "CNY");
  estimate.basis = model::EstimateBasis::package;
  estimate.total = money("CNY", "900");
  estimate.items = {item(model::CostCategory::surgery, "Operation", "CNY", ""),
                    item(model::CostCategory::drugs, "Drugs", "CNY", "")};
  estimate.items[1].state = model::ItemState::excluded;
  const Comparison one = c.compare();
  CHECK(one.costs.sheets[1].is_package_price);
  CHECK(one.costs.sheets[1].package_line == model::CostCategory::surgery);
  c.value().estimates[0].items[1].state = model::ItemState::included;
  CHECK_FALSE(c.compare().costs.sheets[1].package_line);
  c.value().estimates[0].items.resize(1);
  c.value().estimates[0].total.reset();
  CHECK_FALSE(c.compare().costs.sheets[1].is_package_price);
  CHECK_FALSE(c.compare().costs.sheets[1].package_line);
}

}  // namespace generator::compare::test
