#include "generator/base/json.h"

#include <catch2/catch.hpp>

using generator::base::JsonDocument;
using generator::base::JsonKind;
using generator::base::JsonWriter;
using generator::base::Place;

namespace {

std::string first_code(const std::string& text) {
  const auto document = JsonDocument::parse(text, "f.json");
  REQUIRE_FALSE(document.has_value());
  return document.error().front().code;
}

}  // namespace

TEST_CASE("every value knows its place, in code points") {
  const auto document =
      JsonDocument::parse("{\n  \"имя\": [1, \"два\", {\"k\": -1.50}],\n \"t\" : true}", "f.json");
  REQUIRE(document);
  CHECK(document->place(document->at("/имя")) == Place{"f.json", 2, 10});
  CHECK(document->place(document->at("/имя/0")) == Place{"f.json", 2, 11});
  CHECK(document->place(document->at("/имя/1")) == Place{"f.json", 2, 14});
  CHECK(document->place(document->at("/имя/2/k")) == Place{"f.json", 2, 27});
  CHECK(document->place(document->at("/t")) == Place{"f.json", 3, 8});
  CHECK(document->at("/имя/2/k").text == "-1.50");
  CHECK(document->at("/имя/7/k").kind == JsonKind::array);  // the deepest that exists
}

TEST_CASE("a byte order mark moves no place") {
  const auto document = JsonDocument::parse("\xEF\xBB\xBF{\"a\": 1}", "f.json");
  REQUIRE(document);
  CHECK(document->place(document->at("/a")) == Place{"f.json", 1, 7});
}

TEST_CASE("what is not JSON is refused at its place") {
  CHECK(first_code("{\"a\": }") == "json-syntax");
  CHECK(first_code("") == "json-syntax");
  CHECK(first_code("{} x") == "json-syntax");
  CHECK(first_code(std::string("{}\0garbage", 10)) == "json-syntax");
  CHECK(first_code("[\"\xC3\x28\"]") == "json-encoding");
  CHECK(first_code("[\"\xED\xA0\x80\"]") == "json-encoding");  // a surrogate
  CHECK(first_code("[\"\xC0\xAF\"]") == "json-encoding");      // longer than it need be
  CHECK(first_code("[1]\xE2\x82") == "json-encoding");         // cut off at the end
  CHECK(first_code(std::string(200, '[')) == "json-depth");
  const auto document = JsonDocument::parse("{\n \"a\": 1 \"b\"}", "f.json");
  REQUIRE_FALSE(document.has_value());
  CHECK(document.error().front().place.line == 2);
}

TEST_CASE("what word processors and hands put into JSON is told by its name, where it stands") {
  const auto fault = [](const std::string& text) {
    const auto document = JsonDocument::parse(text, "f.json");
    REQUIRE_FALSE(document.has_value());
    return generator::base::to_text(document.error().front());
  };
  for (const char* quote : {"\u201C", "\u201E", "\u00AB", "\u2018", "'"}) {
    const std::string said = fault(std::string("{\n \"a\": ") + quote + "b\"}");
    CHECK(said.starts_with("f.json:2:7: "));
    CHECK(said.find("quotation mark of print") != std::string::npos);
  }
  CHECK(fault("{\u201Ca\u201D: 1}").find("quotation mark of print") != std::string::npos);
  CHECK(fault("{\"a\": 1,\n}").starts_with("f.json:1:8: error: a comma stands before the }"));
  CHECK(fault("[1, 2 , ]").starts_with("f.json:1:7: error: a comma stands before the ]"));
  CHECK(fault("{\"a\": 1 // why\n}").find("a comment") != std::string::npos);
  CHECK(fault("{\"a\": 1 \"b\": 2}").find("comma") != std::string::npos);
}

TEST_CASE("a name that stands twice is refused, wherever it stands") {
  const auto document = JsonDocument::parse("{\"a\": {\"b\": 1,\n\"b\": 2}, \"a\": 3}", "f.json");
  REQUIRE_FALSE(document.has_value());
  REQUIRE(document.error().size() == 2);
  CHECK(document.error()[0].place == Place{"f.json", 2, 1});
  CHECK(document.error()[0].why == "its first value is at line 1, and only one can count");
}

TEST_CASE("what the writer wrote reads back, and a copied node keeps its spelling") {
  const auto document = JsonDocument::parse(R"({"n": [1.500, null, true, "\u00e9\n"], "o": {}})", "f.json");
  REQUIRE(document);
  JsonWriter writer;
  writer.node(document->root());
  const std::string text = writer.take();
  CHECK(text.find("1.500") != std::string::npos);
  const auto again = JsonDocument::parse(text, "f.json");
  REQUIRE(again);
  CHECK(again->at("/n/3").text == "é\n");
  CHECK(again->at("/n/1").kind == JsonKind::null);
}
