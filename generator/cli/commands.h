// The commands: each does its work through the library below it, prints what it made to `out` and what is
// wrong to `err`, and returns the exit status (docs/architecture.md).
#pragma once

#include <iosfwd>

#include "generator/cli/command_line.h"

namespace generator::cli {

/// 0 all done; 1 some input was refused, the rest was done; 2 the call is wrong; 3 the machine lacks
/// something.
int run(const CommandLine& line, std::ostream& out, std::ostream& err);

}  // namespace generator::cli
