#include "generator/store/database.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "generator/store/connections.h"
#include "generator/store/migrations.h"

namespace generator::store {
namespace {

using Poco::Data::Keywords::into;

base::Diagnostic unusable(const std::filesystem::path& file, std::string why) {
  return {.code = "database-unusable",
          .place = {.file = file.string()},
          .what = "the database cannot be opened",
          .why = std::move(why),
          .remedy = "check that the file and its folder exist and can be written by this user",
          .fault = base::Fault::machine};
}

/// Makes the file before SQLite does, because SQLite would let everybody read it. Its WAL takes over the
/// mode.
base::Result<void> make_private_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return base::failure(unusable(file, std::strerror(errno)));  // NOLINT(concurrency-mt-unsafe)
  }
  ::close(descriptor);
  return {};
}

/// True if the file is empty or begins as SQLite files do.
bool may_be_sqlite(const std::filesystem::path& file) {
  constexpr std::string_view k_magic("SQLite format 3\0", 16);
  std::array<char, k_magic.size()> head{};
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), head.size());
  return in.gcount() == 0 || std::string_view(head.data(), static_cast<std::size_t>(in.gcount())) == k_magic;
}

}  // namespace

Database::Database(std::filesystem::path file, Clock clock)
    : file_(std::move(file)), clock_(std::move(clock)), connections_(std::make_unique<Connections>(file_)) {}

Database::~Database() = default;

base::Result<std::shared_ptr<Database>> Database::open(const std::filesystem::path& file, Clock clock) {
  if (auto made = make_private_file(file); !made) return tl::unexpected(std::move(made.error()));
  if (!may_be_sqlite(file)) {
    return base::failure({.code = "database-foreign",
                          .place = {.file = file.string()},
                          .what = "this file is no database",
                          .why = "it does not begin as an SQLite file does, and nothing of it was changed",
                          .remedy = "name another file as \"database\" in the configuration",
                          .fault = base::Fault::machine});
  }
  std::shared_ptr<Database> database;
  try {
    database.reset(new Database(file, std::move(clock)));
  } catch (const Poco::Exception&) {
    return base::failure(translate_exception(file));
  }
  // First whose file it is, then WAL: another program's database is not to be changed in any way.
  auto ready = database->connections().read([&file](Poco::Data::Session& session) -> base::Result<void> {
    if (auto migrated = migrate(session, all_migrations(), file); !migrated) return migrated;
    std::string mode;
    session << "PRAGMA journal_mode = WAL", into(mode), Poco::Data::Keywords::now;
    if (mode != "wal") {
      return base::failure(unusable(file, "its file system does not support a write-ahead log"));
    }
    return {};
  });
  if (!ready) return tl::unexpected(std::move(ready.error()));
  return database;
}

base::Result<void> Database::check() const {
  return connections_->read([](Poco::Data::Session& session) -> base::Result<void> {
    int version = 0;
    session << "PRAGMA user_version", into(version), Poco::Data::Keywords::now;
    int cases = 0;
    session << "SELECT count(*) FROM (SELECT 1 FROM cases LIMIT 1)", into(cases), Poco::Data::Keywords::now;
    return {};
  });
}

base::Result<void> Database::checkpoint() {
  return connections_->read([](Poco::Data::Session& session) -> base::Result<void> {
    // Answers (busy, pages in the log, pages brought over). A reader that is still there keeps the log from
    // being emptied; that is no fault, and the next one empties it.
    int busy = 0;
    int pages = 0;
    int moved = 0;
    session << "PRAGMA wal_checkpoint(TRUNCATE)", into(busy), into(pages), into(moved),
        Poco::Data::Keywords::now;
    return {};
  });
}

}  // namespace generator::store
