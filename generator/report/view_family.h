// The sections of the report that a family reads first: one idea each, in the order in which a family asks.
// What they leave out stands in the full comparison. A cell is { note, parts } as everywhere
// (view_sections.h): all of these tables are made of it, those of money too.
#pragma once

#include "generator/report/view_words.h"

namespace generator::report {

/// How an option is named where room is short: "At home", "Linjiang"; with its city where two bear one name.
std::string short_label(const compare::Comparison& comparison, std::size_t option, const ViewWords& words);

/// The first page (docs/view.md, "glance"): a named person's plain words, and where there are none, what the
/// answers themselves say.
ViewValue glance_view(const compare::Comparison& comparison, ViewWords& words);

// Tables of the options: { table, places, rows: [ { name, total, cells } ] }: what the table is called,
// whether its head says where each option is, and its rows.

/// The rows that matter to the choice, on which somebody says something: what each option could bring and
/// what it asks of a patient; and all else. False if there are none.
ViewValue bring_view(const compare::Comparison& comparison, ViewWords& words);
ViewValue beside_view(const compare::Comparison& comparison, ViewWords& words);

/// What a family would want to know and no letter says, in a sentence; false if there is nothing of it.
ViewValue unsaid(const compare::Comparison& comparison, const ViewWords& words);

/// Where the answers differ; a row here has `kind` and `settle`, too. False if nothing was compared.
ViewValue difference_table(const compare::Comparison& comparison, ViewWords& words);

/// What each option costs in all (docs/view.md, "whole_cost").
ViewValue whole_cost_view(const compare::Comparison& comparison, ViewWords& words);

/// What to be careful about in the offers, by option: [ { label, points } ]; a point about several stands
/// once, with all of them. Not what is_told_beside_offer.
ViewValue caution_views(const compare::Comparison& comparison, ViewWords& words);

/// A promise or pressure that a named person has confirmed: it stands where the offer is described, and not
/// where money is once more.
bool is_told_beside_offer(const compare::Message& flag);

/// The questions to ask first of all, at most `count`: [ { sentence, to } ], with the options' short names.
ViewValue short_questions(const compare::Comparison& comparison, std::size_t count, const ViewWords& words);

/// What an option costs, as its hospital wrote it: the price of its first choice, then those of other plans;
/// in each the amount, what it is in the family's currency, and what it is. Empty if no price is known.
enum class Conversions { shown, left_out };
ViewValue::List price_parts(const compare::Comparison& comparison, std::size_t option,
                            Conversions conversions, ViewWords& words);

/// What a price does not pay for, as far as the estimate and the plan tell; nullptr: there is no estimate.
ViewValue left_out_cell(const compare::CostSheet* sheet, const ViewWords& words);

/// A cell of a row with the first few points of each list, and how many more there are: the full comparison
/// holds them all.
ViewValue short_cell(const compare::Cell& cell, ViewWords& words);

// Cells.

/// A cell with these parts; one that says nothing, with the word in its place.
ViewValue cell_of(ViewValue::List parts);
ViewValue silent_cell(std::string note);
/// A part of one value; of several, as a list.
ViewValue part_of(ViewValue value);
ViewValue text_part(std::string text);
ViewValue parts_of(ViewValue::List values);

}  // namespace generator::report
