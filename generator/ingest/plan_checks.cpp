// What estimates say of plans and of each other, and what is not said of them.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"
#include "generator/ingest/spelling.h"
#include "generator/model/estimate_sums.h"
#include "generator/model/price_plans.h"

namespace generator::ingest {
namespace {

using model::Case;
using model::Estimate;
using model::Opinion;

/// Each plan of an answer has its own id and its own place.
void check_proposals(const Opinion& opinion, const JsonNode& node, ValueReader& report) {
  std::set<std::string_view> ids;
  std::set<int> ranks;
  const auto& nodes = items_of(node.find("proposals"));
  for (std::size_t i = 0; i < opinion.proposals.size() && i < nodes.size(); ++i) {
    const model::Proposal& proposal = opinion.proposals[i];
    const JsonNode* id = nodes[i].find("id");
    if (id != nullptr && !proposal.id.empty() && !ids.insert(proposal.id).second) {
      report.error(*id, "id-duplicate",
                   fmt::format("a proposal before this one has the id {}", base::in_quotes(proposal.id)),
                   "whatever names it would name both", "give one of the two another id");
    }
    const JsonNode* rank = nodes[i].find("rank");
    if (rank != nullptr && proposal.rank && !ranks.insert(*proposal.rank).second) {
      report.error(*rank, "rank-duplicate",
                   fmt::format("a proposal before this one has the rank {}", *proposal.rank),
                   "only one of them can be the hospital's first choice", "give each a rank of its own");
    }
  }
}

/// All ids of plans of a hospital, of answers that were replaced, too.
std::vector<std::string_view> plans_of(const Case& c, const std::string& hospital) {
  std::vector<std::string_view> ids;
  for (const Opinion& opinion : c.opinions) {
    for (const model::Proposal& proposal : opinion.proposals) {
      if (opinion.hospital == hospital && !proposal.id.empty()) ids.push_back(proposal.id);
    }
  }
  return ids;
}

void check_plan(const Case& c, const Estimate& estimate, const JsonNode& node, ValueReader& report) {
  const JsonNode* proposal = node.find("proposal");
  if (proposal == nullptr || !spelling_of("id")->holds(estimate.proposal)) return;
  const std::vector<std::string_view> known = plans_of(c, estimate.hospital);
  if (std::ranges::find(known, estimate.proposal) != known.end()) return;
  report.error(*proposal, "proposal-unknown",
               fmt::format("no proposal of this hospital has the id {}", base::in_quotes(estimate.proposal)),
               "then nobody could say whose price it is",
               known.empty() ? "give the proposal an \"id\" in the opinion"
                             : "name one that is there: " + base::suggestion(estimate.proposal, known));
}

const Estimate* find(const Case& c, const std::string& id) {
  const auto found = std::ranges::find(c.estimates, id, &Estimate::id);
  return found == c.estimates.end() ? nullptr : &*found;
}

/// Whether it adds to itself, over others.
bool adds_to_itself(const Case& c, const Estimate& estimate) {
  std::set<const Estimate*> seen;
  std::vector<std::string> ahead = estimate.additive_to;
  while (!ahead.empty()) {
    const Estimate* next = find(c, ahead.back());
    ahead.pop_back();
    if (next == &estimate) return true;
    if (next != nullptr && seen.insert(next).second)
      ahead.insert(ahead.end(), next->additive_to.begin(), next->additive_to.end());
  }
  return false;
}

void check_relations(const Case& c, const Estimate& estimate, const JsonNode& node, ValueReader& report) {
  for (const auto& [name, ids] : {std::pair{"additive_to", &estimate.additive_to},
                                  std::pair{"alternative_to", &estimate.alternative_to}}) {
    const auto& nodes = items_of(node.find(name));
    for (std::size_t i = 0; i < ids->size() && i < nodes.size(); ++i) {
      const Estimate* other = find(c, (*ids)[i]);
      if (other == nullptr) continue;
      if (other->hospital != estimate.hospital) {
        report.error(nodes[i], "estimate-other-hospital",
                     fmt::format("{} is another hospital's estimate", base::in_quotes(other->id)),
                     "only the estimates of one hospital are parts of one price, or take each other's place",
                     "name an estimate of the same hospital");
      } else if (!estimate.proposal.empty() && !other->proposal.empty() &&
                 estimate.proposal != other->proposal && ids == &estimate.additive_to) {
        report.error(nodes[i], "additive-to-other-plan",
                     fmt::format("{} is for the proposal {}, and this one for {}", base::in_quotes(other->id),
                                 base::in_quotes(other->proposal), base::in_quotes(estimate.proposal)),
                     "what adds to a price is for the same plan", "correct one of them");
      }
    }
  }
  if (const JsonNode* list = node.find("additive_to"); list != nullptr && adds_to_itself(c, estimate)) {
    report.error(*list, "additive-cycle", fmt::format("{} adds to itself", base::in_quotes(estimate.id)),
                 "then its price would be counted for ever",
                 "let only the parts name the estimate that they add to");
  }
}

void warn_of_estimate(const Case& c, std::string_view id, const JsonNode& root, ValueReader& report,
                      const char* code, std::string what, std::string why, std::string remedy) {
  const auto at = std::ranges::find(c.estimates, id, &Estimate::id) - c.estimates.begin();
  const auto& nodes = items_of(root.find("estimates"));
  if (static_cast<std::size_t>(at) >= nodes.size()) return;
  report.warning(nodes[static_cast<std::size_t>(at)], code, std::move(what), std::move(why),
                 std::move(remedy));
}

/// Several estimates of one hospital that may be parts of one price, or two prices of one thing.
void check_unrelated(const Case& c, const std::string& hospital, const JsonNode& root, ValueReader& report) {
  const auto is_replaced = [](const auto& list, const auto& answer) {
    return std::ranges::any_of(list, [&](const auto& other) { return other.supersedes == answer.id; });
  };
  std::vector<const Estimate*> standing;
  std::vector<const Estimate*> replaced;
  for (const Estimate& estimate : c.estimates) {
    if (estimate.hospital == hospital)
      (is_replaced(c.estimates, estimate) ? replaced : standing).push_back(&estimate);
  }
  std::vector<const Opinion*> opinions;
  for (const Opinion& opinion : c.opinions) {
    if (opinion.hospital == hospital && !is_replaced(c.opinions, opinion)) opinions.push_back(&opinion);
  }
  std::vector<std::string_view> ids;
  std::vector<std::string_view> told_apart;
  for (const model::Price& price : model::prices_of(standing, replaced, opinions)) {
    const Estimate& first = *price.estimates.front();
    if (price.role == model::PriceRole::unrelated) ids.push_back(first.id);
    if (price.proposal != nullptr && price.estimates.size() == 1 && first.proposal.empty())
      told_apart.push_back(first.id);
  }
  if (told_apart.size() > 1) {
    warn_of_estimate(
        c, told_apart.back(), root, report, "estimates-by-lines",
        fmt::format("nothing says which plans the estimates {} are for", base::listed(told_apart)),
        "the treatment in each can be of one plan alone, so the report takes each for the price "
        "of that plan",
        R"(give the plans an "id" each, and the estimates its name as "proposal")");
  }
  if (ids.size() < 2) return;
  warn_of_estimate(
      c, ids.back(), root, report, "estimates-unrelated",
      fmt::format("nothing says how the estimates {} of one hospital belong together", base::listed(ids)),
      "they may add up, one may replace the other, or each be for another plan; so the report shows "
      "each by itself, and no price of this hospital",
      R"(write "additive_to", "supersedes", "alternative_to" or "proposal", as the letters have it)");
}

/// A length and a day of validity that say two things.
void check_validity(const Estimate& estimate, const JsonNode& node, ValueReader& report) {
  if (!estimate.valid_until || !estimate.valid_for || !estimate.issued) return;
  const auto end = model::end_of(*estimate.valid_for, *estimate.issued);
  if (!end || estimate.valid_until->day == 0 || *end == *estimate.valid_until) return;
  report.warning(
      *node.find("valid_for"), "validity-differs",
      fmt::format("that long from {} is until {}, and it is valid until {}", estimate.issued->to_string(),
                  end->to_string(), estimate.valid_until->to_string()),
      "the day is shown, and the length is not", "look both up in the letter");
}

}  // namespace

void check_plans(const JsonNode& root, const Case& c, ValueReader& report) {
  const auto& opinions = items_of(root.find("opinions"));
  for (std::size_t i = 0; i < c.opinions.size() && i < opinions.size(); ++i)
    check_proposals(c.opinions[i], opinions[i], report);
  const auto& estimates = items_of(root.find("estimates"));
  std::set<std::string> hospitals;
  for (std::size_t i = 0; i < c.estimates.size() && i < estimates.size(); ++i) {
    check_plan(c, c.estimates[i], estimates[i], report);
    check_relations(c, c.estimates[i], estimates[i], report);
    check_validity(c.estimates[i], estimates[i], report);
    hospitals.insert(c.estimates[i].hospital);
  }
  for (const std::string& hospital : hospitals) check_unrelated(c, hospital, root, report);
}

}  // namespace generator::ingest
