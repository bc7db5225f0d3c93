// locales/<tag>/words.json: what the house's files hold, and that a file with a fault is no words.
#include "generator/ingest/words_reader.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/ingest/case_schema.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

const fs::path k_locales = fs::path(CONSILIUM_ROOT) / "locales";

base::Result<model::LanguageWords> read(const std::string& members) {
  return ingest::read_words(R"({"format": "consilium/words/1")" + members + "}", "words.json", {});
}

/// Each fault as "line:column what".
std::string faults(const std::string& members) {
  const auto words = read(members);
  std::string text;
  if (words) return "read";
  for (const base::Diagnostic& d : words.error()) {
    CHECK(d.code == "words");
    text += (text.empty() ? "" : "; ") + std::to_string(d.place.column) + " " + d.what;
  }
  return text;
}

}  // namespace

TEST_CASE("the words of every language are read, sorted by tag, and keep to the published schema") {
  const auto words = ingest::read_words_folder(k_locales);
  REQUIRE(words);
  CHECK(std::ranges::is_sorted(*words, {}, &model::LanguageWords::language));
  int with_promises = 0;
  int with_chances = 0;
  for (const model::LanguageWords& each : *words) {
    with_promises += each.guarantee.words.empty() ? 0 : 1;
    with_chances += each.chances ? 1 : 0;
  }
  CHECK(with_promises >= 18);
  CHECK(with_chances >= 3);
  CHECK(ingest::check_language_schemas(k_locales).empty());
}

TEST_CASE("a language may leave out what it has no words for") {
  const auto words = read("");
  REQUIRE(words);
  CHECK(words->guarantee.words.empty());
  CHECK_FALSE(words->chances);
  REQUIRE(read(R"(, "chances": {"numbers": {"un": 1}, "people": ["patients"]})"));
  CHECK(read(R"(, "chances": {"numbers": {"un": 1}, "people": ["patients"]})")->chances->numbers.at("un") ==
        1);
}

TEST_CASE("a fault in a list is told at its place, and what was meant") {
  CHECK(faults(R"(, "wery": {})") == "41 there is no member \"wery\" here");
  CHECK(faults(R"(, "wary": {"guarantee": {"words": []}})") ==
        "65 \"words\" is a list of words that is not empty");
  CHECK(faults(R"(, "wary": {"guarantee": {"words": ["cure "]}})") ==
        "66 a word or a phrase stands here, without a space at its ends");
  CHECK(faults(R"(, "wary": {"guarantee": {"words": ["cure", "cure"]}})") ==
        "74 \"cure\" stands twice in this list");
  CHECK(faults(R"(, "wary": {"pressure": {"words": ["x"]}})") == "65 \"x\" has one character only");
  CHECK(faults(R"(, "vague": {"questions": [3]})") ==
        "57 a word or a phrase stands here, without a space at its ends");
  CHECK(faults(R"(, "chances": {"poeple": ["x"]})") == "55 there is no member \"poeple\" here");
  CHECK(faults(R"(, "chances": {"numbers": {"one": 1.5}})") ==
        "64 a whole number from 0 to 1000 stands here");
  CHECK(faults(R"(, "chances": {"per_cent_stands_free": 1})") ==
        "69 \"per_cent_stands_free\" is true or false");
  CHECK(faults(R"(, "units": [])") == "42 an object stands here");
  CHECK_FALSE(ingest::read_words(R"({"format": "consilium/words/2"})", "words.json", {}));
  CHECK_FALSE(ingest::read_words(R"({})", "words.json", {}));
}

TEST_CASE("the published schema takes what the reader takes, and refuses what it refuses") {
  const auto keeps = [](const std::string& members) {
    const auto json =
        base::JsonDocument::parse(R"({"format": "consilium/words/1")" + members + "}", "words.json");
    REQUIRE(json);
    return ingest::keeps_to_schema(json->root(), ingest::Published::words);
  };
  for (const char* members :
       {"", R"(, "wary": {"guarantee": {"words": ["sure"], "harmless": ["not sure"]}})",
        R"(, "chances": {"numbers": {"one": 1}, "not": ["not"], "per_cent_stands_free": true})",
        R"(, "units": {"written_close": ["x"]})", R"(, "wery": {})", R"(, "vague": {"questions": []})",
        R"(, "vague": {"questions": ["a", "a"]})", R"(, "vague": {"questions": [" a"]})",
        R"(, "chances": {"poeple": ["x"]})", R"(, "chances": {"numbers": {"one": 1.5}})",
        R"(, "units": [])"}) {
    INFO(members);
    CHECK(keeps(members) == read(members).has_value());
  }
}

TEST_CASE("faults of all languages are told at once, each in its own file") {
  const fs::path folder = fs::temp_directory_path() / ("consilium-words-" + std::to_string(::getpid()));
  for (const char* tag : {"fr", "sw"}) fs::create_directories(folder / tag);
  REQUIRE(base::write_file(folder / "fr" / "words.json", R"({"format": "consilium/words/1", "vague": 1})"));
  REQUIRE(base::write_file(folder / "sw" / "words.json", "{"));
  const auto words = ingest::read_words_folder(folder);
  fs::remove_all(folder);
  REQUIRE_FALSE(words);
  REQUIRE(words.error().size() >= 2);
  CHECK(words.error().front().place.file.ends_with("fr/words.json"));
  CHECK(words.error().back().place.file.ends_with("sw/words.json"));
}

TEST_CASE("a tag of a language is no mistake for another's") {
  CHECK(faults(R"(, "mistaken_tags": ["jp", "zh-chs"])") == "read");
  CHECK(faults(R"(, "mistaken_tags": ["fr"])").ends_with("\"fr\" is a language of its own"));
}
