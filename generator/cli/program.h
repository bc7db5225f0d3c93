// What the main functions share: parse, run, and turn what is left into an exit status.
#pragma once

#include <iosfwd>

#include "generator/cli/command_line.h"

namespace generator::cli {

/// A program's whole life. `run` prints to `out` and `err` and returns the exit status.
int run_program(int argc, char** argv,
                int (*run)(const CommandLine& line, std::ostream& out, std::ostream& err));

}  // namespace generator::cli
