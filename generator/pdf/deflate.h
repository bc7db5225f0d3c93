// zlib-wrapped DEFLATE (RFC 1950), by libdeflate.
#pragma once

#include <string>
#include <string_view>

namespace generator::pdf {

/// The bytes as a zlib stream. Throws std::bad_alloc only.
std::string deflate(std::string_view bytes);

}  // namespace generator::pdf
