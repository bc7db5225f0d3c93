#include "generator/base/phrase.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace generator::base {
namespace {

/// Half words: a sign of a script without spaces is one, a word is two.
constexpr int k_widest_gap = 8;

bool is_sign(UChar32 c) {
  if (c < 0x0E00) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return false;
  }
}

/// Accents of Latin, Greek and Cyrillic letters, the vowel signs of Arabic, and its stroke that only
/// lengthens a word.
bool is_left_out(UChar32 c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640;
}

/// One letter for those that are typed for each other.
UChar32 same_letter(UChar32 c) {
  switch (c) {
    case 0x0131: return 'i';     // dotless i
    case 0x0649:                 // alef maksura
    case 0x06CC: return 0x064A;  // Farsi yeh: yeh
    case 0x06A9: return 0x0643;  // keheh: kaf
    case 0x0629:                 // teh marbuta
    case 0x06C1:                 // heh goal
    case 0x06C3:                 // teh marbuta goal
    case 0x06BE:                 // heh doachashmee
    case 0x06D5: return 0x0647;  // ae: heh
    default: return c;
  }
}

bool is_word_letter(UChar32 c) {
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_hyphen(UChar32 c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

bool is_dash(UChar32 c) {
  return c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212;
}

/// "Success rate: 100 %" goes on behind its colon.
bool is_pause(UChar32 c) {
  return c == ',' || c == ':' || c == 0x060C || c == 0x3001;
}

bool is_stop(UChar32 c) {
  constexpr UChar32 k_stops[] = {'.', ';',    '!',    '?',    '(',    ')',    '[',
                                 ']', 0x061B, 0x061F, 0x06D4, 0x0964, 0x3002, 0x2026};
  return std::ranges::find(k_stops, c) != std::end(k_stops);
}

/// The text with every letter as it is compared; white space and marks as they are.
std::u32string folded(std::string_view text) {
  std::u32string result;
  const bool is_ascii =
      std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (is_ascii) {
    result.reserve(text.size());
    for (const char c : text)
      result.push_back(static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
    return result;
  }
  icu::UnicodeString given =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
  if (U_SUCCESS(status)) given = apart->normalize(folding->normalize(given, status), status);
  result.reserve(static_cast<std::size_t>(given.length()));
  for (std::int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
    const UChar32 c = given.char32At(i);
    if (is_left_out(c)) continue;
    const std::int32_t digit = u_charDigitValue(c);
    result.push_back(static_cast<char32_t>(digit >= 0 ? '0' + digit : c == 0x066A ? '%' : same_letter(c)));
  }
  return result;
}

class WordSplitter {
 public:
  WordSplitter(std::u32string text, bool is_phrase) : text_(std::move(text)), is_phrase_(is_phrase) {}

  std::vector<PlainWord> split() {
    for (; i_ < text_.size(); ++i_) take(at(i_));
    flush();
    return std::move(words_);
  }

 private:
  UChar32 at(std::size_t i) const { return i < text_.size() ? static_cast<UChar32>(text_[i]) : 0; }
  bool is_digit(std::size_t i) const { return at(i) >= '0' && at(i) <= '9'; }

  void flush() {
    if (!word_.empty()) words_.push_back({PlainKind::word, false, std::move(word_)});
    word_.clear();
  }

  void add(PlainKind kind) {
    flush();
    words_.push_back({kind, false, {}});
  }

  void append(std::u16string& word, UChar32 c) {
    if (c > 0xFFFF) {
      word.push_back(U16_LEAD(c));
      word.push_back(U16_TRAIL(c));
    } else {
      word.push_back(static_cast<char16_t>(c));
    }
  }

  void take(UChar32 c) {
    if (is_sign(c)) {
      flush();
      std::u16string sign;
      append(sign, c);
      words_.push_back({PlainKind::word, true, std::move(sign)});
    } else if (is_word_letter(c) || (is_phrase_ && c == '*')) {
      append(word_, c);
    } else if (stands_between_digits()) {
      // "99.9" is one figure, and "95-100" is none of 100.
      append(word_, c);
    } else if (is_hyphen(c) && joins_letters()) {
      // What stands between belongs to the end of a line.
    } else if (c == '%') {
      add(PlainKind::percent);
    } else if (is_pause(c)) {
      add(PlainKind::pause);
    } else if (is_stop(c) || is_dash(c) || (is_hyphen(c) && word_.empty())) {
      add(PlainKind::stop);
    } else {
      flush();
    }
  }

  bool stands_between_digits() const {
    const UChar32 c = at(i_);
    const bool may = c == '.' || c == ',' || c == 0x066B || c == 0x066C || is_hyphen(c) || is_dash(c);
    return may && i_ > 0 && is_digit(i_ - 1) && is_digit(i_ + 1) && !word_.empty();
  }

  /// A hyphen within a word; behind one that ends a line, the line end is skipped.
  bool joins_letters() {
    if (word_.empty() || u_isalpha(at(i_ - 1)) == 0) return false;
    std::size_t next = i_ + 1;
    bool ends_line = false;
    for (; u_isUWhiteSpace(at(next)) != 0 && next < text_.size(); ++next)
      ends_line = ends_line || at(next) == '\n';
    if (next > i_ + 1 && !ends_line) return false;
    if (u_isalpha(at(next)) == 0) return false;
    i_ = next - 1;
    return true;
  }

  std::u32string text_;
  bool is_phrase_;
  std::size_t i_ = 0;
  std::u16string word_;
  std::vector<PlainWord> words_;
};

}  // namespace

std::vector<PlainWord> plain_words(std::string_view text) {
  return WordSplitter(folded(text), false).split();
}

Phrase::Phrase(std::string_view phrase) {
  constexpr std::string_view k_gap = "..";
  bool after_gap = false;
  while (!phrase.empty()) {
    const std::size_t gap = phrase.find(k_gap);
    for (PlainWord& word : WordSplitter(folded(phrase.substr(0, gap)), true).split()) {
      Part part{std::move(word.text), Open::none, after_gap};
      if (word.kind == PlainKind::percent) part.text = u"%";
      after_gap = false;
      if (part.text.empty()) continue;
      const bool is_open_before = part.text.front() == u'*';
      const bool is_open_behind = part.text.size() > 1 && part.text.back() == u'*';
      std::erase(part.text, u'*');
      if (is_open_before) part.open = is_open_behind ? Open::both : Open::beginning;
      if (!is_open_before && is_open_behind) part.open = Open::end;
      parts_.push_back(std::move(part));
    }
    after_gap = true;
    phrase = gap == std::string_view::npos ? std::string_view() : phrase.substr(gap + k_gap.size());
  }
  if (!parts_.empty()) parts_.front().after_gap = false;
}

std::vector<std::size_t> Phrase::match(std::span<const PlainWord> text, std::size_t i) const {
  std::vector<std::size_t> words;
  if (!parts_.empty() && match_from(text, i, 0, words)) std::ranges::reverse(words);
  return words;
}

bool Phrase::match_from(std::span<const PlainWord> text, std::size_t i, std::size_t part,
                        std::vector<std::size_t>& backwards) const {
  if (part == parts_.size()) return true;
  const Part& wanted = parts_[part];
  const auto fits = [&wanted](const PlainWord& word) {
    if (word.kind == PlainKind::percent) return wanted.text == u"%";
    if (word.kind != PlainKind::word) return false;
    const std::u16string_view has = word.text;
    switch (wanted.open) {
      case Open::none: return has == wanted.text;
      case Open::end: return has.starts_with(wanted.text);
      case Open::beginning: return has.ends_with(wanted.text);
      case Open::both: return has.find(wanted.text) != std::u16string_view::npos;
    }
    return false;
  };
  int left = wanted.after_gap ? k_widest_gap : 0;
  for (; i < text.size(); ++i) {
    if (fits(text[i]) && match_from(text, i + 1, part + 1, backwards)) {
      backwards.push_back(i);
      return true;
    }
    const bool may_pass = text[i].kind == PlainKind::word || text[i].kind == PlainKind::percent;
    left -= text[i].is_sign ? 1 : 2;
    if (!may_pass || left < 0) return false;
  }
  return false;
}

bool Phrase::is_all_of(std::span<const PlainWord> text) const {
  std::vector<PlainWord> words;
  std::ranges::copy_if(text, std::back_inserter(words), [](const PlainWord& word) {
    return word.kind == PlainKind::word || word.kind == PlainKind::percent;
  });
  const std::vector<std::size_t> matched = match(words, 0);
  return !matched.empty() && matched.back() + 1 == words.size();
}

std::u16string_view Phrase::first() const {
  return parts_.empty() ? std::u16string_view() : parts_.front().text;
}

bool Phrase::begins_within() const {
  return !parts_.empty() && (parts_.front().open == Open::beginning || parts_.front().open == Open::both);
}

}  // namespace generator::base
