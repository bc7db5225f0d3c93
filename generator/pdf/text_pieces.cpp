#include "generator/pdf/text_pieces.h"

#include <hb.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <string_view>

#include "generator/pdf/composite_font.h"

namespace generator::pdf {
namespace {

/// What a code gives back that shows ink but stands for no character of its own.
constexpr char16_t k_zero_width_space = 0x200B;

/// A cluster with the place of its pen.
struct PlacedCluster {
  std::uint32_t first_glyph = 0;
  std::uint32_t end_glyph = 0;
  std::uint32_t first_char = 0;
  std::uint32_t end_char = 0;
  int x = 0;
  int advance = 0;
};

char32_t first_character(std::u16string_view text) {
  char32_t character = 0;
  U16_GET(text.data(), 0, 0, static_cast<int>(text.size()), character);
  return character;
}

bool is_format_character(char32_t character) {
  return u_charType(static_cast<UChar32>(character)) == U_FORMAT_CHAR;
}

std::u16string text_of_character(UChar32 character) {
  if (U_IS_BMP(character)) return {static_cast<char16_t>(character)};
  return {static_cast<char16_t>(U16_LEAD(character)), static_cast<char16_t>(U16_TRAIL(character))};
}

bool is_one_character(std::u16string_view text) {
  return text.size() == 1 || (text.size() == 2 && U16_IS_LEAD(text[0]) && U16_IS_TRAIL(text[1]));
}

std::vector<std::u16string> characters(std::u16string_view text) {
  std::vector<std::u16string> result;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    U16_FWD_1(text.data(), end, text.size());
    result.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return result;
}

/// Takes no room beside the base: marks, joiners, and what is not drawn at all.
bool is_zero_width(char32_t character) {
  const auto category = u_charType(static_cast<UChar32>(character));
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
}

/// Where the text's first stretch ends, of which pdf.js would not mistake the width: it takes a code for a
/// mark without width if any character of its text is one, and passes over a code whose text ends in a
/// joiner.
std::size_t end_of_stretch(std::u16string_view text) {
  const auto category_at = [&](std::size_t at) {
    UChar32 character = 0;
    U16_GET(text.data(), 0, at, text.size(), character);
    return u_charType(character);
  };
  const auto is_mark = [&](std::size_t at) {
    const auto category = category_at(at);
    return category == U_NON_SPACING_MARK || category == U_FORMAT_CHAR;
  };
  const bool marks = is_mark(0);
  std::size_t end = 0;
  while (end < text.size() && is_mark(end) == marks) U16_FWD_1(text.data(), end, text.size());
  return end;
}

/// Embeddings, overrides, isolates and marks (UAX #9): they have done their work once runs are in order.
bool is_bidi_control(char16_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// A no-break space has done its work as well. As a plain one it is found by whoever types one, and pdfium
/// does not count it among the figures beside it.
char16_t readable(char16_t c) {
  constexpr char16_t k_no_break_space = 0xA0;
  constexpr char16_t k_narrow_no_break_space = 0x202F;
  return c == k_no_break_space || c == k_narrow_no_break_space ? u' ' : c;
}

std::u16string text_given_back(std::u16string_view text) {
  std::u16string result(text);
  std::erase_if(result, is_bidi_control);
  std::ranges::transform(result, result.begin(), readable);
  return result;
}

class PieceMaker {
 public:
  PieceMaker(const typeset::GlyphRun& run, TextOrder order, Brackets brackets)
      : run_(run),
        composes_(run.face->outlines() == typeset::Outlines::glyf),
        leftwards_(run.right_to_left && order == TextOrder::visual),
        mirrors_(leftwards_ && brackets == Brackets::as_seen) {}

  std::vector<Piece> make(TextOrder order) {
    std::vector<PlacedCluster> clusters = place();
    if (run_.right_to_left && composes_) join_letters_without_advance(clusters);
    if (run_.right_to_left && order == TextOrder::logical) std::ranges::reverse(clusters);
    pieces_.reserve(clusters.size() + 1);
    if (leftwards_) add_cut_off_space(clusters);
    for (const PlacedCluster& cluster : clusters) add(cluster);
    if (!leftwards_) add_cut_off_space(clusters);
    return std::move(pieces_);
  }

 private:
  std::vector<PlacedCluster> place() const {
    std::vector<PlacedCluster> placed;
    placed.reserve(run_.clusters.size());
    int pen = 0;
    for (const typeset::Cluster& cluster : run_.clusters) {
      PlacedCluster next{.first_glyph = cluster.first_glyph,
                         .end_glyph = cluster.end_glyph,
                         .first_char = cluster.first_char,
                         .end_char = cluster.end_char,
                         .x = pen};
      for (auto glyph = cluster.first_glyph; glyph < cluster.end_glyph; ++glyph)
        next.advance += run_.glyphs[glyph].x_advance;
      pen += next.advance;
      placed.push_back(next);
    }
    return placed;
  }

  std::u16string_view text_of(const PlacedCluster& cluster) const {
    return std::u16string_view(run_.text).substr(cluster.first_char, cluster.end_char - cluster.first_char);
  }

  void join_letters_without_advance(std::vector<PlacedCluster>& clusters) const {
    for (std::size_t i = 0; i + 1 < clusters.size();) {
      const PlacedCluster& letter = clusters[i];
      PlacedCluster& neighbour = clusters[i + 1];
      const bool joins = letter.advance == 0 && letter.first_char < letter.end_char &&
                         neighbour.first_char < neighbour.end_char &&
                         !is_zero_width(first_character(text_of(letter))) &&
                         !u_isUWhiteSpace(static_cast<UChar32>(first_character(text_of(neighbour))));
      if (!joins) {
        ++i;
        continue;
      }
      neighbour.first_glyph = letter.first_glyph;
      neighbour.first_char = std::min(letter.first_char, neighbour.first_char);
      neighbour.end_char = std::max(letter.end_char, neighbour.end_char);
      neighbour.x = letter.x;
      clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  void add(const PlacedCluster& cluster) {
    if (is_plain(cluster)) {
      const typeset::Glyph& glyph = run_.glyphs[cluster.first_glyph];
      char16_t c = readable(run_.text[cluster.first_char]);
      if (mirrors_) c = static_cast<char16_t>(u_charMirror(c));
      pieces_.push_back({{.composed = false, .glyph = glyph.id, .parts = {}},
                         cluster.x + glyph.x_offset,
                         0,
                         std::u16string(1, c)});
      return;
    }
    std::u16string text = text_given_back(text_of(cluster));
    const auto glyph_count = cluster.end_glyph - cluster.first_glyph;
    if (glyph_count == 0 || (text.empty() && cluster.first_char < cluster.end_char)) return;
    if (text.empty()) text = k_zero_width_space;
    Shape whole = composed(cluster);
    if (!composes_ || !is_representable(whole)) {
      add_glyphs(cluster, characters(text));
    } else if (leftwards_ && !is_one_character(text)) {
      add_split(cluster, std::move(whole), characters(text));
    } else {
      if (mirrors_ && glyph_count == 1)
        text = text_of_character(u_charMirror(static_cast<UChar32>(first_character(text))));
      add_whole(cluster, std::move(whole), text);
    }
  }

  /// Nine in ten clusters: one glyph on the baseline for one character, of which nothing else is to be asked.
  bool is_plain(const PlacedCluster& cluster) const {
    if (cluster.end_glyph - cluster.first_glyph != 1 || cluster.end_char - cluster.first_char != 1)
      return false;
    if (!composes_ && leftwards_) return false;
    const char16_t c = run_.text[cluster.first_char];
    constexpr char16_t k_first_ignorable = 0xAD;
    return run_.glyphs[cluster.first_glyph].y_offset == 0 && !U16_IS_SURROGATE(c) && !is_bidi_control(c) &&
           (c < k_first_ignorable || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0);
  }

  /// The cluster's glyphs as one shape. Where kerning leads the pen back behind the cluster's left edge, as
  /// in Nastaliq, the shape has no advance: the next piece says where it stands.
  Shape composed(const PlacedCluster& cluster) const {
    Shape shape{.composed = true, .parts = {}, .advance = std::clamp(cluster.advance, 0, k_most_advance)};
    shape.parts.reserve(cluster.end_glyph - cluster.first_glyph);
    int pen = 0;
    for (auto i = cluster.first_glyph; i < cluster.end_glyph; ++i) {
      const typeset::Glyph& glyph = run_.glyphs[i];
      shape.parts.push_back({glyph.id, pen + glyph.x_offset, glyph.y_offset});
      pen += glyph.x_advance;
    }
    return shape;
  }

  /// All ink with the text's first stretch, then a piece without ink for each other. Marks have no width.
  /// Letters get a sixth of an em, always the same so that fonts need few such pieces: two pieces of one text
  /// at one place would be taken for one that was drawn twice, and left out.
  void add_whole(const PlacedCluster& cluster, Shape whole, const std::u16string& text) {
    const std::u16string_view all = text;
    const std::size_t first = end_of_stretch(all);
    const auto takes_room = [](std::u16string_view stretch) {
      return !is_zero_width(first_character(stretch));
    };
    int letters = 0;
    for (std::u16string_view rest = all.substr(first); !rest.empty();
         rest.remove_prefix(end_of_stretch(rest)))
      letters += takes_room(rest) ? 1 : 0;
    const int share = std::min(run_.face->units_per_em() / 6, whole.advance / (letters + 1));
    int x = cluster.x + cluster.advance - letters * share;
    if (letters == 0) {
      add_ink(cluster, std::move(whole), text.substr(0, first));
    } else {
      whole.advance -= letters * share;
      pieces_.push_back({std::move(whole), cluster.x, 0, text.substr(0, first)});
    }
    for (std::size_t begin = first; begin < text.size();) {
      const std::size_t end = begin + end_of_stretch(all.substr(begin));
      const int advance = takes_room(all.substr(begin)) ? share : 0;
      pieces_.push_back(
          {{.composed = true, .parts = {}, .advance = advance}, x, 0, text.substr(begin, end - begin)});
      x += advance;
      begin = end;
    }
  }

  void add_ink(const PlacedCluster& cluster, Shape whole, std::u16string text) {
    const typeset::Glyph& glyph = run_.glyphs[cluster.first_glyph];
    const bool ignorable =
        u_hasBinaryProperty(static_cast<UChar32>(first_character(text)), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    if (cluster.end_glyph - cluster.first_glyph > 1 || glyph.y_offset != 0) {
      pieces_.push_back({std::move(whole), cluster.x, 0, std::move(text)});
    } else if (ignorable && cluster.advance == 0) {
      // HarfBuzz shows a joiner as a space squeezed to nothing.
      pieces_.push_back({{.composed = true, .parts = {}, .advance = 0}, cluster.x, 0, std::move(text)});
    } else {
      pieces_.push_back({{.composed = false, .glyph = glyph.id, .parts = {}},
                         cluster.x + glyph.x_offset,
                         0,
                         std::move(text)});
    }
  }

  /// A piece for each character, the last one leftmost; spacing characters share the advance. A joiner stands
  /// before the letter that it follows, in one piece with it: the letters' order is turned when they are
  /// read, and alone it would be passed over.
  void add_split(const PlacedCluster& cluster, Shape whole, std::vector<std::u16string> single) {
    for (std::size_t i = single.size() - 1; i > 0; --i) {
      const bool joiner = is_format_character(first_character(single[i]));
      if (!joiner || is_zero_width(first_character(single[i - 1]))) continue;
      single[i - 1].insert(0, single[i]);
      single.erase(single.begin() + static_cast<std::ptrdiff_t>(i));
    }
    const auto takes_room = [&](std::size_t i) {
      return i == 0 || single[i].size() > 1 || !is_zero_width(first_character(single[i]));
    };
    int spacing = 0;
    for (std::size_t i = 0; i < single.size(); ++i) spacing += takes_room(i) ? 1 : 0;
    const int share = whole.advance / spacing;
    int x = cluster.x;
    for (std::size_t i = single.size() - 1; i > 0; --i) {
      const int advance = takes_room(i) ? share : 0;
      pieces_.push_back({{.composed = true, .parts = {}, .advance = advance}, x, 0, single[i]});
      x += advance;
    }
    const int used = x - cluster.x;
    whole.advance -= used;
    for (ShapePart& part : whole.parts) part.x -= used;
    pieces_.push_back({std::move(whole), x, 0, single[0]});
  }

  /// Glyphs as they are: characters are dealt out one to a glyph, the first glyph taking what is left over.
  void add_glyphs(const PlacedCluster& cluster, const std::vector<std::u16string>& single) {
    const std::size_t count = cluster.end_glyph - cluster.first_glyph;
    std::vector<std::u16string> dealt(count, std::u16string(1, k_zero_width_space));
    const std::size_t extra = single.size() > count ? single.size() - count : 0;
    dealt[0].clear();
    for (std::size_t i = 0; i <= extra; ++i) dealt[0] += single[i];
    for (std::size_t i = 1; i < count && i + extra < single.size(); ++i) dealt[i] = single[i + extra];
    if (leftwards_) std::ranges::reverse(dealt);
    int pen = cluster.x;
    for (std::size_t i = 0; i < count; ++i) {
      const typeset::Glyph& glyph = run_.glyphs[cluster.first_glyph + i];
      pieces_.push_back({{.composed = false, .glyph = glyph.id, .parts = {}},
                         pen + glyph.x_offset,
                         glyph.y_offset,
                         std::move(dealt[i])});
      pen += glyph.x_advance;
    }
  }

  /// White space at a line's end has text but no glyphs: a space beyond the edge keeps words of neighbouring
  /// lines apart.
  void add_cut_off_space(const std::vector<PlacedCluster>& clusters) {
    std::uint32_t end = 0;
    for (const PlacedCluster& cluster : clusters)
      if (cluster.first_glyph < cluster.end_glyph) end = std::max(end, cluster.end_char);
    if (end >= run_.text.size()) return;
    const bool space = std::any_of(run_.text.begin() + end, run_.text.end(),
                                   [](char16_t c) { return u_isUWhiteSpace(c) != 0; });
    hb_codepoint_t glyph = 0;
    if (!space || hb_font_get_nominal_glyph(run_.face->hb_font(), U' ', &glyph) == 0) return;
    int width = 0;
    for (const typeset::Glyph& shown : run_.glyphs) width += shown.x_advance;
    const int x = run_.right_to_left ? -hb_font_get_glyph_h_advance(run_.face->hb_font(), glyph) : width;
    pieces_.push_back({{.composed = false, .glyph = glyph, .parts = {}}, x, 0, u" "});
  }

  const typeset::GlyphRun& run_;
  bool composes_;
  bool leftwards_;  ///< right to left, written in visual order
  bool mirrors_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> pieces_of(const typeset::GlyphRun& run, TextOrder order, Brackets brackets) {
  return PieceMaker(run, order, brackets).make(order);
}

}  // namespace generator::pdf
