// Is a file, byte for byte, what was released? The record beside it says so (release_record.h); with the case
// at hand the report is made again, and whatever is another now is named.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/job/report_job.h"

namespace generator::job {

/// Who released the file, and when (YYYY-MM-DD, or less).
struct Verified {
  std::string by;
  std::string on;
};

/// Compares the file with release.json in its folder. Errors: release-missing (no record), release-unlisted
/// (the record does not list it), release-file-changed, and those of reading.
base::Result<Verified> verify_file(const std::filesystem::path& file);

/// That, and makes it again from the case, and from the earlier revision that it says the changes since, if
/// it does. Errors besides: release-other-case; those of read_earlier (dossier.h); release-part-changed
/// for each part that is another now; release-not-reproduced (the same parts, other bytes); what refuses the
/// case.
base::Result<Verified> verify_again(const ReportMaker& maker, const std::filesystem::path& file,
                                    const std::filesystem::path& case_file,
                                    const std::optional<std::filesystem::path>& since = std::nullopt);

}  // namespace generator::job
