// The map of disagreement: who says what, of what kind the difference is, and what could settle it.
#include <algorithm>
#include <catch2/catch.hpp>

#include "case_builder.h"
#include "generator/compare/names.h"

namespace generator::compare::test {
namespace {

using model::DecisionStatus;
using model::Modality;
using model::TimeUnit;

model::Proposal plan(std::vector<Modality> modalities) {
  model::Proposal result;
  result.modalities = std::move(modalities);
  return result;
}

/// Two hospitals that have accepted, A and B, each with one plan of drugs.
struct TwoAnswers {
  CaseBuilder builder;
  TwoAnswers() {
    builder.hospital("a", "Alpha");
    builder.hospital("b", "Beta");
    builder.opinion("a", DecisionStatus::accepted).proposals = {plan({Modality::systemic})};
    builder.opinion("b", DecisionStatus::accepted).proposals = {plan({Modality::systemic})};
  }
  model::Opinion& a() { return builder.value().opinions[0]; }
  model::Opinion& b() { return builder.value().opinions[1]; }
  model::Case& value() { return builder.value(); }
  Comparison compare() const { return builder.compare(); }
};

std::vector<std::string> steps_of(const Difference& difference) {
  std::vector<std::string> ids;
  for (const Message& step : difference.settle) ids.push_back(step.id);
  return ids;
}

model::DurationRange within(int high, TimeUnit unit) {
  return {std::nullopt, high, unit};
}

}  // namespace

TEST_CASE("A marker that a hospital found otherwise is a difference of fact, with the sentence of each") {
  TwoAnswers c;
  c.value().diagnosis.markers = {{"HER2", "2+", {}}, {"ER", "positive", {}}};
  const model::Source place{"letter-a", 1, "HER2 on our slides is 3+."};
  c.a().diagnosis.markers = {{"her-2", "3 +", {}, place}, {"ER", "Positive", {}}};
  const Comparison comparison = c.compare();
  const Difference* markers = find(comparison, Subject::markers);
  REQUIRE(markers != nullptr);
  CHECK(markers->kind == DifferenceKind::fact);
  REQUIRE(markers->positions.size() == 2);  // ER is the same, and in nobody's way
  CHECK(markers->positions[0].option == 0);
  CHECK(text_of(markers->positions[1].parts.at(0).values.at(0)) == "marker.value name=her-2 value=3 +");
  CHECK(markers->positions[1].parts.at(0).values.at(0).source == place);
  CHECK(steps_of(*markers) ==
        std::vector<std::string>{"settle.same-slides", "settle.repeat-test", "settle.doctors-call"});
  CHECK(holds(comparison.questions, 1, "question.difference-markers"));
  CHECK_FALSE(holds(comparison.questions, 2, "question.difference-markers"));
  CHECK(cell_text(comparison, RowId::markers, 1) ==
        "marker.value name=her-2 value=3 + / marker.value name=ER value=Positive");
}

TEST_CASE(
    "A marker's course over time is no difference; a hospital's result stands against the newest of it") {
  TwoAnswers c;
  c.value().diagnosis.markers = {{"CA 19-9", "812", day("2026-03-02")}, {"CA19-9", "96", day("2026-09-05")}};
  CHECK(find(c.compare(), Subject::markers) == nullptr);
  c.a().diagnosis.markers = {{"CA19-9", "812", {}}};
  const Comparison comparison = c.compare();
  REQUIRE(find(comparison, Subject::markers) != nullptr);
  CHECK(find(comparison, Subject::markers)->positions.size() == 3);  // how it was is shown, and takes no side
  CHECK(find(comparison, Subject::markers)->positions[0].side.empty());
  c.value().diagnosis.markers = {{"HER2", "2+", {}}, {"HER2", "3+", {}}};
  c.a().diagnosis.markers.clear();
  CHECK(find(c.compare(), Subject::markers) == nullptr);
}

TEST_CASE("What rests on another test result is a difference of fact too, and begins with the facts") {
  TwoAnswers c;
  c.a().proposals = {plan({Modality::surgery})};
  CHECK(find(c.compare(), Subject::treatment)->kind == DifferenceKind::judgement);
  CHECK(steps_of(*find(c.compare(), Subject::treatment)) ==
        std::vector<std::string>{"settle.doctors-call", "settle.third-review"});
  // A found the marker otherwise than sent; B rests on what was sent.
  c.value().diagnosis.markers = {{"HER2", "2+", {}}};
  c.a().diagnosis.markers = {{"HER2", "3+", {}}};
  const Comparison comparison = c.compare();
  CHECK(find(comparison, Subject::treatment)->kind == DifferenceKind::fact);
  CHECK(steps_of(*find(comparison, Subject::treatment)).front() == "settle.facts-first");
}

TEST_CASE("Surgery first is told apart from drugs first") {
  TwoAnswers c;
  c.a().proposals = {plan({Modality::surgery, Modality::systemic})};
  c.b().proposals = {plan({Modality::systemic, Modality::surgery, Modality::radiation})};
  c.b().proposals[0].plan = says("Tablets for three months first");
  const Comparison comparison = c.compare();
  const Difference* sequence = find(comparison, Subject::sequence);
  REQUIRE(sequence != nullptr);
  REQUIRE(sequence->positions.size() == 2);
  CHECK(sequence->positions[0].side == "surgery first");
  CHECK(sequence->positions[1].side == "systemic first");
  CHECK(text_of(sequence->positions[1].parts.at(0).values.back()) == "\"Tablets for three months first\"");
  CHECK(holds(comparison.questions, 1, "question.difference-sequence"));
  // A list is no order, and only the opposite list is against it.
  CHECK(cell_text(comparison, RowId::treatment, 1) == "modality.surgery / modality.systemic");

  c.b().proposals[0].modalities = {Modality::surgery, Modality::radiation, Modality::systemic};
  CHECK(find(c.compare(), Subject::sequence) == nullptr);
  c.b().proposals[0].order = model::ModalityOrder::together;
  CHECK(find(c.compare(), Subject::sequence) == nullptr);
  c.a().proposals[0].order = model::ModalityOrder::in_sequence;
  CHECK(find(c.compare(), Subject::sequence) != nullptr);
  CHECK(cell_text(c.compare(), RowId::treatment, 1) ==
        "modality-order.in-sequence / modality.surgery / modality.systemic");
}

TEST_CASE("A trial is no treatment among those that it tests: it has no place in their order") {
  TwoAnswers c;
  c.a().proposals = {plan({Modality::trial, Modality::systemic})};
  c.a().proposals[0].order = model::ModalityOrder::together;
  c.b().proposals = {plan({Modality::systemic, Modality::trial})};
  c.b().proposals[0].order = model::ModalityOrder::in_sequence;
  CHECK(cell_text(c.compare(), RowId::treatment, 1) == "modality.trial / modality.systemic");
  CHECK(find(c.compare(), Subject::sequence) == nullptr);
}

TEST_CASE("Two orders that one hospital offers are a choice, and no difference") {
  TwoAnswers c;
  c.a().proposals = {plan({Modality::surgery, Modality::systemic}),
                     plan({Modality::systemic, Modality::surgery})};
  CHECK(find(c.compare(), Subject::sequence) == nullptr);
}

TEST_CASE(
    "A plan that is a part of the other hospital's is a difference of scope; of the plan at home it is not") {
  TwoAnswers c;
  c.a().proposals = {plan({Modality::surgery, Modality::systemic})};
  const Comparison comparison = c.compare();
  CHECK(find(comparison, Subject::treatment)->kind == DifferenceKind::scope);
  CHECK(steps_of(*find(comparison, Subject::treatment)).front() == "settle.ask-scope");
  c.b().proposals = {plan({Modality::surgery, Modality::systemic})};
  c.value().home.proposal = plan({Modality::systemic});
  CHECK(find(c.compare(), Subject::treatment)->kind == DifferenceKind::judgement);
  // Several kinds are a whole plan, and to leave one of three out is another judgement.
  c.b().proposals = {plan({Modality::surgery, Modality::radiation, Modality::systemic})};
  CHECK(find(c.compare(), Subject::treatment)->kind == DifferenceKind::judgement);
}

TEST_CASE(
    "A stage is a difference of fact where one saw the images and the other did not, or they are missing") {
  TwoAnswers c;
  c.a().diagnosis.stage = model::Stage{"TNM", "T2"};
  c.b().diagnosis.stage = model::Stage{"TNM", "T3"};
  CHECK(find(c.compare(), Subject::stage)->kind == DifferenceKind::judgement);
  c.a().seen = {{model::RecordKind::imaging}, {model::RecordKind::pathology}};
  CHECK(find(c.compare(), Subject::stage)->kind == DifferenceKind::judgement);  // B does not say
  c.b().seen = {{model::RecordKind::pathology}};
  CHECK(find(c.compare(), Subject::stage)->kind == DifferenceKind::fact);
  c.b().seen.clear();
  c.value().records = {{model::RecordKind::imaging, model::RecordState::requested, "", {}, {}}};
  CHECK(steps_of(*find(c.compare(), Subject::stage)).front() == "settle.send-imaging");
}

TEST_CASE("Urgency is compared by its bounds where all give one, and only set side by side where not") {
  TwoAnswers c;
  c.a().urgency = says("Within two weeks");
  c.b().urgency = says("Within two months");
  const Comparison words = c.compare();
  const Difference* beside = find(words, Subject::urgency);
  REQUIRE(beside != nullptr);
  CHECK_FALSE(beside->kind);
  CHECK_FALSE(holds(words.questions, 1, "question.difference-urgency"));

  c.a().urgency_within = within(2, TimeUnit::week);
  CHECK_FALSE(find(c.compare(), Subject::urgency)->kind);
  c.b().urgency_within = within(2, TimeUnit::month);
  const Comparison bounds = c.compare();
  CHECK(find(bounds, Subject::urgency)->kind == DifferenceKind::judgement);
  CHECK(holds(bounds.questions, 1, "question.difference-urgency"));

  c.b().urgency_within = within(14, TimeUnit::day);  // the same in other words
  CHECK(find(c.compare(), Subject::urgency) == nullptr);
  c.a().urgency_within = within(4, TimeUnit::week);
  c.b().urgency_within = within(1, TimeUnit::month);  // may be the same
  CHECK(find(c.compare(), Subject::urgency) == nullptr);
}

TEST_CASE(
    "Trials are compared by their number: eligible here, not eligible there, still to be checked elsewhere") {
  TwoAnswers c;
  using enum model::TrialEligibility;
  c.a().proposals[0].trial = model::Trial{"NCT1", {}, eligible};
  c.b().proposals[0].trial = model::Trial{"NCT2", {}, not_eligible};
  CHECK(find(c.compare(), Subject::eligibility) == nullptr);
  c.b().proposals[0].trial = model::Trial{"nct1", {}, to_be_checked};
  CHECK(find(c.compare(), Subject::eligibility) == nullptr);
  c.b().proposals[0].trial->eligibility = not_eligible;
  const Comparison comparison = c.compare();
  REQUIRE(find(comparison, Subject::eligibility) != nullptr);
  CHECK(cell_text(comparison, RowId::trial, 2) ==
        "trial.registered registration=nct1 / trial-eligibility.not-eligible");
}

TEST_CASE("One accepts for one treatment, another declines a wholly other one: of scope") {
  TwoAnswers c;
  c.b().decision = DecisionStatus::not_eligible;
  c.b().proposals = {plan({Modality::cell_therapy})};
  CHECK(find(c.compare(), Subject::eligibility)->kind == DifferenceKind::scope);
  c.b().proposals = {plan({Modality::systemic})};
  CHECK(find(c.compare(), Subject::eligibility)->kind == DifferenceKind::judgement);
}

TEST_CASE(
    "A hospital that has not decided takes no side on the diagnosis, and nobody is asked because of it") {
  TwoAnswers c;
  c.a().diagnosis.agrees = model::Agreement::yes;
  c.b().decision = DecisionStatus::under_review;
  c.b().diagnosis.agrees = model::Agreement::partly;
  CHECK(find(c.compare(), Subject::diagnosis) == nullptr);
  c.builder.hospital("c", "Gamma");
  c.builder.opinion("c", DecisionStatus::not_eligible).diagnosis.agrees = model::Agreement::no;
  const Comparison comparison = c.compare();
  const Difference* diagnosis = find(comparison, Subject::diagnosis);
  REQUIRE(diagnosis != nullptr);
  CHECK(diagnosis->positions[2].side.empty());  // B is shown
  CHECK(holds(comparison.questions, 1, "question.difference-diagnosis"));
  CHECK_FALSE(holds(comparison.questions, 2, "question.difference-diagnosis"));
}

TEST_CASE("A value that is no statement leads to its sentence, or to none") {
  TwoAnswers c;
  const model::Source accepted{"letter-a", 1, "We accept."};
  const model::Source stay{"letter-a", 2, "four weeks"};
  c.a().sources = {{model::Sourced::decision, accepted}};
  c.a().proposals[0].stay = model::DurationRange{4, 4, TimeUnit::week};
  c.a().proposals[0].sources = {{model::Sourced::stay, stay}};
  const Comparison comparison = c.compare();
  const auto value = [&](RowId row, std::size_t option) {
    for (const Group& group : comparison.groups) {
      for (const Row& each : group.rows) {
        if (each.id == row) return each.cells[option].parts.at(0).values.at(0);
      }
    }
    throw std::logic_error("no such row");
  };
  CHECK(value(RowId::decision, 1).source == accepted);
  CHECK(value(RowId::stay, 1).source == stay);
  CHECK_FALSE(value(RowId::decision, 2).source);
}

TEST_CASE("An undecided answer that a newer decision has overtaken contradicts nothing, and leaves no gap") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::under_review).received = day("2026-10-01");
  model::Opinion& newest = c.opinion("a", DecisionStatus::accepted);
  newest.received = day("2026-10-20");
  newest.reviewer = model::Reviewer{"Dr. Lin", ""};
  newest.experience = says("38 from abroad");
  const Comparison comparison = c.compare();
  CHECK(comparison.options[1].decision == DecisionStatus::accepted);
  CHECK(cell_text(comparison, RowId::decision, 1) ==
        "opinion.number number=1 / decision.accepted / opinion.number number=2 / decision.under-review / "
        "decision.overtaken");
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.several-decisions"));
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.under-review"));
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.reviewer"));
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.experience"));
  // The other way round the hospital has reopened the case.
  c.value().opinions[0].received = day("2026-10-30");
  const Comparison reopened = c.compare();
  CHECK(reopened.options[1].decision == DecisionStatus::under_review);
  CHECK(holds(reopened.unknowns, 1, "unknown.several-decisions"));
}

TEST_CASE("What is to be done before admission stands on one list: who asks for what, in their own words") {
  TwoAnswers c;
  using enum model::PreparationKind;
  c.a().conditions = {{heart, says("Echocardiogram")}};
  c.a().proposals[0].before_admission = {{dental, says("Dental check")}, {heart, says("Echocardiogram")}};
  c.b().proposals[0].before_admission = {{heart, says("Heart ultrasound")},
                                         {std::nullopt, says("Bring slides")}};
  const std::vector<PreparationRow> rows = c.compare().preparations;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].kind == heart);
  REQUIRE(rows[0].cells.size() == 3);
  CHECK(rows[0].cells[0].state == CellState::not_stated);
  REQUIRE(rows[0].cells[1].parts.at(0).values.size() == 1);  // once, though it is said twice
  CHECK(text_of(rows[0].cells[2].parts.at(0).values.at(0)) == "\"Heart ultrasound\"");
  CHECK(rows[1].kind == dental);
  CHECK_FALSE(rows[2].kind);
}

TEST_CASE("First choices are compared with first choices") {
  TwoAnswers c;
  c.a().proposals = {plan({Modality::systemic, Modality::surgery}),
                     plan({Modality::systemic, Modality::radiation})};
  c.b().proposals = {plan({Modality::systemic, Modality::radiation}),
                     plan({Modality::systemic, Modality::surgery})};
  const Comparison comparison = c.compare();
  const Difference* treatment = find(comparison, Subject::treatment);
  REQUIRE(treatment != nullptr);
  // Neither first choice is a part of the other, though each letter names both.
  CHECK(treatment->kind == DifferenceKind::judgement);
  std::swap(c.b().proposals[0], c.b().proposals[1]);
  const Comparison same = c.compare();
  const Difference* none = find(same, Subject::treatment);
  CHECK((none == nullptr || std::ranges::none_of(none->positions, [&](const Position& a) {
           return std::ranges::any_of(none->positions, [&](const Position& b) {
             return a.option > 0 && b.option > 0 && a.side != b.side;
           });
         })));
}

TEST_CASE("A trial whose conditions the patient does not meet is no treatment offered") {
  TwoAnswers c;
  c.a().decision = DecisionStatus::current_plan_adequate;
  c.a().proposals = {plan({Modality::trial})};
  c.a().proposals[0].trial = model::Trial{"NCT01", {}, model::TrialEligibility::not_eligible};
  c.value().home.proposal = plan({Modality::systemic});
  const Comparison comparison = c.compare();
  CHECK(find(comparison, Subject::treatment) == nullptr);
  CHECK(cell_text(comparison, RowId::treatment, 1).find("proposal.trial-closed") == 0);
  CHECK(std::ranges::find(comparison.summary.modalities, Modality::trial) ==
        comparison.summary.modalities.end());
}

TEST_CASE("Why a hospital speaks against what another proposes stands beside that plan") {
  TwoAnswers c;
  c.a().proposals = {plan({Modality::surgery, Modality::systemic})};
  model::OnTreatment answer{Modality::surgery,
                            says("CRS and HIPEC"),
                            "",
                            "",
                            model::TreatmentAnswer::not_eligible,
                            says("The index is too high"),
                            {}};
  c.b().on_treatments = {answer};
  const Comparison comparison = c.compare();
  const Difference* difference = find(comparison, Subject::on_treatments);
  REQUIRE(difference != nullptr);
  REQUIRE(difference->positions.size() == 2);
  CHECK(difference->positions[0].option == 1);
  CHECK(text_of(difference->positions[1].parts).find("The index is too high") != std::string::npos);
  CHECK(cell_text(comparison, RowId::on_treatments, 2).find("treatment-answer.not-eligible") !=
        std::string::npos);
  CHECK(holds(comparison.questions, 2, "question.difference-on-treatments"));
  // Whose plan is meant may be said instead; and to leave it open is no side.
  c.b().on_treatments[0].treatment.reset();
  CHECK(find(c.compare(), Subject::on_treatments) == nullptr);
  c.b().on_treatments[0].proposed_by = "a";
  CHECK(find(c.compare(), Subject::on_treatments) != nullptr);
  c.b().on_treatments[0].decision = model::TreatmentAnswer::cannot_judge;
  CHECK(find(c.compare(), Subject::on_treatments) == nullptr);
}

TEST_CASE("What fewer than two hospitals say was not compared") {
  TwoAnswers c;
  const auto is_open = [&](Subject subject) {
    const auto open = c.compare().not_compared;
    return std::ranges::find(open, subject) != open.end();
  };
  CHECK(is_open(Subject::diagnosis));
  CHECK_FALSE(is_open(Subject::treatment));
  CHECK_FALSE(is_open(Subject::operability));  // nobody speaks of it
  c.a().diagnosis.agrees = model::Agreement::yes;
  CHECK(is_open(Subject::diagnosis));
  c.b().diagnosis.agrees = model::Agreement::yes;
  CHECK_FALSE(is_open(Subject::diagnosis));
  c.a().operability = model::Operability::operable;
  CHECK(is_open(Subject::operability));
}

}  // namespace generator::compare::test
