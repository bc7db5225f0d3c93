#include "generator/cli/commands.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "generator/base/file.h"

namespace fs = std::filesystem;
using namespace generator;  // NOLINT(google-build-using-namespace)

namespace {

struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("consilium-cli-test-" + std::to_string(::getpid()));
  TemporaryFolder() { fs::create_directories(path); }
  ~TemporaryFolder() { fs::remove_all(path); }
};

struct Outcome {
  int status;
  std::string out;
  std::string err;
};

Outcome run(cli::Command command) {
  std::ostringstream out;
  std::ostringstream err;
  const int status =
      cli::run({.home = CONSILIUM_ROOT, .font_folders = {}, .command = std::move(command)}, out, err);
  return {status, out.str(), err.str()};
}

const fs::path k_samples = fs::path(CONSILIUM_ROOT) / "samples";
const fs::path k_small = k_samples / "pancreas-2026-040" / "case.json";

}  // namespace

TEST_CASE("a report is written where it says, and a case that is refused does not stop the others") {
  const TemporaryFolder folder;
  cli::ReportCommand report;
  report.request.cases = {folder.path / "none.json", k_small};
  report.request.formats = {job::Format::html};
  report.request.out = folder.path;
  const Outcome outcome = run(report);
  CHECK(outcome.status == 1);
  CHECK(outcome.err.find("none.json: error: there is no such file") != std::string::npos);
  CHECK(outcome.out == (folder.path / "pancreas-2026-040/family-comparison.en.html").string() + "\n");
  CHECK(fs::exists(folder.path / "pancreas-2026-040/family-comparison.en.html"));
  CHECK(outcome.err.find("[not-released]") != std::string::npos);  // and of none.json no such word
  CHECK(outcome.err.find("none.json: note") == std::string::npos);
}

TEST_CASE(
    "a batch tells its progress, refuses an id that two cases have, and does not take its own output in") {
  const TemporaryFolder folder;
  for (const char* name : {"one.json", "two.json"}) fs::copy_file(k_small, folder.path / name);
  std::string third = base::read_file(k_small).value();
  third.replace(third.find("pancreas-2026-040"), std::string("pancreas-2026-040").size(),
                "pancreas-2026-041");
  REQUIRE(base::write_file(folder.path / "three.json", third));
  REQUIRE(base::write_file(folder.path / "out" / "old" / "comparison.json", "{}"));
  cli::BatchCommand batch;
  batch.folder = folder.path;
  batch.request.formats = {job::Format::json};
  batch.request.out = folder.path / "out";
  batch.request.jobs = 2;
  const Outcome outcome = run(batch);
  CHECK(outcome.status == 1);
  CHECK(outcome.err.find("[1/1]") != std::string::npos);
  CHECK(outcome.err.find("[case-duplicate]") != std::string::npos);
  CHECK(outcome.out.starts_with("3 cases, 2 refused, 1 file written to "));
}

TEST_CASE("check prints what it found and counts it, in words or as JSON") {
  const Outcome words = run(cli::CheckCommand{{k_small}, false});
  CHECK(words.status == 0);
  CHECK(words.out == "1 case: 0 errors, 0 warnings\n");
  const Outcome json = run(cli::CheckCommand{{k_small, k_samples / "none.json"}, true});
  CHECK(json.status == 1);
  CHECK(json.out.find("\"code\": \"file-missing\"") != std::string::npos);
}

TEST_CASE("what the call gets wrong is 2, what the machine lacks is 3") {
  const TemporaryFolder folder;
  cli::ReportCommand report;
  report.request.cases = {k_small};
  report.request.formats = {job::Format::html};
  report.request.out = folder.path;
  report.request.languages = {model::LanguageTag::parse("de").value()};
  CHECK(run(report).status == 2);
  report.request.languages.clear();
  report.request.documents = {"no-such-document"};
  CHECK(run(report).status == 2);
  report.request.documents = {"../../escape"};
  report.request.formats = {job::Format::json};
  CHECK(run(report).status == 2);
  report.request.formats = {job::Format::html};
  report.request.documents = {"family-comparison"};
  REQUIRE(base::write_file(folder.path / "taken", ""));
  report.request.out = folder.path / "taken";  // a file, where a folder is needed
  const Outcome outcome = run(report);
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("[file-unwritable]") != std::string::npos);
}

TEST_CASE("all documents are made in one call, and one that there is not keeps no other from being made") {
  const TemporaryFolder folder;
  cli::ReportCommand report;
  report.request.cases = {k_samples / "gastric-2026-044" / "case.json"};
  report.request.formats = {job::Format::html};
  report.request.languages = {model::LanguageTag()};
  report.request.out = folder.path;
  report.request.documents = {"all"};
  CHECK(run(report).status == 0);
  for (const char* name : {"family-comparison.en.html", "one-page.en.html", "doctors-handover.en.html",
                           "medical-summary.en.html", "records-checklist.en.html"})
    CHECK(fs::exists(folder.path / "gastric-2026-044" / name));
  fs::remove_all(folder.path / "gastric-2026-044");
  report.request.documents = {"no-such-document", "one-page"};
  CHECK(run(report).status == 2);
  CHECK(fs::exists(folder.path / "gastric-2026-044" / "one-page.en.html"));
}

TEST_CASE("a format that a document cannot be had in keeps its other files from nothing") {
  const TemporaryFolder folder;
  cli::ReportCommand report;
  report.request.cases = {k_samples / "gastric-2026-044" / "case.json"};
  report.request.formats = {job::Format::html, job::Format::json};
  report.request.languages = {model::LanguageTag()};
  report.request.out = folder.path;
  report.request.documents = {"medical-summary", "family-comparison"};
  const Outcome outcome = run(report);
  CHECK(outcome.status == 1);
  CHECK(outcome.err.find("\"medical-summary\" has no JSON form") != std::string::npos);
  for (const char* name :
       {"medical-summary.en.html", "family-comparison.en.html", "family-comparison.en.json"})
    CHECK(fs::exists(folder.path / "gastric-2026-044" / name));
  CHECK_FALSE(fs::exists(folder.path / "gastric-2026-044" / "medical-summary.en.json"));
  // Where nothing else was asked for, the call is wrong.
  report.request.documents = {"medical-summary"};
  report.request.formats = {job::Format::json};
  CHECK(run(report).status == 2);
}

TEST_CASE("a letter to each hospital of a case that names none is said not to be there") {
  const TemporaryFolder folder;
  cli::ReportCommand report;
  report.request.cases = {fs::path(CONSILIUM_ROOT) / "tests" / "job" / "cases" / "no-hospital.json"};
  report.request.formats = {job::Format::html};
  report.request.languages = {model::LanguageTag()};
  report.request.out = folder.path;
  for (const char* documents : {"clarification-questions", "all"}) {
    report.request.documents = {documents};
    const Outcome outcome = run(report);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.find("note: \"clarification-questions\" was not written") != std::string::npos);
    CHECK(outcome.err.find("no-hospital.json: ") != std::string::npos);
  }
  report.request.documents = {"one-page"};
  CHECK(run(report).err.find("document-for-nobody") == std::string::npos);
}

TEST_CASE("a case that would leak is refused with its places, and nothing of it is written or printed") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "case.json";
  std::string text = base::read_file(k_small).value();
  const std::string label = "\"label\": \"R. S.\"";
  REQUIRE(text.find(label) != std::string::npos);
  text.replace(text.find(label), label.size(),
               "\"label\": \"R. S. 1988-0441\", \"identifiers\": [\"19880441\"]");
  REQUIRE(base::write_file(file, text));
  cli::ReportCommand report;
  report.request.cases = {file};
  report.request.formats = {job::Format::pdf, job::Format::html, job::Format::json};
  report.request.out = folder.path / "out";
  const Outcome refused = run(report);
  CHECK(refused.status == 1);
  CHECK(refused.err.find("patient.identifiers[0]") != std::string::npos);
  CHECK(refused.err.find("note: here stands an identifier of the patient") != std::string::npos);
  CHECK(refused.err.find("19880441") == std::string::npos);
  CHECK(refused.err.find("1988-0441") == std::string::npos);
  CHECK(refused.out.empty());
  CHECK_FALSE(fs::exists(folder.path / "out"));
  const Outcome compared = run(cli::CompareCommand{file, {}});
  CHECK(compared.status == 1);
  CHECK(compared.out.empty());
}

TEST_CASE("verify says what is as it was released, and 1 if anything is not") {
  const TemporaryFolder folder;
  cli::ReportCommand report;
  report.request.cases = {k_samples / "lung-2026-018" / "case.json"};
  report.request.formats = {job::Format::html};
  report.request.languages = {{}};
  report.request.out = folder.path;
  REQUIRE(run(report).status == 0);
  const fs::path page = folder.path / "lung-2026-018" / "family-comparison.en.html";
  const Outcome good = run(cli::VerifyCommand{{page}, report.request.cases.front()});
  CHECK(good.status == 0);
  CHECK(good.out ==
        page.string() +
            ": as released by T. Fernando, coordinator on 2026-10-30, and made again, byte for byte\n");
  REQUIRE(base::write_file(page, "<p>other</p>"));
  const Outcome bad = run(cli::VerifyCommand{{folder.path / "none.pdf", page}});
  CHECK(bad.status == 1);
  CHECK(bad.out.empty());
  CHECK(bad.err.find("[file-missing]") != std::string::npos);
  CHECK(bad.err.find("[release-file-changed]") != std::string::npos);
}

TEST_CASE("a page of markup is set as PDF, and its faults carry its name") {
  const TemporaryFolder folder;
  const fs::path page = folder.path / "page.html";
  REQUIRE(base::write_file(page, "<h1>Plan</h1><p lang=\"ar\" dir=\"rtl\">خطة</p>"));
  cli::TypesetCommand typeset{.page = page, .output = folder.path / "page.pdf", .request = {}};
  CHECK(run(typeset).status == 0);
  CHECK(base::read_file(folder.path / "page.pdf").value().starts_with("%PDF-1.7"));

  const auto without_data = base::read_file(typeset.output).value();
  typeset.data = folder.path / "data.json";
  CHECK(run(typeset).status == 1);  // it is not there
  REQUIRE(base::write_file(*typeset.data, R"({"rows": []})"));
  CHECK(run(typeset).status == 0);
  CHECK(base::read_file(typeset.output).value().size() > without_data.size());

  REQUIRE(base::write_file(page, "<h1>Plan</h1>\n<script>x</script>"));
  const Outcome refused = run(typeset);
  CHECK(refused.status == 1);
  CHECK(refused.err.find("page.html:2:1: error:") != std::string::npos);
  typeset.output = folder.path / "page.docx";
  CHECK(run(typeset).status == 2);
}

TEST_CASE("a file of the house with a fault is refused as input, whichever it is") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path / "house");
  for (const char* part : {"templates", "locales", "fonts"})
    fs::copy(fs::path(CONSILIUM_ROOT) / part, folder.path / "house" / part, fs::copy_options::recursive);
  cli::ReportCommand report;
  report.request.cases = {k_small};
  report.request.formats = {job::Format::html};
  report.request.out = folder.path / "out";
  for (const char* file : {"locales/sw/words.json", "locales/en/typography.json", "locales/en/messages.json",
                           "templates/settings.json", "templates/theme.json"}) {
    INFO(file);
    const fs::path path = folder.path / "house" / file;
    const std::string text = base::read_file(path).value();
    REQUIRE(base::write_file(path, "{ \"forrmat\": 1 }"));
    std::ostringstream out;
    std::ostringstream err;
    CHECK(cli::run({.home = folder.path / "house", .font_folders = {}, .command = report}, out, err) == 1);
    CHECK(err.str().find(path.string() + ":1:") != std::string::npos);
    REQUIRE(base::write_file(path, text));
  }
}

TEST_CASE(
    "the languages that reports can be written in are named, one a line, with who wrote and reviewed them") {
  const Outcome outcome = run(cli::LocalesListCommand{});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.starts_with("ar\tdrafted by "));
  for (const char* line : {"\nen\tdrafted by ", "\nzh-Hans\tdrafted by "})
    CHECK(outcome.out.find(line) != std::string::npos);
}

TEST_CASE("the locales and faces that come with the program are whole") {
  const Outcome locales = run(cli::LocalesCheckCommand{});
  INFO(locales.out);
  CHECK(locales.status == 0);
  const Outcome fonts = run(cli::FontsCheckCommand{});
  INFO(fonts.out);
  CHECK(fonts.status == 0);
}
