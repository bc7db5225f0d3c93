// What can be expected when, and what is said when that time is over. The report is of Monday, 2 November
// 2026.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "case_builder.h"
#include "settings_for_tests.h"

namespace generator::compare::test {
namespace {

using model::DecisionStatus;
using model::Modality;
using model::TimeUnit;

model::Settings waits() {
  model::Settings all = settings();
  set(all, "wait-first-answer", 24, 48, TimeUnit::hour);
  set(all, "wait-written-opinion", 5, 14, TimeUnit::business_day);
  all.durations["wait-written-opinion"].others = {{{3, 7, TimeUnit::business_day}, "page"}};
  set(all, "wait-written-opinion-rare", std::nullopt, 21, TimeUnit::day);
  set(all, "wait-cell-therapy-eligibility", 5, 10, TimeUnit::business_day);
  set(all, "wait-operability", 7, 14, TimeUnit::day);
  set(all, "wait-trial-match", 7, 14, TimeUnit::day);
  set(all, "wait-in-person", 3, 6, TimeUnit::week);
  set(all, "wait-proton", 3, 8, TimeUnit::week);
  set(all, "abroad-proton", 8, 10, TimeUnit::week);
  choose(all, "clock-start", "complete-records");
  return all;
}

/// One hospital that is reviewing records which were complete on that day.
CaseBuilder reviewing(const char* complete) {
  CaseBuilder c;
  c.hospital("a", "Alpha").asked.records_complete = day(complete);
  c.opinion("a", DecisionStatus::under_review).received = day("2026-10-20");
  return c;
}

std::vector<std::string> ids_of(const Comparison& comparison, std::optional<std::size_t> option) {
  std::vector<std::string> ids;
  for (const Expectation& expectation : comparison.expectations) {
    if (expectation.option == option) ids.push_back(expectation.id);
  }
  return ids;
}

const Expectation& first_of(const Comparison& comparison, std::string_view id) {
  for (const Expectation& expectation : comparison.expectations) {
    if (expectation.id == id) return expectation;
  }
  throw std::runtime_error("no expectation " + std::string(id));
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("A written opinion can be expected from the day on which the records were complete") {
  const Comparison comparison = reviewing("2026-10-16").compare(waits());  // a Friday
  const Expectation& opinion = first_of(comparison, "wait-written-opinion");
  CHECK(opinion.start == day("2026-10-16"));
  CHECK(opinion.earliest == day("2026-10-23"));
  CHECK(opinion.latest == day("2026-11-05"));
  CHECK_FALSE(opinion.is_over);
  CHECK(opinion.time.source == "field");
  REQUIRE(opinion.others.size() == 1);
  CHECK(opinion.others[0].source == "page");
  CHECK_FALSE(holds(comparison.unknowns, 1, "unknown.expected-time-over"));
  CHECK(ids_of(comparison, std::nullopt) == Ids{"wait-written-opinion-rare"});
}

TEST_CASE("A time that is over is said, with a question, and only while the answer is still to come") {
  CaseBuilder c = reviewing("2026-10-12");  // 14 business days end on Friday, 30 October
  const Comparison over = c.compare(waits());
  CHECK(first_of(over, "wait-written-opinion").is_over);
  CHECK(text_of(find(over.unknowns, "unknown.expected-time-over").message) ==
        "unknown.expected-time-over duration=5-14 business-day date=2026-10-30");
  CHECK(holds(over.questions, 1, "question.expected-time-over"));
  // On the last day itself it is not over.
  c.value().date = day("2026-10-30");
  CHECK_FALSE(first_of(c.compare(waits()), "wait-written-opinion").is_over);
  c.value().date = day("2026-11-02");
  c.value().opinions[0].decision = DecisionStatus::cannot_judge;  // that is an answer
  CHECK(ids_of(c.compare(waits()), 1).empty());
  c.value().opinions[0].decision = DecisionStatus::accepted;
  CHECK_FALSE(holds(c.compare(waits()).unknowns, 1, "unknown.expected-time-over"));
}

TEST_CASE("Without the day on which a time starts no day is named") {
  CaseBuilder c = reviewing("2026-10-12");
  c.value().hospitals[0].asked = {};
  const Comparison comparison = c.compare(waits());
  const Expectation& opinion = first_of(comparison, "wait-written-opinion");
  CHECK(opinion.is_awaited);
  CHECK_FALSE(opinion.start);
  CHECK_FALSE(opinion.latest);
  CHECK_FALSE(opinion.is_over);
}

TEST_CASE("A hospital that asks for more has not got all of the records, unless they came after that") {
  CaseBuilder c = reviewing("2026-10-12");
  c.value().opinions[0].decision = DecisionStatus::needs_information;
  CHECK_FALSE(first_of(c.compare(waits()), "wait-written-opinion").start);
  c.value().hospitals[0].asked.records_complete = day("2026-10-26");
  CHECK(first_of(c.compare(waits()), "wait-written-opinion").start == day("2026-10-26"));
}

TEST_CASE("A hospital without any answer has a first sign to give, from the first record on") {
  CaseBuilder c;
  c.hospital("a", "Alpha").asked.sent = day("2026-10-26");
  const Comparison comparison = c.compare(waits());
  CHECK(ids_of(comparison, 1) == Ids{"wait-first-answer", "wait-written-opinion"});
  CHECK(first_of(comparison, "wait-first-answer").latest == day("2026-10-28"));
  CHECK_FALSE(first_of(comparison, "wait-written-opinion").start);
  CHECK(text_of(find(comparison.unknowns, "unknown.expected-time-over").message) ==
        "unknown.expected-time-over duration=24-48 hour date=2026-10-28");
}

TEST_CASE("Where the clock starts is the house's setting") {
  CaseBuilder c = reviewing("2026-10-12");
  c.value().hospitals[0].asked.paid = day("2026-10-14");
  c.value().hospitals[0].asked.sent = day("2026-10-05");
  model::Settings all = waits();
  choose(all, "clock-start", "payment");
  CHECK(first_of(c.compare(all), "wait-written-opinion").start == day("2026-10-14"));
  choose(all, "clock-start", "first-records");
  CHECK(first_of(c.compare(all), "wait-written-opinion").start == day("2026-10-05"));
}

TEST_CASE("A hospital's own time goes before the setting, and keeps its place") {
  CaseBuilder c = reviewing("2026-10-12");
  model::Asked& asked = c.value().hospitals[0].asked;
  asked.answer_within = model::DurationRange{std::nullopt, 3, TimeUnit::week};
  asked.sources.emplace(model::Sourced::answer_within, model::Source{"letter-a", 1, "within three weeks"});
  Comparison comparison = c.compare(waits());
  CHECK(ids_of(comparison, 1) == Ids{"answer-within"});
  CHECK(first_of(comparison, "answer-within").latest == day("2026-11-02"));
  CHECK(first_of(comparison, "answer-within").place->quote == "within three weeks");
  CHECK_FALSE(first_of(comparison, "answer-within").is_over);
  asked.answer_within->high = 2;
  comparison = c.compare(waits());
  CHECK(holds(comparison.unknowns, 1, "unknown.stated-time-over"));
  CHECK(holds(comparison.questions, 1, "question.stated-time-over"));
}

TEST_CASE("A special waiting time goes only where the case says what was asked, or proposed") {
  CaseBuilder c = reviewing("2026-10-12");
  model::Opinion& opinion = c.value().opinions[0];
  const auto waited_for = [&] { return ids_of(c.compare(waits()), 1); };
  model::Proposal proposal;
  proposal.modalities = {Modality::cell_therapy, Modality::systemic};
  opinion.proposals = {proposal};
  CHECK(waited_for() == Ids{"wait-cell-therapy-eligibility"});
  opinion.proposals[0].modalities = {Modality::trial};
  CHECK(waited_for() == Ids{"wait-trial-match"});
  opinion.proposals[0].modalities = {Modality::trial, Modality::cell_therapy};
  CHECK(waited_for() == Ids{"wait-written-opinion"});  // which of the two it is waited for is not said
  opinion.proposals[0].modalities = {Modality::surgery};
  CHECK(waited_for() == Ids{"wait-written-opinion"});
  c.value().hospitals[0].asked.about = model::AskedAbout::operability;
  CHECK(waited_for() == Ids{"wait-operability"});
}

TEST_CASE("Until a treatment can begin the usual time is shown, unless the letter states one") {
  CaseBuilder c = reviewing("2026-10-12");
  model::Opinion& opinion = c.value().opinions[0];
  opinion.decision = DecisionStatus::accepted;
  model::Proposal proposal;
  proposal.modalities = {Modality::systemic};
  opinion.proposals = {proposal};
  CHECK(ids_of(c.compare(waits()), 1) == Ids{"wait-in-person"});
  opinion.proposals[0].modalities = {Modality::proton_or_ion};
  CHECK(ids_of(c.compare(waits()), 1) == Ids{"wait-proton", "abroad-proton"});
  opinion.proposals[0].time_to_treatment = model::DurationRange{2, 3, TimeUnit::week};
  opinion.proposals[0].time_abroad = model::DurationRange{8, 9, TimeUnit::week};
  CHECK(ids_of(c.compare(waits()), 1).empty());
}

TEST_CASE("An old rate is named, and used all the same") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.estimate("a", "CNY").items = {item(model::CostCategory::drugs, "Drugs", "CNY", "100")};
  c.rate("CNY", "USD", "0.14", "2026-10-19");
  model::Settings all = settings();
  set(all, "rate-stale-after", std::nullopt, 14, TimeUnit::day);
  CHECK(c.compare(all).costs.old_rates.empty());  // 14 days on Monday, 2 November
  c.value().date = day("2026-11-03");
  const Comparison comparison = c.compare(all);
  CHECK(comparison.costs.old_rates == std::vector<std::size_t>{0});
  CHECK(text_of(comparison.costs.sheets[1].stated_items) == "100 CNY = 14.00 USD");
  CHECK(c.compare().costs.old_rates.empty());
}

TEST_CASE("Any number of business days ends on one, and has no other in between") {
  rc::check([] {
    const model::Date start = model::after(day("2024-01-01"), *rc::gen::inRange(0, 3000), TimeUnit::day);
    const int count = *rc::gen::inRange(1, 200);
    const model::Date end = model::after(start, count, TimeUnit::business_day);
    // 2024-01-01 is a Monday.
    const auto is_business_day = [](const model::Date& date) {
      return model::days_between(day("2024-01-01"), date) % 7 < 5;
    };
    RC_ASSERT(is_business_day(end));
    int counted = 0;
    for (int i = 1; i <= model::days_between(start, end); ++i)
      counted += is_business_day(model::after(start, i, TimeUnit::day)) ? 1 : 0;
    RC_ASSERT(counted == count);
  });
}

}  // namespace generator::compare::test
