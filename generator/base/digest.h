// Digests, for the names that content gives to itself. SHA-256 (FIPS 180-4) where somebody may rely on them:
// reports, cases, token hashes. XXH3 where a name must only differ between contents: parts of a PDF.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace generator::base {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

/// XXH3, 128 bits: some twenty times as fast, and no protection against somebody who wants two contents of
/// one name.
using Fingerprint = std::array<std::uint8_t, 16>;
Fingerprint fingerprint(std::string_view bytes);

/// The digest in 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace generator::base
