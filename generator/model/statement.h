// What somebody said, in their own words: the text, its language, who translated it, and where it stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/model/language.h"

namespace generator::model {

/// Where a statement stands: the letter, its page (from 1), and the sentence itself as written there.
struct Source {
  std::string document;  ///< id of a Document of the case
  std::optional<int> page;
  std::string quote;  ///< may be empty: then only the letter is known

  friend bool operator==(const Source&, const Source&) = default;
};

/// A translation that came with the case. `by` names who made it; empty if the case does not say.
struct Translation {
  LanguageTag language;
  std::string text;
  std::string by;

  friend bool operator==(const Translation&, const Translation&) = default;
};

/// A text never passes for a translation of itself: `text` is in `language`, the rest is in `translations`.
struct Statement {
  std::string text;
  LanguageTag language;
  std::vector<Translation> translations;
  std::optional<Source> source;

  friend bool operator==(const Statement&, const Statement&) = default;
};

}  // namespace generator::model
