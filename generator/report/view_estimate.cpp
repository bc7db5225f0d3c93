#include "generator/report/view_estimate.h"

#include <algorithm>

#include "generator/model/names.h"
#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Amount;
using compare::CostSheet;
using Object = ViewValue::Object;
using List = ViewValue::List;

ViewValue line_view(const compare::CostLine& line, const CostSheet& sheet,
                    const compare::CaseSummary& summary, ViewWords& words) {
  const model::CostItem& item = line.item;
  // An item that is included and has an amount needs no further word.
  ViewValue note;
  if (line.line && item.kind == model::LineKind::discount) note = words.say("cost.taken-off");
  if (line.line && !item.line && item.quantity_high) note = words.say("cost.our-product");
  if (!line.line) {
    note = words.name(item.state);
    if (item.state == model::ItemState::included) {
      note = words.say(sheet.package_line == item.category ? MessageId("cost.is-package")
                       : item.unit_price                   ? MessageId("cost-state.per-unit")
                                                           : MessageId("cost-state.included"));
    }
  }
  if (item.state == model::ItemState::extra) note = words.name(item.state);
  if (line.printed) {
    note = item.converted ? words.say("cost.as-it-converts", {{"amount", line.printed->own}})
                          : words.say("cost.other-currency");
  }
  std::vector<std::string> about;
  if (line.part) {
    const auto& head = sheet.parts.at(static_cast<std::size_t>(*line.part) - 1);
    about.push_back(estimate_name(head, *line.part, words));
  }
  const auto who = std::ranges::find(summary.persons, item.person, &model::Person::id);
  if (!item.person.empty() && who != summary.persons.end()) about.push_back(person_name(*who, words));
  ViewValue warning;
  if (!line.adds_up && line.line && line.computed) {
    warning = words.say("cost.line-differs", {{"stated", line.line->own}, {"computed", *line.computed}});
  }
  return Object{
      {"label", words.statement(item.label)},
      {"category", words.name(item.category)},
      {"price", item.percent ? ViewValue(words.say("cost.percent",
                                                   {{"percent", words.catalog().number(*item.percent)}}))
                             : price_text(item, words)},
      {"amount", money_cell(line.line, std::move(note), words, words.place(item.source))},
      {"warning", std::move(warning)},
      {"part", about.empty() ? ViewValue(false) : ViewValue(words.clauses(about))},
  };
}

/// What stands in place of an amount: its share of the total, if the letter gives that.
ViewValue payment_note(const compare::PaymentLine& line, const ViewWords& words) {
  if (line.amount) return false;
  if (!line.payment.percent) return not_stated(words);
  return words.say("cost.percent", {{"percent", words.catalog().number(*line.payment.percent)}});
}

/// "A · Name: Proposal 2", "A · Name: The surgeon".
std::string name_of_price(const CostSheet& sheet, const compare::Option& option, const ViewWords& words) {
  std::string name = option_label(option, words);
  const auto with = [&](std::string what) {
    name = words.say("chart.labelled", {{"name", std::move(name)}, {"value", std::move(what)}});
  };
  if (sheet.proposal) with(words.say("proposal.number", {{"number", *sheet.proposal}}));
  if (!sheet.name.empty()) {
    with(words.proper(sheet.name));
  } else if (sheet.role != compare::PriceRole::first_choice && sheet.issued) {
    with(words.say("cost.estimate-dated", {{"date", *sheet.issued}}));
  }
  return name;
}

List payment_views(const CostSheet& sheet, ViewWords& words) {
  List payments;
  for (const compare::PaymentLine& line : sheet.payments) {
    const model::Payment& payment = line.payment;
    payments.push_back(Object{
        {"when", words.name(payment.when)},
        {"label", payment.label ? words.statement(*payment.label) : ViewValue(false)},
        {"amount", money_cell(line.amount, payment_note(line, words), words, words.place(payment.source))},
        {"refund", refund_text(payment, words)},
    });
  }
  return payments;
}

/// The rows of what an estimate comes to as a whole that are not what they were.
List head_changes(const compare::EstimateHead& before, const compare::EstimateHead& after, ViewWords& words) {
  List changes;
  const auto add = [&](MessageId name, ViewValue was, ViewValue is) {
    changes.push_back(
        Object{{"name", words.say(name)}, {"before", std::move(was)}, {"after", std::move(is)}});
  };
  const auto own = [](const std::optional<Amount>& amount) {
    return amount ? std::optional<model::MoneyRange>(amount->own) : std::nullopt;
  };
  const auto told = [&](std::string text, Object place = {{"cite", false}, {"href", false}}) {
    return money_cell(std::nullopt, std::move(text), words, std::move(place));
  };
  const auto place = [&](const compare::EstimateHead& head, model::Sourced member) {
    return words.place(model::source_of(head.sources, member));
  };
  if (before.currency != after.currency) {
    add("text.costs.currency", told(words.catalog().currency_name(before.currency)),
        told(words.catalog().currency_name(after.currency)));
  }
  if (own(before.stated_total) != own(after.stated_total)) {
    add("text.costs.own-total", amount_cell(before.stated_total, words, place(before, model::Sourced::total)),
        amount_cell(after.stated_total, words, place(after, model::Sourced::total)));
  }
  if (own(before.stated_items) != own(after.stated_items))
    add("text.costs.stated-items", amount_cell(before.stated_items, words),
        amount_cell(after.stated_items, words));
  if (before.items_with_amount != after.items_with_amount) {
    add("text.costs.with-amount", told(words.catalog().number(model::Decimal(before.items_with_amount))),
        told(words.catalog().number(model::Decimal(after.items_with_amount))));
  }
  if (before.items_without_amount != after.items_without_amount) {
    add("text.costs.not-stated", told(words.catalog().number(model::Decimal(before.items_without_amount))),
        told(words.catalog().number(model::Decimal(after.items_without_amount))));
  }
  if (before.valid_until != after.valid_until) {
    const auto date = [&](const compare::EstimateHead& head) {
      return head.valid_until
                 ? told(words.catalog().format(*head.valid_until), place(head, model::Sourced::valid_until))
                 : told(words.say("cost-state.not-stated"));
    };
    add("text.costs.valid-until", date(before), date(after));
  }
  return changes;
}

/// What changed since an estimate that this one replaced.
List replaced_views(const CostSheet& sheet, ViewWords& words) {
  const auto cell = [&](const compare::CostCell& side) {
    return money_cell(side.amount, category_note(side, words), words);
  };
  List list;
  for (const compare::ReplacedEstimate& replaced : sheet.replaced) {
    List changes = head_changes(replaced.before, replaced.after, words);
    for (const compare::CategoryChange& change : replaced.changes) {
      changes.push_back(Object{{"name", words.name(change.category)},
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

List sheet_facts(const CostSheet& sheet, ViewWords& words) {
  List facts;
  const auto add = [&](MessageId name, std::string text, model::Sourced member) {
    Object fact{{"name", words.say(name)}, {"words", std::move(text)}};
    for (ViewMember& each : words.place(model::source_of(sheet.sources, member)))
      fact.push_back(std::move(each));
    facts.emplace_back(std::move(fact));
  };
  const auto date = [&](const std::optional<model::Date>& day) {
    return day ? words.catalog().format(*day) : words.say("cost-state.not-stated");
  };
  if (sheet.basis) add("text.costs.basis", words.name(*sheet.basis), model::Sourced::basis);
  add("text.costs.issued", date(sheet.issued), model::Sourced::issued);
  add("text.costs.valid-until", validity_text(sheet, words),
      sheet.valid_until ? model::Sourced::valid_until : model::Sourced::valid_for);
  if (!sheet.parts.empty()) {
    facts.push_back(Object{{"name", words.say("text.costs.parts")},
                           {"words", words.clauses(part_texts(sheet, words))},
                           {"cite", false},
                           {"href", false}});
  }
  if (sheet.own_conversion) {
    add("text.costs.own-total", words.say("cost.own-conversion", {{"amount", sheet.own_conversion->own}}),
        model::Sourced::total);
  }
  return facts;
}

/// What the lines say of complications, where the estimate has no sentence on them: [ { label, note } ].
List complication_lines(const CostSheet& sheet, ViewWords& words) {
  List lines;
  if (sheet.complications) return lines;
  for (const compare::CostLine& line : sheet.lines) {
    if (line.item.category != model::CostCategory::complications) continue;
    lines.push_back(
        Object{{"label", words.statement(line.item.label)}, {"note", words.name(line.item.state)}});
  }
  return lines;
}

/// The hospital's own total; of several estimates our sum of them, which is said to be ours.
ViewValue total_cell(const CostSheet& sheet, ViewWords& words) {
  if (!sheet.parts.empty()) {
    return money_cell(sheet.stated_items,
                      sheet.has_several_currencies
                          ? words.say("cost.several-currencies")
                          : words.say("cost.sum-of-parts", {{"count", static_cast<int>(sheet.parts.size())}}),
                      words);
  }
  return money_cell(sheet.stated_total, sheet.stated_total ? ViewValue(false) : not_stated(words), words,
                    words.place(model::source_of(sheet.sources, model::Sourced::total)));
}

}  // namespace

ViewValue estimate_warnings(const CostSheet& sheet, ViewWords& words) {
  List warnings;
  const auto add = [&](std::string text, const std::optional<model::Source>& source) {
    Object warning{{"words", std::move(text)}};
    for (ViewMember& member : words.place(source)) warning.push_back(std::move(member));
    warnings.emplace_back(std::move(warning));
  };
  if (sheet.expired) {
    add(words.say("cost.expired", {{"date", sheet.valid_until ? *sheet.valid_until : *sheet.ends_on}}),
        model::source_of(sheet.sources,
                         sheet.valid_until ? model::Sourced::valid_until : model::Sourced::valid_for));
  }
  for (const compare::EstimateHead& part : sheet.parts) {
    if (!part.computed_total || !part.stated_total) continue;
    add(words.say("cost.total-differs",
                  {{"stated", part.stated_total->own}, {"computed", *part.computed_total}}),
        model::source_of(part.sources, model::Sourced::total));
  }
  if (!sheet.total_adds_up && sheet.stated_total && sheet.computed_total) {
    add(words.say("cost.total-differs",
                  {{"stated", sheet.stated_total->own}, {"computed", *sheet.computed_total}}),
        model::source_of(sheet.sources, model::Sourced::total));
  }
  if (sheet.payments_differ && sheet.stated_total) {
    add(words.say("cost.payments-differ",
                  {{"stated", sheet.stated_total->own}, {"computed", sheet.payments_differ->own}}),
        model::source_of(sheet.sources, model::Sourced::total));
  }
  return warnings;
}

ViewValue estimate_view(const CostSheet& sheet, const compare::Comparison& comparison, int number,
                        ViewWords& words) {
  const compare::Option& option = comparison.options[sheet.option];
  List lines;
  for (const compare::CostLine& line : sheet.lines)
    lines.push_back(line_view(line, sheet, comparison.summary, words));
  List payments = payment_views(sheet, words);
  const bool any_lines = !lines.empty();
  const bool any_payments = !payments.empty();
  const std::string name = name_of_price(sheet, option, words);
  const auto counted = [&](MessageId id, const List& items) {
    return words.say(id, {{"name", name}, {"count", static_cast<int>(items.size())}});
  };
  std::string lines_title = counted("cost.lines-of", lines);
  std::string payments_title = counted("cost.payments-of", payments);
  List in_lines = complication_lines(sheet, words);
  return Object{
      {"id", number == 1 ? estimate_anchor(option) : estimate_anchor(option) + "-" + std::to_string(number)},
      {"title", words.say("cost.estimate-of", {{"name", name}})},
      {"estimated", !sheet.estimate.empty()},
      {"facts", sheet_facts(sheet, words)},
      {"warnings", estimate_warnings(sheet, words)},
      {"any_lines", any_lines},
      {"lines_title", std::move(lines_title)},
      {"lines", std::move(lines)},
      {"total", total_cell(sheet, words)},
      {"any_payments", any_payments},
      {"payments_title", std::move(payments_title)},
      {"payments", std::move(payments)},
      {"complications", sheet.complications ? words.statement(*sheet.complications) : ViewValue(false)},
      {"any_complications", sheet.complications || !in_lines.empty()},
      {"complication_lines", std::move(in_lines)},
      {"replaced", replaced_views(sheet, words)},
  };
}

}  // namespace generator::report
