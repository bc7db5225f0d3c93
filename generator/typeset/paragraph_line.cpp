#include "generator/typeset/paragraph_line.h"

#include <hb.h>
#include <unicode/ubidi.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace generator::typeset {
namespace {

/// The part of an item that stands on the line.
struct Slice {
  const ShapingItem* item = nullptr;
  std::size_t index = 0;  ///< of the item
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool hyphen = false;  ///< a soft hyphen, which shows
};

/// Height above and below the baseline, and the distance from line to line that it is a share of.
struct Extents {
  double ascent = 0;
  double descent = 0;
  double pitch = 0;
};

double font_size(const ItemisedText& text, const ShapingItem& item) {
  return text.content.spans[item.span].style.size * item.face.size_factor;
}

/// The face's height in the middle of the line height that the style or the face asks for.
Extents extents_of(const ChainedFace& chained, const TextStyle& style) {
  const double size = style.size * chained.size_factor;
  const double above = chained.face->ascent() * size / 1000;
  const double below = -chained.face->descent() * size / 1000;
  const double pitch = std::max(style.line_height * style.size, chained.min_line_height * size);
  const double half_leading = (pitch - above - below) / 2;
  return {above + half_leading, below + half_leading, pitch};
}

/// Faces differ in where their middle is. Were the line as high as the highest and as deep as the deepest of
/// them, a Latin word would push Arabic lines apart; so no line is higher than its widest pitch.
class LineHeight {
 public:
  void add(const Extents& extents) {
    all_.ascent = std::max(all_.ascent, extents.ascent);
    all_.descent = std::max(all_.descent, extents.descent);
    all_.pitch = std::max(all_.pitch, extents.pitch);
  }
  double pitch() const { return all_.pitch; }
  void set(Line& line) const {
    const double excess = all_.ascent + all_.descent - all_.pitch;
    line.ascent = all_.ascent - excess / 2;
    line.descent = all_.descent - excess / 2;
  }

 private:
  Extents all_;
};

std::size_t item_at(const ItemisedText& text, std::uint32_t offset) {
  const auto place =
      std::ranges::partition_point(text.items, [&](const ShapingItem& item) { return item.end <= offset; });
  return static_cast<std::size_t>(place - text.items.begin());
}

std::vector<Slice> slices_of(const ItemisedText& text, LineExtent extent) {
  std::vector<Slice> slices;
  for (std::size_t i = item_at(text, extent.begin); i < text.items.size(); ++i) {
    const ShapingItem& item = text.items[i];
    if (item.begin >= extent.visible_end) break;
    slices.push_back({&item, i, std::max(item.begin, extent.begin), std::min(item.end, extent.visible_end)});
  }
  return slices;
}

/// Each span on the line holds it open by the first face of its chain, whatever faces its text fell back to,
/// so that lines stand evenly; a face that needs more room than that gets it.
void set_height(Line& line, const ItemisedText& text, LineExtent extent, const std::vector<Slice>& slices) {
  LineHeight height;
  const auto add_strut = [&](std::uint32_t span) {
    height.add(extents_of(text.strut[span], text.content.spans[span].style));
  };
  if (slices.empty() && !text.items.empty()) {
    add_strut(text.items[std::min(item_at(text, extent.begin), text.items.size() - 1)].span);
  }
  for (const Slice& slice : slices) add_strut(slice.item->span);
  for (const Slice& slice : slices) {
    const TextStyle& style = text.content.spans[slice.item->span].style;
    if (slice.item->silent ||
        slice.item->face.min_line_height * font_size(text, *slice.item) <= height.pitch()) {
      continue;
    }
    height.add(extents_of(slice.item->face, style));
  }
  height.set(line);
}

bool unsafe_before(const ItemisedText& text, std::uint32_t offset) {
  return (text.flags[offset] & k_unsafe_break) != 0;
}

/// The clusters of an item that lie in the slice, when both its ends are cluster boundaries.
std::span<const Cluster> clusters_within(const ShapedText& shaped, const Slice& slice) {
  const ClusterRange range = shaped.items[slice.index];
  const std::span<const Cluster> all(shaped.clusters.data() + range.begin, range.end - range.begin);
  const auto begins_before = [](std::uint32_t offset) {
    return [offset](const Cluster& cluster) { return cluster.first_char < offset; };
  };
  if (!slice.item->right_to_left()) {
    const auto first = std::ranges::partition_point(all, begins_before(slice.begin));
    const auto last = std::ranges::partition_point(all, begins_before(slice.end));
    return {first, last};
  }
  const auto begins_from = [](std::uint32_t offset) {
    return [offset](const Cluster& cluster) { return cluster.first_char >= offset; };
  };
  const auto first = std::ranges::partition_point(all, begins_from(slice.end));
  const auto last = std::ranges::partition_point(all, begins_from(slice.begin));
  return {first, last};
}

void append_text(std::u16string& to, const ItemisedText& text, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    if ((text.flags[i] & k_silent) == 0) to += text.content.text[i];
  }
}

/// Slanting is a Latin habit; letters of other scripts only suffer from it.
bool can_slant(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK ||
         script == USCRIPT_COMMON;
}

GlyphRun make_run(const ItemisedText& text, const Slice& slice, const std::vector<Glyph>& glyphs,
                  std::span<const Cluster> clusters) {
  const ShapingItem& item = *slice.item;
  const TextStyle& style = text.content.spans[item.span].style;
  GlyphRun run;
  run.face = item.face.face;
  run.size = font_size(text, item);
  run.colour = style.colour;
  run.right_to_left = item.right_to_left();
  run.underlined = style.underlined;
  run.slanted = style.italic && can_slant(item.script);
  run.clusters.resize(clusters.size());
  run.text.reserve(slice.end - slice.begin + 1);
  const auto set_text_range = [&](std::size_t i) {
    run.clusters[i].first_char = static_cast<std::uint32_t>(run.text.size());
    append_text(run.text, text, clusters[i].first_char, clusters[i].end_char);
    run.clusters[i].end_char = static_cast<std::uint32_t>(run.text.size());
  };
  if (run.right_to_left) {
    for (std::size_t i = clusters.size(); i-- > 0;) set_text_range(i);
  } else {
    for (std::size_t i = 0; i < clusters.size(); ++i) set_text_range(i);
  }
  run.glyphs.reserve(clusters.size());
  std::int64_t advance = 0;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    run.clusters[i].first_glyph = static_cast<std::uint32_t>(run.glyphs.size());
    for (std::uint32_t g = clusters[i].first_glyph; g < clusters[i].end_glyph; ++g) {
      run.glyphs.push_back(glyphs[g]);
      advance += glyphs[g].x_advance;
    }
    run.clusters[i].end_glyph = static_cast<std::uint32_t>(run.glyphs.size());
  }
  run.advance = static_cast<double>(advance) * run.size / run.face->units_per_em();
  return run;
}

GlyphRun run_of(const ItemisedText& text, const ShapedText& shaped, const Slice& slice) {
  const ShapingItem& item = *slice.item;
  const bool cut_unsafely = (slice.begin > item.begin && unsafe_before(text, slice.begin)) ||
                            (slice.end < item.end && unsafe_before(text, slice.end));
  if (!cut_unsafely) return make_run(text, slice, shaped.glyphs, clusters_within(shaped, slice));
  ShapedText again;
  shape_part(text, item, slice.begin, slice.end, again, {});
  return make_run(text, slice, again.glyphs, again.clusters);
}

/// The glyph of a hyphen at the line's end. Its text is the soft hyphen, so that readers join the word again.
GlyphRun hyphen_run(const ItemisedText& text, const Slice& slice) {
  ShapingItem item = *slice.item;
  if (!item.face.face->covers(k_hyphen)) item.face = text.hyphen[item.span];
  Glyph glyph;
  hb_font_t* font = item.face.face->hb_font();
  if (!hb_font_get_nominal_glyph(font, k_hyphen, &glyph.id)) return {};
  glyph.x_advance = hb_font_get_glyph_h_advance(font, glyph.id);
  Slice shown = slice;
  shown.item = &item;
  GlyphRun run = make_run(text, shown, {glyph}, {});
  run.text = u"\u00AD";
  run.glyphs = {glyph};
  run.clusters = {{0, 1, 0, 1}};
  run.advance = glyph.x_advance * run.size / run.face->units_per_em();
  return run;
}

}  // namespace

Line build_line(const ItemisedText& text, const ShapedText& shaped, LineExtent extent) {
  Line line;
  std::vector<Slice> slices = slices_of(text, extent);
  set_height(line, text, extent, slices);
  std::erase_if(slices, [](const Slice& slice) { return slice.item->silent; });
  if (extent.hyphen && !slices.empty()) {
    Slice hyphen = slices.back();
    hyphen.begin = hyphen.end;
    hyphen.hyphen = true;
    slices.push_back(hyphen);
  }

  // White space at the line's end is not among the slices, so rule L1 has nothing left to reset.
  std::vector<UBiDiLevel> levels;
  levels.reserve(slices.size());
  for (const Slice& slice : slices) levels.push_back(slice.item->level);
  std::vector<int32_t> visual_to_logical(slices.size());
  ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), visual_to_logical.data());

  std::size_t last_run = 0;
  int32_t last_logical = -1;
  for (const int32_t logical : visual_to_logical) {
    const Slice& slice = slices[static_cast<std::size_t>(logical)];
    GlyphRun run = slice.hyphen ? hyphen_run(text, slice) : run_of(text, shaped, slice);
    if (run.clusters.empty()) continue;
    if (logical > last_logical) {
      last_logical = logical;
      last_run = line.runs.size();
    }
    const double advance = run.advance;
    line.runs.push_back({line.width, text.content.spans[slice.item->span].owner, std::move(run)});
    line.width += advance;
  }
  if (!line.runs.empty()) append_text(line.runs[last_run].run.text, text, extent.visible_end, extent.end);
  return line;
}

}  // namespace generator::typeset
