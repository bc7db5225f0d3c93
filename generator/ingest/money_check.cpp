#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "generator/base/code_points.h"
#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"
#include "generator/model/estimate_sums.h"
#include "generator/model/figures.h"

namespace generator::ingest {
namespace {

using model::CostItem;
using model::MoneyRange;

std::string bounds(const MoneyRange& range) {
  if (!range.high) return "from " + range.low->to_string();
  if (!range.low) return "up to " + range.high->to_string();
  if (*range.low == *range.high) return range.low->to_string();
  return range.low->to_string() + " to " + range.high->to_string();
}

/// What a discount or a tax is in percent, and nothing else is.
void check_percent(const CostItem& item, const JsonNode& node, ValueReader& report) {
  if (!item.percent) return;
  if (item.kind == model::LineKind::charge) {
    report.error(*node.find("percent"), "percent-of-charge",
                 "a line that is no discount and no tax has a percentage",
                 "a charge is an amount, and no share of the others",
                 R"(write "kind": "discount" or "kind": "tax", or take "percent" out)");
  } else if (*item.percent > 100) {
    report.error(*node.find("percent"), "percent-out-of-range",
                 fmt::format("the percentage is {}", item.percent->to_string()), "", "write 100 at most");
  }
}

void check_item(const CostItem& item, const JsonNode& node, ValueReader& report) {
  const bool open = item.state == model::ItemState::not_stated || item.state == model::ItemState::asked;
  if (open && (item.unit_price || item.line)) {
    report.error(*node.find("state"), "amount-contradicts-state",
                 fmt::format("this line is \"{}\" and has an amount", model::name_of(item.state)),
                 "either the hospital gave an amount or it did not",
                 "take the amount out, or write \"included\" or \"excluded\"");
  }
  if (item.state == model::ItemState::extra && !item.unit_price && !item.line) {
    report.error(*node.find("state"), "extra-without-price", "this line is an extra, and has no price",
                 "an extra is offered at a price; what has none is not in the estimate",
                 "write its price, or \"excluded\"");
  }
  if (item.converted && node.find("currency") == nullptr) {
    report.error(*node.find("own_conversion"), "conversion-without-currency",
                 "the line has a conversion, and no currency of its own",
                 "a conversion is of an amount in another currency than the estimate's",
                 R"(add the line's "currency", or take "own_conversion" out)");
  }
  if (item.quantity && item.quantity->is_zero()) {
    report.error(*node.find("quantity"), "quantity-not-positive", "the quantity is 0",
                 "a line of nothing would look like a line that costs nothing",
                 "leave \"quantity\" out if it is not stated");
  } else if (const auto product = model::differing_product(item)) {
    const std::string quantity = item.quantity ? item.quantity->to_string() : "1";
    report.warning(*node.find("line"), "line-differs",
                   fmt::format("{} times {} is {}, and the line says {}", quantity, bounds(*item.unit_price),
                               bounds(*product), bounds(*item.line)),
                   "the hospital's own figure is shown, and marked as not adding up",
                   "compare with the estimate; if it says so itself, ask the hospital");
  }
  if (item.quantity && item.quantity_high && *item.quantity_high < *item.quantity) {
    report.error(*node.find("quantity_high"), "quantity-low-above-high",
                 fmt::format("the quantity is {} at least and {} at most", item.quantity->to_string(),
                             item.quantity_high->to_string()),
                 "", "look both up in the letter");
  }
  check_percent(item, node, report);
}

void check_refunds(const model::Estimate& estimate, const JsonNode& node, ValueReader& report) {
  const auto& payments = items_of(node.find("payments"));
  for (std::size_t i = 0; i < estimate.payments.size() && i < payments.size(); ++i) {
    const auto& percent = estimate.payments[i].refund_percent;
    if (!percent || *percent <= 100) continue;
    report.error(*payments[i].find("refund_percent"), "percent-out-of-range",
                 fmt::format("the percentage is {}", percent->to_string()),
                 "no more can come back than was paid", "write 100 at most");
  }
}

void check_total(const model::Estimate& estimate, std::string_view letter, const JsonNode& node,
                 ValueReader& report) {
  const model::TotalFit fit = model::fit_of_total(estimate, letter);
  if (fit != model::TotalFit::takes_off && fit != model::TotalFit::contradicts) return;
  const std::string what = fmt::format("the sum of the lines is {}, and the total says {}",
                                       bounds(*model::sum_of_lines(estimate)), bounds(*estimate.total));
  if (fit == model::TotalFit::takes_off) {
    report.warning(*node.find("total"), "discount-left-out", what,
                   "the letter names what lies between; it is taken for a discount that the case leaves out",
                   R"(add a line with "kind": "discount" and its amount or percent)");
  } else {
    report.warning(*node.find("total"), "total-differs", what,
                   "the hospital's own figure is shown, and marked as not adding up",
                   "compare with the estimate; if it says so itself, ask the hospital");
  }
}

/// Whether a letter may mean that amount by a figure: as it stands, or as so many thousands, lakh, million,
/// where a word follows that could say so.
bool can_mean(std::string_view quote, const model::Figure& figure, const model::Decimal& amount) {
  if (figure.can_be(amount)) return true;
  // "12,500 EUR" is no twelve and a half of something; of "12-15 thousand" the word is of both.
  if (figure.values.size() > 1) return false;
  std::string_view rest = quote.substr(figure.end);
  constexpr std::string_view k_range = "0123456789., -\u2010\u2011\u2012\u2013\u2014~";
  rest.remove_prefix(std::min(rest.find_first_not_of(k_range), rest.size()));
  std::size_t at = 0;
  const bool has_word = !rest.empty() && u_isalpha(base::next_code_point(rest, at)) != 0;
  if (!has_word) return false;
  model::Decimal power = 100;
  for (int zeros = 3; zeros <= 8; ++zeros) {
    power = power * 10;
    for (const model::Decimal& value : figure.values) {
      if (value < 1000 && value * power == amount) return true;
    }
  }
  return false;
}

/// An amount as it was typed beside the words that it is from. Words without a figure say nothing against it.
void check_quoted(const std::optional<MoneyRange>& amount, const std::vector<std::string>& quotes,
                  const JsonNode& node, ValueReader& report) {
  if (!amount) return;
  std::vector<std::pair<std::string_view, model::Figure>> figures;
  for (const std::string& quote : quotes) {
    for (model::Figure& figure : model::figures_in(quote)) {
      if (!figure.is_percent) figures.emplace_back(quote, std::move(figure));
    }
  }
  if (figures.empty()) return;
  for (const auto& [name, bound] : {std::pair{"low", &amount->low}, std::pair{"high", &amount->high}}) {
    if (!*bound || std::ranges::any_of(
                       figures, [&](const auto& each) { return can_mean(each.first, each.second, **bound); }))
      continue;
    const JsonNode* place = node.find(name);
    report.warning(place != nullptr ? *place : node, "amount-not-in-quote",
                   fmt::format("{} does not stand in the words that it is from", (*bound)->to_string()),
                   fmt::format("they have {}", base::in_quotes(quotes.front())),
                   "look the amount up in the letter: a point or a comma may part thousands there");
    return;
  }
}

/// 12.500 typed for twelve thousand five hundred.
void check_thousands(const std::optional<MoneyRange>& amount, const std::vector<std::string>& quotes,
                     const JsonNode& node, ValueReader& report) {
  if (!amount || amount->currency.minor_digits() != 2) return;
  for (const char* name : {"low", "high"}) {
    const JsonNode* bound = node.find(name);
    if (bound == nullptr) continue;
    const std::size_t point = bound->text.find('.');
    if (point == std::string::npos || point > 3 || bound->text.size() - point != 4) continue;
    // Where the letter has another sign, somebody has thought of it.
    const auto has_it = [&](const std::string& quote) {
      return quote.find(bound->text) != std::string::npos;
    };
    if (!quotes.empty() && std::ranges::none_of(quotes, has_it)) continue;
    report.warning(
        *bound, "amount-of-thousandths",
        fmt::format("{} {} has three digits after the point", amount->currency.code(), bound->text),
        "there the point parts the decimals, and this currency has two",
        "if it parts thousands in the letter, leave it out");
    return;
  }
}

std::vector<std::string> quotes_of(const std::optional<model::Statement>& label,
                                   const std::optional<model::Source>& source) {
  std::vector<std::string> quotes;
  if (source && !source->quote.empty()) quotes.push_back(source->quote);
  if (label && label->source && !label->source->quote.empty()) quotes.push_back(label->source->quote);
  return quotes;
}

void check_amounts(const model::Estimate& estimate, const JsonNode& node, ValueReader& report) {
  const auto check = [&](const std::optional<MoneyRange>& amount, const std::vector<std::string>& quotes,
                         const JsonNode* place) {
    if (place == nullptr) return;
    check_thousands(amount, quotes, *place, report);
    check_quoted(amount, quotes, *place, report);
  };
  const auto& items = items_of(node.find("items"));
  for (std::size_t i = 0; i < estimate.items.size() && i < items.size(); ++i) {
    const CostItem& item = estimate.items[i];
    const auto quotes = quotes_of(item.label, item.source);
    // A product that fits says that the price is as it should be.
    const bool is_proven = item.line && item.quantity && !model::differing_product(item);
    if (!is_proven) check(item.unit_price, quotes, &items[i]);
    check(item.line, quotes, items[i].find("line"));
  }
  check(estimate.total, quotes_of({}, model::source_of(estimate.sources, model::Sourced::total)),
        node.find("total"));
  const auto& payments = items_of(node.find("payments"));
  for (std::size_t i = 0; i < estimate.payments.size() && i < payments.size(); ++i) {
    const model::Payment& payment = estimate.payments[i];
    check(payment.amount, quotes_of(payment.label, payment.source), payments[i].find("amount"));
  }
}

}  // namespace

void check_money(const JsonNode& root, const model::Case& c, ValueReader& report) {
  const auto& estimates = items_of(root.find("estimates"));
  for (std::size_t i = 0; i < c.estimates.size() && i < estimates.size(); ++i) {
    const auto& items = items_of(estimates[i].find("items"));
    for (std::size_t k = 0; k < c.estimates[i].items.size() && k < items.size(); ++k)
      check_item(c.estimates[i].items[k], items[k], report);
    check_total(c.estimates[i], model::letter_of(c, c.estimates[i]), estimates[i], report);
    check_refunds(c.estimates[i], estimates[i], report);
    check_amounts(c.estimates[i], estimates[i], report);
  }
}

}  // namespace generator::ingest
