#include "generator/typeset/justify.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace generator::typeset {
namespace {

/// The widest that a gap may become, in ems. pdf.js takes a tenth of an em between two characters for a
/// space.
constexpr double k_most_between_words = 0.5;
constexpr double k_most_between_characters = 0.09;

/// Room can be added behind this cluster.
struct Gap {
  std::size_t run = 0;
  std::size_t cluster = 0;
  double most = 0;  ///< points
};

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

/// Han characters, kana, and their punctuation (UAX #11).
bool is_wide(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

class GapFinder {
 public:
  explicit GapFinder(const Line& line) : line_(line) {}

  std::vector<Gap> find() {
    for (std::size_t r = 0; r < line_.runs.size(); ++r) {
      const GlyphRun& run = line_.runs[r].run;
      for (std::size_t c = 0; c < run.clusters.size(); ++c) add(run, {r, c, 0});
    }
    // Room behind the rightmost cluster would only move the others.
    if (!gaps_.empty() && gaps_.back().run == before_.run && gaps_.back().cluster == before_.cluster)
      gaps_.pop_back();
    return std::move(gaps_);
  }

 private:
  void add(const GlyphRun& run, Gap here) {
    const Cluster& cluster = run.clusters[here.cluster];
    if (cluster.first_glyph == cluster.end_glyph || cluster.first_char == cluster.end_char) return;
    const UChar32 first = first_character(run, cluster);
    const bool wide = !run.right_to_left && is_wide(first);
    if (first == u' ') {
      here.most = k_most_between_words * run.size;
      gaps_.push_back(here);
    } else if (before_is_character_ && (wide || before_is_wide_) && !run.right_to_left) {
      gaps_.push_back({before_.run, before_.cluster, k_most_between_characters * run.size});
    }
    before_ = here;
    before_is_character_ = first != u' ' && !run.right_to_left;
    before_is_wide_ = before_is_character_ && is_wide(last_character(run, cluster));
  }

  const Line& line_;
  std::vector<Gap> gaps_;
  Gap before_;
  bool before_is_character_ = false;  ///< and one of a run that reads rightwards
  bool before_is_wide_ = false;
};

}  // namespace

void justify(Line& line, double width) {
  const double room = width - line.width;
  if (line.ends_text || room <= 0) return;
  const std::vector<Gap> gaps = GapFinder(line).find();
  double most = 0;
  for (const Gap& gap : gaps) most += gap.most;
  if (room > most) return;

  double due = 0;    // what the gaps so far ought to have got
  double given = 0;  // and what they have got, in whole font units
  std::size_t next = 0;
  for (std::size_t r = 0; r < line.runs.size(); ++r) {
    PlacedRun& placed = line.runs[r];
    placed.x += given;
    const double points_per_unit = placed.run.size / placed.run.face->units_per_em();
    for (; next < gaps.size() && gaps[next].run == r; ++next) {
      due += room * gaps[next].most / most;
      const auto units = static_cast<int>(std::lround((due - given) / points_per_unit));
      placed.run.glyphs[placed.run.clusters[gaps[next].cluster].end_glyph - 1].x_advance += units;
      placed.run.advance += units * points_per_unit;
      given += units * points_per_unit;
    }
  }
  line.width += given;
}

}  // namespace generator::typeset
