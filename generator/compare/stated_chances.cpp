#include "generator/compare/stated_chances.h"

#include <algorithm>

#include "generator/compare/whole_people.h"

namespace generator::compare {
namespace {

using Chances = std::vector<model::StatedChance>;

Chance as_stated(const model::StatedChance& chance) {
  Chance stated;
  stated.low = chance.low ? *chance.low : *chance.high;
  stated.high = chance.high ? *chance.high : *chance.low;
  if (!chance.low) stated.bound = ChanceBound::up_to;
  if (!chance.high) stated.bound = ChanceBound::at_least;
  stated.about = chance.approximate;
  stated.out_of = chance.out_of;
  stated.is_of_hundred = chance.out_of == 100;
  return stated;
}

Chance in_people(const Chance& stated) {
  const WholePeople people = whole_people(stated.low, stated.high, stated.out_of);
  return {people.low,
          people.high,
          stated.bound,
          stated.about || !people.is_same,
          stated.is_of_hundred && people.out_of == 100,
          people.out_of};
}

const model::StatedChance* whole_of(const model::StatedChance& part, const Chances& all) {
  if (part.share_of.empty()) return nullptr;
  const auto it = std::ranges::find(all, part.share_of, &model::StatedChance::id);
  return it == all.end() ? nullptr : &*it;
}

/// A chance as a share of all people; nullopt where somewhere on the way nobody says that it may be told so.
/// The check has seen that the way ends.
std::optional<Chance> of_all(const model::StatedChance& chance, const Chances& all) {
  const Chance own = in_people(as_stated(chance));
  const model::StatedChance* whole = whole_of(chance, all);
  if (whole == nullptr) return own;
  if (chance.together != model::ShareOfShare::multiplied) return std::nullopt;
  const std::optional<Chance> of_whole = of_all(*whole, all);
  return of_whole ? share_of(own, *of_whole) : std::nullopt;
}

Value value_of(const model::StatedChance& chance, const Chances& all) {
  model::Statement outcome = chance.outcome;
  if (!outcome.source) outcome.source = chance.source;
  StatedChance told;
  told.stated = as_stated(chance);
  told.people = in_people(told.stated);
  told.population = chance.population;
  told.timeframe = chance.timeframe;
  told.with = chance.with;
  told.without = chance.without;
  if (const model::StatedChance* whole = whole_of(chance, all)) {
    told.share_of = whole->outcome;
    told.of_all = of_all(chance, all);
  }
  Value value = std::move(outcome);
  value.stated_chances.push_back(std::move(told));
  return value;
}

}  // namespace

std::vector<Value> stated_chances_of(const model::Proposal& proposal, model::ChanceKind kind) {
  std::vector<Value> values;
  for (const model::StatedChance& chance : proposal.chances) {
    if (chance.kind == kind && (chance.low || chance.high))
      values.push_back(value_of(chance, proposal.chances));
  }
  return values;
}

bool states_chance(const model::Proposal& proposal, model::ChanceKind kind) {
  return std::ranges::any_of(proposal.chances,
                             [kind](const model::StatedChance& chance) { return chance.kind == kind; });
}

}  // namespace generator::compare
