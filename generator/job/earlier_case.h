// An earlier revision of a case, kept as a file beside it: a report says what changed since.
#pragma once

#include <filesystem>

#include "generator/base/diagnostics.h"
#include "generator/compare/comparison.h"
#include "generator/job/report_job.h"
#include "generator/model/case.h"

namespace generator::job {

struct EarlierCase {
  model::Case value;
  compare::Comparison comparison;  ///< on its own day, whatever day the report speaks on
};

/// Reads and compares it. `now` is the case as it is, from `file`. Errors: those of reading a case, its file
/// named; since-other-case, if the two are not of one case; since-later, if it bears a later day than the
/// report.
base::Result<EarlierCase> load_earlier(const ReportMaker& maker, const std::filesystem::path& earlier,
                                       const compare::Comparison& now, const std::filesystem::path& file);

/// Sets what changed in `now` since the earlier comparison of the same case.
void set_changes(compare::Comparison& now, const compare::Comparison& earlier);

}  // namespace generator::job
