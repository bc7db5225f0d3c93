#include "generator/report/view_money.h"

#include <algorithm>
#include <utility>

#include "generator/compare/names.h"

namespace generator::report {
namespace {

using compare::Amount;
using Object = ViewValue::Object;

/// Why a line that has a price is in no sum.
enum class Unsummed { without_count, in_other_currency };

/// The prices of a category's lines that are in no sum for that reason; empty if none has one.
std::string unsummed_prices_of(const compare::CostSheet& sheet, model::CostCategory category, Unsummed why,
                               const ViewWords& words) {
  std::vector<std::string> prices;
  for (const compare::CostLine& line : sheet.lines) {
    const bool is_elsewhere = line.printed && !line.item.converted;
    const bool is_meant = why == Unsummed::in_other_currency ? is_elsewhere : !line.line;
    if (line.item.category != category || !is_meant || !line.item.unit_price) continue;
    if (const ViewValue price = price_text(line.item, words); price.is_truthy())
      prices.push_back(std::get<std::string>(price.value));
  }
  return words.clauses(prices);
}

/// What a price for one unit says where nobody says how many.
std::string per_unit_text(const model::MoneyRange& price, const std::string& unit, const ViewWords& words) {
  if (unit.empty()) return words.catalog().format(price);
  return words.say("cost.per-unit", {{"price", price}, {"unit", words.catalog().unit(unit)}});
}

/// How the estimate itself calls what it leaves out, where that is short and the reader reads it; else the
/// kind of cost. What was asked for and not answered says so.
std::vector<std::string> left_out_names(const compare::CostSheet& sheet, const compare::LeftOutCategory& each,
                                        const ViewWords& words) {
  constexpr std::size_t k_longest = 60;
  const std::string category = words.name(each.category);
  std::vector<std::string> names;
  for (const compare::CostLine& line : sheet.lines) {
    const model::CostItem& item = line.item;
    if (item.category != each.category || line.line) continue;
    if ((each.how == compare::LeftOut::excluded) != (item.state == model::ItemState::excluded)) continue;
    std::string name = words.readable_or(item.label, category);
    if (name.size() > k_longest) name = category;
    if (item.state == model::ItemState::asked)
      name = words.say("chart.labelled",
                       {{"name", std::move(name)}, {"value", words.name(compare::CostState::asked)}});
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  if (names.empty() || each.how == compare::LeftOut::not_named) names = {category};
  return names;
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

model::MoneyRange roughly(model::MoneyRange amount) {
  if (amount.low) amount.low = amount.low->rounded_roughly();
  if (amount.high) amount.high = amount.high->rounded_roughly();
  return amount;
}

std::string converted_text(const model::MoneyRange& amount, const ViewWords& words) {
  return words.say("money.converted", {{"amount", roughly(amount)}});
}

std::string in_all_text(const compare::CostInAll& all, const ViewWords& words) {
  return all.is_converted ? converted_text(all.amount, words) : words.catalog().format(all.amount);
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
  if (item.quantity && item.quantity_high && !item.unit.empty()) {
    return words.say("cost.unit-price-range", {{"price", *item.unit_price},
                                               {"unit", words.catalog().unit(item.unit)},
                                               {"low", words.catalog().number(*item.quantity)},
                                               {"high", words.catalog().number(*item.quantity_high)}});
  }
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
      case compare::CostState::extra:
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

std::string estimate_name(const compare::EstimateHead& head, int number, const ViewWords& words) {
  if (!head.issuer.empty()) return words.proper(head.issuer);
  if (!head.title.empty()) return words.proper(head.title);
  return head.issued ? words.say("cost.estimate-dated", {{"date", *head.issued}})
                     : words.say("cost.estimate-number", {{"number", number}});
}

std::vector<std::string> part_texts(const compare::CostSheet& sheet, const ViewWords& words) {
  std::vector<std::string> texts;
  for (const compare::EstimateHead& part : sheet.parts) {
    const auto& amount = part.stated_total ? part.stated_total : part.stated_items;
    std::string told = amount ? words.catalog().format(amount->own) : words.say("chart.costs.no-amount");
    texts.push_back(
        words.say("chart.labelled", {{"name", estimate_name(part, static_cast<int>(texts.size()) + 1, words)},
                                     {"value", std::move(told)}}));
  }
  return texts;
}

std::string no_price_text(const compare::Comparison& comparison, std::size_t option, const ViewWords& words) {
  const auto& further = comparison.costs.further;
  if (std::ranges::find(further, option, &compare::CostSheet::option) == further.end())
    return words.say("cost.no-estimate");
  const auto sheet = std::ranges::find(comparison.costs.sheets, option, &compare::CostSheet::option);
  const bool is_unrelated =
      sheet != comparison.costs.sheets.end() && sheet->role == compare::PriceRole::unrelated;
  return words.say(is_unrelated ? MessageId("cost.see-estimates") : MessageId("cost.first-choice-unpriced"));
}

ViewValue left_out_text(const compare::CostSheet& sheet, const ViewWords& words) {
  using compare::LeftOut;
  std::vector<std::string> phrases;
  std::vector<std::string> priced;     // of which a price for one is stated, and not how many
  std::vector<std::string> elsewhere;  // priced in another currency
  for (const auto& [how, id] : {std::pair{LeftOut::excluded, MessageId("cost.not-in-price")},
                                std::pair{LeftOut::open, MessageId("cost.open-in-price")},
                                std::pair{LeftOut::not_named, MessageId("cost.not-named-in-price")}}) {
    std::vector<std::string> categories;
    for (const compare::LeftOutCategory& each : sheet.left_out) {
      if (each.how != how) continue;
      const std::string name = words.name(each.category);
      const auto add_priced = [&](Unsummed why, std::vector<std::string>& to) {
        std::string price =
            how == LeftOut::open ? unsummed_prices_of(sheet, each.category, why, words) : std::string();
        if (price.empty()) return false;
        to.push_back(words.say("cost.named-price", {{"name", name}, {"price", std::move(price)}}));
        return true;
      };
      const bool is_priced = add_priced(Unsummed::without_count, priced);
      if (add_priced(Unsummed::in_other_currency, elsewhere) || is_priced) continue;
      for (std::string& own : left_out_names(sheet, each, words)) categories.push_back(std::move(own));
    }
    if (!categories.empty())
      phrases.push_back(words.say(id, {{"categories", words.catalog().list(categories)}}));
  }
  if (!priced.empty())
    phrases.push_back(words.say("cost.only-per-unit", {{"categories", words.catalog().list(priced)}}));
  if (!elsewhere.empty())
    phrases.push_back(words.say("cost.only-elsewhere", {{"categories", words.catalog().list(elsewhere)}}));
  if (sheet.leaves_out_tax) phrases.push_back(words.say("cost.tax-not-in-price"));
  if (phrases.empty()) return false;
  return words.clauses(phrases);
}

std::string validity_text(const compare::CostSheet& sheet, const ViewWords& words) {
  if (sheet.valid_until) return words.catalog().format(*sheet.valid_until);
  if (!sheet.valid_for) return words.say("cost-state.not-stated");
  std::vector<std::string> clauses{words.say("validity.for", {{"duration", *sheet.valid_for}})};
  if (sheet.ends_on) clauses.push_back(words.say("validity.computed", {{"date", *sheet.ends_on}}));
  return words.clauses(clauses);
}

std::string rate_text(const model::Rate& rate, const ViewWords& words) {
  std::string text = words.say("cost.rate", {{"from", rate.from.code()},
                                             {"to", rate.to.code()},
                                             {"rate", words.catalog().number(rate.rate)},
                                             {"date", rate.date},
                                             {"source", rate.source}});
  if (!rate.kind) return text;
  return words.say("cost.rate-kind", {{"rate", std::move(text)}, {"kind", words.name(*rate.kind)}});
}

ViewValue::List rate_texts(const compare::Costs& costs, const ViewWords& words) {
  ViewValue::List rates;
  for (std::size_t i = 0; i < costs.rates.size(); ++i) {
    std::string sentence = rate_text(costs.rates[i], words);
    if (std::ranges::find(costs.old_rates, i) != costs.old_rates.end())
      sentence = words.say("cost.rate-old", {{"rate", std::move(sentence)}, {"duration", *costs.rate_age}});
    rates.emplace_back(std::move(sentence));
  }
  for (const model::Rate& rate : costs.rates_beside)
    rates.emplace_back(words.say("cost.rate-beside", {{"rate", rate_text(rate, words)}}));
  return rates;
}

ViewValue::List rate_texts_in_short(const compare::Costs& costs, const ViewWords& words) {
  const auto is_like_first = [&](const model::Rate& rate) {
    return rate.date == costs.rates.front().date && rate.source == costs.rates.front().source &&
           rate.kind == costs.rates.front().kind;
  };
  if (costs.rates.empty() || !costs.old_rates.empty() || !costs.rates_beside.empty() ||
      !std::ranges::all_of(costs.rates, is_like_first))
    return rate_texts(costs, words);
  const model::Rate& rate = costs.rates.front();
  return {words.say("cost.rates-in-short", {{"date", rate.date}, {"source", rate.source}})};
}

std::string refund_text(const model::Payment& payment, const ViewWords& words) {
  std::vector<std::string> clauses;
  if (payment.refundable) clauses.push_back(words.name(*payment.refundable));
  if (payment.refund_percent) {
    clauses.push_back(
        words.say("cost.refund-percent", {{"percent", words.catalog().number(*payment.refund_percent)}}));
  }
  return clauses.empty() ? words.say("cost-state.not-stated") : words.clauses(clauses);
}

ViewValue price_label(const compare::CostSheet& sheet, const ViewWords& words) {
  std::vector<std::string> clauses;
  if (sheet.role == compare::PriceRole::alternative) clauses.push_back(words.say("cost.alternative"));
  if (sheet.proposal) {
    clauses.push_back(words.say("proposal.number", {{"number", *sheet.proposal}}));
  } else if (!sheet.name.empty()) {
    clauses.push_back(words.proper(sheet.name));
  } else if (sheet.issued && sheet.role != compare::PriceRole::first_choice) {
    clauses.push_back(words.say("cost.estimate-dated", {{"date", *sheet.issued}}));
  }
  return clauses.empty() ? ViewValue(false) : ViewValue(words.clauses(clauses));
}

ViewValue outside_price(const compare::NonMedicalLine& line, const ViewWords& words) {
  const model::NonMedicalCost& cost = line.cost;
  ViewValue price = price_text(model::CostItem{.category = cost.category,
                                               .label = cost.label,
                                               .unit_price = cost.unit_price,
                                               .quantity = cost.quantity,
                                               .unit = cost.unit,
                                               .line = std::nullopt},
                               words);
  const auto* text = std::get_if<std::string>(&price.value);
  if (text == nullptr) return price;
  std::string told = *text;
  if (line.cost.persons)
    told = words.say("cost.for-persons", {{"price", told}, {"count", *line.cost.persons}});
  if (line.cost.over) {
    const bool stay = *line.cost.over == model::CostTime::stay;
    told = line.time ? words.say(stay ? MessageId("cost.over-stay") : MessageId("cost.over-time-abroad"),
                                 {{"price", told}, {"duration", *line.time}})
                     : words.say(stay ? MessageId("cost.over-stay-unknown")
                                      : MessageId("cost.over-time-abroad-unknown"),
                                 {{"price", told}});
  }
  return told;
}

ViewValue missing_rates_text(const compare::Costs& costs, const ViewWords& words) {
  if (costs.missing_rates.empty()) return false;
  std::vector<std::string> missing;
  for (const model::Currency& currency : costs.missing_rates)
    missing.push_back(words.catalog().currency_name(currency));
  return words.say("cost.missing-rate", {{"codes", words.catalog().list(missing)}});
}

}  // namespace generator::report
