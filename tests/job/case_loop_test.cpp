#include "generator/job/case_loop.h"

#include <catch2/catch.hpp>
#include <map>
#include <new>
#include <stdexcept>

using namespace generator;
using job::CaseOutcome;

namespace {

std::map<std::string, CaseOutcome> run(const std::vector<std::filesystem::path>& paths, unsigned jobs,
                                       const job::CaseWork& work) {
  std::map<std::string, CaseOutcome> outcomes;
  job::for_each_case(paths, jobs, work, [&](const CaseOutcome& outcome, std::size_t done) {
    outcomes.emplace(outcome.path.string(), outcome);
    CHECK(done == outcomes.size());
  });
  return outcomes;
}

}  // namespace

TEST_CASE("what one case throws is its own refusal, and the others are done") {
  const auto work = [](CaseOutcome& outcome) {
    outcome.stage = "making one-page in en";
    if (outcome.path == "b") throw std::runtime_error("the letter says: Mr. Secret");
    if (outcome.path == "c") throw 5;
    if (outcome.path == "d") throw std::bad_alloc();
    outcome.written.emplace_back("report");
  };
  for (const unsigned jobs : {1u, 3u}) {
    auto outcomes = run({"a", "b", "c", "d", "e"}, jobs, work);
    REQUIRE(outcomes.size() == 5);
    CHECK(outcomes["a"].diagnostics.empty());
    CHECK(outcomes["e"].written.size() == 1);
    for (const char* thrown : {"b", "c"}) {
      REQUIRE(outcomes[thrown].diagnostics.size() == 1);
      const base::Diagnostic& d = outcomes[thrown].diagnostics[0];
      CHECK(d.code == "internal");
      CHECK(d.place.file == thrown);
      CHECK(d.what.find("making one-page in en") != std::string::npos);
      CHECK(base::to_text(d).find("Secret") == std::string::npos);
    }
    REQUIRE(outcomes["d"].diagnostics.size() == 1);
    CHECK(outcomes["d"].diagnostics[0].code == "out-of-memory");
    CHECK(outcomes["d"].diagnostics[0].fault == base::Fault::machine);
  }
}

TEST_CASE("no cases are no work, and what the caller's own progress throws is the caller's") {
  CHECK(run({}, 2, [](CaseOutcome&) {}).empty());
  const std::vector<std::filesystem::path> paths{"a", "b", "c"};
  CHECK_THROWS_AS(job::for_each_case(
                      paths, 2, [](CaseOutcome&) {},
                      [](const CaseOutcome&, std::size_t) { throw std::runtime_error("disk full"); }),
                  std::runtime_error);
}
