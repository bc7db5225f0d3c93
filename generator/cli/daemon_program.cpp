#include "generator/cli/daemon_program.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace generator::cli {

base::Diagnostics become_daemon(const std::vector<std::string>& arguments) {
  std::error_code error;
  const std::filesystem::path here = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string program = (here.parent_path() / "consiliumd").string();
  std::vector<char*> words;
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(program.c_str(), words.data());
  return {{.code = "daemon-missing",
           .place = {.file = program},
           .what = "the program that serves cannot be started",
           .why = "serve and token are done by consiliumd, which belongs beside consilium",
           .remedy = "build or install it there",
           .fault = base::Fault::machine}};
}

}  // namespace generator::cli
