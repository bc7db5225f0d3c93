// The judges of the writer's tests: qpdf and poppler, run as programs over a file written for the purpose.
#pragma once

#include <optional>
#include <string>

namespace pdf_tools {

/// The program's standard output, with "{}" in the arguments replaced by a file that holds `pdf`; nullopt
/// (with a warning in the test's output) if the machine has no such program. A failing program fails the
/// test.
std::optional<std::string> run(const std::string& program, const std::string& arguments,
                               const std::string& pdf);

/// Without white space and bidi controls: extraction may add them, and they are no text.
std::string bare(const std::string& utf8);

}  // namespace pdf_tools
