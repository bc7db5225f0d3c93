#include "generator/job/first_case.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <regex>

#include "generator/base/file.h"
#include "generator/job/report_job.h"

namespace fs = std::filesystem;
using namespace generator;  // NOLINT(google-build-using-namespace)

namespace {

struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("consilium-first-case-" + std::to_string(::getpid()));
  TemporaryFolder() { fs::create_directories(path); }
  ~TemporaryFolder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("a first case is written once, is without fault, and is called as its folder") {
  const TemporaryFolder folder;
  const job::Resources house = job::Resources::find(CONSILIUM_ROOT).value();
  const auto written = job::start_case(house, folder.path / "a-case" / "").value();
  REQUIRE(written.size() == 4);
  CHECK(written.front().filename() == "case.json");

  const job::ReportMaker maker(house);
  const auto read = maker.read_case_file(written.front());
  REQUIRE(read);
  CHECK(read->value.id == "a-case");
  CHECK(read->warnings.empty());

  const auto again = job::start_case(house, folder.path / "a-case");
  REQUIRE_FALSE(again);
  CHECK(again.error().front().code == "case-exists");
  CHECK(job::start_case(house, folder.path / "A Case").error().front().code == "id-shape");
  CHECK_FALSE(fs::exists(folder.path / "A Case"));
}

TEST_CASE("each member of the first case is explained beside it") {
  const fs::path folder = fs::path(CONSILIUM_ROOT) / "docs" / "first-case";
  const std::string json = base::read_file(folder / "case.json").value();
  const std::string guide = base::read_file(folder / "README.md").value();
  const std::regex member(R"re(\n  "([a-z_]+)":)re");
  for (std::sregex_iterator at(json.begin(), json.end(), member), end; at != end; ++at) {
    CAPTURE((*at)[1].str());
    CHECK(guide.find("`" + (*at)[1].str() + "`") != std::string::npos);
  }
}
