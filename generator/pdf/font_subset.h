// The part of a face's font program that a document needs, cut out by hb-subset or, if it is CFF, by us: no
// hinting, no layout tables, no names, since a PDF brings its own codes, widths and texts.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/typeset/fonts.h"

namespace generator::pdf {

struct FontSubset {
  std::string program;  ///< a TrueType file, or a bare CFF table
  int glyph_count = 0;
  /// From the face's glyph ids to those of a TrueType `program`; empty for CFF, whose codes are the face's
  /// ids.
  std::map<std::uint32_t, std::uint32_t> new_ids;
};

/// Error: pdf-failed, if the face cannot be cut.
base::Result<FontSubset> subset(const typeset::Face& face, const std::set<std::uint32_t>& glyphs);

}  // namespace generator::pdf
