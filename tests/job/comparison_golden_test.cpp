// The comparison of each sample beside what it was when somebody last read it: tests/job/comparisons/<case
// id>.json.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "generator/base/file.h"
#include "generator/job/report_job.h"

namespace fs = std::filesystem;

TEST_CASE("each sample compares as its golden says") {
  const fs::path root = CONSILIUM_ROOT;
  const generator::job::ReportMaker maker(generator::job::Resources{root, {}});
  int samples = 0;
  for (const auto& folder : fs::directory_iterator(root / "samples")) {
    INFO(folder.path().string());
    auto read = generator::job::ReadCase::from_file(folder.path() / "case.json");
    REQUIRE(read);
    const auto dossier = maker.open(std::move(*read));
    REQUIRE(dossier);
    const std::string json(dossier->json("the comparison").value());
    const fs::path golden = root / "tests" / "job" / "comparisons" / (dossier->now().value.id + ".json");
    if (std::getenv("CONSILIUM_REWRITE_GOLDENS") != nullptr)
      REQUIRE(generator::base::write_file(golden, json));
    const auto expected = generator::base::read_file(golden);
    REQUIRE(expected);
    CHECK(json == *expected);
    ++samples;
  }
  CHECK(samples >= 4);
}
