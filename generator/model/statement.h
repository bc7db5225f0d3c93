// What somebody said, in their own words: the text, its language, who translated it, and where it stands.
//
// What is no text (a decision, a stage, a length of stay) stands somewhere too: the answer it belongs to
// holds its place in `Sources`. What has no place was entered by a
// person.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

/// The members of an answer, a proposal, an estimate or a hospital that are no statements and may have a
/// place. Each is called as in the case file.
enum class Sourced {
  agrees,
  answer_within,
  basis,
  decision,
  intent,
  issued,
  line_of_therapy,
  modalities,
  operability,
  reviewer,
  seen,
  stage,
  stay,
  tax,
  time_abroad,
  time_to_treatment,
  total,
  trial,
  urgency_within,
  valid_for,
  valid_until
};

/// Where those members stand.
using Sources = std::map<Sourced, Source>;

/// The place of that member, if the case gives it.
inline std::optional<Source> source_of(const Sources& sources, Sourced member) {
  const auto it = sources.find(member);
  return it == sources.end() ? std::nullopt : std::optional<Source>(it->second);
}

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
