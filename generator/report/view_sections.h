// The sections of a view, each from one part of the comparison. They are made in the order of the page,
// because sources are numbered as they come.
#pragma once

#include "generator/report/view_words.h"

namespace generator::report {

/// What the case is: [ { name, values } ]; a value here has one member more, `detail`: it belongs to the one
/// before.
ViewValue case_facts(const compare::CaseSummary& summary, ViewWords& words);

/// The columns: [ { letter, label, place, superseded, home } ].
ViewValue option_heads(const compare::Comparison& comparison, const ViewWords& words);

/// How an option is named in running text: "A. Linjiang Cancer Centre", "At home: the current plan".
std::string option_label(const compare::Option& option, const ViewWords& words);

/// [ { name, rows: [ { name, cells: [ { note, parts } ] } ] } ].
ViewValue option_groups(const compare::Comparison& comparison, ViewWords& words);

/// The summary, made of facts, never a verdict: { answers, options: [ { label, lines } ], differences, open
/// }.
ViewValue short_view(const compare::Comparison& comparison, const ViewWords& words);

/// All of the money (docs/view.md, "costs").
ViewValue costs_view(const compare::Comparison& comparison, ViewWords& words);

/// [ { name, positions: [ { option, values } ], settle } ].
ViewValue difference_views(const compare::Comparison& comparison, ViewWords& words);

/// By option, those about the whole case first: [ { title, items: [ { sentence, any_evidence, evidence } ] }
/// ]; a piece of evidence is a value with one member more, `more`: another follows.
ViewValue finding_groups(const std::vector<compare::Finding>& findings, const compare::Comparison& comparison,
                         ViewWords& words);

/// { mark, state, stale, is_draft }: what has become of the report itself.
ViewValue release_view(const compare::CaseSummary& summary, const ViewWords& words);

}  // namespace generator::report
