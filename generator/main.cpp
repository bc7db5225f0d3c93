#include "generator/cli/commands.h"
#include "generator/cli/program.h"

int main(int argc, char** argv) {
  return generator::cli::run_program(argc, argv, generator::cli::run);
}
