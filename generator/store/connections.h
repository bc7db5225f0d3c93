// Connections to the database file, and the two ways to use one: `read` and `write`. Both catch what Poco and
// SQLite throw and return it as Diagnostics; a write is one transaction, undone unless the work succeeds.
//
// For the files of this folder only. Work handed to `read` or `write` uses the session within the call.
#pragma once

#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "generator/base/diagnostics.h"

namespace generator::store {

/// What the exception that is being handled means. Call it from a catch block only.
base::Diagnostic translate_exception(const std::filesystem::path& file);

/// A transaction that takes the write lock at its start, so that what it read cannot change under it, and
/// that ends undone unless committed.
class WriteTransaction {
 public:
  explicit WriteTransaction(Poco::Data::Session& session);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;
  void commit();

 private:
  Poco::Data::Session& session_;
  bool open_ = true;
};

/// A transaction that only reads: all of its questions are answered from one moment.
class ReadTransaction {
 public:
  explicit ReadTransaction(Poco::Data::Session& session);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Poco::Data::Session& session_;
};

class Connections {
 public:
  explicit Connections(const std::filesystem::path& file);
  ~Connections();

  /// Runs `work(Session&)`, which returns a Result, on a connection of its own.
  template <typename Work>
  auto read(Work work) -> decltype(work(std::declval<Poco::Data::Session&>())) {
    try {
      Poco::Data::Session session = pool_->get();
      return work(session);
    } catch (...) {
      return base::failure(translate_exception(file_));
    }
  }

  /// The same in a transaction, committed if the work succeeds.
  template <typename Work>
  auto write(Work work) -> decltype(work(std::declval<Poco::Data::Session&>())) {
    return read([&work](Poco::Data::Session& session) -> decltype(work(session)) {
      WriteTransaction transaction(session);
      auto result = work(session);
      if (result) transaction.commit();
      return result;
    });
  }

 private:
  std::filesystem::path file_;
  std::unique_ptr<Poco::Data::SessionPool> pool_;
};

}  // namespace generator::store
