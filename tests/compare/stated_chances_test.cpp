// Chances that the case states: on whole people, a share of a share told as one, and nothing read from words
// beside them.
#include "generator/compare/stated_chances.h"

#include <catch2/catch.hpp>

#include "case_builder.h"
#include "generator/compare/table.h"
#include "generator/compare/whole_people.h"

namespace generator::compare::test {
namespace {

model::StatedChance chance(std::string outcome, std::string_view low, std::string_view high, int out_of) {
  model::StatedChance made{};
  made.outcome = says(std::move(outcome));
  if (!low.empty()) made.low = decimal(low);
  if (!high.empty()) made.high = decimal(high);
  made.out_of = out_of;
  return made;
}

std::string text_of(const Chance& chance) {
  std::string text = chance.about ? "about " : "";
  text += chance.low.to_string();
  if (!(chance.low == chance.high)) text += "-" + chance.high.to_string();
  return text + " of " + std::to_string(chance.out_of);
}

std::string people(const char* low, const char* high, int out_of) {
  const WholePeople people = whole_people(decimal(low), decimal(high), out_of);
  return text_of(Chance{people.low, people.high, ChanceBound::none, !people.is_same, false, people.out_of});
}

}  // namespace

TEST_CASE("Shares are told in whole people") {
  CHECK(people("40", "40", 100) == "40 of 100");
  CHECK(people("20", "20", 50) == "40 of 100");
  CHECK(people("0.4", "0.4", 100) == "4 of 1000");
  CHECK(people("12.5", "12.5", 100) == "125 of 1000");
  CHECK(people("1", "1", 8) == "125 of 1000");
  CHECK(people("2", "2", 1000) == "2 of 1000");
  CHECK(people("3", "5", 1000) == "3-5 of 1000");
  CHECK(people("81", "81", 112) == "about 72 of 100");
  CHECK(people("1", "1", 3) == "about 33 of 100");
  CHECK(people("0", "0", 60) == "0 of 100");
  CHECK(people("60", "60", 60) == "100 of 100");
  CHECK(people("7", "7", 1000000) == "7 of 1000000");
}

TEST_CASE("A share of a share is multiplied only where the case says so") {
  model::Proposal proposal;
  model::StatedChance first = chance("complete response", "50", "50", 100);
  first.id = "cr";
  model::StatedChance second = chance("free of disease after two years", "70", "70", 100);
  second.share_of = "cr";
  proposal.chances = {first, second};
  const auto told = [&proposal] {
    return stated_chances_of(proposal, model::ChanceKind::benefit).at(1).stated_chances.at(0);
  };
  CHECK(told().share_of->text == "complete response");
  CHECK_FALSE(told().of_all);
  proposal.chances[1].together = model::ShareOfShare::multiplied;
  CHECK(text_of(*told().of_all) == "35 of 100");
  proposal.chances[0].low.reset();  // up to 50
  CHECK(told().of_all->bound == ChanceBound::up_to);
  proposal.chances[1].high.reset();  // at least 70 of up to 50: nobody knows
  CHECK_FALSE(told().of_all);
}

TEST_CASE("Where the case states chances, words are not read and leave no gap") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Proposal proposal;
  proposal.modalities = {model::Modality::systemic};
  proposal.benefit = says("In 30 % of patients it helps");
  c.opinion("a", model::DecisionStatus::accepted).proposals = {proposal};
  const auto benefit = [&c](std::size_t value) {
    return cell_at(c.compare().groups, RowId::benefit, 1).parts.at(0).values.at(value);
  };
  CHECK(benefit(0).chances.size() == 1);
  model::Proposal& changed = c.value().opinions[0].proposals[0];
  changed.chances = {chance("the tumour shrinks", "30", "", 100)};
  CHECK(benefit(0).chances.empty());
  CHECK(std::get<model::Statement>(benefit(1)).text == "the tumour shrinks");
  CHECK(benefit(1).stated_chances.at(0).people.bound == ChanceBound::at_least);
  changed.benefit = says("It helps");
  CHECK_FALSE(holds(c.compare().unknowns, 1, "unknown.benefit-chance"));
  changed.chances.clear();
  CHECK(holds(c.compare().unknowns, 1, "unknown.benefit-chance"));
}

}  // namespace generator::compare::test
