#include <algorithm>
#include <utility>

#include "generator/compare/names.h"
#include "generator/report/view_estimate.h"
#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Amount;
using compare::Comparison;
using compare::CostSheet;
using Object = ViewValue::Object;
using List = ViewValue::List;

List category_rows(const compare::Costs& costs, const ViewWords& words) {
  List rows;
  for (const compare::CostRow& row : costs.rows) {
    List cells;
    for (std::size_t option = 0; option < row.cells.size(); ++option) {
      const compare::CostCell& cell = row.cells[option];
      const auto sheet = std::ranges::find(costs.sheets, option, &CostSheet::option);
      const bool is_package = cell.state == compare::CostState::included && sheet != costs.sheets.end() &&
                              sheet->package_line == row.category;
      if (sheet != costs.sheets.end() && sheet->role == compare::PriceRole::unrelated) {
        cells.push_back(money_cell(std::nullopt, words.say("cost.see-estimates"), words));
        continue;
      }
      cells.push_back(money_cell(
          cell.amount, is_package ? words.say("cost.is-package") : category_note(cell, words), words));
    }
    rows.push_back(Object{{"name", words.name(row.category)}, {"cells", std::move(cells)}});
  }
  return rows;
}

/// The sums under the table: one row each, one cell for each option. The hospital's own total comes first; a
/// sum of ours stands only where a hospital states none, or one that its lines cannot add up to.
class TotalRows {
 public:
  TotalRows(const Comparison& comparison, ViewWords& words) : comparison_(comparison), words_(words) {}

  List make() {
    const compare::Costs& costs = comparison_.costs;
    const auto any = [&](const auto& is) { return std::ranges::any_of(costs.sheets, is); };
    add("text.costs.own-total", [&](const CostSheet& sheet) {
      return money_cell(sheet.stated_total, total_note(sheet), words_,
                        words_.place(model::source_of(sheet.sources, model::Sourced::total)));
    });
    if (any([](const CostSheet& sheet) { return sheet.discounts.has_value(); })) {
      add("text.costs.discounts", [&](const CostSheet& sheet) {
        return money_cell(
            sheet.discounts,
            words_.say(sheet.discounts ? MessageId("cost.taken-off") : MessageId("cost.none-named")), words_);
      });
    }
    if (any([](const CostSheet& sheet) { return sheet.tax || sheet.taxes; }))
      add("text.costs.taxes", [&](const CostSheet& sheet) { return tax_cell(sheet); });
    if (any(adds_something)) {
      add("text.costs.stated-items", [&](const CostSheet& sheet) {
        if (!adds_something(sheet)) return money_cell(std::nullopt, words_.say("cost.see-total"), words_);
        if (sheet.computed_total) return amount_cell(Amount{*sheet.computed_total, std::nullopt}, words_);
        if (sheet.has_several_currencies)
          return money_cell(std::nullopt, words_.say("cost.several-currencies"), words_);
        if (sheet.has_no_common_bound) return money_cell(std::nullopt, words_.say("cost.no-sum"), words_);
        return amount_cell(sheet.stated_items, words_);
      });
    }
    add("text.costs.left-out", [&](const CostSheet& sheet) {
      ViewValue text = left_out_text(sheet, words_);
      const bool is_text = std::holds_alternative<std::string>(text.value);
      return money_cell(std::nullopt, is_text ? std::move(text) : words_.say("cost.nothing-left-out"),
                        words_);
    });
    // A sum over one kind of cost would say its row again.
    if (costs.like_for_like.size() > 1) {
      add("text.costs.like-for-like", [&](const CostSheet& sheet) {
        if (sheet.is_no_offer) return money_cell(std::nullopt, words_.say("cost.no-offer"), words_);
        return sheet.like_for_like ? amount_cell(sheet.like_for_like, words_)
                                   : money_cell(std::nullopt, words_.say("cost.no-sum"), words_);
      });
    }
    if (costs.contingency_percent) {
      add_named(
          words_.say("cost.contingency", {{"percent", words_.catalog().number(*costs.contingency_percent)}}),
          [&](const CostSheet& sheet) { return amount_cell(sheet.contingency, words_); });
    }
    return std::move(rows_);
  }

 private:
  static bool adds_something(const CostSheet& sheet) {
    return !sheet.estimate.empty() && (!sheet.stated_total || !sheet.total_adds_up);
  }

  ViewValue total_note(const CostSheet& sheet) const {
    std::vector<std::string> notes;
    if (!sheet.parts.empty()) notes = part_texts(sheet, words_);
    if (!sheet.stated_total && sheet.parts.empty()) notes.push_back(words_.say("cost.no-total"));
    if (sheet.is_package_price) notes.push_back(words_.say("cost.package-price"));
    if (sheet.is_no_offer) notes.push_back(words_.say("cost.no-offer"));
    return notes.empty() ? ViewValue(false) : ViewValue(words_.clauses(notes));
  }

  ViewValue tax_cell(const CostSheet& sheet) const {
    return money_cell(sheet.taxes, sheet.tax ? words_.name(*sheet.tax) : words_.say("cost-state.not-stated"),
                      words_, words_.place(model::source_of(sheet.sources, model::Sourced::tax)));
  }

  template <typename Cell>
  void add(MessageId name, const Cell& cell) {
    add_named(words_.say(name), cell);
  }

  template <typename Cell>
  void add_named(std::string name, const Cell& cell) {
    List cells;
    for (std::size_t option = 0; option < comparison_.options.size(); ++option) {
      const auto sheet = std::ranges::find(comparison_.costs.sheets, option, &CostSheet::option);
      cells.push_back(sheet == comparison_.costs.sheets.end() || sheet->estimate.empty()
                          ? money_cell(std::nullopt, no_price_text(comparison_, option, words_), words_)
                          : cell(*sheet));
    }
    rows_.push_back(Object{{"name", std::move(name)}, {"cells", std::move(cells)}});
  }

  const Comparison& comparison_;
  ViewWords& words_;
  List rows_;
};

/// Why costs that all estimates name are in no sum side by side, one sentence a reason.
List unlike_views(const compare::Costs& costs, const ViewWords& words) {
  using compare::Unlike;
  List reasons;
  if (costs.is_tax_unlike) reasons.emplace_back(words.say("cost.unlike-tax"));
  for (const auto& [why, id] : {std::pair{Unlike::amount, MessageId("cost.unlike-amount")},
                                std::pair{Unlike::number, MessageId("cost.unlike-number")},
                                std::pair{Unlike::scope, MessageId("cost.unlike-scope")}}) {
    std::vector<std::string> categories;
    for (const compare::UnlikeCategory& each : costs.unlike) {
      if (each.why == why) categories.push_back(words.name(each.category));
    }
    if (!categories.empty())
      reasons.emplace_back(words.say(id, {{"categories", words.catalog().list(categories)}}));
  }
  return reasons;
}

List non_medical_views(const Comparison& comparison, ViewWords& words) {
  List list;
  for (const compare::NonMedicalLine& line : comparison.costs.non_medical) {
    const model::NonMedicalCost& cost = line.cost;
    list.push_back(Object{
        {"option", option_label(comparison.options.at(line.option), words)},
        {"label", words.statement(cost.label)},
        {"price", outside_price(line, words)},
        {"amount", amount_cell(line.line, words)},
        {"by",
         cost.estimated_by.empty() ? words.say("cost-state.not-stated") : words.proper(cost.estimated_by)},
    });
  }
  return list;
}

}  // namespace

ViewValue costs_view(const Comparison& comparison, ViewWords& words) {
  const compare::Costs& costs = comparison.costs;
  bool estimated = false;
  List sheets;
  for (const CostSheet& sheet : costs.sheets) {
    const compare::Option& option = comparison.options.at(sheet.option);
    int number = 0;
    if (!sheet.estimate.empty()) sheets.push_back(estimate_view(sheet, comparison, ++number, words));
    for (const CostSheet& other : costs.further) {
      if (other.option == sheet.option) sheets.push_back(estimate_view(other, comparison, ++number, words));
    }
    estimated = estimated || number > 0;
    if (number == 0 && option.kind != compare::OptionKind::home)
      sheets.push_back(estimate_view(sheet, comparison, 1, words));
  }
  std::vector<std::string> shared;
  for (const model::CostCategory category : costs.like_for_like) {
    shared.push_back(words.name(category));
  }
  List non_medical = non_medical_views(comparison, words);
  List rates = rate_texts(costs, words);
  ViewValue missing = missing_rates_text(costs, words);
  const auto optional_text = [](bool there, const auto& text) {
    return there ? ViewValue(text()) : ViewValue(false);
  };
  const bool any_non_medical = !non_medical.empty();
  const bool any_rates = !rates.empty() || missing.is_truthy();
  return Object{
      {"any", estimated || any_non_medical},
      {"estimated", estimated},
      {"any_rows", !costs.rows.empty()},
      {"rows", category_rows(costs, words)},
      {"totals", TotalRows(comparison, words).make()},
      {"like_for_like", optional_text(!shared.empty(),
                                      [&] {
                                        const bool one = shared.size() == 1;
                                        return words.say(one ? MessageId("cost.like-for-like-one")
                                                             : MessageId("cost.like-for-like"),
                                                         {{"categories", words.catalog().list(shared)}});
                                      })},
      {"any_unlike", costs.is_tax_unlike || !costs.unlike.empty()},
      {"unlike", unlike_views(costs, words)},
      {"sheets", std::move(sheets)},
      {"any_non_medical", any_non_medical},
      {"non_medical", std::move(non_medical)},
      {"any_rates", any_rates},
      {"rates", std::move(rates)},
      {"missing_rates", std::move(missing)},
  };
}

}  // namespace generator::report
