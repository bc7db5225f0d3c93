// The words of all languages of this checkout.
#pragma once

#include "generator/ingest/words_reader.h"

namespace generator::test {

inline const model::Words& house_words() {
  static const model::Words k_words = ingest::read_words_folder(CONSILIUM_ROOT "/locales").value();
  return k_words;
}

}  // namespace generator::test
