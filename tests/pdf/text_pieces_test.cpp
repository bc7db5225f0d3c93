#include "generator/pdf/text_pieces.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "generator/pdf/composite_font.h"
#include "shaped_text.h"

using namespace generator;
using pdf::Piece;
using pdf::TextOrder;

namespace {

/// The pieces' texts, left to right, with "|" between.
std::u16string texts(const std::vector<Piece>& pieces) {
  std::u16string all;
  for (const Piece& piece : pieces) all += (all.empty() ? u"" : u"|") + piece.text;
  return all;
}

}  // namespace

TEST_CASE("a ligature is one piece with all its letters") {
  const auto pieces = pdf::pieces_of(shaped_text::run("Latn", "ffi"), TextOrder::visual);
  std::u16string text;
  for (const Piece& piece : pieces) text += piece.text;
  CHECK(text == u"ffi");
}

TEST_CASE("a cluster of several glyphs is one composed shape that is as wide as they are") {
  if (shaped_text::face("Deva") == nullptr) return;
  const typeset::GlyphRun run = shaped_text::run("Deva", "कि");
  REQUIRE(run.clusters.size() == 1);
  const auto pieces = pdf::pieces_of(run, TextOrder::visual);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].text == u"कि");
  CHECK(pieces[0].shape.composed);
  CHECK(pieces[0].shape.parts.size() == 2);
  CHECK(pieces[0].shape.advance == run.glyphs[0].x_advance + run.glyphs[1].x_advance);
}

TEST_CASE("right-to-left text is written from the left in single characters, brackets as they look") {
  if (shaped_text::face("Arab") == nullptr) return;
  const auto pieces = pdf::pieces_of(shaped_text::run("Arab", "لام"), TextOrder::visual);
  CHECK(texts(pieces) == u"م|ا|ل");

  typeset::GlyphRun bracket = shaped_text::run("Latn", "(");
  bracket.right_to_left = true;
  CHECK(texts(pdf::pieces_of(bracket, TextOrder::visual)) == u")");
  CHECK(texts(pdf::pieces_of(bracket, TextOrder::logical)) == u"(");
}

TEST_CASE("in logical order the same text stands as it was typed") {
  if (shaped_text::face("Arab") == nullptr) return;
  const auto pieces = pdf::pieces_of(shaped_text::run("Arab", "باب"), TextOrder::logical);
  CHECK(texts(pieces) == u"ب|ا|ب");
  CHECK(pieces.front().x > pieces.back().x);
}

TEST_CASE("letters and marks of one shape are codes apart, and never two of the same text at one place") {
  if (shaped_text::face("Deva") == nullptr) return;
  typeset::GlyphRun run = shaped_text::run("Deva", "स्त्री");
  run.clusters = {{0, static_cast<std::uint32_t>(run.glyphs.size()), 0, 6}};
  const auto pieces = pdf::pieces_of(run, TextOrder::visual);
  REQUIRE(texts(pieces) == u"स|्|त|्|री");
  CHECK(pieces[0].x + pieces[0].shape.advance == pieces[1].x);
  CHECK(pieces[1].shape.advance == 0);
  CHECK(pieces[1].x == pieces[2].x);
  CHECK(pieces[2].x + pieces[2].shape.advance == pieces[3].x);
  CHECK(pieces[1].x < pieces[3].x);
  int advance = 0;
  for (const typeset::Glyph& glyph : run.glyphs) advance += glyph.x_advance;
  CHECK(pieces[4].x + pieces[4].shape.advance == advance);
}

TEST_CASE("a joiner in right-to-left text stands with the letter before it") {
  if (shaped_text::face("Arab") == nullptr) return;
  typeset::GlyphRun run = shaped_text::run("Arab", "می\u200Cشود");
  // As the typesetter has it, the joiner and its letter are one cluster.
  const auto joiner = std::ranges::find(run.clusters, 2U, &typeset::Cluster::first_char);
  REQUIRE(joiner != run.clusters.end());
  joiner[1].first_glyph = joiner->first_glyph;
  joiner[1].end_char = joiner->end_char;
  run.clusters.erase(joiner);
  const auto pieces = pdf::pieces_of(run, TextOrder::visual);
  CHECK(texts(pieces) == u"د|و|ش|\u200Cی|م");
}

TEST_CASE("a no-break space is given back as what a reader would type") {
  const auto pieces = pdf::pieces_of(shaped_text::run("Latn", "8\u00A0g"), TextOrder::visual);
  CHECK(texts(pieces) == u"8| |g");
}

TEST_CASE("brackets in a right-to-left run give what they look like, or what was typed") {
  typeset::GlyphRun bracket = shaped_text::run("Latn", "(");
  bracket.right_to_left = true;
  CHECK(texts(pdf::pieces_of(bracket, TextOrder::visual, pdf::Brackets::as_seen)) == u")");
  CHECK(texts(pdf::pieces_of(bracket, TextOrder::visual, pdf::Brackets::as_typed)) == u"(");
}

TEST_CASE("white space cut off at a line's end still parts words") {
  typeset::GlyphRun run = shaped_text::run("Latn", "word");
  run.text += u"  ";
  const auto pieces = pdf::pieces_of(run, TextOrder::visual);
  CHECK(texts(pieces) == u"w|o|r|d| ");
}

TEST_CASE("isolates order text and are no text") {
  typeset::GlyphRun run = shaped_text::run("Latn", "\u2066ab\u2069");
  CHECK(texts(pdf::pieces_of(run, TextOrder::visual)) == u"a|b");
}

TEST_CASE("a cluster that leads the pen back is held, without an advance") {
  if (shaped_text::face("Aran bold") == nullptr) return;
  const typeset::GlyphRun run = shaped_text::run("Aran bold", "تحریری آراء کا موازنہ");
  bool leads_back = false;
  for (const typeset::Cluster& cluster : run.clusters) {
    int advance = 0;
    for (auto i = cluster.first_glyph; i < cluster.end_glyph; ++i) advance += run.glyphs[i].x_advance;
    leads_back = leads_back || advance < 0;
  }
  REQUIRE(leads_back);
  for (const TextOrder order : {TextOrder::visual, TextOrder::logical})
    for (const Piece& piece : pdf::pieces_of(run, order))
      if (piece.shape.composed) CHECK(pdf::is_representable(piece.shape));
}

TEST_CASE("a cluster of more glyphs than a shape can hold stays single glyphs") {
  std::string stack = "a";
  for (int i = 0; i < 200; ++i) stack += "\u0301";
  const auto pieces = pdf::pieces_of(shaped_text::run("Latn", stack), TextOrder::visual);
  REQUIRE(pieces.size() > 150);
  std::u16string text;
  for (const Piece& piece : pieces) {
    CHECK(!piece.shape.composed);
    text += piece.text;
  }
  CHECK(text == u"a" + std::u16string(200, u'\u0301'));
}
