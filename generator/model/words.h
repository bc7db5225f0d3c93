// What a language's words mean to the program: locales/<tag>/words.json as values. A promise in a letter, a
// question that nobody can answer, the words that make a number a chance, the units that stay with their
// numbers: all of it is data, so that a language is a folder and no stage knows one.
// docs/adding-a-language.md says what each list does.
//
// Values; ingest reads them once a process (words_reader.h). What a file leaves out is an empty list.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/language.h"

namespace generator::model {

using Phrases = std::vector<std::string>;
/// Phrases in the form of WaryWords, by what they say in the names of the file: "positive", "week".
using NamedPhrases = std::map<std::string, Phrases>;

/// Phrases of a letter that call for care. A phrase is matched word by word: `*` at a word's end or beginning
/// stands for any letters ("guarante*"), and `..` for up to four words ("you will .. recover"). `harmless`
/// are longer phrases in which such a word promises nothing ("bank guarantee").
struct WaryWords {
  Phrases words;
  Phrases harmless;
};

/// What in a clause takes a promise back, in the same form.
struct Denials {
  Phrases words;     ///< "not", "nobody", "impossible"
  Phrases hedges;    ///< "we hope that", "if", "probably": they take back a promise in words, and no "100 %"
  Phrases harmless;  ///< deny nothing, although they look so: "no doubt", "not only"
  Phrases barriers;  ///< begin a clause in which nothing before counts: "and", "but"
};

/// What makes a hundred per cent of a figure a promise, and what makes it none: money, doses, oxygen. What
/// stands nearer to the figure decides, in the form of WaryWords.
struct HundredPerCent {
  Phrases signs;             ///< for "%", beside the number
  Phrases spelled;           ///< the whole of it in words
  Phrases promising_beside;  ///< "success", "cure"
  Phrases harmless_beside;   ///< "deposit", "dose"
};

/// Words by the part that they take in a chance of people (compare/chance_reader.h). A phrase is matched
/// token by token. A language whose grammar has no such part leaves the list out, and the form that needs it
/// is not read.
struct ChanceWords {
  std::map<std::string, int> numbers;  ///< small numbers in words
  Phrases pronouns;                    ///< those of them that may count nothing: "this one"
  Phrases per_cent;                    ///< for "%"
  Phrases people;
  Phrases such;     ///< may stand before the people: "the", "treated"
  Phrases verbs;    ///< go on after "7 of 100" where the people are not named
  Phrases clauses;  ///< likewise
  Phrases counted;  ///< before a number that counts no people: "cycle"
  Phrases scales;   ///< "3 out of 10" is no chance in their sentence
  Phrases about;
  Phrases between;      ///< "between 10 and 20"
  Phrases between_and;  ///< what joins the two then
  Phrases to;           ///< of a range
  Phrases joins;        ///< make one figure of two numbers; which, only `to` says
  Phrases turns;        ///< before a number: turn its meaning in a way that is not read
  Phrases negations;    ///< of a bound: "no more than"
  Phrases up_to;
  Phrases fewer_than;
  Phrases at_least;
  Phrases more_than;
  Phrases per_cent_of;                ///< "30 % of patients"
  bool per_cent_stands_free = false;  ///< nothing that could go with it may stand before such a figure
  Phrases count_of;                   ///< "7 of 100", "7 out of every 100"
  Phrases one_in;                     ///< "1 in 20"
  Phrases of_people;                  ///< "of 100 patients, 7 have"
  Phrases every;     ///< begins "of every 100 people ... 7" where the counting words are those of people
  Phrases counters;  ///< those counting words
  Phrases says;      ///< the verb before the second number
  Phrases says_not;
  Phrases of_those;   ///< a share of those that were just named, and not of all: "of these"
  Phrases who;        ///< makes fewer of the people: "patients who respond"
  Phrases outcomes;   ///< of which a bare percentage is a share of people: "survival"
  Phrases fractions;  ///< shares in words, of which a benefit may be told: "half of", "two thirds"
};

/// What stays on a line with its number.
struct UnitWords {
  Phrases behind_numbers;
  Phrases before_numbers;  ///< "No. 5"
  Phrases written_close;   ///< behind a number with a space or without, and before any letter
};

struct LanguageWords {
  LanguageTag language;
  WaryWords guarantee;  ///< a result or an eligibility is promised
  WaryWords pressure;   ///< to travel, to pay or to decide at once, or to tell nobody
  Denials denials;
  Phrases denied_risks;  ///< whole statements that say there is no risk: "there is no risk"
  HundredPerCent hundred_per_cent;
  NamedPhrases results;     ///< of markers: k_results
  NamedPhrases time_units;  ///< by the name of the model's TimeUnit
  NamedPhrases decisions;   ///< of letters, by the name of the model's DecisionStatus
  Phrases vague_questions;  ///< lower case, without punctuation: the whole question
  Phrases courtesies;       ///< said before or after a question
  std::optional<ChanceWords> chances;
  UnitWords units;
  Phrases
      mistaken_tags;  ///< codes, mostly of countries, that people write where this language's tag is meant
};

/// What words of a result can say (marker_results.h).
inline constexpr std::string_view k_results[] = {"positive", "negative", "stable",
                                                 "unstable", "untested", "blood"};

/// Of all languages, sorted by tag.
using Words = std::vector<LanguageWords>;

}  // namespace generator::model
