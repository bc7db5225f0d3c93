// Bytes to and from a BLOB column, for the stores of this folder.
#pragma once

#include <Poco/Data/LOB.h>

#include <string>
#include <string_view>

namespace generator::store {

inline Poco::Data::BLOB to_blob(std::string_view bytes) {
  return {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()};
}

inline std::string to_bytes(const Poco::Data::BLOB& blob) {
  return {blob.begin(), blob.end()};
}

}  // namespace generator::store
