#include "generator/base/plain_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "generator/base/code_points.h"

namespace generator::base {
namespace {

bool is_arabic_vowel_sign(UChar32 c) {
  return c >= 0x064B && c <= 0x0652;  // fathatan to sukun: written or not as the writer likes
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The same of ASCII, which most texts are, without asking ICU for each character.
icu::UnicodeString plain_ascii(std::string_view text) {
  std::u16string plain;
  plain.reserve(text.size());
  for (const char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      if (!plain.empty() && plain.back() != u' ' && plain.back() != u'%') plain.push_back(u' ');
      continue;
    }
    if (c == '%' && !plain.empty() && plain.back() == u' ') plain.pop_back();
    plain.push_back(static_cast<char16_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
  }
  return icu::UnicodeString(plain.data(), static_cast<std::int32_t>(plain.size()));
}

}  // namespace

icu::UnicodeString plain_spelling(std::string_view text) {
  if (is_ascii(text)) return plain_ascii(text);
  icu::UnicodeString given =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return given;
  const icu::UnicodeString folded = folding->normalize(given, status);
  if (U_FAILURE(status)) return given;
  icu::UnicodeString result;
  const auto ends_with = [&result](char16_t c) {
    return !result.isEmpty() && result[result.length() - 1] == c;
  };
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    UChar32 c = folded.char32At(i);
    const std::int32_t digit = u_charDigitValue(c);
    if (is_arabic_vowel_sign(c)) continue;
    if (digit >= 0) c = '0' + digit;
    if (c == 0x066A) c = '%';  // ARABIC PERCENT SIGN
    if (c == 0x2019) c = '\'';
    if (c == 0x2010 || c == 0x2011) c = '-';
    if (u_isUWhiteSpace(c)) {
      if (!result.isEmpty() && !ends_with(u' ') && !ends_with(u'%')) result.append(u' ');
      continue;
    }
    if (c == '%' && ends_with(u' ')) result.truncate(result.length() - 1);
    result.append(c);
  }
  return result;
}

bool has_visible(std::string_view text) {
  constexpr UChar32 k_blank_braille = 0x2800;
  for (std::size_t i = 0; i < text.size();) {
    const std::int32_t c = next_code_point(text, i);
    if (c != k_blank_braille && u_isgraph(c) != 0 &&
        u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0)
      return true;
  }
  return false;
}

std::optional<std::int32_t> first_control(std::string_view text) {
  constexpr std::int32_t k_first_beyond = 0xA0;  // C0, DEL and C1 are all before it
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] >= ' ' && text[i] <= '~') {
      ++i;
      continue;
    }
    const std::int32_t c = next_code_point(text, i);
    if (c != '\t' && c != '\n' && c >= 0 && c < k_first_beyond) return c;
  }
  return std::nullopt;
}

}  // namespace generator::base
