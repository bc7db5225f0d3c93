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

/// Makes the handler of each request. Thread-safe.
class ConnectionFactory : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  ConnectionFactory(std::shared_ptr<const House> house, std::size_t max_body_bytes);
  Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest& request) override;

 private:
  std::shared_ptr<const House> house_;
  std::size_t max_body_bytes_;
  std::string prefix_;  ///< of request ids: tells one run of the service from another
  std::atomic<unsigned> count_ = 0;
};

}  // namespace generator::service
