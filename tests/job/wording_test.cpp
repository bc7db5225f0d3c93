// Unfair words of the house and its coordinators are found with their place; quoted words are not.
#include <catch2/catch.hpp>

#include "generator/ingest/case_reader.h"
#include "generator/job/wording_lint.h"
#include "tests/job/house_copy.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

const job::WordingList& house_list() {
  static const auto k_list = job::WordingList::load(fs::path(CONSILIUM_ROOT) / "locales");
  REQUIRE(k_list);
  return **k_list;
}

/// A case whose only letter says "We guarantee a good result."; `members` follow.
std::string case_with(const std::string& members) {
  return "{\n\"format\": \"consilium/case/1\", \"id\": \"small\", \"date\": \"2026-11-02\",\n"
         "\"patient\": {\"label\": \"A. K.\"}, \"diagnosis\": {\"text\": \"Liver cancer\"},\n"
         "\"documents\": [{\"id\": \"letter\", \"title\": \"We guarantee it\", \"language\": \"en\", "
         "\"date\": "
         "\"2026-10-12\", \"text\": \"We guarantee a good result.\"}],\n"
         "\"hospitals\": [{\"id\": \"a\", \"name\": \"Guaranteed Cure Clinic\", \"country\": \"CN\"}],\n" +
         members + "\n}";
}

/// Each finding as "line:column code".
std::vector<std::string> lint(const std::string& members) {
  const std::string text = case_with(members);
  auto read = ingest::read_case(text, "case.json", ingest::Letters::only_inline);
  if (!read) FAIL(base::to_text(read.error().front()));
  const auto file = base::JsonDocument::parse(text, "case.json");
  std::vector<std::string> found;
  for (const auto& d : job::lint_case(house_list(), *file, read->value)) {
    CHECK(d.severity != base::Severity::error);
    found.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code);
  }
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what a coordinator wrote is looked at wherever it stands, in its own language") {
  CHECK(lint("\"question\": \"Is a cure guaranteed?\"") == Lines{"6:13 wording-guarantee"});
  CHECK(lint("\"family\": {\"languages\": [\"en\"], \"priorities\": [\"To live\", {\"en\": \"The result is "
             "guaranteed.\"}]}") == Lines{"6:66 wording-guarantee"});
  CHECK(lint("\"judgements\": [{\"option\": \"a\", \"judgement\": \"unknown\", \"by\": \"The guaranteed "
             "one\", \"role\": "
             "\"coordinator\",\n\"reason\": \"The result is guaranteed.\"}]") ==
        Lines{"7:11 wording-guarantee"});
  CHECK(lint("\"home\": {\"plan\": \"The result is guaranteed.\"}") == Lines{"6:18 wording-guarantee"});
  // "by" and "on" are no languages, though they look like their tags.
  CHECK(lint("\"entered\": {\"by\": \"A. B., coordinator\", \"on\": \"2026-11-02\"}").empty());
  CHECK(lint("\"goal\": {\"text\": \"长期控制\", \"language\": \"zh-Hans\", \"translations\": {\"en\": "
             "{\"text\": "
             "\"A guaranteed result\", \"by\": \"The coordinator\"}}}") == Lines{"6:81 wording-guarantee"});
  CHECK(lint("\"records\": [{\"kind\": \"labs\", \"state\": \"missing\", \"note\": \"The result is "
             "guaranteed.\"}]")
            .size() == 1);
}

TEST_CASE("quoted words pass: a statement with a source, and words in quotation marks that a letter holds") {
  const auto opinion = [](const std::string& benefit) {
    return "\"opinions\": [{\"id\": \"o\", \"hospital\": \"a\", \"document\": \"letter\", \"received\": "
           "\"2026-10-13\", "
           "\"decision\": {\"status\": \"accepted\"}, \"proposals\": [{\"modalities\": "
           "[\"systemic\"],\n\"benefit\": " +
           benefit + "}]}]";
  };
  const std::string source =
      "\"source\": {\"document\": \"letter\", \"page\": 1, \"quote\": \"We guarantee a good result.\"}";
  CHECK(lint(opinion("{\"text\": \"We guarantee a good result.\", " + source +
                     ", \"translations\": {\"fr\": \"Nous garantissons un bon résultat.\"}}"))
            .empty());
  CHECK(lint(opinion("\"We guarantee a good result.\"")) == Lines{"7:12 wording-guarantee"});
  CHECK(
      lint("\"question\": \"The letter says \\\"we guarantee a good result\\\": on what ground?\"").empty());
  CHECK(lint("\"question\": \"The letter says “we guarantee\u00A0a good result”: on what ground?\"").empty());
  CHECK(lint("\"question\": \"Is it a \\\"guaranteed\\\" result?\"") == Lines{"6:13 wording-guarantee"});
}

TEST_CASE("a language without a list is told once") {
  CHECK(lint("\"goal\": {\"sw\": \"Kuishi muda mrefu\"}, \"question\": {\"sw\": \"Je, inawezekana?\"}") ==
        Lines{"6:16 wording-unlisted"});
}

TEST_CASE("the house's list, catalogs and templates pass") {
  const fs::path root = CONSILIUM_ROOT;
  for (const auto& found : {house_list().check(), job::lint_catalogs(house_list(), root / "locales"),
                            job::lint_templates(house_list(), root / "templates")}) {
    for (const auto& d : found) FAIL_CHECK(base::to_text(d));
  }
}

TEST_CASE("a template's own words are found in its file") {
  const job::test::HouseCopy copy;
  REQUIRE(copy.change("templates/family-comparison/report.mustache", "<body>\n",
                      "<body>\n<p>The best hospital</p>\n"));
  const auto found = job::lint_templates(house_list(), copy.root / "templates");
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().place.file.ends_with("family-comparison/report.mustache"));
  CHECK(found.front().place.line > 1);
}

TEST_CASE("a list that is wrong says where") {
  const job::test::HouseCopy copy;
  const fs::path folder = copy.root / "own";
  fs::create_directories(folder / "en");
  const auto write = [&](const std::string& entry) {
    REQUIRE(base::write_file(folder / "en" / "wording.json",
                             "{\"format\": \"consilium/wording/2\", \"entries\": [\n" + entry + "]}"));
  };
  const std::string rest =
      "\"finds\": [\"a bad word\"], \"passes\": [\"good\"], \"why\": \"w\", \"instead\": \"good\"}";
  write("{\"id\": \"a\", \"kind\": \"praise\", \"pattern\": \"bad\", \"more\": 1, " + rest);
  const auto shape = job::WordingList::load(folder);
  REQUIRE_FALSE(shape);
  CHECK(shape.error().size() == 2);
  CHECK(shape.error().front().code == "wording-shape");
  CHECK(shape.error().front().place.line == 2);

  write("{\"id\": \"a\", \"kind\": \"fear\", \"pattern\": \"b(ad\", " + rest);
  const auto pattern = job::WordingList::load(folder);
  REQUIRE(pattern);
  REQUIRE((*pattern)->check().size() == 1);
  CHECK((*pattern)->check().front().code == "wording-pattern");

  write("{\"id\": \"a\", \"kind\": \"fear\", \"pattern\": \"good\", " + rest);
  CHECK((*job::WordingList::load(folder))->check().size() == 3);  // not found once, found twice
}
