#include "generator/typeset/character.h"

#include <unicode/uchar.h>

namespace generator::typeset {
namespace {

/// White space, but for what forbids a break.
bool hangs(UChar32 c) {
  constexpr UChar32 k_no_break_space = 0xA0;
  constexpr UChar32 k_figure_space = 0x2007;
  constexpr UChar32 k_narrow_no_break_space = 0x202F;
  return u_isUWhiteSpace(c) != 0 && c != k_no_break_space && c != k_figure_space &&
         c != k_narrow_no_break_space;
}

}  // namespace

bool is_wide(char32_t character) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

namespace detail {

std::array<std::atomic<std::uint16_t>, k_basic_plane> known_traits;

CharacterTraits look_up(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  const int8_t type = u_charType(c);
  const CharacterTraits traits(U_SUCCESS(error) ? script : USCRIPT_COMMON,
                               u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0, hangs(c),
                               type == U_START_PUNCTUATION || type == U_END_PUNCTUATION);
  if (character < k_basic_plane) known_traits[character].store(traits.bits(), std::memory_order_relaxed);
  return traits;
}

}  // namespace detail

}  // namespace generator::typeset
