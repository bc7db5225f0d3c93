// How one language speaks of chances, ready for the reader: model::ChanceWords as phrases of tokens.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "generator/compare/chance_words.h"
#include "generator/model/words.h"

namespace generator::compare {

/// Phrases of one part of a chance. Each is matched whole, the longest first.
class ChancePhrases {
 public:
  ChancePhrases() = default;
  explicit ChancePhrases(const model::Phrases& phrases);

  /// How many tokens the phrase has that begins at `i`, or that ends before it; 0 if there is none.
  std::size_t at(std::span<const ChanceToken> tokens, std::size_t i) const;
  std::size_t before(std::span<const ChanceToken> tokens, std::size_t i) const;

 private:
  std::vector<std::vector<std::string>> phrases_;  ///< longest first
};

struct ChanceGrammar {
  explicit ChanceGrammar(const model::ChanceWords& words);

  const std::map<std::string, int>& numbers;  ///< the words' own, which must outlive this
  const model::Phrases& pronouns;
  ChancePhrases per_cent, people, such, verbs, clauses, counted, scales, about, between, between_and, to,
      joins, turns, negations, up_to, fewer_than, at_least, more_than, per_cent_of, count_of, one_in,
      of_people, every, counters, says, says_not, of_those, who, outcomes, fractions;
  bool per_cent_stands_free;
};

/// The grammars of all languages that have one, each made when it is first asked for. Thread-safe. The words
/// must outlive it.
class ChanceGrammars {
 public:
  explicit ChanceGrammars(const model::Words& words);
  ~ChanceGrammars();

  /// The grammar of the language that a text with this tag is written in; nullptr if there is none.
  const ChanceGrammar* of(const model::LanguageTag& language) const;

 private:
  struct Entry;
  std::vector<model::LanguageTag> languages_;
  std::vector<std::unique_ptr<Entry>> entries_;  ///< beside them
};

}  // namespace generator::compare
