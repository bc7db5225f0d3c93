// The glossary of one report: of a locale's terms, those that its reader meets in it. A family with lung
// cancer is not told what a Gleason score is.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace generator::locale {

/// A word that families meet in letters, explained in plain words.
struct GlossaryTerm {
  std::string id;
  std::string term;
  std::string meaning;
  /// Words by which a text is known to use the term; none: every report has it. A word without capitals is
  /// found with capitals, too; one with capitals only as it is.
  std::vector<std::string> words;
};

/// Looks for the words of all terms in one text after another. Latin words are found as whole words. Others
/// are found with any ending: where `joined_before` says what the language writes to the next word without a
/// space (the Arabic article and prepositions), at a word's beginning and behind those; else anywhere, as
/// Chinese has no spaces. Both must outlive it.
class TermFinder {
 public:
  TermFinder(const std::vector<GlossaryTerm>& terms,
             const std::optional<std::vector<std::string>>& joined_before);

  void search(std::string_view text);

  /// In the order of the terms: those without words, and those with a word in any text so far.
  std::vector<const GlossaryTerm*> found() const;

 private:
  struct Word {
    std::uint16_t beginning;  ///< a hash of the first two characters
    std::string_view word;
    std::size_t term;
  };

  bool begins_word(std::string_view before, std::string_view word) const;

  const std::vector<GlossaryTerm>& terms_;
  const std::optional<std::vector<std::string>>& joined_before_;
  std::vector<bool> found_;
  std::vector<Word> words_;  ///< by their beginnings
  std::bitset<0x10000> beginnings_;
};

}  // namespace generator::locale
