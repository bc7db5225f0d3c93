#include "generator/typeset/terms_layout.h"

#include <algorithm>

namespace generator::typeset {
namespace {

/// Points between two terms that stand above their descriptions.
constexpr double k_stacked_gap = 6;

}  // namespace

void TermsLayout::add(const TermsBlock& terms) {
  const bool beside =
      terms.term_width > 0 && frame_.width() >= terms.term_width * document::k_least_widths_of_term;
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
  beside.cells.push_back(flow_.lay_out_cell(row.terms, frame_, 0, term_width));
  beside.cells.push_back(
      flow_.lay_out_cell(row.descriptions, frame_, term_width + document::k_term_gap, frame_.width()));
  double after = 0;
  for (const auto* blocks : {&row.terms, &row.descriptions}) {
    if (blocks->empty()) continue;
    flow_.space_ = std::max(flow_.space_, blocks->front().box.space_before);
    after = std::max(after, blocks->back().box.space_after);
  }
  flow_.emit_beside(std::move(beside));
  flow_.space_ = after;
}

}  // namespace generator::typeset
