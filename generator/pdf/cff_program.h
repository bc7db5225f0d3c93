// The part of a CFF font program that a document needs (Adobe Technical Note 5176), always as a CID-keyed
// font whose character identifiers are the glyph ids of the whole font: so the codes of a PDF are known
// before the cutting, whatever kind of font it is cut from.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace generator::pdf {

/// A bare CFF table with .notdef and `glyphs`, without hints and subroutines; nullopt if `table` is broken,
/// lacks one of them, or draws it in a way that a CID-keyed font cannot.
std::optional<std::string> cut_cff(std::string_view table, const std::set<std::uint32_t>& glyphs);

}  // namespace generator::pdf
