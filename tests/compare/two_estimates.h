#pragma once

#include "case_builder.h"

namespace generator::compare::test {

/// Two hospitals that accept, each with an empty estimate: A in CNY, B in TRY.
struct TwoEstimates {
  CaseBuilder builder;
  TwoEstimates() {
    builder.hospital("a", "Alpha");
    builder.hospital("b", "Beta");
    builder.opinion("a", model::DecisionStatus::accepted);
    builder.opinion("b", model::DecisionStatus::accepted);
    builder.estimate("a", "CNY");
    builder.estimate("b", "TRY");
  }
  model::Estimate& a() { return builder.value().estimates[0]; }
  model::Estimate& b() { return builder.value().estimates[1]; }
};

}  // namespace generator::compare::test
