// Whom a question goes to, and in which order.
#include <catch2/catch.hpp>

#include "case_builder.h"
#include "generator/compare/question_order.h"

namespace generator::compare::test {
namespace {

using model::DecisionStatus;

/// A family of which everything is known that a report asks about.
CaseBuilder known_family() {
  CaseBuilder c;
  model::Case& value = c.value();
  value.question = says("Is an operation possible?");
  value.goal = says("To see the summer");
  value.family.priorities = {says("Time at home")};
  value.family.decides = says("The patient");
  value.family.languages = {model::LanguageTag::parse("ar").value()};
  value.family.contingency_percent = decimal("10");
  value.home.doctor = model::Reviewer{"Dr. Mansour", "Oncology"};
  return c;
}

std::vector<std::string> to_family(const Comparison& comparison) {
  for (const Question& question : comparison.questions)
    CHECK((question.audience == Audience::family) == !question.option.has_value());
  return ids_about(comparison.questions, std::nullopt);
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("A family of which all is known is asked nothing") {
  CHECK(to_family(known_family().compare()).empty());
}

TEST_CASE("A family is asked only what its own part of the case leaves open") {
  CaseBuilder c = known_family();
  model::Case& value = c.value();
  value.family.decides.reset();
  value.home.doctor.reset();
  CHECK(to_family(c.compare()) == Ids{"question.family-doctor", "question.family-decides"});

  c = known_family();
  c.value().goal.reset();
  const Comparison comparison = c.compare();
  CHECK(to_family(comparison) == Ids{"question.family-goal"});
  CHECK(text_of(find(comparison.questions, "question.family-goal").evidence.at(0).value) ==
        "\"Time at home\"");
  c.value().family.priorities.clear();
  CHECK(to_family(c.compare()) == Ids{"question.family-priorities"});

  c = known_family();
  c.value().family.currency.reset();
  c.value().family.contingency_percent.reset();
  CHECK(to_family(c.compare()).empty());
  c.hospital("a", "Alpha");
  c.estimate("a", "CNY");
  CHECK(to_family(c.compare()) ==
        Ids{"question.family-insurance", "question.family-contingency", "question.family-currency"});
}

TEST_CASE("What the answers ask for is asked of the family, until the answer is overtaken") {
  CaseBuilder c = known_family();
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::needs_information);
  opinion.received = day("2026-10-01");
  opinion.asks = {says("The slides"), says("The PET-CT images")};
  const Comparison comparison = c.compare();
  const Question& question = find(comparison.questions, "question.family-asks");
  CHECK(text_of(question.message) == "question.family-asks count=2");
  CHECK(question.evidence.at(1).option == 1);
  CHECK(text_of(question.evidence.at(1).value) == "\"The PET-CT images\"");
  c.opinion("a", DecisionStatus::accepted).received = day("2026-10-12");
  CHECK_FALSE(holds(c.compare().questions, std::nullopt, "question.family-asks"));
}

TEST_CASE("Who travels is asked where an offer speaks of companions and nobody has counted them") {
  CaseBuilder c = known_family();
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::accepted).practical.companions = says("One companion stays in the room");
  CHECK(holds(c.compare().questions, std::nullopt, "question.family-companions"));
  model::NonMedicalCost& flights = c.value().non_medical.emplace_back();
  flights.category = model::CostCategory::travel;
  flights.label = says("Flights");
  flights.persons = 2;
  CHECK_FALSE(holds(c.compare().questions, std::nullopt, "question.family-companions"));
  c.value().non_medical.clear();
  c.value().opinions[0].decision = DecisionStatus::not_eligible;
  CHECK_FALSE(holds(c.compare().questions, std::nullopt, "question.family-companions"));
}

TEST_CASE("The first validity that still runs is asked about, with all the others; one that is over is not") {
  CaseBuilder c = known_family();
  for (const char* id : {"a", "b"}) {
    c.hospital(id, id);
    c.opinion(id, DecisionStatus::accepted);
  }
  c.value().opinions[0].valid_until = day("2026-12-31");
  c.value().opinions[1].valid_until = day("2026-11");
  const Comparison comparison = c.compare();
  const Question& question = find(comparison.questions, "question.family-deadline");
  CHECK(text_of(question.message) == "question.family-deadline date=2026-11");
  CHECK(question.evidence.size() == 2);
  c.value().opinions[1].valid_until = day("2026-10-31");
  CHECK(text_of(find(c.compare().questions, "question.family-deadline").message) ==
        "question.family-deadline date=2026-12-31");
}

TEST_CASE(
    "The doctor at home is asked about urgent notes, differences and the journey, and only where there are "
    "any") {
  CaseBuilder c = known_family();
  c.value().home.proposal.modalities = {model::Modality::systemic};
  for (const char* id : {"question.home-urgent", "question.home-travel", "question.home-differences"})
    CHECK_FALSE(holds(c.compare().questions, 0, id));
  c.value().urgent = {{model::UrgentKind::emergency_symptom, says("Vomits blood")}};
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::accepted).proposals.emplace_back().modalities = {model::Modality::surgery};
  const Comparison comparison = c.compare();
  CHECK(ids_about(comparison.questions, 0).front() == "question.home-urgent");
  CHECK(text_of(find(comparison.questions, "question.home-urgent").evidence.at(0).value) ==
        "\"Vomits blood\"");
  CHECK(holds(comparison.questions, 0, "question.home-travel"));
  CHECK(text_of(find(comparison.questions, "question.home-differences").evidence.at(0).value) ==
        "difference.treatment");
}

TEST_CASE(
    "Everybody's questions stand in one order: first what must be known before anything is done or paid") {
  CaseBuilder c;
  for (const char* id : {"a", "b"}) {
    c.hospital(id, id);
    c.opinion(id, DecisionStatus::accepted).proposals.emplace_back().intent = model::Intent::curative;
    c.estimate(id, "USD");
  }
  c.value().opinions[1].proposals[0].intent = model::Intent::symptom_control;
  c.hospital("c", "c");
  const Comparison comparison = c.compare();
  for (std::size_t i = 0; i < comparison.options.size(); ++i) {
    std::size_t last = 0;
    for (const Question& question : comparison.questions) {
      if (question.option != i) continue;
      INFO(question.message.id);
      CHECK(place_of(question.message.id) >= last);
      last = place_of(question.message.id);
      CHECK(order_of_asking()[last].topic == question.topic);
    }
  }
  const Ids asked = ids_about(comparison.questions, 1);
  CHECK(asked.front() == "question.emergency-care");
  const auto at = [&asked](const char* id) { return std::ranges::find(asked, id) - asked.begin(); };
  CHECK(at("question.if-not-suitable") < at("question.difference-intent"));
  CHECK(at("question.difference-intent") < at("question.stay"));
  CHECK(at("question.stay") < at("question.payments"));
  CHECK(at("question.payments") < at("question.records-translation"));
  CHECK(ids_about(comparison.questions, 3) == Ids{"question.decision"});
}

TEST_CASE("Nobody is asked what a letter has said, nor how long an estimate is valid that is not there") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::cannot_judge).asks = {says("Blocks or slides")};
  CHECK(holds(c.compare().questions, 1, "question.once-received"));
  c.value().hospitals[0].asked.answer_within = model::DurationRange{7, 7, model::TimeUnit::business_day};
  CHECK_FALSE(holds(c.compare().questions, 1, "question.once-received"));

  CaseBuilder tissue;
  tissue.hospital("a", "Alpha");
  tissue.opinion("a", DecisionStatus::accepted).proposals.emplace_back();
  tissue.value().opinions[0].seen = {{model::RecordKind::pathology, model::RecordForm::report}};
  CHECK(holds(tissue.compare().questions, 1, "question.pathology-handling"));
  tissue.value().opinions[0].seen = {{model::RecordKind::pathology, model::RecordForm::original}};
  CHECK_FALSE(holds(tissue.compare().questions, 1, "question.pathology-handling"));

  model::Estimate& estimate = tissue.estimate("a", "USD");
  estimate.items.emplace_back().state = model::ItemState::asked;
  CHECK_FALSE(holds(tissue.compare().questions, 1, "question.cost-valid-until"));
  estimate.items.emplace_back().state = model::ItemState::not_stated;
  CHECK(holds(tissue.compare().questions, 1, "question.cost-valid-until"));
}

TEST_CASE("Of a result that bears its specimen and test it is asked only what could explain another one") {
  CaseBuilder c;
  c.value().diagnosis.markers = {{"HER2 (IHC)", "2+", {}}};
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::accepted).diagnosis.markers = {{"HER2 (IHC)", "3+", {}}};
  CHECK(holds(c.compare().questions, 1, "question.difference-markers"));
  c.value().opinions[0].pathology_handling = says("Cut and stained again here");
  CHECK(holds(c.compare().questions, 1, "question.difference-markers-told"));
  CHECK_FALSE(holds(c.compare().questions, 1, "question.difference-markers"));
}

TEST_CASE("A second plan is not asked about what the letter says once of the time") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::accepted);
  opinion.proposals.resize(2);
  for (model::Proposal& proposal : opinion.proposals) proposal.modalities = {model::Modality::surgery};
  opinion.proposals[0].stay = model::DurationRange{7, 9, model::TimeUnit::day};
  opinion.proposals[0].before_admission = {{std::nullopt, says("A test of the lungs")}};
  CHECK_FALSE(holds(c.compare().unknowns, 1, "unknown.other-plan"));
  opinion.proposals[0].benefit = says("Longer life");
  CHECK(holds(c.compare().unknowns, 1, "unknown.other-plan"));
}

TEST_CASE("A deposit of which it is said what comes back is asked about only for its reason") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::under_review);
  model::Payment& payment = c.estimate("a", "USD").payments.emplace_back();
  payment.when = model::PaymentTime::before_arrival;
  payment.amount = money("USD", "100");
  CHECK(holds(c.compare().questions, 1, "question.payment-before-acceptance"));
  payment.refundable = model::Refundable::no;
  CHECK(holds(c.compare().questions, 1, "question.payment-before-acceptance-only"));
  CHECK_FALSE(holds(c.compare().questions, 1, "question.payment-before-acceptance"));
}

TEST_CASE("Whether images must be made again is open where a sorted list of preparations names none") {
  CaseBuilder c;
  c.value().records = {{model::RecordKind::imaging, model::RecordState::present, "", {}, {}}};
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::accepted).proposals.emplace_back();
  CHECK_FALSE(holds(c.compare().questions, 1, "question.imaging-repeat"));
  c.value().opinions[0].proposals[0].before_admission = {
      {model::PreparationKind::blood_tests, says("Blood count")}};
  CHECK(holds(c.compare().questions, 1, "question.imaging-repeat"));
  c.value().opinions[0].proposals[0].before_admission.push_back({std::nullopt, says("A new CT")});
  CHECK_FALSE(holds(c.compare().questions, 1, "question.imaging-repeat"));
}

TEST_CASE("A hospital that declines is asked what else is possible, unless it says so") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::not_eligible);
  CHECK(holds(c.compare().questions, 1, "question.alternatives"));
  c.value().opinions[0].proposals.emplace_back().alternatives = {says("Radiation near home")};
  CHECK_FALSE(holds(c.compare().questions, 1, "question.alternatives"));
}

}  // namespace generator::compare::test
