#include "generator/store/connections.h"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Data/SessionPoolContainer.h>

#include <mutex>
#include <new>

namespace generator::store {
namespace {

using Poco::Data::Keywords::now;

constexpr int k_idle_connections = 1;
constexpr int k_most_connections = 128;
constexpr int k_idle_seconds = 60;

/// Gives each new connection the settings that SQLite keeps per connection.
class ConfiguredPool : public Poco::Data::SessionPool {
 public:
  using SessionPool::SessionPool;

 protected:
  void customizeSession(Poco::Data::Session& session) override {
    session << "PRAGMA busy_timeout = 10000", now;
    session << "PRAGMA foreign_keys = ON", now;
    session << "PRAGMA synchronous = FULL", now;
    session << "PRAGMA secure_delete = ON", now;  // erased cases leave no bytes in free pages
  }
};

void register_connector() {
  static std::once_flag once;
  std::call_once(once, [] { Poco::Data::SQLite::Connector::registerConnector(); });
}

base::Diagnostic machine(const std::filesystem::path& file, std::string code, std::string what,
                         std::string why, std::string remedy) {
  return {.code = std::move(code),
          .place = {.file = file.string()},
          .what = std::move(what),
          .why = std::move(why),
          .remedy = std::move(remedy),
          .fault = base::Fault::machine};
}

void roll_back(Poco::Data::Session& session) {
  try {
    session << "ROLLBACK", now;
  } catch (const Poco::Exception&) {
    // SQLite has rolled back by itself after a failed statement: there is nothing left to undo.
  }
}

}  // namespace

base::Diagnostic translate_exception(const std::filesystem::path& file) {
  namespace sqlite = Poco::Data::SQLite;
  const auto busy = [&file] {
    return machine(file, "database-busy", "the database is locked by another process",
                   "it stayed locked for ten seconds", "try again");
  };
  try {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const sqlite::DBLockedException&) {
    return busy();
  } catch (const sqlite::TableLockedException&) {
    return busy();
  } catch (const Poco::Data::SessionPoolExhaustedException&) {
    return machine(file, "database-busy", "all connections to the database are in use", "", "try again");
  } catch (const sqlite::DatabaseFullException&) {
    return machine(file, "database-full", "the database cannot grow", "the disk is full",
                   "free space on the disk");
  } catch (const sqlite::CorruptImageException&) {
    return machine(file, "database-corrupt", "the database file is damaged", "",
                   "stop the service and restore the file from a backup");
  } catch (const Poco::Exception& exception) {
    // SQLite's messages name tables and columns, never the values that were bound.
    return machine(file, "database-unusable", "the database cannot be used", exception.displayText(),
                   "check that the file and its folder can be written by this user");
  }
}

ReadTransaction::ReadTransaction(Poco::Data::Session& session) : session_(session) {
  session_ << "BEGIN", now;
}

ReadTransaction::~ReadTransaction() {
  roll_back(session_);
}

WriteTransaction::WriteTransaction(Poco::Data::Session& session) : session_(session) {
  session_ << "BEGIN IMMEDIATE", now;
}

WriteTransaction::~WriteTransaction() {
  if (open_) roll_back(session_);
}

void WriteTransaction::commit() {
  session_ << "COMMIT", now;
  open_ = false;
}

Connections::Connections(const std::filesystem::path& file) : file_(file) {
  register_connector();
  pool_ = std::make_unique<ConfiguredPool>(Poco::Data::SQLite::Connector::KEY, file.string(),
                                           k_idle_connections, k_most_connections, k_idle_seconds);
}

Connections::~Connections() {
  pool_->shutdown();
}

}  // namespace generator::store
