#include "generator/base/digest.h"

#include <Poco/SHA2Engine.h>
#include <xxhash.h>

#include <algorithm>

namespace generator::base {

Sha256 sha256(std::string_view bytes) {
  Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
  engine.update(bytes.data(), bytes.size());
  const Poco::DigestEngine::Digest& digest = engine.digest();
  Sha256 result{};
  std::copy_n(digest.begin(), result.size(), result.begin());
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
  const Sha256 digest = sha256(bytes);
  return Poco::DigestEngine::digestToHex(Poco::DigestEngine::Digest(digest.begin(), digest.end()));
}

}  // namespace generator::base
