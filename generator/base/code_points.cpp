#include "generator/base/code_points.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace generator::base {

std::int32_t next_code_point(std::string_view text, std::size_t& offset) {
  // A code point has at most four bytes: ICU's macro is handed those alone, so that its 32-bit offsets do.
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - offset, 4));
  const char* const bytes = text.data() + offset;
  std::int32_t i = 0;
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(bytes, i, size, c);
#pragma GCC diagnostic pop
  offset += static_cast<std::size_t>(i);
  return c;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (next_code_point(text, i) < 0) return false;
  }
  return true;
}

}  // namespace generator::base
