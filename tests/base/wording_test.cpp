#include "generator/base/wording.h"

#include <catch2/catch.hpp>

using generator::base::nearest;

TEST_CASE("a word that was mistyped is guessed, and one that says another thing is not") {
  const std::vector<std::string_view> decisions = {"accepted",     "conditional",  "declined",
                                                   "under-review", "cannot-judge", "operable"};
  CHECK(nearest("acepted", decisions) == "accepted");
  CHECK(nearest("Accept", decisions) == "accepted");
  CHECK(nearest("condition", decisions) == "conditional");
  CHECK(nearest("under review", decisions) == "under-review");
  CHECK(nearest("accepted with conditions", decisions).empty());
  CHECK(nearest("not accepted", decisions).empty());
  CHECK(nearest("inoperable", decisions).empty());
  CHECK(nearest("declined by phone", decisions).empty());
  CHECK(nearest("lang", {"language", "label"}) == "language");
  CHECK(nearest("languages", {"language", "label"}) == "language");
}
