#include "generator/model/price_plans.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace generator::model {
namespace {

using Estimates = std::vector<const Estimate*>;

/// The kinds of treatment that a line of an estimate can be of; empty: of any.
std::vector<Modality> treatments_of(CostCategory category) {
  switch (category) {
    case CostCategory::surgery: return {Modality::surgery, Modality::transplant};
    case CostCategory::radiation: return {Modality::radiation, Modality::proton_or_ion};
    case CostCategory::cell_therapy: return {Modality::cell_therapy, Modality::transplant};
    default: return {};
  }
}

/// The one plan that all treatment in the estimate can be of; nullptr if none or several are.
const Proposal* plan_by_lines(const Estimate& estimate, const std::vector<const Proposal*>& plans) {
  std::vector<std::vector<Modality>> treatments;
  for (const CostItem& item : estimate.items) {
    if (item.state != ItemState::excluded && !treatments_of(item.category).empty())
      treatments.push_back(treatments_of(item.category));
  }
  if (treatments.empty()) return nullptr;
  const Proposal* only = nullptr;
  for (const Proposal* plan : plans) {
    const bool holds_all = std::ranges::all_of(treatments, [plan](const std::vector<Modality>& kinds) {
      return std::ranges::find_first_of(plan->modalities, kinds) != plan->modalities.end();
    });
    if (!holds_all) continue;
    if (only != nullptr) return nullptr;
    only = plan;
  }
  return only;
}

class PriceFinder {
 public:
  PriceFinder(const Estimates& standing, const Estimates& replaced,
              const std::vector<const Opinion*>& opinions)
      : standing_(standing), replaced_(replaced) {
    for (const Opinion* opinion : opinions) {
      const std::vector<const Proposal*> plans = ranked_plans(*opinion);
      plans_.insert(plans_.end(), plans.begin(), plans.end());
    }
    tell_apart_by_lines();
  }

  std::vector<Price> find() {
    std::vector<Price> prices;
    for (const Estimate* estimate : standing_) {
      if (!adds_to_another(*estimate)) add_prices_of(*estimate, prices);
    }
    give_roles(prices);
    std::ranges::stable_sort(prices, {}, [this](const Price& price) {
      return std::pair(price.role != PriceRole::first_choice, place_of(price.proposal));
    });
    return prices;
  }

 private:
  /// The standing estimate that an id means; nullptr if it means none of this hospital.
  const Estimate* meant(const std::string& id) const {
    for (const Estimates* list : {&standing_, &replaced_}) {
      const auto found = std::ranges::find(*list, id, &Estimate::id);
      if (found != list->end()) return successor_of(*found, standing_, replaced_);
    }
    return nullptr;
  }

  Estimates meant(const std::vector<std::string>& ids, const Estimate& by) const {
    Estimates found;
    for (const std::string& id : ids) {
      const Estimate* other = meant(id);
      if (other != nullptr && other != &by && std::ranges::find(found, other) == found.end())
        found.push_back(other);
    }
    return found;
  }

  /// Whether it leads to another one that adds to none. In a circle none is the one that the others add to.
  bool adds_to_another(const Estimate& estimate) const {
    std::set<const Estimate*> seen{&estimate};
    Estimates ahead = meant(estimate.additive_to, estimate);
    while (!ahead.empty()) {
      const Estimate* next = ahead.back();
      ahead.pop_back();
      if (!seen.insert(next).second) continue;
      const Estimates further = meant(next->additive_to, *next);
      if (further.empty()) return true;
      ahead.insert(ahead.end(), further.begin(), further.end());
    }
    return false;
  }

  /// All that adds to it, over others too, in the order of the standing ones.
  Estimates added_to(const Estimate& root) const {
    std::set<const Estimate*> parts{&root};
    for (bool grows = true; grows;) {
      grows = false;
      for (const Estimate* each : standing_) {
        const Estimates bases = meant(each->additive_to, *each);
        const bool is_part =
            std::ranges::any_of(bases, [&](const Estimate* base) { return parts.contains(base); });
        if (is_part) grows = parts.insert(each).second || grows;
      }
    }
    Estimates added;
    for (const Estimate* each : standing_) {
      if (each != &root && parts.contains(each)) added.push_back(each);
    }
    return added;
  }

  /// Several estimates that say nothing of plans and of each other, and of which each can be of one plan
  /// alone, and of another one than the rest: then each is for that. An operation is no part of
  /// chemoradiation.
  void tell_apart_by_lines() {
    if (standing_.size() < 2) return;
    std::map<const Estimate*, const Proposal*> found;
    std::set<const Proposal*> plans;
    for (const Estimate* estimate : standing_) {
      const bool is_silent =
          estimate->proposal.empty() && estimate->additive_to.empty() && estimate->alternative_to.empty();
      const Proposal* plan = is_silent ? plan_by_lines(*estimate, plans_) : nullptr;
      if (plan == nullptr || !plans.insert(plan).second) return;
      found.emplace(estimate, plan);
    }
    by_lines_ = std::move(found);
  }

  const Proposal* plan_of(const Estimate& estimate) const {
    const auto by_lines = by_lines_.find(&estimate);
    if (by_lines != by_lines_.end()) return by_lines->second;
    if (estimate.proposal.empty()) return nullptr;
    const auto found = std::ranges::find(plans_, estimate.proposal, &Proposal::id);
    return found == plans_.end() ? nullptr : *found;
  }

  /// One price; or, where what adds to it is for several plans, one for each of them.
  void add_prices_of(const Estimate& root, std::vector<Price>& prices) const {
    const Estimates added = added_to(root);
    std::vector<const Proposal*> plans;
    const auto take = [&plans](const Proposal* plan) {
      if (plan != nullptr && std::ranges::find(plans, plan) == plans.end()) plans.push_back(plan);
    };
    take(plan_of(root));
    if (plans.empty()) {
      for (const Estimate* each : added) take(plan_of(*each));
    }
    if (plans.empty()) plans.push_back(nullptr);
    const Estimates others = meant(root.alternative_to, root);
    for (const Proposal* plan : plans) {
      // Of two plans each is another way by itself.
      const bool is_alternative = std::ranges::any_of(others, [&](const Estimate* other) {
        const Proposal* theirs = plan_of(*other);
        return theirs == nullptr || plan == nullptr || theirs == plan;
      });
      Price price{is_alternative ? PriceRole::alternative : PriceRole::first_choice, plan, {&root}};
      for (const Estimate* each : added) {
        const Proposal* own = plan_of(*each);
        if (own == nullptr || own == plan) price.estimates.push_back(each);
      }
      prices.push_back(std::move(price));
    }
  }

  /// What is for no plan in particular is for the first choice, unless there are several such prices.
  void give_roles(std::vector<Price>& prices) const {
    const auto choice =
        std::ranges::find_if(plans_, [](const Proposal* plan) { return offers_treatment(*plan); });
    const Proposal* const first_choice = choice == plans_.end() ? nullptr : *choice;
    std::vector<Price*> first;
    for (Price& price : prices) {
      if (price.role == PriceRole::alternative) continue;
      // A plan that is proposed no more is not the first choice.
      const bool is_of_none = price.proposal == nullptr && price.estimates.front()->proposal.empty();
      if (is_of_none || (price.proposal != nullptr && price.proposal == first_choice)) {
        first.push_back(&price);
      } else {
        price.role = PriceRole::other_plan;
      }
    }
    if (first.size() < 2) return;
    for (Price* price : first) price->role = PriceRole::unrelated;
  }

  std::size_t place_of(const Proposal* plan) const {
    const auto found = std::ranges::find(plans_, plan);
    return found == plans_.end() ? 0 : static_cast<std::size_t>(found - plans_.begin());
  }

  const Estimates& standing_;
  const Estimates& replaced_;
  std::vector<const Proposal*> plans_;
  std::map<const Estimate*, const Proposal*> by_lines_;
};

}  // namespace

bool offers_treatment(const Proposal& proposal) {
  const bool is_only_trial =
      !proposal.modalities.empty() &&
      std::ranges::all_of(proposal.modalities, [](auto kind) { return kind == Modality::trial; });
  return !is_only_trial || !proposal.trial || proposal.trial->eligibility != TrialEligibility::not_eligible;
}

std::vector<const Proposal*> ranked_plans(const Opinion& opinion) {
  std::vector<const Proposal*> plans;
  for (const Proposal& proposal : opinion.proposals) plans.push_back(&proposal);
  std::ranges::stable_sort(
      plans, {}, [](const Proposal* plan) { return plan->rank.value_or(std::numeric_limits<int>::max()); });
  return plans;
}

const Estimate* successor_of(const Estimate* estimate, const Estimates& standing, const Estimates& replaced) {
  std::set<const Estimate*> seen;
  while (seen.insert(estimate).second) {
    const Estimate* next = nullptr;
    for (const Estimates* list : {&standing, &replaced}) {
      const auto found = std::ranges::find(*list, estimate->id, &Estimate::supersedes);
      if (found != list->end()) next = *found;
    }
    if (next == nullptr) break;
    estimate = next;
  }
  return estimate;
}

std::vector<Price> prices_of(const Estimates& standing, const Estimates& replaced,
                             const std::vector<const Opinion*>& opinions) {
  return PriceFinder(standing, replaced, opinions).find();
}

}  // namespace generator::model
