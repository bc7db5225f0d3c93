#include "generator/report/view_money.h"

#include <utility>

#include "generator/compare/names.h"

namespace generator::report {
namespace {

using compare::Amount;
using Object = ViewValue::Object;

/// What a price for one unit says where nobody says how many.
std::string per_unit_text(const model::MoneyRange& price, const std::string& unit, const ViewWords& words) {
  return words.say("cost.per-unit", {{"price", price}, {"unit", words.catalog().unit(unit)}});
}

}  // namespace

ViewValue money_cell(const std::optional<Amount>& amount, ViewValue note, const ViewWords& words,
                     ViewValue::Object place) {
  ViewValue own;
  ViewValue family;
  if (amount) {
    own = words.catalog().format(amount->own);
    if (amount->family) family = converted_text(*amount->family, words);
  }
  Object cell{{"own", std::move(own)},
              {"family", std::move(family)},
              {"note", std::move(note)},
              {"quiet", !amount.has_value()}};
  for (ViewMember& member : place) cell.push_back(std::move(member));
  return cell;
}

std::string converted_text(const model::MoneyRange& amount, const ViewWords& words) {
  model::MoneyRange rough = amount;
  if (rough.low) rough.low = rough.low->rounded_roughly();
  if (rough.high) rough.high = rough.high->rounded_roughly();
  return words.say("money.converted", {{"amount", std::move(rough)}});
}

ViewValue not_stated(const ViewWords& words) {
  return words.say("cost-state.not-stated");
}

ViewValue amount_cell(const std::optional<Amount>& amount, const ViewWords& words, ViewValue::Object place) {
  return money_cell(amount, amount ? ViewValue(false) : not_stated(words), words, std::move(place));
}

ViewValue price_text(const model::CostItem& item, const ViewWords& words) {
  if (!item.unit_price) return false;
  ViewWords::Arguments arguments = {{"price", *item.unit_price}};
  if (!item.unit.empty()) arguments.emplace_back("unit", words.catalog().unit(item.unit));
  if (item.quantity) arguments.emplace_back("quantity", words.catalog().number(*item.quantity));
  if (item.unit.empty() && !item.quantity) return words.catalog().format(*item.unit_price);
  if (item.unit.empty()) return words.say("cost.price-times", std::move(arguments));
  return words.say(item.quantity ? MessageId("cost.unit-price-times") : MessageId("cost.unit-price"),
                   std::move(arguments));
}

ViewValue category_note(const compare::CostCell& cell, const ViewWords& words) {
  std::vector<std::string> notes;
  if (!cell.amount) {
    switch (cell.state) {
      case compare::CostState::stated: notes.push_back(words.say("cost.no-sum")); break;
      case compare::CostState::per_unit: break;
      case compare::CostState::included:
      case compare::CostState::excluded:
      case compare::CostState::not_stated:
      case compare::CostState::asked: notes.push_back(words.name(cell.state)); break;
    }
  }
  if (cell.not_in_amount > 0)
    notes.push_back(words.say("cost.not-in-amount", {{"count", cell.not_in_amount}}));
  for (const compare::UnitPrice& each : cell.unit_prices)
    notes.push_back(per_unit_text(each.price, each.unit, words));
  if (notes.empty()) return false;
  return words.clauses(notes);
}

ViewValue left_out_text(const compare::CostSheet& sheet, const ViewWords& words) {
  using compare::LeftOut;
  std::vector<std::string> phrases;
  for (const auto& [how, id] : {std::pair{LeftOut::excluded, MessageId("cost.not-in-price")},
                                std::pair{LeftOut::open, MessageId("cost.open-in-price")},
                                std::pair{LeftOut::not_named, MessageId("cost.not-named-in-price")}}) {
    std::vector<std::string> categories;
    for (const compare::LeftOutCategory& each : sheet.left_out) {
      if (each.how == how) categories.push_back(words.name(each.category));
    }
    if (!categories.empty())
      phrases.push_back(words.say(id, {{"categories", words.catalog().list(categories)}}));
  }
  if (sheet.leaves_out_tax) phrases.push_back(words.say("cost.tax-not-in-price"));
  if (phrases.empty()) return false;
  return words.clauses(phrases);
}

std::string rate_text(const model::Rate& rate, const ViewWords& words) {
  return words.say("cost.rate", {{"from", rate.from.code()},
                                 {"to", rate.to.code()},
                                 {"rate", words.catalog().number(rate.rate)},
                                 {"date", rate.date},
                                 {"source", rate.source}});
}

}  // namespace generator::report
