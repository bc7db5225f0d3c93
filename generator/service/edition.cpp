#include "generator/service/edition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "generator/base/digest.h"
#include "generator/base/file.h"

namespace generator::service {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> k_text_endings = {".json", ".mustache", ".css"};

std::string size_and_time(const fs::path& file) {
  std::error_code ignored;
  const auto size = fs::file_size(file, ignored);
  const auto time = fs::last_write_time(file, ignored).time_since_epoch().count();
  return fmt::format("{} {}", size, time);
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) files.push_back(it->path());
  }
  std::ranges::sort(files);
  return files;
}

std::string state_of(const fs::path& file) {
  if (std::ranges::find(k_text_endings, file.extension().string()) != k_text_endings.end()) {
    if (const auto text = base::read_file(file)) return base::sha256_hex(*text);
  }
  return size_and_time(file);
}

}  // namespace

std::string edition_of(const fs::path& root, const std::vector<fs::path>& font_folders) {
  std::error_code ignored;
  std::string all =
      fmt::format("{}\n{}\n", CONSILIUM_VERSION, size_and_time(fs::read_symlink("/proc/self/exe", ignored)));
  std::vector<fs::path> folders = {root / "templates", root / "locales", root / "fonts"};
  folders.insert(folders.end(), font_folders.begin(), font_folders.end());
  for (const fs::path& folder : folders) {
    for (const fs::path& file : files_below(folder)) {
      all += fmt::format("{} {}\n", file.lexically_relative(folder).string(), state_of(file));
    }
  }
  return base::sha256_hex(all);
}

}  // namespace generator::service
