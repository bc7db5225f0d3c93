// What each option costs in all: one table, in the order in which a family asks. The hospital's own amount
// comes first, then what others estimated outside of it, the sum, what the price pays for and what it does
// not, when it is paid, and until when it holds.
#include <algorithm>

#include "generator/compare/cost_comparison.h"
#include "generator/compare/cost_in_all.h"
#include "generator/compare/names.h"
#include "generator/model/names.h"
#include "generator/report/view_charts.h"
#include "generator/report/view_estimate.h"
#include "generator/report/view_family.h"
#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Amount;
using compare::Comparison;
using compare::CostSheet;
using compare::CostState;
using Object = ViewValue::Object;
using List = ViewValue::List;

void add_amount(const Amount& amount, const std::optional<model::Source>& source, Conversions conversions,
                ViewWords& words, List& parts) {
  parts.push_back(part_of(words.plain(words.catalog().format(amount.own), source)));
  if (amount.family && conversions == Conversions::shown)
    parts.push_back(text_part(converted_text(*amount.family, words)));
}

/// One price: the hospital's own total, else our sum of what it stated.
void add_price(const CostSheet& sheet, Conversions conversions, ViewWords& words, List& parts) {
  const ViewValue label = price_label(sheet, words);
  if (const auto* text = std::get_if<std::string>(&label.value))
    parts.push_back(part_of(ViewWords::bold(*text)));
  if (sheet.stated_total) {
    add_amount(*sheet.stated_total, model::source_of(sheet.sources, model::Sourced::total), conversions,
               words, parts);
  } else if (sheet.stated_items) {
    add_amount(*sheet.stated_items, std::nullopt, conversions, words, parts);
  } else {
    parts.push_back(text_part(
        words.say(sheet.has_no_common_bound ? MessageId("cost.no-sum") : MessageId("short.no-amount"))));
  }
  if (!sheet.parts.empty()) {
    parts.push_back(
        text_part(sheet.has_several_currencies
                      ? words.say("cost.several-currencies")
                      : words.say("cost.sum-of-parts", {{"count", static_cast<int>(sheet.parts.size())}})));
  } else if (!sheet.stated_total && sheet.stated_items) {
    const auto has_amount = [](const compare::CostLine& line) { return line.line.has_value(); };
    const bool is_alone = std::ranges::count_if(sheet.lines, has_amount) == 1;
    parts.push_back(
        text_part(words.say(is_alone ? MessageId("short.only-amount") : MessageId("short.stated-items"))));
  }
  const bool has_price = sheet.stated_total || sheet.stated_items;
  if (has_price && sheet.expired && (sheet.valid_until || sheet.ends_on)) {
    parts.push_back(part_of(ViewWords::bold(words.say(
        "glance.price-ended", {{"date", sheet.valid_until ? *sheet.valid_until : *sheet.ends_on}}))));
  }
  if (!sheet.total_adds_up && sheet.stated_total && sheet.computed_total) {
    parts.push_back(text_part(words.say(
        "cost.total-differs", {{"stated", sheet.stated_total->own}, {"computed", *sheet.computed_total}})));
  }
  if (sheet.is_no_offer) parts.push_back(text_part(words.say("cost.no-offer")));
}

class WholeCost {
 public:
  WholeCost(const Comparison& comparison, ViewWords& words)
      : comparison_(comparison), costs_(comparison.costs), words_(words) {}

  ViewValue make() {
    const bool estimated =
        std::ranges::any_of(costs_.sheets, [](const CostSheet& sheet) { return !sheet.estimate.empty(); }) ||
        !costs_.further.empty();
    if (estimated) add("whole-cost.hospital", [&](std::size_t i) { return hospital(i); });
    add_outside();
    if (estimated) {
      add(
          "whole-cost.all", [&](std::size_t i) { return in_all(i); }, true);
      add("whole-cost.pays-for", [&](std::size_t i) { return pays_for(i); });
      add("whole-cost.left-out",
          [&](std::size_t i) { return left_out_cell(estimate_of(comparison_, i), words_); });
      add("whole-cost.payments", [&](std::size_t i) { return payments(i); });
      add("whole-cost.holds", [&](std::size_t i) { return holds(i); });
    }
    List told = notes();
    List small = fine();
    const bool any_advice = !told.empty() || !std::ranges::all_of(comparison_.red_flags, is_told_beside_offer,
                                                                  &compare::Finding::message);
    return Object{{"any", !rows_.empty()},
                  {"any_advice", any_advice},
                  {"any_fine", !small.empty()},
                  {"table", words_.say("text.family.costs")},
                  {"places", false},
                  {"estimated", estimated},
                  {"rows", std::move(rows_)},
                  {"notes", std::move(told)},
                  {"fine", std::move(small)}};
  }

 private:
  template <typename Cell>
  void add(MessageId name, const Cell& cell, bool is_total = false) {
    add_named(words_.say(name), cell, is_total);
  }

  template <typename Cell>
  void add_named(std::string name, const Cell& cell, bool is_total = false) {
    List cells;
    for (std::size_t i = 0; i < comparison_.options.size(); ++i) cells.push_back(cell(i));
    rows_.push_back(Object{{"name", std::move(name)}, {"total", is_total}, {"cells", std::move(cells)}});
  }

  ViewValue not_stated_cell() const { return silent_cell(words_.name(CostState::not_stated)); }

  ViewValue hospital(std::size_t i) {
    List parts = price_parts(comparison_, i, Conversions::shown, words_);
    if (parts.empty()) return silent_cell(no_price_text(comparison_, i, words_));
    return cell_of(std::move(parts));
  }

  /// A row for each kind of cost that somebody estimated outside of the hospitals.
  void add_outside() {
    std::vector<model::CostCategory> categories;
    for (const compare::NonMedicalLine& line : costs_.non_medical) {
      if (std::ranges::find(categories, line.cost.category) == categories.end())
        categories.push_back(line.cost.category);
    }
    std::ranges::sort(categories);
    for (const model::CostCategory category : categories) {
      add_named(words_.name(category), [&](std::size_t i) {
        List parts;
        for (const compare::NonMedicalLine& line : costs_.non_medical) {
          if (line.option != i || line.cost.category != category) continue;
          if (line.line) {
            add_amount(*line.line, std::nullopt, Conversions::shown, words_, parts);
          } else {
            parts.push_back(text_part(words_.name(CostState::not_stated)));
          }
          parts.push_back(part_of(words_.plain(line.cost.label)));
          const ViewValue price = outside_price(line, words_);
          const auto* text = std::get_if<std::string>(&price.value);
          // A price that is the amount says nothing new.
          if (text != nullptr && !(line.line && *text == words_.catalog().format(line.line->own)))
            parts.push_back(text_part(*text));
        }
        return parts.empty() ? silent_cell(words_.say("whole-cost.nobody")) : cell_of(std::move(parts));
      });
    }
  }

  ViewValue in_all(std::size_t i) {
    const CostSheet* sheet = estimate_of(comparison_, i);
    if (sheet == nullptr) return not_stated_cell();
    const auto all = compare::cost_in_all(costs_, i);
    if (!all) return silent_cell(words_.say("whole-cost.no-sum"));
    List parts{part_of(ViewWords::bold(in_all_text(*all, words_)))};
    if (!all->has_outside) parts.push_back(text_part(words_.say("whole-cost.hospital-alone")));
    return cell_of(std::move(parts));
  }

  ViewValue pays_for(std::size_t i) {
    const CostSheet* sheet = estimate_of(comparison_, i);
    if (sheet == nullptr) return not_stated_cell();
    std::vector<std::string> names;
    for (const compare::CostLine& line : sheet->lines) {
      const bool is_paid =
          line.item.state == model::ItemState::included && (line.line || !line.item.unit_price);
      if (!is_paid || line.item.kind != model::LineKind::charge) continue;
      std::string name = words_.readable_or(line.item.label, words_.name(line.item.category));
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    if (names.empty()) return not_stated_cell();
    return cell_of({text_part(words_.catalog().list(names))});
  }

  ViewValue payments(std::size_t i) {
    const CostSheet* sheet = estimate_of(comparison_, i);
    if (sheet == nullptr || sheet->payments.empty()) return not_stated_cell();
    List lines;
    for (const compare::PaymentLine& line : sheet->payments) {
      const model::Payment& payment = line.payment;
      const std::string amount =
          line.amount ? words_.catalog().format(line.amount->own)
          : payment.percent
              ? words_.say("cost.percent", {{"percent", words_.catalog().number(*payment.percent)}})
          : payment.label ? words_.readable_or(*payment.label, words_.name(CostState::not_stated))
                          : words_.name(CostState::not_stated);
      std::string text =
          words_.say("whole-cost.payment", {{"when", words_.name(payment.when)}, {"amount", amount}});
      if (payment.refundable || payment.refund_percent)
        text = words_.clauses({text, refund_text(payment, words_)});
      lines.push_back(words_.plain(std::move(text), payment.source));
    }
    return cell_of({parts_of(std::move(lines))});
  }

  ViewValue holds(std::size_t i) {
    const CostSheet* sheet = estimate_of(comparison_, i);
    if (sheet == nullptr || (!sheet->valid_until && !sheet->valid_for)) return not_stated_cell();
    const auto member = sheet->valid_until ? model::Sourced::valid_until : model::Sourced::valid_for;
    List parts{
        part_of(words_.plain(validity_text(*sheet, words_), model::source_of(sheet->sources, member)))};
    if (sheet->expired) parts.push_back(part_of(ViewWords::bold(words_.say("whole-cost.ended"))));
    return cell_of(std::move(parts));
  }

  /// What to know before one pays: what is odd about an estimate, with whose it is.
  List notes() {
    List notes;
    for (std::size_t i = 0; i < comparison_.options.size(); ++i) {
      List all;
      for (const CostSheet* sheet : compare::sheets_of(costs_, i)) {
        ViewValue warnings = estimate_warnings(*sheet, words_);
        for (ViewValue& warning : std::get<List>(warnings.value)) all.push_back(std::move(warning));
      }
      if (!all.empty())
        notes.push_back(Object{{"label", short_label(comparison_, i, words_)}, {"warnings", std::move(all)}});
    }
    return notes;
  }

  /// What the table rests on: who estimated what no hospital did, the rates, and those that there are not.
  List fine() const {
    List texts = rate_texts_in_short(costs_, words_);
    if (ViewValue by = outside_by(); by.is_truthy()) texts.insert(texts.begin(), std::move(by));
    const bool has_travel = std::ranges::any_of(costs_.non_medical, [](const compare::NonMedicalLine& line) {
      return line.cost.category == model::CostCategory::travel;
    });
    if (!has_travel)
      texts.emplace_back(
          words_.say("whole-cost.in-none", {{"names", words_.name(model::CostCategory::travel)}}));
    if (ViewValue missing = missing_rates_text(costs_, words_); missing.is_truthy())
      texts.push_back(std::move(missing));
    List told;
    for (std::size_t i = 0; i < texts.size(); ++i)
      told.push_back(Object{{"text", std::move(texts[i])}, {"more", i + 1 < texts.size()}});
    return told;
  }

  /// Who estimated what no hospital did.
  ViewValue outside_by() const {
    std::vector<std::string> names;
    for (const compare::NonMedicalLine& line : costs_.non_medical) {
      const std::string name = words_.proper(line.cost.estimated_by);
      if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    if (names.empty()) return false;
    return words_.say("whole-cost.by", {{"names", words_.catalog().list(names)}});
  }

  const Comparison& comparison_;
  const compare::Costs& costs_;
  ViewWords& words_;
  List rows_;
};

}  // namespace

List price_parts(const Comparison& comparison, std::size_t option, Conversions conversions,
                 ViewWords& words) {
  List parts;
  for (const CostSheet* sheet : compare::sheets_of(comparison.costs, option))
    add_price(*sheet, conversions, words, parts);
  return parts;
}

ViewValue left_out_cell(const CostSheet* sheet, const ViewWords& words) {
  if (sheet == nullptr) return silent_cell(words.name(CostState::not_stated));
  if (!sheet->stated_total && !sheet->stated_items) return silent_cell(words.say("short.no-amount"));
  ViewValue text = left_out_text(*sheet, words);
  if (auto* told = std::get_if<std::string>(&text.value)) return cell_of({text_part(std::move(*told))});
  return silent_cell(words.say("cost.nothing-left-out"));
}

ViewValue whole_cost_view(const Comparison& comparison, ViewWords& words) {
  return WholeCost(comparison, words).make();
}

}  // namespace generator::report
