#include "generator/base/json_peek.h"

#include <catch2/catch.hpp>

TEST_CASE("a text at the top of an object is found without the rest") {
  using generator::base::text_at_top;
  CHECK(text_at_top(R"({"a": {"id": "inner"}, "b": ["id", 3, null], "id": "outer", "c": not JSON)", "id") ==
        "outer");
  CHECK_FALSE(text_at_top(R"({"a": {"id": "inner"}})", "id"));
  CHECK_FALSE(text_at_top(R"({"id": 3, "x": "no"})", "id"));
  CHECK_FALSE(text_at_top(R"({"x": not JSON, "id": "late"})", "id"));
  CHECK_FALSE(text_at_top("", "id"));
}
