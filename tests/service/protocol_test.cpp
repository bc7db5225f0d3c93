#include <Poco/AutoPtr.h>
#include <Poco/Channel.h>
#include <Poco/Logger.h>
#include <Poco/Message.h>
#include <Poco/Net/StreamSocket.h>

#include <catch2/catch.hpp>
#include <mutex>
#include <thread>

#include "generator/service/house_handlers.h"
#include "generator/service/request_log.h"
#include "generator/service/router.h"
#include "tests/service/client.h"

using service_test::Answer;
using service_test::k_case;
using service_test::Service;

namespace {

/// Keeps what is logged.
class Memory : public Poco::Channel {
 public:
  void log(const Poco::Message& message) override {
    const std::lock_guard lock(mutex_);
    text_ += message.getText() + "\n";
  }
  std::string text() const {
    const std::lock_guard lock(mutex_);
    return text_;
  }

 private:
  mutable std::mutex mutex_;
  std::string text_;
};

/// Sends bytes as they are, and returns all that comes back until the service ends the connection.
std::string send_raw(int port, const std::string& bytes) {
  Poco::Net::StreamSocket socket(Poco::Net::SocketAddress("127.0.0.1", static_cast<Poco::UInt16>(port)));
  socket.setReceiveTimeout(Poco::Timespan(20, 0));
  socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
  socket.shutdownSend();
  std::string all;
  char buffer[4096];
  for (int n = 0; (n = socket.receiveBytes(buffer, sizeof buffer)) > 0;)
    all.append(buffer, static_cast<std::size_t>(n));
  return all;
}

}  // namespace

TEST_CASE("what HTTP asks of a service") {
  generator::service::Config config;
  config.max_body_bytes = 4096;
  const Service service(config);
  SECTION("a path that is not there") {
    const Answer answer = service.ask("GET", "/v2/cases");
    CHECK(answer.status == 404);
    CHECK(answer.codes() == "route-missing");
    CHECK(service.ask("GET", "/v1/cases/").status == 404);
    CHECK(service.ask("GET", "//v1/cases/small-1").status == 404);
    CHECK(service.ask("GET", "/v1/cases/%2e%2e%2fetc").status == 404);
  }
  SECTION("a method that the path does not take") {
    const Answer answer = service.ask("PATCH", "/v1/cases/small-1", {}, "{}");
    CHECK(answer.status == 405);
    CHECK(answer.header("Allow") == "GET, HEAD, PUT, DELETE");
  }
  SECTION("a body that is too large, and the connection tells it") {
    const Answer answer = service.ask("PUT", "/v1/cases/small-1", {}, std::string(300000, ' '));
    CHECK(answer.status == 413);
    CHECK(answer.codes() == "body-too-large");
  }
  SECTION("a body in chunks that turns out too large") {
    std::string chunks;
    for (int i = 0; i < 10; ++i) chunks += "400\r\n" + std::string(0x400, ' ') + "\r\n";
    const std::string answer =
        send_raw(service.port(),
                 "PUT /v1/cases/small-1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                 "Authorization: Bearer " +
                     service.token({generator::store::Scope::write}) +
                     "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks +
                     "0\r\n\r\n");
    CHECK(answer.find("HTTP/1.1 413") == 0);
  }
  SECTION("a body of unknown length, and one cut short") {
    const std::string head =
        "PUT /v1/cases/small-1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " +
        service.token({generator::store::Scope::write}) + "\r\nContent-Type: application/json\r\n";
    CHECK(send_raw(service.port(), head + "\r\n").find("HTTP/1.1 411") == 0);
    CHECK(send_raw(service.port(), head + "Content-Length: 100\r\n\r\n{}").find("HTTP/1.1 400") == 0);
  }
  SECTION("a body of another kind") {
    const Answer answer = service.ask("PUT", "/v1/cases/small-1", {{"Content-Type", "text/xml"}}, k_case);
    CHECK(answer.status == 415);
    const Answer packed =
        service.ask("PUT", "/v1/cases/small-1",
                    {{"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}}, k_case);
    CHECK(packed.status == 415);
    CHECK(
        service.ask("PUT", "/v1/cases/small-1", {{"Content-Type", "Application/JSON; charset=utf-8"}}, k_case)
            .status == 201);
  }
  SECTION("a path that is badly encoded") {
    CHECK(send_raw(service.port(), "GET /v1/cases/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
              .find("HTTP/1.1 400") == 0);
  }
  SECTION("health, readiness, and the description need no token") {
    CHECK(service_test::ask(service.port(), "GET", "/healthz").json().at("/status").text == "alive");
    CHECK(service_test::ask(service.port(), "GET", "/readyz").json().at("/status").text == "ready");
    CHECK(service_test::ask(service.port(), "GET", "/openapi.json").json().at("/openapi").text == "3.1.0");
    const Answer schema = service_test::ask(service.port(), "GET", "/case.schema.json");
    CHECK(schema.header("Content-Type") == "application/schema+json");
    CHECK(schema.json().at("/properties/format").kind == generator::base::JsonKind::object);
  }
}

TEST_CASE("the description says every route, and no other") {
  const auto document =
      generator::base::JsonDocument::parse(std::string(generator::service::openapi_text()), "openapi.json");
  REQUIRE(document);
  std::set<std::string> described;
  for (const auto& path : document->at("/paths").members) {
    for (const auto& method : path.value.members) {
      if (method.name != "parameters") described.insert(method.name + " " + path.name);
    }
  }
  std::set<std::string> served;
  for (const auto& route : generator::service::routes()) {
    std::string method(route.method);
    for (char& c : method) c = static_cast<char>(std::tolower(c));
    served.insert(method + " " + std::string(route.pattern));
    const auto* path = document->at("/paths").find(route.pattern);
    REQUIRE(path != nullptr);
    const auto* security = path->find(method)->find("security");
    REQUIRE(security != nullptr);
    REQUIRE(security->items.empty() == !route.scope.has_value());
    if (route.scope) CHECK(security->items[0].members[0].value.items[0].text == name_of(*route.scope));
  }
  CHECK(described == served);
}

TEST_CASE("the log tells what happened, and nothing of a case or a token") {
  const Poco::AutoPtr<Memory> memory(new Memory);
  Poco::Logger& logger = Poco::Logger::get(generator::service::k_logger_name);
  const Poco::AutoPtr<Poco::Channel> before(logger.getChannel(), true);
  logger.setChannel(memory);
  {
    const Service service;
    using enum generator::store::Scope;
    const std::string token = service.token({read});
    service.ask("PUT", "/v1/cases/small-1", {}, k_case);
    service.ask("PUT", "/v1/cases/small-1", {},
                service_test::changed(k_case, "under-review", "R. S. perhaps"));
    service_test::ask(service.port(), "GET", "/v1/cases/small-1?name=Secret",
                      {{"Authorization", "Bearer " + token}});
    service.ask("GET", "/somewhere/Secret");
    CHECK(service.server().stop());
    const std::string text = memory->text();
    CHECK(text.find("\"route\": \"/v1/cases/{id}\",\"status\": 201") != std::string::npos);
    CHECK(text.find("\"status\": 404") != std::string::npos);
    CHECK(text.find("small-1") == std::string::npos);
    CHECK(text.find("Secret") == std::string::npos);
    CHECK(text.find("R. S.") == std::string::npos);
    CHECK(text.find(token) == std::string::npos);
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
      CHECK(generator::base::JsonDocument::parse(text.substr(at, end - at), "log"));
    }
  }
  logger.setChannel(before);
}

TEST_CASE("a stop lets running requests finish, and then nobody answers") {
  const Service service;
  const int port = service.port();
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  // A request whose body comes slowly is running when the stop begins.
  Poco::Net::StreamSocket slow(Poco::Net::SocketAddress("127.0.0.1", static_cast<Poco::UInt16>(port)));
  const std::string body = service_test::changed(k_case, "small-1", "small-2");
  const std::string head =
      "PUT /v1/cases/small-2 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
      "Authorization: Bearer " +
      service.token({generator::store::Scope::write}) + "\r\nContent-Length: " + std::to_string(body.size()) +
      "\r\n\r\n";
  slow.sendBytes(head.data(), static_cast<int>(head.size()));
  slow.sendBytes(body.data(), 20);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  std::jthread rest([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    slow.sendBytes(body.data() + 20, static_cast<int>(body.size() - 20));
  });
  REQUIRE(service.server().stop());
  rest.join();
  std::string answer(4096, '\0');
  slow.setReceiveTimeout(Poco::Timespan(10, 0));
  answer.resize(static_cast<std::size_t>(slow.receiveBytes(answer.data(), static_cast<int>(answer.size()))));
  CHECK(answer.find("HTTP/1.1 201") == 0);
  CHECK_THROWS(service_test::ask(port, "GET", "/healthz"));
  CHECK(generator::store::CaseStore(service.database()).current("small-2"));
  CHECK(service.server().stop());
}

TEST_CASE("a stop does not wait for ever for a request that never ends") {
  generator::service::Config config;
  config.stop = std::chrono::seconds(1);
  const Service service(config);
  Poco::Net::StreamSocket slow(
      Poco::Net::SocketAddress("127.0.0.1", static_cast<Poco::UInt16>(service.port())));
  const std::string head =
      "PUT /v1/cases/small-1 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
      "Bearer " +
      service.token({generator::store::Scope::write}) + "\r\nContent-Length: 100\r\n\r\n";
  slow.sendBytes(head.data(), static_cast<int>(head.size()));
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const auto begin = std::chrono::steady_clock::now();
  CHECK(service.server().stop());
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(took >= std::chrono::milliseconds(900));
  CHECK(took < std::chrono::seconds(15));
}
