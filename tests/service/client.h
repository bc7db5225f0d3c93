// What the tests of the service share: a running service on a free port of the loopback interface, with a
// database that goes away, and a client that speaks to it.
#pragma once

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>

#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <string>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/service/server.h"
#include "generator/store/case_store.h"
#include "generator/store/token_store.h"
#include "tests/store/scratch.h"

namespace service_test {

using Headers = std::map<std::string, std::string>;

struct Answer {
  int status = 0;
  Poco::Net::HTTPResponse head;
  std::string body;

  std::string header(const std::string& name) const { return head.get(name, ""); }
  generator::base::JsonDocument json() const {
    auto document = generator::base::JsonDocument::parse(body, "answer");
    if (!document) FAIL("not JSON: " + body);
    return std::move(*document);
  }
  /// The codes of a problem's diagnostics, separated by spaces.
  std::string codes() const {
    const auto document = json();
    std::string codes;
    for (const auto& diagnostic : document.at("/diagnostics").items) {
      codes += (codes.empty() ? "" : " ") + diagnostic.find("code")->text;
    }
    return codes;
  }
};

inline Answer ask(int port, const std::string& method, const std::string& path, const Headers& headers = {},
                  const std::string& body = {}) {
  Poco::Net::HTTPClientSession session("127.0.0.1", static_cast<Poco::UInt16>(port));
  session.setTimeout(Poco::Timespan(20, 0));
  Poco::Net::HTTPRequest request(method, path, Poco::Net::HTTPMessage::HTTP_1_1);
  for (const auto& [name, value] : headers) request.set(name, value);
  if (!body.empty()) request.setContentLength64(static_cast<Poco::Int64>(body.size()));
  session.sendRequest(request) << body;
  Answer answer;
  std::istream& in = session.receiveResponse(answer.head);
  Poco::StreamCopier::copyToString(in, answer.body);
  answer.status = answer.head.getStatus();
  return answer;
}

class Service {
 public:
  explicit Service(const generator::service::Config& config = {},
                   const generator::job::Resources& house = {CONSILIUM_ROOT, {}})
      : database_(store_test::open(scratch_->file())) {
    start(config, house);
  }

  /// Over the database of another, as after an upgrade, by a house of its own.
  Service(const Service& before, const generator::job::Resources& house)
      : scratch_(before.scratch_), database_(before.database_) {
    start({}, house);
  }

  /// Asks with a token that may do everything; a body is sent as JSON.
  Answer ask(const std::string& method, const std::string& path, Headers headers = {},
             const std::string& body = {}) const {
    headers.emplace("Authorization", "Bearer " + all_);
    if (!body.empty()) headers.emplace("Content-Type", "application/json");
    return service_test::ask(port(), method, path, headers, body);
  }

  std::string token(const generator::store::Scopes& scopes) const {
    auto made = generator::store::TokenStore(database_).create("test", scopes);
    if (!made) FAIL(generator::base::to_text(made.error().front()));
    return made->secret;
  }

  int port() const { return server_->port(); }
  generator::service::Server& server() const { return *server_; }
  const std::shared_ptr<generator::store::Database>& database() const { return database_; }

 private:
  void start(generator::service::Config config, const generator::job::Resources& house) {
    config.port = 0;
    auto server = generator::service::Server::start(
        config, database_, std::make_shared<const generator::job::ReportMaker>(house));
    if (!server) FAIL(generator::base::to_text(server.error().front()));
    server_ = std::move(*server);
    using enum generator::store::Scope;
    all_ = token({read, write, admin});
  }

  std::shared_ptr<store_test::Scratch> scratch_ = std::make_shared<store_test::Scratch>();
  std::shared_ptr<generator::store::Database> database_;
  std::unique_ptr<generator::service::Server> server_;
  std::string all_;
};

/// A small case that is right, in a form of its own so that a change of it shows.
inline const std::string k_case = R"({
  "format": "consilium/case/1",
  "id": "small-1",
  "date": "2026-11-10",
  "patient": { "label": "R. S." },
  "family": { "languages": ["en"] },
  "diagnosis": { "text": "Pancreatic tumour, not further described" },
  "hospitals": [
    { "id": "meadow", "name": "Meadow Park Hospital", "city": "Boston", "country": "US" }
  ],
  "opinions": [
    { "id": "op-1", "hospital": "meadow", "received": "2026-11-04", "decision": { "status": "under-review" } }
  ]
}
)";

/// `text` with its one `from` replaced.
inline std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) FAIL("not in the text: " + from);
  return text.replace(at, from.size(), to);
}

}  // namespace service_test
