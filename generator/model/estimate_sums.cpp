#include "generator/model/estimate_sums.h"

#include <algorithm>
#include <string>
#include <utility>

#include "generator/model/figures.h"

namespace generator::model {
namespace {

using Bound = std::optional<Decimal>;

bool differs(const Bound& stated, const Bound& computed, const Currency& currency) {
  return stated && computed &&
         *stated != computed->rounded(std::max(currency.minor_digits(), stated->places()));
}

/// What a letter calls approximate may come out otherwise: that is no contradiction.
bool differs(const MoneyRange& stated, const MoneyRange& computed) {
  if (stated.approximate || computed.approximate) return false;
  return differs(stated.low, computed.low, stated.currency) ||
         differs(stated.high, computed.high, stated.currency);
}

/// Whether one is a figure that lies within the other: "9 to 11" may come to 10.
bool is_within(const MoneyRange& a, const MoneyRange& b) {
  const auto lies_in = [](const MoneyRange& figure, const MoneyRange& range) {
    return figure.low && figure.low == figure.high && range.low && range.high && *range.low <= *figure.low &&
           *figure.low <= *range.high;
  };
  return lies_in(a, b) || lies_in(b, a);
}

bool is_below(const MoneyRange& a, const MoneyRange& b) {
  const auto below = [](const Bound& x, const Bound& y) { return x && y && *x < *y; };
  return !a.approximate && !b.approximate && (below(a.low, b.low) || below(a.high, b.high));
}

/// The place at which a figure ends in zeros, as a unit: 100 for 24,700; 1 for 24,701 and for 24.5.
Decimal coarseness_of(const Decimal& value) {
  const std::string digits = value.to_string();
  if (value.places() > 0) return 1;
  const std::size_t last = digits.find_last_not_of('0');
  std::string unit = "1";
  if (last != std::string::npos) unit.append(digits.size() - 1 - last, '0');
  return *Decimal::parse(unit);
}

Decimal distance(const Decimal& a, const Decimal& b) {
  return a < b ? b - a : a - b;
}

/// Whether a total is the sum as hospitals round it: to its own zeros, and by less than one in two hundred.
bool is_rounding(const Bound& total, const Bound& sum) {
  if (!total || !sum) return true;
  const Decimal off = distance(*total, *sum);
  return off * 2 <= coarseness_of(*total) && off * 200 <= *total;
}

bool is_rounding(const MoneyRange& total, const MoneyRange& sum) {
  return is_rounding(total.low, sum.low) && is_rounding(total.high, sum.high);
}

/// What the total is below the sum by, where both bounds agree on it.
std::optional<Decimal> taken_off(const MoneyRange& total, const MoneyRange& sum) {
  std::optional<Decimal> off;
  for (const auto& [stated, computed] :
       {std::pair{&total.low, &sum.low}, std::pair{&total.high, &sum.high}}) {
    if (!*stated || !*computed) continue;
    const Decimal difference = **computed - **stated;
    if (off && *off != difference) return std::nullopt;
    off = difference;
  }
  return off && !off->is_negative() && !off->is_zero() ? off : std::nullopt;
}

/// Whether the total is the sum less that many percent.
bool is_less_percent(const MoneyRange& total, const MoneyRange& sum, const Decimal& percent) {
  const Decimal share = (Decimal(100) - percent) * *Decimal::parse("0.01");
  const MoneyRange less = times(sum, share);
  return !differs(total, less) || is_rounding(total, less);
}

/// What the case has entered of an estimate: to find it in the letter explains nothing.
bool is_entered(const Estimate& estimate, const Figure& figure) {
  const auto is_of = [&figure](const std::optional<MoneyRange>& amount) {
    return amount &&
           ((amount->low && figure.can_be(*amount->low)) || (amount->high && figure.can_be(*amount->high)));
  };
  return is_of(estimate.total) || std::ranges::any_of(estimate.items, [&](const CostItem& item) {
           return item.kind == LineKind::charge && (is_of(item.unit_price) || is_of(line_amount(item)));
         });
}

/// The line of the letter in which the figure stands.
std::string_view line_around(std::string_view letter, const Figure& figure) {
  const std::size_t begin = letter.rfind('\n', figure.begin);
  const std::size_t end = letter.find('\n', figure.end);
  const std::size_t first = begin == std::string_view::npos ? 0 : begin + 1;
  return letter.substr(first, end == std::string_view::npos ? end : end - first);
}

/// Whether the letter names what the total is below the sum by: that figure, with a minus or as none of the
/// amounts that are entered, or a percentage in one line with the total or that figure.
bool explains(std::string_view letter, const Estimate& estimate, const MoneyRange& sum) {
  constexpr std::size_t k_most = 1u << 18;  // bytes: no price list is longer
  letter = letter.substr(0, k_most);
  const MoneyRange& total = *estimate.total;
  const auto off = taken_off(total, sum);
  const auto names = [&](const Figure& figure, const std::optional<Decimal>& value) {
    return value && figure.can_be(*value);
  };
  return std::ranges::any_of(figures_in(letter), [&](const Figure& figure) {
    if (!figure.is_percent)
      return names(figure, off) && *off > 99 && (figure.is_negative || !is_entered(estimate, figure));
    const bool fits = std::ranges::any_of(figure.values, [&](const Decimal& percent) {
      return !percent.is_zero() && percent < 100 && is_less_percent(total, sum, percent);
    });
    return fits && std::ranges::any_of(figures_in(line_around(letter, figure)), [&](const Figure& beside) {
             return names(beside, off) || names(beside, total.low) || names(beside, total.high);
           });
  });
}

/// A package's lines say what is in it: only where each has a price of its own are they meant to add up.
bool is_meant_to_add_up(const Estimate& estimate) {
  return estimate.basis == EstimateBasis::itemised ||
         std::ranges::all_of(estimate.items, [&](const CostItem& item) {
           return item.state != ItemState::included || counts(estimate, item);
         });
}

/// A lower bound less the most that is taken off, and an upper one less the least.
MoneyRange minus(const MoneyRange& from, const MoneyRange& off) {
  MoneyRange result{from.currency, std::nullopt, std::nullopt, AmountBasis::computed,
                    from.approximate || off.approximate};
  if (from.low && off.high) result.low = *from.low - *off.high;
  if (from.high && off.low) result.high = *from.high - *off.low;
  return result;
}

std::optional<MoneyRange> share_of(const std::optional<MoneyRange>& whole,
                                   const std::optional<Decimal>& percent) {
  if (!whole || !percent) return std::nullopt;
  return times(*whole, *percent * *Decimal::parse("0.01"));
}

/// Adds up lines in their order, as each does to the sum of those before it what its kind says.
class LineSum {
 public:
  explicit LineSum(const Estimate& estimate, bool with_taxes = true) : estimate_(estimate) {
    amounts.resize(estimate.items.size());
    const auto add_all = [&](bool late) {
      bool any_charge = false;
      for (std::size_t i = 0; i < estimate.items.size(); ++i) {
        const CostItem& item = estimate.items[i];
        const bool is_charge = item.kind == LineKind::charge;
        any_charge = any_charge || is_charge;
        if (item.kind == LineKind::tax && !with_taxes) continue;
        // What stands before all charges is of all of them.
        if ((!is_charge && !any_charge) == late) amounts[i] = add(item);
      }
    };
    add_all(false);
    add_all(true);
  }

  std::vector<std::optional<MoneyRange>> amounts;
  bool is_bounded = true;  ///< false: the lines have no bound in common
  std::optional<MoneyRange> sum;

 private:
  std::optional<MoneyRange> add(const CostItem& item) {
    if (item.state != ItemState::included) return std::nullopt;
    if (item.kind == LineKind::charge) {
      if (!counts(estimate_, item)) return std::nullopt;
      auto amount = counted_amount(estimate_, item);
      take(plus(*amount));
      return amount;
    }
    const auto stated = counted_amount(estimate_, item);
    const bool has_amount = stated.has_value();
    auto amount = has_amount ? stated : share_of(sum, item.percent);
    if (!amount || !sum) return amount;
    if (item.kind == LineKind::tax) {
      take(plus(*amount));
    } else if (has_amount) {
      take(minus(*sum, *amount));
    } else {
      take(share_of(sum, Decimal(100) - *item.percent));
    }
    return amount;
  }

  std::optional<MoneyRange> plus(const MoneyRange& amount) const {
    return sum ? model::sum({*sum, amount}) : is_bounded ? std::optional(amount) : std::nullopt;
  }

  void take(std::optional<MoneyRange> next) {
    const auto is_below_nothing = [](const Bound& bound) { return bound && bound->is_negative(); };
    is_bounded =
        next && (next->low || next->high) && !is_below_nothing(next->low) && !is_below_nothing(next->high);
    sum = is_bounded ? std::move(next) : std::nullopt;
  }

  const Estimate& estimate_;
};

}  // namespace

std::optional<MoneyRange> product_of(const std::optional<MoneyRange>& unit_price,
                                     const std::optional<Decimal>& quantity, std::string_view unit,
                                     const std::optional<Decimal>& quantity_high) {
  if (!unit_price) return std::nullopt;
  if (quantity_high) return times(*unit_price, quantity, quantity_high);
  if (quantity) return times(*unit_price, *quantity);
  return unit.empty() ? unit_price : std::nullopt;
}

std::optional<MoneyRange> line_amount(const CostItem& item) {
  return item.line ? item.line : product_of(item.unit_price, item.quantity, item.unit, item.quantity_high);
}

std::optional<MoneyRange> differing_product(const CostItem& item) {
  const auto product = product_of(item.unit_price, item.quantity, item.unit, item.quantity_high);
  const bool other =
      item.line && product && item.line->currency == product->currency && differs(*item.line, *product);
  return other ? product : std::nullopt;
}

std::optional<MoneyRange> counted_amount(const Estimate& estimate, const CostItem& item) {
  auto amount = line_amount(item);
  if (!amount || amount->currency == estimate.currency) return amount;
  const bool is_converted = item.converted && item.converted->currency == estimate.currency;
  return is_converted ? item.converted : std::nullopt;
}

bool counts(const Estimate& estimate, const CostItem& item) {
  return item.state == ItemState::included && counted_amount(estimate, item);
}

bool is_open(const Estimate& estimate, const CostItem& item) {
  switch (item.state) {
    case ItemState::included:
      if (item.kind != LineKind::charge) return !line_amount(item) && !item.percent;
      return (item.unit_price || item.line) && !counts(estimate, item);
    case ItemState::not_stated:
    case ItemState::asked: return true;
    case ItemState::excluded:
    case ItemState::extra: return false;
  }
  return false;
}

std::vector<std::optional<MoneyRange>> amounts_of_lines(const Estimate& estimate) {
  return LineSum(estimate).amounts;
}

std::optional<MoneyRange> sum_of_lines(const Estimate& estimate) {
  return LineSum(estimate).sum;
}

TotalFit fit_of_total(const Estimate& estimate, std::string_view letter) {
  const auto lines = sum_of_lines(estimate);
  const auto& total = estimate.total;
  if (!lines || !total || lines->currency != total->currency || !is_meant_to_add_up(estimate))
    return TotalFit::unknown;
  const auto open = [&](const CostItem& item) { return is_open(estimate, item); };
  const auto may_take_off = [&](const CostItem& item) {
    return item.kind == LineKind::discount && open(item);
  };
  if (std::ranges::any_of(estimate.items, may_take_off)) return TotalFit::unknown;
  const bool complete = std::ranges::none_of(estimate.items, open);
  const auto fits = [&](const MoneyRange& sum) {
    const bool contradicts =
        complete ? differs(*total, sum) && !is_within(*total, sum) : is_below(*total, sum);
    return !contradicts || is_rounding(*total, sum);
  };
  if (fits(*lines)) return TotalFit::adds_up;
  // Some totals are net, with the tax below them.
  if (const auto net = LineSum(estimate, false).sum; net && fits(*net)) return TotalFit::adds_up;
  return explains(letter, estimate, *lines) ? TotalFit::takes_off : TotalFit::contradicts;
}

std::optional<MoneyRange> payment_amount(const Estimate& estimate, const Payment& payment) {
  const auto& total = estimate.total;
  if (payment.amount || !total || !total->low || total->low != total->high) return payment.amount;
  return share_of(total, payment.percent);
}

std::optional<MoneyRange> sum_of_payments(const Estimate& estimate) {
  std::vector<MoneyRange> parts;
  for (const Payment& payment : estimate.payments) {
    const auto amount = payment_amount(estimate, payment);
    if (!amount || amount->currency != estimate.currency) return std::nullopt;
    parts.push_back(*amount);
  }
  return sum(parts);
}

std::optional<Date> end_of(const Estimate& estimate) {
  if (estimate.valid_until || !estimate.valid_for || !estimate.issued) return estimate.valid_until;
  return end_of(*estimate.valid_for, *estimate.issued);
}

std::string_view letter_of(const Case& c, const Estimate& estimate) {
  const auto document = std::ranges::find(c.documents, estimate.document, &Document::id);
  if (estimate.document.empty() || document == c.documents.end() || !document->text) return {};
  return *document->text;
}

}  // namespace generator::model
