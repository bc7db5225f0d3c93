// UTF-8 text, one code point at a time. Text that came through JSON is well-formed; for what did not,
// ill-formed bytes read as negative.
#pragma once

#include <cstdint>
#include <string_view>

namespace generator::base {

/// The code point at `offset`, which moves past it; -1 where the bytes are not UTF-8. `offset` must lie
/// within the text.
std::int32_t next_code_point(std::string_view text, std::size_t& offset);

/// Whether all of it is UTF-8.
bool is_utf8(std::string_view text);

}  // namespace generator::base
