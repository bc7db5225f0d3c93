// Words in a letter that call for care, by language: promises of a result, and pressure to travel at once. A
// word of the table is only a reason to quote the sentence, attributed, for a person to read: the machine
// does not say that the promise is false.
//
// To add a language, add entries to wary_words.cpp: `words` are looked for as they are, inside longer words
// too ("guarantee" finds "guaranteed"); `harmless` are phrases in which such a word promises nothing
// ("cannot guarantee", a bank called Garanti). Letter case, width of characters, kinds of digits, spaces and
// line ends make no difference. All languages are looked for in every text: letters mix them.
#pragma once

#include <span>
#include <string_view>

namespace generator::compare {

enum class WaryKind {
  guarantee,  ///< a result or an eligibility is promised
  pressure,   ///< to travel, or to book, at once
};

struct WaryWords {
  std::string_view language;  ///< BCP 47, for the reader of the table
  WaryKind kind;
  std::span<const std::string_view> words;
  std::span<const std::string_view> harmless;
};

std::span<const WaryWords> wary_words();

/// A hundred per cent of these is no promise of a result: money, doses, oxygen. In any language.
std::span<const std::string_view> percent_is_harmless_beside();

}  // namespace generator::compare
