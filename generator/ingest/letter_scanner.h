// Finds the sentences of a letter that hold phrases of wary_words.h, each as it stands there.
#pragma once

#include <vector>

#include "generator/ingest/wary_words.h"
#include "generator/model/case.h"

namespace generator::ingest {

/// A sentence on one line, and where it stands.
struct WarySentence {
  std::string text;
  std::vector<WaryKind> kinds;  ///< never empty
  int page = 1;
  int line = 1;  ///< of the letter's text, in which its first word stands
};

/// In the order of the letter. Empty if the case does not hold the letter's text.
std::vector<WarySentence> find_wary_sentences(const model::Document& letter, const WaryWordFinder& words);

}  // namespace generator::ingest
