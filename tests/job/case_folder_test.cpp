#include "generator/job/case_folder.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <string>

#include "generator/base/file.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("consilium-folder-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  void add(const std::string& name, const std::string& id) const {
    REQUIRE(base::write_file(path / name, "{\"format\": {\"id\": \"none\"}, \"id\": \"" + id + "\"}"));
  }
};

std::string names(const Folder& folder, const std::vector<fs::path>& paths) {
  std::string all;
  for (const fs::path& path : paths) all += path.lexically_relative(folder.path).string() + ' ';
  return all;
}

std::string names(const Folder& folder, const base::Diagnostics& diagnostics) {
  std::vector<fs::path> paths;
  for (const base::Diagnostic& each : diagnostics) paths.emplace_back(each.place.file);
  return names(folder, paths);
}

}  // namespace

TEST_CASE("copies and what programs leave behind are passed over, and told") {
  const Folder folder;
  folder.add("one/case.json", "one");
  folder.add("one/case - Copy.json", "one");
  folder.add("one/case (1).json", "one");
  folder.add("one/earlier.json", "one");
  folder.add("two/case.json", "two");
  folder.add("two/case 2.json", "another");  // no copy: an id of its own
  folder.add("two/._case.json", "two");
  folder.add("two/~$case.json", "two");
  folder.add(".versions/two/case.json", "two");
  folder.add("__MACOSX/two/case.json", "two");
  folder.add("out/two/case.json", "two");
  const auto found = job::find_cases(folder.path, folder.path / "out");
  REQUIRE(found);
  CHECK(names(folder, found->cases) == "one/case.json two/case 2.json two/case.json ");
  CHECK(names(folder, found->passed_over) ==
        ".versions __MACOSX one/case (1).json one/case - Copy.json one/earlier.json two/._case.json "
        "two/~$case.json ");
  CHECK(found->refused.empty());
}

TEST_CASE("of two files with one id neither is taken by chance") {
  const Folder folder;
  folder.add("a/case.json", "one");
  folder.add("b/case.json", "one");
  folder.add("c/case.json", "two");
  folder.add("c/case-2.json", "two");
  REQUIRE(base::write_file(folder.path / "d.json", "no JSON"));
  const auto found = job::find_cases(folder.path, folder.path / "out");
  REQUIRE(found);
  CHECK(names(folder, found->cases) == "d.json ");  // its reader says what is wrong
  CHECK(names(folder, found->refused) == "a/case.json b/case.json c/case-2.json c/case.json ");
  CHECK(base::has_errors(found->refused));
}
