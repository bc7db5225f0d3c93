#include "generator/compare/denied_risk.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

#include "generator/base/phrase.h"

namespace generator::compare {

struct DeniedRisks::Table {
  const model::Words& words;
  std::once_flag once;
  std::vector<base::Phrase> phrases;
};

DeniedRisks::DeniedRisks(const model::Words& words) : table_(new Table{words, {}, {}}) {}
DeniedRisks::~DeniedRisks() = default;

bool DeniedRisks::denies(const model::Statement& statement) const {
  std::call_once(table_->once, [this] {
    for (const model::LanguageWords& language : table_->words) {
      for (const std::string& phrase : language.denied_risks) table_->phrases.emplace_back(phrase);
    }
  });
  const std::vector<base::PlainWord> text = base::plain_words(statement.text);
  return std::ranges::any_of(table_->phrases,
                             [&text](const base::Phrase& phrase) { return phrase.is_all_of(text); });
}

bool is_judged_a_promise(const model::Statement& statement, const model::Case& c) {
  if (!statement.source || statement.source->quote.empty()) return false;
  const auto spelled = [](std::string_view text) {
    std::u16string result = u" ";
    for (const base::PlainWord& word : base::plain_words(text)) {
      if (word.kind == base::PlainKind::word) result += word.text + u" ";
    }
    return result;
  };
  const std::u16string own = spelled(statement.source->quote);
  return std::ranges::any_of(c.quote_judgements, [&](const model::QuoteJudgement& judgement) {
    return judgement.verdict == model::QuoteVerdict::promise &&
           judgement.source.document == statement.source->document && own.size() > 1 &&
           spelled(judgement.source.quote).find(own) != std::u16string::npos;
  });
}

}  // namespace generator::compare
