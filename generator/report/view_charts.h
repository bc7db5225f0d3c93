// The charts of a view. Each is { instead, title, note, figures }: `instead` says why nothing is drawn, or
// is false; a chart with many options goes on in a second figure. Only what the comparison holds is drawn, in
// the report's order; what is not stated has its row, and says so. The lines of an option are also what its
// text alternative says, so that nobody sees more than another hears.
#pragma once

#include <optional>

#include "generator/report/chart.h"
#include "generator/report/view_words.h"

namespace generator::report {

/// What the estimates come to, on one axis: in the family's currency as far as the case's rates lead there,
/// else in the only currency that there is. Without either there is no chart: no rate, no conversion.
ViewValue cost_chart(const compare::Comparison& comparison, const ViewWords& words);

/// Until when answers and estimates hold, in days or weeks from the report's date.
ViewValue validity_chart(const compare::Comparison& comparison, const ViewWords& words);

/// How long stays and times abroad are, and when payments fall due within them.
ViewValue stay_chart(const compare::Comparison& comparison, const ViewWords& words);

/// A chart without a drawing: `instead` says why.
ViewValue no_chart(std::string instead);

/// A chart's parts put together. `note` is the caption.
ViewValue make_chart(const std::string& title, std::string note, const ChartMaker& make,
                     const ViewWords& words);

/// "Stay: 4–6 weeks".
std::string labelled(std::string name, std::string value, const ViewWords& words);

/// The sheet of that option, or nullptr if it has no estimate.
const compare::CostSheet* estimate_of(const compare::Comparison& comparison, std::size_t option);

}  // namespace generator::report
