#include "generator/compare/wary_words.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "generator/base/plain_text.h"

namespace generator::compare {
namespace {

using Phrases = std::vector<icu::UnicodeString>;

Phrases plain_phrases(const model::Phrases& words) {
  Phrases phrases;
  for (const std::string& word : words) phrases.push_back(base::plain_spelling(word));
  return phrases;
}

bool holds_any(const icu::UnicodeString& text, const Phrases& phrases) {
  return std::ranges::any_of(phrases,
                             [&text](const icu::UnicodeString& phrase) { return text.indexOf(phrase) >= 0; });
}

/// Phrases of two characters and more, in plain spelling, by their first two: few places of a text begin one.
class PhraseIndex {
 public:
  void add(const model::Phrases& words) {
    for (icu::UnicodeString& phrase : plain_phrases(words))
      phrases_.emplace(beginning_at(phrase, 0), std::move(phrase));
  }

  bool any_in(const icu::UnicodeString& text) const {
    for (int32_t at = 0; at + 1 < text.length(); ++at) {
      const auto [first, last] = phrases_.equal_range(beginning_at(text, at));
      if (std::any_of(first, last, [&](const auto& entry) {
            return text.compare(at, entry.second.length(), entry.second) == 0;
          }))
        return true;
    }
    return false;
  }

 private:
  static std::uint32_t beginning_at(const icu::UnicodeString& text, int32_t at) {
    return std::uint32_t{text[at]} << 16 | text[at + 1];
  }

  std::unordered_multimap<std::uint32_t, icu::UnicodeString> phrases_;
};

/// The words of one kind, of all languages, in plain spelling: made once, because a letter has many
/// sentences.
struct PlainWords {
  PhraseIndex words;
  Phrases harmless;

  void add(const model::WaryWords& wary) {
    words.add(wary.words);
    std::ranges::move(plain_phrases(wary.harmless), std::back_inserter(harmless));
  }
};

struct PlainHundred {
  Phrases signs = {icu::UnicodeString(u'%')};
  Phrases spelled;
  Phrases harmless;

  void add(const model::HundredPerCent& hundred) {
    std::ranges::move(plain_phrases(hundred.signs), std::back_inserter(signs));
    std::ranges::move(plain_phrases(hundred.spelled), std::back_inserter(spelled));
    std::ranges::move(plain_phrases(hundred.harmless_beside), std::back_inserter(harmless));
  }
};

bool is_digit_at(const icu::UnicodeString& text, int32_t index) {
  return index >= 0 && index < text.length() && text[index] >= u'0' && text[index] <= u'9';
}

bool is_joined_number_at(const icu::UnicodeString& text, int32_t index, int32_t step) {
  if (is_digit_at(text, index)) return true;
  if (index < 0 || index >= text.length() || (text[index] != u'.' && text[index] != u',')) return false;
  return is_digit_at(text, index + step);
}

/// "100%", "%100", "100 percent", or all in words: not "2100 %", not "95-100 %", not "100,5 %".
bool promises_a_hundred_per_cent(const icu::UnicodeString& text, const PlainHundred& words) {
  bool found = holds_any(text, words.spelled);
  const icu::UnicodeString hundred("100");
  for (int32_t at = text.indexOf(hundred); at >= 0 && !found; at = text.indexOf(hundred, at + 3)) {
    const bool is_alone = !is_joined_number_at(text, at - 1, -1) && !is_joined_number_at(text, at + 3, 1) &&
                          (at == 0 || (text[at - 1] != u'-' && text[at - 1] != 0x2013));
    if (!is_alone) continue;
    const icu::UnicodeString rest = text.tempSubString(at + 3);
    const icu::UnicodeString after = rest.startsWith(" ") ? rest.tempSubString(1) : rest;
    found = (at > 0 && text[at - 1] == u'%') ||
            std::ranges::any_of(words.signs, [&after](const auto& sign) { return after.startsWith(sign); });
  }
  return found && !holds_any(text, words.harmless);
}

}  // namespace

struct WaryWordFinder::Tables {
  explicit Tables(const model::Words& all) : words(all) {}

  const PlainWords& plain(WaryKind kind) const {
    switch (kind) {
      case WaryKind::guarantee: break;
      case WaryKind::pressure:
        std::call_once(pressure_once, [this] {
          for (const model::LanguageWords& each : words) pressure.add(each.pressure);
        });
        return pressure;
    }
    std::call_once(guarantee_once, [this] {
      for (const model::LanguageWords& each : words) guarantee.add(each.guarantee);
    });
    return guarantee;
  }

  const PlainHundred& plain_hundred() const {
    std::call_once(hundred_once, [this] {
      for (const model::LanguageWords& each : words) hundred.add(each.hundred_per_cent);
    });
    return hundred;
  }

  const model::Words& words;
  mutable std::once_flag guarantee_once, pressure_once, hundred_once;
  mutable PlainWords guarantee, pressure;
  mutable PlainHundred hundred;
};

WaryWordFinder::WaryWordFinder(const model::Words& words) : tables_(std::make_unique<Tables>(words)) {}
WaryWordFinder::~WaryWordFinder() = default;

bool WaryWordFinder::holds(std::string_view sentence, WaryKind kind) const {
  icu::UnicodeString text = base::plain_spelling(sentence);
  if (kind == WaryKind::guarantee && promises_a_hundred_per_cent(text, tables_->plain_hundred())) return true;
  const PlainWords& table = tables_->plain(kind);
  if (!table.words.any_in(text)) return false;
  for (const icu::UnicodeString& harmless : table.harmless)
    text.findAndReplace(harmless, icu::UnicodeString(u'\u00B7'));
  return table.words.any_in(text);
}

}  // namespace generator::compare
