// What the tests of the store share: a folder that goes away, and a clock that stands still.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "generator/store/database.h"

namespace store_test {

/// A folder of its own under the system's temporary one, removed at the end.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "consilium-store-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::filesystem::path file(const std::string& name = "test.db") const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

inline constexpr std::chrono::sys_seconds k_noon =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + std::chrono::hours(12);

inline std::shared_ptr<generator::store::Database> open(
    const std::filesystem::path& file, const generator::store::Clock& clock = [] { return k_noon; }) {
  auto database = generator::store::Database::open(file, clock);
  if (!database) FAIL(generator::base::to_text(database.error().front()));
  return *database;
}

/// The code of a failed result's first diagnostic; "" if it succeeded.
template <typename T>
std::string code_of(const generator::base::Result<T>& result) {
  return result ? "" : result.error().front().code;
}

}  // namespace store_test
