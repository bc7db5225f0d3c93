// What would happen when: the same steps for every option, with what the letters state.
#include "generator/compare/calendar.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "case_builder.h"
#include "generator/compare/names.h"
#include "generator/compare/row_builder.h"

namespace generator::compare::test {
namespace {

const CalendarStep* find(const Comparison& comparison, StepId id) {
  const auto it = std::ranges::find(comparison.calendar, id, &CalendarStep::id);
  return it == comparison.calendar.end() ? nullptr : &*it;
}

const CalendarRow& payments_in(const Comparison& comparison, StepId id) {
  const CalendarStep* step = find(comparison, id);
  REQUIRE(step != nullptr);
  const auto row = std::ranges::find(step->rows, CalendarFact::payments, &CalendarRow::fact);
  REQUIRE(row != step->rows.end());
  return *row;
}

}  // namespace

TEST_CASE("Every option stands on the same steps, and silence has its cell") {
  CaseBuilder c;
  c.hospital("h1", "Birch");
  c.hospital("h2", "Willow");
  c.opinion("h1", model::DecisionStatus::accepted).proposals.resize(1);
  const Comparison comparison = c.compare();
  std::vector<std::string> steps;
  for (const CalendarStep& step : comparison.calendar) {
    steps.emplace_back(name_of(step.id));
    CHECK_FALSE(step.rows.empty());
    for (const CalendarRow& row : step.rows) {
      REQUIRE(row.cells.size() == 3);
      CHECK(row.row.has_value() == (row.fact == CalendarFact::table_row));
      for (const CalendarCell& cell : row.cells)
        CHECK((cell.state == CellState::stated) == !(cell.parts.empty() && cell.payments.empty()));
    }
  }
  CHECK(steps == std::vector<std::string>{"decide", "prepare", "wait", "admission", "treatment", "discharge",
                                          "abroad", "afterwards"});
  CHECK(payments_in(comparison, StepId::admission).cells[0].state == CellState::not_applicable);
  CHECK(payments_in(comparison, StepId::admission).cells[1].state == CellState::not_stated);
}

TEST_CASE("A row of the calendar says what the table says, with its place") {
  CaseBuilder c;
  c.hospital("h1", "Birch");
  c.letter("letter", "Four to six weeks.");
  model::Opinion& opinion = c.opinion("h1", model::DecisionStatus::accepted);
  opinion.proposals.resize(1);
  opinion.proposals.front().stay = model::DurationRange{4, 6, model::TimeUnit::week};
  opinion.proposals.front().sources[model::Sourced::stay] = model::Source{"letter", 1, "Four to six weeks."};
  c.value().home.proposal.stay = model::DurationRange{{}, 3, model::TimeUnit::day};
  const Comparison comparison = c.compare();
  for (const CalendarStep& step : comparison.calendar) {
    for (const CalendarRow& row : step.rows) {
      if (!row.row) continue;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = cell_at(comparison.groups, *row.row, i);
        CHECK(row.cells[i].state == cell.state);
        CHECK(row.cells[i].parts == cell.parts);
      }
    }
  }
  const CalendarStep* treatment = find(comparison, StepId::treatment);
  const auto stay = std::ranges::find(treatment->rows, RowId::stay, [](const CalendarRow& row) {
    return row.row.value_or(RowId::judgement);
  });
  REQUIRE(stay != treatment->rows.end());
  CHECK(text_of(stay->cells[0].parts.at(0).values.at(0)) == "-3 day");
  CHECK(text_of(stay->cells[1].parts.at(0).values.at(0)) == "4-6 week");
  CHECK(stay->cells[1].parts.at(0).values.at(0).source->document == "letter");
}

TEST_CASE("Payments stand in the step in which they are due; another time has a step of its own") {
  CaseBuilder c;
  c.hospital("h1", "Birch");
  c.opinion("h1", model::DecisionStatus::accepted);
  model::Estimate& estimate = c.estimate("h1", "CNY");
  estimate.valid_until = day("2026-12-31");
  estimate.sources[model::Sourced::valid_until] = model::Source{"letter", 2, "until 31 December"};
  using When = model::PaymentTime;
  for (const When when : {When::discharge, When::before_arrival, When::milestone, When::other})
    estimate.payments.push_back({.when = when, .amount = money("CNY", "5"), .label = {}, .refundable = {}});
  const Comparison comparison = c.compare();
  for (const StepId step : {StepId::prepare, StepId::treatment, StepId::discharge, StepId::other_time})
    CHECK(payments_in(comparison, step).cells[1].payments.size() == 1);
  CHECK(payments_in(comparison, StepId::admission).cells[1].state == CellState::not_stated);

  const CalendarRow& until = find(comparison, StepId::decide)->rows.back();
  CHECK(until.fact == CalendarFact::estimate_valid_until);
  CHECK(text_of(until.cells[1].parts.at(0).values.at(0)) == "2026-12-31");
  CHECK(until.cells[1].parts.at(0).values.at(0).source->page == 2);
}

}  // namespace generator::compare::test
