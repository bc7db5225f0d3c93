// A house of one's own for a test: the checkout's locales and fonts, and a copy of its templates to change;
// of its locales, too, if asked for.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

#include "generator/base/file.h"

namespace generator::job::test {

struct HouseCopy {
  std::filesystem::path root =
      std::filesystem::temp_directory_path() / ("consilium-house-" + std::to_string(::getpid()));

  HouseCopy() {
    namespace fs = std::filesystem;
    const fs::path checkout = CONSILIUM_ROOT;
    fs::remove_all(root);
    fs::create_directories(root);
    for (const char* each : {"locales", "fonts"}) fs::create_directory_symlink(checkout / each, root / each);
    fs::copy(checkout / "templates", root / "templates", fs::copy_options::recursive);
  }
  ~HouseCopy() { std::filesystem::remove_all(root); }
  HouseCopy(const HouseCopy&) = delete;
  HouseCopy& operator=(const HouseCopy&) = delete;

  /// From now on its locales are its own, too, and can be changed.
  void own_locales() const {
    std::filesystem::remove(root / "locales");
    std::filesystem::copy(std::filesystem::path(CONSILIUM_ROOT) / "locales", root / "locales",
                          std::filesystem::copy_options::recursive);
  }

  /// Puts `after` in the place of the first `before` in a file; false if it is not there.
  bool change(const std::string& file, const std::string& before, const std::string& after) const {
    std::string text = base::read_file(root / file).value();
    const std::size_t at = text.find(before);
    if (at == std::string::npos) return false;
    text.replace(at, before.size(), after);
    return base::write_file(root / file, text).has_value();
  }
};

}  // namespace generator::job::test
