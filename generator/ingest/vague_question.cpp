#include "generator/ingest/vague_question.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>

namespace generator::ingest {
namespace {

/// Lower case, letters and digits, one space between words.
std::string plain_words(std::string_view question) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(question.data(), static_cast<std::int32_t>(question.size())));
  text.toLower(icu::Locale::getRoot());
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool word = u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK ||
                      u_charType(c) == U_COMBINING_SPACING_MARK || c == '-';
    if (word) {
      kept.append(c);
    } else if (!kept.isEmpty() && kept[kept.length() - 1] != u' ') {
      kept.append(u' ');
    }
  }
  kept.trim();
  std::string result;
  return kept.toUTF8String(result);
}

}  // namespace

bool is_vague_question(std::string_view question, const model::Words& words) {
  if (question.size() > 300) return false;
  std::string text = plain_words(question);
  for (const model::LanguageWords& language : words) {
    for (const std::string& courtesy : language.courtesies) {
      if (text.starts_with(courtesy)) text.erase(0, courtesy.size());
      if (text.ends_with(courtesy)) text.resize(text.size() - courtesy.size());
      text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
      text.resize(text.find_last_not_of(' ') + 1);
    }
  }
  return std::ranges::any_of(words, [&text](const model::LanguageWords& language) {
    return std::ranges::find(language.vague_questions, text) != language.vague_questions.end();
  });
}

}  // namespace generator::ingest
