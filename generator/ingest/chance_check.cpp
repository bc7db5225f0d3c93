// Chances that the case states: figures in order, shares of shares that lead to a whole, and figures that
// stand in the words that they are from.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"
#include "generator/model/figures.h"

namespace generator::ingest {
namespace {

using model::Decimal;
using model::StatedChance;
using Chances = std::vector<StatedChance>;

void check_bounds(const StatedChance& chance, const JsonNode& node, ValueReader& report) {
  if (!chance.low && !chance.high) {
    report.error(node, "chance-without-figure", "this chance has neither \"low\" nor \"high\"",
                 "without a number of people it says nothing",
                 "write how many of \"out_of\" the letter names, or leave the chance to the words");
    return;
  }
  if (chance.low && chance.high && *chance.high < *chance.low) {
    report.error(node, "chance-low-above-high",
                 fmt::format("low is {} and high is {}", chance.low->to_string(), chance.high->to_string()),
                 "", "look both up in the letter");
  }
  const Decimal most = chance.high ? *chance.high : *chance.low;
  if (Decimal(chance.out_of) < most) {
    report.error(*node.find("out_of"), "chance-above-all",
                 fmt::format("{} of {} people are more than all", most.to_string(), chance.out_of), "",
                 "look both up in the letter; a percentage is out of 100");
  }
}

void check_share(const StatedChance& chance, const Chances& all, const JsonNode& node, ValueReader& report) {
  if (chance.share_of.empty()) {
    if (chance.together == model::ShareOfShare::multiplied)
      report.error(*node.find("multiply"), "chance-multiplied-alone", "this chance is a share of no other",
                   "there is nothing to multiply it with", "add \"share_of\", or take \"multiply\" out");
    return;
  }
  std::vector<std::string_view> known;
  for (const StatedChance& each : all) {
    if (!each.id.empty() && &each != &chance) known.push_back(each.id);
  }
  // Steps from share to whole; more than there are chances go in a circle.
  const StatedChance* step = &chance;
  for (std::size_t steps = 0; steps <= all.size(); ++steps) {
    if (step->share_of.empty()) return;
    const auto next = std::ranges::find(all, step->share_of, &StatedChance::id);
    if (next == all.end()) {
      if (step != &chance) return;  // told there
      report.error(
          *node.find("share_of"), "chance-unknown",
          fmt::format("this proposal has no chance with the id {}", base::in_quotes(chance.share_of)),
          "a share is one of those whom another chance of the same proposal counts",
          known.empty() ? std::string("give that chance an \"id\"")
                        : base::suggestion(chance.share_of, known));
      return;
    }
    step = &*next;
  }
  report.error(*node.find("share_of"), "chance-cycle", "these chances are shares of each other",
               "then none of them is of all people", "take \"share_of\" out of the one that is");
}

/// Whether the words hold that number of people: as it is, or in percent of all.
bool holds(const std::vector<model::Figure>& figures, const Decimal& people, int out_of) {
  return std::ranges::any_of(figures, [&](const model::Figure& figure) {
    if (!figure.is_percent && figure.can_be(people)) return true;
    // x % of n are people: x n = 100 people.
    return std::ranges::any_of(figure.values, [&](const Decimal& value) {
      return (figure.is_percent || out_of == 100) && value * Decimal(out_of) == people * Decimal(100);
    });
  });
}

/// A figure beside the words that it is from. Words without a figure ("half of them") say nothing against it.
void check_quoted(const StatedChance& chance, const JsonNode& node, ValueReader& report) {
  std::vector<std::string_view> quotes;
  for (const auto* source : {&chance.source, &chance.outcome.source}) {
    if (*source && !(*source)->quote.empty()) quotes.push_back((*source)->quote);
  }
  std::vector<model::Figure> figures;
  for (const std::string_view quote : quotes) {
    for (model::Figure& figure : model::figures_in(quote)) figures.push_back(std::move(figure));
  }
  if (figures.empty()) return;
  const auto tell = [&](const char* name, const std::string& figure) {
    report.warning(*node.find(name), "chance-not-in-quote",
                   fmt::format("{} does not stand in the words that it is from", figure),
                   fmt::format("they have {}", base::in_quotes(quotes.front())),
                   "look the figure up in the letter");
  };
  for (const auto& [name, bound] : {std::pair{"low", &chance.low}, std::pair{"high", &chance.high}}) {
    if (*bound && !holds(figures, **bound, chance.out_of)) return tell(name, (*bound)->to_string());
  }
  const bool has_percent = std::ranges::any_of(figures, &model::Figure::is_percent);
  if (chance.out_of != 100 && !has_percent && !holds(figures, Decimal(chance.out_of), chance.out_of))
    tell("out_of", std::to_string(chance.out_of));
}

void check_proposal(const model::Proposal& proposal, const JsonNode* node, ValueReader& report) {
  const auto& nodes = items_of(member(node, "chances"));
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < proposal.chances.size() && i < nodes.size(); ++i) {
    const StatedChance& chance = proposal.chances[i];
    if (nodes[i].find("out_of") == nullptr) continue;
    if (!chance.id.empty() && std::ranges::find(ids, chance.id) != ids.end()) {
      report.error(*nodes[i].find("id"), "id-duplicate",
                   fmt::format("a chance before this one has the id {}", base::in_quotes(chance.id)),
                   "whatever names it would name both", "give one of the two another id");
    }
    ids.push_back(chance.id);
    check_bounds(chance, nodes[i], report);
    check_share(chance, proposal.chances, nodes[i], report);
    check_quoted(chance, nodes[i], report);
  }
}

}  // namespace

void check_chances(const JsonNode& root, const model::Case& c, ValueReader& report) {
  const auto& opinions = items_of(root.find("opinions"));
  for (std::size_t i = 0; i < c.opinions.size() && i < opinions.size(); ++i) {
    const auto& proposals = items_of(opinions[i].find("proposals"));
    for (std::size_t k = 0; k < c.opinions[i].proposals.size() && k < proposals.size(); ++k)
      check_proposal(c.opinions[i].proposals[k], &proposals[k], report);
  }
  check_proposal(c.home.proposal, root.find("home"), report);
}

}  // namespace generator::ingest
