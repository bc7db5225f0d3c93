// One spelling for what reads the same, so that words can be looked for in text that people typed: in
// letters, and in what must not stand in a report (docs/wording.md).
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace generator::base {

/// Unicode NFKC_Casefold; Arabic vowel signs left out; digits of any script as 0 to 9; one space for any run
/// of white space, none beside a percent sign; straight apostrophes, plain hyphens.
icu::UnicodeString plain_spelling(std::string_view text);

/// Whether a reader sees anything of it: a character that is no space, no control, and not invisible by
/// itself (Default_Ignorable_Code_Point, the blank Braille pattern).
bool has_visible(std::string_view text);

/// The first control character but a tab or a line's end, which no text holds; 0 for U+0000, too.
std::optional<std::int32_t> first_control(std::string_view text);

}  // namespace generator::base
