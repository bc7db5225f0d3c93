// The service: the same work as the command line, over HTTP (docs/api.md, docs/schema/openapi.json).
//
// A request goes one way: router.h finds its route by method and path, the token is checked against the
// route's scope, the handler returns a Reply or Diagnostics, problem.cpp makes a problem document (RFC 9457)
// of Diagnostics by one table, and one place writes the answer and its line of log. Handlers know no sockets.
//
// Logs are lines of JSON on standard error: request id, method, route pattern, status, milliseconds, bytes.
// No path, no query, no body: they may hold patient data.
//
// Later depth has its place: jobs and schedules are routes of their own that hand work to a JobStore; metrics
// are counted where the log line is written; rate limits stand where the token is checked; TLS is another
// server socket in Server::start. Until then a TLS proxy stands in front, and says so in the configuration.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "generator/base/diagnostics.h"
#include "generator/job/report_job.h"
#include "generator/service/config.h"
#include "generator/store/database.h"

namespace generator::service {

/// A running service. Starts in `start`, ends in `stop` or the destructor.
class Server {
 public:
  /// Listens and answers from its own threads. Errors: address-unusable (machine), and those of
  /// LoadedHouse::edition: a house that cannot be read makes no reports.
  static base::Result<std::unique_ptr<Server>> start(const Config& config,
                                                     std::shared_ptr<store::Database> database,
                                                     std::shared_ptr<const job::ReportMaker> maker);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const;

  /// Takes no more connections, lets running requests finish (Config::stop at most), and brings the database
  /// to rest. May be called again.
  base::Result<void> stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// `consilium serve`: opens the database and serves until SIGTERM or SIGINT. Calls `announce` with the
/// service's address once it answers. Must be called before the process has other threads: the two signals
/// are blocked for all threads that come after, and waited for here.
base::Result<void> serve(const Config& config, std::shared_ptr<const job::ReportMaker> maker,
                         const std::function<void(std::string_view url)>& announce);

}  // namespace generator::service
