// settings/broken.json beside expected.txt: all that is said of it. CONSILIUM_REWRITE_GOLDENS=1 rewrites.
#include "generator/ingest/settings_reader.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "generator/base/file.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

const fs::path k_root = CONSILIUM_ROOT;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the settings that come with the program are read, each with whose it is") {
  const auto settings = ingest::read_settings_file(k_root / "templates/settings.json");
  REQUIRE(settings);
  const auto* opinion = settings->duration("wait-written-opinion");
  REQUIRE(opinion != nullptr);
  CHECK(opinion->own.value == model::DurationRange{5, 14, model::TimeUnit::business_day});
  REQUIRE(settings->source(opinion->own.source) != nullptr);
  CHECK(opinion->others.size() == 1);
  CHECK(settings->choice("clock-start") == "complete-records");
  CHECK(settings->choice("operability-remote") == "provisional");
  CHECK(settings->limits.size() == 4);
  CHECK(settings->limits[2].touches[1].modalities == std::vector{model::Modality::surgery});
}

TEST_CASE("a broken settings file is told all that is wrong with it, where, and what is meant") {
  auto text = base::read_file(k_root / "tests/ingest/settings/broken.json");
  REQUIRE(text);
  const auto settings = ingest::read_settings(*text, "broken.json");
  REQUIRE_FALSE(settings);
  std::string said;
  for (const base::Diagnostic& finding : settings.error()) said += base::to_text(finding) + "\n";
  const fs::path expected = k_root / "tests/ingest/settings/expected.txt";
  if (std::getenv("CONSILIUM_REWRITE_GOLDENS") != nullptr) REQUIRE(base::write_file(expected, said));
  const auto wanted = base::read_file(expected);
  REQUIRE(wanted);
  CHECK(said == *wanted);
}

TEST_CASE("a row that no comparison has is named, with the one that is meant") {
  auto text = base::read_file(k_root / "templates/settings.json");
  REQUIRE(text);
  const auto settings =
      ingest::read_settings(replaced(*text, "\"side-effects\"", "\"side-effect\""), "settings.json");
  REQUIRE_FALSE(settings);
  REQUIRE(settings.error().size() == 1);
  CHECK(settings.error()[0].what == "there is no row \"side-effect\"");
  CHECK(settings.error()[0].why.find("side-effects") != std::string::npos);
  CHECK(settings.error()[0].place.line > 1);
}

TEST_CASE("what only the published schema refuses is told by the check of the house, in its words") {
  auto text = base::read_file(k_root / "templates/settings.json");
  REQUIRE(text);
  const fs::path file = fs::temp_directory_path() / ("consilium-settings-" + std::to_string(::getpid()));
  REQUIRE(base::write_file(file, replaced(*text, "\"https://", "\"gopher://")));
  CHECK(ingest::read_settings_file(file).has_value());
  const base::Diagnostics found = ingest::check_settings_schema(file);
  fs::remove(file);
  REQUIRE(found.size() == 1);
  CHECK(found[0].what.find("settings.schema.json") != std::string::npos);
  CHECK(found[0].place.line > 1);
  CHECK(ingest::check_settings_schema(k_root / "templates/settings.json").empty());
}
