#include "generator/pdf/pdf_syntax.h"

#include <catch2/catch.hpp>

using namespace generator::pdf;

namespace {

std::string decimal(std::int64_t value, int decimals) {
  std::string out;
  append_decimal(out, value, decimals);
  return out;
}

}  // namespace

TEST_CASE("numbers are written as short as they go") {
  CHECK(decimal(0, 2) == "0");
  CHECK(decimal(1250, 2) == "12.5");
  CHECK(decimal(-40, 2) == "-.4");
  CHECK(decimal(5, 2) == ".05");
  CHECK(decimal(1000, 3) == "1");
  CHECK(decimal(-1200, 0) == "-1200");
}

TEST_CASE("strings and names keep what PDF would take for syntax") {
  CHECK(byte_string("a(b)\\c\r") == "(a\\(b\\)\\\\c\\r)");
  CHECK(text_string(std::string_view("plain")) == "(plain)");
  CHECK(text_string(std::string_view("é𝄞")) == std::string("(\xFE\xFF\0\xE9\xD8\x34\xDD\x1E)", 10));
  // A byte of a letter that is a bracket or a line end to PDF is escaped: U+2829, U+0D0A.
  CHECK(text_string(std::u16string_view(u"\u2829\u0D0A")) == "(\xFE\xFF\\(\\)\\r\n)");
  CHECK(name("application/json") == "/application#2Fjson");
}
