#include "generator/model/notation.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace generator::model {
namespace {

/// Capitals of other scripts and the Latin ones that they look like.
struct LookAlike {
  UChar32 other;
  char latin;
};
constexpr LookAlike k_look_alikes[] = {
    {0x0406, 'I'}, {0x0405, 'S'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'},
    {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'},
    {0x0425, 'X'}, {0x04AE, 'Y'}, {0x04C0, 'I'}, {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0397, 'H'},
    {0x0399, 'I'}, {0x039A, 'K'}, {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'},
    {0x03A5, 'Y'}, {0x03A7, 'X'}, {0x2212, '-'}, {0x2215, '/'}, {0x2044, '/'}};

bool is_micro(UChar32 c) {
  return c == 0x00B5 || c == 0x03BC;
}

std::optional<UChar32> latin_of(UChar32 c) {
  const auto found = std::ranges::find(k_look_alikes, c, &LookAlike::other);
  return found == std::end(k_look_alikes) ? std::nullopt : std::optional<UChar32>(found->latin);
}

UChar32 folded_sign(UChar32 c) {
  if (u_charType(c) == U_DASH_PUNCTUATION) return '-';
  if (const int digit = u_charDigitValue(c); digit >= 0) return '0' + digit;
  if (u_isalpha(c) != 0) return c;
  return latin_of(c).value_or(c);
}

/// A word of which every letter looks Latin was meant so: the IIIB of a Cyrillic keyboard, and not a word of
/// Russian.
icu::UnicodeString in_latin_words(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < text.length();) {
    std::int32_t end = i;
    bool is_latin = true;
    icu::UnicodeString word;
    while (end < text.length() && u_isalnum(text.char32At(end)) != 0) {
      const UChar32 c = text.char32At(end);
      const auto latin = latin_of(c);
      is_latin = is_latin && (c < 0x80 || latin);
      word.append(latin.value_or(c));
      end = text.moveIndex32(end, 1);
    }
    if (end == i) {
      word.append(text.char32At(i));
      end = text.moveIndex32(i, 1);
    }
    result.append(is_latin ? word : text.tempSubStringBetween(i, end));
    i = end;
  }
  return result;
}

icu::UnicodeString composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
  const auto original = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  icu::UnicodeString result;
  if (U_SUCCESS(status)) form->normalize(original, result, status);
  return U_SUCCESS(status) ? result : original;
}

bool share_reading(const Facet& a, const Facet& b) {
  return std::ranges::any_of(a.readings, [&b](const std::string& reading) {
    return std::ranges::find(b.readings, reading) != b.readings.end();
  });
}

bool refines(const Facet& a, const Facet& b) {
  if (a.kind != FacetKind::refinable || b.kind != FacetKind::refinable) return false;
  return std::ranges::any_of(a.readings, [&b](const std::string& one) {
    return std::ranges::any_of(b.readings, [&one](const std::string& other) {
      return other.starts_with(one) || one.starts_with(other);
    });
  });
}

}  // namespace

Likeness compare(const Facets& a, const Facets& b) {
  bool any_common = false;
  bool says_more = false;
  bool differs = false;
  for (const auto& [name, facet] : a) {
    const auto other = b.find(name);
    if (other == b.end()) {
      says_more = says_more || facet.kind != FacetKind::frame;
      continue;
    }
    const bool is_shared = share_reading(facet, other->second);
    if (facet.kind == FacetKind::frame) {
      if (!is_shared) return Likeness::not_comparable;
      continue;
    }
    any_common = true;
    if (is_shared) continue;
    (refines(facet, other->second) ? says_more : differs) = true;
  }
  if (!any_common) return Likeness::not_comparable;
  if (differs) return Likeness::different;
  const bool has_more = std::ranges::any_of(
      b, [&a](const auto& each) { return each.second.kind != FacetKind::frame && !a.contains(each.first); });
  return says_more || has_more ? Likeness::compatible : Likeness::same;
}

std::string line_of(const Facets& facets) {
  std::string line;
  for (const auto& [name, facet] : facets) {
    if (!line.empty()) line += "; ";
    line += name + " " + facet.readings.front();
  }
  return line;
}

std::string fold_notation(std::string_view text) {
  icu::UnicodeString capitals;
  const icu::UnicodeString original = composed(text);
  for (std::int32_t i = 0; i < original.length(); i = original.moveIndex32(i, 1)) {
    const UChar32 c = original.char32At(i);
    capitals.append(is_micro(c) ? static_cast<UChar32>('u') : c);
  }
  capitals.toUpper(icu::Locale::getRoot());
  icu::UnicodeString result;
  bool space = false;
  for (std::int32_t i = 0; i < capitals.length(); i = capitals.moveIndex32(i, 1)) {
    const UChar32 c = capitals.char32At(i);
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) continue;
    if (u_isUWhiteSpace(c) != 0) {
      space = !result.isEmpty();
      continue;
    }
    if (space) result.append(static_cast<UChar32>(' '));
    space = false;
    result.append(folded_sign(c));
  }
  std::string folded;
  return in_latin_words(result).toUTF8String(folded);
}

std::vector<std::string> notation_words(std::string_view folded) {
  std::vector<std::string> words;
  bool goes_on = false;
  for (const char c : folded) {
    const bool is_part = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_part && !goes_on) words.emplace_back();
    if (is_part) words.back() += c;
    goes_on = is_part;
  }
  return words;
}

}  // namespace generator::model
