#include "generator/model/decimal.h"

#include <algorithm>
#include <cassert>

namespace generator::model {
namespace {
constexpr std::size_t k_max_digits = 40;
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
  Integer unscaled(digits);
  if (negative) unscaled = -unscaled;
  return Decimal(std::move(unscaled), std::max(places, 0));
}

std::string Decimal::to_string() const {
  std::string digits = Integer(abs(unscaled_)).str();
  const auto places = static_cast<std::size_t>(places_);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return (is_negative() ? "-" : "") + digits;
}

Decimal::Integer Decimal::power_of_ten(int exponent) {
  return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent));
}

Decimal::Integer Decimal::scaled_to(int places) const {
  assert(places >= places_);
  return unscaled_ * power_of_ten(places - places_);
}

Decimal Decimal::rounded(int places) const {
  if (places >= places_) return Decimal(scaled_to(places), places);
  const Integer divisor = power_of_ten(places_ - places);
  const Integer half = divisor / 2;
  // Integer division cuts towards zero, so half is added away from it.
  const Integer quotient = (unscaled_ + (is_negative() ? Integer(-half) : half)) / divisor;
  return Decimal(quotient, places);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int places = std::max(a.places_, b.places_);
  return Decimal(a.scaled_to(places) + b.scaled_to(places), places);
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  const int places = std::max(a.places_, b.places_);
  return Decimal(a.scaled_to(places) - b.scaled_to(places), places);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  return Decimal(a.unscaled_ * b.unscaled_, a.places_ + b.places_);
}

bool operator==(const Decimal& a, const Decimal& b) {
  return (a <=> b) == 0;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int places = std::max(a.places_, b.places_);
  const int sign = a.scaled_to(places).compare(b.scaled_to(places));
  return sign < 0   ? std::strong_ordering::less
         : sign > 0 ? std::strong_ordering::greater
                    : std::strong_ordering::equal;
}

}  // namespace generator::model
