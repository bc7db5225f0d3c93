// The sources that a view has numbered. Two languages of one report begin with one book, so that the same
// sentence has the same number in both: what stands translated in one of them only would else shift all that
// follow.
#pragma once

#include <string>
#include <vector>

#include "generator/model/language.h"
#include "generator/model/statement.h"

namespace generator::report {

/// Who put words into the reader's language; nobody is named where `by` is empty.
struct Translated {
  std::string by;
  model::LanguageTag from;
  friend bool operator==(const Translated&, const Translated&) = default;
};

struct Citation {
  model::Source source;                  ///< document is empty: the case itself
  model::LanguageTag original;           ///< of the words
  std::vector<Translated> translations;  ///< of what is quoted from there, each once
};

/// In the order of their numbers.
using SourceBook = std::vector<Citation>;

}  // namespace generator::report
