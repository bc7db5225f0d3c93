// Where a word may be divided with a hyphen, by the patterns of F. M. Liang's method that Debian's hyphen-*
// packages hold. The one adapter to libhyphen.
//
// Only words that are wider than their line are divided: a report is easier to read without hyphens, and most
// words have room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "generator/document/typography.h"

namespace generator::typeset {

/// A longer word is not looked at: libhyphen counts in small numbers.
inline constexpr std::size_t k_longest_hyphenated = 100;

/// Offsets into the word (UTF-16), rising, before which it may be divided. None where the machine does not
/// have the patterns. Thread-safe.
std::vector<std::uint32_t> hyphen_points(std::u16string_view word, const document::HyphenPatterns& patterns);

}  // namespace generator::typeset
