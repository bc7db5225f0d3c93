#include "generator/typeset/paragraph.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "generator/typeset/character.h"
#include "generator/typeset/hyphenation.h"
#include "generator/typeset/itemise.h"
#include "generator/typeset/line_break.h"
#include "generator/typeset/paragraph_line.h"
#include "generator/typeset/shape.h"

namespace generator::typeset {
namespace {

/// Sums of advances differ in their last bits by the order in which they were added; a line of exactly its
/// own width must fit.
constexpr double k_tolerance = 1e-4;

/// The language that most of the text is in: its rules divide the lines.
model::LanguageTag main_language(const InlineContent& content) {
  std::map<model::LanguageTag, std::size_t> lengths;
  for (const InlineSpan& span : content.spans) lengths[span.language] += span.end - span.begin;
  const auto longest = std::ranges::max_element(lengths, {}, [](const auto& entry) { return entry.second; });
  return longest == lengths.end() ? model::LanguageTag() : longest->first;
}

/// For each offset the sum, in points, of the advances of all clusters that begin before it.
std::vector<double> advances_before(const ItemisedText& text, const ShapedText& shaped) {
  std::vector<double> before(text.content.text.size() + 1, 0);
  for (std::size_t i = 0; i < text.items.size(); ++i) {
    const ShapingItem& item = text.items[i];
    if (item.silent) continue;
    const double size = text.content.spans[item.span].style.size * item.face.size_factor;
    const double points_per_unit = size / item.face.face->units_per_em();
    for (std::uint32_t c = shaped.items[i].begin; c < shaped.items[i].end; ++c) {
      const Cluster& cluster = shaped.clusters[c];
      for (std::uint32_t g = cluster.first_glyph; g < cluster.end_glyph; ++g) {
        before[cluster.first_char + 1] += shaped.glyphs[g].x_advance * points_per_unit;
      }
    }
  }
  for (std::size_t i = 1; i < before.size(); ++i) before[i] += before[i - 1];
  return before;
}

/// A sign between two parts of a web or mail address: a hyphen there would be read as part of it.
bool is_of_address(std::u16string_view text, std::uint32_t offset) {
  constexpr std::u16string_view k_signs = u"./@:_#?=&";
  const auto is_part = [&](std::uint32_t at) {
    return at < text.size() && (u_isalnum(text[at]) || text[at] == u'/');
  };
  return k_signs.find(text[offset]) != k_signs.npos && is_part(offset + 1) && offset > 0 &&
         is_part(offset - 1);
}

}  // namespace

struct Paragraph::Shaped {
  ItemisedText text;
  ShapedText glyphs;
  std::vector<double> before;
  std::vector<LineEnd> ends;

  /// As shaped in one piece; a break where it is unsafe may change it.
  double width(std::uint32_t begin, std::uint32_t end) const { return before[end] - before[begin]; }
  LineExtent extent(std::uint32_t begin, const LineEnd& end) const {
    return {begin, std::max(begin, end.visible_end), end.position, end.hyphen};
  }
  /// Whether a line that ends before `past` would leave one Chinese character, with its punctuation, alone on
  /// the last line, where there is room for two.
  bool leaves_one_character(std::size_t past, double limit) const {
    return past > 1 && past + 1 == ends.size() &&
           is_wide(static_cast<char32_t>(character_at(text, ends[past - 1].position))) &&
           width(ends[past - 2].position, ends.back().visible_end) <= limit;
  }
  bool unsafe(std::uint32_t offset) const {
    return offset < text.flags.size() && (text.flags[offset] & k_unsafe_break) != 0;
  }

  double widest(bool only_forced) const;
  Line next_line(std::uint32_t begin, std::size_t& next_end, double limit, std::uint32_t& end) const;
  Line part_of_word(std::uint32_t begin, std::uint32_t word_end, double limit, std::uint32_t& end) const;
  std::optional<Line> hyphenated(std::uint32_t begin, std::uint32_t word_end, double limit,
                                 std::uint32_t& end) const;
};

/// The widest piece between two line ends. Those that may be the widest are set as they would be, since a
/// column of this width must hold them.
double Paragraph::Shaped::widest(bool only_forced) const {
  struct Piece {
    LineExtent extent;
    double width = 0;
  };
  std::vector<Piece> pieces;
  double most = 0;
  std::uint32_t begin = 0;
  for (const LineEnd& end : ends) {
    if (only_forced && !end.forced && &end != &ends.back()) continue;
    pieces.push_back({extent(begin, end), 0});
    pieces.back().width = width(begin, pieces.back().extent.visible_end);
    most = std::max(most, pieces.back().width);
    begin = end.position;
  }
  double em = 0;  // no break adds more than that
  for (const InlineSpan& span : text.content.spans) em = std::max(em, span.style.size);
  double found = 0;
  for (const Piece& piece : pieces) {
    const LineExtent& at = piece.extent;
    const bool certain = !unsafe(at.begin) && !unsafe(at.visible_end) && !at.hyphen;
    if (certain)
      found = std::max(found, piece.width);
    else if (piece.width + em > most)
      found = std::max(found, build_line(text, glyphs, at).width);
  }
  return found;
}

/// The line from `begin`, which ends at `end`. `next_end` is the first line end after `begin`; moved on.
Line Paragraph::Shaped::next_line(std::uint32_t begin, std::size_t& next_end, double limit,
                                  std::uint32_t& end) const {
  const std::size_t first = next_end;
  std::size_t past = first;
  while (past < ends.size() && width(begin, std::max(begin, ends[past].visible_end)) <= limit + k_tolerance) {
    if (ends[past++].forced) break;
  }
  if (past > first + 1 && leaves_one_character(past, limit)) --past;
  // What was cut at an unsafe place may have grown beyond the limit: then the line takes one piece less.
  for (; past > first; --past) {
    const LineEnd& last = ends[past - 1];
    Line line = build_line(text, glyphs, extent(begin, last));
    if (line.width <= limit + k_tolerance) {
      next_end = past;
      end = last.position;
      return line;
    }
  }
  const LineEnd& word = ends[first];
  Line line = part_of_word(begin, word.visible_end, limit, end);
  if (end == word.visible_end) {
    end = word.position;
    next_end = first + 1;
    LineExtent whole = extent(begin, word);
    whole.hyphen = false;  // had there been room for it, the word would have been taken above
    line = build_line(text, glyphs, whole);
  }
  return line;
}

/// The longest part of the first word from `begin` that fits with a hyphen, if its language has patterns.
std::optional<Line> Paragraph::Shaped::hyphenated(std::uint32_t begin, std::uint32_t word_end, double limit,
                                                  std::uint32_t& end) const {
  const std::u16string& all = text.content.text;
  const auto is_letter = [&](std::uint32_t offset) {
    return u_isalpha(all[offset]) != 0 || u_charType(all[offset]) == U_NON_SPACING_MARK;
  };
  std::uint32_t first = begin;
  // No way further than the line or the patterns can reach: the text may be one endless word.
  while (first < word_end && !is_letter(first) && width(begin, first) <= limit) ++first;
  if (first == begin) {  // perhaps the rest of a word
    while (first > 0 && is_letter(first - 1) && begin - first <= k_longest_hyphenated) --first;
  }
  std::uint32_t past = std::max(first, begin);
  while (past < word_end && is_letter(past) && past - first <= k_longest_hyphenated) ++past;
  if (past - first > k_longest_hyphenated) return std::nullopt;
  if (past < word_end && is_of_address(all, past)) return std::nullopt;
  if (first > 0 && is_of_address(all, first - 1)) return std::nullopt;
  const auto span = std::ranges::upper_bound(text.content.spans, first, {}, &InlineSpan::end);
  if (span == text.content.spans.end()) return std::nullopt;
  const auto* const own = text.typography->of(span->language);
  if (own == nullptr || !own->hyphens) return std::nullopt;
  const auto points = hyphen_points(std::u16string_view(all).substr(first, past - first), *own->hyphens);
  for (auto point = points.rbegin(); point != points.rend(); ++point) {
    const std::uint32_t cut = first + *point;
    if (cut <= begin) break;
    if ((text.flags[cut] & k_cluster_start) == 0 || width(begin, cut) > limit + k_tolerance) continue;
    Line line = build_line(text, glyphs, {begin, cut, cut, true});
    if (line.width > limit + k_tolerance) continue;
    end = cut;
    return line;
  }
  return std::nullopt;
}

/// As much of a word as fits, and at least one cluster of it.
Line Paragraph::Shaped::part_of_word(std::uint32_t begin, std::uint32_t word_end, double limit,
                                     std::uint32_t& end) const {
  if (auto line = hyphenated(begin, word_end, limit, end)) return std::move(*line);
  const auto is_boundary = [&](std::uint32_t offset) {
    return offset >= word_end || (text.flags[offset] & k_cluster_start) != 0;
  };
  std::uint32_t cut = begin;
  for (std::uint32_t at = begin + 1; at <= word_end; ++at) {
    if (!is_boundary(at)) continue;
    if (cut > begin && width(begin, at) > limit + k_tolerance) break;
    cut = at;
    if (width(begin, at) > limit + k_tolerance) break;
  }
  for (;;) {
    Line line = build_line(text, glyphs, {begin, cut, cut});
    std::uint32_t shorter = cut - 1;
    while (shorter > begin && !is_boundary(shorter)) --shorter;
    if (line.width <= limit + k_tolerance || shorter == begin) {
      end = cut;
      return line;
    }
    cut = shorter;
  }
}

Paragraph::Paragraph(std::unique_ptr<Shaped> shaped) : shaped_(std::move(shaped)) {}
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;
Paragraph::~Paragraph() = default;

base::Result<Paragraph> Paragraph::shape(InlineContent content, model::Direction direction,
                                         const FontSet& fonts) {
  auto text = itemise(std::move(content), direction, fonts);
  if (!text) return tl::unexpected(std::move(text.error()));
  auto shaped = std::make_unique<Shaped>();
  shaped->text = std::move(*text);
  shaped->glyphs = shape_items(shaped->text, fonts.words());
  shaped->before = advances_before(shaped->text, shaped->glyphs);
  const InlineContent& kept = shaped->text.content;
  shaped->ends = find_line_ends(kept.text, main_language(kept), shaped->text.flags, fonts.typography());
  return Paragraph(std::move(shaped));
}

// With a hyphen a part may be wider than the whole, which then needs none.
double Paragraph::min_width() const {
  return std::min(shaped_->widest(false), max_width());
}
double Paragraph::max_width() const {
  return shaped_->widest(true);
}

std::vector<Line> Paragraph::lines(double width) const {
  std::vector<Line> lines;
  if (!(width > 0)) width = 0;  // also what is no number
  const std::size_t length = shaped_->text.content.text.size();
  std::size_t next_end = 0;
  for (std::uint32_t begin = 0; begin < length;) {
    std::uint32_t end = begin;
    lines.push_back(shaped_->next_line(begin, next_end, width, end));
    lines.back().ends_text = end >= length || shaped_->text.content.text[end - 1] == k_line_separator;
    begin = end;
  }
  return lines;
}

}  // namespace generator::typeset
