// The sections of a view, each from one part of the comparison. They are made in the order of the page,
// because sources are numbered as they come.
#pragma once

#include "generator/report/checklists.h"
#include "generator/report/view_words.h"

namespace generator::report {

/// What the case is: [ { name, values } ]; a value here has one member more, `detail`: it belongs to the one
/// before. A hospital is told nothing of what the family wishes, nor who decides in it; a doctor at home has
/// the patient in a line of its own.
enum class FactsFor { family, hospital, doctor };
ViewValue case_facts(const compare::CaseSummary& summary, ViewWords& words, FactsFor reader);

/// "58 years, male", and what else is known of the patient's age and weight, each for itself.
std::vector<std::string> patient_measures(const compare::CaseSummary& summary, const ViewWords& words);

/// What a number on the ECOG scale means.
std::string ecog_text(int ecog, const ViewWords& words);

/// The records by what has become of them: [ { title, items: [ { name, date, note } ] } ].
ViewValue record_views(const compare::CaseSummary& summary, ViewWords& words);

/// The records that a second opinion needs, and what the case has of them (docs/view.md, "checklist").
ViewValue checklist_view(const Checklists& lists, const compare::CaseSummary& summary, ViewWords& words);

/// What stands in a cell of a row of the options: { note, parts }.
ViewValue cell_view(const compare::Cell& cell, ViewWords& words, LimitMarks marks = LimitMarks::left_out);

/// The ids of an option's column, and of its estimate.
std::string option_anchor(const compare::Option& option);
std::string estimate_anchor(const compare::Option& option);

/// The columns: [ { id, letter, label, place, superseded, home } ].
ViewValue option_heads(const compare::Comparison& comparison, const ViewWords& words);

/// The city and the country of a hospital, as far as the case has them.
std::string option_place(const compare::Option& option, const ViewWords& words);

/// How an option is named in running text: "A. Linjiang Cancer Centre", "At home: the current plan".
std::string option_label(const compare::Option& option, const ViewWords& words);

/// Who somebody beside the patient is: "The donor (R. S.)".
std::string person_name(const model::Person& person, const ViewWords& words);
/// What is about that person, with who it is; of the patient, as it stands.
std::string of_person(std::string what, const std::string& id, const compare::CaseSummary& summary,
                      const ViewWords& words);

/// [ { name, rows: [ { name, cells: [ { note, parts } ] } ] } ].
ViewValue option_groups(const compare::Comparison& comparison, ViewWords& words);

/// The rows in which no option states anything, which option_groups leaves out: [ { id, name, more } ];
/// `more`: another follows.
ViewValue silent_rows(const compare::Comparison& comparison, const ViewWords& words);

/// What the marks in those cells mean: [ { id, mark, sentence, by } ].
ViewValue limit_views(const compare::Comparison& comparison, const ViewWords& words);

/// What can be expected when (docs/view.md, "expectations").
ViewValue expectations_view(const compare::Comparison& comparison, ViewWords& words);

/// Whose the rules and usual times are: [ sentence ].
ViewValue rule_sources(const compare::Comparison& comparison, const ViewWords& words);

/// "row-visa": the id of a row in the table of options, for links to it.
std::string row_anchor(compare::RowId row);

/// What would happen when: [ { name, rows: [ { name, href, cells: [ { note, parts } ] } ] } ], a cell for
/// each option. Statements are counted here, and stand in the table of options; `links`: whether it is there.
ViewValue calendar_view(const compare::Comparison& comparison, bool links, ViewWords& words);

/// What changed since an earlier revision of the case (docs/view.md, "changes"); false if none was given.
ViewValue changes_view(const compare::Comparison& comparison, ViewWords& words);

/// What is to be done before admission, who asks for what: [ { name, cells: [ { note, parts } ] } ].
ViewValue preparation_views(const compare::Comparison& comparison, ViewWords& words);
/// Whether the case sorts any of it by kind, so that it can be set side by side.
bool sorts_preparations(const compare::Comparison& comparison);

/// The first page, made of facts, never a verdict: { answers, options: [ { label, href, answer, treatment,
/// goal, time, costs, costs_href } ], first_choices, differences, open }; `costs` is a money cell with `plan`
/// (whose price it is) and `others` (prices of other plans, each such a cell). `links`: to the
/// options and their estimates.
ViewValue short_view(const compare::Comparison& comparison, bool links, ViewWords& words);

/// All of the money (docs/view.md, "costs").
ViewValue costs_view(const compare::Comparison& comparison, ViewWords& words);

/// The row that says what an option is: the kind of treatment; where only the plan is stated, the plan.
compare::RowId treatment_row(const compare::Comparison& comparison, std::size_t option);

/// How many were asked and have answered.
std::string answers_text(const compare::Comparison& comparison, const ViewWords& words);

/// In what the answers differ; false if nothing tells them apart.
ViewValue differences_text(const compare::Comparison& comparison, const ViewWords& words);

/// That hospitals with several plans would begin with different ones; false if they would not.
ViewValue first_choices_text(const compare::Comparison& comparison, const ViewWords& words);

/// What is said where nothing differs: that nothing contradicts, or what could not be compared.
std::string no_differences_text(const compare::Comparison& comparison, const ViewWords& words);

/// [ { name, kind, positions: [ { option, values, undecided } ], settle } ].
ViewValue difference_views(const compare::Comparison& comparison, ViewWords& words);
/// What the letters ask for themselves that bears on a difference, and whose it is.
ViewValue asked_views(const std::vector<compare::Evidence>& asked, const compare::Comparison& comparison,
                      ViewWords& words);
/// What reads differently and is no difference, and why.
ViewValue reading_views(const compare::Comparison& comparison, ViewWords& words);

/// A point: { sentence, any_evidence, evidence }, a sentence and what it rests on. A piece of evidence is a
/// value with one member more, `more`: another follows.
ViewValue point_view(const compare::Message& message, const std::vector<compare::Evidence>& evidence,
                     ViewWords& words);

/// How many points finding_groups tells.
int count_points(const std::vector<compare::Finding>& findings,
                 const std::vector<compare::Together>& together);

/// Those about the whole case, then those about several options, each once, then by option what is its own:
/// [ { title, key, folded, items: [ point ] } ]; a point here has `concerns` too, `key` says which letter is
/// whose, and `folded` sums up what is one option's own.
ViewValue finding_groups(const std::vector<compare::Finding>& findings,
                         const std::vector<compare::Together>& together,
                         const compare::Comparison& comparison, ViewWords& words);

/// Whether a validity had ended before the day on which the report speaks.
bool is_stale(const compare::CaseSummary& summary);

/// The sentence on who entered what bears no number; to be asked for when all else is numbered.
std::string entered_by(const ViewWords& words);

/// Who put the case together, and when, in a sentence; false if the case does not say.
ViewValue prepared_by(const compare::CaseSummary& summary, const ViewWords& words);

/// The agency whose papers these are: { name, person, telephone, href, case_number }; false if there is none.
ViewValue agency_view(const compare::CaseSummary& summary, const ViewWords& words);

/// { mark, state, stale, is_draft }: what has become of the report itself.
ViewValue release_view(const compare::CaseSummary& summary, const ViewWords& words);

}  // namespace generator::report
