#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "generator/base/digest.h"
#include "generator/base/file.h"
#include "generator/store/audit_log.h"
#include "tests/job/house_copy.h"
#include "tests/service/client.h"

using service_test::Answer;
using service_test::changed;
using service_test::k_case;
using service_test::Service;

TEST_CASE("a case without any hospital has its reports, and the service goes on") {
  const Service service;
  const auto text = generator::base::read_file(CONSILIUM_ROOT "/tests/job/cases/no-hospital.json");
  REQUIRE(text);
  REQUIRE(service.ask("PUT", "/v1/cases/no-hospital", {}, *text).status == 201);
  const std::string base = "/v1/cases/no-hospital/reports/";
  for (const char* document : {"full-comparison", "one-page", "doctors-handover", "records-checklist"}) {
    CHECK(service.ask("GET", base + document + ".pdf").status == 200);
    CHECK(service.ask("GET", base + document + ".html?lang=ar&beside=en").status == 200);
  }
  CHECK(service.ask("GET", base + "clarification-questions.html").codes() == "hospital-unknown");
  CHECK(service.ask("GET", "/healthz").status == 200);
}

TEST_CASE("reports are made in each format, kept, and not sent again to who has them") {
  const Service service;
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  const std::string base = "/v1/cases/small-1/reports/full-comparison.";

  const Answer pdf = service.ask("GET", base + "pdf?lang=ar");
  CAPTURE(pdf.body.substr(0, 2000));
  REQUIRE(pdf.status == 200);
  CHECK(pdf.header("Content-Type") == "application/pdf");
  CHECK(pdf.header("Content-Language") == "ar");
  CHECK(pdf.body.starts_with("%PDF-"));
  CHECK(pdf.header("ETag") == "\"" + generator::base::sha256_hex(pdf.body) + "\"");
  CHECK(pdf.header("Content-Disposition") == "inline; filename=\"small-1.full-comparison.ar.pdf\"");

  const Answer again = service.ask("GET", base + "pdf?lang=ar", {{"If-None-Match", pdf.header("ETag")}});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(again.header("ETag") == pdf.header("ETag"));

  const Answer html = service.ask("GET", base + "html");
  REQUIRE(html.status == 200);
  CHECK(html.header("Content-Type") == "text/html; charset=utf-8");
  CHECK(html.header("Content-Language") == "en");
  CHECK(html.header("Content-Security-Policy").starts_with("default-src 'none'"));
  CHECK(html.body.find("Meadow Park Hospital") != std::string::npos);
  CHECK(service.ask("GET", base + "json?lang=en").json().at("/options").items.size() == 2);
  CHECK(service.ask("HEAD", base + "html").body.empty());

  const Answer both = service.ask("GET", base + "html?lang=ar&beside=en");
  REQUIRE(both.status == 200);
  CHECK(both.header("Content-Language") == "ar, en");
  CHECK(both.header("Content-Disposition") == "inline; filename=\"small-1.full-comparison.ar+en.html\"");
  CHECK(both.body.find("class=\"pair\"") != std::string::npos);
  CHECK(service.ask("GET", base + "html?lang=en&beside=en").header("ETag") == html.header("ETag"));

  // Of eight requests four made something.
  const auto lines = generator::store::AuditLog(service.database()).lines("small-1");
  REQUIRE(lines);
  CHECK(lines->size() == 5);

  const Answer etag = service.ask("GET", "/v1/cases/small-1");
  REQUIRE(service
              .ask("PUT", "/v1/cases/small-1", {{"If-Match", etag.header("ETag")}},
                   changed(k_case, "Meadow Park", "Meadow Hill"))
              .status == 200);
  const Answer newer = service.ask("GET", base + "html", {{"If-None-Match", html.header("ETag")}});
  CHECK(newer.status == 200);
  CHECK(newer.body.find("Meadow Hill Hospital") != std::string::npos);
}

TEST_CASE("an order for a report that cannot be is refused with what can be") {
  const Service service;
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  const std::string base = "/v1/cases/small-1/reports/";
  CHECK(service.ask("GET", base + "full-comparison.docx").status == 404);
  CHECK(service.ask("GET", base + "nothing.pdf").codes() == "report-unknown");
  CHECK(service.ask("GET", base + "full-comparison").status == 404);
  const Answer both = service.ask("GET", base + "full-comparison.pdf?lang=xx&beside=xx&page=a0&dpi=9");
  CHECK(both.status == 400);
  CHECK(both.codes() == "query-value query-value query-value query-unknown");
  CHECK(both.json().at("/diagnostics/0/remedy").text.find("ar") != std::string::npos);
  CHECK(service.ask("GET", "/v1/cases/absent/reports/full-comparison.pdf").status == 404);
}

TEST_CASE("a comparison and a report say what changed since an earlier revision") {
  const Service service;
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  const std::string base = "/v1/cases/small-1/";
  const Answer first = service.ask("GET", "/v1/cases/small-1");
  REQUIRE(service
              .ask("PUT", "/v1/cases/small-1", {{"If-Match", first.header("ETag")}},
                   changed(k_case, "Meadow Park", "Meadow Hill"))
              .status == 200);
  const Answer comparison = service.ask("GET", base + "comparison?since=1");
  REQUIRE(comparison.status == 200);
  CHECK(comparison.body.find("\"changes\"") != std::string::npos);
  CHECK(service.ask("GET", base + "comparison").body.find("\"changes\"") == std::string::npos);

  const std::string report = base + "reports/full-comparison.html?lang=en";
  const Answer plain = service.ask("GET", report);
  const Answer since = service.ask("GET", report + "&since=1");
  REQUIRE(since.status == 200);
  CHECK(since.body.find("id=\"changes\"") != std::string::npos);
  CHECK(plain.body.find("id=\"changes\"") == std::string::npos);
  CHECK(since.header("ETag") != plain.header("ETag"));
  // Each is kept as what it is.
  CHECK(service.ask("GET", report).body == plain.body);
  CHECK(service.ask("GET", report + "&since=1").body == since.body);

  for (const char* wrong : {"since=2", "since=7", "since=0", "since=x"}) {
    INFO(wrong);
    CHECK(service.ask("GET", base + "comparison?" + wrong).codes() == "query-value");
    CHECK(service.ask("GET", report + "&" + wrong).codes() == "query-value");
  }
  CHECK(service.ask("GET", base + "comparison?sinse=1").codes() == "query-unknown");

  // What was erased is no earlier revision any more.
  REQUIRE(service.ask("DELETE", "/v1/cases/small-1").status == 204);
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  const Answer gone = service.ask("GET", base + "comparison?since=1");
  CHECK(gone.status == 404);
  CHECK(gone.codes() == "revision-missing");
}

TEST_CASE("a case whose texts hold a contact of the patient gets no report and no comparison") {
  const Service service;
  const std::string secret = "+90 532 000 44 18";
  const std::string body =
      changed(k_case, "\"patient\": {", "\"patient\": { \"contact\": { \"phone\": \"" + secret + "\" }, ");
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, changed(body, "Meadow Park", "0532 000 4418")).status ==
          201);
  for (const char* path : {"/reports/full-comparison.pdf", "/reports/full-comparison.html",
                           "/reports/full-comparison.json", "/comparison"}) {
    INFO(path);
    const Answer answer = service.ask("GET", "/v1/cases/small-1" + std::string(path));
    CHECK(answer.status == 422);
    CHECK(answer.codes() == "leak leak-source");
    CHECK(answer.body.find("patient.contact.phone") != std::string::npos);
    CHECK(answer.body.find("000 44") == std::string::npos);
  }
}

TEST_CASE("a leak by what only an earlier revision keeps secret is told with the places of both") {
  const Service service;
  const std::string earlier = changed(
      changed(k_case, "\"patient\": {", "\"patient\": { \"contact\": { \"phone\": \"+90 532 000 44 18\" }, "),
      "R. S.", "R. S. 0532 000 4418");
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, earlier).status == 201);
  REQUIRE(service
              .ask("PUT", "/v1/cases/small-1", {{"If-Match", "*"}},
                   changed(k_case, "R. S.", "R. S. 0532 000 4418"))
              .status == 200);
  for (const char* path : {"/reports/full-comparison.html", "/comparison"}) {
    INFO(path);
    CHECK(service.ask("GET", "/v1/cases/small-1" + std::string(path)).status == 200);
    const Answer answer = service.ask("GET", "/v1/cases/small-1" + std::string(path) + "?since=1");
    CHECK(answer.status == 422);
    CHECK(answer.codes() == "leak leak-source leak-source");
    CHECK(answer.json().at("/diagnostics/1/file").text == "case");
    CHECK(answer.json().at("/diagnostics/2/file").text == "case, revision 1");
  }
}

TEST_CASE("a released revision serves its first bytes whatever the house becomes, a draft is made again") {
  const generator::job::test::HouseCopy copy;
  const generator::job::Resources resources{copy.root, {}};
  const Service before(generator::service::Config{}, resources);
  const std::string released =
      changed(k_case, "\"patient\"",
              R"("release": {"state": "released", "by": "A. Person", "on": "2026-11-11"}, "patient")");
  REQUIRE(before.ask("PUT", "/v1/cases/small-1", {}, released).status == 201);
  REQUIRE(before.ask("PUT", "/v1/cases/small-2", {}, changed(k_case, "small-1", "small-2")).status == 201);
  const std::string frozen = "/v1/cases/small-1/reports/";
  const std::string draft = "/v1/cases/small-2/reports/";
  std::map<std::string, Answer> first;
  for (const char* path : {"full-comparison.pdf", "full-comparison.html", "one-page.html?lang=ar"}) {
    first[path] = before.ask("GET", frozen + path);
    REQUIRE(first[path].status == 200);
  }
  const Answer drafted = before.ask("GET", draft + "full-comparison.html");
  REQUIRE(drafted.status == 200);

  // The template says something else, and one of the documents is no longer offered.
  REQUIRE(copy.change("templates/full-comparison/report.mustache", "<h1>", "<h1>Today: "));
  std::filesystem::remove_all(copy.root / "templates" / "one-page");
  const Service after(before, resources);
  for (const auto& [path, was] : first) {
    INFO(path);
    const Answer now = after.ask("GET", frozen + path);
    REQUIRE(now.status == 200);
    CHECK(now.body == was.body);
    CHECK(now.header("ETag") == was.header("ETag"));
    CHECK(after.ask("GET", frozen + path, {{"If-None-Match", was.header("ETag")}}).status == 304);
  }
  const Answer redrafted = after.ask("GET", draft + "full-comparison.html");
  CHECK(redrafted.body != drafted.body);
  CHECK(redrafted.body.find("Today: ") != std::string::npos);

  // What nobody had asked for before is made by the house of today, and stays from then on.
  const std::string phone = "full-comparison.html?lang=ar&page=phone";
  const Answer made = after.ask("GET", frozen + phone);
  CHECK(made.body.find("Today: ") != std::string::npos);
  CHECK(after.ask("GET", frozen + "one-page.html?lang=en").codes() == "report-unknown");
  REQUIRE(copy.change("templates/full-comparison/report.mustache", "Today: ", "Tomorrow: "));
  const Service later(after, resources);
  CHECK(later.ask("GET", frozen + phone).body == made.body);
  CHECK(later.ask("GET", frozen + "full-comparison.html").body == first["full-comparison.html"].body);

  // Another revision of the case is another release.
  REQUIRE(later.ask("PUT", "/v1/cases/small-1", {{"If-Match", "*"}}, released).status == 200);
  CHECK(later.ask("GET", frozen + "full-comparison.html").body.find("Tomorrow: ") != std::string::npos);
  CHECK(later.ask("GET", frozen + "full-comparison.html?since=1").status == 200);

  std::multiset<std::string> deeds;
  const auto lines = generator::store::AuditLog(later.database()).lines("small-1");
  REQUIRE(lines);
  for (const auto& line : *lines) deeds.insert(line.what);
  CHECK(deeds.count("report.freeze") == 6);
  CHECK(deeds.count("report.make") == 0);
}

TEST_CASE("a released report stays in a language that the house has dropped since") {
  const generator::job::test::HouseCopy copy;
  copy.own_locales();
  const generator::job::Resources resources{copy.root, {}};
  const Service before(generator::service::Config{}, resources);
  const std::string text = changed(k_case, R"(["en"])", R"(["zh-CN"])");
  const std::string released =
      changed(text, "\"patient\"",
              R"("release": {"state": "released", "by": "A. Person", "on": "2026-11-11"}, "patient")");
  REQUIRE(before.ask("PUT", "/v1/cases/small-1", {}, released).status == 201);
  REQUIRE(before.ask("PUT", "/v1/cases/small-2", {}, changed(text, "small-1", "small-2")).status == 201);
  const std::string frozen = "/v1/cases/small-1/reports/";
  std::map<std::string, Answer> first;
  for (const char* path :
       {"full-comparison.html?lang=zh-Hans", "full-comparison.html?lang=zh-CN", "full-comparison.html",
        "full-comparison.html?lang=en&beside=zh-Hans", "one-page.html?beside=en&lang=zh-SG"}) {
    first[path] = before.ask("GET", frozen + path);
    REQUIRE(first[path].status == 200);
  }
  const std::string draft = "/v1/cases/small-2/reports/full-comparison.html?lang=zh-Hans";
  REQUIRE(before.ask("GET", draft).status == 200);

  std::filesystem::remove_all(copy.root / "locales" / "zh-Hans");
  const Service after(before, resources);
  for (const auto& [path, was] : first) {
    INFO(path);
    const Answer now = after.ask("GET", frozen + path);
    REQUIRE(now.status == 200);
    CHECK(now.body == was.body);
    CHECK(now.header("Content-Language") == was.header("Content-Language"));
  }
  // What was not made while there was such a locale cannot be made now; nor is a draft kept.
  for (const std::string& path :
       {frozen + "full-comparison.pdf?lang=zh-Hans", frozen + "full-comparison.html?lang=zh-TW",
        frozen + "full-comparison.html?lang=ar&beside=zh-Hans", frozen + "one-page.html?lang=zh-Hans",
        draft}) {
    INFO(path);
    const Answer refused = after.ask("GET", path);
    CHECK(refused.status == 400);
    CHECK(refused.codes() == "query-value");
  }
}

TEST_CASE("a service over a locale with a hole is not ready, and says where the hole is") {
  const generator::job::test::HouseCopy copy;
  copy.own_locales();
  const generator::job::Resources resources{copy.root, {}};
  CHECK(Service(generator::service::Config{}, resources).ask("GET", "/readyz").status == 200);
  REQUIRE(copy.change("locales/ar/messages.json", "\"row.decision\"", "\"row.decisive\""));
  const Service service(generator::service::Config{}, resources);
  const Answer answer = service.ask("GET", "/readyz");
  CHECK(answer.status == 503);
  CHECK(answer.codes() == "not-ready");
  const std::string what = answer.json().at("/diagnostics/0/what").text;
  CAPTURE(what);
  CHECK(what.find("locales/ar/messages.json:") == 0);
  CHECK(what.find("row.decisi") != std::string::npos);
  CHECK(answer.body.find(copy.root.string()) == std::string::npos);
  // It is asked anew each time: once the file is whole, the service is ready.
  REQUIRE(copy.change("locales/ar/messages.json", "\"row.decisive\"", "\"row.decision\""));
  CHECK(service.ask("GET", "/readyz").status == 200);
}

TEST_CASE("a query that says a thing twice, or in no text, is told, in JSON that is text") {
  const Service service;
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  const std::string report = "/v1/cases/small-1/reports/full-comparison.html";
  const Answer twice = service.ask("GET", report + "?lang=en&page=a4&lang=ar");
  CHECK(twice.status == 400);
  CHECK(twice.codes() == "query-repeated");
  CHECK(twice.json().at("/diagnostics/0/what").text == "lang is given more than once");
  CHECK(service.ask("GET", "/v1/cases/small-1/comparison?since=1&since=1").codes() == "query-repeated");
  for (const std::string& target : {report + "?lang=%FF%FE", report + "?%C3=1", report + "?page=a%80",
                                    std::string("/v1/cases/%FF"), report + "?hospital=%ED%A0%80"}) {
    INFO(target);
    const Answer answer = service.ask("GET", target);
    CHECK(answer.status == 400);
    CHECK(answer.codes() == "request-target");  // which reads the answer as JSON, in UTF-8
  }
  CHECK(service.ask("GET", report + "?hospital=%E5%8C%97").codes() == "hospital-unknown");
}

TEST_CASE("a fault in a file of the house is not the caller's") {
  const generator::job::test::HouseCopy copy;
  copy.own_locales();
  const generator::job::Resources resources{copy.root, {}};
  REQUIRE(copy.change("templates/settings.json", "\"business-day\"", "\"workday\""));
  REQUIRE(copy.change("locales/matching.json", "\"take\"", "\"taek\""));
  const Service service(generator::service::Config{}, resources);
  REQUIRE(service.ask("PUT", "/v1/cases/small-1", {}, k_case).status == 201);
  const std::string base = "/v1/cases/small-1/";
  for (const char* path :
       {"comparison", "reports/full-comparison.html", "reports/one-page.html?lang=zh-CN"}) {
    INFO(path);
    const Answer answer = service.ask("GET", base + path);
    CHECK(answer.status == 500);
    CHECK(answer.body.find(copy.root.string()) == std::string::npos);
  }
  CHECK(service.ask("GET", "/readyz").status == 503);
}
