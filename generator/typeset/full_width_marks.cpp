#include "generator/typeset/full_width_marks.h"

#include <hb.h>

#include <cstdint>

namespace generator::typeset {
namespace {

/// What a mark is; for a stop, where its ink is says the rest: at the left in simplified Chinese, and so it
/// closes; in the middle in traditional Chinese.
enum class Mark : std::uint8_t { none, opening, closing, middle, stop, space };

Mark mark_of(UChar32 c) {
  switch (c) {
    case 0x2018:  // quotation marks
    case 0x201C:
    case 0x3008:  // angle, corner, black lenticular, tortoise shell, white brackets
    case 0x300A:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0x3014:
    case 0x3016:
    case 0x3018:
    case 0x301A:
    case 0xFF08:  // full-width parenthesis, square bracket, brace
    case 0xFF3B:
    case 0xFF5B: return Mark::opening;
    case 0x2019:
    case 0x201D:
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0x3017:
    case 0x3019:
    case 0x301B:
    case 0xFF09:
    case 0xFF3D:
    case 0xFF5D: return Mark::closing;
    case 0x3001:  // comma of lists, full stop
    case 0x3002:
    case 0xFF0C:  // comma, full stop, colon, semicolon
    case 0xFF0E:
    case 0xFF1A:
    case 0xFF1B: return Mark::stop;
    case 0x00B7:
    case 0x30FB: return Mark::middle;
    case 0x0020:
    case 0x00A0: return Mark::space;
    default: return Mark::none;
  }
}

/// A cluster of one glyph, full-width unless it is a space, and what mark it is.
struct Place {
  Mark mark = Mark::none;
  std::uint32_t glyph = 0;
  const Face* face = nullptr;
};

Place place_of(const ItemisedText& text, const ShapingItem& item, const Cluster& cluster, bool full_width) {
  if (cluster.end_glyph != cluster.first_glyph + 1 || cluster.end_char != cluster.first_char + 1) return {};
  const Mark mark = mark_of(character_at(text, cluster.first_char));
  if (mark == Mark::none || (mark != Mark::space && !full_width)) return {};
  return {mark, cluster.first_glyph, item.face.face};
}

Mark settled(const Place& place, const ShapedText& shaped) {
  if (place.mark != Mark::stop) return place.mark;
  hb_glyph_extents_t ink{};
  const bool known =
      hb_font_get_glyph_extents(place.face->hb_font(), shaped.glyphs[place.glyph].id, &ink) != 0;
  return known && 2 * (ink.x_bearing + ink.width) <= place.face->units_per_em() ? Mark::closing
                                                                                : Mark::middle;
}

/// There is half an em without ink on both sides of where the two meet, or on the one side a full half.
bool have_room(Mark before, Mark after) {
  switch (before) {
    case Mark::closing: return after != Mark::none;
    case Mark::opening:
    case Mark::middle: return after == Mark::opening;
    case Mark::stop:
    case Mark::space:
    case Mark::none: return false;
  }
  return false;
}

}  // namespace

void close_up_marks(const ItemisedText& text, ShapedText& shaped) {
  Place before;
  for (std::size_t i = 0; i < text.items.size(); ++i) {
    const ShapingItem& item = text.items[i];
    if (item.silent) continue;
    if (item.right_to_left()) {
      before = {};
      continue;
    }
    const int em = item.face.face->units_per_em();
    for (std::uint32_t c = shaped.items[i].begin; c < shaped.items[i].end; ++c) {
      const Cluster& cluster = shaped.clusters[c];
      const bool empty = cluster.first_glyph == cluster.end_glyph;
      const bool full_width = !empty && shaped.glyphs[cluster.first_glyph].x_advance == em;
      if (!full_width && before.mark == Mark::none) continue;  // most letters of most languages
      const Place here = place_of(text, item, cluster, full_width);
      if (before.mark != Mark::none && here.mark != Mark::none &&
          have_room(settled(before, shaped), settled(here, shaped)))
        shaped.glyphs[before.glyph].x_advance -= before.face->units_per_em() / 2;
      before = here;
    }
  }
}

}  // namespace generator::typeset
