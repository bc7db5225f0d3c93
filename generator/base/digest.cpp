#include "generator/base/digest.h"

#include <fmt/ranges.h>
#include <sha2.h>
#include <xxhash.h>

#include <algorithm>

namespace generator::base {

Sha256 sha256(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  Sha256 result{};
  SHA256Final(result.data(), &context);
  return result;
}

Fingerprint fingerprint(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  XXH128_canonical_t canonical;  // the same bytes on every machine
  XXH128_canonicalFromHash(&canonical, hash);
  Fingerprint result{};
  std::copy_n(canonical.digest, result.size(), result.begin());
  return result;
}

std::string sha256_hex(std::string_view bytes) {
  return fmt::format("{:02x}", fmt::join(sha256(bytes), ""));
}

}  // namespace generator::base
