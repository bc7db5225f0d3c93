// SHA-256 (FIPS 180-4), for the names that content gives to itself: reports, PDF identifiers, token hashes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace generator::base {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

/// The digest in 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace generator::base
