// The objects that an EmbeddedFont leaves in the file.
#include <fmt/format.h>

#include <algorithm>

#include "generator/base/digest.h"
#include "generator/pdf/composite_font.h"
#include "generator/pdf/embedded_font.h"
#include "generator/pdf/pdf_syntax.h"

namespace generator::pdf {
namespace {

/// Six capital letters that name a subset (9.6.4), drawn from its bytes.
std::string subset_tag(const std::string& program) {
  const base::Fingerprint digest = base::fingerprint(program);
  std::string tag;
  for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest[i] % 26);
  return tag;
}

bool is_cff(const typeset::Face& face) {
  return face.outlines() == typeset::Outlines::cff;
}

}  // namespace

std::string EmbeddedFont::descriptor(const std::string& name) const {
  const auto box = face_->bounding_box();
  // Flag 4, symbolic: the codes are no standard character set.
  std::string out = "/Type/FontDescriptor/FontName" + pdf::name(name) + "/Flags 4/ItalicAngle 0/Ascent ";
  append_number(out, face_->ascent());
  out += "/Descent ";
  append_number(out, face_->descent());
  out += "/CapHeight ";
  append_number(out, face_->cap_height());
  out += face_->weight() == typeset::Weight::bold ? "/StemV 140" : "/StemV 80";
  return out + fmt::format("/FontBBox[{}]", fmt::join(box, " "));
}

std::string EmbeddedFont::widths() const {
  // Layers share a program, and so the widths of the codes that they share.
  std::vector<std::pair<std::uint16_t, double>> by_code;
  for (const Layer& layer : layers_)
    for (const auto& [code, entry] : layer) by_code.emplace_back(code, entry.width);
  std::ranges::sort(by_code);
  by_code.erase(std::ranges::unique(by_code).begin(), by_code.end());
  std::string out = "/DW 0/W[";
  int previous = -2;
  for (const auto& [code, width] : by_code) {
    if (code != previous + 1) {
      if (previous >= 0) out += ']';
      out += std::to_string(code) + '[';
    } else {
      out += ' ';
    }
    append_number(out, width);
    previous = code;
  }
  if (previous >= 0) out += ']';
  return out += ']';
}

std::string EmbeddedFont::glyph_map(const FontSubset& subset) const {
  const Layer& layer = layers_.front();
  std::string map(2 * (layer.size() + 1), '\0');
  for (const auto& [code, entry] : layer) {
    const std::uint32_t glyph =
        entry.outline >= k_first_composite
            ? static_cast<std::uint32_t>(subset.glyph_count) + entry.outline - k_first_composite
            : subset.new_ids.at(entry.outline);
    const std::size_t at = std::size_t{2} * code;
    map[at] = static_cast<char>(glyph >> 8);
    map[at + 1] = static_cast<char>(glyph);
  }
  return map;
}

std::string EmbeddedFont::unicode_map(const Layer& layer) {
  // At most a hundred entries stand in a block (Adobe Technical Note 5014).
  constexpr std::size_t k_block = 100;
  std::string out =
      "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)"
      "/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
      "1 begincodespacerange<0000><FFFF>endcodespacerange\n";
  std::size_t left = layer.size();
  std::size_t in_block = 0;
  for (const auto& [code, entry] : layer) {
    if (in_block == 0) {
      in_block = std::min(k_block, left);
      out += std::to_string(in_block) + " beginbfchar\n";
    }
    out += '<';
    append_hex16(out, code);
    out += "><";
    for (const char16_t c : entry.text) append_hex16(out, c);
    out += ">\n";
    --left;
    if (--in_block == 0) out += "endbfchar\n";
  }
  return out + "endcmap CMapName currentdict/CMap defineresource pop end end";
}

base::Result<std::vector<Object>> EmbeddedFont::write(HaruDocument& document) const {
  base::Result<FontSubset> cut = subset(*face_, glyphs_);
  if (!cut) return tl::unexpected(std::move(cut.error()));
  std::string program = std::move(cut->program);
  if (static_cast<std::size_t>(cut->glyph_count) + composites_.size() > 0xFFFF)
    return pdf_failure("the face " + face_->postscript_name() + " needs more glyphs than a font can hold");
  if (!composites_.empty()) {
    std::vector<CompositeGlyph> added;
    for (const Shape& shape : composites_) {
      added.push_back({shape.parts, shape.advance});
      for (ShapePart& part : added.back().parts) part.glyph = cut->new_ids.at(part.glyph);
    }
    program = with_composites(program, added);
  }

  const std::string name = subset_tag(program) + '+' + face_->postscript_name();
  std::string described = descriptor(name);
  if (is_cff(*face_)) {
    const Object file = document.add_stream("/Subtype/CIDFontType0C", program);
    described += "/FontFile3 " + file.reference();
  } else {
    const Object file = document.add_stream(fmt::format("/Length1 {}", program.size()), program);
    described += "/FontFile2 " + file.reference();
  }
  const Object descriptor_object = document.add_dictionary(std::move(described));

  std::string descendant = "/Type/Font/Subtype";
  descendant += is_cff(*face_) ? "/CIDFontType0" : "/CIDFontType2";
  descendant += "/BaseFont" + pdf::name(name) +
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                descriptor_object.reference();
  if (!is_cff(*face_)) {
    const Object map = document.add_stream({}, glyph_map(*cut));
    descendant += "/CIDToGIDMap " + map.reference();
  }
  const Object descendant_object = document.add_dictionary(descendant + widths());

  std::vector<Object> fonts;
  for (const Layer& layer : layers_) {
    const Object to_unicode = document.add_stream({}, unicode_map(layer));
    // 9.7.6.1: over CFF the name has the encoding's appended.
    const std::string base_font = is_cff(*face_) ? name + "-Identity-H" : name;
    fonts.push_back(document.add_dictionary(
        "/Type/Font/Subtype/Type0/BaseFont" + pdf::name(base_font) + "/Encoding/Identity-H/DescendantFonts[" +
        descendant_object.reference() + "]/ToUnicode " + to_unicode.reference()));
  }
  return fonts;
}

}  // namespace generator::pdf
