// A job over cases: read, compare, make every report asked for, write the files. `consilium report` and
// `consilium batch` are this one job over different lists of cases. A bad case stops no other, whatever it
// throws (case_loop.h), and each is dropped from memory when its files are written, so that ten thousand
// cases take no more room than a few.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "generator/job/case_loop.h"
#include "generator/job/report_job.h"

namespace generator::job {

struct BatchRequest {
  std::vector<std::filesystem::path> cases;
  std::filesystem::path out;
  std::vector<model::LanguageTag>
      languages;  ///< empty: those of the case's family that have a locale, else English
  std::optional<model::LanguageTag> beside;  ///< a second one beside each of them, but for itself
  std::vector<Format> formats;
  std::vector<std::string> documents = {"family-comparison"};
  document::PageSize page = document::PageSize::a4;
  std::optional<model::Date> date;
  /// An earlier revision of the one case, to say what changed since.
  std::optional<std::filesystem::path> since;
  pdf::TextOrder text_order = pdf::TextOrder::visual;
  bool replace = false;  ///< files that were released, too
  unsigned jobs = 1;     ///< threads
};

/// Writes <out>/<case id>/<document>.<language>.<format> for each, or
/// <document>.<hospital>.<language>.<format>, and of a released case release.json beside them
/// (release_record.h). A file that was released is not replaced by another unless that was asked:
/// of another case, or of a draft, it is refused (release-frozen); of the same case, the file stays
/// as it was, whatever the house has become, and a note says so (release-kept). Two cases with one id: the
/// later is refused (case-duplicate), so that no report overwrites another.
void run_batch(const ReportMaker& maker, const BatchRequest& request, const Progress& progress);

}  // namespace generator::job
