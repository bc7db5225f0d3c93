// The database: one SQLite file in WAL mode, every commit synced to the disk before it is answered, so that a
// killed process or a lost power supply loses nothing that was acknowledged. What is deleted is overwritten.
//
// A Database owns a pool of connections and may be used by any number of threads; the stores (CaseStore,
// ReportStore, TokenStore, AuditLog) are views of it and hold nothing themselves. One process writes at a
// time; others wait up to ten seconds, then get database-busy. Poco::Data and SQLite are known in this folder
// only: their exceptions become Diagnostics here.
//
// Later depth has its place here: jobs and schedules are tables of their own beside cases (a new migration
// and a JobStore); PostgreSQL is another session key in database.cpp.
#pragma once

#include <filesystem>
#include <memory>

#include "generator/base/diagnostics.h"
#include "generator/store/clock.h"

namespace generator::store {

class Connections;

class Database {
 public:
  /// Opens the file, makes it (readable by its owner only) if it is not there, and brings its tables up to
  /// this program. Errors, all of the machine: database-unusable, database-foreign (some other program's
  /// file), database-newer (written by a later version), database-busy, database-corrupt, database-full.
  static base::Result<std::shared_ptr<Database>> open(const std::filesystem::path& file,
                                                      Clock clock = wall_clock());
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Asks the database something, for a readiness check.
  base::Result<void> check() const;

  /// Brings the write-ahead log into the file and empties it.
  base::Result<void> checkpoint();

  std::chrono::sys_seconds now() const { return clock_(); }
  const std::filesystem::path& file() const { return file_; }

  /// For this folder's own files.
  Connections& connections() const { return *connections_; }

 private:
  Database(std::filesystem::path file, Clock clock);
  std::filesystem::path file_;
  Clock clock_;
  std::unique_ptr<Connections> connections_;
};

}  // namespace generator::store
