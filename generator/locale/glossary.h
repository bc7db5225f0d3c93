// The glossary of one report: of a locale's terms, those that its reader meets in it. A family with lung
// cancer is not told what a Gleason score is, and "go to the ER" is about no hormones.
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
  /// Words that mean something else in other company ("ER" is also where one goes with a fever): they count
  /// only in a sentence that holds one of `with`, unless that is empty, and none of `without`.
  struct Ambiguous {
    std::vector<std::string> words;
    std::vector<std::string> with;
    std::vector<std::string> without;
  };
  std::vector<Ambiguous> ambiguous = {};
  /// The same in a few words, for brackets behind its first use in a text; may be empty: then it has none.
  std::string brief = {};
};

/// Where a text first uses a term.
struct TermUse {
  const GlossaryTerm* term;
  /// Behind the word, and behind what belongs to it: its ending, "-positive", the B of "BCLC B".
  std::size_t end;
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
  /// The same, and the uses of terms that no text before had, by their ends; of two that end alike the later
  /// in the glossary, which is the more special.
  std::vector<TermUse> first_uses(std::string_view text);

  /// In the order of the terms: those without words, and those with a word in any text so far.
  std::vector<const GlossaryTerm*> found() const;

 private:
  /// What a word says: that its term is used; of an ambiguous word, that it is there, or in which company.
  enum class Role : std::uint8_t { names_term, is_ambiguous, is_with, is_without };
  struct Word {
    std::uint16_t beginning;  ///< a hash of the first two characters
    Role role;
    std::string_view word;
    std::size_t index;  ///< of the term, or of the sense
  };
  /// An ambiguous word's sense, and what the sentence so far holds of it.
  struct Sense {
    std::size_t term;
    bool needs_company;
    bool is_met = false;
    bool has_company = false;
    bool is_another = false;
    std::size_t end = 0;  ///< of the ambiguous word
  };

  void add(const std::vector<std::string>& words, Role role, std::size_t index);
  bool begins_word(std::string_view before, std::string_view word) const;
  bool is_looked_for(const Word& word) const;
  void meet(const Word& word, std::size_t end);
  std::size_t end_of_use(std::string_view text, std::size_t at) const;
  void end_sentence();

  const std::vector<GlossaryTerm>& terms_;
  const std::optional<std::vector<std::string>>& joined_before_;
  std::vector<bool> found_;
  std::vector<TermUse> uses_;  ///< in the text that is searched
  std::vector<Sense> senses_;
  bool has_met_ = false;     ///< whether the sentence so far holds anything of a sense
  std::vector<Word> words_;  ///< by their beginnings
  std::bitset<0x10000> beginnings_;
};

}  // namespace generator::locale
