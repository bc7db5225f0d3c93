#include "generator/service/server.h"

#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>
#include <fmt/format.h>
#include <pthread.h>

#include <csignal>
#include <thread>

#include "generator/service/connection.h"
#include "generator/service/request_log.h"

namespace generator::service {
namespace {

constexpr int k_backlog = 64;
constexpr std::chrono::milliseconds k_poll{10};

Poco::Net::HTTPServerParams::Ptr parameters_of(const Config& config) {
  Poco::Net::HTTPServerParams::Ptr parameters(new Poco::Net::HTTPServerParams);
  parameters->setMaxThreads(config.threads);
  parameters->setMaxQueued(config.queued);
  parameters->setTimeout(Poco::Timespan(static_cast<long>(config.timeout.count()), 0));
  parameters->setKeepAlive(true);
  // A connection that waits for its next request holds a thread.
  parameters->setKeepAliveTimeout(Poco::Timespan(5, 0));
  parameters->setMaxKeepAliveRequests(100);
  return parameters;
}

base::Result<Poco::Net::ServerSocket> listen_on(const Config& config) {
  try {
    Poco::Net::ServerSocket socket;
    // Without port sharing: two services on one port would each get some of the requests.
    socket.bind(Poco::Net::SocketAddress(config.address, static_cast<Poco::UInt16>(config.port)), true,
                false);
    socket.listen(k_backlog);
    return socket;
  } catch (const Poco::Exception& exception) {
    return base::failure(
        {.code = "address-unusable",
         .place = {},
         .what = fmt::format("the service cannot listen on {} port {}", config.address, config.port),
         .why = exception.displayText(),
         .remedy = "stop what listens there, or choose another port in the configuration",
         .fault = base::Fault::machine});
  }
}

std::string url_of(const Config& config, int port) {
  const bool v6 = config.address.find(':') != std::string::npos;
  return v6 ? fmt::format("http://[{}]:{}", config.address, port)
            : fmt::format("http://{}:{}", config.address, port);
}

}  // namespace

struct Server::Parts {
  Parts(const Config& c, std::shared_ptr<House> h, const Poco::Net::ServerSocket& s)
      : config(c),
        house(std::move(h)),
        socket(s),
        threads("consilium", 1, config.threads),
        http(new ConnectionFactory(house, activity, config.max_body_bytes), threads, socket,
             parameters_of(config)) {}

  Config config;
  std::shared_ptr<House> house;
  std::shared_ptr<Activity> activity = std::make_shared<Activity>();
  Poco::Net::ServerSocket socket;
  Poco::ThreadPool threads;
  Poco::Net::HTTPServer http;
  int port = socket.address().port();
  bool running = true;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

base::Result<std::unique_ptr<Server>> Server::start(const Config& config,
                                                    std::shared_ptr<store::Database> database,
                                                    std::shared_ptr<const job::ReportMaker> maker) {
  auto socket = listen_on(config);
  if (!socket) return tl::unexpected(std::move(socket.error()));
  auto house = std::make_shared<House>();
  const auto edition = maker->house().edition();
  if (!edition) return tl::unexpected(edition.error());
  house->edition = **edition;
  house->database = std::move(database);
  house->maker = std::move(maker);
  try {
    auto parts = std::make_unique<Parts>(config, std::move(house), *socket);
    parts->http.start();
    log_event("start", url_of(config, socket->address().port()));
    return std::unique_ptr<Server>(new Server(std::move(parts)));
  } catch (const Poco::Exception& exception) {
    return base::failure({.code = "service-failed",
                          .place = {},
                          .what = "the service cannot start",
                          .why = exception.displayText(),
                          .remedy = "lower the number of threads, or free memory",
                          .fault = base::Fault::machine});
  }
}

Server::~Server() {
  // Nobody is left to hear of it; `stop` has written it to the log.
  (void)stop();
}

int Server::port() const {
  return parts_->port;
}

base::Result<void> Server::stop() {
  if (!parts_->running) return {};
  parts_->running = false;
  Poco::Net::HTTPServer& http = parts_->http;
  Activity& activity = *parts_->activity;
  activity.stopping = true;
  http.stop();
  parts_->socket.close();  // or callers would wait in its queue for an answer that never comes
  // Poco's own graceful way waits for a running request however long it takes, and cannot be hurried. So the
  // running ones are waited for here, and then all connections are cut: those between two requests, and those
  // whose time is up.
  const auto deadline = std::chrono::steady_clock::now() + parts_->config.stop;
  while (activity.running > 0 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(k_poll);
  }
  if (activity.running > 0) log_event("stop-cut-off", fmt::format("{} requests", activity.running.load()));
  http.stopAll(true);
  parts_->threads.joinAll();
  auto rested = parts_->house->database->checkpoint();
  log_event("stop", rested ? "" : rested.error().front().code);
  return rested;
}

base::Result<void> serve(const Config& config, std::shared_ptr<const job::ReportMaker> maker,
                         const std::function<void(std::string_view url)>& announce) {
  // Blocked before the first thread starts, so that no thread but this one ever gets them.
  sigset_t stops;
  sigset_t before;
  sigemptyset(&stops);
  sigaddset(&stops, SIGTERM);
  sigaddset(&stops, SIGINT);
  pthread_sigmask(SIG_BLOCK, &stops, &before);
  const auto served = [&]() -> base::Result<void> {
    auto database = store::Database::open(config.database);
    if (!database) return tl::unexpected(std::move(database.error()));
    auto server = Server::start(config, std::move(*database), std::move(maker));
    if (!server) return tl::unexpected(std::move(server.error()));
    announce(url_of(config, (*server)->port()));
    int signal = 0;
    sigwait(&stops, &signal);
    return (*server)->stop();
  };
  auto result = served();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return result;
}

}  // namespace generator::service
