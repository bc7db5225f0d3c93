#include "generator/typeset/shape.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "generator/typeset/full_width_marks.h"
#include "generator/typeset/harfbuzz_shaper.h"

namespace generator::typeset {
namespace {

/// Shapes the items of one text: word by word, from the cache where it has them, as long as HarfBuzz says
/// that the words may be set side by side; else an item as a whole.
class WordShaper {
 public:
  WordShaper(ItemisedText& text, WordCache& words) : text_(text), words_(words) {
    shaped_.glyphs.reserve(text.content.text.size());
    shaped_.clusters.reserve(text.content.text.size());
    shaped_.items.reserve(text.items.size());
  }

  ShapedText run() {
    for (const ShapingItem& item : text_.items) {
      const auto first = static_cast<std::uint32_t>(shaped_.clusters.size());
      if (!item.silent) add(item);
      shaped_.items.push_back({first, static_cast<std::uint32_t>(shaped_.clusters.size())});
    }
    return std::move(shaped_);
  }

 private:
  void add(const ShapingItem& item) {
    const std::size_t first_glyph = shaped_.glyphs.size();
    const std::size_t first_cluster = shaped_.clusters.size();
    if (add_words(item)) return;
    shaped_.glyphs.resize(first_glyph);
    shaped_.clusters.resize(first_cluster);
    for (std::uint32_t i = item.begin; i < item.end; ++i) {
      text_.flags[i] &= static_cast<std::uint8_t>(~(k_cluster_start | k_unsafe_break));
    }
    shape_part(text_, item, item.begin, item.end, shaped_, text_.flags);
  }

  /// In visual order. False if two words may not be set side by side.
  bool add_words(const ShapingItem& item) {
    setting_ = {item.face.face, language_of(text_, item), item.script, item.right_to_left()};
    const auto ends_word = [&](std::uint32_t offset) {
      return text_.visible_text[offset - 1] == u' ' && has_flag(text_, offset, k_grapheme_start);
    };
    if (item.right_to_left()) {
      for (std::uint32_t end = item.end; end > item.begin;) {
        std::uint32_t begin = end - 1;
        while (begin > item.begin && !ends_word(begin)) --begin;
        if (!add_word(item, begin, end)) return false;
        end = begin;
      }
    } else {
      for (std::uint32_t begin = item.begin; begin < item.end;) {
        std::uint32_t end = begin + 1;
        while (end < item.end && !ends_word(end)) ++end;
        if (!add_word(item, begin, end)) return false;
        begin = end;
      }
    }
    return true;
  }

  /// A word and the space behind it. False if its shape depends on more than the spaces on both sides.
  bool add_word(const ShapingItem& item, std::uint32_t begin, std::uint32_t end) {
    if (end - begin > WordCache::k_longest_word || touches_others(item, begin, end)) return false;
    const std::uint32_t from = begin > item.begin ? begin - 1 : begin;
    const std::u16string_view letters(text_.visible_text.data() + from, end - from);
    const ShapedWord* known = words_.find(setting_, letters);
    if (known != nullptr && has_flags(*known, from)) {
      if (known->alone) add_known(*known, begin);
      return known->alone;
    }
    return shape_word(item, letters, begin, end, known == nullptr);
  }

  /// Shapes a word between two spaces more on each side where it does not stand at an end of its item. If
  /// HarfBuzz then did not even look at the outermost ones, nothing beyond them can change the word.
  bool shape_word(const ShapingItem& item, std::u16string_view letters, std::uint32_t begin,
                  std::uint32_t end, bool keep_it) {
    const bool inner_begin = begin > item.begin;
    const bool inner_end = end < item.end;
    std::u16string padded;
    if (inner_begin) padded += u' ';
    padded += letters;
    if (inner_end) padded += u' ';
    const std::uint32_t word_begin = inner_begin ? 2 : 0;
    const std::uint32_t word_end = word_begin + (end - begin);
    hb_buffer_t* buffer = run_harfbuzz(padded, 0, static_cast<std::uint32_t>(padded.size()), item,
                                       setting_.language, HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT);
    const GlyphSpan all = glyphs_of(buffer);
    bool alone = true;
    std::size_t first = all.infos.size();
    std::size_t past = 0;
    for (std::size_t i = 0; i < all.infos.size(); ++i) {
      const std::uint32_t at = all.infos[i].cluster;
      if (at >= word_begin && at < word_end) {
        first = std::min(first, i);
        past = i + 1;
      } else if (at == 0 || at + 1 == padded.size()) {
        alone = alone && (hb_glyph_info_get_glyph_flags(&all.infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_CONCAT) == 0;
      }
    }
    const auto first_glyph = static_cast<std::uint32_t>(shaped_.glyphs.size());
    const auto past_flags = text_.flags.begin() + end;
    const std::vector<std::uint8_t> given(past_flags - std::ssize(letters), past_flags);
    ClusterRange made{};
    if (alone) {
      const std::size_t count = past - std::min(first, past);
      const GlyphSpan word{all.infos.subspan(past - count, count), all.positions.subspan(past - count, count),
                           begin - word_begin};
      made = collect(word, text_, item, begin, end, shaped_, text_.flags);
    }
    if (keep_it) keep(letters, given, begin, end, first_glyph, made, alone);
    return alone;
  }

  /// Letters join over the ends of an item, and a mark looks for its letter before it.
  bool touches_others(const ShapingItem& item, std::uint32_t begin, std::uint32_t end) const {
    const bool begins_with_mark = (U_GET_GC_MASK(character_at(text_, begin)) & U_GC_M_MASK) != 0;
    return begins_with_mark || (begin == item.begin && joins_before(begin)) ||
           (end == item.end && joins_after(end));
  }

  // What joins nothing itself may still let letters join over it: marks, isolates.
  bool joins_before(std::uint32_t offset) const {
    while (offset > 0) {
      UChar32 c = 0;
      U16_PREV(text_.content.text.data(), 0, offset, c);
      const int32_t type = u_getIntPropertyValue(c, UCHAR_JOINING_TYPE);
      if (type != U_JT_TRANSPARENT) return type != U_JT_NON_JOINING;
    }
    return false;
  }

  bool joins_after(std::uint32_t offset) const {
    const std::size_t size = text_.content.text.size();
    while (offset < size) {
      UChar32 c = 0;
      U16_NEXT(text_.content.text.data(), offset, size, c);
      const int32_t type = u_getIntPropertyValue(c, UCHAR_JOINING_TYPE);
      if (type != U_JT_TRANSPARENT) return type != U_JT_NON_JOINING;
    }
    return false;
  }

  /// Almost always: only where a cluster had to be divided between faces is text cut otherwise than before.
  bool has_flags(const ShapedWord& word, std::uint32_t begin) const {
    return std::equal(word.given_flags.begin(), word.given_flags.end(), text_.flags.begin() + begin);
  }

  void keep(std::u16string_view letters, const std::vector<std::uint8_t>& given, std::uint32_t begin,
            std::uint32_t end, std::uint32_t first_glyph, ClusterRange made, bool alone) {
    auto word = std::make_unique<ShapedWord>();
    word->setting = setting_;
    word->text = letters;
    word->given_flags = given;
    word->alone = alone;
    for (std::uint32_t i = begin; alone && i < end; ++i) {
      word->shaping_flags.push_back(text_.flags[i] & (k_cluster_start | k_unsafe_break));
    }
    word->glyphs.assign(shaped_.glyphs.begin() + first_glyph, shaped_.glyphs.end());
    for (std::uint32_t i = made.begin; i < made.end; ++i) {
      Cluster cluster = shaped_.clusters[i];
      cluster.first_glyph -= first_glyph;
      cluster.end_glyph -= first_glyph;
      cluster.first_char -= begin;
      cluster.end_char -= begin;
      word->clusters.push_back(cluster);
    }
    words_.add(std::move(word));
  }

  void add_known(const ShapedWord& word, std::uint32_t begin) {
    const auto first_glyph = static_cast<std::uint32_t>(shaped_.glyphs.size());
    shaped_.glyphs.insert(shaped_.glyphs.end(), word.glyphs.begin(), word.glyphs.end());
    for (Cluster cluster : word.clusters) {
      cluster.first_glyph += first_glyph;
      cluster.end_glyph += first_glyph;
      cluster.first_char += begin;
      cluster.end_char += begin;
      shaped_.clusters.push_back(cluster);
    }
    for (std::size_t i = 0; i < word.shaping_flags.size(); ++i) {
      text_.flags[begin + i] |= word.shaping_flags[i];
    }
  }

  ItemisedText& text_;
  WordCache& words_;
  WordSetting setting_;
  ShapedText shaped_;
};

}  // namespace

ClusterRange shape_part(const ItemisedText& text, const ShapingItem& item, std::uint32_t begin,
                        std::uint32_t end, ShapedText& shaped, std::span<std::uint8_t> flags) {
  hb_buffer_t* buffer =
      run_harfbuzz(text.visible_text, begin, end, item, language_of(text, item), HB_BUFFER_FLAG_DEFAULT);
  return collect(glyphs_of(buffer), text, item, begin, end, shaped, flags);
}

ShapedText shape_items(ItemisedText& text, WordCache& words) {
  ShapedText shaped = WordShaper(text, words).run();
  close_up_marks(text, shaped);
  return shaped;
}

}  // namespace generator::typeset
