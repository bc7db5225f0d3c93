// What was released, so that anybody can see later whether a file is still that: release.json beside the
// files of a case (docs/release.md). It lists each file with its SHA-256, and what the file was made from,
// part by part, so that it can be made again or the part be named that is another now.
//
// The record claims only what is there: it is written after the files, and what is to be replaced is taken
// out of it first. A process that is killed in between leaves files that no record vouches for, never a
// record that vouches for other bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/job/house_fingerprint.h"
#include "generator/job/report_job.h"

namespace generator::job {

struct ReleasedFile {
  std::string name;    ///< in the record's folder
  std::string sha256;  ///< hexadecimal
  std::string by;      ///< who released it
  std::string on;      ///< YYYY-MM-DD, or less
  ReportRequest request;
  Parts made_from;
};

struct ReleaseRecord {
  std::string case_id;
  std::vector<ReleasedFile> files;  ///< by name

  const ReleasedFile* find(std::string_view name) const;
  /// Takes out what has that name.
  void remove(std::string_view name);
  /// Puts it in its place; what had its name goes.
  void add(ReleasedFile file);
};

inline constexpr const char* k_release_file = "release.json";

/// The record in a folder; nothing if there is none. Errors: release-malformed, and those of reading.
base::Result<std::optional<ReleaseRecord>> load_release(const std::filesystem::path& folder);

/// Writes it whole, or removes it if it lists no file. Error: file-unwritable (machine).
base::Result<void> write_release(const std::filesystem::path& folder, const ReleaseRecord& record);

/// The case and its letters: "case" is of the bytes that were read, "letters" of the texts that came with
/// them; and the same of the earlier revision, if it says what changed since: "earlier case", "earlier
/// letters".
Parts case_parts(const Dossier& dossier);

/// Whether that was made of this case, as it is to the byte, by this request: then only the house can make
/// another file of it today.
bool is_of_case(const ReleasedFile& file, const ReportRequest& request, const Dossier& dossier);

/// The faces of a PDF.
Parts face_parts(const MadeReport& report);

}  // namespace generator::job
