#include "generator/report/chart_text.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <memory>
#include <optional>

namespace generator::report {
namespace {

constexpr UChar32 k_first_isolate = 0x2066;
constexpr UChar32 k_last_isolate = 0x2068;
constexpr UChar32 k_pop_isolate = 0x2069;
constexpr UChar k_ellipsis = 0x2026;

bool is_unseen(UChar32 c) {
  const int kind = u_charType(c);
  return kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR;
}

bool is_narrow(UChar32 c) {
  return c == 'f' || c == 'i' || c == 'j' || c == 'l' || c == 'r' || c == 't';
}

/// Parts of the font size. Latin is Noto Sans's own, rounded up; other scripts are their widest usual
/// letters.
double em_width(UChar32 c) {
  if (is_unseen(c)) return 0;
  if (c == ' ' || c == 0xA0) return 0.28;
  const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  if (wide == U_EA_WIDE || wide == U_EA_FULLWIDTH) return 1;
  if (u_isdigit(c)) return 0.6;
  if (c < 0x80 && u_ispunct(c)) return 0.35;
  if (u_ispunct(c)) return c == 0x2014 ? 1 : 0.5;
  if (u_hasBinaryProperty(c, UCHAR_UPPERCASE)) return 0.7;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_LATIN: return c == 'm' || c == 'w' ? 0.93 : is_narrow(c) ? 0.4 : 0.6;
    case USCRIPT_ARABIC: return 0.53;
    case USCRIPT_CYRILLIC: return 0.64;
    default: return 0.8;
  }
}

double width_of(const icu::UnicodeString& text, double size, ChartWeight weight) {
  double em = 0;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) em += em_width(text.char32At(i));
  return em * size * (weight == ChartWeight::bold ? 1.08 : 1);
}

icu::UnicodeString wide_text(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
}

std::unique_ptr<icu::BreakIterator> breaks_of(const icu::UnicodeString& text,
                                              const model::LanguageTag& language, bool lines) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language.text(), status);
  std::unique_ptr<icu::BreakIterator> breaks(
      lines ? icu::BreakIterator::createLineInstance(locale, status)
            : icu::BreakIterator::createCharacterInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  breaks->setText(text);
  return breaks;
}

/// Where a line that begins at `start` ends: at the last place to break that fits, else inside of a word.
int end_of_line(const icu::UnicodeString& text, int start, double width, double size, ChartWeight weight,
                icu::BreakIterator& breaks, icu::BreakIterator& characters) {
  const auto fits = [&](int end) {
    icu::UnicodeString line = text.tempSubStringBetween(start, end);
    return width_of(line.trim(), size, weight) <= width;
  };
  const auto last_fitting = [&](icu::BreakIterator& places) {
    int best = start;
    for (int end = places.following(start); end != icu::BreakIterator::DONE && fits(end);
         end = places.next()) {
      best = end;
    }
    return best;
  };
  if (const int end = last_fitting(breaks); end > start) return end;
  if (const int end = last_fitting(characters); end > start) return end;
  return characters.following(start);
}

/// The lines as they are written: each with its isolates whole.
class IsolateKeeper {
 public:
  std::string line(const icu::UnicodeString& part) {
    icu::UnicodeString out = open_;
    out += part;
    for (int i = 0; i < part.length(); ++i) {
      const UChar c = part[i];
      if (c >= k_first_isolate && c <= k_last_isolate) open_ += c;
      if (c == k_pop_isolate && !open_.isEmpty()) open_.truncate(open_.length() - 1);
    }
    for (int i = 0; i < open_.length(); ++i) out += static_cast<UChar>(k_pop_isolate);
    std::string utf8;
    return out.toUTF8String(utf8);
  }

 private:
  icu::UnicodeString open_;
};

}  // namespace

double estimated_width(std::string_view text, double size, ChartWeight weight) {
  return width_of(wide_text(text), size, weight);
}

std::vector<std::string> wrap_chart_text(std::string_view text, double width, double size, ChartWeight weight,
                                         const model::LanguageTag& language, std::size_t most) {
  const icu::UnicodeString whole = wide_text(text);
  if (width_of(whole, size, weight) <= width) return {std::string(text)};
  const auto breaks = breaks_of(whole, language, true);
  const auto characters = breaks_of(whole, language, false);
  if (!breaks || !characters) return {std::string(text)};
  IsolateKeeper isolates;
  std::vector<std::string> lines;
  for (int start = 0; start < whole.length();) {
    int end = end_of_line(whole, start, width, size, weight, *breaks, *characters);
    icu::UnicodeString part = whole.tempSubStringBetween(start, end);
    part.trim();
    if (lines.size() + 1 == most && end < whole.length()) {
      // The last line that there is room for: as much of the rest as fits beside the ellipsis.
      end = end_of_line(whole, start, width - size, size, weight, *characters, *characters);
      part = whole.tempSubStringBetween(start, end);
      part.trim();
      part += k_ellipsis;
      lines.push_back(isolates.line(part));
      break;
    }
    if (!part.isEmpty()) lines.push_back(isolates.line(part));
    start = end;
  }
  return lines;
}

}  // namespace generator::report
