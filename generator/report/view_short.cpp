// The first page: the shape of the choice. A row for each option, so that any number of them stands side by
// side on any page: what it answered, what it would do, how long it takes, and what it has said of money.
// Facts only, never a verdict.
#include <algorithm>

#include "generator/compare/difference_finder.h"
#include "generator/compare/names.h"
#include "generator/report/view_charts.h"
#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Comparison;
using compare::CostSheet;
using compare::RowId;
using Object = ViewValue::Object;
using List = ViewValue::List;

ViewValue shape_cell(const Comparison& comparison, RowId id, std::size_t option, ViewWords& words) {
  return cell_view(cell_at(comparison.groups, id, option), words);
}

/// Its lengths of time, under its heading.
void add_time(const compare::Part& part, List& values, ViewWords& words) {
  if (part.heading) values.push_back(words.heading(*part.heading));
  if (part.state != compare::CellState::stated) values.push_back(words.state(part.state));
  for (const compare::Value& value : part.values) values.push_back(words.value(value));
}

/// What is stated of the two lengths of time: { note, lines: [ { name, values } ] }.
ViewValue time_cell(const Comparison& comparison, std::size_t option, ViewWords& words) {
  List lines;
  bool applies = false;
  const auto add = [&](RowId id, MessageId name) {
    const compare::Cell& cell = cell_at(comparison.groups, id, option);
    applies = applies || cell.state != compare::CellState::not_applicable;
    if (cell.state != compare::CellState::stated) return;
    List values;
    for (const compare::Part& part : cell.parts) add_time(part, values, words);
    lines.push_back(Object{{"name", words.say(name)}, {"values", std::move(values)}});
  };
  add(RowId::stay, "short.stay");
  add(RowId::time_abroad, "short.abroad");
  using enum compare::CellState;
  return Object{{"note", lines.empty() ? ViewValue(words.name(applies ? not_stated : not_applicable))
                                       : ViewValue(false)},
                {"lines", std::move(lines)}};
}

/// What an amount is, what is not in it, and whether the hospital offers that treatment at all.
std::string cost_note(const CostSheet& sheet, const ViewWords& words) {
  const bool has_total = sheet.stated_total.has_value();
  const bool has_amount = has_total || sheet.stated_items;
  std::vector<std::string> notes;
  if (!sheet.parts.empty() && has_amount)
    notes.push_back(words.say("cost.sum-of-parts", {{"count", static_cast<int>(sheet.parts.size())}}));
  if (sheet.has_several_currencies) notes.push_back(words.say("cost.several-currencies"));
  for (std::string& part : part_texts(sheet, words)) notes.push_back(std::move(part));
  if (sheet.parts.empty()) {
    notes.push_back(words.say(sheet.is_package_price      ? MessageId("cost.package-price")
                              : has_total                 ? MessageId("short.own-total")
                              : has_amount                ? MessageId("short.stated-items")
                              : sheet.has_no_common_bound ? MessageId("cost.no-sum")
                                                          : MessageId("short.no-amount")));
  }
  const ViewValue left_out = left_out_text(sheet, words);
  if (const auto* text = std::get_if<std::string>(&left_out.value)) notes.push_back(*text);
  if (!sheet.total_adds_up && sheet.computed_total) {
    notes.push_back(words.say("cost.total-differs",
                              {{"stated", sheet.stated_total->own}, {"computed", *sheet.computed_total}}));
  }
  if (sheet.own_conversion)
    notes.push_back(words.say("cost.own-conversion", {{"amount", sheet.own_conversion->own}}));
  if (sheet.is_no_offer) notes.push_back(words.say("cost.no-offer"));
  return words.clauses(notes);
}

/// One price: the hospital's own total, else the sum of what it stated, with its note and its place.
Object price_view(const CostSheet& sheet, ViewWords& words) {
  const auto& amount = sheet.stated_total ? sheet.stated_total : sheet.stated_items;
  Object place{{"cite", false}, {"href", false}};
  if (sheet.stated_total) place = words.place(model::source_of(sheet.sources, model::Sourced::total));
  ViewValue cell = money_cell(amount, cost_note(sheet, words), words, std::move(place));
  Object members = std::get<Object>(std::move(cell.value));
  members.push_back({"plan", price_label(sheet, words)});
  return members;
}

/// The price of the first choice, and in `others` those of other plans, with what each of them is.
ViewValue cost_cell(const Comparison& comparison, std::size_t option, ViewWords& words) {
  const CostSheet* sheet = estimate_of(comparison, option);
  Object cell;
  if (sheet != nullptr) {
    cell = price_view(*sheet, words);
  } else {
    const auto& costs = comparison.costs;
    const auto count = std::ranges::count(costs.further, option, &CostSheet::option);
    const bool is_unrelated = std::ranges::any_of(costs.further, [option](const CostSheet& each) {
      return each.option == option && each.role == compare::PriceRole::unrelated;
    });
    std::string note = is_unrelated ? words.say("cost.unrelated", {{"count", static_cast<int>(count)}})
                                    : no_price_text(comparison, option, words);
    ViewValue none = money_cell(std::nullopt, std::move(note), words);
    cell = std::get<Object>(std::move(none.value));
    cell.push_back({"plan", false});
  }
  List others;
  for (const CostSheet& other : comparison.costs.further) {
    if (other.option == option) others.push_back(price_view(other, words));
  }
  cell.push_back({"others", std::move(others)});
  return cell;
}

/// Whether hospitals that have several plans would begin with different ones.
bool differ_in_first_choices(const Comparison& comparison) {
  const auto has_several = [&](std::size_t option) {
    return cell_at(comparison.groups, RowId::treatment, option).parts.size() > 1;
  };
  return std::ranges::any_of(comparison.differences, [&](const compare::Difference& difference) {
    const bool is_meant =
        difference.subject == compare::Subject::treatment || difference.subject == compare::Subject::sequence;
    return is_meant && std::ranges::any_of(difference.positions, [&](const compare::Position& a) {
             return a.option != 0 && has_several(a.option) &&
                    std::ranges::any_of(difference.positions, [&](const compare::Position& b) {
                      return b.option != 0 && compare::are_against(a, b);
                    });
           });
  });
}

struct Answers {
  int asked = 0;
  int answered = 0;
};

/// Who still reads the records has not answered.
Answers count_answers(const Comparison& comparison) {
  Answers answers;
  for (const compare::Option& option : comparison.options) {
    if (option.kind == compare::OptionKind::home) continue;
    ++answers.asked;
    if (option.decision && option.decision != model::DecisionStatus::under_review) ++answers.answered;
  }
  return answers;
}

}  // namespace

compare::RowId treatment_row(const Comparison& comparison, std::size_t option) {
  const auto is_stated = [&](RowId row) {
    return cell_at(comparison.groups, row, option).state == compare::CellState::stated;
  };
  return is_stated(RowId::plan) && !is_stated(RowId::treatment) ? RowId::plan : RowId::treatment;
}

std::string answers_text(const Comparison& comparison, const ViewWords& words) {
  const Answers answers = count_answers(comparison);
  return words.say("short.answers", {{"asked", answers.asked}, {"answered", answers.answered}});
}

ViewValue differences_text(const Comparison& comparison, const ViewWords& words) {
  std::vector<std::string> subjects;
  for (const compare::Difference& difference : comparison.differences) {
    if (!difference.kind) continue;  // only set side by side
    subjects.push_back(words.name(difference.subject));
  }
  if (subjects.empty()) return false;
  return words.say("short.differences", {{"count", static_cast<int>(subjects.size())},
                                         {"subjects", words.catalog().list(subjects)}});
}

ViewValue first_choices_text(const Comparison& comparison, const ViewWords& words) {
  if (!differ_in_first_choices(comparison)) return false;
  return words.say("short.first-choices-differ");
}

ViewValue short_view(const Comparison& comparison, bool links, ViewWords& words) {
  List options;
  for (std::size_t i = 0; i < comparison.options.size(); ++i) {
    const compare::Option& option = comparison.options[i];
    const bool is_home = option.kind == compare::OptionKind::home;
    const bool is_priced =
        estimate_of(comparison, i) != nullptr ||
        std::ranges::find(comparison.costs.further, i, &CostSheet::option) != comparison.costs.further.end();
    options.push_back(Object{
        {"label", option_label(option, words)},
        {"href", links ? ViewValue("#" + option_anchor(option)) : ViewValue(false)},
        {"answer", !is_home && !option.decision
                       ? Object{{"note", words.say("short.no-answer")}, {"parts", List{}}}
                       : shape_cell(comparison, RowId::decision, i, words)},
        {"treatment", shape_cell(comparison, treatment_row(comparison, i), i, words)},
        {"goal", shape_cell(comparison, RowId::intent, i, words)},
        {"time", time_cell(comparison, i, words)},
        {"costs", cost_cell(comparison, i, words)},
        {"costs_href", !is_priced || !links ? ViewValue(false) : ViewValue("#" + estimate_anchor(option))},
    });
  }
  ViewValue differences = differences_text(comparison, words);
  if (!differences.is_truthy() && count_answers(comparison).answered > 1)
    differences = no_differences_text(comparison, words);
  return Object{
      {"answers", answers_text(comparison, words)},
      {"options", std::move(options)},
      {"first_choices", first_choices_text(comparison, words)},
      {"differences", std::move(differences)},
      {"open",
       words.say("short.open", {{"unknowns", count_points(comparison.unknowns, comparison.unknowns_together)},
                                {"questions", static_cast<int>(comparison.questions.size())}})},
  };
}

}  // namespace generator::report
