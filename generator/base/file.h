// Reading and writing whole files. A write is seen whole or not at all: it goes to a temporary name in the
// same folder, is synced, and is renamed over the old one; what fails on the way leaves the old file
// untouched.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"

namespace generator::base {

/// The bytes of a file. Errors: file-missing, file-unreadable, file-too-large (over `limit` bytes).
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit = 64u << 20);

/// Writes through a temporary name and a rename, making the folder if needed. Error: file-unwritable
/// (machine).
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// A folder held by one program, or thread, at a time: for files that belong together.
class FolderLock {
 public:
  /// Makes the folder if needed and waits until nobody else holds it. Error: file-unwritable (machine).
  static Result<FolderLock> take(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace generator::base
