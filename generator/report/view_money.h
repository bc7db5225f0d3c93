// Amounts as cells of a view, and the words that stand beside them or in their place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/compare/cost_in_all.h"
#include "generator/report/view_words.h"

namespace generator::report {

/// { own, family, note, quiet, cite, href }: an amount, or a word in its place; and where it stands, if not
/// with its label.
ViewValue money_cell(const std::optional<compare::Amount>& amount, ViewValue note, const ViewWords& words,
                     ViewValue::Object place = {{"cite", false}, {"href", false}});

/// An amount in the family's currency, as exactly as a rate of one day and an estimate deserve.
model::MoneyRange roughly(model::MoneyRange amount);
std::string converted_text(const model::MoneyRange& amount, const ViewWords& words);
/// Exactly, where nothing in it was converted.
std::string in_all_text(const compare::CostInAll& all, const ViewWords& words);

/// The word for an amount that is not stated.
ViewValue not_stated(const ViewWords& words);

/// The amount and where it stands, or that it is not stated.
ViewValue amount_cell(const std::optional<compare::Amount>& amount, const ViewWords& words,
                      ViewValue::Object place = {{"cite", false}, {"href", false}});

/// What a price per unit says in one phrase; false if there is none.
ViewValue price_text(const model::CostItem& item, const ViewWords& words);

/// What stands beside the amount of a category, or in its place; false if nothing does.
ViewValue category_note(const compare::CostCell& cell, const ViewWords& words);

/// What an estimate is called: by who wrote it, else by its letter, its day, or its number.
std::string estimate_name(const compare::EstimateHead& head, int number, const ViewWords& words);

/// The estimates of a price of several, each with what it comes to: "The surgeon: EUR 6,250".
std::vector<std::string> part_texts(const compare::CostSheet& sheet, const ViewWords& words);

/// What stands in the place of an option's price where there is none: no estimate, none of its first choice,
/// or several that nobody relates.
std::string no_price_text(const compare::Comparison& comparison, std::size_t option, const ViewWords& words);

/// What the price leaves out, in one phrase; false if nothing is known to be left out.
ViewValue left_out_text(const compare::CostSheet& sheet, const ViewWords& words);

/// Until when an estimate holds: its day, or its length with the day that follows; or that it is not stated.
std::string validity_text(const compare::CostSheet& sheet, const ViewWords& words);

/// A rate with its date and its source, in one sentence.
std::string rate_text(const model::Rate& rate, const ViewWords& words);

/// All rates that were used, an old one with a remark: [ sentence ].
ViewValue::List rate_texts(const compare::Costs& costs, const ViewWords& words);
/// By which day's rates of which source was converted, without the rates, which the full comparison has; all
/// of rate_texts where there is more to say of them.
ViewValue::List rate_texts_in_short(const compare::Costs& costs, const ViewWords& words);

/// What comes back of a payment, as far as the letter says it.
std::string refund_text(const model::Payment& payment, const ViewWords& words);

/// Which of an option's prices it is, in a word or two; false if it has but one.
ViewValue price_label(const compare::CostSheet& sheet, const ViewWords& words);

/// The price of a cost outside the hospital, and for how many persons and over what time it runs; false if
/// there is none.
ViewValue outside_price(const compare::NonMedicalLine& line, const ViewWords& words);

/// Which currencies no rate of the case converts; false if there is none.
ViewValue missing_rates_text(const compare::Costs& costs, const ViewWords& words);

}  // namespace generator::report
