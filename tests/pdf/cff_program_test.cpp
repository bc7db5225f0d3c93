#include "generator/pdf/cff_program.h"

#include <hb-ot.h>
#include <hb.h>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <memory>

using namespace generator;

namespace {

template <auto Destroy>
struct Destroyer {
  template <typename T>
  void operator()(T* object) const {
    Destroy(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;

constexpr hb_tag_t k_cff = HB_TAG('C', 'F', 'F', ' ');

std::string table(hb_face_t* face, hb_tag_t tag) {
  const Blob blob(hb_face_reference_table(face, tag));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return {data, size};
}

/// The outline as HarfBuzz draws it: another reader of the same format.
std::string outline(hb_font_t* font, hb_codepoint_t glyph) {
  const std::unique_ptr<hb_draw_funcs_t, Destroyer<hb_draw_funcs_destroy>> draw(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      draw.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
        *static_cast<std::string*>(out) += fmt::format("M{} {} ", x, y);
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      draw.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
        *static_cast<std::string*>(out) += fmt::format("L{} {} ", x, y);
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      draw.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float a, float b, float c, float d, float x, float y,
         void*) { *static_cast<std::string*>(out) += fmt::format("C{} {} {} {} {} {} ", a, b, c, d, x, y); },
      nullptr, nullptr);
  std::string path;
  hb_font_get_glyph_shape(font, glyph, draw.get(), &path);
  return path;
}

struct Opened {
  Face face;
  Font font;
};

Opened open(const std::string& path, unsigned number) {
  const Blob file(hb_blob_create_from_file(path.c_str()));
  Opened opened{Face(hb_face_create(file.get(), number)), nullptr};
  opened.font.reset(hb_font_create(opened.face.get()));
  return opened;
}

/// A face that has nothing but the cut outlines and what HarfBuzz asks for besides.
Opened reopen(const Opened& whole, const std::string& cut, unsigned glyph_count) {
  std::string maxp = table(whole.face.get(), HB_TAG('m', 'a', 'x', 'p'));
  maxp[4] = static_cast<char>(glyph_count >> 8);
  maxp[5] = static_cast<char>(glyph_count);
  Opened opened{Face(hb_face_builder_create()), nullptr};
  const auto add = [&](hb_tag_t tag, const std::string& bytes) {
    const Blob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    hb_face_builder_add_table(opened.face.get(), tag, blob.get());
  };
  add(k_cff, cut);
  add(HB_TAG('m', 'a', 'x', 'p'), maxp);
  add(HB_TAG('h', 'e', 'a', 'd'), table(whole.face.get(), HB_TAG('h', 'e', 'a', 'd')));
  opened.font.reset(hb_font_create(opened.face.get()));
  return opened;
}

void check_outlines(const Opened& whole, const std::set<std::uint32_t>& glyphs) {
  const auto cut = pdf::cut_cff(table(whole.face.get(), k_cff), glyphs);
  REQUIRE(cut.has_value());
  const Opened part = reopen(whole, *cut, static_cast<unsigned>(glyphs.size()) + 1);
  hb_codepoint_t number = 0;
  for (const std::uint32_t glyph : glyphs) {
    INFO("glyph " << glyph);
    CHECK(outline(part.font.get(), ++number) == outline(whole.font.get(), glyph));
  }
}

}  // namespace

TEST_CASE("the glyphs of a Chinese font, from every part of it, are drawn as before") {
  const Opened whole = open("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2);
  std::set<std::uint32_t> glyphs;
  for (std::uint32_t glyph = 1; glyph < hb_face_get_glyph_count(whole.face.get()); glyph += 37)
    glyphs.insert(glyph);
  check_outlines(whole, glyphs);
}

TEST_CASE(
    "a font that is not CID-keyed is one afterwards: its glyphs keep their numbers and their outlines") {
  const Opened whole = open("/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf", 0);
  std::set<std::uint32_t> glyphs;
  for (std::uint32_t glyph = 1; glyph < hb_face_get_glyph_count(whole.face.get()); ++glyph)
    glyphs.insert(glyph);
  check_outlines(whole, glyphs);
}

TEST_CASE("a font that was cut short is refused, wherever it ends") {
  const Opened whole = open("/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf", 0);
  const std::string complete = table(whole.face.get(), k_cff);
  REQUIRE(pdf::cut_cff(complete, {40, 41}).has_value());
  for (std::size_t size = 0; size < complete.size(); size += 97) {
    // In memory of its own, so that a sanitizer sees what is read beyond the end.
    const std::string part = complete.substr(0, size);
    const auto cut = pdf::cut_cff(part, {40, 41});
    if (cut) CHECK(cut == pdf::cut_cff(complete, {40, 41}));
  }
  CHECK(!pdf::cut_cff(complete, {0xFFF0}).has_value());
}
