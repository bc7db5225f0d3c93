// Numbers as fonts and colour profiles write them: the byte of most worth first.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>

namespace generator::pdf {

/// The lower 16 bits of the value; of a negative number, its two's complement.
void append16(std::string& bytes, std::integral auto value) {
  bytes += static_cast<char>(value >> 8);
  bytes += static_cast<char>(value);
}

inline void append32(std::string& bytes, std::uint32_t value) {
  append16(bytes, value >> 16);
  append16(bytes, value);
}

}  // namespace generator::pdf
