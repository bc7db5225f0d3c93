// What the readers of the house's own files share.
#include "generator/base/object_reader.h"

#include <catch2/catch.hpp>

using generator::base::Diagnostics;
using generator::base::JsonDocument;

namespace {

struct SmallReader : generator::base::ObjectReader {
  SmallReader(const JsonDocument& json, bool guess)
      : ObjectReader(json, "small", "see the page", guess ? Guess::names : Guess::none) {}
  Diagnostics read() {
    keep_object_to(root(), {"size", "inner"});
    if (const auto* inner = root().find("inner")) keep_object_to(*inner, {"weight"});
    if (const auto* size = root().find("size")) keep_to(*size, {});
    return take_found();
  }
};

Diagnostics faults(const char* text, bool guess = true) {
  const JsonDocument json = JsonDocument::parse(text, "small.json").value();
  return SmallReader(json, guess).read();
}

}  // namespace

TEST_CASE("a reader of a house's file tells members that it does not know, each at its place") {
  CHECK(faults("{\"size\": 1, \"inner\": {\"weight\": 2}}").empty());
  const Diagnostics found = faults("{\"sise\": 1,\n\"inner\": {\"wieght\": 2}}");
  REQUIRE(found.size() == 2);
  CHECK(to_text(found[0]) ==
        "small.json:1:10: error: there is no member \"sise\" here; did you mean \"size\"?; see the page "
        "[small]");
  CHECK(found[1].place.line == 2);
  CHECK(found[1].why == "did you mean \"weight\"?");
  CHECK(faults("{\"sise\": 1}", false).front().why.empty());
  REQUIRE(faults("{\"inner\": []}").size() == 1);
  CHECK(faults("{\"inner\": []}").front().what == "an object stands here");
  CHECK(faults("[]").size() == 1);
}
