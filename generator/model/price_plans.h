// What a hospital's estimates are the prices of. A price is one estimate, or several that say that they add
// up; it is for the first choice, for another plan, or it may stand in the place of another price.
//
// Estimates that say nothing of each other may be parts of one price or two prices for one thing, and no date
// or id tells which: then each is shown by itself, and none is the hospital's price. Only where the treatment
// in each can be of one plan alone, and of another plan than in the rest (an operation; radiation), is each
// the price of that plan.
#pragma once

#include <vector>

#include "generator/model/case.h"

namespace generator::model {

/// Which of a hospital's prices one is.
enum class PriceRole {
  first_choice,  ///< of what it would do first, or of its only plan
  other_plan,    ///< of another one of its plans
  alternative,   ///< may stand in the place of the others
  unrelated,     ///< one of several, and nobody says how they belong together
};

struct Price {
  PriceRole role = PriceRole::first_choice;
  const Proposal* proposal = nullptr;      ///< that it is for; nullptr: the case does not say
  std::vector<const Estimate*> estimates;  ///< that add up, the one that the others add to first
};

/// The prices that one hospital's estimates are: that of the first choice first, if it is known, then by plan
/// and in the order of `standing`. What an estimate says of one that was replaced, it says of the one that
/// stands in its place. `opinions` are those that count, newest first.
std::vector<Price> prices_of(const std::vector<const Estimate*>& standing,
                             const std::vector<const Estimate*>& replaced,
                             const std::vector<const Opinion*>& opinions);

/// Whether a plan offers a treatment: a trial whose conditions the patient does not meet is none.
bool offers_treatment(const Proposal& proposal);

/// The plans of an answer, the first choice first: by their ranks, what has none last, else as they stand.
std::vector<const Proposal*> ranked_plans(const Opinion& opinion);

/// The estimate that stands in the place of that one, over all that replaced each other; itself, if none.
const Estimate* successor_of(const Estimate* estimate, const std::vector<const Estimate*>& standing,
                             const std::vector<const Estimate*>& replaced);

}  // namespace generator::model
