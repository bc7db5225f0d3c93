// The part of a face's font program that a document needs, cut out by hb-subset: no hinting, no layout
// tables, no names, since a PDF brings its own codes, widths and texts.
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
  /// From the face's glyph ids to those of `program`. Codes of a CFF program stay the face's own ids.
  std::map<std::uint32_t, std::uint32_t> new_ids;
};

/// Error: pdf-failed, if hb-subset refuses the face.
base::Result<FontSubset> subset(const typeset::Face& face, const std::set<std::uint32_t>& glyphs);

}  // namespace generator::pdf
