// What a view says of a comparison's facts: amounts, validity, history, and where a value stands.
#include <catch2/catch.hpp>

#include "generator/base/file.h"
#include "generator/compare/names.h"
#include "generator/compare/told_together.h"
#include "generator/report/view.h"
#include "generator/report/view_messages.h"

namespace generator::report {
namespace {

compare::Part stated(std::vector<compare::Value> values, std::vector<std::string> limits = {}) {
  compare::Part part;
  part.state = compare::CellState::stated;
  part.values = std::move(values);
  part.limits = std::move(limits);
  return part;
}

std::shared_ptr<const locale::Catalog> english() {
  auto catalog = locale::Catalog::load(std::filesystem::path(CONSILIUM_ROOT) / "locales",
                                       model::LanguageTag::parse("en").value(), all_messages());
  REQUIRE(catalog.has_value());
  return *catalog;
}

model::MoneyRange cny(const char* low, const char* high) {
  return model::stated(model::Currency::parse("CNY").value(), model::Decimal::parse(low),
                       model::Decimal::parse(high));
}

/// Home and one hospital with an estimate, on 2 November 2026.
compare::Comparison one_estimate() {
  compare::Comparison comparison;
  comparison.summary.id = "facts-1";
  comparison.summary.date = model::Date{2026, 11, 2};
  comparison.order = {"order.by-name", {}};
  comparison.options.resize(2);
  comparison.options[0].id = "home";
  comparison.options[0].kind = compare::OptionKind::home;
  comparison.options[1].id = "a";
  comparison.options[1].letter = "A";
  comparison.options[1].name = "Meridian";
  comparison.costs.sheets.resize(2);
  comparison.costs.sheets[1].option = 1;
  comparison.costs.sheets[1].estimate = "est-a";
  comparison.costs.sheets[1].basis = model::EstimateBasis::itemised;
  comparison.documents.push_back({"letter-a", "Letter of Meridian", model::LanguageTag(), std::nullopt});
  return comparison;
}

compare::CostSheet& sheet_of(compare::Comparison& comparison) {
  return comparison.costs.sheets[1];
}

/// All texts of a view, each in a line.
void collect(const ViewValue& value, std::string& all) {
  if (const auto* text = std::get_if<std::string>(&value.value)) all += *text + "\n";
  if (const auto* list = std::get_if<ViewValue::List>(&value.value)) {
    for (const ViewValue& item : *list) collect(item, all);
  }
  if (const auto* object = std::get_if<ViewValue::Object>(&value.value)) {
    for (const ViewMember& member : *object) {
      if (member.name != "text" && member.name != "glossary") collect(member.value, all);
    }
  }
}

std::string said(const compare::Comparison& comparison) {
  std::string all;
  collect(make_view(comparison, *english()), all);
  return all;
}

bool says(const compare::Comparison& comparison, const std::string& words) {
  INFO(words);
  return said(comparison).find(words) != std::string::npos;
}

model::CostItem line(model::CostCategory category, const char* label, model::ItemState state) {
  model::CostItem item{.category = category,
                       .label = {},
                       .state = state,
                       .unit_price = {},
                       .quantity = {},
                       .unit = "",
                       .line = {}};
  item.label.text = label;
  return item;
}

}  // namespace

TEST_CASE("urgent notes come before all else, and say whom to see") {
  compare::Comparison comparison = one_estimate();
  CHECK_FALSE(make_view(comparison, *english()).find("urgent")->find("any")->is_truthy());
  comparison.summary.urgent = {{model::UrgentKind::unclear_pathology, {}}};
  CHECK(make_view(comparison, *english()).find("urgent")->find("any")->is_truthy());
  CHECK_FALSE(make_view(comparison, *english()).find("urgent")->find("emergency")->is_truthy());
  comparison.summary.urgent.push_back({model::UrgentKind::emergency_symptom, {}});
  CHECK(make_view(comparison, *english()).find("urgent")->find("emergency")->is_truthy());

  const auto page =
      base::read_file(std::string(CONSILIUM_ROOT) + "/templates/full-comparison/report.mustache");
  REQUIRE(page);
  CHECK(page->find("{{> urgent}}") < page->find("id=\"short\""));
}

TEST_CASE("a validity that has ended is told as past, one that has not as to come") {
  compare::Comparison comparison = one_estimate();
  comparison.summary.stale_on = model::Date{2026, 11, 1};
  CHECK(says(comparison, "on 1 November 2026 the first of its answers or estimates ended"));
  CHECK_FALSE(says(comparison, "goes stale"));
  comparison.summary.stale_on = model::Date{2026, 11, 2};  // its last day
  CHECK(says(comparison, "goes stale on 2 November 2026"));
}

TEST_CASE("a package is not said to be counted from items") {
  compare::Comparison comparison = one_estimate();
  sheet_of(comparison).stated_items = sheet_of(comparison).stated_total =
      compare::Amount{cny("900", "900"), {}};
  CHECK(says(comparison, "The hospital’s own total"));
  sheet_of(comparison).basis = model::EstimateBasis::package;
  sheet_of(comparison).is_package_price = true;
  CHECK_FALSE(says(comparison, "The hospital’s own total"));
  CHECK(says(comparison, "One price for a package"));
}

TEST_CASE("a price for a day without the days says so, in the table of kinds and in its line") {
  compare::Comparison comparison = one_estimate();
  compare::CostCell cell{compare::CostState::per_unit, {}, 0, {{cny("200", "200"), "day"}}};
  comparison.costs.rows.push_back({model::CostCategory::hospital_stay, {{}, cell}});
  model::CostItem room = line(model::CostCategory::hospital_stay, "Room", model::ItemState::included);
  room.unit_price = cny("200", "200");
  room.unit = "day";
  sheet_of(comparison).lines.push_back({room, {}, true, {}});
  CHECK(says(comparison, "CNY\u00a0200 per day; how many is not stated"));
  CHECK(says(comparison, "Price for one unit; how many is not stated"));
}

TEST_CASE("where the estimate has no sentence on complications, its line on them speaks") {
  compare::Comparison comparison = one_estimate();
  sheet_of(comparison)
      .lines.push_back({line(model::CostCategory::complications, "Complications", model::ItemState::excluded),
                        {},
                        true,
                        {}});
  const ViewValue view = make_view(comparison, *english());
  const auto& sheets = std::get<ViewValue::List>(view.find("costs")->find("sheets")->value);
  CHECK(sheets.at(0).find("any_complications")->is_truthy());
  CHECK(std::get<ViewValue::List>(sheets.at(0).find("complication_lines")->value).size() == 1);
}

TEST_CASE("a price of several estimates names each of them, and is said to be our sum") {
  compare::Comparison comparison = one_estimate();
  compare::CostSheet& sheet = sheet_of(comparison);
  sheet.stated_total.reset();
  for (const char* issuer : {"The hospital", "The surgeon"}) {
    compare::EstimateHead part{.id = issuer,
                               .currency = model::Currency::parse("CNY").value(),
                               .issued = {},
                               .valid_until = {},
                               .stated_items = {},
                               .stated_total = compare::Amount{cny("850", "850"), {}},
                               .sources = {}};
    part.issuer = issuer;
    sheet.parts.push_back(std::move(part));
  }
  CHECK(says(comparison, "The surgeon: CNY\u00a0850"));
  CHECK(says(comparison, "Our sum of 2 estimates"));
}

TEST_CASE("what changed since a replaced estimate names totals, counts, validity and currency") {
  compare::Comparison comparison = one_estimate();
  compare::EstimateHead before{.id = "est-old",
                               .currency = model::Currency::parse("USD").value(),
                               .issued = model::Date{2026, 9, 5},
                               .valid_until = model::Date{2026, 10, 5},
                               .stated_items = {},
                               .items_with_amount = 2,
                               .stated_total = {},
                               .sources = {}};
  compare::EstimateHead after = before;
  after.currency = model::Currency::parse("CNY").value();
  after.valid_until = model::Date{2026, 12, 24};
  after.items_with_amount = 3;
  after.stated_total = compare::Amount{cny("700", "700"), {}};
  sheet_of(comparison).replaced.push_back({before, after, {}});
  const std::string all = said(comparison);
  for (const char* words : {"US Dollar (USD)", "24 December 2026", "Items with an amount", "CNY\u00a0700"}) {
    INFO(words);
    CHECK(all.find(words) != std::string::npos);
  }
}

TEST_CASE("an approximate amount is shown as such, and so is what the family sets aside") {
  compare::Comparison comparison = one_estimate();
  model::MoneyRange about = cny("500", "500");
  about.approximate = true;
  sheet_of(comparison).stated_total = compare::Amount{about, {}};
  comparison.costs.contingency_percent = model::Decimal(10);
  CHECK(says(comparison, "CNY\u00a0500 (approximate)"));
  CHECK(says(comparison, "Set aside by the family: 10 % on top, in no sum here"));
}

TEST_CASE("a treatment that began and has no end is not a day, an operation is") {
  compare::Comparison comparison = one_estimate();
  model::Treatment treatment{model::TreatmentKind::systemic, {}, model::Date{2026, 8, 20}, {}, {}, {}, {}};
  comparison.summary.history = {treatment};
  CHECK(says(comparison, "Systemic therapy, begun 20 August 2026; no end is stated"));
  comparison.summary.history[0].kind = model::TreatmentKind::surgery;
  CHECK(says(comparison, "Surgery, 20 August 2026\n"));
  comparison.summary.history[0].end = model::Date{2026, 8, 22};
  CHECK(says(comparison, "Surgery, 20 August 2026 to 22 August 2026"));
  comparison.summary.history[0].start.reset();
  CHECK(says(comparison, "Surgery, ended 22 August 2026; no beginning is stated"));
}

TEST_CASE("a long statement leads from the calendar to the table, and is not counted as one") {
  compare::Comparison comparison = one_estimate();
  compare::CalendarRow row;
  row.row = compare::RowId::time_to_treatment;
  const std::string text = "Begins when " + std::string(200, 'x');
  row.cells = {{compare::CellState::not_applicable, {}, {}},
               {compare::CellState::stated, {stated({model::Statement{text, {}, {}, {}}})}, {}}};
  comparison.calendar = {{compare::StepId::wait, {row}}};
  CHECK_FALSE(says(comparison, text.c_str()));
  CHECK_FALSE(says(comparison, "1 statement"));
  CHECK(says(comparison, "see the table of options"));
}

TEST_CASE("a child that has not had a birthday is no \"0 years\"") {
  compare::Comparison comparison = one_estimate();
  comparison.summary.age = 0;
  CHECK(says(comparison, "under 1 year"));
  CHECK_FALSE(says(comparison, "0 years"));
  comparison.summary.sex = model::Sex::female;
  CHECK(says(comparison, "under 1 year, "));
}

TEST_CASE("what somebody wrote in lines keeps them") {
  compare::Comparison comparison = one_estimate();
  comparison.summary.goal = model::Statement{"Not advised:\r\n- surgery \n\n- radiation\n", {}, {}, {}};
  CHECK(says(comparison, "Not advised:\u2028- surgery\u2028- radiation\n"));
}

TEST_CASE("how the patient is stands in the head: symptoms, other illnesses, medicines, allergies") {
  compare::Comparison comparison = one_estimate();
  model::Status& status = comparison.summary.status;
  const auto words = [](const char* text) {
    model::Statement statement;
    statement.text = text;
    return statement;
  };
  status.symptoms = {words("Cough")};
  status.comorbidities = {words("Diabetes")};
  status.medications = {words("Metformin")};
  status.allergies = {words("Penicillin")};
  for (const char* text : {"Cough", "Diabetes", "Metformin", "Penicillin"}) CHECK(says(comparison, text));
  status.ecog = 5;
  CHECK_FALSE(says(comparison, "confined to bed"));
  CHECK(says(comparison, "has died"));
}

TEST_CASE("a figure leads to its sentence, and what leads to none says who entered it") {
  compare::Comparison comparison = one_estimate();
  compare::Value stay = model::DurationRange{4, 6, model::TimeUnit::week};
  stay.source = model::Source{"letter-a", 3, "four to six weeks"};
  comparison.groups.push_back(
      {compare::RowGroup::time,
       {{compare::RowId::stay, {{}, {compare::CellState::stated, {stated({stay})}}}}}});
  sheet_of(comparison).stated_total = compare::Amount{cny("500", "500"), {}};
  sheet_of(comparison).sources = {{model::Sourced::total, {"letter-a", 4, "500 in all"}}};
  comparison.summary.entered = model::Entry{"A. Lindqvist", model::Date{2026, 11, 1}};
  const std::string all = said(comparison);
  for (const char* words : {"Letter of Meridian, page 3", "four to six weeks", "Letter of Meridian, page 4",
                            "was entered on 1 November 2026 by A. Lindqvist"}) {
    INFO(words);
    CHECK(all.find(words) != std::string::npos);
  }
  comparison.summary.entered.reset();
  CHECK(says(comparison, "the case does not say by whom"));
}

TEST_CASE("the calendar keeps each proposal: its time, or that it says something else") {
  compare::Comparison comparison = one_estimate();
  compare::Part first = stated({model::Statement{"As soon as the operating list allows", {}, {}, {}}});
  first.heading = compare::Heading{compare::Heading::Of::proposal, 1};
  compare::Part second = stated({model::DurationRange{2, 3, model::TimeUnit::week}});
  second.heading = compare::Heading{compare::Heading::Of::proposal, 2};
  compare::Part third;
  third.heading = compare::Heading{compare::Heading::Of::proposal, 3};
  compare::CalendarRow row;
  row.row = compare::RowId::time_to_treatment;
  row.cells = {{compare::CellState::not_applicable, {}, {}},
               {compare::CellState::stated, {first, second, third}, {}}};
  comparison.calendar = {{compare::StepId::wait, {row}}};
  const std::string all = said(comparison);
  CAPTURE(all);
  const auto at = [&all](const char* words) { return all.find(words); };
  REQUIRE(at("Proposal 1") != std::string::npos);
  CHECK(at("Proposal 1") < at("As soon as the operating list allows"));
  CHECK(at("As soon as the operating list allows") < at("Proposal 2"));
  CHECK(at("Proposal 2") < at("2–3 weeks"));
  CHECK(at("2–3 weeks") < at("Proposal 3"));
}

TEST_CASE(
    "what a review from afar cannot settle is marked at the words, and explained once with whose rule it "
    "is") {
  compare::Comparison comparison = one_estimate();
  const auto words = [](const char* text) { return model::Statement{text, {}, {}, {}}; };
  compare::Part tablets = stated({words("Tablets")});
  tablets.heading = compare::Heading{compare::Heading::Of::proposal, 1};
  compare::Part operation = stated({words("An operation")}, {"resectability"});
  operation.heading = compare::Heading{compare::Heading::Of::proposal, 2};
  const compare::Cell plan{compare::CellState::stated, {tablets, operation}};
  const compare::Cell risks{compare::CellState::stated, {stated({words("Bleeding")}, {"examination"})}};
  comparison.groups.push_back({compare::RowGroup::treatment,
                               {{compare::RowId::plan, {{}, plan}}, {compare::RowId::risks, {{}, risks}}}});
  comparison.limits = {{"resectability", "page"}, {"examination", "field"}};
  comparison.setting_sources = {
      {"page",
       model::SettingSourceKind::page_seen,
       "A page",
       "A house",
       {},
       "https://example.org/page",
       model::Date{2026, 11, 22}},
      {"field", model::SettingSourceKind::field_practice, "Times", "Teams", {}, "", {}}};
  const std::string all = said(comparison);
  for (const char* each :
       {"An operation\nen\nltr\nR1\n#limit-resectability\n", "Bleeding\nen\nltr\nR2\n",
        "R1\nWhether surgery can remove the tumour is certain only after an examination and new images.\n"
        "Source of this rule: A house\n",
        "Source of this rule: the practice of coordination teams",
        "A house\nA page\nhttps://example.org/page\n", "read on 22 November 2026"}) {
    INFO(each << "\n" << all);
    CHECK(all.find(each) != std::string::npos);
  }
  CHECK(all.find("Tablets\nen\nltr\nR") == std::string::npos);
  CHECK_FALSE(says(one_estimate(), "Source of this rule"));
}

TEST_CASE("what can be expected is told with its days, or that the time is over, or that no day is known") {
  compare::Comparison comparison = one_estimate();
  comparison.setting_sources = {
      {"page", model::SettingSourceKind::page_seen, "A page", "A house", {}, "https://example.org/", {}},
      {"house", model::SettingSourceKind::house_rule, "Rules", "An agency", {}, "", {}}};
  const compare::Expectation opinion{.option = 1,
                                     .id = "wait-written-opinion",
                                     .time = {{5, 14, model::TimeUnit::business_day}, "page"},
                                     .others = {{{3, 7, model::TimeUnit::business_day}, "house"}},
                                     .place = {},
                                     .clock = compare::Clock::records_complete,
                                     .is_awaited = true,
                                     .start = {},
                                     .earliest = {},
                                     .latest = {}};
  comparison.expectations = {opinion};
  CHECK(says(comparison, "Written opinion: usually 5–14 working days, counted from the day"));
  CHECK(says(comparison, "no date can be named"));
  CHECK(says(comparison,
             "5–14 working days according to A house; 3–7 working days according to this agency’s own rule"));
  compare::Expectation& stated = comparison.expectations.front();
  stated.start = model::Date{2026, 10, 26};
  stated.earliest = model::Date{2026, 11, 2};
  stated.latest = model::Date{2026, 11, 13};
  CHECK(says(comparison, "expected between 2 November 2026 and 13 November 2026"));
  stated.is_over = true;
  CHECK(says(comparison, "The time ended on 13 November 2026. Some reviews take longer"));
  CHECK_FALSE(says(comparison, "expected between"));
  stated.time.source.clear();
  stated.id = "answer-within";
  stated.place = model::Source{"letter-a", 3, "within three weeks"};
  CHECK(says(comparison, "as the hospital itself says"));
  CHECK(says(comparison, "within three weeks"));
}

TEST_CASE("an old rate is shown with a remark") {
  compare::Comparison comparison = one_estimate();
  comparison.costs.rates = {{*model::Currency::parse("CNY"), *model::Currency::parse("USD"),
                             *model::Decimal::parse("0.14"), model::Date{2026, 10, 1}, "a bank"}};
  CHECK_FALSE(says(comparison, "older than 14 days"));
  comparison.costs.old_rates = {0};
  comparison.costs.rate_age = model::DurationRange{14, 14, model::TimeUnit::day};
  CHECK(says(comparison, "older than 14 days"));
}

TEST_CASE("a difference names its kind, and who takes no side in it") {
  compare::Comparison comparison = one_estimate();
  comparison.options.resize(3);
  comparison.options[2].id = "b";
  compare::Difference difference{
      compare::Subject::urgency, {}, {}, {{"settle.home-doctor", {}}, {"settle.doctors-call", {}}}};
  difference.positions = {{1, "", "soon", {stated({model::Date{2026, 11, 9}})}},
                          {2, "", "", {stated({model::Date{2026, 12, 9}})}}};
  comparison.differences = {difference};
  CHECK(says(comparison, "Set side by side"));
  CHECK_FALSE(says(comparison, "The answers differ in"));  // nobody said that they do
  CHECK(says(comparison,
             "What could settle it: the doctor at home, who can examine now; a call between the doctors."));
  comparison.differences[0].kind = compare::DifferenceKind::judgement;
  CHECK(says(comparison, "A difference of judgement"));
  CHECK(says(comparison, "takes no side here"));
  CHECK(says(comparison, "The answers differ in 1 point: How urgent it is."));
}

TEST_CASE("what several hospitals are asked alike stands once, and in the letter to each") {
  compare::Comparison comparison = one_estimate();
  comparison.options.push_back(comparison.options[1]);
  comparison.options[2].letter = "B";
  comparison.options[2].name = "Parallel";
  const auto ask = [&comparison](std::size_t option, const char* id) -> compare::Question& {
    compare::Question question;
    question.option = option;
    question.message = compare::message(id);
    return comparison.questions.emplace_back(std::move(question));
  };
  for (const std::size_t option : {1U, 2U}) {
    ask(option, "question.emergency-care");
    for (const char* id : {"question.plan", "question.risks", "question.stay", "question.follow-up"})
      ask(option, id);
    // Alike in its sentence, and from each one's own words.
    compare::Evidence evidence{option, model::Statement{}};
    ask(option, "question.difference-intent").evidence.push_back(evidence);
    ask(option, "question.records-translation");
  }
  ask(2, "question.trial");
  comparison.questions_together = compare::asked_together(comparison.questions);
  const std::shared_ptr<const locale::Catalog> catalog = english();
  const ViewValue view = make_view(comparison, *catalog);
  const auto& groups = std::get<ViewValue::List>(view.find("questions")->value);
  const auto size = [&groups](std::size_t i, const char* part) {
    return std::get<ViewValue::List>(groups.at(i).find(part)->value).size();
  };
  REQUIRE(groups.size() == 3);
  CHECK(std::get<std::string>(groups[0].find("title")->value) == "Several hospitals");
  CHECK(size(0, "first") == 5);
  CHECK(size(0, "more") == 1);
  CHECK(size(1, "first") == 1);
  CHECK(size(2, "first") == 2);
  std::string first;
  collect(groups[0], first);
  CHECK(first.find("To: A and B") != std::string::npos);

  DocumentPlan letter;
  letter.sections = {ViewSection::questions};
  const ViewValue own = make_view(comparison, *catalog, letter, 2);
  const auto& all = std::get<ViewValue::List>(own.find("questions")->value);
  REQUIRE(all.size() == 1);
  CHECK(std::get<ViewValue::List>(all[0].find("first")->value).size() == 8);
  CHECK_FALSE(own.find("family_questions")->is_truthy());
}

}  // namespace generator::report
