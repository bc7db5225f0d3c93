// In which languages reports are made where nobody asks for any: the family's, as far as there are locales.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "generator/base/file.h"
#include "generator/job/batch.h"

namespace fs = std::filesystem;
using namespace generator;

TEST_CASE("a language of the family that no report can be in is said, and the others are written") {
  const fs::path folder = fs::temp_directory_path() / ("consilium-family-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::string text =
      base::read_file(fs::path(CONSILIUM_ROOT) / "samples" / "pancreas-2026-040" / "case.json").value();
  const std::string before = R"("languages": ["en"])";
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  text.replace(at, before.size(), R"("languages": ["ta", "en"])");
  REQUIRE(base::write_file(folder / "case.json", text));

  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  job::BatchRequest request;
  request.cases = {folder / "case.json"};
  request.out = folder / "out";
  request.formats = {job::Format::html};
  std::vector<std::string> notes;
  std::vector<fs::path> written;
  job::run_batch(maker, request, [&](const job::CaseOutcome& outcome, std::size_t) {
    for (const base::Diagnostic& d : outcome.diagnostics) {
      CHECK(d.severity == base::Severity::note);
      notes.push_back(d.code);
    }
    written.insert(written.end(), outcome.written.begin(), outcome.written.end());
  });
  fs::remove_all(folder);
  CHECK(notes == std::vector<std::string>{"language-not-written"});
  REQUIRE(written.size() == 1);
  CHECK(written.front().filename() == "family-comparison.en.html");
}
