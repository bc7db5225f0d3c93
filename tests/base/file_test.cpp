#include "generator/base/file.h"

#include <unistd.h>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;
using generator::base::Fault;
using generator::base::read_file;
using generator::base::write_file;

namespace {

/// A folder of its own for a test, removed at its end.
struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("consilium-file-test-" + std::to_string(::getpid()));
  TemporaryFolder() { fs::create_directories(path); }
  ~TemporaryFolder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("a write replaces the file whole and leaves nothing else behind") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "new" / "report.pdf";
  REQUIRE(write_file(file, "first"));
  REQUIRE(write_file(file, std::string("se\0cond", 7)));
  CHECK(read_file(file).value() == std::string("se\0cond", 7));
  CHECK(std::distance(fs::directory_iterator(file.parent_path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a write that fails leaves the old file, and says that the machine is at fault") {
  const TemporaryFolder folder;
  const fs::path taken = folder.path / "taken";
  fs::create_directories(taken / "inside");
  const auto written = write_file(taken, "bytes");  // a folder stands where the file should
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().front().code == "file-unwritable");
  CHECK(written.error().front().fault == Fault::machine);
  CHECK(fs::is_directory(taken / "inside"));
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("a file that is missing, a folder, or too large is refused by name") {
  const TemporaryFolder folder;
  CHECK(read_file(folder.path / "none").error().front().code == "file-missing");
  CHECK(read_file(folder.path).error().front().code == "file-unreadable");
  REQUIRE(write_file(folder.path / "large", std::string(100, 'x')));
  CHECK(read_file(folder.path / "large", 99).error().front().code == "file-too-large");
  CHECK(read_file(folder.path / "large", 100).value().size() == 100);
}
