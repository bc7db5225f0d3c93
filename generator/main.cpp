#include <exception>
#include <iostream>

#include "generator/cli/commands.h"

int main(int argc, char** argv) {
  try {
    const auto parsed = generator::cli::parse_command_line(argc, argv);
    if (const auto* answer = std::get_if<generator::cli::Answer>(&parsed)) {
      (answer->status == 0 ? std::cout : std::cerr) << answer->text;
      return answer->status;
    }
    const int status =
        generator::cli::run(std::get<generator::cli::CommandLine>(parsed), std::cout, std::cerr);
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
