// Phrases in a letter that call for care: promises of a result, and pressure on a family (model::WaryWords,
// by language). Finding one is only a reason for a person to look at the sentence: the machine does not say
// that it is a promise, and no report speaks of one that nobody confirmed (model::QuoteJudgement).
//
// A phrase that its own clause takes back ("no outcome can be guaranteed", "we hope that you will recover")
// is none. The phrases of all languages are looked for in every text, for letters mix them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "generator/model/words.h"

namespace generator::ingest {

enum class WaryKind {
  guarantee,  ///< a result or an eligibility is promised
  pressure,   ///< to travel, to pay or to decide at once, or to tell nobody
};

/// Thread-safe; the words must outlive it, and are made ready when they are first looked for.
class WaryWordFinder {
 public:
  explicit WaryWordFinder(const model::Words& words);
  ~WaryWordFinder();

  /// Which of the languages a text with this tag is written in; looked up once a letter.
  std::optional<std::size_t> language_of(const model::LanguageTag& tag) const;

  /// Of which kinds a sentence holds phrases that nothing takes back. What denies in its own language denies
  /// phrases of every language. A guarantee is also "100 %" in any digits, where something promising stands
  /// nearer to it than money, a dose and the like.
  std::vector<WaryKind> kinds_in(std::string_view sentence, std::optional<std::size_t> language) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace generator::ingest
