// Red flags, gaps and the questions that come from them.
#include <catch2/catch.hpp>

#include "case_builder.h"

namespace generator::compare::test {
namespace {

using model::DecisionStatus;

/// One hospital whose offer is complete: nothing to flag, nothing to ask.
CaseBuilder complete_offer() {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::accepted);
  opinion.received = day("2026-10-12");
  opinion.document = "letter-a";
  opinion.reviewer = model::Reviewer{"Dr. Lin", "Oncology"};
  opinion.diagnosis = {model::Agreement::yes, says("HCC"), model::Stage{"BCLC", "B"}, {}};
  opinion.experience = says("38 from abroad");
  opinion.emergency_care = says("ICU in the house");
  opinion.pathology_handling = says("Slides are read again");
  opinion.records_translation = says("English is enough");
  opinion.valid_until = day("2026-12-31");
  model::Proposal proposal;
  proposal.modalities = {model::Modality::systemic};
  proposal.plan = says("Tablets");
  proposal.intent = model::Intent::life_extending;
  proposal.intensity = says("Moderate");
  proposal.benefit = says("40 of 100");
  proposal.risks = {says("Bleeding")};
  proposal.side_effects = {says("Tiredness")};
  proposal.before_admission = {{std::nullopt, says("CT")}};
  proposal.time_to_treatment = model::DurationRange{std::nullopt, 2, model::TimeUnit::week};
  proposal.stay = model::DurationRange{4, 6, model::TimeUnit::week};
  proposal.time_abroad = model::DurationRange{6, 8, model::TimeUnit::week};
  proposal.follow_up = says("At home");
  proposal.alternatives = {says("None")};
  proposal.if_not_suitable = says("Supportive care near home");
  opinion.proposals = {proposal};
  model::Estimate& estimate = c.estimate("a", "USD");
  estimate.valid_until = day("2026-12-31");
  estimate.complications = says("The patient pays");
  estimate.items = {item(model::CostCategory::drugs, "Drugs", "USD", "100")};
  estimate.payments = {
      {model::PaymentTime::before_arrival, money("USD", "50"), says("Deposit"), model::Refundable::yes}};
  c.letter("letter-a", "Dear colleague,\nwe accept the patient. We cannot guarantee a result.\n");
  return c;
}

model::Opinion& opinion_of(CaseBuilder& c) {
  return c.value().opinions[0];
}

}  // namespace

TEST_CASE("A complete offer raises no flag and leaves nothing to ask") {
  const Comparison comparison = complete_offer().compare();
  CHECK(ids_about(comparison.red_flags, 1).empty());
  CHECK(ids_about(comparison.unknowns, 1).empty());
  CHECK(ids_about(comparison.questions, 1).empty());
}

TEST_CASE("Each thing that an offer leaves unsaid raises its flag, its gap and its question") {
  struct Silence {
    void (*silence)(model::Opinion&);
    const char* flag;
    const char* unknown;
    const char* question;
  };
  const Silence silences[] = {
      {[](model::Opinion& o) { o.reviewer.reset(); }, "red-flag.no-reviewer", "unknown.reviewer",
       "question.reviewer"},
      {[](model::Opinion& o) { o.pathology_handling.reset(); }, "red-flag.no-answer-on-pathology",
       "unknown.pathology-handling", "question.pathology-handling"},
      {[](model::Opinion& o) { o.records_translation.reset(); }, "red-flag.no-answer-on-translation",
       "unknown.records-translation", "question.records-translation"},
      {[](model::Opinion& o) { o.proposals[0].if_not_suitable.reset(); }, "red-flag.no-plan-if-not-suitable",
       "unknown.if-not-suitable", "question.if-not-suitable"},
      {[](model::Opinion& o) { o.proposals[0].benefit.reset(); }, nullptr, "unknown.benefit",
       "question.benefit"},
      {[](model::Opinion& o) { o.proposals[0].stay.reset(); }, nullptr, "unknown.stay", "question.stay"},
      {[](model::Opinion& o) { o.experience.reset(); }, nullptr, "unknown.experience", "question.experience"},
      {[](model::Opinion& o) { o.emergency_care.reset(); }, nullptr, "unknown.emergency-care",
       "question.emergency-care"}};
  for (const Silence& s : silences) {
    CaseBuilder c = complete_offer();
    s.silence(opinion_of(c));
    const Comparison comparison = c.compare();
    INFO(s.unknown);
    CHECK(ids_about(comparison.red_flags, 1) ==
          (s.flag == nullptr ? std::vector<std::string>{} : std::vector<std::string>{s.flag}));
    CHECK(ids_about(comparison.unknowns, 1) == std::vector<std::string>{s.unknown});
    CHECK(ids_about(comparison.questions, 1) == std::vector<std::string>{s.question});
  }
}

TEST_CASE("Nobody says who treats complications or who pays for them: a flag") {
  CaseBuilder c = complete_offer();
  opinion_of(c).emergency_care.reset();
  c.value().estimates[0].complications.reset();
  CHECK(holds(c.compare().red_flags, 1, "red-flag.no-answer-on-complications"));
}

TEST_CASE("Payment before arrival is flagged until the hospital has accepted") {
  CaseBuilder c = complete_offer();
  opinion_of(c).decision = DecisionStatus::under_review;
  const Comparison comparison = c.compare();
  const Finding& flag = find(comparison.red_flags, "red-flag.payment-before-acceptance");
  CHECK(text_of(flag.message) == "red-flag.payment-before-acceptance amount=50 USD");
  CHECK(text_of(flag.evidence.at(0).value) == "\"Deposit\"");
  c.value().estimates[0].payments[0].amount.reset();
  CHECK(holds(c.compare().red_flags, 1, "red-flag.payment-before-acceptance-unstated"));
  opinion_of(c).decision = DecisionStatus::conditional;
  CHECK_FALSE(holds(c.compare().red_flags, 1, "red-flag.payment-before-acceptance-unstated"));
}

TEST_CASE(
    "Payment without any named reviewer is flagged even before there is an answer, an estimate alone is "
    "not") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Estimate& estimate = c.estimate("a", "USD");
  CHECK_FALSE(holds(c.compare().red_flags, 1, "red-flag.no-reviewer"));
  estimate.payments.push_back(
      {.when = model::PaymentTime::admission, .amount = {}, .label = {}, .refundable = {}});
  CHECK(holds(c.compare().red_flags, 1, "red-flag.no-reviewer"));
}

TEST_CASE("A hospital is asked about another hospital's goal only if another hospital has another goal") {
  CaseBuilder c;
  c.value().home.proposal.intent = model::Intent::life_extending;
  for (const char* id : {"a", "b"}) {
    c.hospital(id, id);
    c.opinion(id, DecisionStatus::accepted).proposals.emplace_back().intent = model::Intent::curative;
  }
  CHECK(find(c.compare(), Subject::intent) != nullptr);
  CHECK_FALSE(holds(c.compare().questions, 1, "question.difference-intent"));
  c.value().opinions[1].proposals[0].intent = model::Intent::symptom_control;
  CHECK(holds(c.compare().questions, 1, "question.difference-intent"));
}

TEST_CASE("An estimate is past its validity only when all of its last month is over") {
  CaseBuilder c = complete_offer();
  c.value().estimates[0].valid_until = day("2026-11");
  CHECK_FALSE(c.compare().costs.sheets[1].expired);
  c.value().estimates[0].valid_until = day("2026-11-01");
  const Comparison comparison = c.compare();
  CHECK(comparison.costs.sheets[1].expired);
  CHECK(text_of(find(comparison.red_flags, "red-flag.estimate-expired").message) ==
        "red-flag.estimate-expired date=2026-11-01");
  CHECK(holds(comparison.questions, 1, "question.estimate-renew"));
}

namespace {

model::QuoteJudgement judged(model::QuoteVerdict verdict, std::string quote) {
  return {verdict,
          "a",
          model::Source{"letter-a", 2, std::move(quote)},
          "M. Osei",
          model::JudgeRole::coordinator,
          day("2026-11-01"),
          {}};
}

}  // namespace

TEST_CASE("A promise that nobody has confirmed is told to nobody") {
  CaseBuilder c = complete_offer();
  c.value().documents[0].text = "You will be cured. Success is guaranteed. Book your flight now.";
  opinion_of(c).proposals[0].benefit = says("You will be cured, in 95 of 100 patients");
  CHECK(ids_about(c.compare().red_flags, 1).empty());
  c.value().quote_judgements = {judged(model::QuoteVerdict::neither, "You will be cured.")};
  CHECK(ids_about(c.compare().red_flags, 1).empty());
}

TEST_CASE("A promise that a person confirmed is quoted, with the person and the day, and asked about") {
  CaseBuilder c = complete_offer();
  c.value().quote_judgements = {judged(model::QuoteVerdict::promise, "The result is\nguaranteed."),
                                judged(model::QuoteVerdict::promise, "You will be cured."),
                                judged(model::QuoteVerdict::pressure, "Pay today.")};
  const Comparison comparison = c.compare();
  CHECK(ids_about(comparison.red_flags, 1) ==
        std::vector<std::string>{"red-flag.guarantee", "red-flag.pressure"});
  const Finding& flag = find(comparison.red_flags, "red-flag.guarantee");
  CHECK(text_of(flag.message) == "red-flag.guarantee name=M. Osei role=coordinator date=2026-11-01");
  REQUIRE(flag.evidence.size() == 2);
  const auto& sentence = std::get<model::Statement>(flag.evidence[0].value);
  CHECK(sentence.text == "The result is\nguaranteed.");
  CHECK(sentence.source->page == 2);
  CHECK(holds(comparison.questions, 1, "question.guarantee"));
  CHECK(holds(comparison.questions, 1, "question.pressure"));
}

TEST_CASE("Words of a promise that the case has as a statement are shown with its translations") {
  CaseBuilder c = complete_offer();
  model::Statement benefit = says("Size hayat sözü veriyoruz", "tr");
  benefit.translations.push_back({*model::LanguageTag::parse("en"), "We promise you life", "T. R."});
  benefit.source = model::Source{"letter-a", 1, "Size hayat sözü veriyoruz."};
  opinion_of(c).proposals[0].benefit = benefit;
  c.value().quote_judgements = {judged(model::QuoteVerdict::promise, "Size hayat sözü veriyoruz.")};
  const Comparison comparison = c.compare();
  const Value& shown = find(comparison.red_flags, "red-flag.guarantee").evidence.at(0).value;
  CHECK(std::get<model::Statement>(shown).translations.size() == 1);
}

TEST_CASE("The letters of a replaced answer raise no flag for the one that counts") {
  CaseBuilder c = complete_offer();
  c.letter("letter-old", "Cure is guaranteed.");
  model::Opinion& old = c.opinion("a", DecisionStatus::accepted);
  old.document = "letter-old";
  c.value().quote_judgements = {judged(model::QuoteVerdict::promise, "Cure is guaranteed.")};
  c.value().quote_judgements[0].source.document = "letter-old";
  CHECK(holds(c.compare().red_flags, 1, "red-flag.guarantee"));
  opinion_of(c).supersedes = "op-a-2";
  CHECK(ids_about(c.compare().red_flags, 1).empty());
}

TEST_CASE("That there is no risk states none") {
  CaseBuilder c = complete_offer();
  const auto is_open = [&c] { return holds(c.compare().unknowns, 1, "unknown.risks"); };
  for (const char* none : {"There is no risk.", "NO RISKS", "Risk-free"}) {
    opinion_of(c).proposals[0].risks = {says(none)};
    CHECK(is_open());
  }
  for (const char* some : {"There is no risk of bleeding; infection in 5 of 100 patients", "Infection"}) {
    opinion_of(c).proposals[0].risks = {says(some)};
    CHECK_FALSE(is_open());
  }
  // Words that only a person can judge.
  model::Statement risk = says("You need not worry about anything");
  risk.source = model::Source{"letter-a", 1, "You need not worry about anything."};
  opinion_of(c).proposals[0].risks = {risk};
  CHECK_FALSE(is_open());
  c.value().quote_judgements = {judged(model::QuoteVerdict::promise, "You need not worry about anything.")};
  CHECK(is_open());
}

TEST_CASE("Of a hospital that has not decided it is enough to say that") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::needs_information);
  opinion.asks = {says("PET-CT images")};
  const Comparison comparison = c.compare();
  CHECK(ids_about(comparison.unknowns, 1) ==
        std::vector<std::string>{"unknown.needs-information", "unknown.reviewer"});
  CHECK(text_of(comparison.unknowns[2].evidence.at(0).value) == "\"PET-CT images\"");
}

TEST_CASE("Missing records are a gap of the case, by kind") {
  CaseBuilder c;
  c.value().records = {{model::RecordKind::pathology, model::RecordState::missing, "", {}, {}},
                       {model::RecordKind::labs, model::RecordState::present, "", {}, {}},
                       {model::RecordKind::imaging, model::RecordState::requested, "", {}, {}}};
  const Comparison comparison = c.compare();
  const Finding& finding = find(comparison.unknowns, "unknown.records-missing");
  CHECK_FALSE(finding.option);
  CHECK(text_of(finding.message) == "unknown.records-missing count=2");
  CHECK(text_of(finding.evidence.at(0).value) == "record-kind.pathology");
}

}  // namespace generator::compare::test
