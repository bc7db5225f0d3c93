// One spelling for what reads the same, so that words can be looked for in text that people typed: in
// letters, and in what must not stand in a report (docs/wording.md).
#pragma once

#include <unicode/unistr.h>

#include <string_view>

namespace generator::base {

/// Unicode NFKC_Casefold; Arabic vowel signs left out; digits of any script as 0 to 9; one space for any run
/// of white space, none beside a percent sign; straight apostrophes, plain hyphens.
icu::UnicodeString plain_spelling(std::string_view text);

}  // namespace generator::base
