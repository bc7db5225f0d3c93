// The case that a newcomer begins with: docs/first-case, written under a name of its own. It is a whole one,
// with two answers that differ, so that its reports show what a case can say.
#pragma once

#include <filesystem>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/job/resources.h"

namespace generator::job {

/// Writes case.json and its letters to `folder`, whose name becomes the case's id. Returns the files in their
/// order, the case first. Errors: id-shape (usage), of a folder whose name is no id; case-exists, and then
/// nothing is written; resources-missing (machine); those of base::write_file.
base::Result<std::vector<std::filesystem::path>> start_case(const Resources& resources,
                                                            const std::filesystem::path& folder);

}  // namespace generator::job
