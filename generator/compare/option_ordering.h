// The columns of a comparison: the plan at home first, then the hospitals by name, and for each of them the
// answers that count. The order says nothing about merit: names in the root collation (CLDR), ties by id. It
// does not depend on the order of anything in the case file.
//
// An answer counts unless another one supersedes it. All opinions of a hospital that nothing supersedes
// count, and so do its estimates, each in the price that it is part of (price_plans.h). Columns point into
// the case, which must outlive them.
#pragma once

#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/compare/comparison.h"
#include "generator/model/case.h"
#include "generator/model/price_plans.h"

namespace generator::compare {

struct Column {
  const model::Hospital* hospital = nullptr;    ///< nullptr: home
  std::vector<const model::Opinion*> opinions;  ///< that count: newest first, undated last, then by id
  std::vector<const model::Opinion*> replaced_opinions;    ///< in the same order
  std::vector<const model::Estimate*> estimates;           ///< that nothing replaced, in the same order
  std::vector<model::Price> prices;                        ///< what they are the prices of
  std::vector<const model::Estimate*> replaced_estimates;  ///< newest first, undated last, then by id

  bool is_home() const { return hospital == nullptr; }
};

/// What each answer that counts would do first; at home, the plan there.
std::vector<const model::Proposal*> first_choices_of(const model::Case& c, const Column& column);

/// Whether the plan of that number is what one of its answers would do first.
bool is_first_choice(const Column& column, int number);

/// The number of a plan among all of the column, as its headings count them; nullopt if it is none of them,
/// or the only one.
std::optional<int> number_of(const Column& column, const model::Proposal* proposal);

/// Home, then each hospital. Error: collation-missing (machine).
base::Result<std::vector<Column>> order_columns(const model::Case& c);

/// The decision of the newest opinion that counts; nullopt if there is none. Where dates do not tell which is
/// the newest and they differ, an acceptance does not win.
std::optional<model::DecisionStatus> decision_of(const Column& column);

/// True if the opinion has not decided and a certainly newer one of the same hospital has: what was open then
/// is open no more.
bool is_overtaken(const Column& column, const model::Opinion& opinion);

/// True for a decision that leaves open whether the hospital treats: under review, needs information, cannot
/// judge.
bool is_undecided(model::DecisionStatus decision);

/// True if the hospital offers a treatment of its own: it accepts (on conditions or without), or proposes one
/// while it has not decided. To call the plan at home the best, or to decline, is no offer.
bool makes_offer(const Column& column);

/// True if its decision is that it does not treat: it declines, or calls the plan at home the best.
bool declines(const Column& column);

/// Whether every answer that counts rests on the tissue itself, as far as the case says: a form that is not
/// said may be the slides.
bool has_seen_tissue(const Column& column);

/// The heads of the columns.
std::vector<Option> options_of(const std::vector<Column>& columns);

/// The index of an option by its id ("home" or a hospital's); nullopt if there is none.
std::optional<std::size_t> find_option(const std::vector<Column>& columns, std::string_view id);

}  // namespace generator::compare
