// The house by its content: what, beside the case, determines a report's bytes. Names, sizes and times of
// files say nothing; what stands in them does. One fingerprint serves both who must know: a release record,
// part by part, so that the part that is another now can be named; and the service, as one name, its edition.
//
// In it are the program and its version, ICU's version, templates with partials, settings, theme, the folders
// of all languages, fonts.json, and the files of the faces that fonts.json names, wherever this machine has
// them. Not in it: the versions of the other libraries, and the patterns of hyphenation, which come with the
// system.
//
// Taking it reads the texts (half a megabyte: ten milliseconds); an edition reads the program and the faces
// besides (fifty megabytes: a tenth of a second, once they are in the system's cache). LoadedHouse does
// either once a process, and only for who asks; a draft's report asks for neither. Immutable.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/job/report_request.h"
#include "generator/job/resources.h"
#include "generator/typeset/fonts.h"

namespace generator::job {

/// What a report is made from, each part by its name ("case", "template", "font NotoSans-Regular") with its
/// SHA-256, or with its version.
using Parts = std::vector<std::pair<std::string, std::string>>;

class HouseFingerprint {
 public:
  /// Reads all texts of the house. Errors: those of reading.
  static base::Result<HouseFingerprint> take(const Resources& resources);

  /// What a report of that request is made from: program, icu, template (the document's folder and all
  /// partials, and the texts of its checklists), settings (the other files beside the theme), catalog (the
  /// language's folder; of both, where there are two), words (of all languages: the lists by which letters in
  /// any of them are read, how each is set, which is taken for which), theme, fonts.
  Parts parts(const ReportRequest& request) const;

  /// The whole house in one name: the same for the same content, another for any other. Reads the program and
  /// the faces. Errors: those of reading.
  base::Result<std::string> edition(const typeset::FontSet& fonts) const;

 private:
  std::map<std::string, std::string> files_;  ///< SHA-256 by the path below the house's folder
};

}  // namespace generator::job
