#include "generator/typeset/harfbuzz_shaper.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

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

/// Noto Naskh Arabic draws 4, 6 and 7 in their Urdu forms for every language that its feature "locl" knows,
/// Persian among them: the feature is left out for these digits, unless they are what the readers write.
std::vector<hb_feature_t> features_for(std::u16string_view visible, std::uint32_t begin, std::uint32_t end,
                                       const ShapingItem& item) {
  std::vector<hb_feature_t> features;
  if (item.script != USCRIPT_ARABIC || item.local_digits) return features;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (visible[i] == u'\u06F4' || visible[i] == u'\u06F6' || visible[i] == u'\u06F7') {
      features.push_back({HB_TAG('l', 'o', 'c', 'l'), 0, i, i + 1});
    }
  }
  return features;
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

}  // namespace

hb_language_t language_of(const ItemisedText& text, const ShapingItem& item) {
  const std::string& language = text.content.spans[item.span].language.text();
  return hb_language_from_string(language.data(), static_cast<int>(language.size()));
}

hb_buffer_t* run_harfbuzz(std::u16string_view visible, std::uint32_t begin, std::uint32_t end,
                          const ShapingItem& item, hb_language_t language, unsigned flags) {
  hb_buffer_t* buffer = empty_buffer();
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(visible.data()),
                      static_cast<int>(visible.size()), begin, static_cast<int>(end - begin));
  hb_buffer_set_direction(buffer, item.right_to_left() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, hb_script_from_string(uscript_getShortName(item.script), -1));
  hb_buffer_set_language(buffer, language);
  if (begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (end == visible.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
  const std::vector<hb_feature_t> features = features_for(visible, begin, end, item);
  hb_shape(item.face.face->hb_font(), buffer, features.data(), static_cast<unsigned>(features.size()));
  if (!hb_buffer_allocation_successful(buffer)) throw std::bad_alloc();
  return buffer;
}

GlyphSpan glyphs_of(hb_buffer_t* buffer) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  return {{infos, count}, {hb_buffer_get_glyph_positions(buffer, nullptr), count}};
}

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

}  // namespace generator::typeset
