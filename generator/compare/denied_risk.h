// A statement under "risks" that says there is none ("There is no risk.") states no risk: no treatment of
// cancer is without one, and the question must be asked all the same. Known by its words as a whole (words of
// the language, model::LanguageWords::denied_risks), or because a person has judged them to be a promise.
#pragma once

#include <memory>

#include "generator/model/case.h"
#include "generator/model/words.h"

namespace generator::compare {

/// The words of all languages, made when they are first asked for. Thread-safe; the words must outlive it.
class DeniedRisks {
 public:
  explicit DeniedRisks(const model::Words& words);
  ~DeniedRisks();

  bool denies(const model::Statement& statement) const;

 private:
  struct Table;
  std::unique_ptr<Table> table_;
};

/// Whether a person has judged these words of a letter to be a promise.
bool is_judged_a_promise(const model::Statement& statement, const model::Case& c);

}  // namespace generator::compare
