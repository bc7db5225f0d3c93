// Page furniture: the running head, the page label and a draft's mark, all artifacts. The head stands above
// the content, with the mark as a boxed label at its end side; the label stands below.
#pragma once

#include <optional>

#include "generator/base/diagnostics.h"
#include "generator/document/document.h"
#include "generator/document/theme.h"
#include "generator/typeset/fonts.h"
#include "generator/typeset/pages.h"
#include "generator/typeset/paragraph.h"
#include "generator/typeset/style.h"

namespace generator::typeset {

class FurnitureSetter {
 public:
  /// Shapes what is the same on all pages. Errors: glyph-missing, font-missing.
  static base::Result<FurnitureSetter> prepare(const document::Document& document,
                                               const document::PageLayout& layout,
                                               const StyleResolver& styles, const FontSet& fonts);

  /// Where content may begin and must end, in points from the page's top: the theme's margins, or more where
  /// the furniture needs it.
  double content_top() const { return content_top_; }
  double content_bottom() const { return content_bottom_; }

  /// Adds the furniture to every page, with the number of pages known. Errors as above.
  base::Result<void> set(Pages& pages) const;

 private:
  FurnitureSetter(const document::Document& document, const document::PageLayout& layout,
                  const StyleResolver& styles, const FontSet& fonts)
      : document_(document), layout_(layout), styles_(styles), fonts_(fonts) {}
  base::Result<std::optional<Paragraph>> shape(const std::string& text, const TextStyle& style) const;
  base::Result<void> lay_out();
  void set_head(Page& page) const;
  base::Result<void> set_label(Page& page, std::size_t number, std::size_t count) const;

  const document::Document& document_;
  const document::PageLayout& layout_;
  const StyleResolver& styles_;
  const FontSet& fonts_;
  std::vector<Line> head_;
  std::vector<Line> mark_;
  double head_top_ = 0;
  double head_height_ = 0;
  double mark_width_ = 0;
  double label_height_ = 0;
  double content_top_ = 0;
  double content_bottom_ = 0;
};

}  // namespace generator::typeset
