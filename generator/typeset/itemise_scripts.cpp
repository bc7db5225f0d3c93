#include "generator/typeset/itemise_scripts.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "generator/typeset/character.h"

namespace generator::typeset {
namespace {

/// UAX #9 gives up on brackets that are nested deeper.
constexpr std::size_t k_deepest_bracket = 63;

struct OpenBracket {
  UChar32 closing = 0;
  std::uint32_t offset = 0;
};

class BracketMatcher {
 public:
  /// The offset of the opening bracket that `c` closes, or k_no_bracket.
  std::uint32_t take(UChar32 c, std::uint32_t offset) {
    switch (u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
      case U_BPT_OPEN:
        if (open_.size() < k_deepest_bracket) open_.push_back({u_getBidiPairedBracket(c), offset});
        return k_no_bracket;
      case U_BPT_CLOSE: return close(c);
      default: return k_no_bracket;
    }
  }

 private:
  std::uint32_t close(UChar32 c) {
    const auto place = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const OpenBracket& bracket) { return bracket.closing == c; });
    if (place == open_.rend()) return k_no_bracket;
    const std::uint32_t offset = place->offset;
    open_.erase(std::prev(place.base()), open_.end());
    return offset;
  }

  std::vector<OpenBracket> open_;
};

/// The script for a character that several scripts share: that of the text around it, if it is one of them.
/// At the beginning, where nothing is around it yet, it stays open.
UScriptCode shared_script(UChar32 c, UScriptCode around) {
  constexpr UChar32 k_last_ascii = 0x7F;
  if (c <= k_last_ascii || around == USCRIPT_COMMON || uscript_hasScript(c, around)) return around;
  UScriptCode scripts[64];
  UErrorCode error = U_ZERO_ERROR;
  const int32_t count = uscript_getScriptExtensions(c, scripts, 64, &error);
  if (U_FAILURE(error) || count == 0 || scripts[0] == USCRIPT_COMMON || scripts[0] == USCRIPT_INHERITED) {
    return around;
  }
  // The list is in alphabetical order: Chinese punctuation would be Bopomofo.
  const bool is_han = std::find(scripts, scripts + count, USCRIPT_HAN) != scripts + count;
  return is_han ? USCRIPT_HAN : scripts[0];
}

}  // namespace

Scripts resolve_scripts(std::u16string_view text) {
  Scripts scripts;
  scripts.of.resize(text.size(), USCRIPT_COMMON);
  BracketMatcher brackets;
  UScriptCode around = USCRIPT_COMMON;
  UScriptCode before = USCRIPT_COMMON;  // of the character just before
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    UChar32 c = 0;
    U16_NEXT(text.data(), i, text.size(), c);
    const CharacterTraits traits = traits_of(static_cast<char32_t>(c));
    UScriptCode script = traits.script();
    if (script == USCRIPT_INHERITED) {
      script = before;
    } else if (script == USCRIPT_COMMON) {
      script = shared_script(c, around);
      if (traits.bracket()) {
        const std::uint32_t opening = brackets.take(c, static_cast<std::uint32_t>(begin));
        if (opening != k_no_bracket) {
          if (scripts.opening.empty()) scripts.opening.resize(text.size(), k_no_bracket);
          scripts.opening[begin] = opening;
          script = around = scripts.of[opening];
        }
      }
    } else {
      // Text that begins with digits or quotes belongs to the script that follows them.
      if (around == USCRIPT_COMMON) {
        for (std::size_t k = 0; k < begin; ++k) {
          if (scripts.of[k] == USCRIPT_COMMON) scripts.of[k] = script;
        }
      }
      around = script;
    }
    before = script;
    std::fill(scripts.of.begin() + static_cast<std::ptrdiff_t>(begin),
              scripts.of.begin() + static_cast<std::ptrdiff_t>(i), script);
  }
  return scripts;
}

}  // namespace generator::typeset
