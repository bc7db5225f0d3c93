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

MoneyRange sum(const MoneyRange& a, const MoneyRange& b) {
  assert(a.currency == b.currency);
  MoneyRange result{a.currency, std::nullopt, std::nullopt, AmountBasis::computed};
  // Amounts are not negative, so an absent low bound adds at least nothing; an absent high bound leaves no
  // limit.
  if (a.low || b.low) result.low = a.low.value_or(0) + b.low.value_or(0);
  if (a.high && b.high) result.high = *a.high + *b.high;
  return result;
}

MoneyRange times(const MoneyRange& unit, const Decimal& quantity) {
  MoneyRange result{unit.currency, std::nullopt, std::nullopt, AmountBasis::computed};
  if (unit.low) result.low = *unit.low * quantity;
  if (unit.high) result.high = *unit.high * quantity;
  return result;
}

MoneyRange convert(const MoneyRange& amount, const Rate& rate) {
  assert(amount.currency == rate.from);
  MoneyRange result = times(amount, rate.rate);
  result.currency = rate.to;
  return result;
}

}  // namespace generator::model
