// When an answer can be expected: for each hospital that has not answered yet, what it said itself, else what
// the settings hold; for one that offers a treatment and states no time, what is usual until it can begin.
//
// Days are counted only from a day that the case states. Which setting goes for a hospital is the case's to
// say (what it was asked, the kinds of treatment that it names); nothing is guessed from words.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// By option, what holds of whichever hospital last. `date` is the day on which the report speaks.
std::vector<Expectation> find_expectations(const std::vector<Column>& columns,
                                           const model::Settings& settings, const model::Date& date);

/// The one whose time is over for a hospital that is still to answer, or nullptr: for the answer itself,
/// before that for a first sign.
const Expectation* expectation_over(const std::vector<Expectation>& expectations, std::size_t option);

/// The sources that expectations and limits name, in the settings' order.
std::vector<model::SettingSource> sources_named(const model::Settings& settings,
                                                const std::vector<Expectation>& expectations,
                                                const std::vector<LimitInUse>& limits);

}  // namespace generator::compare
