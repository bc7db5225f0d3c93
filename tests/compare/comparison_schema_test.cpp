#include "tests/compare/comparison_schema.h"

#include <catch2/catch.hpp>

#include "tests/golden.h"

TEST_CASE("The published schema of a comparison describes what the writer writes, member for member") {
  const std::string file = std::string(CONSILIUM_ROOT) + "/docs/schema/comparison.schema.json";
  CHECK(generator::test::difference_from_golden(file, generator::compare::test::comparison_schema()) == "");
}
