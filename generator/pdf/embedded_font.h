// A face as one document uses it: the codes that have been given out, and at the end the font objects that
// explain them (ISO 32000-1, 9.7; ISO 19005-3, 6.2.11).
//
// Faces with TrueType outlines get codes of their own making, one for each pair of shape and text, so that
// two texts never share a code; a CIDToGIDMap leads from codes to glyphs. Codes of a CFF face are its glyph
// ids: where one glyph stands for several texts, the second text opens a second font over the same program, a
// `layer`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "generator/pdf/font_subset.h"
#include "generator/pdf/haru_document.h"
#include "generator/pdf/text_pieces.h"
#include "generator/typeset/fonts.h"

namespace generator::pdf {

/// How a piece is written: two bytes of `code` in the font's layer move the pen by `width` thousandths of an
/// em.
struct FontCode {
  std::size_t layer = 0;
  std::uint16_t code = 0;
  double width = 0;
};

class EmbeddedFont {
 public:
  explicit EmbeddedFont(const typeset::Face& face) : face_(&face) {}

  const typeset::Face& face() const { return *face_; }

  /// Thousandths of an em, as the font's widths have them.
  double thousandths(int font_units) const;

  /// The code for a piece's shape and text; nullopt if none can be had: .notdef, a composed shape too large
  /// for the format, or more than 65,535 codes.
  std::optional<FontCode> code(const Piece& piece);

  /// Writes the font; the results are its layers' Type 0 fonts. Error: pdf-failed.
  base::Result<std::vector<Object>> write(HaruDocument& document) const;

 private:
  /// A glyph of the face, or (from k_first_composite up) a shape of composites_.
  using Outline = std::uint32_t;
  static constexpr Outline k_first_composite = 0x10000;
  struct Entry {
    Outline outline = 0;
    std::u16string text;
    double width = 0;
  };
  /// By code.
  using Layer = std::map<std::uint16_t, Entry>;

  std::optional<FontCode> new_code(const Piece& piece);
  std::optional<Outline> outline_of(const Shape& shape);
  FontCode code_of_cff(std::uint32_t glyph, const std::u16string& text);
  std::string descriptor(const std::string& name) const;
  std::string widths() const;
  std::string glyph_map(const FontSubset& subset) const;
  static std::string unicode_map(const Layer& layer);

  const typeset::Face* face_;
  std::set<std::uint32_t> glyphs_;
  std::vector<Shape> composites_;
  std::unordered_map<std::string, Outline> composite_ids_;  ///< by the shape's bytes
  std::unordered_map<std::string, FontCode> codes_;         ///< by the bytes of outline and text
  std::unordered_map<std::uint64_t, FontCode>
      plain_codes_;  ///< of one glyph and one code unit: found at once
  std::vector<Layer> layers_;
  std::string key_;  ///< what is being looked up; kept for its room
};

}  // namespace generator::pdf
