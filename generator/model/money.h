// Amounts as hospitals state them. An amount of money is a range with a basis; a bound that the hospital did
// not give stays absent, is never zero, and is never made up from the other (no midpoint anywhere). Two
// currencies have no order and no sum: the functions here take one currency, and MoneyRange carries it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/date.h"
#include "generator/model/decimal.h"

namespace generator::model {

/// An ISO 4217 code that ICU knows ("CNY"). Construct by `parse`.
class Currency {
 public:
  static std::optional<Currency> parse(std::string_view code);
  const std::string& code() const { return code_; }
  /// Decimal places of the minor unit (ISO 4217): JPY 0, USD 2, BHD 3.
  int minor_digits() const { return minor_digits_; }
  friend bool operator==(const Currency& a, const Currency& b) { return a.code_ == b.code_; }

 private:
  Currency(std::string code, int digits) : code_(std::move(code)), minor_digits_(digits) {}
  std::string code_;
  int minor_digits_;
};

/// How an amount came about.
enum class AmountBasis {
  quoted,    ///< one figure: low == high
  range,     ///< low to high
  from,      ///< "from low": no upper bound was given
  up_to,     ///< "up to high": no lower bound was given
  computed,  ///< made here by an exact sum, product or conversion of stated amounts; bounds as far as known
};

/// low <= high where both are there; at least one is. Amounts are not negative.
struct MoneyRange {
  Currency currency;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  AmountBasis basis;
  bool approximate = false;  ///< the letter says "about"; whatever is computed from it is approximate too

  friend bool operator==(const MoneyRange&, const MoneyRange&) = default;
};

/// The stated range: its basis follows from which bounds there are. At least one bound must be given.
MoneyRange stated(Currency currency, std::optional<Decimal> low, std::optional<Decimal> high);

/// The same range of what a minus takes off: "-5 to -3" is 3 to 5.
MoneyRange without_sign(const MoneyRange& amount);

/// Sum of ranges in one currency. The sum has a bound only if every part has it: "from 3" + 2 is "from 5",
/// "up to 3" + 2 is "up to 5". nullopt if there are no parts, or if no bound is left ("from 3" + "up to 2"):
/// a bound that nobody stated is not 0.
std::optional<MoneyRange> sum(const std::vector<MoneyRange>& parts);

/// unit x quantity.
MoneyRange times(const MoneyRange& unit, const Decimal& quantity);

/// unit x a quantity that is itself a range; nullopt if no bound is known of both.
std::optional<MoneyRange> times(const MoneyRange& unit, const std::optional<Decimal>& least,
                                const std::optional<Decimal>& most);

/// What a rate is: of a central bank, of a free market, or what a bank or an agency itself converts at.
enum class RateKind { official, market, bank, agency };

/// A dated exchange rate: one `from` is `rate` `to`.
struct Rate {
  Currency from;
  Currency to;
  Decimal rate;
  Date date;
  std::string source;
  std::optional<RateKind> kind{};

  friend bool operator==(const Rate&, const Rate&) = default;
};

/// Exact conversion by that rate, unrounded. `amount.currency` must be `rate.from`.
MoneyRange convert(const MoneyRange& amount, const Rate& rate);

}  // namespace generator::model
