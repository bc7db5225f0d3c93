// Amounts as cells of a view, and the words that stand beside them or in their place.
#pragma once

#include <optional>

#include "generator/report/view_words.h"

namespace generator::report {

/// { own, family, note, quiet, cite, href }: an amount, or a word in its place; and where it stands, if not
/// with its label.
ViewValue money_cell(const std::optional<compare::Amount>& amount, ViewValue note, const ViewWords& words,
                     ViewValue::Object place = {{"cite", false}, {"href", false}});

/// An amount in the family's currency, as exactly as a rate of one day and an estimate deserve.
std::string converted_text(const model::MoneyRange& amount, const ViewWords& words);

/// The word for an amount that is not stated.
ViewValue not_stated(const ViewWords& words);

/// The amount and where it stands, or that it is not stated.
ViewValue amount_cell(const std::optional<compare::Amount>& amount, const ViewWords& words,
                      ViewValue::Object place = {{"cite", false}, {"href", false}});

/// What a price per unit says in one phrase; false if there is none.
ViewValue price_text(const model::CostItem& item, const ViewWords& words);

/// What stands beside the amount of a category, or in its place; false if nothing does.
ViewValue category_note(const compare::CostCell& cell, const ViewWords& words);

/// What the price leaves out, in one phrase; false if nothing is known to be left out.
ViewValue left_out_text(const compare::CostSheet& sheet, const ViewWords& words);

/// A rate with its date and its source, in one sentence.
std::string rate_text(const model::Rate& rate, const ViewWords& words);

}  // namespace generator::report
