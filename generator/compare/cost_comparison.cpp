#include "generator/compare/cost_comparison.h"

#include <algorithm>

#include "generator/compare/estimate_reading.h"
#include "generator/compare/like_for_like.h"
#include "generator/compare/rate_book.h"
#include "generator/model/names.h"

namespace generator::compare {
namespace {

using Readings = std::vector<std::optional<EstimateReading>>;  // one for each column

CostCell cell_of(const ReadCategory& category, RateBook& rates) {
  return {category.state, rates.amount(category.own), category.not_in_amount, category.unit_prices};
}

std::vector<const EstimateReading*> present(const Readings& readings) {
  std::vector<const EstimateReading*> result;
  for (const auto& reading : readings) {
    if (reading) result.push_back(&*reading);
  }
  return result;
}

EstimateHead head_of(const EstimateReading& reading, RateBook& rates) {
  const model::Estimate& estimate = reading.estimate();
  return {.id = estimate.id,
          .currency = estimate.currency,
          .issued = estimate.issued,
          .valid_until = estimate.valid_until,
          .stated_items = rates.amount(reading.stated_items()),
          .items_with_amount = reading.counting_items(),
          .items_without_amount = reading.open_items(),
          .stated_total = rates.amount(estimate.total),
          .sources = estimate.sources};
}

ReplacedEstimate replaced_by(const model::Estimate& old, const EstimateReading& current, RateBook& rates) {
  const EstimateReading before(old);
  ReplacedEstimate result{head_of(before, rates), head_of(current, rates), {}};
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
    payments.push_back({payment, rates.amount(model::payment_amount(estimate, payment))});
  std::ranges::stable_sort(payments, {}, [](const PaymentLine& line) { return line.payment.when; });
  return payments;
}

/// The family's share of what the hospital wrote as its total, else of the sum of what it stated.
std::optional<model::MoneyRange> contingency_of(const EstimateReading& reading,
                                                const std::optional<model::Decimal>& percent) {
  const auto& total = reading.estimate().total;
  const std::optional<model::MoneyRange> base = total ? total : reading.stated_items();
  if (!base || !percent) return std::nullopt;
  return model::times(*base, *percent * *model::Decimal::parse("0.01"));
}

/// The category of the one line that the price of a package stands for.
std::optional<model::CostCategory> package_line_of(const CostSheet& sheet) {
  const auto is_included = [](const CostLine& line) { return line.item.state == model::ItemState::included; };
  const auto only = std::ranges::find_if(sheet.lines, is_included);
  const bool is_alone = std::ranges::count_if(sheet.lines, is_included) == 1;
  if (!sheet.is_package_price || !is_alone || only->line || only->item.unit_price) return std::nullopt;
  return only->item.category;
}

/// The kinds of cost under which an estimate may name a treatment; none where that is anybody's guess.
std::vector<model::CostCategory> costs_of(model::Modality modality) {
  using enum model::CostCategory;
  switch (modality) {
    case model::Modality::surgery: return {surgery, procedure, cell_therapy, other};
    case model::Modality::systemic: return {drugs, cell_therapy, procedure, other};
    case model::Modality::cell_therapy: return {cell_therapy, procedure, other};
    case model::Modality::radiation:
    case model::Modality::proton_or_ion: return {radiation, procedure, other};
    case model::Modality::transplant:
    case model::Modality::loco_regional:
    case model::Modality::trial:
    case model::Modality::palliative:
    case model::Modality::observation:
    case model::Modality::other: return {};
  }
  return {};
}

/// What the price leaves out: what the estimate says so of, what it leaves open, and, where the newest answer
/// has one plan and its estimate is in lines, what the plan holds and no line can be of.
std::vector<LeftOutCategory> left_out_of(const EstimateReading& reading, const Column& column) {
  std::vector<LeftOutCategory> left_out;
  const auto add = [&](model::CostCategory category, LeftOut how) {
    if (std::ranges::find(left_out, category, &LeftOutCategory::category) == left_out.end())
      left_out.push_back({category, how});
  };
  const auto is_named = [&](model::CostCategory category) { return !reading.charges(category).empty(); };
  for (const ReadLine& line : reading.lines()) {
    const model::CostItem& item = *line.item;
    if (item.kind != model::LineKind::charge) continue;
    if (item.state == model::ItemState::excluded) add(item.category, LeftOut::excluded);
    if (model::is_open(reading.estimate(), item)) add(item.category, LeftOut::open);
  }
  // A package need not name what is in it; of several plans nobody says which one is priced.
  if (reading.lines().empty() || reading.estimate().basis == model::EstimateBasis::package ||
      column.opinions.empty() || column.opinions.front()->proposals.size() != 1)
    return left_out;
  for (const model::Modality modality : column.opinions.front()->proposals.front().modalities) {
    const auto categories = costs_of(modality);
    if (!categories.empty() && std::ranges::none_of(categories, is_named))
      add(categories.front(), LeftOut::not_named);
  }
  return left_out;
}

/// What the payments come to, iff that is more than the total, or less though the last is due at the end.
std::optional<model::MoneyRange> differing_payments(const model::Estimate& estimate) {
  const auto sum = model::sum_of_payments(estimate);
  const auto& total = estimate.total;
  if (!sum || !total || sum->approximate || total->approximate) return std::nullopt;
  const bool is_whole = std::ranges::any_of(estimate.payments, [](const model::Payment& payment) {
    return payment.when == model::PaymentTime::discharge;
  });
  // A hundredth too much is how shares are rounded; what comes back may stand beside the price.
  const auto is_clear = [](const model::Decimal& more, const model::Decimal& less) {
    return (more - less) * 200 > more;
  };
  const bool comes_back = std::ranges::any_of(estimate.payments, [](const model::Payment& payment) {
    return payment.refundable && *payment.refundable != model::Refundable::no;
  });
  const bool is_more = !comes_back && sum->low && total->high && is_clear(*sum->low, *total->high);
  const bool is_less = is_whole && sum->high && total->low && is_clear(*total->low, *sum->high);
  return is_more || is_less ? sum : std::nullopt;
}

CostSheet sheet_of(std::size_t option, const Column& column, const EstimateReading& reading,
                   const Costs& costs, const model::Case& c, const model::Date& date, RateBook& rates) {
  const model::Estimate& estimate = reading.estimate();
  CostSheet sheet;
  sheet.option = option;
  sheet.estimate = estimate.id;
  sheet.basis = estimate.basis;
  sheet.issued = estimate.issued;
  sheet.valid_until = estimate.valid_until;
  sheet.expired = estimate.valid_until && model::certainly_before(*estimate.valid_until, date);
  sheet.tax = estimate.tax;
  sheet.is_no_offer = declines(column);
  for (const ReadLine& line : reading.lines())
    sheet.lines.push_back({*line.item, rates.amount(line.amount), !line.computed, line.computed});
  sheet.discounts = rates.amount(reading.sum_of(model::LineKind::discount));
  sheet.taxes = rates.amount(reading.sum_of(model::LineKind::tax));
  sheet.left_out = left_out_of(reading, column);
  const auto is_unsaid_tax = [](const CostLine& line) {
    return line.item.kind == model::LineKind::tax && line.item.state != model::ItemState::included &&
           !line.item.percent && !line.line;
  };
  sheet.leaves_out_tax = (estimate.tax == model::TaxBasis::on_top && !sheet.taxes) ||
                         std::ranges::any_of(sheet.lines, is_unsaid_tax);
  sheet.stated_items = rates.amount(reading.stated_items());
  sheet.items_without_amount = reading.open_items();
  sheet.has_no_common_bound = !sheet.stated_items && reading.counting_items() > 0;
  sheet.stated_total = rates.amount(estimate.total);
  sheet.is_package_price = estimate.basis == model::EstimateBasis::package && estimate.total.has_value();
  sheet.package_line = package_line_of(sheet);
  sheet.total_adds_up =
      model::fit_of_total(estimate, model::letter_of(c, estimate)) != model::TotalFit::contradicts;
  if (!sheet.total_adds_up) {
    sheet.computed_total = model::sum_of_lines(estimate);
    if (sheet.items_without_amount > 0 && sheet.computed_total->low) {
      sheet.computed_total->high.reset();  // what is open may cost anything
      sheet.computed_total->basis = model::AmountBasis::computed;
    }
  }
  if (!sheet.is_no_offer) sheet.like_for_like = rates.amount(subtotal(reading, costs.like_for_like));
  sheet.contingency = rates.amount(contingency_of(reading, costs.contingency_percent));
  sheet.payments = payments_of(estimate, rates);
  sheet.payments_differ = rates.amount(differing_payments(estimate));
  sheet.complications = estimate.complications;
  for (const model::Estimate* old : column.replaced_estimates)
    sheet.replaced.push_back(replaced_by(*old, reading, rates));
  for (const model::Estimate* further : column.further_estimates)
    sheet.also_estimated.push_back(head_of(EstimateReading(*further), rates));
  sheet.sources = estimate.sources;
  return sheet;
}

/// The one length of time that all plans of an option state; nullopt if none does, or if they differ.
std::optional<model::DurationRange> time_of(const model::Case& c, const Column& column,
                                            model::CostTime time) {
  std::vector<const model::Proposal*> plans;
  if (column.is_home()) plans.push_back(&c.home.proposal);
  for (const model::Opinion* opinion : column.opinions) {
    for (const model::Proposal& proposal : opinion->proposals) plans.push_back(&proposal);
  }
  std::optional<model::DurationRange> found;
  for (const model::Proposal* plan : plans) {
    const auto& stated = time == model::CostTime::stay ? plan->stay : plan->time_abroad;
    if (!stated) continue;
    if (found && *found != *stated) return std::nullopt;
    found = stated;
  }
  return found;
}

/// How many of that unit one unit of the time is. Only what is exact: no week has a known share of a month.
std::optional<int> units_in(model::TimeUnit time, std::string_view unit) {
  const bool by_day = unit == "day" || unit == "night";
  if (unit == model::name_of(time) || (time == model::TimeUnit::day && by_day)) return 1;
  if (time == model::TimeUnit::week && by_day) return 7;
  if (time == model::TimeUnit::year && unit == "month") return 12;
  return std::nullopt;
}

/// What a cost outside the hospital comes to: its price x quantity x persons, the quantity being the plan's
/// own time where the case says that the cost runs over it.
std::optional<model::MoneyRange> line_of(const model::NonMedicalCost& cost,
                                         const std::optional<model::DurationRange>& time) {
  if (!cost.unit_price) return std::nullopt;
  std::optional<model::MoneyRange> line;
  if (cost.over) {
    const std::optional<int> units = time ? units_in(time->unit, cost.unit) : std::nullopt;
    if (!units) return std::nullopt;
    const auto quantity = [&units](const std::optional<int>& bound) -> std::optional<model::Decimal> {
      if (!bound) return std::nullopt;
      return model::Decimal(static_cast<long long>(*bound) * *units);
    };
    line = model::times(*cost.unit_price, quantity(time->low), quantity(time->high));
  } else {
    // A price for a person, and how many they are, needs no further count.
    const bool is_each = cost.unit == "person" && cost.persons;
    line = model::product_of(cost.unit_price, cost.quantity, is_each ? "" : cost.unit);
  }
  return line && cost.persons ? model::times(*line, *cost.persons) : line;
}

std::vector<NonMedicalLine> non_medical_of(const model::Case& c, const std::vector<Column>& columns,
                                           RateBook& rates) {
  std::vector<NonMedicalLine> lines;
  for (const model::NonMedicalCost& cost : c.non_medical) {
    const std::optional<std::size_t> option = find_option(columns, cost.option);
    if (!option) continue;  // ingest refuses such a case
    const auto time = cost.over ? time_of(c, columns[*option], *cost.over) : std::nullopt;
    lines.push_back({*option, cost, time, rates.amount(line_of(cost, time))});
  }
  std::ranges::stable_sort(lines, {}, &NonMedicalLine::option);
  return lines;
}

}  // namespace

bool names_complications(const CostSheet& sheet) {
  return sheet.complications || std::ranges::any_of(sheet.lines, [](const CostLine& line) {
           return line.item.category == model::CostCategory::complications &&
                  (line.item.state == model::ItemState::included ||
                   line.item.state == model::ItemState::excluded);
         });
}

Costs compare_costs(const model::Case& c, const std::vector<Column>& columns, const model::Date& date) {
  Costs costs;
  costs.family_currency = c.family.currency;
  costs.contingency_percent = c.family.contingency_percent;
  RateBook rates(c, date);
  Readings readings;
  for (const Column& column : columns) {
    readings.push_back(column.estimate == nullptr ? std::nullopt
                                                  : std::optional<EstimateReading>(*column.estimate));
  }
  const std::vector<const EstimateReading*> estimates = present(readings);
  std::vector<const EstimateReading*> offers;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (readings[i] && !declines(columns[i])) offers.push_back(&*readings[i]);
  }
  find_like_for_like(costs, offers);
  for (const model::CostCategory category : categories_of(estimates)) {
    CostRow row{category, {}};
    for (const auto& reading : readings)
      row.cells.push_back(reading ? cell_of(reading->category(category), rates) : CostCell{});
    costs.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    CostSheet sheet;
    sheet.option = i;
    if (readings[i]) sheet = sheet_of(i, columns[i], *readings[i], costs, c, date, rates);
    costs.sheets.push_back(std::move(sheet));
  }
  costs.non_medical = non_medical_of(c, columns, rates);
  costs.rates = rates.used();
  costs.missing_rates = rates.missing();
  return costs;
}

void find_old_rates(Costs& costs, const model::Settings& settings, const model::Date& date) {
  const auto* stale_after = settings.duration("rate-stale-after");
  if (stale_after == nullptr || !stale_after->own.value.high) return;
  const model::DurationRange& age = stale_after->own.value;
  for (std::size_t i = 0; i < costs.rates.size(); ++i) {
    if (model::certainly_before(model::after(costs.rates[i].date.last_day(), *age.high, age.unit), date))
      costs.old_rates.push_back(i);
  }
  if (!costs.old_rates.empty()) costs.rate_age = model::DurationRange{age.high, age.high, age.unit};
}

}  // namespace generator::compare
