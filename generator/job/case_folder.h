// Which files of a folder are cases. Folders of coordinators hold more than they put there: copies, what
// systems and synchronising programs leave behind, earlier revisions. None of these is reported in place of a
// case, nor beside it.
#pragma once

#include <filesystem>
#include <vector>

#include "generator/base/diagnostics.h"

namespace generator::job {

/// The case files of a folder, sorted, and what was found there beside them.
struct FoundCases {
  std::vector<std::filesystem::path> cases;
  base::Diagnostics passed_over;  ///< notes: file-passed-over
  base::Diagnostics refused;      ///< case-duplicate: files with one id, of which none is taken
};

/// Every *.json below the folder, but those below `out`, where reports go. Passed over are what systems and
/// programs leave behind (names that begin with a point or "~$", __MACOSX), earlier.json, and copies: a file
/// whose name holds that of another in its folder, with the same id. Of others with one id none is taken.
/// Errors: file-missing, file-unreadable.
base::Result<FoundCases> find_cases(const std::filesystem::path& folder, const std::filesystem::path& out);

}  // namespace generator::job
