// The script of each character (UAX #24): common and inherited characters take the script of the text that
// they stand in, and a closing bracket the script of its opening one.
#pragma once

#include <unicode/uscript.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace generator::typeset {

/// For a closing bracket, the offset of its opening one (UAX #9, BD16), for all other characters
/// k_no_bracket.
inline constexpr std::uint32_t k_no_bracket = UINT32_MAX;

struct Scripts {
  std::vector<UScriptCode> of;         ///< by UTF-16 offset
  std::vector<std::uint32_t> opening;  ///< by UTF-16 offset; empty if the text has no brackets
  std::uint32_t opening_of(std::size_t offset) const {
    return opening.empty() ? k_no_bracket : opening[offset];
  }
};

Scripts resolve_scripts(std::u16string_view text);

}  // namespace generator::typeset
