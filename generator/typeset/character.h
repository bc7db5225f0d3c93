// What itemising asks of each character, looked up in Unicode's data once and kept: a report has some hundred
// different characters and a hundred thousand of them.
#pragma once

#include <unicode/uscript.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace generator::typeset {

/// Han characters, kana, and their punctuation (UAX #11): two of them may be set apart, and a line may end
/// between most.
bool is_wide(char32_t character);

class CharacterTraits {
 public:
  explicit CharacterTraits(std::uint16_t bits) : bits_(bits) {}
  CharacterTraits(UScriptCode script, bool ignorable, bool hangs, bool bracket)
      : bits_(static_cast<std::uint16_t>(k_known | (script & k_script) | (ignorable ? k_ignorable : 0) |
                                         (hangs ? k_hangs : 0) | (bracket ? k_bracket : 0))) {}

  UScriptCode script() const { return static_cast<UScriptCode>(bits_ & k_script); }  ///< UAX #24
  /// Of no script of its own: common or inherited.
  bool shared() const { return script() == USCRIPT_COMMON || script() == USCRIPT_INHERITED; }
  bool ignorable() const { return (bits_ & k_ignorable) != 0; }  ///< default-ignorable: needs no glyph
  bool hangs() const { return (bits_ & k_hangs) != 0; }      ///< white space that goes from the end of a line
  bool bracket() const { return (bits_ & k_bracket) != 0; }  ///< may be a paired bracket (UAX #9)
  std::uint16_t bits() const { return bits_; }

 private:
  static constexpr std::uint16_t k_known = 0x8000;  ///< no character's bits are all zero
  static constexpr std::uint16_t k_ignorable = 0x4000;
  static constexpr std::uint16_t k_hangs = 0x2000;
  static constexpr std::uint16_t k_bracket = 0x1000;
  static constexpr std::uint16_t k_script = 0x0FFF;
  std::uint16_t bits_;
};

namespace detail {
inline constexpr std::size_t k_basic_plane = 0x10000;
/// 0: not looked up yet. Two threads may both look a character up; they find the same.
extern std::array<std::atomic<std::uint16_t>, k_basic_plane> known_traits;
CharacterTraits look_up(char32_t character);
}  // namespace detail

/// Thread-safe.
inline CharacterTraits traits_of(char32_t character) {
  if (character < detail::k_basic_plane) {
    const std::uint16_t bits = detail::known_traits[character].load(std::memory_order_relaxed);
    if (bits != 0) return CharacterTraits(bits);
  }
  return detail::look_up(character);
}

}  // namespace generator::typeset
