// All that can be said of a case before a report is made of it: what reading it has found, and what shows
// only against the house, words that a report must not hold, identifiers that are too short to be looked for,
// characters that no face has. `consilium check` and the service's problems of a case are this one list.
#pragma once

#include "generator/base/diagnostics.h"
#include "generator/job/dossier.h"
#include "generator/job/loaded_house.h"

namespace generator::job {

/// Sorted by place; no errors, for a case that was read has none. A house without fonts says nothing of
/// characters. Errors: those of LoadedHouse::wording.
base::Result<base::Diagnostics> check_case(const ReadCase& read, const LoadedHouse& house);

}  // namespace generator::job
