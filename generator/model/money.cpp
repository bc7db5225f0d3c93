#include "generator/model/money.h"

#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>

namespace generator::model {

std::optional<Currency> Currency::parse(std::string_view code) {
  if (code.size() != 3 || !std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; })) {
    return std::nullopt;
  }
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8({code.data(), 3});
  UErrorCode status = U_ZERO_ERROR;
  if (ucurr_getNumericCode(icu::UnicodeString(wide).getTerminatedBuffer()) == 0) return std::nullopt;
  const int digits = ucurr_getDefaultFractionDigits(icu::UnicodeString(wide).getTerminatedBuffer(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  return Currency(std::string(code), digits);
}

MoneyRange stated(Currency currency, std::optional<Decimal> low, std::optional<Decimal> high) {
  assert(low || high);
  AmountBasis basis = AmountBasis::range;
  if (!high) {
    basis = AmountBasis::from;
  } else if (!low) {
    basis = AmountBasis::up_to;
  } else if (*low == *high) {
    basis = AmountBasis::quoted;
  }
  return {std::move(currency), std::move(low), std::move(high), basis};
}

MoneyRange without_sign(const MoneyRange& amount) {
  const auto plain = [](const std::optional<Decimal>& bound) {
    return bound && bound->is_negative() ? std::optional(Decimal(0) - *bound) : bound;
  };
  MoneyRange result = stated(amount.currency, plain(amount.high), plain(amount.low));
  result.approximate = amount.approximate;
  return result;
}

std::optional<MoneyRange> sum(const std::vector<MoneyRange>& parts) {
  if (parts.empty()) return std::nullopt;
  if (parts.size() == 1) return parts.front();
  MoneyRange result{parts.front().currency, Decimal(0), Decimal(0), AmountBasis::computed};
  for (const MoneyRange& part : parts) {
    assert(part.currency == result.currency);
    result.low = result.low && part.low ? std::optional(*result.low + *part.low) : std::nullopt;
    result.high = result.high && part.high ? std::optional(*result.high + *part.high) : std::nullopt;
    result.approximate = result.approximate || part.approximate;
  }
  if (!result.low && !result.high) return std::nullopt;
  return result;
}

MoneyRange times(const MoneyRange& unit, const Decimal& quantity) {
  MoneyRange result{unit.currency, std::nullopt, std::nullopt, AmountBasis::computed, unit.approximate};
  if (unit.low) result.low = *unit.low * quantity;
  if (unit.high) result.high = *unit.high * quantity;
  return result;
}

std::optional<MoneyRange> times(const MoneyRange& unit, const std::optional<Decimal>& least,
                                const std::optional<Decimal>& most) {
  MoneyRange result{unit.currency, std::nullopt, std::nullopt, AmountBasis::computed, unit.approximate};
  if (unit.low && least) result.low = *unit.low * *least;
  if (unit.high && most) result.high = *unit.high * *most;
  if (!result.low && !result.high) return std::nullopt;
  return result;
}

MoneyRange convert(const MoneyRange& amount, const Rate& rate) {
  assert(amount.currency == rate.from);
  MoneyRange result = times(amount, rate.rate);
  result.currency = rate.to;
  return result;
}

}  // namespace generator::model
