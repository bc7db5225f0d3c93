#include "generator/ingest/letter_scanner.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace generator::ingest {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
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

int count_of(const icu::UnicodeString& text, char16_t c) {
  const char16_t* const begin = text.getBuffer();
  return static_cast<int>(std::count(begin, begin + text.length(), c));
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

std::vector<WarySentence> find_wary_sentences(const model::Document& letter, const WaryWordFinder& words) {
  std::vector<WarySentence> found;
  if (!letter.text) return found;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentences(icu::BreakIterator::createSentenceInstance(
      icu::Locale::forLanguageTag(letter.language.text(), status), status));
  if (U_FAILURE(status)) return found;
  const icu::UnicodeString written = from_utf8(*letter.text);
  const icu::UnicodeString flowing = without_line_ends(written);
  const std::optional<std::size_t> language = words.language_of(letter.language);
  sentences->setText(flowing);
  int page = 1;
  int line = 1;
  int32_t start = sentences->first();
  for (int32_t end = sentences->next(); end != icu::BreakIterator::DONE;
       start = end, end = sentences->next()) {
    // The white space before a sentence is of its own, behind it of the one before.
    for (; start < end && u_isUWhiteSpace(written[start]); ++start) {
      if (written[start] == u'\f') ++page;
      if (written[start] == u'\n') ++line;
    }
    const icu::UnicodeString sentence = written.tempSubStringBetween(start, end);
    std::vector<WaryKind> kinds = words.kinds_in(to_utf8(sentence), language);
    if (!kinds.empty()) found.push_back({on_one_line(sentence), std::move(kinds), page, line});
    page += count_of(sentence, u'\f');
    line += count_of(sentence, u'\n');
  }
  return found;
}

}  // namespace generator::ingest
