#include "generator/cli/findings.h"

#include <algorithm>
#include <ostream>

namespace generator::cli {

void Findings::add(base::Diagnostics diagnostics) {
  base::sort_by_place(diagnostics);
  for (const base::Diagnostic& diagnostic : diagnostics) {
    stream_ << base::to_text(diagnostic) << '\n';
    count(diagnostic);
  }
}

void Findings::count(const base::Diagnostic& diagnostic) {
  if (diagnostic.severity == base::Severity::warning) ++warnings_;
  if (diagnostic.severity != base::Severity::error) return;
  ++errors_;
  switch (diagnostic.fault) {
    case base::Fault::input: status_ = std::max(status_, 1); break;
    case base::Fault::usage: status_ = std::max(status_, 2); break;
    case base::Fault::machine: status_ = 3; break;
  }
}

std::shared_ptr<const job::ReportMaker> open_reports(const CommandLine& line,
                                                     const std::optional<std::filesystem::path>& configured,
                                                     Findings& findings) {
  auto resources = job::Resources::find(line.home ? line.home : configured);
  if (!resources) {
    findings.add(std::move(resources.error()));
    return nullptr;
  }
  resources->font_folders = line.font_folders;
  return std::make_shared<const job::ReportMaker>(std::move(*resources));
}

}  // namespace generator::cli
