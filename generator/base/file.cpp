#include "generator/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

namespace generator::base {
namespace {

/// A POSIX file descriptor, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  /// Closes now, so that the caller sees the error that some file systems report only here.
  bool close() {
    const int fd = fd_;
    fd_ = -1;
    return ::close(fd) == 0;
  }

 private:
  int fd_;
};

std::string reason() {
  return std::strerror(errno);  // NOLINT(concurrency-mt-unsafe): glibc's is thread-local
}

Diagnostic unwritable(const std::filesystem::path& path, const std::string& cause) {
  return {.code = "file-unwritable",
          .place = {.file = path.string()},
          .what = "this file cannot be written",
          .why = cause,
          .remedy = "choose a folder that can be written, or free space on the disk",
          .fault = Fault::machine};
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  const Place place{.file = path.string()};
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) {
    if (errno == ENOENT) {
      return failure({.code = "file-missing",
                      .place = place,
                      .what = "there is no such file",
                      .why = "",
                      .remedy = "check the path"});
    }
    return failure({.code = "file-unreadable",
                    .place = place,
                    .what = "this file cannot be opened",
                    .why = reason(),
                    .remedy = "check its permissions"});
  }
  std::string bytes;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t n = ::read(file.get(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      return failure({.code = "file-unreadable",
                      .place = place,
                      .what = "this file cannot be read",
                      .why = reason(),
                      .remedy = "give the path of a regular file"});
    }
    if (n == 0) break;
    bytes.append(buffer, static_cast<std::size_t>(n));
    if (bytes.size() > limit) {
      return failure({.code = "file-too-large",
                      .place = place,
                      .what = fmt::format("this file is larger than {} bytes", limit),
                      .why = "files of that size are refused to keep memory bounded",
                      .remedy = "split it"});
    }
  }
  return bytes;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code error;
  if (path.has_parent_path()) {
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) return failure(unwritable(path, error.message()));
  }
  // Two threads, or two processes, may write the same name: each has its own temporary.
  static std::atomic<unsigned> counter = 0;
  std::string temporary;
  int descriptor = -1;
  do {  // a process that was killed may have left its temporary behind, under a number that is ours now
    temporary = fmt::format("{}.{}.{}.tmp", path.string(), ::getpid(), counter++);
    descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  } while (descriptor < 0 && errno == EEXIST);
  Descriptor file(descriptor);
  if (file.get() < 0) return failure(unwritable(path, reason()));
  const bool written = write_all(file.get(), bytes) && ::fsync(file.get()) == 0;
  const std::string cause = written ? "" : reason();
  if (!file.close() || !written || ::rename(temporary.c_str(), path.c_str()) != 0) {
    const Diagnostic diagnostic = unwritable(path, written ? reason() : cause);
    ::unlink(temporary.c_str());
    return failure(diagnostic);
  }
  return {};
}

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return failure(unwritable(folder, error.message()));
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return failure(unwritable(folder, reason()));
  FolderLock lock(descriptor);
  while (::flock(descriptor, LOCK_EX) != 0) {
    if (errno != EINTR) return failure(unwritable(folder, reason()));
  }
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace generator::base
