#include "generator/compare/cost_comparison.h"

#include <algorithm>

#include "generator/compare/estimate_reading.h"
#include "generator/compare/rate_book.h"
#include "generator/model/names.h"

namespace generator::compare {
namespace {

using Readings = std::vector<std::optional<EstimateReading>>;  // one for each column

CostCell cell_of(const ReadCategory& category, RateBook& rates) {
  return {category.state, rates.amount(category.own), category.not_in_amount};
}

/// The categories that any of these estimates names, in the model's order.
std::vector<model::CostCategory> categories_of(const std::vector<const EstimateReading*>& readings) {
  std::vector<model::CostCategory> categories;
  for (const auto& name : model::names<model::CostCategory>()) {
    const bool is_named = std::ranges::any_of(readings, [&name](const EstimateReading* reading) {
      return std::ranges::any_of(reading->lines(),
                                 [&name](const ReadLine& line) { return line.item->category == name.value; });
    });
    if (is_named) categories.push_back(name.value);
  }
  return categories;
}

std::vector<const EstimateReading*> present(const Readings& readings) {
  std::vector<const EstimateReading*> result;
  for (const auto& reading : readings) {
    if (reading) result.push_back(&*reading);
  }
  return result;
}

/// The categories that every hospital with an estimate stated with an amount and in full. "Other" is never
/// one of them: two hospitals' other costs are not the same thing. One estimate alone has nothing to be like.
std::vector<model::CostCategory> like_for_like_of(const std::vector<const EstimateReading*>& readings) {
  std::vector<model::CostCategory> result;
  if (readings.size() < 2) return result;
  for (const model::CostCategory category : categories_of(readings)) {
    if (category == model::CostCategory::other) continue;
    const bool is_common = std::ranges::all_of(readings, [category](const EstimateReading* reading) {
      const ReadCategory read = reading->category(category);
      return read.state == CostState::stated && read.not_in_amount == 0;
    });
    if (is_common) result.push_back(category);
  }
  return result;
}

std::optional<model::MoneyRange> subtotal(const EstimateReading& reading,
                                          const std::vector<model::CostCategory>& categories) {
  std::optional<model::MoneyRange> total;
  for (const model::CostCategory category : categories) {
    const std::optional<model::MoneyRange> own = reading.category(category).own;
    if (own) total = total ? model::sum(*total, *own) : *own;
  }
  return total;
}

ReplacedEstimate replaced_by(const model::Estimate& old, const EstimateReading& current, RateBook& rates) {
  const EstimateReading before(old);
  ReplacedEstimate result;
  result.id = old.id;
  result.issued = old.issued;
  result.stated_items = rates.amount(before.stated_items());
  result.stated_total = rates.amount(old.total);
  for (const model::CostCategory category : categories_of({&before, &current})) {
    const ReadCategory was = before.category(category);
    const ReadCategory is = current.category(category);
    if (!(was == is)) result.changes.push_back({category, cell_of(was, rates), cell_of(is, rates)});
  }
  return result;
}

std::vector<PaymentLine> payments_of(const model::Estimate& estimate, RateBook& rates) {
  std::vector<PaymentLine> payments;
  for (const model::Payment& payment : estimate.payments)
    payments.push_back({payment, rates.amount(payment.amount)});
  std::ranges::stable_sort(payments, {}, [](const PaymentLine& line) { return line.payment.when; });
  return payments;
}

CostSheet sheet_of(std::size_t option, const Column& column, const EstimateReading& reading,
                   const std::vector<model::CostCategory>& like_for_like, const model::Date& date,
                   RateBook& rates) {
  const model::Estimate& estimate = reading.estimate();
  CostSheet sheet;
  sheet.option = option;
  sheet.estimate = estimate.id;
  sheet.basis = estimate.basis;
  sheet.issued = estimate.issued;
  sheet.valid_until = estimate.valid_until;
  sheet.expired = estimate.valid_until && model::certainly_before(*estimate.valid_until, date);
  for (const ReadLine& line : reading.lines())
    sheet.lines.push_back({*line.item, rates.amount(line.amount), !line.computed, line.computed});
  sheet.stated_items = rates.amount(reading.stated_items());
  sheet.items_without_amount = reading.open_items();
  sheet.stated_total = rates.amount(estimate.total);
  sheet.computed_total = model::contradicting_sum(reading.estimate());
  sheet.total_adds_up = !sheet.computed_total;
  sheet.like_for_like = rates.amount(subtotal(reading, like_for_like));
  sheet.payments = payments_of(estimate, rates);
  sheet.complications = estimate.complications;
  for (const model::Estimate* old : column.replaced_estimates) {
    sheet.superseded.push_back(old->id);
    sheet.replaced.push_back(replaced_by(*old, reading, rates));
  }
  for (const model::Estimate* further : column.further_estimates) sheet.also_estimated.push_back(further->id);
  return sheet;
}

std::vector<NonMedicalLine> non_medical_of(const model::Case& c, const std::vector<Column>& columns,
                                           RateBook& rates) {
  std::vector<NonMedicalLine> lines;
  for (const model::NonMedicalCost& cost : c.non_medical) {
    const std::optional<std::size_t> option = find_option(columns, cost.option);
    if (!option) continue;  // ingest refuses such a case
    lines.push_back(
        {*option, cost, rates.amount(model::product_of(cost.unit_price, cost.quantity, cost.unit))});
  }
  std::ranges::stable_sort(lines, {}, &NonMedicalLine::option);
  return lines;
}

}  // namespace

bool names_complications(const CostSheet& sheet) {
  return sheet.complications || std::ranges::any_of(sheet.lines, [](const CostLine& line) {
           return line.item.category == model::CostCategory::complications &&
                  (line.line || line.item.state == model::ItemState::excluded);
         });
}

Costs compare_costs(const model::Case& c, const std::vector<Column>& columns, const model::Date& date) {
  Costs costs;
  costs.family_currency = c.family.currency;
  RateBook rates(c, date);
  Readings readings;
  for (const Column& column : columns) {
    readings.push_back(column.estimate == nullptr ? std::nullopt
                                                  : std::optional<EstimateReading>(*column.estimate));
  }
  const std::vector<const EstimateReading*> estimates = present(readings);
  costs.like_for_like = like_for_like_of(estimates);
  for (const model::CostCategory category : categories_of(estimates)) {
    CostRow row{category, {}};
    for (const auto& reading : readings)
      row.cells.push_back(reading ? cell_of(reading->category(category), rates) : CostCell{});
    costs.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    CostSheet sheet;
    sheet.option = i;
    if (readings[i]) sheet = sheet_of(i, columns[i], *readings[i], costs.like_for_like, date, rates);
    costs.sheets.push_back(std::move(sheet));
  }
  costs.non_medical = non_medical_of(c, columns, rates);
  costs.rates = rates.used();
  costs.missing_rates = rates.missing();
  return costs;
}

}  // namespace generator::compare
