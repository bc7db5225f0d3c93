// Words in a letter that call for care: promises of a result, and pressure to travel at once
// (model::WaryWords, by language). Such a word is only a reason to quote the sentence, attributed, for a
// person to read: the machine does not say that the promise is false.
//
// Letter case, width of characters, kinds of digits, spaces and line ends make no difference. The words of
// all languages are looked for in every text: letters mix them.
#pragma once

#include <memory>
#include <string_view>

#include "generator/model/words.h"

namespace generator::compare {

enum class WaryKind {
  guarantee,  ///< a result or an eligibility is promised
  pressure,   ///< to travel, or to book, at once
};

/// Thread-safe; the words must outlive it, and are made ready when they are first looked for.
class WaryWordFinder {
 public:
  explicit WaryWordFinder(const model::Words& words);
  ~WaryWordFinder();

  /// True if a sentence holds such words. For guarantees also "100 %" in any digits, unless it is a hundred
  /// per cent of money or of a dose.
  bool holds(std::string_view sentence, WaryKind kind) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace generator::compare
