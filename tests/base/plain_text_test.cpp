#include "generator/base/plain_text.h"

#include <catch2/catch.hpp>
#include <string>

namespace generator::base {
namespace {

std::string plain(std::string_view text) {
  std::string utf8;
  plain_spelling(text).toUTF8String(utf8);
  return utf8;
}

}  // namespace

TEST_CASE("spellings that readers take for one become one") {
  CHECK(plain("  A  Promise:\n100 %\tSure ") == "a promise: 100%sure ");
  CHECK(plain("１００ ％") == "100%");
  CHECK(plain("١٠٠ ٪") == "100%");
  CHECK(plain("won\u2019t \u2010 no") == "won't - no");
}

TEST_CASE("a text of ASCII alone becomes what it is within a longer text") {
  std::string every;
  for (int i = 0; i < 2; ++i) {
    for (char c = 1; c > 0 && c < 127; ++c) every += c;
    every += "  % %  x\r\n\v\fY \x1c%";
  }
  CHECK(plain(every + "\u0416") == plain(every) + "\u0436");
}

}  // namespace generator::base
