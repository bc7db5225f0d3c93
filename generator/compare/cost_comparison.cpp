#include "generator/compare/cost_comparison.h"

#include <algorithm>

#include "generator/compare/difference_finder.h"
#include "generator/compare/estimate_reading.h"
#include "generator/compare/like_for_like.h"
#include "generator/compare/rate_book.h"
#include "generator/model/names.h"

namespace generator::compare {
namespace {

/// A price of a column, read.
struct ReadPrice {
  const model::Price* price = nullptr;
  EstimateReading reading;
};

/// What is said of the hospital that a sheet is of.
struct SheetContext {
  std::size_t option;
  const Column& column;
  const model::Case& c;
  const model::Date& date;
  RateBook& rates;
};

CostCell cell_of(const ReadCategory& category, RateBook& rates) {
  return {category.state, rates.amount(category.own), category.not_in_amount, category.unit_prices};
}

std::string title_of(const model::Case& c, const model::Estimate& estimate) {
  const auto letter = std::ranges::find(c.documents, estimate.document, &model::Document::id);
  return estimate.document.empty() || letter == c.documents.end() ? std::string() : letter->title;
}

/// The sum of the lines, iff the total that the hospital wrote cannot be it.
std::optional<model::MoneyRange> contradicting_sum(const model::Case& c, const model::Estimate& estimate) {
  if (model::fit_of_total(estimate, model::letter_of(c, estimate)) != model::TotalFit::contradicts)
    return std::nullopt;
  auto sum = model::sum_of_lines(estimate);
  const auto is_open = [&](const model::CostItem& item) { return model::is_open(estimate, item); };
  if (sum->low && std::ranges::any_of(estimate.items, is_open)) {
    sum->high.reset();  // what is open may cost anything
    sum->basis = model::AmountBasis::computed;
  }
  return sum;
}

EstimateHead head_of(const model::Case& c, const EstimateReading& reading, RateBook& rates) {
  const model::Estimate& estimate = reading.estimate();
  return {.id = estimate.id,
          .currency = estimate.currency,
          .issued = estimate.issued,
          .valid_until = estimate.valid_until,
          .stated_items = rates.amount(reading.stated_items()),
          .items_with_amount = reading.counting_items(),
          .items_without_amount = reading.open_items(),
          .stated_total = rates.amount(estimate.total),
          .sources = estimate.sources,
          .issuer = estimate.issuer,
          .title = title_of(c, estimate),
          .tax = estimate.tax,
          .valid_for = estimate.valid_for,
          .computed_total = contradicting_sum(c, estimate)};
}

ReplacedEstimate replaced_by(const model::Case& c, const model::Estimate& old, const model::Estimate& later,
                             RateBook& rates) {
  const EstimateReading before(old);
  const EstimateReading current(later);
  ReplacedEstimate result{head_of(c, before, rates), head_of(c, current, rates), {}};
  for (const model::CostCategory category : categories_of({&before, &current})) {
    const ReadCategory was = before.category(category);
    const ReadCategory is = current.category(category);
    if (!(was == is)) result.changes.push_back({category, cell_of(was, rates), cell_of(is, rates)});
  }
  return result;
}

std::vector<PaymentLine> payments_of(const EstimateReading& reading, const std::optional<int>& proposal,
                                     const SheetContext& context) {
  std::vector<PaymentLine> payments;
  const bool is_one_of_several = context.column.estimates.size() > 1;
  for (const model::Estimate* estimate : reading.estimates()) {
    const std::string name = estimate->issuer.empty() ? title_of(context.c, *estimate) : estimate->issuer;
    for (const model::Payment& payment : estimate->payments) {
      payments.push_back({payment, context.rates.amount(model::payment_amount(*estimate, payment)), proposal,
                          is_one_of_several ? name : std::string()});
    }
  }
  std::ranges::stable_sort(payments, {}, [](const PaymentLine& line) { return line.payment.when; });
  return payments;
}

/// The family's share of what the hospital wrote as its total, else of the sum of what it stated.
std::optional<model::MoneyRange> contingency_of(const EstimateReading& reading,
                                                const std::optional<model::Decimal>& percent) {
  const auto total = reading.stated_total();
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
std::vector<LeftOutCategory> left_out_of(const EstimateReading& reading, const model::Proposal* plan) {
  std::vector<LeftOutCategory> left_out;
  const auto add = [&](model::CostCategory category, LeftOut how) {
    if (std::ranges::find(left_out, category, &LeftOutCategory::category) == left_out.end())
      left_out.push_back({category, how});
  };
  const auto is_named = [&](model::CostCategory category) { return !reading.charges(category).empty(); };
  for (const ReadLine& line : reading.lines()) {
    const model::CostItem& item = *line.item;
    if (item.kind != model::LineKind::charge) continue;
    // What one estimate leaves to another is in the price that they add up to.
    const bool is_elsewhere = std::ranges::any_of(reading.lines(), [&line](const ReadLine& other) {
      return other.estimate != line.estimate && other.item->category == line.item->category &&
             model::counts(*other.estimate, *other.item);
    });
    if (item.state == model::ItemState::excluded && !is_elsewhere) add(item.category, LeftOut::excluded);
    if (model::is_open(*line.estimate, item)) add(item.category, LeftOut::open);
  }
  // A package need not name what is in it; of several plans nobody says which one is priced.
  const bool is_package = std::ranges::any_of(reading.estimates(), [](const model::Estimate* each) {
    return each->basis == model::EstimateBasis::package;
  });
  if (reading.lines().empty() || is_package || plan == nullptr) return left_out;
  for (const model::Modality modality : plan->modalities) {
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

/// The plan that a price is for: the one that it names, else the only one of the newest answer.
const model::Proposal* plan_of(const model::Price& price, const Column& column) {
  if (price.proposal != nullptr) return price.proposal;
  if (column.opinions.empty() || column.opinions.front()->proposals.size() != 1) return nullptr;
  return &column.opinions.front()->proposals.front();
}

/// When it holds: of several the first to end, with the words and the place of that one.
void set_validity(CostSheet& sheet, const EstimateReading& reading, const model::Date& date) {
  const model::Estimate* first = nullptr;
  for (const model::Estimate* each : reading.estimates()) {
    const auto end = model::end_of(*each);
    const auto earliest = first == nullptr ? std::nullopt : model::end_of(*first);
    if (first == nullptr || (end && (!earliest || end->last_day() < earliest->last_day()))) first = each;
  }
  sheet.valid_until = first->valid_until;
  if (!first->valid_until) {
    sheet.valid_for = first->valid_for;
    sheet.ends_on = model::end_of(*first);
  }
  const auto end = model::end_of(*first);
  sheet.expired = end && model::certainly_before(*end, date);
  for (const auto member : {model::Sourced::valid_until, model::Sourced::valid_for}) {
    if (const auto source = model::source_of(first->sources, member)) {
      sheet.sources[member] = *source;
    } else {
      sheet.sources.erase(member);
    }
  }
}

void set_tax(CostSheet& sheet, const EstimateReading& reading, RateBook& rates) {
  sheet.tax = reading.tax();
  sheet.taxes = rates.amount(reading.sum_of(model::LineKind::tax));
  const auto is_unsaid = [](const CostLine& line) {
    return line.item.kind == model::LineKind::tax && line.item.state != model::ItemState::included &&
           !line.item.percent && !line.line;
  };
  const auto leaves_out = [](const model::Estimate* each) {
    return each->tax == model::TaxBasis::on_top && !EstimateReading(*each).sum_of(model::LineKind::tax);
  };
  sheet.leaves_out_tax =
      std::ranges::any_of(reading.estimates(), leaves_out) || std::ranges::any_of(sheet.lines, is_unsaid);
}

/// What they come to, as the hospital wrote it and as we add it up.
void set_sums(CostSheet& sheet, const EstimateReading& reading, const SheetContext& context) {
  const model::Estimate& estimate = reading.estimate();
  sheet.has_several_currencies = reading.has_several_currencies();
  sheet.stated_items = context.rates.amount(reading.stated_items());
  sheet.items_without_amount = reading.open_items();
  sheet.has_no_common_bound =
      !sheet.stated_items && !sheet.has_several_currencies && reading.counting_items() > 0;
  sheet.stated_total = context.rates.amount(reading.stated_total());
  if (reading.is_of_several()) {
    for (const model::Estimate* each : reading.estimates())
      sheet.parts.push_back(head_of(context.c, EstimateReading(*each), context.rates));
    return;
  }
  sheet.is_package_price = estimate.basis == model::EstimateBasis::package && estimate.total.has_value();
  sheet.package_line = package_line_of(sheet);
  sheet.computed_total = contradicting_sum(context.c, estimate);
  sheet.total_adds_up = !sheet.computed_total;
  sheet.payments_differ = context.rates.amount(differing_payments(estimate));
  if (estimate.own_conversion) sheet.own_conversion = Amount{*estimate.own_conversion, std::nullopt};
}

void add_lines(CostSheet& sheet, const EstimateReading& reading, RateBook& rates) {
  for (const ReadLine& line : reading.lines()) {
    std::optional<int> part;
    if (reading.is_of_several()) {
      const auto at = std::ranges::find(reading.estimates(), line.estimate);
      part = static_cast<int>(at - reading.estimates().begin()) + 1;
    }
    CostLine told{*line.item, rates.amount(line.amount), !line.computed, line.computed, part, std::nullopt};
    const auto printed = model::line_amount(*line.item);
    if (printed && printed->currency != line.estimate->currency) {
      // What the hospital itself converts needs no rate of the case.
      told.printed = line.item->converted ? Amount{*printed, std::nullopt} : rates.amount(printed);
    }
    sheet.lines.push_back(std::move(told));
  }
}

CostSheet sheet_of(const model::Price& price, const EstimateReading& reading, const Costs& costs,
                   const SheetContext& context) {
  RateBook& rates = context.rates;
  const model::Estimate& estimate = reading.estimate();
  CostSheet sheet;
  sheet.option = context.option;
  sheet.estimate = estimate.id;
  sheet.role = price.role;
  if (price.proposal != nullptr) sheet.proposal = number_of(context.column, price.proposal);
  if (context.column.prices.size() > 1)
    sheet.name = estimate.issuer.empty() ? title_of(context.c, estimate) : estimate.issuer;
  sheet.basis = estimate.basis;
  sheet.issued = estimate.issued;
  sheet.sources = estimate.sources;
  set_validity(sheet, reading, context.date);
  sheet.is_no_offer = declines(context.column);
  add_lines(sheet, reading, rates);
  sheet.discounts = rates.amount(reading.sum_of(model::LineKind::discount));
  set_tax(sheet, reading, rates);
  sheet.left_out = left_out_of(reading, plan_of(price, context.column));
  set_sums(sheet, reading, context);
  if (!sheet.is_no_offer && price.role == PriceRole::first_choice)
    sheet.like_for_like = rates.amount(subtotal(reading, costs.like_for_like));
  sheet.contingency = rates.amount(contingency_of(reading, costs.contingency_percent));
  sheet.payments = payments_of(reading, sheet.proposal, context);
  for (const model::Estimate* each : reading.estimates()) {
    if (!sheet.complications) sheet.complications = each->complications;
  }
  const Column& column = context.column;
  for (const model::Estimate* old : column.replaced_estimates) {
    const model::Estimate* later = model::successor_of(old, column.estimates, column.replaced_estimates);
    if (std::ranges::find(reading.estimates(), later) != reading.estimates().end())
      sheet.replaced.push_back(replaced_by(context.c, *old, *later, rates));
  }
  return sheet;
}

/// All prices of a column, read; that of the first choice is the first, if it is known.
std::vector<ReadPrice> read_prices(const Column& column) {
  std::vector<ReadPrice> prices;
  for (const model::Price& price : column.prices)
    prices.push_back({&price, EstimateReading(price.estimates)});
  return prices;
}

const EstimateReading* first_choice_in(const std::vector<ReadPrice>& prices) {
  const bool is_known = !prices.empty() && prices.front().price->role == PriceRole::first_choice;
  return is_known ? &prices.front().reading : nullptr;
}

/// The table of kinds of cost, and what of it is like for like: of the first choices alone.
void compare_categories(Costs& costs, const std::vector<Column>& columns,
                        const std::vector<std::vector<ReadPrice>>& prices, RateBook& rates) {
  std::vector<const EstimateReading*> all;
  std::vector<const EstimateReading*> offers;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const EstimateReading* reading = first_choice_in(prices[i]);
    if (reading == nullptr) continue;
    all.push_back(reading);
    if (!columns[i].is_home() && !declines(columns[i])) offers.push_back(reading);
  }
  find_like_for_like(costs, offers);
  for (const model::CostCategory category : categories_of(all)) {
    CostRow row{category, {}};
    for (const std::vector<ReadPrice>& each : prices) {
      const EstimateReading* reading = first_choice_in(each);
      row.cells.push_back(reading != nullptr ? cell_of(reading->category(category), rates) : CostCell{});
    }
    costs.rows.push_back(std::move(row));
  }
}

/// The one length of time that all plans of an option state; nullopt if none does, or if they differ.
std::optional<model::DurationRange> time_of(const model::Case& c, const Column& column,
                                            model::CostTime time) {
  const std::vector<const model::Proposal*> plans = proposals_of(c, column);
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

std::vector<const CostSheet*> sheets_of(const Costs& costs, std::size_t option) {
  std::vector<const CostSheet*> sheets;
  for (const auto* list : {&costs.sheets, &costs.further}) {
    for (const CostSheet& sheet : *list) {
      if (sheet.option == option && !sheet.estimate.empty()) sheets.push_back(&sheet);
    }
  }
  return sheets;
}

std::vector<const CostSheet*> own_sheets_of(const Costs& costs, std::size_t option) {
  std::vector<const CostSheet*> sheets = sheets_of(costs, option);
  std::erase_if(sheets, [](const CostSheet* sheet) {
    return sheet->role == PriceRole::other_plan || sheet->role == PriceRole::alternative;
  });
  return sheets;
}

std::vector<PaymentLine> payments_of(const Costs& costs, std::size_t option) {
  std::vector<PaymentLine> payments;
  for (const CostSheet* sheet : sheets_of(costs, option))
    payments.insert(payments.end(), sheet->payments.begin(), sheet->payments.end());
  std::ranges::stable_sort(payments, {}, [](const PaymentLine& line) { return line.payment.when; });
  return payments;
}

bool names_complications(const Costs& costs, std::size_t option) {
  return std::ranges::any_of(sheets_of(costs, option), [](const CostSheet* sheet) {
    return sheet->complications || std::ranges::any_of(sheet->lines, [](const CostLine& line) {
             return line.item.category == model::CostCategory::complications &&
                    (line.item.state == model::ItemState::included ||
                     line.item.state == model::ItemState::excluded);
           });
  });
}

Costs compare_costs(const model::Case& c, const std::vector<Column>& columns, const model::Date& date) {
  Costs costs;
  costs.family_currency = c.family.currency;
  costs.contingency_percent = c.family.contingency_percent;
  RateBook rates(c, date);
  std::vector<std::vector<ReadPrice>> prices;
  for (const Column& column : columns) prices.push_back(read_prices(column));
  compare_categories(costs, columns, prices, rates);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const SheetContext context{i, columns[i], c, date, rates};
    CostSheet first;
    first.option = i;
    for (const ReadPrice& each : prices[i]) {
      CostSheet sheet = sheet_of(*each.price, each.reading, costs, context);
      if (each.price->role == PriceRole::first_choice) {
        first = std::move(sheet);
      } else {
        if (each.price->role == PriceRole::unrelated) first.role = PriceRole::unrelated;
        costs.further.push_back(std::move(sheet));
      }
    }
    costs.sheets.push_back(std::move(first));
  }
  costs.non_medical = non_medical_of(c, columns, rates);
  costs.rates = rates.used();
  costs.rates_beside = rates.beside();
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
