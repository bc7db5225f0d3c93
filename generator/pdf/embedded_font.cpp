#include "generator/pdf/embedded_font.h"

#include <hb.h>

#include <algorithm>
#include <cmath>

#include "generator/pdf/composite_font.h"

namespace generator::pdf {
namespace {

constexpr std::size_t k_most_codes = 0xFFFF;

template <typename T>
void append_bytes(std::string& key, const T& value) {
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

double EmbeddedFont::thousandths(int font_units) const {
  return std::round(font_units * 100000.0 / face_->units_per_em()) / 100;
}

std::optional<EmbeddedFont::Outline> EmbeddedFont::outline_of(const Shape& shape) {
  if (!shape.composed) return shape.glyph == 0 ? std::nullopt : std::optional(shape.glyph);
  const bool notdef = std::ranges::any_of(shape.parts, [](const ShapePart& part) { return part.glyph == 0; });
  if (notdef) return std::nullopt;
  if (!is_representable(shape)) return std::nullopt;
  key_.clear();
  append_bytes(key_, shape.advance);
  for (const ShapePart& part : shape.parts) {
    append_bytes(key_, part.glyph);
    append_bytes(key_, part.x);
    append_bytes(key_, part.y);
  }
  const auto next = k_first_composite + static_cast<Outline>(composites_.size());
  const auto [known, is_new] = composite_ids_.try_emplace(key_, next);
  if (is_new) {
    composites_.push_back(shape);
    for (const ShapePart& part : shape.parts) glyphs_.insert(part.glyph);
  }
  return known->second;
}

std::optional<FontCode> EmbeddedFont::code(const Piece& piece) {
  if (piece.shape.composed || piece.text.size() != 1) return new_code(piece);
  const std::uint64_t key = std::uint64_t{piece.shape.glyph} << 16 | piece.text.front();
  const auto known = plain_codes_.find(key);
  if (known != plain_codes_.end()) return known->second;
  const std::optional<FontCode> made = new_code(piece);
  if (made) plain_codes_.emplace(key, *made);
  return made;
}

std::optional<FontCode> EmbeddedFont::new_code(const Piece& piece) {
  const std::optional<Outline> outline = outline_of(piece.shape);
  if (!outline) return std::nullopt;
  if (face_->outlines() == typeset::Outlines::cff) return code_of_cff(*outline, piece.text);

  if (layers_.empty()) layers_.emplace_back();
  Layer& layer = layers_.front();
  key_.clear();
  append_bytes(key_, *outline);
  key_.append(reinterpret_cast<const char*>(piece.text.data()), piece.text.size() * sizeof(char16_t));
  const auto [known, is_new] = codes_.try_emplace(key_);
  if (!is_new) return known->second;
  if (layer.size() >= k_most_codes) return std::nullopt;
  if (!piece.shape.composed) glyphs_.insert(*outline);
  const int advance = piece.shape.composed ? piece.shape.advance
                                           : hb_font_get_glyph_h_advance(face_->hb_font(), piece.shape.glyph);
  const double width = thousandths(advance);
  known->second = {0, static_cast<std::uint16_t>(layer.size() + 1), width};
  layer.emplace(known->second.code, Entry{*outline, piece.text, width});
  return known->second;
}

FontCode EmbeddedFont::code_of_cff(std::uint32_t glyph, const std::u16string& text) {
  const auto code = static_cast<std::uint16_t>(glyph);
  for (std::size_t i = 0;; ++i) {
    if (i == layers_.size()) layers_.emplace_back();
    auto [entry, is_new] = layers_[i].try_emplace(code);
    if (is_new) {
      entry->second = {glyph, text, thousandths(hb_font_get_glyph_h_advance(face_->hb_font(), glyph))};
      glyphs_.insert(glyph);
    }
    if (entry->second.text == text) return {i, code, entry->second.width};
  }
}

}  // namespace generator::pdf
