// The adapter to Poco's HTTP server: a request becomes a Call, a Reply becomes a response, and both leave one
// line in the log.
#pragma once

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>

#include <atomic>
#include <memory>
#include <string>

#include "generator/service/exchange.h"

namespace generator::service {

/// How many requests run, and whether the service is about to stop: then each answer ends its connection.
struct Activity {
  std::atomic<int> running = 0;
  std::atomic<bool> stopping = false;
};

/// Makes the handler of each request. Thread-safe.
class ConnectionFactory : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  ConnectionFactory(std::shared_ptr<const House> house, std::shared_ptr<Activity> activity,
                    std::size_t max_body_bytes);
  Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest& request) override;

 private:
  std::shared_ptr<const House> house_;
  std::shared_ptr<Activity> activity_;
  std::size_t max_body_bytes_;
  std::string prefix_;  ///< of request ids: tells one run of the service from another
  std::atomic<unsigned> count_ = 0;
};

}  // namespace generator::service
