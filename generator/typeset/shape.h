// The second step of a paragraph: HarfBuzz turns each item into glyphs, grouped in clusters.
//
// Glyphs and clusters of an item stand in visual order. The clusters of an item divide its text, save for
// silent characters that stand between two of them: each is whole grapheme clusters, at least one, and no
// letter is left without an advance of its own (Noto draws lam-alef as two letters of which one has none).
//
// Internal to typeset. Offsets are UTF-16 code units of the whole text; advances are font units.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "generator/typeset/itemise.h"
#include "generator/typeset/word_cache.h"

namespace generator::typeset {

/// The clusters of one item, or of a part of it.
struct ClusterRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Offsets in clusters count from the beginning of the whole text and of `glyphs`.
struct ShapedText {
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;
  std::vector<ClusterRange> items;  ///< for each item of the ItemisedText
};

/// Shapes text [begin, end) of the item in the context of the text around it, and appends to `shaped`. Where
/// `flags` is not empty, sets k_cluster_start and k_unsafe_break in it.
ClusterRange shape_part(const ItemisedText& text, const ShapingItem& item, std::uint32_t begin,
                        std::uint32_t end, ShapedText& shaped, std::span<std::uint8_t> flags);

/// Shapes every item, and sets k_cluster_start and k_unsafe_break in text.flags. Words come from the cache if
/// they are there, and go to it. Neighbouring full-width marks are closed up (full_width_marks.h).
ShapedText shape_items(ItemisedText& text, WordCache& words);

}  // namespace generator::typeset
