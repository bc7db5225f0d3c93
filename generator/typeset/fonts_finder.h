// Where on this machine a font file stands: the folders asked for first, fontconfig last. fontconfig reads
// every font of the machine when it starts, so it is asked only when a folder does not have the file.
//
// Thread-safe.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace generator::typeset {

class FontFinder {
 public:
  explicit FontFinder(std::vector<std::filesystem::path> folders);

  /// The path of the file of that name (no folders in it), or nothing if the machine has none.
  std::optional<std::filesystem::path> find(const std::string& file_name) const;

 private:
  std::vector<std::filesystem::path> folders_;
  mutable std::once_flag listed_;
  mutable std::map<std::string, std::filesystem::path> installed_;  ///< what fontconfig knows, by file name
};

}  // namespace generator::typeset
