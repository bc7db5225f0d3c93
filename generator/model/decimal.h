// Exact decimal numbers: an integer of any size and a count of decimal places. Sums and products are exact;
// the only rounding is `rounded`, which display calls once.
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace generator::model {

class Decimal {
 public:
  Decimal() = default;
  Decimal(long long whole);  // NOLINT(google-explicit-constructor): 0 and 1 read as they are

  /// Reads "-12.50". Digits with at most one point and an optional sign; no exponent, no grouping. At most 40
  /// digits. Anything else is nullopt.
  static std::optional<Decimal> parse(std::string_view text);

  /// The shortest spelling that keeps every place: "-12.50" stays "-12.50".
  std::string to_string() const;

  /// Half away from zero, to `places` decimals.
  Decimal rounded(int places) const;

  /// To three significant figures, in whole units from 1 on: 5342.80 is 5340, 42.35 is 42, 0.3416 is 0.342.
  Decimal rounded_roughly() const;

  int places() const { return places_; }
  /// Without the zeros at the end of them: 2 for 12.4750, 0 for 12.00.
  int significant_places() const;
  bool is_zero() const;
  bool is_negative() const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  /// By value: 1.0 equals 1.00.
  friend bool operator==(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  // Boost's integer, seen by decimal.cpp only: its header would cost every other file two seconds to compile.
  struct Integer;
  Decimal(Integer unscaled, int places);
  const Integer& unscaled() const;

  std::shared_ptr<const Integer> unscaled_;  ///< shared, never changed; none for zero
  int places_ = 0;
};

}  // namespace generator::model
