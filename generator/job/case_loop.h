// The loop of a batch: each case once, by as many threads as there are jobs. Whatever one case throws is that
// case's refusal, told with the stage at which it was thrown; the loop goes on with the next.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"

namespace generator::job {

/// What became of one case.
struct CaseOutcome {
  std::filesystem::path path;
  base::Diagnostics diagnostics;  ///< errors and warnings
  std::vector<std::filesystem::path> written;
  bool marked = false;  ///< what was written bears the mark of a draft, or of what is not yet released
  /// What is being done to it: "reading", "comparing", "making family-comparison in ar".
  std::string stage = "reading";
};

/// Does all that is to be done for `outcome.path`, and sets `outcome.stage` before each stage.
using CaseWork = std::function<void(CaseOutcome& outcome)>;

/// Called once a case, from any thread but never from two at once; `done` counts the cases finished so far.
using Progress = std::function<void(const CaseOutcome& outcome, std::size_t done)>;

/// Calls `work` for each path, from `jobs` threads (at least one), and `progress` after each. What `work`
/// throws becomes a diagnostic of that case: `internal` for a bug, without the exception's words, which may
/// quote a letter; `out-of-memory` (machine). What `progress` throws ends the loop, and is thrown to the
/// caller.
void for_each_case(std::span<const std::filesystem::path> paths, unsigned jobs, const CaseWork& work,
                   const Progress& progress);

}  // namespace generator::job
