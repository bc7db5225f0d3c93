#include "generator/typeset/line_break.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <map>
#include <memory>
#include <new>

#include "generator/typeset/itemise.h"
#include "generator/typeset/unbreakable.h"

namespace generator::typeset {
namespace {

constexpr char16_t k_soft_hyphen = 0xAD;

using Iterator = std::unique_ptr<icu::BreakIterator>;

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

/// ICU has the rules of every locale or falls back to the root's; what is left to fail is memory, or an ICU
/// without its data.
Iterator checked(icu::BreakIterator* made, UErrorCode error) {
  Iterator iterator(made);
  if (U_FAILURE(error) || !iterator) throw std::bad_alloc();
  return iterator;
}

/// Calls `visit(boundary)` for each boundary after the beginning of the text.
template <typename Visit>
void each_boundary(icu::BreakIterator& iterator, const std::u16string& text, Visit visit) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> view(
      utext_openUChars(nullptr, text.data(), static_cast<int64_t>(text.size()), &error));
  iterator.setText(view.get(), error);
  if (U_FAILURE(error)) throw std::bad_alloc();
  iterator.first();
  for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) visit(at);
}

/// Characters that never join with one another into a cluster (save CR and LF, which both end lines anyway):
/// most paragraphs hold no others, and ICU need not be asked.
bool stands_alone(char16_t c) {
  return (c < 0x300 && c != u'\r') || (c >= 0x400 && c < 0x483) || (c >= 0x2010 && c < 0x2028) ||
         (c >= 0x2030 && c < 0x2060) || (c >= 0x2066 && c < 0x206A) || (c >= 0x20A0 && c < 0x20C0) ||
         (c >= 0x2190 && c < 0x2200) || (c >= 0x3001 && c < 0x302A) || (c >= 0x4E00 && c < 0xA000) ||
         (c >= 0xFF01 && c < 0xFF5F);
}

icu::BreakIterator& grapheme_iterator() {
  thread_local const Iterator iterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    icu::BreakIterator* made = icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error);
    return checked(made, error);
  }();
  return *iterator;
}

icu::BreakIterator& line_iterator(const model::LanguageTag& language) {
  constexpr std::size_t k_most_kept = 32;  // tags come from users' files
  thread_local std::map<std::string, Iterator> iterators;
  if (iterators.size() > k_most_kept) iterators.clear();
  Iterator& iterator = iterators[language.text()];
  if (!iterator) {
    UErrorCode error = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(language.text(), error);
    locale.setKeywordValue("lb", "strict", error);
    if (U_FAILURE(error)) {
      error = U_ZERO_ERROR;
      locale = icu::Locale::getRoot();
    }
    icu::BreakIterator* made = icu::BreakIterator::createLineInstance(locale, error);
    iterator = checked(made, error);
  }
  return *iterator;
}

}  // namespace

void mark_graphemes(const std::u16string& text, std::vector<std::uint8_t>& flags) {
  flags.assign(text.size(), 0);
  if (text.empty()) return;
  if (std::ranges::all_of(text, stands_alone)) {
    std::ranges::fill(flags, static_cast<std::uint8_t>(k_grapheme_start));
    return;
  }
  flags[0] = k_grapheme_start;
  each_boundary(grapheme_iterator(), text, [&](int32_t at) {
    const auto offset = static_cast<std::size_t>(at);
    if (offset < flags.size()) flags[offset] |= k_grapheme_start;
  });
}

std::vector<LineEnd> find_line_ends(const std::u16string& text, const model::LanguageTag& language,
                                    std::span<const std::uint8_t> flags,
                                    const document::Typography& typography) {
  std::vector<LineEnd> ends;
  icu::BreakIterator& iterator = line_iterator(language);
  std::uint32_t last = 0;
  each_boundary(iterator, text, [&](int32_t at) {
    LineEnd end{.position = static_cast<std::uint32_t>(at), .visible_end = static_cast<std::uint32_t>(at)};
    // The status also says "hard" at the end of the text, where nothing forces a further line.
    end.forced = iterator.getRuleStatus() >= UBRK_LINE_HARD && end.position < text.size();
    // UAX #14 parts a space from the mark that it bears (LB10); the mark would have nothing to stand on.
    const bool parts_a_character =
        end.position < text.size() && (flags[end.position] & k_grapheme_start) == 0;
    if (!end.forced && (parts_a_character || should_hold(text, end.position, typography))) return;
    end.hyphen = text[end.position - 1] == k_soft_hyphen;
    while (end.visible_end > last && (flags[end.visible_end - 1] & (k_hanging | k_silent)) != 0)
      --end.visible_end;
    last = end.position;
    ends.push_back(end);
  });
  return ends;
}

}  // namespace generator::typeset
