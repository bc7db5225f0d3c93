// Phrases looked for in text that people typed, word by word: how both are spelled makes no difference, where
// a line ends neither, and a phrase may leave endings and words between open.
//
// In a phrase `*` at a word's beginning or end stands for any letters ("guarante*"), and `..` for up to four
// words ("you will .. recover"). Signs of a script without spaces (Han, kana, Thai) are words of their own,
// two of which count as one of those four.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace generator::base {

enum class PlainKind {
  word,
  percent,
  pause,  ///< a comma, a colon
  stop,   ///< what ends a clause for good: a dash, a full stop
};

/// A word as it is compared: Unicode NFKC_Casefold, then without accents, vowel signs, the Arabic stroke that
/// only lengthens, and hyphens within words, also where a line ends behind one; letters of the Arabic script
/// that are typed for each other as one; digits of any script as 0 to 9, with their decimal point.
struct PlainWord {
  PlainKind kind = PlainKind::word;
  bool is_sign = false;  ///< of a script without spaces
  std::u16string text;   ///< empty unless a word
};

std::vector<PlainWord> plain_words(std::string_view text);

/// One phrase, ready to be looked for.
class Phrase {
 public:
  explicit Phrase(std::string_view phrase);

  /// The words that are the phrase's own where it begins at `i`, those that its gaps leave open not among
  /// them; empty if it does not. It goes over no pause and no stop.
  std::vector<std::size_t> match(std::span<const PlainWord> text, std::size_t i) const;

  /// True if the text is this phrase and nothing else; pauses and stops are passed over.
  bool is_all_of(std::span<const PlainWord> text) const;

  /// The letters of its first word, and whether they may stand within one.
  std::u16string_view first() const;
  bool begins_within() const;

 private:
  enum class Open { none, end, beginning, both };
  struct Part {
    std::u16string text;
    Open open = Open::none;
    bool after_gap = false;
  };

  /// From its last word to that of `part`.
  bool match_from(std::span<const PlainWord> text, std::size_t i, std::size_t part,
                  std::vector<std::size_t>& backwards) const;

  std::vector<Part> parts_;
};

}  // namespace generator::base
