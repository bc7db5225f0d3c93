// The smallest pieces of PDF syntax (ISO 32000-1, 7.3), appended to text that is being written: numbers,
// names, strings. Everything that goes into a PDF dictionary or content stream as text passes through here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace generator::pdf {

/// A length in hundredths of a point: what coordinates are rounded to, so that differences stay exact.
using Hundredths = std::int64_t;

Hundredths to_hundredths(double points);

void append_integer(std::string& out, std::uint64_t value);

/// `value` over 10 to the power of `decimals` (0 to 4), as the shortest decimal: (1250, 2) is "12.5".
void append_decimal(std::string& out, std::int64_t value, int decimals);
void append_hundredths(std::string& out, Hundredths value);

/// `value` rounded to two decimals, written as short as it goes. It must be finite.
void append_number(std::string& out, double value);

/// A name object, its solidus included; characters outside the regular ones become #xx (7.3.5).
std::string name(std::string_view utf8);

/// A literal string of bytes, its parentheses included (7.3.4.2).
std::string byte_string(std::string_view bytes);
void append_byte_string(std::string& out, std::string_view bytes);

/// A text string (7.9.2.2): as it is if it is printable ASCII, else UTF-16BE with its mark.
std::string text_string(std::u16string_view text);
std::string text_string(std::string_view utf8);

/// Appends four hexadecimal digits.
void append_hex16(std::string& out, unsigned value);

std::u16string utf16(std::string_view utf8);

}  // namespace generator::pdf
