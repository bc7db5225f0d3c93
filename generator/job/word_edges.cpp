#include "generator/job/word_edges.h"

#include <unicode/brkiter.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

namespace generator::job {
namespace {

bool is_plain_digit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

bool is_mark(char16_t letter) {
  return (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0;
}

/// Half of a character beyond the first plane: of those that are letters nearly all are ideographs.
bool is_surrogate(char16_t letter) {
  return U16_IS_SURROGATE(letter);
}

UScriptCode script_of(char16_t letter) {
  if (is_surrogate(letter)) return USCRIPT_HAN;
  if (letter == 0x30FC) return USCRIPT_KATAKANA;  // the mark that makes a vowel long
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(letter, &status);
  return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

bool is_close(UScriptCode script) {
  switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN: return true;
    default: return false;
  }
}

/// Whether cases are written to a name's end, so that it is seldom a word by itself.
bool has_endings(UScriptCode script) {
  switch (script) {
    case USCRIPT_BENGALI:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_GUJARATI:
    case USCRIPT_GURMUKHI:
    case USCRIPT_KANNADA:
    case USCRIPT_MALAYALAM:
    case USCRIPT_ORIYA:
    case USCRIPT_SINHALA:
    case USCRIPT_TAMIL:
    case USCRIPT_TELUGU:
    case USCRIPT_HANGUL: return true;
    default: return false;
  }
}

/// Letters of Arabic that stand for "and", "by", "for", "as", "so" and the article before a word: a run of
/// them, at most this long, may be written to a name.
constexpr std::size_t k_longest_prefix = 4;
bool is_prefix_letter(char16_t letter) {
  static constexpr char16_t k_letters[] = {0x0648, 0x0641, 0x0628, 0x0643, 0x0644, 0x0627};
  return std::ranges::find(k_letters, letter) != std::end(k_letters);
}

/// Whether two neighbours without anything between can be of one word.
bool are_joined(char16_t before, char16_t after) {
  if (is_mark(after)) return true;
  const UScriptCode a = script_of(before);
  const UScriptCode b = script_of(after);
  if (is_close(a) || is_close(b)) return false;
  const bool is_code =
      a == USCRIPT_LATIN || b == USCRIPT_LATIN || (is_plain_digit(before) && is_plain_digit(after));
  if (is_plain_digit(before) || is_plain_digit(after)) return is_code;
  return a == b || a <= USCRIPT_INHERITED || b <= USCRIPT_INHERITED;
}

}  // namespace

bool is_written_close(char16_t letter) {
  return is_close(script_of(letter));
}

bool is_ideograph(char16_t letter) {
  return script_of(letter) == USCRIPT_HAN;
}

bool is_japanese(char16_t letter) {
  const UScriptCode script = script_of(letter);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

bool begins_word(const ScannedUnits& units, std::size_t first) {
  if (first == 0 || units[first].gap > 0 || !are_joined(units[first - 1].letter, units[first].letter))
    return true;
  if (script_of(units[first].letter) != USCRIPT_ARABIC) return false;
  for (std::size_t length = 1; length <= k_longest_prefix && length <= first; ++length) {
    const ScannedText::Unit& before = units[first - length];
    if (!is_prefix_letter(before.letter)) return false;
    if (first == length || before.gap > 0) return true;
  }
  return false;
}

bool ends_word(const ScannedUnits& units, std::size_t first, std::size_t end) {
  if (end == units.size() || units[end].gap > 0 || !are_joined(units[end - 1].letter, units[end].letter))
    return true;
  if (!has_endings(script_of(units[first].letter))) return false;
  // Two letters with their vowels begin many words; three, or two words, hardly any but the name's.
  std::size_t letters = 0;
  for (std::size_t i = first; i < end; ++i) {
    if (i > first && units[i].gap > 0) return true;
    if (!is_mark(units[i].letter)) ++letters;
  }
  return letters >= 3;
}

bool is_within_other_words(const ScannedUnits& units, std::size_t first, std::size_t end) {
  constexpr std::size_t k_context = 8;  // letters on each side by which words are told
  std::size_t from = first;
  while (from > 0 && first - from < k_context && units[from].gap == 0 &&
         is_written_close(units[from - 1].letter))
    --from;
  std::size_t to = end;
  while (to < units.size() && to - end < k_context && units[to].gap == 0 &&
         is_written_close(units[to].letter))
    ++to;
  icu::UnicodeString run;
  for (std::size_t i = from; i < to; ++i) run.append(units[i].letter);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return false;
  words->setText(run);
  const auto begin_at = static_cast<std::int32_t>(first - from);
  const auto end_at = static_cast<std::int32_t>(end - from);
  const bool begins = words->isBoundary(begin_at) != 0;
  const bool ends = words->isBoundary(end_at) != 0;
  if (!begins && !ends) return true;
  if (begins && ends) return false;
  // One edge only: a longer word that holds the whole name, or a name of which another word took a letter.
  return begins ? words->following(begin_at) > end_at : words->preceding(end_at) < begin_at;
}

std::vector<std::string> other_han_forms(std::string_view text) {
  std::vector<std::string> forms;
  const icu::UnicodeString given =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  bool has_ideograph = false;
  for (std::int32_t i = 0; i < given.length() && !has_ideograph; ++i) has_ideograph = is_ideograph(given[i]);
  if (!has_ideograph) return forms;
  for (const char* id : {"Traditional-Simplified", "Simplified-Traditional"}) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> turned(
        icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    if (U_FAILURE(status)) continue;
    icu::UnicodeString other = given;
    turned->transliterate(other);
    if (other != given) other.toUTF8String(forms.emplace_back());
  }
  return forms;
}

}  // namespace generator::job
