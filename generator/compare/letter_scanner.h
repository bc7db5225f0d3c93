// Finds the sentences of a text that hold words of wary_words.h, each as it stands there.
#pragma once

#include <vector>

#include "generator/compare/wary_words.h"
#include "generator/model/case.h"

namespace generator::compare {

/// The sentences of a letter that hold such words, in its order: text and quote as written there, with the
/// page. Empty if the case does not hold the letter's text.
std::vector<model::Statement> find_wary_sentences(const model::Document& letter, WaryKind kind,
                                                  const WaryWordFinder& words);

}  // namespace generator::compare
