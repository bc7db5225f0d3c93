#include "generator/compare/letter_scanner.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <unordered_map>

#include "generator/base/plain_text.h"

namespace generator::compare {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

using Phrases = std::vector<icu::UnicodeString>;

Phrases plain_phrases(std::span<const std::string_view> words) {
  Phrases phrases;
  for (const std::string_view word : words) phrases.push_back(base::plain_spelling(word));
  return phrases;
}

bool holds_any(const icu::UnicodeString& text, const Phrases& phrases) {
  return std::ranges::any_of(phrases,
                             [&text](const icu::UnicodeString& phrase) { return text.indexOf(phrase) >= 0; });
}

/// Phrases of two characters and more, in plain spelling, by their first two: few places of a text begin one.
class PhraseIndex {
 public:
  void add(std::span<const std::string_view> words) {
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

/// The table of one kind in plain spelling: made once, because a letter has many sentences.
struct PlainWords {
  PhraseIndex words;
  Phrases harmless;

  explicit PlainWords(WaryKind kind) {
    for (const WaryWords& entry : wary_words()) {
      if (entry.kind != kind) continue;
      words.add(entry.words);
      std::ranges::move(plain_phrases(entry.harmless), std::back_inserter(harmless));
    }
  }
};

const PlainWords& plain_words(WaryKind kind) {
  static const PlainWords k_guarantee(WaryKind::guarantee);
  static const PlainWords k_pressure(WaryKind::pressure);
  switch (kind) {
    case WaryKind::guarantee: return k_guarantee;
    case WaryKind::pressure: return k_pressure;
  }
  return k_guarantee;
}

bool is_digit_at(const icu::UnicodeString& text, int32_t index) {
  return index >= 0 && index < text.length() && text[index] >= u'0' && text[index] <= u'9';
}

bool is_joined_number_at(const icu::UnicodeString& text, int32_t index, int32_t step) {
  if (is_digit_at(text, index)) return true;
  if (index < 0 || index >= text.length() || (text[index] != u'.' && text[index] != u',')) return false;
  return is_digit_at(text, index + step);
}

/// "100%", "%100", "100 percent", "yüzde yüz": not "2100 %", not "95-100 %", not "100,5 %".
bool promises_a_hundred_per_cent(const icu::UnicodeString& text) {
  static constexpr std::string_view k_sign_words[] = {
      "%",         "percent", "per cent", "pour cent", "prozent", "процент", "في المئة",
      "في المائة", "بالمئة",  "بالمائة",  "درصد",      "प्रतिशत",  "فیصد"};
  static constexpr std::string_view k_spelled_words[] = {
      "yüzde yüz",      "hundred percent", "hundred per cent", "сто процентов",
      "cent pour cent", "صد در صد",        "مئة في المئة"};
  static const Phrases k_signs = plain_phrases(k_sign_words);
  static const Phrases k_spelled = plain_phrases(k_spelled_words);
  static const Phrases k_harmless = plain_phrases(percent_is_harmless_beside());
  bool found = holds_any(text, k_spelled);
  const icu::UnicodeString hundred("100");
  for (int32_t at = text.indexOf(hundred); at >= 0 && !found; at = text.indexOf(hundred, at + 3)) {
    const bool is_alone = !is_joined_number_at(text, at - 1, -1) && !is_joined_number_at(text, at + 3, 1) &&
                          (at == 0 || (text[at - 1] != u'-' && text[at - 1] != 0x2013));
    if (!is_alone) continue;
    const icu::UnicodeString rest = text.tempSubString(at + 3);
    const icu::UnicodeString after = rest.startsWith(" ") ? rest.tempSubString(1) : rest;
    found = (at > 0 && text[at - 1] == u'%') ||
            std::ranges::any_of(k_signs, [&after](const auto& sign) { return after.startsWith(sign); });
  }
  return found && !holds_any(text, k_harmless);
}

bool begins_item(const icu::UnicodeString& text, int32_t at) {
  if (at >= text.length()) return false;
  const UChar32 c = text.char32At(at);
  if (c == '-' || c == '*' || c == 0x2022 || c == 0x2013 || c == 0x2014 || c == 0x00B7) return true;
  if (u_charDigitValue(c) < 0 || at + 1 >= text.length()) return false;
  return text[at + 1] == u'.' || text[at + 1] == u')' || text[at + 1] == 0x3001;
}

/// A letter's lines end where the paper did: a sentence runs on over a line end, but not over an empty line,
/// nor into an item of a list, nor over the end of a page. As long as `text`, place by place.
icu::UnicodeString without_line_ends(const icu::UnicodeString& text) {
  icu::UnicodeString result = text;
  for (int32_t i = 0; i < text.length(); ++i) {
    if (text[i] == u'\f') result.setCharAt(i, 0x2029);
    if (text[i] != u'\n' && text[i] != u'\r') continue;
    int32_t next = i + 1;
    int32_t line_ends = text[i] == u'\n' ? 1 : 0;
    while (next < text.length() && u_isUWhiteSpace(text[next]) && text[next] != u'\f') {
      if (text[next] == u'\n') ++line_ends;
      ++next;
    }
    if (line_ends < 2 && !begins_item(text, next)) result.setCharAt(i, u' ');
  }
  return result;
}

/// One blank for any white space, so that a quoted sentence reads as one.
std::string on_one_line(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (int32_t i = 0; i < text.length(); ++i) {
    if (!u_isUWhiteSpace(text[i])) {
      result.append(text[i]);
    } else if (!result.endsWith(" ")) {
      result.append(u' ');
    }
  }
  return to_utf8(result.trim());
}

}  // namespace

bool holds_wary_words(std::string_view sentence, WaryKind kind) {
  icu::UnicodeString text = base::plain_spelling(sentence);
  if (kind == WaryKind::guarantee && promises_a_hundred_per_cent(text)) return true;
  const PlainWords& table = plain_words(kind);
  if (!table.words.any_in(text)) return false;
  for (const icu::UnicodeString& harmless : table.harmless)
    text.findAndReplace(harmless, icu::UnicodeString(u'\u00B7'));
  return table.words.any_in(text);
}

std::vector<model::Statement> find_wary_sentences(const model::Document& letter, WaryKind kind) {
  std::vector<model::Statement> found;
  if (!letter.text) return found;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentences(icu::BreakIterator::createSentenceInstance(
      icu::Locale::forLanguageTag(letter.language.text(), status), status));
  if (U_FAILURE(status)) return found;
  const icu::UnicodeString written = from_utf8(*letter.text);
  const icu::UnicodeString flowing = without_line_ends(written);
  sentences->setText(flowing);
  int page = 1;
  int32_t start = sentences->first();
  for (int32_t end = sentences->next(); end != icu::BreakIterator::DONE;
       start = end, end = sentences->next()) {
    icu::UnicodeString sentence = written.tempSubStringBetween(start, end);
    const int page_of_sentence = page;
    page +=
        static_cast<int>(std::count(sentence.getBuffer(), sentence.getBuffer() + sentence.length(), u'\f'));
    sentence = icu::UnicodeString(sentence).trim();
    const std::string quote = to_utf8(sentence);
    if (!holds_wary_words(quote, kind)) continue;
    found.push_back(
        {on_one_line(sentence), letter.language, {}, model::Source{letter.id, page_of_sentence, quote}});
  }
  return found;
}

}  // namespace generator::compare
