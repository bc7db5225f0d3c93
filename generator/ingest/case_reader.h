// From a case file to a Case: JSON, then the published schema, then what a schema cannot say. All problems of
// a file are reported at once, each at its line and column; nothing is guessed and nothing is mended.
#pragma once

#include <filesystem>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/model/case.h"
#include "generator/model/words.h"

namespace generator::ingest {

/// What was read, with the warnings that did not stop it.
struct CheckedCase {
  model::Case value;
  base::Diagnostics warnings;
};

/// How the letters that a case names are found.
enum class Letters {
  beside_the_case,  ///< files relative to the case file's folder
  only_inline,      ///< a case that came over a network: only documents with "text" have theirs
};

/// Reads case text. `name` is what diagnostics call the file; `folder` is where its letters are looked for.
/// By the words it is known which questions nobody can answer; without them none is warned of. Thread-safe.
base::Result<CheckedCase> read_case(std::string text, const std::string& name, Letters letters,
                                    const std::filesystem::path& folder = {}, const model::Words& words = {});

/// The bytes of a case file. Errors: those of base::read_file.
base::Result<std::string> read_case_text(const std::filesystem::path& path);

/// Reads a case file and the letters beside it.
base::Result<CheckedCase> read_case_file(const std::filesystem::path& path, const model::Words& words = {});

}  // namespace generator::ingest
