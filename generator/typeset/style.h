// The computed style of an element: the theme's rules merged with what it inherits, every property decided.
//
// All lengths are points on paper: the page layout's scale is applied here and nowhere else.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "generator/document/document.h"
#include "generator/document/theme.h"
#include "generator/typeset/paragraph.h"

namespace generator::typeset {

/// What is not inherited: space around a block, and its decoration.
struct BoxStyle {
  double space_before = 0;
  double space_after = 0;
  double padding = 0;
  double padding_side = 0;       ///< at the start and the end side
  std::optional<double> indent;  ///< of the content, at the start side
  double term_width = 0;         ///< of a dl: the column of its terms; 0: none
  std::size_t columns = 1;       ///< of the content, side by side
  std::optional<document::Colour> background;
  document::Colour border_colour{0xc8, 0xcd, 0xd4};
  double border_width = 0;
  double border_start_width = 0;
  double border_bottom_width = 0;
  bool keep_together = false;
  bool keep_with_next = false;
  bool keep_with_previous = false;
  bool page_break_before = false;

  /// True if something is painted around the content, or stands between it and an edge.
  bool decorated() const;
  // From the outer edge to the content, border and padding together.
  double inset_top() const { return border_width + padding; }
  double inset_bottom() const;
  double inset_start() const;
  double inset_end() const { return border_width + padding_side; }
};

struct Style {
  TextStyle text;
  document::Align align = document::Align::start;
  BoxStyle box;
  double least_pages = 0;                   ///< left out of a document that fills fewer
  bool even_columns = false;                ///< of a table
  double column_width = 0;                  ///< of a cell: its column is so wide; 0: as wide as it needs
  std::optional<document::Colour> stripes;  ///< of a table: behind every second row
  bool beside = false;                      ///< of a span: what is in it stands side by side
  bool page_reference = false;              ///< of a link
};

/// Resolves styles for one theme and one scale, which the theme must outlive. Of one document, and of one
/// thread: it remembers what the theme says of each kind of element, for a report has thousands of a few
/// kinds.
class StyleResolver {
 public:
  StyleResolver(const document::Theme& theme, double scale) : theme_(theme), scale_(scale) {}

  /// The style that the body of the document starts from.
  Style root() const;
  /// The style of an element whose text is in `language`. Where the theme is silent, headings, th and strong
  /// are bold, em is italic, links are underlined, and headings stay with what follows them: as a browser
  /// shows them.
  Style of(const document::Element& element, const Style& parent, const model::LanguageTag& language) const;
  /// The text of what stands on every page: a class of the theme ("running-head", "page-label", "mark").
  TextStyle furniture(const std::string& class_name, const model::LanguageTag& language) const;
  double scale() const { return scale_; }

 private:
  const document::Properties& properties_of(const document::Element& element,
                                            const model::LanguageTag& language) const;
  void apply(const document::Properties& set, Style& style) const;

  const document::Theme& theme_;
  double scale_;
  using Kind = std::tuple<document::Tag, std::vector<std::string>, model::LanguageTag>;
  mutable std::map<Kind, document::Properties, std::less<>> known_;
};

}  // namespace generator::typeset
