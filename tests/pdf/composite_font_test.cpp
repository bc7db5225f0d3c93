#include "generator/pdf/composite_font.h"

#include <hb-ot.h>
#include <hb.h>

#include <catch2/catch.hpp>

#include "generator/pdf/font_subset.h"
#include "shaped_text.h"

using namespace generator;

TEST_CASE("a composed glyph shows its parts where they were put, as wide as it was told") {
  const typeset::GlyphRun run = shaped_text::run("Latn", "aé");
  const std::uint32_t a = run.glyphs[0].id;
  const std::uint32_t e = run.glyphs[1].id;
  const auto cut = pdf::subset(*run.face, {a, e});
  REQUIRE(cut.has_value());
  const std::uint32_t new_a = cut->new_ids.at(a);
  const std::uint32_t new_e = cut->new_ids.at(e);
  const std::string font =
      pdf::with_composites(cut->program, {{{{new_a, 0, 0}, {new_e, 700, 150}}, 1300}, {{}, 250}});

  hb_blob_t* blob = hb_blob_create(font.data(), static_cast<unsigned>(font.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_font_t* opened = hb_font_create(face);
  const auto first = static_cast<hb_codepoint_t>(cut->glyph_count);
  CHECK(hb_face_get_glyph_count(face) == first + 2);
  CHECK(hb_font_get_glyph_h_advance(opened, first) == 1300);
  CHECK(hb_font_get_glyph_h_advance(opened, first + 1) == 250);
  CHECK(hb_font_get_glyph_h_advance(opened, new_a) == run.glyphs[0].x_advance);
  hb_glyph_extents_t whole{};
  hb_glyph_extents_t base{};
  hb_glyph_extents_t raised{};
  REQUIRE(hb_font_get_glyph_extents(opened, first, &whole));
  REQUIRE(hb_font_get_glyph_extents(opened, new_a, &base));
  REQUIRE(hb_font_get_glyph_extents(opened, new_e, &raised));
  CHECK(whole.x_bearing == base.x_bearing);
  CHECK(whole.x_bearing + whole.width == 700 + raised.x_bearing + raised.width);
  CHECK(whole.y_bearing == 150 + raised.y_bearing);
  hb_font_destroy(opened);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
}

TEST_CASE("a shape that the format cannot hold is known as such") {
  CHECK(pdf::is_representable({.composed = true, .parts = {{3, 100, -50}}, .advance = 600}));
  CHECK(!pdf::is_representable({.composed = true, .parts = {{3, 40000, 0}}, .advance = 600}));
  CHECK(!pdf::is_representable({.composed = true, .parts = {}, .advance = -1}));
}
