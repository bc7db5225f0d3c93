#include "generator/cli/program.h"
#include "generator/daemon/commands.h"

int main(int argc, char** argv) {
  return generator::cli::run_program(argc, argv, generator::daemon::run);
}
