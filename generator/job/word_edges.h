// Where a word begins and ends among letters, as scripts are written: with spaces; close, as in Chinese,
// Japanese and Thai, where every letter may begin a word; with prefixes before (Arabic) or endings behind
// (Indic scripts, Korean) that are written to a name without a space. A guard of privacy must not depend on a
// file that a house edits, so this is of scripts, not of languages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/job/scanned_text.h"

namespace generator::job {

using ScannedUnits = std::vector<ScannedText::Unit>;

/// Whether the unit is of a script that is written without spaces between words.
bool is_written_close(char16_t letter);
bool is_ideograph(char16_t letter);
bool is_japanese(char16_t letter);  ///< an ideograph or a syllable of kana

/// Whether something that is a word of its own may begin at `first`, or end before `end`.
bool begins_word(const ScannedUnits& units, std::size_t first);
bool ends_word(const ScannedUnits& units, std::size_t first, std::size_t end);

/// Whether the dictionaries of ICU see other words where a name of two or three letters seems to stand: the
/// letters of a name lie within one longer word, or in the middle of two.
bool is_within_other_words(const ScannedUnits& units, std::size_t first, std::size_t end);

/// A Chinese text in the other forms of its characters, simplified and traditional, as far as they differ.
std::vector<std::string> other_han_forms(std::string_view text);

}  // namespace generator::job
