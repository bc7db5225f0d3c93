#include "generator/base/version.h"

#include <catch2/catch.hpp>
#include <regex>
#include <string>

TEST_CASE("the version is that of a release, or names the commit") {
  const std::string version(generator::base::program_version());
  INFO(version);
  CHECK(std::regex_match(version, std::regex(R"(\d+\.\d+\.\d+(\+[0-9a-f]{10,40}(-changed)?)?)")));
}
