// Looks in a text for phrases that each say one thing of a list: "negatif" that a result is negative,
// "Wochen" that a length is in weeks. The phrases of all languages are looked for, for letters mix them; of
// phrases in one place the longest counts, so that "not detected" says nothing of "detected".
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/phrase.h"
#include "generator/model/words.h"

namespace generator::model {

/// A phrase found: words [begin, end) of the text.
struct SaidPhrase {
  std::string_view name;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Thread-safe; the words must outlive it, and are made ready when they are first looked for.
class NamedPhraseFinder {
 public:
  NamedPhraseFinder(const Words& words, NamedPhrases LanguageWords::*list);
  ~NamedPhraseFinder();

  /// In the order of the text; none within another.
  std::vector<SaidPhrase> find(std::span<const base::PlainWord> text) const;

 private:
  struct Table;
  std::unique_ptr<Table> table_;
};

}  // namespace generator::model
