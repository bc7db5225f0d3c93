// What letters say beside the usual: values of the laboratory, somebody beside the patient, an answer by
// telephone, extras, a line in another currency, the aim in the letter's own words.
#include <catch2/catch.hpp>
#include <string>

#include "generator/compare/names.h"
#include "two_estimates.h"

namespace generator::compare::test {
namespace {

using Category = model::CostCategory;
using State = model::ItemState;

model::Marker lab(std::string value, const char* on, std::optional<model::Specimen> specimen = {}) {
  return {.name = "AFP", .value = std::move(value), .date = day(on), .unit = "ng/mL", .specimen = specimen};
}

bool differ_in_results(TwoEstimates& c) {
  return find(c.builder.compare(), Subject::markers) != nullptr;
}

model::Opinion& opinion(TwoEstimates& c, std::size_t i) {
  return c.builder.value().opinions[i];
}

}  // namespace

TEST_CASE("A laboratory value of one day that differs is a difference, of another day a course") {
  TwoEstimates c;
  opinion(c, 0).diagnosis.labs = {lab("210", "2026-09-10")};
  opinion(c, 1).diagnosis.labs = {lab("265", "2026-09-10")};
  CHECK(differ_in_results(c));
  opinion(c, 1).diagnosis.labs = {lab("265", "2026-10-20")};
  CHECK_FALSE(differ_in_results(c));
  opinion(c, 1).diagnosis.labs = {lab("0.21", "2026-09-10")};
  opinion(c, 1).diagnosis.labs[0].unit = "µg/mL";
  CHECK_FALSE(differ_in_results(c));
}

TEST_CASE("A value of another specimen is another result") {
  TwoEstimates c;
  opinion(c, 0).diagnosis.labs = {lab("210", "2026-09-10")};
  opinion(c, 1).diagnosis.labs = {lab("265", "2026-09-10", model::Specimen::ascites)};
  CHECK_FALSE(differ_in_results(c));
  opinion(c, 1).diagnosis.labs = {lab("265", "2026-09-10", model::Specimen::blood)};
  CHECK(differ_in_results(c));
  const std::string cell = cell_text(c.builder.compare(), RowId::labs, 2);
  CHECK(cell.find("marker.value-in-on") != std::string::npos);
  CHECK(cell.find("265 ng/mL") != std::string::npos);
}

TEST_CASE("Who saw the pictures and who only the report rest on other facts") {
  TwoEstimates c;
  opinion(c, 0).diagnosis.stage = model::Stage{"BCLC", "C"};
  opinion(c, 1).diagnosis.stage = model::Stage{"BCLC", "B"};
  opinion(c, 0).seen = {{model::RecordKind::imaging, model::RecordForm::both}};
  opinion(c, 1).seen = {{model::RecordKind::imaging, model::RecordForm::original}};
  const auto kind = [&] {
    const Comparison comparison = c.builder.compare();
    return find(comparison, Subject::stage)->kind;
  };
  CHECK(kind() == DifferenceKind::judgement);
  opinion(c, 1).seen[0].form = model::RecordForm::report;
  CHECK(kind() == DifferenceKind::fact);
}

TEST_CASE("An answer that was heard says by whom and when, beside the answer and in no source") {
  TwoEstimates c;
  opinion(c, 0).heard = model::Heard{model::Channel::telephone, "B. Sarsen", day("2026-10-13")};
  const Comparison comparison = c.builder.compare();
  const std::string cell = cell_text(comparison, RowId::decision, 1);
  CHECK(cell.find("decision.accepted") == 0);
  CHECK(cell.find("heard.by") != std::string::npos);
  CHECK(cell.find("B. Sarsen") != std::string::npos);
  CHECK(cell_text(comparison, RowId::decision, 2).find("heard.by") == std::string::npos);
}

TEST_CASE("The aim stands in the letter's own words, and is compared by its kind") {
  TwoEstimates c;
  for (model::Opinion& each : c.builder.value().opinions) {
    each.proposals.emplace_back();
    each.proposals[0].modalities = {model::Modality::systemic};
    each.proposals[0].intent = model::Intent::life_extending;
  }
  opinion(c, 0).proposals[0].intent_words = says("To keep the disease under control");
  Comparison comparison = c.builder.compare();
  CHECK(cell_text(comparison, RowId::intent, 1) == "\"To keep the disease under control\"");
  CHECK(cell_text(comparison, RowId::intent, 2) == "intent.life-extending");
  CHECK(find(comparison, Subject::intent) == nullptr);
  opinion(c, 1).proposals[0].intent = model::Intent::curative;
  comparison = c.builder.compare();
  CHECK(find(comparison, Subject::intent) != nullptr);
}

TEST_CASE("What a plan means for a donor has a row of its own, and is no risk of the patient") {
  TwoEstimates c;
  c.builder.value().persons = {{.id = "son",
                                .role = model::PersonRole::donor,
                                .label = "S. K.",
                                .age = 24,
                                .age_months = {},
                                .sex = {},
                                .weight_kg = {}}};
  opinion(c, 0).proposals.emplace_back();
  opinion(c, 0).proposals[0].for_persons = {{.person = "son",
                                             .what = says("A CT of his liver"),
                                             .risks = {says("2 in 1,000 donors die")},
                                             .stay = model::DurationRange{7, 10, model::TimeUnit::day}}};
  const Comparison comparison = c.builder.compare();
  const std::string cell = cell_text(comparison, RowId::for_persons, 1);
  CHECK(cell.find("for-person.named") == 0);
  CHECK(cell.find("2 in 1,000 donors die") != std::string::npos);
  CHECK(cell.find("for-person.stay") != std::string::npos);
  CHECK(cell_text(comparison, RowId::risks, 1) == "not-stated");
  CHECK(cell_text(comparison, RowId::for_persons, 2) == "not-stated");
  CHECK(cell_text(comparison, RowId::for_persons, 0) == "not-applicable");
  opinion(c, 0).proposals[0].for_persons.clear();
  CHECK(cell_text(c.builder.compare(), RowId::for_persons, 1) == "not-applicable");
  CHECK(comparison.summary.persons.size() == 1);
}

TEST_CASE("An extra is in no sum, leaves nothing open, and is not left out of the price") {
  TwoEstimates c;
  c.a().items = {item(Category::surgery, "Operation", "CNY", "100"),
                 item(Category::hospital_stay, "Single room", "CNY", "30")};
  c.a().items[1].state = State::extra;
  c.a().total = money("CNY", "100");
  const Comparison comparison = c.builder.compare();
  const CostSheet& sheet = comparison.costs.sheets[1];
  CHECK(sheet.stated_items->own == money("CNY", "100"));
  CHECK(sheet.items_without_amount == 0);
  CHECK(sheet.total_adds_up);
  CHECK(sheet.left_out.empty());
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.cost-excluded"));
  for (const CostRow& row : comparison.costs.rows) {
    if (row.category == Category::hospital_stay) CHECK(row.cells[1].state == CostState::extra);
  }
}

TEST_CASE("A line in another currency is in a sum only by the hospital's own conversion") {
  TwoEstimates c;
  c.a().items = {item(Category::surgery, "Operation", "CNY", "100"),
                 item(Category::pathology, "Test, priced in euro", "EUR", "10")};
  c.builder.rate("EUR", "USD", "1.1", "2026-10-30");
  Comparison comparison = c.builder.compare();
  const CostSheet* sheet = &comparison.costs.sheets[1];
  CHECK(text_of(sheet->lines[1].printed) == "10 EUR = 11.0 USD");
  CHECK(text_of(sheet->lines[1].line) == "10 EUR = 11.0 USD");
  CHECK(sheet->items_without_amount == 1);
  CHECK(text_of(sheet->stated_items->own) == "100- CNY");
  c.a().items[1].converted = money("CNY", "80");
  comparison = c.builder.compare();
  sheet = &comparison.costs.sheets[1];
  CHECK(sheet->items_without_amount == 0);
  CHECK(sheet->stated_items->own.low == decimal("180"));
  CHECK(text_of(sheet->lines[1].printed) == "10 EUR");
  CHECK(sheet->lines[1].line->own == money("CNY", "80"));
}

}  // namespace generator::compare::test
