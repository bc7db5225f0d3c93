// The words of all languages as the comparison looks for them: made once, of what locales/ holds, and shared
// by any number of comparisons. Nothing here knows a language; a language without words is a folder that
// lacks them.
//
// Thread-safe; its tables are made when they are first asked for.
#pragma once

#include "generator/compare/chance_grammar.h"
#include "generator/compare/denied_risk.h"
#include "generator/model/marker_results.h"
#include "generator/model/words.h"

namespace generator::compare {

class Lexicon {
 public:
  explicit Lexicon(model::Words words = {})
      : words_(std::move(words)),
        chances_(words_),
        denied_risks_(words_),
        results_(words_, &model::LanguageWords::results) {}
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  const model::Words& words() const { return words_; }
  const ChanceGrammars& chances() const { return chances_; }
  const DeniedRisks& denied_risks() const { return denied_risks_; }
  /// Of markers.
  const model::ResultWords& results() const { return results_; }

 private:
  model::Words words_;
  ChanceGrammars chances_;
  DeniedRisks denied_risks_;
  model::ResultWords results_;
};

}  // namespace generator::compare
