#include "generator/pdf/pdf_syntax.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace generator::pdf {
namespace {

constexpr std::string_view k_hex = "0123456789ABCDEF";

bool is_regular(char c) {
  return c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
}

}  // namespace

Hundredths to_hundredths(double points) {
  return std::llround(points * 100);
}

void append_integer(std::string& out, std::uint64_t value) {
  std::array<char, 24> digits{};
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void append_decimal(std::string& out, std::int64_t value, int decimals) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  std::int64_t unit = 1;
  for (int i = 0; i < decimals; ++i) unit *= 10;
  std::int64_t fraction = value % unit;
  if (value >= unit || fraction == 0) {
    append_integer(out, static_cast<std::uint64_t>(value / unit));
  }
  if (fraction == 0) return;
  out += '.';
  while (fraction != 0) {
    unit /= 10;
    out += static_cast<char>('0' + fraction / unit);
    fraction %= unit;
  }
}

void append_hundredths(std::string& out, Hundredths value) {
  append_decimal(out, value, 2);
}

void append_number(std::string& out, double value) {
  append_hundredths(out, to_hundredths(value));
}

std::string name(std::string_view utf8) {
  std::string out = "/";
  for (const char c : utf8) {
    if (is_regular(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '#';
    out += k_hex[byte >> 4];
    out += k_hex[byte & 15];
  }
  return out;
}

void append_byte_string(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char c : bytes) {
    // A bare carriage return would be read as a line feed (7.3.4.2).
    if (c == '\r') {
      out += "\\r";
      continue;
    }
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  out += ')';
}

std::string byte_string(std::string_view bytes) {
  std::string out;
  append_byte_string(out, bytes);
  return out;
}

void append_hex16(std::string& out, unsigned value) {
  for (int shift = 12; shift >= 0; shift -= 4) out += k_hex[(value >> shift) & 15];
}

std::string text_string(std::u16string_view text) {
  const bool ascii = std::ranges::all_of(text, [](char16_t c) { return c >= ' ' && c <= '~'; });
  if (ascii) {
    std::string bytes;
    for (const char16_t c : text) bytes += static_cast<char>(c);
    return byte_string(bytes);
  }
  std::string bytes = "\xFE\xFF";
  for (const char16_t c : text) {
    bytes += static_cast<char>(c >> 8);
    bytes += static_cast<char>(c & 0xFF);
  }
  return byte_string(bytes);
}

std::string text_string(std::string_view utf8) {
  return text_string(utf16(utf8));
}

std::u16string utf16(std::string_view utf8) {
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  return {text.getBuffer(), static_cast<std::size_t>(text.length())};
}

}  // namespace generator::pdf
