// The command line: what each command takes, as plain values. Parsing knows nothing of what the commands do,
// and the commands know nothing of CLI11.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "generator/job/batch.h"

namespace generator::cli {

struct NewCommand {
  std::filesystem::path folder;
};
struct ReportCommand {
  job::BatchRequest request;
  bool all_languages = false;
};
struct BatchCommand {
  std::filesystem::path folder;
  job::BatchRequest request;
  bool all_languages = false;
};
struct CheckCommand {
  std::vector<std::filesystem::path> cases;
  bool json = false;
};
struct CompareCommand {
  std::filesystem::path path;
  std::optional<model::Date> date;
  std::optional<std::filesystem::path> since = {};  ///< an earlier revision of the case
};
struct VerifyCommand {
  std::vector<std::filesystem::path> files;
  std::optional<std::filesystem::path> case_file = {};  ///< to make them again from
  std::optional<std::filesystem::path> since = {};      ///< the earlier revision, if they say what changed
};
struct TypesetCommand {
  std::filesystem::path page;
  std::filesystem::path output;
  job::ReportRequest request;
  std::optional<std::filesystem::path> data = {};  ///< JSON that the PDF carries
};
struct LocalesCheckCommand {};
struct LocalesListCommand {};
struct FontsCheckCommand {};
struct ServeCommand {
  std::optional<std::filesystem::path> config;
};
struct TokenCreateCommand {
  std::optional<std::filesystem::path> config;
  std::string label;
  std::vector<std::string> scopes;
  std::optional<int> days;
};
struct TokenListCommand {
  std::optional<std::filesystem::path> config;
};
struct TokenRevokeCommand {
  std::optional<std::filesystem::path> config;
  std::string id;
};
/// What a program of its own does, consiliumd (generator/daemon).
using DaemonCommand = std::variant<ServeCommand, TokenCreateCommand, TokenListCommand, TokenRevokeCommand>;

using Command =
    std::variant<NewCommand, ReportCommand, BatchCommand, CheckCommand, CompareCommand, VerifyCommand,
                 TypesetCommand, LocalesCheckCommand, LocalesListCommand, FontsCheckCommand, DaemonCommand>;

struct CommandLine {
  std::optional<std::filesystem::path> home;  ///< folder with templates/, locales/ and fonts/
  std::vector<std::filesystem::path> font_folders;
  Command command;
  std::vector<std::string> arguments = {};  ///< as they were given, the program's name first
};

/// Nothing to run: print `text` and end with `status` (help, version, or what is wrong with the command
/// line).
struct Answer {
  std::string text;
  int status = 0;
};

std::variant<CommandLine, Answer> parse_command_line(int argc, const char* const* argv);

}  // namespace generator::cli
