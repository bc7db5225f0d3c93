// Each folder below tests/typeset/layout holds markup.html and what it becomes, expected.txt. Rewritten when
// CONSILIUM_REWRITE_GOLDENS=1 is set; the difference is to be read before it is committed.
#include <cstdlib>
#include <filesystem>
#include <set>

#include "generator/base/file.h"
#include "tests/typeset/layout_fixture.h"

namespace generator::typeset {
namespace {

TEST_CASE("layout: pages look as they did when somebody last looked") {
  const std::filesystem::path folder = std::string(CONSILIUM_ROOT) + "/tests/typeset/layout";
  std::set<std::filesystem::path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_directory()) cases.insert(entry.path());
  REQUIRE(!cases.empty());
  const char* const rewrite = std::getenv("CONSILIUM_REWRITE_GOLDENS");
  for (const auto& path : cases) {
    INFO(path.filename().string());
    const auto markup = base::read_file(path / "markup.html");
    REQUIRE(markup);
    const std::string dumped = dump(test::set(*markup));
    if (rewrite != nullptr && std::string_view(rewrite) == "1") {
      REQUIRE(base::write_file(path / "expected.txt", dumped));
      continue;
    }
    const auto expected = base::read_file(path / "expected.txt");
    REQUIRE(expected);
    CHECK(dumped == *expected);
  }
}

}  // namespace
}  // namespace generator::typeset
