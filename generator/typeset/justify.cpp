#include "generator/typeset/justify.h"

#include <unicode/utf16.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "generator/typeset/character.h"

namespace generator::typeset {
namespace {

/// The most that a gap may get, in ems. pdf.js takes a tenth of an em between two characters for a space.
constexpr double k_most_between_words = 0.4;
constexpr double k_most_between_characters = 0.09;
/// On a line that has both, a gap between words gets so much of what one between characters gets.
constexpr double k_share_of_words = 2;

/// Room can be added behind this cluster.
struct Gap {
  std::size_t run = 0;
  std::size_t cluster = 0;
  double share = 0;  ///< of the line's room, in proportion to other gaps
};

struct Gaps {
  std::vector<Gap> all;
  double shares = 0;        ///< of all of them
  bool characters = false;  ///< some are between characters

  double most() const {
    return shares * (characters ? k_most_between_characters : k_most_between_words / k_share_of_words);
  }
};

bool is_space(UChar32 c) {
  return c == u' ' || c == 0xA0;
}

UChar32 first_character(const GlyphRun& run, const Cluster& cluster) {
  UChar32 c = 0;
  U16_GET(run.text.data(), 0, cluster.first_char, run.text.size(), c);
  return c;
}

UChar32 last_character(const GlyphRun& run, const Cluster& cluster) {
  UChar32 c = 0;
  U16_GET(run.text.data(), 0, cluster.end_char - 1, run.text.size(), c);
  return c;
}

class GapFinder {
 public:
  explicit GapFinder(const Line& line) : line_(line) {}

  Gaps find() {
    for (std::size_t r = 0; r < line_.runs.size(); ++r) {
      const GlyphRun& run = line_.runs[r].run;
      for (std::size_t c = 0; c < run.clusters.size(); ++c) add(run, {r, c, 0});
    }
    // Room behind the rightmost cluster would only move the others.
    std::vector<Gap>& all = gaps_.all;
    if (!all.empty() && all.back().run == before_.run && all.back().cluster == before_.cluster)
      all.pop_back();
    for (const Gap& gap : all) gaps_.shares += gap.share;
    return std::move(gaps_);
  }

 private:
  void add(const GlyphRun& run, Gap here) {
    const Cluster& cluster = run.clusters[here.cluster];
    if (cluster.first_glyph == cluster.end_glyph || cluster.first_char == cluster.end_char) return;
    const UChar32 first = first_character(run, cluster);
    const bool wide = !run.right_to_left && is_wide(static_cast<char32_t>(first));
    if (is_space(first)) {
      here.share = k_share_of_words * run.size;
      gaps_.all.push_back(here);
    } else if (before_is_character_ && (wide || before_is_wide_) && !run.right_to_left) {
      gaps_.all.push_back({before_.run, before_.cluster, run.size});
      gaps_.characters = true;
    }
    before_ = here;
    before_is_character_ = !is_space(first) && !run.right_to_left;
    before_is_wide_ = before_is_character_ && is_wide(static_cast<char32_t>(last_character(run, cluster)));
  }

  const Line& line_;
  Gaps gaps_;
  Gap before_;
  bool before_is_character_ = false;  ///< and one of a run that reads rightwards
  bool before_is_wide_ = false;
};

}  // namespace

void justify(Line& line, double width) {
  const double room = width - line.width;
  if (line.ends_text || room <= 0) return;
  const Gaps gaps = GapFinder(line).find();
  if (room > gaps.most()) return;

  double due = 0;    // what the gaps so far ought to have got
  double given = 0;  // and what they have got, in whole font units
  std::size_t next = 0;
  for (std::size_t r = 0; r < line.runs.size(); ++r) {
    PlacedRun& placed = line.runs[r];
    placed.x += given;
    const double points_per_unit = placed.run.size / placed.run.face->units_per_em();
    for (; next < gaps.all.size() && gaps.all[next].run == r; ++next) {
      due += room * gaps.all[next].share / gaps.shares;
      const auto units = static_cast<int>(std::lround((due - given) / points_per_unit));
      placed.run.glyphs[placed.run.clusters[gaps.all[next].cluster].end_glyph - 1].x_advance += units;
      placed.run.advance += units * points_per_unit;
      given += units * points_per_unit;
    }
  }
  line.width += given;
}

}  // namespace generator::typeset
