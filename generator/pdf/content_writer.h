// A page's items as a content stream (ISO 32000-1, 7.8 and 14.6): text, outlines, and the marks that tie them
// to the structure. No graphics state is ever saved or restored, so each parameter is written only when it
// changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generator/pdf/font_embedder.h"
#include "generator/pdf/pdf_syntax.h"
#include "generator/pdf/pdf_writer.h"
#include "generator/typeset/pages.h"

namespace generator::pdf {

/// A stretch of marked content; its index among the page's is its identifier (MCID).
struct MarkedSequence {
  typeset::NodeIndex node = typeset::k_artifact;
  std::size_t rank = 0;  ///< of its first item in the page's reading order
};

struct PageContent {
  std::string stream;
  std::vector<MarkedSequence> sequences;
};

class ContentWriter {
 public:
  /// For one page. Everything must outlive the writer.
  ContentWriter(const typeset::Page& page, const typeset::Pages& pages, FontEmbedder& fonts,
                TextOrder text_order);

  /// Call once. Error: pdf-failed, for a glyph that no font can hold.
  base::Result<PageContent> write();

 private:
  struct Underline {
    typeset::Rectangle area;
    document::Colour colour;
  };
  struct SelectedFont {
    std::size_t font = 0;
    std::size_t layer = 0;
    Hundredths size = 0;
    friend bool operator==(const SelectedFont&, const SelectedFont&) = default;
  };

  void add(const typeset::TextItem& item);
  void add(const typeset::PathItem& item);

  void mark(typeset::NodeIndex node);
  void open_mark(typeset::NodeIndex node, std::size_t identifier);
  void close_mark();
  void draw_underlines();

  void open_text();
  void close_text();
  void move_to(const typeset::TextItem& item);
  void select_font(std::size_t font, std::size_t layer, Hundredths size);
  /// `mark_each`: whose marked content each code becomes by itself, numbered from the right.
  void show(const typeset::GlyphRun& run, std::optional<typeset::NodeIndex> mark_each);
  void close_string();
  void close_array();

  void set_fill(document::Colour colour);
  void set_stroke(document::Colour colour);
  void append_colour(document::Colour colour, const char* grey, const char* rgb);
  void append_point(typeset::Point point);
  void note_underline(const typeset::TextItem& item);

  const typeset::Page& page_;
  const typeset::Pages& pages_;
  FontEmbedder& fonts_;
  TextOrder text_order_;

  PageContent content_;
  std::string& out_ = content_.stream;
  std::optional<std::string> failure_;
  std::size_t rank_ = 0;  ///< of the item being written
  std::optional<typeset::NodeIndex> marked_;
  std::vector<Underline> underlines_;

  // What the stream has set so far.
  bool in_text_ = false;
  bool slanted_ = false;
  Hundredths line_x_ = 0;
  Hundredths line_y_ = 0;
  std::optional<SelectedFont> font_;
  Hundredths rise_ = 0;
  document::Colour fill_;
  document::Colour stroke_;
  std::optional<Hundredths> stroke_width_;
  std::vector<double> dashes_;

  // The array of a TJ operator that is being put together.
  std::string array_;
  std::string string_;
  bool adjusted_ = false;
};

}  // namespace generator::pdf
