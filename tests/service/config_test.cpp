#include "generator/service/config.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <iostream>

#include "tests/service/client.h"

using generator::service::load_config;
using store_test::code_of;
using store_test::Scratch;

namespace {

constexpr const char* k_child_config = "CONSILIUM_TEST_CHILD_CONFIG";

}  // namespace

TEST_CASE("a configuration is read, with paths from its own folder") {
  const Scratch scratch;
  const auto file = scratch.file("service.json");
  REQUIRE(generator::base::write_file(
      file, R"({ "address": "::1", "port": 9000, "database": "data/c.db", "threads": 3 })"));
  const auto config = load_config(file);
  REQUIRE(config);
  CHECK(config->address == "::1");
  CHECK(config->port == 9000);
  CHECK(config->threads == 3);
  CHECK(config->database == file.parent_path() / "data/c.db");
  CHECK(config->max_body_bytes == generator::service::Config{}.max_body_bytes);
}

TEST_CASE("all that is wrong with a configuration is said at once, each at its place") {
  const Scratch scratch;
  const auto file = scratch.file("service.json");
  REQUIRE(generator::base::write_file(file,
                                      "{\n  \"address\": \"0.0.0.0\",\n  \"port\": 70000,\n"
                                      "  \"prot\": 1,\n  \"threads\": \"4\"\n}\n"));
  const auto config = load_config(file);
  REQUIRE_FALSE(config);
  REQUIRE(config.error().size() == 4);
  CHECK(config.error()[0].code == "config-value");
  CHECK(config.error()[0].place.line == 3);
  CHECK(config.error()[1].code == "config-unknown");
  CHECK(config.error()[1].place.line == 4);
  CHECK(config.error()[2].code == "config-value");
  CHECK(config.error()[3].code == "config-exposed");
  CHECK(config.error()[3].place.line == 2);
  CHECK(code_of(load_config(scratch.file("absent.json"))) == "file-missing");

  REQUIRE(generator::base::write_file(file, R"({ "address": "0.0.0.0", "behind_tls_proxy": true })"));
  CHECK(load_config(file));
}

TEST_CASE("a port that is taken is said to be taken") {
  const service_test::Service first;
  generator::service::Config config;
  config.port = first.port();
  const auto second = generator::service::Server::start(
      config, first.database(),
      std::make_shared<const generator::job::ReportMaker>(generator::job::Resources{CONSILIUM_ROOT, {}}));
  CHECK(code_of(second) == "address-unusable");
}

// Not run by itself: the next test starts this program again with it.
TEST_CASE("child: serves until it is told to stop", "[.child]") {
  const char* file = std::getenv(k_child_config);
  REQUIRE(file != nullptr);
  const auto config = load_config(file);
  REQUIRE(config);
  ::alarm(60);  // ends by itself even if nobody stops it
  const auto served = generator::service::serve(
      *config,
      std::make_shared<const generator::job::ReportMaker>(generator::job::Resources{CONSILIUM_ROOT, {}}),
      [](std::string_view url) { std::cout << "<" << url << ">" << std::endl; });
  CHECK(served);
}

TEST_CASE("SIGTERM and SIGINT stop the service cleanly, with an empty write-ahead log") {
  const int signal = GENERATE(SIGTERM, SIGINT);
  const Scratch scratch;
  const auto file = scratch.file("service.json");
  REQUIRE(generator::base::write_file(file, R"({ "port": 0, "database": "test.db" })"));
  std::string token;
  {
    generator::store::TokenStore tokens(store_test::open(scratch.file()));
    token = tokens.create("test", {generator::store::Scope::write})->secret;
  }
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string setting = std::string(k_child_config) + "=" + file.string();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    char* const environment[] = {const_cast<char*>(setting.c_str()), nullptr};
    const char* const arguments[] = {"test_service", "[.child]", nullptr};
    ::execve("/proc/self/exe", const_cast<char* const*>(arguments), environment);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string said;
  char byte = 0;
  while (said.find('>') == std::string::npos && ::read(ends[0], &byte, 1) == 1) said += byte;
  const std::size_t colon = said.rfind(':');
  REQUIRE(colon != std::string::npos);
  const int port = std::stoi(said.substr(colon + 1));
  CHECK(service_test::ask(port, "PUT", "/v1/cases/small-1",
                          {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}},
                          service_test::k_case)
            .status == 201);
  REQUIRE(::kill(child, signal) == 0);
  while (::read(ends[0], &byte, 1) == 1) {
  }
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  std::error_code none;
  const auto log = std::filesystem::path(scratch.file().string() + "-wal");
  CHECK((!std::filesystem::exists(log) || std::filesystem::file_size(log, none) == 0));
  CHECK(generator::store::CaseStore(store_test::open(scratch.file())).current("small-1"));
}
