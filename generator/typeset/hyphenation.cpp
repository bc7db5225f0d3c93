#include "generator/typeset/hyphenation.h"

#include <hyphen.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>

namespace generator::typeset {
namespace {

struct FreePatterns {
  void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
};

/// The patterns of one language; read when they are first asked for.
struct Patterns {
  const char* language;
  const char* file;
  int least_before;  ///< letters that stay together at the beginning of a word, and at its end
  int least_after;
  std::once_flag asked{};
  std::unique_ptr<HyphenDict, FreePatterns> loaded{};
};

Patterns* patterns_for(const model::LanguageTag& language) {
  static std::array<Patterns, 3> all{{{"en", "/usr/share/hyphen/hyph_en_US.dic", 2, 3},
                                      {"fr", "/usr/share/hyphen/hyph_fr.dic", 2, 3},
                                      {"ru", "/usr/share/hyphen/hyph_ru_RU.dic", 2, 2}}};
  const std::string_view tag = language.text();
  for (Patterns& patterns : all) {
    if (tag.substr(0, tag.find('-')) != patterns.language) continue;
    std::call_once(patterns.asked, [&] { patterns.loaded.reset(hnj_hyphen_load(patterns.file)); });
    return patterns.loaded ? &patterns : nullptr;
  }
  return nullptr;
}

/// Lower-case, in the character set of the patterns; empty if that cannot say it letter for letter.
std::string in_character_set(std::u16string_view word, const HyphenDict& patterns) {
  icu::UnicodeString lower(word.data(), static_cast<int32_t>(word.size()));
  lower.toLower(icu::Locale::getRoot());
  if (static_cast<std::size_t>(lower.length()) != word.size()) return {};
  std::string bytes;
  if (patterns.utf8 != 0) {
    lower.toUTF8String(bytes);
    return bytes;
  }
  bytes.resize(word.size() + 1);
  const int32_t length =
      lower.extract(0, lower.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), patterns.cset);
  if (static_cast<std::size_t>(length) != word.size()) return {};
  bytes.resize(word.size());
  return bytes;
}

}  // namespace

std::vector<std::uint32_t> hyphen_points(std::u16string_view word, const model::LanguageTag& language) {
  constexpr std::size_t k_shortest = 5;
  std::vector<std::uint32_t> points;
  if (word.size() < k_shortest || word.size() > k_longest_hyphenated) return points;
  const Patterns* patterns = patterns_for(language);
  if (patterns == nullptr) return points;
  const std::string bytes = in_character_set(word, *patterns->loaded);
  if (bytes.empty()) return points;

  std::string marks(bytes.size() + 5, '\0');  // the library's own allowance
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  if (hnj_hyphen_hyphenate3(patterns->loaded.get(), bytes.data(), static_cast<int>(bytes.size()),
                            marks.data(), nullptr, &replacements, &positions, &cuts, patterns->least_before,
                            patterns->least_after, 0, 0) != 0) {
    return points;
  }
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    const bool respelt = replacements != nullptr && replacements[i] != nullptr;
    if ((marks[i] & 1) != 0 && !respelt) points.push_back(static_cast<std::uint32_t>(i + 1));
  }
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < word.size(); ++i) std::free(replacements[i]);
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
  }
  return points;
}

}  // namespace generator::typeset
