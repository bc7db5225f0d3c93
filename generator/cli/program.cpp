#include "generator/cli/program.h"

#include <exception>
#include <iostream>
#include <new>

namespace generator::cli {

int run_program(int argc, char** argv,
                int (*run)(const CommandLine& line, std::ostream& out, std::ostream& err)) {
  try {
    const auto parsed = parse_command_line(argc, argv);
    if (const auto* answer = std::get_if<Answer>(&parsed)) {
      (answer->status == 0 ? std::cout : std::cerr) << answer->text;
      return answer->status;
    }
    const int status = run(std::get<CommandLine>(parsed), std::cout, std::cerr);
    if (std::cout.flush()) return status;
    std::cerr << "error: standard output cannot be written; is the disk full? [output-unwritable]\n";
  } catch (const std::bad_alloc&) {
    std::cerr << "error: there is not enough memory; try fewer jobs at once [out-of-memory]\n";
  } catch (const std::exception&) {
    // A bug: what() may hold anything, patient data too, so it is not printed.
    std::cerr
        << "error: the program failed in a way it did not expect; please report the command [internal]\n";
  }
  return 3;
}

}  // namespace generator::cli
