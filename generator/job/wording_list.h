// The words that a report must not hold, by language: locales/<tag>/wording.json, read strictly
// (docs/wording.md). A language's expressions are compiled when a text in it is first looked at.
//
// Thread-safe.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/json.h"
#include "generator/model/language.h"

namespace generator::job {

/// Words that were found, in plain spelling, and what the list says of them.
struct UnfairWords {
  std::string words;
  std::string kind;  ///< "guarantee", "winner", "ranking", "pressure", "blame", "false-hope", "fear"
  std::string why;
  std::string instead;
};

class WordingList {
 public:
  /// Reads <folder>/<tag>/wording.json of every language that has one. Errors, each at its place and of all
  /// languages: wording-shape (a member that is missing, unknown or of another kind; an id twice), and those
  /// of reading.
  static base::Result<std::shared_ptr<const WordingList>> load(const std::filesystem::path& folder);
  ~WordingList();

  bool knows(const model::LanguageTag& language) const;
  std::vector<model::LanguageTag> languages() const;

  /// What a text in that language holds, by the list of the language that it is written as (en-GB by en's);
  /// nothing if there is none.
  std::vector<UnfairWords> find(std::string_view text, const model::LanguageTag& language) const;

  /// The list against itself: expressions that ICU refuses (wording-pattern), sentences that should be found
  /// and are not, or the other way round (wording-example).
  base::Diagnostics check() const;

 private:
  struct Entry;
  struct Language;
  WordingList();
  const Language* list_of(const model::LanguageTag& language) const;
  const std::vector<Entry>& entries(const Language& language) const;

  std::map<model::LanguageTag, std::unique_ptr<Language>> languages_;
};

/// The warning for words found at a place: wording-<kind>.
base::Diagnostic unfair(const UnfairWords& found, base::Place place);

}  // namespace generator::job
