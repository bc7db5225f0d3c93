// Cuts a flow into pages. Strips that belong together (a heading and what it heads, a paragraph's first two
// lines, a table's last two rows) move to the next page together; only what does not fit on a page of its own
// is divided, at the least bad place. A table's head is repeated wherever a page begins within its body.
//
// Takes time linear in the number of strips.
#pragma once

#include <deque>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/typeset/pages.h"
#include "generator/typeset/strip.h"
#include "generator/typeset/strip_painter.h"

namespace generator::typeset {

/// A page, and the part of it that the flow fills, in points from its top.
struct PageFrame {
  double width = 0;
  double height = 0;
  double top = 0;
  double bottom = 0;
};

class Paginator {
 public:
  explicit Paginator(const PageFrame& frame) : frame_(frame) {}

  /// Adds pages, destinations and outline to `pages`; at least one page. Error: layout-too-tall.
  base::Result<void> paginate(Flow flow, Pages& pages);
  /// The page numbers that the pages ask for, in the order of the pages; call after paginate.
  std::vector<PlacedReference> take_references() { return std::move(references_); }

 private:
  /// Places strips [first, end), which were joined by breaks at least as bad as `level`.
  void place_group(std::size_t first, std::size_t end, Break level);
  void place(std::size_t first, std::size_t end);
  void place(Strip& strip);
  /// Sets a repeated head, and above it those around it.
  void place_head(int index);
  /// Anchors and outline of a strip whose top is at y, and of all in it.
  void note_destinations(Strip& strip, double y);
  /// Places strips from `first` on up to the page's end, dividing the row that does not fit; returns the
  /// index of what is left of that row, or `end` if nothing was placed.
  std::size_t divide_row(std::size_t first, std::size_t end, Force force);
  void complain_too_tall(std::size_t line);
  void finish_page();
  /// Where strips [first, end) end if placed next, the boxes that go on closed.
  double end_of(std::size_t first, std::size_t end, bool fresh_page) const;
  bool fits(double y) const { return y <= frame_.bottom + k_fit_tolerance; }

  const PageFrame frame_;
  Flow flow_;
  Pages* pages_ = nullptr;
  base::Diagnostics diagnostics_;
  std::vector<PlacedStrip> placed_;  ///< on the page in hand
  bool fresh_ = true;                ///< nothing is placed on it yet
  double y_ = 0;                     ///< the end of what is placed
  std::vector<PlacedReference> references_;
  std::deque<Strip> parts_;  ///< the upper parts of divided rows
};

}  // namespace generator::typeset
