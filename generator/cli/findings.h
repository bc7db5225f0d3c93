// What a command has found so far, and the exit status that it asks for.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>

#include "generator/base/diagnostics.h"
#include "generator/cli/command_line.h"
#include "generator/job/report_job.h"

namespace generator::cli {

/// Prints diagnostics as they come and remembers the worst.
class Findings {
 public:
  explicit Findings(std::ostream& stream) : stream_(stream) {}

  void add(base::Diagnostics diagnostics);
  /// Without printing it.
  void count(const base::Diagnostic& diagnostic);

  int status() const { return status_; }  ///< as main returns it
  int errors() const { return errors_; }
  int warnings() const { return warnings_; }

 private:
  std::ostream& stream_;
  int status_ = 0;
  int errors_ = 0;
  int warnings_ = 0;
};

/// The maker of reports over the templates, locales and fonts that the command line names, else those that
/// are `configured`, else those beside the program; nullptr after a failure, which is among the findings.
std::shared_ptr<const job::ReportMaker> open_reports(const CommandLine& line,
                                                     const std::optional<std::filesystem::path>& configured,
                                                     Findings& findings);

}  // namespace generator::cli
