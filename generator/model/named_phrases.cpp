#include "generator/model/named_phrases.h"

#include <algorithm>
#include <mutex>

namespace generator::model {

struct NamedPhraseFinder::Table {
  struct Entry {
    std::string_view name;
    base::Phrase phrase;
  };
  const Words& words;
  NamedPhrases LanguageWords::*list;
  std::once_flag once;
  std::vector<Entry> entries;
};

NamedPhraseFinder::NamedPhraseFinder(const Words& words, NamedPhrases LanguageWords::*list)
    : table_(new Table{words, list, {}, {}}) {}
NamedPhraseFinder::~NamedPhraseFinder() = default;

std::vector<SaidPhrase> NamedPhraseFinder::find(std::span<const base::PlainWord> text) const {
  std::call_once(table_->once, [this] {
    for (const LanguageWords& language : table_->words) {
      for (const auto& [name, phrases] : language.*table_->list) {
        for (const std::string& phrase : phrases) table_->entries.push_back({name, base::Phrase(phrase)});
      }
    }
  });
  std::vector<SaidPhrase> all;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const auto& entry : table_->entries) {
      const std::vector<std::size_t> own = entry.phrase.match(text, i);
      if (!own.empty()) all.push_back({entry.name, i, own.back() + 1});
    }
  }
  std::ranges::stable_sort(
      all, [](const SaidPhrase& a, const SaidPhrase& b) { return a.end - a.begin > b.end - b.begin; });
  std::vector<SaidPhrase> kept;
  for (const SaidPhrase& each : all) {
    const bool is_within = std::ranges::any_of(kept, [&each](const SaidPhrase& other) {
      return each.begin < other.end && other.begin < each.end &&
             (each.end - each.begin < other.end - other.begin || each.name == other.name);
    });
    if (!is_within) kept.push_back(each);
  }
  std::ranges::stable_sort(kept, {}, &SaidPhrase::begin);
  return kept;
}

}  // namespace generator::model
