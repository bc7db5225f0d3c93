#include "generator/compare/chance_grammar.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace generator::compare {

ChancePhrases::ChancePhrases(const model::Phrases& phrases) {
  for (const std::string& phrase : phrases) {
    std::vector<std::string> tokens;
    for (ChanceToken& token : chance_tokens(phrase)) tokens.push_back(std::move(token.text));
    if (!tokens.empty()) phrases_.push_back(std::move(tokens));
  }
  std::ranges::stable_sort(phrases_, std::ranges::greater(), &std::vector<std::string>::size);
}

std::size_t ChancePhrases::at(std::span<const ChanceToken> tokens, std::size_t i) const {
  for (const std::vector<std::string>& phrase : phrases_) {
    if (i + phrase.size() > tokens.size()) continue;
    if (std::ranges::equal(phrase, tokens.subspan(i, phrase.size()), {}, {}, &ChanceToken::text))
      return phrase.size();
  }
  return 0;
}

std::size_t ChancePhrases::before(std::span<const ChanceToken> tokens, std::size_t i) const {
  for (const std::vector<std::string>& phrase : phrases_) {
    if (phrase.size() > i) continue;
    const auto part = tokens.subspan(i - phrase.size(), phrase.size());
    if (std::ranges::equal(phrase, part, {}, {}, &ChanceToken::text)) return phrase.size();
  }
  return 0;
}

ChanceGrammar::ChanceGrammar(const model::ChanceWords& words)
    : numbers(words.numbers),
      pronouns(words.pronouns),
      per_cent(words.per_cent),
      people(words.people),
      such(words.such),
      verbs(words.verbs),
      clauses(words.clauses),
      counted(words.counted),
      scales(words.scales),
      about(words.about),
      between(words.between),
      between_and(words.between_and),
      to(words.to),
      joins(words.joins),
      turns(words.turns),
      negations(words.negations),
      up_to(words.up_to),
      fewer_than(words.fewer_than),
      at_least(words.at_least),
      more_than(words.more_than),
      per_cent_of(words.per_cent_of),
      count_of(words.count_of),
      one_in(words.one_in),
      of_people(words.of_people),
      every(words.every),
      counters(words.counters),
      says(words.says),
      says_not(words.says_not),
      of_those(words.of_those),
      who(words.who),
      outcomes(words.outcomes),
      fractions(words.fractions),
      per_cent_stands_free(words.per_cent_stands_free) {}

struct ChanceGrammars::Entry {
  const model::ChanceWords* words = nullptr;
  mutable std::once_flag once;
  mutable std::optional<ChanceGrammar> grammar;
};

ChanceGrammars::ChanceGrammars(const model::Words& words) {
  for (const model::LanguageWords& each : words) {
    if (!each.chances) continue;
    languages_.push_back(each.language);
    entries_.push_back(std::make_unique<Entry>());
    entries_.back()->words = &*each.chances;
  }
}
ChanceGrammars::~ChanceGrammars() = default;

const ChanceGrammar* ChanceGrammars::of(const model::LanguageTag& language) const {
  const auto read = language.best_of(languages_);
  if (!read) return nullptr;
  const Entry& entry =
      *entries_[static_cast<std::size_t>(std::ranges::find(languages_, *read) - languages_.begin())];
  std::call_once(entry.once, [&entry] { entry.grammar.emplace(*entry.words); });
  return &*entry.grammar;
}

}  // namespace generator::compare
