// The words that the checkout's own locales hold, for tests of what is found by words.
#pragma once

#include "generator/compare/lexicon.h"
#include "generator/ingest/words_reader.h"

namespace generator::test {

inline const compare::Lexicon& house_lexicon() {
  static const compare::Lexicon k_lexicon(ingest::read_words_folder(CONSILIUM_ROOT "/locales").value());
  return k_lexicon;
}

}  // namespace generator::test
