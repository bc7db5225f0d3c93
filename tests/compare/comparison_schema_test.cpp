#include "tests/compare/comparison_schema.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "generator/base/file.h"

TEST_CASE("The published schema of a comparison describes what the writer writes, member for member") {
  const std::string file = std::string(CONSILIUM_ROOT) + "/docs/schema/comparison.schema.json";
  const std::string schema = generator::compare::test::comparison_schema();
  if (std::getenv("CONSILIUM_REWRITE_GOLDENS") != nullptr) REQUIRE(generator::base::write_file(file, schema));
  const auto published = generator::base::read_file(file);
  REQUIRE(published);
  CHECK(schema == *published);
}
