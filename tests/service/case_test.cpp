#include <catch2/catch.hpp>
#include <thread>

#include "tests/service/client.h"

using service_test::Answer;
using service_test::changed;
using service_test::Headers;
using service_test::k_case;
using service_test::Service;

TEST_CASE("who has no token, a wrong one, or too small a one, is turned away before anything is read") {
  const Service service;
  using enum generator::store::Scope;
  const std::string path = "/v1/cases/small-1";
  const auto ask = [&](const std::string& method, const Headers& headers, const std::string& body = {}) {
    return service_test::ask(service.port(), method, path, headers, body);
  };
  const Answer nobody = ask("GET", {});
  CHECK(nobody.status == 401);
  CHECK(nobody.header("WWW-Authenticate") == "Bearer realm=\"consilium\"");
  CHECK(nobody.header("Content-Type") == "application/problem+json");
  CHECK(nobody.codes() == "token-required");

  const Answer stranger = ask("GET", {{"Authorization", "Bearer AAAA"}});
  CHECK(stranger.status == 401);
  CHECK(stranger.codes() == "token-invalid");
  CHECK(ask("GET", {{"Authorization", "Basic AAAA"}}).status == 401);

  const Answer reader = ask("PUT", {{"Authorization", "Bearer " + service.token({read})}}, k_case);
  CHECK(reader.status == 403);
  CHECK(reader.header("WWW-Authenticate").find("scope=\"write\"") != std::string::npos);
  CHECK(ask("DELETE", {{"Authorization", "Bearer " + service.token({read, write})}}).status == 403);
  CHECK(ask("GET", {{"Authorization", "bearer " + service.token({read})}}).status == 404);
}

TEST_CASE("a case is made, read back byte for byte, and written over only by who has read it") {
  const Service service;
  const Answer made = service.ask("PUT", "/v1/cases/small-1", {}, k_case);
  REQUIRE(made.status == 201);
  const std::string first = made.header("ETag");
  CHECK(made.header("Location") == "/v1/cases/small-1/revisions/1");
  CHECK(made.json().at("/revision").text == "1");
  CHECK(made.json().at("/etag").text == first);

  const Answer read = service.ask("GET", "/v1/cases/small-1");
  CHECK(read.status == 200);
  CHECK(read.body == k_case);
  CHECK(read.header("ETag") == first);
  CHECK(read.header("Cache-Control") == "no-store");
  CHECK(read.header("X-Content-Type-Options") == "nosniff");
  CHECK(service.ask("GET", "/v1/cases/small-1", {{"If-None-Match", first}}).status == 304);
  const Answer head = service.ask("HEAD", "/v1/cases/small-1");
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.head.getContentLength64() == static_cast<Poco::Int64>(k_case.size()));

  const std::string second_text = changed(k_case, "R. S.", "R. T.");
  const Answer blind = service.ask("PUT", "/v1/cases/small-1", {}, second_text);
  CHECK(blind.status == 428);
  CHECK(blind.codes() == "case-exists");
  CHECK(service.ask("PUT", "/v1/cases/small-1", {{"If-None-Match", "*"}}, second_text).status == 412);
  const Answer second = service.ask("PUT", "/v1/cases/small-1", {{"If-Match", first}}, second_text);
  CHECK(second.status == 200);
  CHECK(second.header("ETag") != first);

  const Answer lost = service.ask("PUT", "/v1/cases/small-1", {{"If-Match", first}}, k_case);
  CHECK(lost.status == 412);
  CHECK(lost.codes() == "precondition-failed");
  const Answer weak =
      service.ask("PUT", "/v1/cases/small-1", {{"If-Match", "W/" + second.header("ETag")}}, k_case);
  CHECK(weak.status == 412);
  CHECK(weak.body.find("weak") != std::string::npos);
  CHECK(service.ask("PUT", "/v1/cases/small-1", {{"If-Match", "\"x\", " + second.header("ETag")}}, k_case)
            .status == 200);
  CHECK(service.ask("PUT", "/v1/cases/absent-1", {{"If-Match", first}}, k_case).status == 412);

  const Answer revisions = service.ask("GET", "/v1/cases/small-1/revisions");
  CHECK(revisions.json().at("/revisions").items.size() == 3);
  CHECK(revisions.json().at("/revisions/1/etag").text == second.header("ETag"));
  CHECK(service.ask("GET", "/v1/cases/small-1/revisions/2").body == second_text);
  CHECK(service.ask("GET", "/v1/cases/small-1/revisions/4").status == 404);
  CHECK(service.ask("GET", "/v1/cases/small-1/revisions/x").status == 404);
}

TEST_CASE("a broken case is refused with every fault at its line and column") {
  const Service service;
  std::string broken = changed(k_case, "\"under-review\"", "\"perhaps\"");
  broken = changed(broken, "\"hospital\": \"meadow\"", "\"hospital\": 7");
  const Answer refused = service.ask("PUT", "/v1/cases/small-1", {}, broken);
  CHECK(refused.status == 422);
  const auto problem = refused.json();
  CHECK(problem.at("/type").text == "about:blank");
  CHECK(problem.at("/status").text == "422");
  REQUIRE(problem.at("/diagnostics").items.size() == 2);
  for (const auto& diagnostic : problem.at("/diagnostics").items) {
    CHECK(diagnostic.find("file")->text == "body");
    CHECK(diagnostic.find("line")->text == "12");
    CHECK(diagnostic.find("column")->text != "0");
    CHECK_FALSE(diagnostic.find("remedy")->text.empty());
  }
  CHECK(service.ask("GET", "/v1/cases/small-1").status == 404);

  const Answer no_json = service.ask("PUT", "/v1/cases/small-1", {}, "{\n  \"format\": ,\n}");
  CHECK(no_json.status == 422);
  CHECK(no_json.codes() == "json-syntax");
  CHECK(no_json.json().at("/diagnostics/0/line").text == "2");

  const Answer elsewhere = service.ask("PUT", "/v1/cases/small-2", {}, k_case);
  CHECK(elsewhere.status == 422);
  CHECK(elsewhere.codes() == "case-id-differs");
  CHECK(elsewhere.json().at("/diagnostics/0/line").text == "3");
  CHECK(elsewhere.json().at("/diagnostics/0/column").text == "9");
}

TEST_CASE("an opinion and an estimate are added without touching the rest") {
  const Service service;
  const Answer made = service.ask("PUT", "/v1/cases/small-1", {}, k_case);
  REQUIRE(made.status == 201);
  const std::string opinion =
      "{ \"id\": \"op-2\", \"hospital\": \"meadow\",\n  \"received\": \"2026-11-08\",\n"
      "  \"decision\": { \"status\": \"cannot-judge\" }, \"supersedes\": \"op-1\" }";
  const Answer added = service.ask("POST", "/v1/cases/small-1/opinions", {}, opinion + "\n\n");
  CAPTURE(added.body);
  REQUIRE(added.status == 201);
  CHECK(added.header("Location") == "/v1/cases/small-1/revisions/2");
  CHECK(added.json().at("/action").text == "opinion");
  const std::string after = service.ask("GET", "/v1/cases/small-1").body;
  const std::string last = "\"status\": \"under-review\" } }";
  CHECK(after == changed(k_case, last, last + ",\n    " + opinion));

  const std::string estimate =
      "{ \"id\": \"est-1\", \"hospital\": \"meadow\", \"issued\": \"2026-11-08\", \"currency\": \"USD\","
      " \"basis\": \"itemised\", \"items\": [ { \"category\": \"surgery\", \"label\": \"Surgery\","
      " \"low\": \"1000.50\", \"high\": \"2000\" } ] }";
  CHECK(service.ask("POST", "/v1/cases/small-1/estimates", {{"If-Match", made.header("ETag")}}, estimate)
            .status == 412);
  const Answer priced =
      service.ask("POST", "/v1/cases/small-1/estimates", {{"If-Match", added.header("ETag")}}, estimate);
  CAPTURE(priced.body);
  REQUIRE(priced.status == 201);
  const auto document = service.ask("GET", "/v1/cases/small-1").json();
  CHECK(document.at("/estimates/0/items/0/low").text == "1000.50");

  SECTION("twice is refused, so that a repeated request does no harm") {
    CHECK(service.ask("POST", "/v1/cases/small-1/estimates", {}, estimate).status == 422);
  }
  SECTION("a fault in it has its place in the body") {
    const std::string broken = changed(changed(opinion, "op-2", "op-3"), "cannot-judge", "perhaps");
    const Answer refused = service.ask("POST", "/v1/cases/small-1/opinions", {}, "\n" + broken);
    REQUIRE(refused.status == 422);
    CHECK(refused.json().at("/diagnostics/0/file").text == "body");
    CHECK(refused.json().at("/diagnostics/0/line").text == "4");
    CHECK(refused.json().at("/diagnostics/0/column").text == "27");
  }
  SECTION("only objects, and only to a case that is there") {
    CHECK(service.ask("POST", "/v1/cases/small-1/opinions", {}, "[]").codes() == "body-shape");
    CHECK(service.ask("POST", "/v1/cases/absent/opinions", {}, opinion).status == 404);
  }
}

TEST_CASE("additions that name no revision all land, whoever is quicker") {
  const Service service;
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  std::atomic<int> landed = 0;
  {
    std::vector<std::jthread> callers;
    for (int i = 0; i < 4; ++i) {
      callers.emplace_back([&service, &landed, i] {
        const std::string opinion = "{ \"id\": \"own-" + std::to_string(i) +
                                    "\", \"hospital\": \"meadow\", \"decision\": { \"status\": "
                                    "\"under-review\" } }";
        if (service.ask("POST", "/v1/cases/small-1/opinions", {}, opinion).status == 201) ++landed;
      });
    }
  }
  CHECK(landed == 4);
  CHECK(service.ask("GET", "/v1/cases/small-1").json().at("/opinions").items.size() == 5);
  CHECK(service.ask("GET", "/v1/cases/small-1/revisions").json().at("/revisions").items.size() == 5);
}

TEST_CASE("an erased case is gone, and its id may be used again") {
  const Service service;
  const Answer made = service.ask("PUT", "/v1/cases/small-1", {}, k_case);
  REQUIRE(made.status == 201);
  CHECK(service.ask("DELETE", "/v1/cases/small-1", {{"If-Match", "\"9-0\""}}).status == 412);
  const Answer erased = service.ask("DELETE", "/v1/cases/small-1", {{"If-Match", made.header("ETag")}});
  CHECK(erased.status == 204);
  CHECK(erased.body.empty());
  for (const std::string part : {"", "/revisions", "/revisions/1", "/problems", "/comparison"}) {
    CHECK(service.ask("GET", "/v1/cases/small-1" + part).status == 404);
  }
  CHECK(service.ask("DELETE", "/v1/cases/small-1").status == 404);
  const Answer again = service.ask("PUT", "/v1/cases/small-1", {}, k_case);
  CHECK(again.status == 201);
  CHECK(again.header("ETag") != made.header("ETag"));
}

TEST_CASE("problems and comparison of a case are those of the command line") {
  const Service service;
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  const Answer problems = service.ask("GET", "/v1/cases/small-1/problems");
  CHECK(problems.status == 200);
  CHECK(problems.json().at("/diagnostics").items.empty());
  const Answer comparison = service.ask("GET", "/v1/cases/small-1/comparison");
  CHECK(comparison.status == 200);
  CHECK(comparison.json().at("/options").items.size() == 2);
}

TEST_CASE("problems tell what shows only against the house's words and fonts, too") {
  const Service service;
  REQUIRE(service
              .ask("PUT", "/v1/cases/small-1", {},
                   changed(k_case, "\"label\"", R"("identifiers": ["A1"], "label")"))
              .status == 201);
  CHECK(service.ask("GET", "/v1/cases/small-1/problems").codes().find("identifier-short") !=
        std::string::npos);
}

TEST_CASE("a case that names a document it does not hold is wrong, not missing") {
  const Service service;
  const Answer answer = service.ask("PUT", "/v1/cases/small-1", {},
                                    changed(k_case, "\"decision\"", R"("document": "letter-a", "decision")"));
  CAPTURE(answer.body);
  CHECK(answer.status == 422);
  CHECK(answer.codes().find("document-unknown") != std::string::npos);
  CHECK(service.ask("GET", "/v1/cases/small-1").status == 404);
}
