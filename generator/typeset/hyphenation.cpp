#include "generator/typeset/hyphenation.h"

#include <hyphen.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace generator::typeset {
namespace {

struct FreePatterns {
  void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
};

using Dictionary = std::unique_ptr<HyphenDict, FreePatterns>;

/// Read when a file is first asked for; null where the machine does not have it.
HyphenDict* dictionary_of(const std::string& file) {
  static std::mutex mutex;
  static std::map<std::string, Dictionary> read;
  const std::lock_guard lock(mutex);
  const auto [it, is_new] = read.try_emplace(file);
  if (is_new) it->second.reset(hnj_hyphen_load(file.c_str()));
  return it->second.get();
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

std::vector<std::uint32_t> hyphen_points(std::u16string_view word, const document::HyphenPatterns& patterns) {
  constexpr std::size_t k_shortest = 5;
  std::vector<std::uint32_t> points;
  if (word.size() < k_shortest || word.size() > k_longest_hyphenated) return points;
  HyphenDict* const dictionary = dictionary_of(patterns.file);
  if (dictionary == nullptr) return points;
  const std::string bytes = in_character_set(word, *dictionary);
  if (bytes.empty()) return points;

  std::string marks(bytes.size() + 5, '\0');  // the library's own allowance
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  if (hnj_hyphen_hyphenate3(dictionary, bytes.data(), static_cast<int>(bytes.size()), marks.data(), nullptr,
                            &replacements, &positions, &cuts, patterns.least_before, patterns.least_after, 0,
                            0) != 0) {
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
