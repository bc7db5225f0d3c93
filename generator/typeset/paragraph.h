// From a paragraph's characters to lines of glyph runs, in four steps, each with its own file and type:
//   itemise  bidi levels (UAX #9), then script, face and language: runs that HarfBuzz can shape
//   shape    glyphs for each item, with advances and the flags that say where a line may break without
//            reshaping
//   break    line ends by the locale's rules (UAX #14, ICU), with emergency breaks inside words that are too
//            long
//   order    each line's runs in visual order
//
// Offsets are UTF-16 code units of InlineContent::text; widths are points.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/document/theme.h"
#include "generator/model/language.h"
#include "generator/typeset/glyph_run.h"

namespace generator::typeset {

struct TextStyle {
  double size = 10;
  Weight weight = Weight::regular;
  bool italic = false;
  bool underlined = false;
  double line_height = 1.35;  ///< times the size
  document::Colour colour;
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// Text [begin, end) in one style and language. `owner` is the caller's: it comes back on the placed runs
/// (the structure element that the text belongs to, which may also be a link).
struct InlineSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  TextStyle style;
  model::LanguageTag language;
  int owner = -1;
};

/// Forces a line end.
inline constexpr char16_t k_line_separator = 0x2028;

/// Spans cover the text in order and without gaps. U+2066-U+2069 (isolates) and other characters that only
/// order or divide text (U+200B, U+200E, ...) are never drawn, nor are they in the runs' text; U+00AD is
/// drawn as a hyphen where a line ends at it.
struct InlineContent {
  std::u16string text;
  std::vector<InlineSpan> spans;
};

struct PlacedRun {
  double x = 0;  ///< of its left edge, from the line's left edge
  int owner = -1;
  GlyphRun run;
};

/// Runs left to right; none on a line without anything to see. Trailing white space has been cut off the
/// width and the runs but stays in the text of the last run in logical order (a text extractor needs it
/// between lines).
struct Line {
  double width = 0;
  double ascent = 0;       ///< from the baseline up; half of the leading is in it
  double descent = 0;      ///< from the baseline down, positive; the other half is in it
  bool ends_text = false;  ///< the paragraph ends with it, or a forced break follows
  std::vector<PlacedRun> runs;
  double height() const { return ascent + descent; }
};

/// A shaped paragraph: break it into lines of any width, as often as needed. Immutable.
class Paragraph {
 public:
  /// Errors: glyph-missing (names the character, its code point and the language), font-missing,
  /// cluster-too-long (more marks on one letter than any writing has).
  static base::Result<Paragraph> shape(InlineContent content, model::Direction direction,
                                       const FontSet& fonts);

  Paragraph(Paragraph&&) noexcept;
  Paragraph& operator=(Paragraph&&) noexcept;
  ~Paragraph();

  /// The widest piece that no ordinary break divides.
  double min_width() const;
  /// The width of the widest line when only forced breaks are taken.
  double max_width() const;
  /// At least one line if there is any text. A word wider than `width` breaks between its grapheme clusters.
  std::vector<Line> lines(double width) const;

 private:
  struct Shaped;
  explicit Paragraph(std::unique_ptr<Shaped> shaped);
  std::unique_ptr<Shaped> shaped_;
};

}  // namespace generator::typeset
