#include "generator/cli/command_line.h"

#include <catch2/catch.hpp>

#include "generator/base/version.h"

using namespace generator;  // NOLINT(google-build-using-namespace)
using cli::Answer;
using cli::CommandLine;

namespace {

std::variant<CommandLine, Answer> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "consilium");
  return cli::parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

template <typename Command>
Command command(std::vector<const char*> arguments) {
  const auto parsed = parse(std::move(arguments));
  if (const auto* answer = std::get_if<Answer>(&parsed)) FAIL(answer->text);
  return std::get<Command>(std::get<CommandLine>(parsed).command);
}

int status(std::vector<const char*> arguments) {
  return std::get<Answer>(parse(std::move(arguments))).status;
}

}  // namespace

TEST_CASE("a report's options mean what the help says") {
  const auto report =
      command<cli::ReportCommand>({"report", "a.json", "b.json", "--lang", "ar,zh-hans", "--format",
                                   "json,pdf", "--page", "phone", "--date", "2026-11-02"});
  CHECK(report.request.cases.size() == 2);
  REQUIRE(report.request.languages.size() == 2);
  CHECK(report.request.languages[1].text() == "zh-Hans");
  CHECK(report.request.formats == std::vector{job::Format::json, job::Format::pdf});
  CHECK(report.request.page == document::PageSize::phone);
  CHECK(report.request.date == model::Date{2026, 11, 2});
  CHECK_FALSE(report.all_languages);
  // The options take what is theirs and leave the case alone.
  CHECK(command<cli::ReportCommand>({"report", "--lang", "en", "--format", "pdf", "a.json"})
            .request.cases.size() == 1);
}

TEST_CASE("a second language may stand beside each of the others") {
  const auto report =
      command<cli::ReportCommand>({"report", "a.json", "--lang", "ar,ur", "--beside", "zh-hans"});
  REQUIRE(report.request.beside);
  CHECK(report.request.beside->text() == "zh-Hans");
  CHECK(report.request.languages.size() == 2);
  CHECK_FALSE(command<cli::BatchCommand>({"batch", "folder"}).request.beside);
  CHECK(status({"report", "a.json", "--beside", "?"}) == 2);
}

TEST_CASE("right-to-left text may be stored in either order") {
  CHECK(command<cli::ReportCommand>({"report", "a.json"}).request.text_order == pdf::TextOrder::visual);
  CHECK(command<cli::ReportCommand>({"report", "a.json", "--text-order", "logical"}).request.text_order ==
        pdf::TextOrder::logical);
  CHECK(command<cli::BatchCommand>({"batch", "folder", "--text-order", "logical"}).request.text_order ==
        pdf::TextOrder::logical);
  CHECK(command<cli::TypesetCommand>({"typeset", "a.html", "-o", "a.pdf", "--text-order", "logical"})
            .request.text_order == pdf::TextOrder::logical);
  CHECK(status({"report", "a.json", "--text-order", "sideways"}) == 2);
}

TEST_CASE("without options a report is for the family, as PDF and as a page, in out/") {
  const auto report = command<cli::ReportCommand>({"report", "a.json"});
  CHECK(report.request.languages.empty());
  CHECK(report.request.formats == std::vector{job::Format::pdf, job::Format::html});
  CHECK(report.request.out == "out");
  CHECK(command<cli::ReportCommand>({"report", "a.json", "--lang", "all"}).all_languages);
}

TEST_CASE("a wrong command line ends with 2 and says what is wrong; help and version with 0") {
  CHECK(status({}) == 2);
  CHECK(status({"riport"}) == 2);
  CHECK(status({"report"}) == 2);
  CHECK(status({"report", "a.json", "--format", "docx"}) == 2);
  CHECK(status({"report", "a.json", "--lang", "en_US"}) == 2);
  CHECK(status({"report", "a.json", "--date", "2026-11"}) == 2);
  CHECK(status({"batch", "folder", "--jobs", "0"}) == 2);
  CHECK(status({"token", "create", "--scope", "read"}) == 2);
  CHECK(status({"--help"}) == 0);
  CHECK(status({"report", "--help"}) == 0);
  CHECK(status({"--version"}) == 0);
  CHECK(std::get<Answer>(parse({"--version"})).text ==
        "consilium " + std::string(generator::base::program_version()) + "\n");
  CHECK(std::get<Answer>(parse({"report", "a.json", "--date", "2026-11"})).text.find("2026-11-02") !=
        std::string::npos);
}

TEST_CASE("the help of --document names each document that there is") {
  std::string help = std::get<Answer>(parse({"report", "--help"})).text;
  std::erase_if(help, [](char c) { return c == '\n'; });  // it breaks its lines anywhere between words
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(CONSILIUM_ROOT) / "templates")) {
    if (!std::filesystem::exists(entry.path() / "document.json")) continue;
    CAPTURE(entry.path().filename().string());
    CHECK(help.find(entry.path().filename().string()) != std::string::npos);
  }
}
