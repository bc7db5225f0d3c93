#include "generator/locale/glossary.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

namespace generator::locale {
namespace {

bool is_ascii_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A hash of the first two characters of a word, by which most places of a text are passed over at once: of
/// ASCII both bytes; of other scripts, whose first bytes are all alike, up to four.
std::uint16_t beginning(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(lowered(text[i])); };
  unsigned hash = static_cast<unsigned>(byte(0) << 8 | byte(1));
  if (byte(0) < 0x80) return static_cast<std::uint16_t>(hash);
  for (std::size_t i = 2; i < std::min<std::size_t>(text.size(), 4); ++i) {
    hash = hash * 0x9E37 + byte(i);
    if (byte(i) < 0x80) break;
  }
  return static_cast<std::uint16_t>(hash);
}

/// Whether the text ends within a word: on a letter, or on a mark that belongs to one.
bool ends_in_word(std::string_view text) {
  auto at = static_cast<std::int32_t>(text.size());
  UChar32 last = 0;
  U8_PREV(text.data(), 0, at, last);
  return last >= 0 && (u_isalpha(last) || (U_GET_GC_MASK(last) & U_GC_M_MASK) != 0);
}

bool ends_word(std::string_view word, std::string_view behind) {
  return behind.empty() || !is_ascii_alphanumeric(word.back()) || !is_ascii_alphanumeric(behind.front());
}

bool matches(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  const bool exact = std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return std::ranges::equal(text.substr(0, word.size()), word,
                            [&](char a, char b) { return (exact ? a : lowered(a)) == b; });
}

/// Whether a sentence ends here: a full stop between digits, or within a word, is none.
bool ends_sentence(std::string_view text) {
  if (static_cast<unsigned char>(text.front()) < 0x80) {
    if (text.front() == '\n') return true;
    const bool is_stop = text.front() == '.' || text.front() == '!' || text.front() == '?';
    return is_stop && (text.size() == 1 || text[1] == ' ' || text[1] == '\n');
  }
  std::int32_t at = 0;
  UChar32 first = 0;
  U8_NEXT_UNSAFE(text.data(), at, first);
  return u_charType(first) == U_LINE_SEPARATOR || u_hasBinaryProperty(first, UCHAR_S_TERM) != 0;
}

/// Behind the letters, marks and digits from here on.
std::size_t end_of_letters(std::string_view text, std::size_t from) {
  auto at = static_cast<std::int32_t>(from);
  const auto size = static_cast<std::int32_t>(text.size());
  while (at < size) {
    const std::int32_t before = at;
    UChar32 next = 0;
    U8_NEXT(text.data(), at, size, next);
    if (next < 0 || (!u_isalnum(next) && (U_GET_GC_MASK(next) & U_GC_M_MASK) == 0)) return before;
  }
  return static_cast<std::size_t>(at);
}

/// Behind the code that a scale's name is followed by: "BCLC B", "Child-Pugh A6", "TNM T3N1M0", "FIGO IIIC".
std::size_t end_of_code(std::string_view text, std::size_t at) {
  constexpr std::string_view k_first = "ABCDIVTNM";
  if (at + 1 >= text.size() || text[at] != ' ' || k_first.find(text[at + 1]) == std::string_view::npos)
    return at;
  const std::size_t end = end_of_letters(text, at + 1);
  constexpr std::string_view k_all = "ABCDIVXTNMabc0123456789";
  const std::string_view code = text.substr(at + 1, end - at - 1);
  return code.find_first_not_of(k_all) == std::string_view::npos ? end : at;
}

/// Where a word of a script without spaces ends, by ICU's dictionaries: behind 切除术, not within it.
std::size_t end_of_unspaced_word(std::string_view text, std::size_t at) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUTextPointer source(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  const icu::LocalUBreakIteratorPointer words(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
  if (U_FAILURE(status)) return at;
  ubrk_setUText(words.getAlias(), source.getAlias(), &status);
  if (U_FAILURE(status)) return at;
  const auto here = static_cast<std::int32_t>(at);
  if (ubrk_isBoundary(words.getAlias(), here)) return at;
  const std::int32_t end = ubrk_following(words.getAlias(), here);
  return end == UBRK_DONE ? at : static_cast<std::size_t>(end);
}

}  // namespace

bool TermFinder::begins_word(std::string_view before, std::string_view word) const {
  if (before.empty()) return true;
  if (is_ascii_alphanumeric(word.front())) return !is_ascii_alphanumeric(before.back());
  return !joined_before_ || !ends_in_word(before) ||
         std::ranges::any_of(*joined_before_,
                             [&](const std::string& joined) { return before.ends_with(joined); });
}

TermFinder::TermFinder(const std::vector<GlossaryTerm>& terms,
                       const std::optional<std::vector<std::string>>& joined_before)
    : terms_(terms), joined_before_(joined_before), found_(terms.size(), false) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].words.empty() && terms[i].ambiguous.empty()) found_[i] = true;
    add(terms[i].words, Role::names_term, i);
    for (const GlossaryTerm::Ambiguous& each : terms[i].ambiguous) {
      add(each.words, Role::is_ambiguous, senses_.size());
      add(each.with, Role::is_with, senses_.size());
      add(each.without, Role::is_without, senses_.size());
      senses_.push_back({.term = i, .needs_company = !each.with.empty()});
    }
  }
  // Of words that begin alike the longest first: "trastuzumab deruxtecan" is one medicine.
  std::ranges::sort(words_, [](const Word& a, const Word& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning : a.word.size() > b.word.size();
  });
}

void TermFinder::add(const std::vector<std::string>& words, Role role, std::size_t index) {
  for (const std::string& word : words) {
    words_.push_back({beginning(word), role, word, index});
    beginnings_.set(words_.back().beginning);
  }
}

bool TermFinder::is_looked_for(const Word& word) const {
  return !found_[word.role == Role::names_term ? word.index : senses_[word.index].term];
}

void TermFinder::meet(const Word& word, std::size_t end) {
  if (word.role == Role::names_term) {
    found_[word.index] = true;
    uses_.push_back({&terms_[word.index], end});
    return;
  }
  Sense& sense = senses_[word.index];
  has_met_ = true;
  if (!sense.is_met && word.role == Role::is_ambiguous) sense.end = end;
  sense.is_met = sense.is_met || word.role == Role::is_ambiguous;
  sense.has_company = sense.has_company || word.role == Role::is_with;
  sense.is_another = sense.is_another || word.role == Role::is_without;
}

void TermFinder::end_sentence() {
  if (!has_met_) return;
  has_met_ = false;
  for (Sense& sense : senses_) {
    if (sense.is_met && !sense.is_another && (sense.has_company || !sense.needs_company) &&
        !found_[sense.term]) {
      found_[sense.term] = true;
      uses_.push_back({&terms_[sense.term], sense.end});
    }
    sense.is_met = sense.has_company = sense.is_another = false;
  }
}

void TermFinder::search(std::string_view text) {
  uses_.clear();
  bool is_within = false;  // of a word of ASCII, in which no other begins
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if ((text[at] & 0xc0) == 0x80) continue;  // within a character
    const bool was_within = std::exchange(is_within, is_ascii_alphanumeric(text[at]));
    if (was_within && is_within) continue;
    if (has_met_ && ends_sentence(text.substr(at))) end_sentence();
    const std::uint16_t here = beginning(text.substr(at));
    if (!beginnings_.test(here)) continue;
    auto word = std::ranges::lower_bound(words_, here, {}, &Word::beginning);
    for (; word != words_.end() && word->beginning == here; ++word) {
      if (is_looked_for(*word) && matches(text.substr(at), word->word) &&
          begins_word(text.substr(0, at), word->word) &&
          ends_word(word->word, text.substr(at + word->word.size())))
        meet(*word, at + word->word.size());
    }
  }
  end_sentence();
}

std::size_t TermFinder::end_of_use(std::string_view text, std::size_t at) const {
  const bool is_latin = is_ascii_alphanumeric(text[at - 1]);
  if (!is_latin && !joined_before_) return end_of_unspaced_word(text, at);
  at = end_of_letters(text, at);
  while (at + 1 < text.size() && (text[at] == '-' || text[at] == '/') && is_ascii_alphanumeric(text[at + 1]))
    at = end_of_letters(text, at + 1);
  return is_latin ? end_of_code(text, at) : at;
}

std::vector<TermUse> TermFinder::first_uses(std::string_view text) {
  search(text);
  for (TermUse& use : uses_) use.end = end_of_use(text, use.end);
  std::ranges::sort(uses_, [](const TermUse& a, const TermUse& b) {
    return a.end != b.end ? a.end < b.end : a.term > b.term;
  });
  uses_.erase(std::ranges::unique(uses_, {}, &TermUse::end).begin(), uses_.end());
  return std::exchange(uses_, {});
}

std::vector<const GlossaryTerm*> TermFinder::found() const {
  std::vector<const GlossaryTerm*> terms;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    if (found_[i]) terms.push_back(&terms_[i]);
  }
  return terms;
}

}  // namespace generator::locale
