// What a review from afar cannot judge, at the cells that it touches.
#include <catch2/catch.hpp>

#include "case_builder.h"
#include "generator/compare/row_builder.h"
#include "settings_for_tests.h"

namespace generator::compare::test {
namespace {

using model::DecisionStatus;
using model::Modality;

model::Settings limits() {
  model::Settings all = settings();
  all.limits = {{"tissue", {{{"diagnosis", "stage"}, {}}}, "field"},
                {"resectability",
                 {{{"operability"}, {}}, {{"treatment", "plan", "intent"}, {Modality::surgery}}},
                 "page"},
                {"examination", {{{"decision", "risks"}, {}}}, "field"}};
  choose(all, "operability-remote", "provisional");
  return all;
}

model::Proposal plan(std::vector<Modality> kinds, std::string words) {
  model::Proposal proposal;
  proposal.modalities = std::move(kinds);
  proposal.plan = says(std::move(words));
  proposal.risks = {says("Bleeding")};
  return proposal;
}

/// "tissue", "2:resectability 3:resectability": each limit behind the number of the part that it touches.
std::string limits_at(const Comparison& comparison, RowId row, std::size_t option) {
  std::string text;
  for (const Part& part : cell_at(comparison.groups, row, option).parts) {
    for (const std::string& limit : part.limits) {
      text += text.empty() ? "" : " ";
      if (part.heading) text += std::to_string(part.heading->number) + ":";
      text += limit;
    }
  }
  return text;
}

CaseBuilder surgeon() {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", DecisionStatus::accepted);
  opinion.diagnosis = {model::Agreement::yes, std::nullopt, model::Stage{"BCLC", "B"}, {}};
  opinion.operability = model::Operability::operable;
  opinion.proposals = {plan({Modality::surgery}, "An operation")};
  c.value().home.proposal = plan({Modality::surgery}, "The operation at home");
  return c;
}

}  // namespace

TEST_CASE("A limit touches what a hospital states, and never the plan at home") {
  const Comparison comparison = surgeon().compare(limits());
  CHECK(limits_at(comparison, RowId::diagnosis, 1) == "tissue");
  CHECK(limits_at(comparison, RowId::stage, 1) == "tissue");
  CHECK(limits_at(comparison, RowId::operability, 1) == "resectability");
  CHECK(limits_at(comparison, RowId::plan, 1) == "resectability");
  CHECK(limits_at(comparison, RowId::risks, 1) == "examination");
  CHECK(limits_at(comparison, RowId::decision, 1) == "examination");
  CHECK(limits_at(comparison, RowId::intent, 1).empty());  // not stated
  for (const Group& group : comparison.groups) {
    for (const Row& row : group.rows) CHECK(limits_at(comparison, row.id, 0).empty());
  }
  REQUIRE(comparison.limits.size() == 3);
  CHECK(comparison.limits[1].id == "resectability");
  CHECK(comparison.limits[1].source == "page");
  REQUIRE(comparison.setting_sources.size() == 2);
  CHECK(comparison.setting_sources[1].publisher == "A house");
}

TEST_CASE(
    "Of several proposals a limit touches those with its kinds of treatment, where they say something") {
  CaseBuilder c = surgeon();
  model::Opinion& opinion = c.value().opinions[0];
  opinion.proposals = {plan({Modality::systemic}, "Tablets"),
                       plan({Modality::systemic, Modality::surgery}, "Tablets, then an operation"),
                       plan({Modality::surgery}, "An operation")};
  opinion.proposals[2].plan.reset();
  const Comparison comparison = c.compare(limits());
  CHECK(limits_at(comparison, RowId::treatment, 1) == "2:resectability 3:resectability");
  CHECK(limits_at(comparison, RowId::plan, 1) == "2:resectability");
  CHECK(limits_at(comparison, RowId::risks, 1) == "1:examination 2:examination 3:examination");
  opinion.proposals.resize(1);
  CHECK(limits_at(c.compare(limits()), RowId::plan, 1).empty());
}

TEST_CASE("A hospital that has looked at the tissue itself has no limit of tissue") {
  CaseBuilder c = surgeon();
  c.value().opinions[0].seen = {{model::RecordKind::imaging}};
  CHECK(limits_at(c.compare(limits()), RowId::stage, 1) == "tissue");
  c.value().opinions[0].seen.push_back({model::RecordKind::pathology});
  CHECK(limits_at(c.compare(limits()), RowId::stage, 1).empty());
}

TEST_CASE("What is no judgement yet has no limit") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  c.hospital("b", "Beta");
  c.opinion("b", DecisionStatus::under_review);
  const Comparison comparison = c.compare(limits());
  CHECK(limits_at(comparison, RowId::decision, 1).empty());
  CHECK(limits_at(comparison, RowId::decision, 2).empty());
  CHECK(comparison.limits.empty());
}

TEST_CASE("How far a statement on surgery from afar is to be relied on is the house's setting") {
  model::Settings all = limits();
  choose(all, "operability-remote", "yes");
  CHECK(limits_at(surgeon().compare(all), RowId::operability, 1).empty());
  CHECK(limits_at(surgeon().compare(all), RowId::plan, 1) == "resectability");
  choose(all, "operability-remote", "no");
  CHECK(limits_at(surgeon().compare(all), RowId::operability, 1) == "operability-not-reliable");
}

TEST_CASE("Without settings no cell has a limit, and nothing is expected") {
  const Comparison comparison = surgeon().compare();
  CHECK(limits_at(comparison, RowId::stage, 1).empty());
  CHECK(comparison.limits.empty());
  CHECK(comparison.expectations.empty());
  CHECK(comparison.setting_sources.empty());
}

}  // namespace generator::compare::test
