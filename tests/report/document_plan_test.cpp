#include "generator/report/document_plan.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace generator;

namespace {

base::Result<report::DocumentPlan> load(const std::string& text) {
  const auto folder = std::filesystem::temp_directory_path() / "consilium-document-plan-test";
  std::filesystem::create_directories(folder / "paper");
  std::ofstream(folder / "paper" / "document.json") << text;
  auto plan = report::load_document_plan(folder, "paper", folder);
  std::filesystem::remove_all(folder);
  return plan;
}

}  // namespace

TEST_CASE("a plan says for whom a document is, and what it shows, in order") {
  const auto plan = load(R"({"format":"consilium/document/1","for":"each-hospital","data":"none",
                             "sections":["questions","sources"]})");
  REQUIRE(plan);
  CHECK(plan->scope == report::DocumentScope::each_hospital);
  CHECK(plan->sections == std::vector{report::ViewSection::questions, report::ViewSection::sources});
}

TEST_CASE("a plan's reader is a family, unless it says that a doctor is") {
  const std::string begin = R"({"format":"consilium/document/1",)";
  const std::string end = R"("sections":["urgent"]})";
  CHECK(load(begin + end)->reader == report::Reader::family);
  CHECK(load(begin + R"("reader":"doctor",)" + end)->reader == report::Reader::doctor);
  CHECK_FALSE(load(begin + R"("reader":"nurse",)" + end));
}

TEST_CASE("everything that is wrong with a plan is said at once, with its place") {
  const auto plan = load(
      "{\"format\":\"consilium/document/2\",\n\"for\":\"everybody\",\n\"sections\":[\"costs\",\n"
      "\"costs\",\n\"prices\"],\n\"colour\":\"red\"}");
  REQUIRE(!plan);
  REQUIRE(plan.error().size() == 5);
  for (const base::Diagnostic& d : plan.error()) {
    CHECK(d.code == "document-plan");
    CHECK(d.place.line >= 1);
  }
}

TEST_CASE("what goes to each hospital cannot carry the comparison") {
  CHECK(
      !load(R"({"format":"consilium/document/1","for":"each-hospital","data":"comparison","sections":[]})"));
  CHECK(load(R"({"format":"consilium/document/1","for":"case","data":"comparison","sections":[]})"));
}
