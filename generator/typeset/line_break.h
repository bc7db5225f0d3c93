// Where text may be divided: between grapheme clusters (UAX #29), and between lines (UAX #14, by ICU's rules
// for the language; Chinese and Japanese strictly, so that no line begins with a closing mark).
//
// Internal to typeset. Each thread keeps its own ICU iterators.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "generator/document/typography.h"
#include "generator/model/language.h"

namespace generator::typeset {

/// Gives `flags` the size of the text, and the bit k_grapheme_start (itemise.h) where a cluster begins.
void mark_graphemes(const std::u16string& text, std::vector<std::uint8_t>& flags);

/// A place where a line may end, or must.
struct LineEnd {
  std::uint32_t position = 0;     ///< where the next line would begin
  std::uint32_t visible_end = 0;  ///< without the white space before `position`
  bool forced = false;
  bool hyphen = false;  ///< a soft hyphen stands before `position`, and shows if the line ends here
};

/// All places where a line may end, in order; the last is the end of the text. `flags` as itemise leaves
/// them.
std::vector<LineEnd> find_line_ends(const std::u16string& text, const model::LanguageTag& language,
                                    std::span<const std::uint8_t> flags,
                                    const document::Typography& typography);

}  // namespace generator::typeset
