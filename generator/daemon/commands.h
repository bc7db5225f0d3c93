// The commands of consiliumd: `serve`, and `token` for those who may speak to it. A user calls them by
// `consilium`, which becomes this program (cli/daemon_program.h).
#pragma once

#include <iosfwd>

#include "generator/cli/command_line.h"

namespace generator::daemon {

/// As cli::run; 2 also for a command that is not among these.
int run(const cli::CommandLine& line, std::ostream& out, std::ostream& err);

}  // namespace generator::daemon
