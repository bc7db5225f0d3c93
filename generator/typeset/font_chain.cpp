#include "generator/typeset/font_chain.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace generator::typeset {
namespace {

/// Calls `visit(character)` for each code point until it returns false; true if all returned true.
template <typename Visit>
bool every_character(std::u16string_view text, Visit visit) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U16_NEXT(text.data(), i, text.size(), c);
    if (!visit(static_cast<char32_t>(c))) return false;
  }
  return true;
}

bool any_shows(std::span<const ChainedFace> chain, char32_t character) {
  return std::ranges::any_of(chain, [&](const ChainedFace& link) { return shows(*link.face, character); });
}

std::string unicode_name(char32_t character) {
  char name[128];
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length =
      u_charName(static_cast<UChar32>(character), U_EXTENDED_CHAR_NAME, name, sizeof name, &error);
  return U_SUCCESS(error) ? std::string(name, static_cast<std::size_t>(length)) : std::string();
}

/// A character that no font can be expected to have: the text is at fault, not the machine.
bool is_no_text(char32_t character) {
  switch (u_charType(static_cast<UChar32>(character))) {
    case U_UNASSIGNED:
    case U_CONTROL_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE: return true;
    default: return false;
  }
}

/// "x" U+0078; what is no text is not shown itself.
std::string quoted(char32_t character) {
  std::string shown;
  if (!is_no_text(character)) {
    icu::UnicodeString(static_cast<UChar32>(character)).toUTF8String(shown);
    shown = fmt::format("\"{}\" ", shown);
  }
  return shown + fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
}

}  // namespace

bool is_control_space(char32_t character) {
  return (character >= 0x09 && character <= 0x0D) || character == 0x85 || character == 0x2028 ||
         character == 0x2029;
}

bool shows(const Face& face, char32_t character) {
  const auto c = static_cast<UChar32>(character);
  const bool control_space = is_control_space(character);
  // Some faces map control characters to an empty glyph, which shows nothing.
  const bool is_control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  if (is_control && !control_space) return false;
  if (face.covers(character)) return true;
  if (control_space || u_charType(c) == U_SPACE_SEPARATOR) return face.covers(U' ');
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool shows(const Face& face, std::u16string_view cluster) {
  return every_character(cluster, [&](char32_t c) { return shows(face, c); });
}

const ChainedFace* first_that_shows(std::span<const ChainedFace> chain, std::u16string_view cluster) {
  const bool digit = !cluster.empty() && cluster.front() >= u'0' && cluster.front() <= u'9';
  const ChainedFace* second_best = nullptr;
  for (const ChainedFace& link : chain) {
    if (!shows(*link.face, cluster)) continue;
    if (!digit || link.own_digits) return &link;
    if (second_best == nullptr) second_best = &link;
  }
  return second_best;
}

base::Diagnostic glyph_missing(char32_t character, const model::LanguageTag& language) {
  const bool text_is_wrong = is_no_text(character);
  return {.code = "glyph-missing",
          .place = {},
          .what = fmt::format("no font has the character {} {} in text of the language \"{}\"",
                              quoted(character), unicode_name(character), language.text()),
          .why = "a reader would see a blank or a box in its place",
          .remedy = text_is_wrong
                        ? "take the character out of the text"
                        : "install a font that has it and add it to fonts.json, or write the text without it",
          .fault = text_is_wrong ? base::Fault::input : base::Fault::machine};
}

base::Diagnostic cluster_too_long(char32_t first, const model::LanguageTag& language) {
  return {.code = "cluster-too-long",
          .place = {},
          .what = fmt::format("too many marks follow U+{:04X} in text of the language \"{}\"",
                              static_cast<std::uint32_t>(first), language.text()),
          .why = "no writing piles up so many on one letter",
          .remedy = "take them out of the text"};
}

base::Diagnostics check_coverage(const FontSet& fonts, const model::LanguageTag& language,
                                 std::string_view text, const std::string& file) {
  const auto chain = fonts.chain(language, Weight::regular);
  if (!chain) return chain.error();
  std::set<char32_t> missing;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    const auto character = c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
    if (!any_shows(*chain, character)) missing.insert(character);
  }
  if (missing.empty()) return {};
  base::Diagnostic found = glyph_missing(*missing.begin(), language);
  found.place.file = file;
  if (missing.size() > 1) {
    constexpr std::size_t k_most_named = 50;
    std::string named;
    for (std::size_t count = 0; const char32_t character : missing) {
      if (count++ == k_most_named) break;
      named += (named.empty() ? "" : ", ") + quoted(character);
    }
    if (missing.size() > k_most_named) named += fmt::format(" and {} more", missing.size() - k_most_named);
    found.what = fmt::format("no font has {} characters in text of the language \"{}\": {}", missing.size(),
                             language.text(), named);
    found.why = "a reader would see blanks or boxes in their place";
  }
  return {std::move(found)};
}

}  // namespace generator::typeset
