// Exact decimal numbers: an integer of any size and a count of decimal places. Sums and products are exact;
// the only rounding is `rounded`, which display calls once.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace generator::model {

class Decimal {
 public:
  Decimal() = default;
  Decimal(long long whole)
      : unscaled_(whole) {}  // NOLINT(google-explicit-constructor): 0 and 1 read as they are

  /// Reads "-12.50". Digits with at most one point and an optional sign; no exponent, no grouping. At most 40
  /// digits. Anything else is nullopt.
  static std::optional<Decimal> parse(std::string_view text);

  /// The shortest spelling that keeps every place: "-12.50" stays "-12.50".
  std::string to_string() const;

  /// Half away from zero, to `places` decimals.
  Decimal rounded(int places) const;

  int places() const { return places_; }
  bool is_zero() const { return unscaled_ == 0; }
  bool is_negative() const { return unscaled_ < 0; }

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  /// By value: 1.0 equals 1.00.
  friend bool operator==(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  using Integer = boost::multiprecision::cpp_int;
  Decimal(Integer unscaled, int places) : unscaled_(std::move(unscaled)), places_(places) {}
  static Integer power_of_ten(int exponent);
  Integer scaled_to(int places) const;

  Integer unscaled_ = 0;
  int places_ = 0;
};

}  // namespace generator::model
