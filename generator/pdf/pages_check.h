// What the writer takes for granted, asked beforehand: numbers that PDF can hold, and indices that lead
// somewhere. A breach is a fault in the program, not in the user's input; it is refused rather than written.
#pragma once

#include "generator/base/diagnostics.h"
#include "generator/typeset/pages.h"

namespace generator::pdf {

/// Error: pdf-failed, naming the first breach.
base::Result<void> check(const typeset::Pages& pages);

}  // namespace generator::pdf
