// The comparison of each sample beside what it was when somebody last read it: tests/job/comparisons/<case
// id>.txt, its JSON in lines for people. The JSON itself is held against its published schema, strictly.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "generator/base/file.h"
#include "generator/job/report_job.h"
#include "tests/golden.h"
#include "tests/job/opened.h"
#include "tests/job/readable_json.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

rapidjson::Document parsed(std::string_view text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

/// Everything that the schema does not allow, with its place.
std::string against_schema(const valijson::Schema& schema, const rapidjson::Document& json) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::RapidJsonAdapter target(json);
  if (validator.validate(schema, target, &results)) return {};
  std::string all;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) all += part;
    all += ": " + error.description + '\n';
  }
  return all;
}

}  // namespace

TEST_CASE("each sample compares as its golden says, in JSON as its schema says") {
  const fs::path root = CONSILIUM_ROOT;
  const auto text = base::read_file(root / "docs" / "schema" / "comparison.schema.json");
  REQUIRE(text);
  const rapidjson::Document described = parsed(*text);
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::RapidJsonAdapter(described), schema);
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  int samples = 0;
  for (const job::Dossier& dossier : job::test::opened_samples(maker)) {
    const std::string& id = dossier.now().value.id;
    INFO(id);
    const std::string json(dossier.json("the comparison").value());
    CHECK(against_schema(schema, parsed(json)).empty());
    const auto document = base::JsonDocument::parse(json, id);
    REQUIRE(document);
    const std::string lines = job::test::readable(document->root());
    const fs::path golden = root / "tests" / "job" / "comparisons" / (id + ".txt");
    CHECK(generator::test::difference_from_golden(golden, lines) == "");
    ++samples;
  }
  CHECK(samples >= 13);
}

TEST_CASE("the schema of a comparison refuses what no comparison has") {
  const auto text = base::read_file(fs::path(CONSILIUM_ROOT) / "docs" / "schema" / "comparison.schema.json");
  REQUIRE(text);
  const rapidjson::Document described = parsed(*text);
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::RapidJsonAdapter(described), schema);
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  const job::Dossier liver = job::test::opened(maker, job::test::sample());
  const std::string json(liver.json("the comparison").value());
  for (const auto& [from, to] : {std::pair{"consilium/comparison/2", "consilium/comparison/1"},
                                 std::pair{"\"kind\": \"home\"", "\"kind\": \"homes\""},
                                 std::pair{"\"options\": [", "\"winner\": 1, \"options\": ["},
                                 std::pair{"\"state\": \"stated\"", "\"state\": null"}}) {
    INFO(to);
    std::string spoilt = json;
    const std::size_t at = spoilt.find(from);
    REQUIRE(at != std::string::npos);
    spoilt.replace(at, std::string(from).size(), to);
    CHECK_FALSE(against_schema(schema, parsed(spoilt)).empty());
  }
}
