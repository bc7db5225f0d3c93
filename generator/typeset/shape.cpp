#include "generator/typeset/shape.h"

#include <hb-icu.h>
#include <hb.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>

namespace generator::typeset {
namespace {

struct BufferRelease {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

hb_buffer_t* empty_buffer() {
  thread_local const std::unique_ptr<hb_buffer_t, BufferRelease> buffer(hb_buffer_create());
  hb_buffer_reset(buffer.get());
  return buffer.get();
}

bool has_flag(const ItemisedText& text, std::uint32_t offset, CharFlag flag) {
  return (text.flags[offset] & flag) != 0;
}

UChar32 character_at(const ItemisedText& text, std::uint32_t offset) {
  UChar32 c = 0;
  U16_GET(text.content.text.data(), 0, offset, text.content.text.size(), c);
  return c;
}

bool is_mark_or_format(UChar32 c) {
  constexpr std::uint32_t k_mask = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_MC_MASK | U_GC_CF_MASK;
  return (U_GET_GC_MASK(c) & k_mask) != 0;
}

/// Groups HarfBuzz's glyphs into clusters, working in logical order.
class ClusterBuilder {
 public:
  ClusterBuilder(const ItemisedText& text, const ShapingItem& item, const std::vector<Glyph>& glyphs)
      : text_(text), right_to_left_(item.right_to_left()), glyphs_(glyphs) {}

  /// A cluster that begins at `first_char`, logically after those before it. Its text ends where the next one
  /// begins.
  void add(std::uint32_t first_char, std::uint32_t first_glyph, std::uint32_t end_glyph) {
    close_at(first_char);
    const Cluster next{first_glyph, end_glyph, first_char, first_char};
    if (!logical_.empty() && belongs_to_last(next)) {
      join(logical_.back(), next);
      return;
    }
    logical_.push_back(next);
  }

  /// The clusters in visual order.
  std::vector<Cluster>& finish(std::uint32_t end_char) {
    close_at(end_char);
    drop_silent();
    join_first_if_empty();
    if (right_to_left_) std::ranges::reverse(logical_);
    return logical_;
  }

 private:
  void close_at(std::uint32_t offset) {
    if (!logical_.empty()) logical_.back().end_char = offset;
  }

  bool belongs_to_last(const Cluster& next) const {
    if (!has_flag(text_, next.first_char, k_grapheme_start)) return true;
    return is_letter_without_advance(next) && !has_flag(text_, logical_.back().first_char, k_hanging) &&
           !has_flag(text_, logical_.back().first_char, k_silent);
  }

  bool is_letter_without_advance(const Cluster& cluster) const {
    for (std::uint32_t i = cluster.first_glyph; i < cluster.end_glyph; ++i) {
      if (glyphs_[i].x_advance != 0) return false;
    }
    return !has_flag(text_, cluster.first_char, k_silent) &&
           !is_mark_or_format(character_at(text_, cluster.first_char));
  }

  /// Clusters that follow one another in the text stand side by side among the glyphs.
  static void join(Cluster& into, const Cluster& next) {
    into.first_glyph = std::min(into.first_glyph, next.first_glyph);
    into.end_glyph = std::max(into.end_glyph, next.end_glyph);
    into.first_char = std::min(into.first_char, next.first_char);
    into.end_char = std::max(into.end_char, next.end_char);
  }

  void drop_silent() {
    std::erase_if(logical_, [&](const Cluster& cluster) {
      for (std::uint32_t i = cluster.first_char; i < cluster.end_char; ++i) {
        if (!has_flag(text_, i, k_silent)) return false;
      }
      return true;
    });
  }

  void join_first_if_empty() {
    if (logical_.size() < 2 || !is_letter_without_advance(logical_[0])) return;
    if (logical_[0].end_char != logical_[1].first_char || has_flag(text_, logical_[1].first_char, k_hanging))
      return;
    join(logical_[0], logical_[1]);
    logical_.erase(logical_.begin() + 1);
  }

  const ItemisedText& text_;
  bool right_to_left_;
  const std::vector<Glyph>& glyphs_;
  std::vector<Cluster> logical_;
};

hb_language_t language_of(const ItemisedText& text, const ShapingItem& item) {
  const std::string& language = text.content.spans[item.span].language.text();
  return hb_language_from_string(language.data(), static_cast<int>(language.size()));
}

/// Noto Naskh Arabic draws 4, 6 and 7 in their Urdu forms for every language that its feature "locl" knows,
/// Persian among them: there the feature is left out for these digits.
std::vector<hb_feature_t> features_for(std::u16string_view visible, std::uint32_t begin, std::uint32_t end,
                                       const ShapingItem& item, hb_language_t language) {
  std::vector<hb_feature_t> features;
  if (item.script != USCRIPT_ARABIC) return features;
  const std::string_view tag(hb_language_to_string(language));
  if (tag == "ur" || tag.starts_with("ur-")) return features;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (visible[i] == u'\u06F4' || visible[i] == u'\u06F6' || visible[i] == u'\u06F7') {
      features.push_back({HB_TAG('l', 'o', 'c', 'l'), 0, i, i + 1});
    }
  }
  return features;
}

/// Shapes [begin, end) of `visible` in the context of the rest of it.
hb_buffer_t* run_harfbuzz(std::u16string_view visible, std::uint32_t begin, std::uint32_t end,
                          const ShapingItem& item, hb_language_t language, unsigned flags) {
  hb_buffer_t* buffer = empty_buffer();
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(visible.data()),
                      static_cast<int>(visible.size()), begin, static_cast<int>(end - begin));
  hb_buffer_set_direction(buffer, item.right_to_left() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, hb_icu_script_to_script(item.script));
  hb_buffer_set_language(buffer, language);
  if (begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (end == visible.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
  const std::vector<hb_feature_t> features = features_for(visible, begin, end, item, language);
  hb_shape(item.face.face->hb_font(), buffer, features.data(), static_cast<unsigned>(features.size()));
  if (!hb_buffer_allocation_successful(buffer)) throw std::bad_alloc();
  return buffer;
}

/// Glyphs as they stand in HarfBuzz's buffer.
struct GlyphSpan {
  std::span<const hb_glyph_info_t> infos;
  std::span<const hb_glyph_position_t> positions;
  std::uint32_t shift = 0;  ///< from HarfBuzz's offsets to those of the text, modulo 2^32

  std::uint32_t offset(std::size_t glyph) const { return infos[glyph].cluster + shift; }
};

GlyphSpan glyphs_of(hb_buffer_t* buffer) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  return {{infos, count}, {hb_buffer_get_glyph_positions(buffer, nullptr), count}};
}

/// A break is safe before a cluster of which HarfBuzz says so, and before a silent character that it left
/// alone.
void mark_breaks(const GlyphSpan& made, std::uint32_t begin, std::uint32_t end,
                 const std::vector<Cluster>& clusters, std::span<std::uint8_t> flags) {
  for (std::uint32_t i = begin; i < end; ++i) flags[i] |= k_unsafe_break;
  for (std::size_t i = 0; i < made.infos.size(); ++i)
    flags[made.offset(i)] &= static_cast<std::uint8_t>(~k_unsafe_break);
  for (std::size_t i = 0; i < made.infos.size(); ++i) {
    if ((hb_glyph_info_get_glyph_flags(&made.infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0) {
      flags[made.offset(i)] |= k_unsafe_break;
    }
  }
  for (const Cluster& cluster : clusters) {
    flags[cluster.first_char] |= k_cluster_start;
    for (std::uint32_t i = cluster.first_char + 1; i < cluster.end_char; ++i) flags[i] |= k_unsafe_break;
  }
}

/// Appends what HarfBuzz made of text [begin, end).
ClusterRange collect(const GlyphSpan& made, const ItemisedText& text, const ShapingItem& item,
                     std::uint32_t begin, std::uint32_t end, ShapedText& shaped,
                     std::span<std::uint8_t> flags) {
  const auto count = static_cast<std::uint32_t>(made.infos.size());
  const auto base = static_cast<std::uint32_t>(shaped.glyphs.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const hb_glyph_position_t& position = made.positions[i];
    shaped.glyphs.push_back(
        {made.infos[i].codepoint, position.x_advance, position.x_offset, position.y_offset});
  }
  ClusterBuilder builder(text, item, shaped.glyphs);
  if (item.right_to_left()) {
    for (std::uint32_t last = count; last > 0;) {
      std::uint32_t first = last - 1;
      while (first > 0 && made.infos[first - 1].cluster == made.infos[first].cluster) --first;
      builder.add(made.offset(first), base + first, base + last);
      last = first;
    }
  } else {
    for (std::uint32_t first = 0; first < count;) {
      std::uint32_t last = first + 1;
      while (last < count && made.infos[last].cluster == made.infos[first].cluster) ++last;
      builder.add(made.offset(first), base + first, base + last);
      first = last;
    }
  }
  const std::vector<Cluster>& clusters = builder.finish(end);
  if (!flags.empty()) mark_breaks(made, begin, end, clusters, flags);
  const auto first_made = static_cast<std::uint32_t>(shaped.clusters.size());
  shaped.clusters.insert(shaped.clusters.end(), clusters.begin(), clusters.end());
  return {first_made, static_cast<std::uint32_t>(shaped.clusters.size())};
}

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
    const std::vector<std::uint8_t> given(text_.flags.begin() + (end - letters.size()),
                                          text_.flags.begin() + end);
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
  return WordShaper(text, words).run();
}

}  // namespace generator::typeset
