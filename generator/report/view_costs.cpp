#include <algorithm>

#include "generator/compare/names.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Amount;
using compare::Comparison;
using compare::CostSheet;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// { own, family, note, quiet, cite, href }: an amount, or a word in its place; and where it stands, if not
/// with its label.
ViewValue money_cell(const std::optional<Amount>& amount, ViewValue note, const ViewWords& words,
                     ViewValue::Object place = {{"cite", false}, {"href", false}}) {
  ViewValue own;
  ViewValue family;
  if (amount) {
    own = words.catalog().format(amount->own);
    if (amount->family) family = words.say("money.converted", {{"amount", *amount->family}});
  }
  Object cell{{"own", std::move(own)},
              {"family", std::move(family)},
              {"note", std::move(note)},
              {"quiet", !amount.has_value()}};
  for (ViewMember& member : place) cell.push_back(std::move(member));
  return cell;
}

ViewValue not_stated(const ViewWords& words) {
  return words.say("cost-state.not-stated");
}

ViewValue amount_cell(const std::optional<Amount>& amount, const ViewWords& words) {
  return money_cell(amount, amount ? ViewValue(false) : not_stated(words), words);
}

/// A unit in the reader's language, if it is one of the usual ones; else as the hospital writes it.
std::string unit_name(const std::string& unit, const ViewWords& words) {
  const std::string id = "unit." + unit;
  return words.catalog().contains(id) ? words.say(id) : unit;
}

/// What a price per unit says in one phrase.
ViewValue price_text(const model::CostItem& item, const ViewWords& words) {
  if (!item.unit_price) return false;
  ViewWords::Arguments arguments = {{"price", *item.unit_price}};
  if (!item.unit.empty()) arguments.emplace_back("unit", unit_name(item.unit, words));
  if (item.quantity) arguments.emplace_back("quantity", words.catalog().number(*item.quantity));
  if (item.unit.empty() && !item.quantity) return words.catalog().format(*item.unit_price);
  if (item.unit.empty()) return words.say("cost.price-times", std::move(arguments));
  return words.say(item.quantity ? "cost.unit-price-times" : "cost.unit-price", std::move(arguments));
}

/// What a price for one unit says where nobody says how many.
std::string per_unit_text(const model::MoneyRange& price, const std::string& unit, const ViewWords& words) {
  return words.say("cost.per-unit", {{"price", price}, {"unit", unit_name(unit, words)}});
}

/// What stands beside the amount of a category, or in its place.
ViewValue category_note(const compare::CostCell& cell, const ViewWords& words) {
  std::vector<std::string> notes;
  if (!cell.amount) {
    switch (cell.state) {
      case compare::CostState::stated: notes.push_back(words.say("cost.no-sum")); break;
      case compare::CostState::per_unit: break;
      case compare::CostState::included:
      case compare::CostState::excluded:
      case compare::CostState::not_stated:
      case compare::CostState::asked:
        notes.push_back(words.say("cost-state", compare::name_of(cell.state)));
        break;
    }
  }
  if (cell.not_in_amount > 0)
    notes.push_back(words.say("cost.not-in-amount", {{"count", cell.not_in_amount}}));
  for (const compare::UnitPrice& each : cell.unit_prices)
    notes.push_back(per_unit_text(each.price, each.unit, words));
  if (notes.empty()) return false;
  std::string text = notes.front();
  for (std::size_t i = 1; i < notes.size(); ++i)
    text = words.say("cost.two-notes", {{"first", text}, {"second", notes[i]}});
  return text;
}

List category_rows(const compare::Costs& costs, const ViewWords& words) {
  List rows;
  for (const compare::CostRow& row : costs.rows) {
    List cells;
    for (const compare::CostCell& cell : row.cells) {
      cells.push_back(money_cell(cell.amount, category_note(cell, words), words));
    }
    rows.push_back(Object{{"name", words.say("cost-category", model::name_of(row.category))},
                          {"cells", std::move(cells)}});
  }
  return rows;
}

/// The sums under the table: one row each, one cell for each option.
List total_rows(const Comparison& comparison, const ViewWords& words) {
  const compare::Costs& costs = comparison.costs;
  List rows;
  const auto add = [&](std::string name, const auto& cell) {
    List cells;
    for (std::size_t option = 0; option < comparison.options.size(); ++option) {
      const auto sheet = std::ranges::find(costs.sheets, option, &CostSheet::option);
      cells.push_back(sheet == costs.sheets.end() || sheet->estimate.empty()
                          ? money_cell(std::nullopt, words.say("cost.no-estimate"), words)
                          : cell(*sheet));
    }
    rows.push_back(Object{{"name", std::move(name)}, {"cells", std::move(cells)}});
  };
  add(words.say("text.costs.stated-items"), [&](const CostSheet& sheet) {
    if (sheet.has_no_common_bound) return money_cell(std::nullopt, words.say("cost.no-sum"), words);
    const bool is_package = sheet.basis == model::EstimateBasis::package && sheet.stated_total;
    if (is_package) return money_cell(sheet.stated_items, words.say("cost.package-price"), words);
    return amount_cell(sheet.stated_items, words);
  });
  add(words.say("text.costs.not-stated"), [&](const CostSheet& sheet) {
    return money_cell(std::nullopt,
                      words.say("cost.not-stated-count", {{"count", sheet.items_without_amount}}), words);
  });
  add(words.say("text.costs.own-total"),
      [&](const CostSheet& sheet) { return amount_cell(sheet.stated_total, words); });
  if (!costs.like_for_like.empty()) {
    add(words.say("text.costs.like-for-like"), [&](const CostSheet& sheet) {
      return sheet.like_for_like ? amount_cell(sheet.like_for_like, words)
                                 : money_cell(std::nullopt, words.say("cost.no-sum"), words);
    });
  }
  if (costs.contingency_percent) {
    add(words.say("cost.contingency", {{"percent", words.catalog().number(*costs.contingency_percent)}}),
        [&](const CostSheet& sheet) { return amount_cell(sheet.contingency, words); });
  }
  return rows;
}

ViewValue line_view(const compare::CostLine& line, ViewWords& words) {
  const model::CostItem& item = line.item;
  // An item that is included and has an amount needs no further word.
  ViewValue note;
  if (!line.line) {
    note = words.say("item-state", model::name_of(item.state));
    if (item.state == model::ItemState::included) {
      note = words.say(item.unit_price ? "cost-state.per-unit" : "cost-state.included");
    }
  }
  ViewValue warning;
  if (!line.adds_up && line.line && line.computed) {
    warning = words.say("cost.line-differs", {{"stated", line.line->own}, {"computed", *line.computed}});
  }
  return Object{
      {"label", words.statement(item.label)},
      {"category", words.say("cost-category", model::name_of(item.category))},
      {"price", price_text(item, words)},
      {"amount", money_cell(line.line, std::move(note), words, words.place(item.source))},
      {"warning", std::move(warning)},
  };
}

List payment_views(const CostSheet& sheet, ViewWords& words) {
  List payments;
  for (const compare::PaymentLine& line : sheet.payments) {
    const model::Payment& payment = line.payment;
    payments.push_back(Object{
        {"when", words.say("payment-time", model::name_of(payment.when))},
        {"label", payment.label ? words.statement(*payment.label) : ViewValue(false)},
        {"amount", money_cell(line.amount, line.amount ? ViewValue(false) : not_stated(words), words,
                              words.place(payment.source))},
        {"refund", payment.refundable ? words.say("refundable", model::name_of(*payment.refundable))
                                      : words.say("cost-state.not-stated")},
    });
  }
  return payments;
}

/// The rows of what an estimate comes to as a whole that are not what they were.
List head_changes(const compare::EstimateHead& before, const compare::EstimateHead& after,
                  const ViewWords& words) {
  List changes;
  const auto add = [&](const char* name, ViewValue was, ViewValue is) {
    changes.push_back(Object{
        {"name", words.say("text.costs", name)}, {"before", std::move(was)}, {"after", std::move(is)}});
  };
  const auto own = [](const std::optional<Amount>& amount) {
    return amount ? std::optional<model::MoneyRange>(amount->own) : std::nullopt;
  };
  const auto told = [&](std::string text) { return money_cell(std::nullopt, std::move(text), words); };
  if (before.currency != after.currency) {
    add("currency", told(words.catalog().currency_name(before.currency)),
        told(words.catalog().currency_name(after.currency)));
  }
  if (own(before.stated_total) != own(after.stated_total))
    add("own-total", amount_cell(before.stated_total, words), amount_cell(after.stated_total, words));
  if (own(before.stated_items) != own(after.stated_items))
    add("stated-items", amount_cell(before.stated_items, words), amount_cell(after.stated_items, words));
  if (before.items_with_amount != after.items_with_amount) {
    add("with-amount", told(words.catalog().number(model::Decimal(before.items_with_amount))),
        told(words.catalog().number(model::Decimal(after.items_with_amount))));
  }
  if (before.items_without_amount != after.items_without_amount) {
    add("not-stated", told(words.catalog().number(model::Decimal(before.items_without_amount))),
        told(words.catalog().number(model::Decimal(after.items_without_amount))));
  }
  if (before.valid_until != after.valid_until) {
    const auto date = [&](const std::optional<model::Date>& day) {
      return told(day ? words.catalog().format(*day) : words.say("cost-state.not-stated"));
    };
    add("valid-until", date(before.valid_until), date(after.valid_until));
  }
  return changes;
}

/// What changed since an estimate that this one replaced.
List replaced_views(const CostSheet& sheet, const ViewWords& words) {
  const auto cell = [&](const compare::CostCell& side) {
    return money_cell(side.amount, category_note(side, words), words);
  };
  List list;
  for (const compare::ReplacedEstimate& replaced : sheet.replaced) {
    List changes = head_changes(replaced.before, replaced.after, words);
    for (const compare::CategoryChange& change : replaced.changes) {
      changes.push_back(Object{{"name", words.say("cost-category", model::name_of(change.category))},
                               {"before", cell(change.before)},
                               {"after", cell(change.after)}});
    }
    const auto& issued = replaced.before.issued;
    list.push_back(Object{
        {"title", issued ? words.say("cost.changes-since", {{"date", *issued}})
                         : words.say("cost.changes-since-undated")},
        {"changed", !changes.empty()},
        {"changes", std::move(changes)},
    });
  }
  return list;
}

/// An older estimate that stands beside the one that counts, with what it comes to.
std::string standing_text(const compare::EstimateHead& head, const ViewWords& words) {
  const std::optional<Amount>& amount = head.stated_total ? head.stated_total : head.stated_items;
  const std::string id = std::string("cost.also-standing") + (head.issued ? "" : "-undated");
  ViewWords::Arguments arguments;
  if (head.issued) arguments.emplace_back("date", *head.issued);
  arguments.emplace_back("amount",
                         amount ? words.catalog().format(amount->own) : words.say("chart.costs.no-amount"));
  return words.say(id, std::move(arguments));
}

List sheet_facts(const CostSheet& sheet, const ViewWords& words) {
  List facts;
  const auto add = [&](std::string_view name, std::string text) {
    facts.push_back(Object{{"name", words.say("text.costs", name)}, {"words", std::move(text)}});
  };
  const auto date = [&](const std::optional<model::Date>& day) {
    return day ? words.catalog().format(*day) : words.say("cost-state.not-stated");
  };
  if (sheet.basis) add("basis", words.say("estimate-basis", model::name_of(*sheet.basis)));
  add("issued", date(sheet.issued));
  add("valid-until", date(sheet.valid_until));
  return facts;
}

List sheet_warnings(const CostSheet& sheet, const ViewWords& words) {
  List warnings;
  if (sheet.expired && sheet.valid_until) {
    warnings.push_back(words.say("cost.expired", {{"date", *sheet.valid_until}}));
  }
  if (!sheet.total_adds_up && sheet.stated_total && sheet.computed_total) {
    warnings.push_back(words.say("cost.total-differs",
                                 {{"stated", sheet.stated_total->own}, {"computed", *sheet.computed_total}}));
  }
  if (!sheet.also_estimated.empty()) {
    warnings.push_back(
        words.say("cost.also-estimated", {{"count", static_cast<int>(sheet.also_estimated.size())}}));
    for (const compare::EstimateHead& head : sheet.also_estimated)
      warnings.push_back(standing_text(head, words));
  }
  return warnings;
}

/// What the lines say of complications, where the estimate has no sentence on them: [ { label, note } ].
List complication_lines(const CostSheet& sheet, ViewWords& words) {
  List lines;
  if (sheet.complications) return lines;
  for (const compare::CostLine& line : sheet.lines) {
    if (line.item.category != model::CostCategory::complications) continue;
    lines.push_back(Object{{"label", words.statement(line.item.label)},
                           {"note", words.say("item-state", model::name_of(line.item.state))}});
  }
  return lines;
}

ViewValue sheet_view(const CostSheet& sheet, const compare::Option& option, ViewWords& words) {
  List lines;
  for (const compare::CostLine& line : sheet.lines) lines.push_back(line_view(line, words));
  List payments = payment_views(sheet, words);
  const bool any_lines = !lines.empty();
  const bool any_payments = !payments.empty();
  List in_lines = complication_lines(sheet, words);
  return Object{
      {"title", words.say("cost.estimate-of", {{"name", option_label(option, words)}})},
      {"estimated", !sheet.estimate.empty()},
      {"facts", sheet_facts(sheet, words)},
      {"warnings", sheet_warnings(sheet, words)},
      {"any_lines", any_lines},
      {"lines", std::move(lines)},
      {"total", money_cell(sheet.stated_total, sheet.stated_total ? ViewValue(false) : not_stated(words),
                           words, words.place(model::source_of(sheet.sources, "total")))},
      {"any_payments", any_payments},
      {"payments", std::move(payments)},
      {"complications", sheet.complications ? words.statement(*sheet.complications) : ViewValue(false)},
      {"any_complications", sheet.complications || !in_lines.empty()},
      {"complication_lines", std::move(in_lines)},
      {"replaced", replaced_views(sheet, words)},
  };
}

/// The price, and for how many persons and over what time it runs.
ViewValue non_medical_price(const compare::NonMedicalLine& line, ViewValue price, const ViewWords& words) {
  const auto* text = std::get_if<std::string>(&price.value);
  if (text == nullptr) return price;
  std::string told = *text;
  if (line.cost.persons)
    told = words.say("cost.for-persons", {{"price", told}, {"count", *line.cost.persons}});
  if (line.cost.over) {
    const std::string id = "cost.over-" + std::string(model::name_of(*line.cost.over));
    told = line.time ? words.say(id, {{"price", told}, {"duration", *line.time}})
                     : words.say(id + "-unknown", {{"price", told}});
  }
  return told;
}

List non_medical_views(const Comparison& comparison, ViewWords& words) {
  List list;
  for (const compare::NonMedicalLine& line : comparison.costs.non_medical) {
    const model::NonMedicalCost& cost = line.cost;
    const model::CostItem item{.category = cost.category,
                               .label = cost.label,
                               .unit_price = cost.unit_price,
                               .quantity = cost.quantity,
                               .unit = cost.unit,
                               .line = std::nullopt};
    list.push_back(Object{
        {"option", option_label(comparison.options.at(line.option), words)},
        {"label", words.statement(cost.label)},
        {"price", non_medical_price(line, price_text(item, words), words)},
        {"amount", amount_cell(line.line, words)},
        {"by",
         cost.estimated_by.empty() ? words.say("cost-state.not-stated") : words.proper(cost.estimated_by)},
    });
  }
  return list;
}

List rate_views(const compare::Costs& costs, const ViewWords& words) {
  List rates;
  for (const model::Rate& rate : costs.rates) {
    rates.push_back(words.say("cost.rate", {{"from", rate.from.code()},
                                            {"to", rate.to.code()},
                                            {"rate", words.catalog().number(rate.rate)},
                                            {"date", rate.date},
                                            {"source", rate.source}}));
  }
  return rates;
}

}  // namespace

ViewValue cost_totals(const Comparison& comparison, const ViewWords& words) {
  return total_rows(comparison, words);
}

ViewValue costs_view(const Comparison& comparison, ViewWords& words) {
  const compare::Costs& costs = comparison.costs;
  bool estimated = false;
  List sheets;
  for (const CostSheet& sheet : costs.sheets) {
    const compare::Option& option = comparison.options.at(sheet.option);
    estimated = estimated || !sheet.estimate.empty();
    if (option.kind == compare::OptionKind::home && sheet.estimate.empty()) continue;
    sheets.push_back(sheet_view(sheet, option, words));
  }
  std::vector<std::string> shared;
  for (const model::CostCategory category : costs.like_for_like) {
    shared.push_back(words.say("cost-category", model::name_of(category)));
  }
  std::vector<std::string> missing;
  for (const model::Currency& currency : costs.missing_rates) {
    missing.push_back(words.catalog().currency_name(currency));
  }
  List non_medical = non_medical_views(comparison, words);
  List rates = rate_views(costs, words);
  const auto optional_text = [](bool there, const auto& text) {
    return there ? ViewValue(text()) : ViewValue(false);
  };
  const bool any_non_medical = !non_medical.empty();
  const bool any_rates = !rates.empty() || !missing.empty();
  return Object{
      {"any", estimated || any_non_medical},
      {"estimated", estimated},
      {"any_rows", !costs.rows.empty()},
      {"rows", category_rows(costs, words)},
      {"totals", total_rows(comparison, words)},
      {"like_for_like",
       optional_text(!shared.empty(),
                     [&] {
                       return words.say("cost.like-for-like", {{"categories", words.catalog().list(shared)}});
                     })},
      {"sheets", std::move(sheets)},
      {"any_non_medical", any_non_medical},
      {"non_medical", std::move(non_medical)},
      {"any_rates", any_rates},
      {"rates", std::move(rates)},
      {"missing_rates",
       optional_text(!missing.empty(),
                     [&] {
                       return words.say("cost.missing-rate", {{"codes", words.catalog().list(missing)}});
                     })},
  };
}

}  // namespace generator::report
