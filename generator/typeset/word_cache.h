// Shaped words, kept: a report says the same words again and again, and so do all reports of a batch.
// HarfBuzz is asked once for each word, face, script, direction and language.
//
// Any number of threads may use one cache, without a lock: words are only ever added, each by one atomic
// exchange of a pointer, and stay as they are until the cache ends. It never grows beyond k_most_words words
// of at most k_longest_word code units, some 10 MB; words beyond that are shaped anew each time.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/typeset/glyph_run.h"

struct hb_language_impl_t;

namespace generator::typeset {

/// What the shape of a word depends on, beside its letters.
struct WordSetting {
  const Face* face = nullptr;
  const hb_language_impl_t* language = nullptr;  ///< HarfBuzz keeps one for each tag
  int script = 0;                                ///< UScriptCode
  bool right_to_left = false;
  friend bool operator==(const WordSetting&, const WordSetting&) = default;
};

/// A word as HarfBuzz shaped it between spaces. Offsets count from the word's beginning; glyphs and clusters
/// are in visual order.
struct ShapedWord {
  WordSetting setting;
  std::u16string text;                      ///< with the spaces that stand beside it within its item
  std::vector<std::uint8_t> given_flags;    ///< of each code unit of `text`, before it was shaped
  std::vector<std::uint8_t> shaping_flags;  ///< those that shaping adds; not of the space before the word
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;
  bool alone = true;  ///< false if what is beyond the spaces may change the shape, which then is not kept
};

class WordCache {
 public:
  static constexpr std::size_t k_longest_word = 40;
  static constexpr std::size_t k_most_words = 16384;

  WordCache();
  ~WordCache();
  WordCache(const WordCache&) = delete;
  WordCache& operator=(const WordCache&) = delete;

  /// nullptr if it is not there.
  const ShapedWord* find(const WordSetting& setting, std::u16string_view text) const;
  /// Keeps the word if there is room, and it is not there yet.
  void add(std::unique_ptr<const ShapedWord> word);

 private:
  static constexpr std::size_t k_slots = 2 * k_most_words;
  static constexpr std::size_t k_probes = 16;  ///< slots that a word may stand in
  using Slot = std::atomic<const ShapedWord*>;

  static std::size_t first_slot(const WordSetting& setting, std::u16string_view text);

  std::unique_ptr<Slot[]> slots_;
  std::atomic<std::size_t> count_ = 0;
};

}  // namespace generator::typeset
