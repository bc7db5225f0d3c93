// Lays a description list out: terms in a column at the start side, what is said about them beside, first
// lines on one baseline. In a frame too narrow for that, each term stands above its descriptions.
#pragma once

#include "generator/typeset/flow_builder.h"

namespace generator::typeset {

class TermsLayout {
 public:
  /// Writes to `flow`, in that frame; the frame's direction decides on which side the terms stand.
  TermsLayout(FlowBuilder& flow, const Frame& frame) : flow_(flow), frame_(frame) {}

  void add(const TermsBlock& terms);

 private:
  void stack(const TermRow& row);
  void set_beside(const TermRow& row, double term_width);

  FlowBuilder& flow_;
  Frame frame_;
};

}  // namespace generator::typeset
