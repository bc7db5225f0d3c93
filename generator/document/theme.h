// The look of a report: page, colours, type scale, and a closed list of properties by element and class. One
// theme.json becomes both the page's CSS and the typesetter's style; docs/templates.md lists every property.
//
// Lengths are points (1/72 inch). Immutable after load; thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/document/document.h"

namespace generator::document {

/// sRGB.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

enum class Align { start, centre, end, justify };

/// What a rule may set; an absent property is inherited (text) or has its initial value (box).
struct Properties {
  // inherited
  std::optional<double> font_size;
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<Colour> colour;
  std::optional<double> line_height;  ///< times the font size; a script's own minimum still holds
  std::optional<Align> align;
  // not inherited
  std::optional<double> space_before;
  std::optional<double> space_after;
  std::optional<double> padding;       ///< on all four sides
  std::optional<double> padding_side;  ///< at the start and the end side, in place of padding
  std::optional<double> indent;        ///< at the start side
  std::optional<double> term_width;    ///< of a dl: its terms stand in a column of that width
  std::optional<double> columns;       ///< of a list or section: so many of equal height, side by side
  std::optional<double> least_pages;   ///< left out of a document that fills fewer pages than that
  std::optional<Colour> background;
  std::optional<Colour> border_colour;
  std::optional<double> border_width;        ///< on all four sides
  std::optional<double> border_start_width;  ///< a bar at the start side
  std::optional<double> border_bottom_width;
  std::optional<bool> keep_together;  ///< not broken over pages if it fits on one
  std::optional<bool> keep_with_next;
  std::optional<bool> keep_with_previous;
  std::optional<bool> page_break_before;
  std::optional<bool> even_columns;    ///< of a table: all columns but the first get the same room
  std::optional<double> column_width;  ///< of a cell: its column is so wide, if its longest word has room
  std::optional<Colour> stripes;       ///< of a table: behind every second row of each tbody
  std::optional<bool> beside;          ///< of a span: the elements in it stand beside one another
  std::optional<bool> page_reference;  ///< of an a: the number of its target's page stands at the line's end
};

/// A frame that holds fewer widths of a dl's term column than this shows each term above its descriptions.
inline constexpr double k_least_widths_of_term = 2.5;
/// Between a dl's terms and their descriptions, in points.
inline constexpr double k_term_gap = 10;
/// Between parts that stand beside one another, in points.
inline constexpr double k_beside_gap = 20;

/// A selector: an element, a class, or both ("td.total"), each in one language if it says so ("p:lang(zh)");
/// the later rule wins over the earlier.
struct Rule {
  std::optional<Tag> tag;
  std::string class_name;                      ///< may be empty
  std::optional<model::LanguageTag> language;  ///< a range: of text that matches it
  Properties properties;
};

enum class PageSize { a4, letter, phone };

struct PageLayout {
  double width = 0;
  double height = 0;
  double margin_top = 0;
  double margin_bottom = 0;
  double margin_side = 0;
  double scale = 1;  ///< of the type scale, for small pages
  /// Tables become blocks, one below another: the page is as narrow as a phone.
  bool stacked_tables = false;
};

struct Theme {
  std::map<PageSize, PageLayout> pages;  ///< every size is there
  Properties body;  ///< what the whole document starts from: font size, colour and line height are set
  std::vector<Rule> rules;

  /// The merged properties of an element, whose text is in `language`, by itself, without inheritance.
  Properties properties_of(const Element& element, const model::LanguageTag& language) const;
};

/// Reads theme.json. Errors carry file:line:column: theme-unknown-property, theme-bad-value, ...
base::Result<Theme> load_theme(const std::filesystem::path& path);

/// The same theme as a style sheet.
std::string to_css(const Theme& theme);

}  // namespace generator::document
