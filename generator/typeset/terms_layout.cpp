#include "generator/typeset/terms_layout.h"

#include <algorithm>

#include "generator/typeset/table_layout.h"

namespace generator::typeset {
namespace {

/// A row lower than this part of a page is not worth dividing.
constexpr double k_small_row = 0.12;
/// Points between two terms that stand above their descriptions.
constexpr double k_stacked_gap = 6;

}  // namespace

void TermsLayout::add(const TermsBlock& terms) {
  const bool beside =
      terms.term_width > 0 && frame_.width() >= terms.term_width * report::k_least_widths_of_term;
  for (const TermRow& row : terms.rows) {
    if (beside)
      set_beside(row, terms.term_width);
    else
      stack(row);
  }
}

void TermsLayout::stack(const TermRow& row) {
  flow_.space_ = std::max(flow_.space_, k_stacked_gap);
  flow_.add(row.terms, frame_);
  flow_.add(row.descriptions, frame_);
}

void TermsLayout::set_beside(const TermRow& row, double term_width) {
  TableRow beside;
  beside.left = frame_.left;
  beside.right = frame_.right;
  beside.cells.push_back(lay_out(row.terms, 0, term_width));
  beside.cells.push_back(lay_out(row.descriptions, term_width + report::k_term_gap, frame_.width()));
  align_baselines(beside);

  Strip strip;
  strip.height = beside.height();
  beside.divisible = strip.height > flow_.limits_.page_height * k_small_row;
  strip.row = std::make_unique<TableRow>(std::move(beside));
  double after = 0;
  for (const auto* blocks : {&row.terms, &row.descriptions}) {
    if (blocks->empty()) continue;
    flow_.space_ = std::max(flow_.space_, blocks->front().box.space_before);
    after = std::max(after, blocks->back().box.space_after);
  }
  flow_.emit(std::move(strip));
  flow_.space_ = after;
}

CellFragment TermsLayout::lay_out(const std::vector<Block>& blocks, double start, double end) const {
  const bool rtl = frame_.direction == model::Direction::right_to_left;
  CellFragment cell;
  cell.left = rtl ? frame_.right - end : frame_.left + start;
  cell.right = rtl ? frame_.right - start : frame_.left + end;
  cell.direction = frame_.direction;
  FlowBuilder flow(&flow_);
  flow.add(blocks, {cell.left, cell.right, frame_.direction});
  cell.flow = flow.take();
  return cell;
}

}  // namespace generator::typeset
