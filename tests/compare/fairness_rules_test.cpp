// The rules of fairness that a comparison holds: each test fails if its rule is broken.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "case_builder.h"
#include "generator/compare/names.h"

namespace generator::compare::test {
namespace {

using model::DecisionStatus;

model::Proposal proposal(std::vector<model::Modality> modalities) {
  model::Proposal result;
  result.modalities = std::move(modalities);
  return result;
}

}  // namespace

TEST_CASE("Columns are ordered by name, home first, whatever is cheap, quick or accepted") {
  CaseBuilder c;
  c.hospital("z", "Ábaco");
  c.hospital("c", "Öz Clinic");
  c.hospital("b", "abbey");
  c.hospital("a", "Zenith");
  c.hospital("y", "Ábaco");
  c.opinion("a", DecisionStatus::accepted);
  const Comparison comparison = c.compare();
  std::vector<std::string> order;
  for (const Option& option : comparison.options) order.push_back(option.letter + ":" + option.id);
  CHECK(order == std::vector<std::string>{":home", "A:y", "B:z", "C:b", "D:c", "E:a"});
  CHECK(comparison.options[0].kind == OptionKind::home);
  CHECK(comparison.order.id == "order.by-name");
}

TEST_CASE("The 27th hospital is AA") {
  CaseBuilder c;
  for (int i = 0; i < 28; ++i) c.hospital("h" + std::to_string(100 + i), "H" + std::to_string(100 + i));
  const Comparison comparison = c.compare();
  CHECK(comparison.options[26].letter == "Z");
  CHECK(comparison.options[27].letter == "AA");
}

TEST_CASE("Every option has every row, and what was not said says so") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.hospital("b", "Beta");
  c.opinion("a", DecisionStatus::accepted).proposals = {proposal({model::Modality::surgery})};
  const Comparison comparison = c.compare();
  std::set<RowId> seen;
  for (const Group& group : comparison.groups) {
    for (const Row& row : group.rows) {
      CHECK(row.cells.size() == 3);
      for (const Cell& cell : row.cells) CHECK((cell.state == CellState::stated) == !cell.parts.empty());
      CHECK(seen.insert(row.id).second);
    }
  }
  CHECK(seen.size() == static_cast<std::size_t>(RowId::judgement) + 1);
  CHECK(cell_text(comparison, RowId::risks, 1) == "not-stated");
  CHECK(cell_text(comparison, RowId::conditions, 1) == "not-applicable");
  CHECK(cell_text(comparison, RowId::decision, 2) == "decision.no-answer");
  CHECK(cell_text(comparison, RowId::risks, 2) == "not-stated");
}

TEST_CASE("Home is always a column, with its own unknowns, and asked of where a row applies") {
  CaseBuilder c;
  const Comparison comparison = c.compare();
  REQUIRE(comparison.options.size() == 1);
  CHECK(ids_about(comparison.unknowns, 0) ==
        std::vector<std::string>{"unknown.home-doctor", "unknown.home-plan"});
  CHECK(ids_about(comparison.questions, 0) == std::vector<std::string>{"question.home-plan"});
  CHECK(holds(comparison.questions, std::nullopt, "question.family-doctor"));
  CHECK(cell_text(comparison, RowId::visa, 0) == "not-applicable");
  CHECK(cell_text(comparison, RowId::valid_until, 0) == "not-applicable");
  CHECK(cell_text(comparison, RowId::benefit, 0) == "not-stated");
  CHECK(cell_text(comparison, RowId::diagnosis, 0) == "\"Hepatocellular carcinoma\"");

  c.value().home.proposal = proposal({model::Modality::systemic});
  c.value().home.doctor = model::Reviewer{"Dr. H. Mansour", "Oncology"};
  const Comparison planned = c.compare();
  CHECK(cell_text(planned, RowId::reviewer, 0) == "reviewer.named name=Dr. H. Mansour department=Oncology");
  CHECK(holds(planned.unknowns, 0, "unknown.benefit"));
  CHECK(holds(planned.questions, 0, "question.home-benefit"));
}

TEST_CASE("A plan in a letter that declines, or could not judge, says that it is no offer") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::not_eligible);
  opinion.proposals = {proposal({model::Modality::surgery})};
  opinion.proposals[0].plan = says("Surgery would be an option for others");
  CHECK(cell_text(c.compare(), RowId::treatment, 1) == "proposal.declined / modality.surgery");
  CHECK(cell_text(c.compare(), RowId::plan, 1) ==
        "proposal.declined / \"Surgery would be an option for others\"");
  c.value().opinions[0].decision = DecisionStatus::cannot_judge;
  CHECK(cell_text(c.compare(), RowId::treatment, 1) == "proposal.not-judged / modality.surgery");
  c.value().opinions[0].decision = DecisionStatus::under_review;
  CHECK(cell_text(c.compare(), RowId::treatment, 1) == "modality.surgery");
  // What was open when it was written has been declined since.
  c.value().opinions[0].received = day("2026-10-01");
  c.opinion("a", DecisionStatus::not_eligible).received = day("2026-10-12");
  CHECK(cell_text(c.compare(), RowId::treatment, 1) == "proposal.declined / modality.surgery");
}

TEST_CASE("Several proposals stand in the same cells under their numbers") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::accepted);
  opinion.proposals = {proposal({model::Modality::surgery}), proposal({model::Modality::trial})};
  opinion.proposals[1].benefit = says("40 of 100 responded");
  const Comparison comparison = c.compare();
  CHECK(cell_text(comparison, RowId::treatment, 1) ==
        "proposal.number number=1 / modality.surgery / proposal.number number=2 / modality.trial");
  CHECK(cell_text(comparison, RowId::benefit, 1) ==
        "proposal.number number=1 / cell-state.not-stated / proposal.number number=2 / \"40 of 100 "
        "responded\"");
  CHECK(cell_text(comparison, RowId::trial, 1) == "not-stated");
  CHECK(cell_text(comparison, RowId::risks, 1) == "not-stated");
  CHECK(holds(comparison.unknowns, 1, "unknown.benefit"));  // of the first
}

TEST_CASE("All opinions of a hospital that nothing replaces count; a replaced one is kept and named") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::under_review).received = day("2026-10-01");
  c.opinion("a", DecisionStatus::conditional).received = day("2026-10-09");
  model::Opinion& newest = c.opinion("a", DecisionStatus::accepted);
  newest.received = day("2026-10-20");
  newest.supersedes = "op-a";
  const Comparison comparison = c.compare();
  CHECK(comparison.options[1].superseded == std::vector<std::string>{"op-a"});
  CHECK(comparison.options[1].opinions == std::vector<std::string>{"op-a-3", "op-a-2"});
  CHECK(comparison.options[1].decision == DecisionStatus::accepted);
  CHECK(cell_text(comparison, RowId::decision, 1) ==
        "opinion.number number=1 / decision.accepted / opinion.number number=2 / decision.conditional");
  CHECK(holds(comparison.unknowns, 1, "unknown.several-decisions"));
}

TEST_CASE("Under review is never shown as accepted, not even beside an undated acceptance") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::accepted);
  c.opinion("a", DecisionStatus::under_review);
  CHECK(c.compare().options[1].decision == DecisionStatus::under_review);

  CaseBuilder alone;
  alone.hospital("a", "Alpha");
  alone.opinion("a", DecisionStatus::under_review);
  const Comparison comparison = alone.compare();
  CHECK(cell_text(comparison, RowId::decision, 1) == "decision.under-review");
  CHECK(holds(comparison.questions, 1, "question.decision"));
}

TEST_CASE("Cannot judge is never shown as not eligible, and takes no side") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.hospital("b", "Beta");
  model::Opinion& unable = c.opinion("a", DecisionStatus::cannot_judge);
  unable.operability = model::Operability::cannot_judge;
  unable.proposals = {proposal({model::Modality::surgery})};
  model::Opinion& able = c.opinion("b", DecisionStatus::accepted);
  able.operability = model::Operability::operable;
  able.proposals = {proposal({model::Modality::systemic})};
  const Comparison comparison = c.compare();
  CHECK(cell_text(comparison, RowId::decision, 1) == "decision.cannot-judge");
  CHECK(find(comparison, Subject::eligibility) == nullptr);
  CHECK(find(comparison, Subject::operability) == nullptr);
  CHECK(find(comparison, Subject::treatment) == nullptr);
}

TEST_CASE("A hospital that declines has no risks or stay to state") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::not_eligible);
  const Comparison comparison = c.compare();
  CHECK(cell_text(comparison, RowId::treatment, 1) == "proposal.none");
  CHECK(cell_text(comparison, RowId::risks, 1) == "not-applicable");
  CHECK(cell_text(comparison, RowId::alternatives, 1) == "not-stated");
  CHECK(ids_about(comparison.red_flags, 1).empty());
}

TEST_CASE("To advise the plan at home is no offer, and raises no flags for what an offer must say") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::current_plan_adequate);
  opinion.reviewer = model::Reviewer{"Dr. M.", "Oncology"};
  opinion.proposals = {proposal({model::Modality::systemic})};
  CHECK(c.compare().red_flags.empty());
}

TEST_CASE("A judgement is a named person's or it is not there") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.value().judgements = {{"a", model::Judgement::very_heavy, "Dr. H. Mansour", model::JudgeRole::clinician,
                           day("2026-10-28"), says("Six weeks abroad")}};
  const Comparison comparison = c.compare();
  CHECK(cell_text(comparison, RowId::judgement, 0) == "not-stated");
  CHECK(cell_text(comparison, RowId::judgement, 1) ==
        "judgement.very-heavy / judged.by-on name=Dr. H. Mansour role=clinician date=2026-10-28 / "
        "\"Six weeks abroad\"");
}

TEST_CASE("Where answers differ, each position is whose it is, with what could settle it") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.hospital("b", "Beta");
  c.value().diagnosis.stage = model::Stage{"BCLC", "B"};
  c.value().records = {{model::RecordKind::imaging, model::RecordState::missing, "", {}, {}}};
  c.value().home.proposal = proposal({model::Modality::systemic});
  model::Opinion& a = c.opinion("a", DecisionStatus::accepted);
  a.diagnosis.stage = model::Stage{"bclc", "C"};
  a.diagnosis.agrees = model::Agreement::partly;
  a.proposals = {proposal({model::Modality::surgery})};
  a.proposals[0].intent = model::Intent::curative;
  a.operability = model::Operability::operable;
  a.urgency = says("Within two weeks");
  model::Opinion& b = c.opinion("b", DecisionStatus::not_eligible);
  b.diagnosis.stage = model::Stage{"TNM", "T3"};
  b.operability = model::Operability::not_operable;
  b.urgency = says("Not urgent");
  b.decision_reason = says("Liver reserve too low");
  const Comparison comparison = c.compare();

  const Difference* stage = find(comparison, Subject::stage);
  REQUIRE(stage != nullptr);
  CHECK(stage->positions.size() == 3);         // TNM is shown, and differs from nothing
  CHECK(stage->kind == DifferenceKind::fact);  // the images are missing
  CHECK(stage->settle[0].id == "settle.send-imaging");
  CHECK(find(comparison, Subject::diagnosis) != nullptr);
  CHECK(find(comparison, Subject::treatment) != nullptr);
  CHECK(find(comparison, Subject::intent) == nullptr);  // only one goal is stated
  CHECK(find(comparison, Subject::operability)->positions[1].option == 2);
  CHECK(find(comparison, Subject::urgency) != nullptr);
  const Difference* eligibility = find(comparison, Subject::eligibility);
  REQUIRE(eligibility->positions.size() == 2);
  CHECK(text_of(eligibility->positions[1].parts.at(0).values.at(1)) == "\"Liver reserve too low\"");
  CHECK(eligibility->settle[0].id == "settle.send-records");
  CHECK(holds(comparison.questions, 2, "question.difference-operability"));
  CHECK_FALSE(holds(comparison.questions, 0, "question.difference-stage"));
}

TEST_CASE("Stages of two systems are no difference, nor are two spellings of one") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.hospital("b", "Beta");
  c.value().diagnosis.stage = model::Stage{"TNM", "T3 N1"};
  c.opinion("a", DecisionStatus::accepted).diagnosis.stage = model::Stage{"TNM", "t3n1"};
  c.opinion("b", DecisionStatus::accepted).diagnosis.stage = model::Stage{"BCLC", "B"};
  CHECK(find(c.compare(), Subject::stage) == nullptr);
}

TEST_CASE("A hospital that upholds the plan at home differs from one that proposes another") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.hospital("b", "Beta");
  c.opinion("a", DecisionStatus::current_plan_adequate);
  CHECK(find(c.compare(), Subject::treatment) == nullptr);
  c.opinion("b", DecisionStatus::accepted).proposals = {proposal({model::Modality::surgery})};
  const Comparison comparison = c.compare();
  const Difference* treatment = find(comparison, Subject::treatment);
  REQUIRE(treatment != nullptr);
  const auto upholds = std::ranges::find(treatment->positions, std::size_t{1}, &Position::option);
  CHECK(text_of(upholds->parts.at(0).values.at(0)) == "decision.current-plan-adequate");
}

TEST_CASE("A statement keeps its words, its language, its translators and its place") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::accepted);
  model::Statement benefit = says("40 of 100", "zh-Hans");
  benefit.translations = {{model::LanguageTag(), "40 of 100", "Q. Zhou"}};
  benefit.source = model::Source{"letter-a", 2, "40 of 100"};
  opinion.document = "letter-a";
  opinion.proposals.resize(1);
  opinion.proposals[0].benefit = benefit;
  const Comparison comparison = c.compare();
  for (const Row& row : comparison.groups[2].rows) {
    if (row.id == RowId::benefit)
      CHECK(std::get<model::Statement>(row.cells[1].parts.at(0).values.at(0)) == benefit);
  }
  CHECK(comparison.options[1].documents == std::vector<std::string>{"letter-a"});
}

TEST_CASE("The head says who paid and when the report goes stale, and holds no identifier") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.opinion("a", DecisionStatus::accepted).valid_until = day("2026-12");
  c.estimate("a", "CNY").valid_until = day("2026-12-13");
  c.value().coordination.commission = says("None");
  c.value().patient.identifiers = {"ID-198804417265"};
  c.value().patient.contact = {{"phone", "+000 000 4417"}};
  const Comparison comparison = c.compare();
  CHECK(comparison.summary.stale_on == day("2026-12-13"));
  CHECK(comparison.summary.coordination.commission->text == "None");
  const std::string json = to_json(comparison);
  CHECK(json.find("198804417265") == std::string::npos);
  CHECK(json.find("4417") == std::string::npos);
}

TEST_CASE("A case without any date is refused") {
  CaseBuilder c;
  c.value().date.reset();
  const auto comparison = compare_case(c.value());
  REQUIRE_FALSE(comparison);
  CHECK(comparison.error().front().code == "no-report-date");
  CHECK(compare_case(c.value(), day("2026-11-02"))->summary.date == day("2026-11-02"));
}

}  // namespace generator::compare::test
