#include "generator/model/decimal.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <compare>

namespace generator::model {

using boost::multiprecision::cpp_int;

struct Decimal::Integer {
  cpp_int value;

  static cpp_int power_of_ten(int exponent) {
    return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
  }
  static cpp_int scaled(const Decimal& decimal, int places) {
    assert(places >= decimal.places_);
    return decimal.unscaled().value * power_of_ten(places - decimal.places_);
  }
};

namespace {
constexpr std::size_t k_max_digits = 40;
}

Decimal::Decimal(long long whole) : Decimal(Integer{whole}, 0) {}

Decimal::Decimal(Integer unscaled, int places)
    : unscaled_(std::make_shared<const Integer>(std::move(unscaled))), places_(places) {}

const Decimal::Integer& Decimal::unscaled() const {
  static const Integer k_zero{0};
  return unscaled_ ? *unscaled_ : k_zero;
}

bool Decimal::is_zero() const {
  return unscaled().value == 0;
}
bool Decimal::is_negative() const {
  return unscaled().value < 0;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::string digits;
  int places = -1;  // -1 until the point has been seen
  for (const char c : text) {
    if (c == '.' && places < 0 && !digits.empty()) {
      places = 0;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      if (places >= 0) ++places;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || places == 0 || digits.size() > k_max_digits) return std::nullopt;
  // Boost reads a leading zero as octal.
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  cpp_int unscaled(digits);
  if (negative) unscaled = -unscaled;
  return Decimal(Integer{std::move(unscaled)}, std::max(places, 0));
}

std::string Decimal::to_string() const {
  std::string digits = cpp_int(abs(unscaled().value)).str();
  const auto places = static_cast<std::size_t>(places_);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return (is_negative() ? "-" : "") + digits;
}

Decimal Decimal::rounded(int places) const {
  if (places >= places_) return Decimal(Integer{Integer::scaled(*this, places)}, places);
  const cpp_int divisor = Integer::power_of_ten(places_ - places);
  const cpp_int half = divisor / 2;
  // Integer division cuts towards zero, so half is added away from it.
  const cpp_int quotient = (unscaled().value + (is_negative() ? cpp_int(-half) : half)) / divisor;
  return Decimal(Integer{quotient}, places);
}

Decimal Decimal::rounded_roughly() const {
  if (is_zero()) return *this;
  std::string digits = (is_negative() ? Decimal(0) - *this : *this).to_string();
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.find_first_not_of("0.");
  // 5342 has its first figure at the fourth place before the point, 0.034 at the second behind it.
  const int before = first < point ? static_cast<int>(point - first) : 1 - static_cast<int>(first - point);
  const int places = 3 - before;
  return before > 0 ? rounded(std::min(places, 0)).rounded(0) : rounded(places);
}

int Decimal::significant_places() const {
  int places = places_;
  for (; places > 0 && *this == rounded(places - 1); --places) {
  }
  return std::max(places, 0);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int places = std::max(a.places_, b.places_);
  return Decimal({Decimal::Integer::scaled(a, places) + Decimal::Integer::scaled(b, places)}, places);
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  const int places = std::max(a.places_, b.places_);
  return Decimal({Decimal::Integer::scaled(a, places) - Decimal::Integer::scaled(b, places)}, places);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  return Decimal({a.unscaled().value * b.unscaled().value}, a.places_ + b.places_);
}

bool operator==(const Decimal& a, const Decimal& b) {
  return std::is_eq(a <=> b);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int places = std::max(a.places_, b.places_);
  const int sign = Decimal::Integer::scaled(a, places).compare(Decimal::Integer::scaled(b, places));
  return sign < 0   ? std::strong_ordering::less
         : sign > 0 ? std::strong_ordering::greater
                    : std::strong_ordering::equal;
}

}  // namespace generator::model
