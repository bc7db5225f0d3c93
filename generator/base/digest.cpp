#include "generator/base/digest.h"

#include <Poco/SHA2Engine.h>

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

std::string sha256_hex(std::string_view bytes) {
  const Sha256 digest = sha256(bytes);
  return Poco::DigestEngine::digestToHex(Poco::DigestEngine::Digest(digest.begin(), digest.end()));
}

}  // namespace generator::base
