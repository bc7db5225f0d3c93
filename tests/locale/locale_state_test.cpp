#include "generator/locale/locale_state.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "generator/base/file.h"

namespace generator::locale {
namespace {

namespace fs = std::filesystem;

/// A folder of locales in which one says that of its state.
base::Result<std::optional<LocaleState>> state_of(const std::string& text) {
  const fs::path folder = fs::temp_directory_path() / ("consilium-locale-state-" + std::to_string(getpid()));
  fs::create_directories(folder / "fr");
  REQUIRE(base::write_file(folder / "fr/state.json", text).has_value());
  auto state = load_locale_state(folder, model::LanguageTag::parse("fr").value());
  fs::remove_all(folder);
  return state;
}

TEST_CASE("a locale says who drafted it and who has reviewed it") {
  const auto drafted = state_of(R"({"format": "consilium/locale-state/1",
    "drafted": {"by": "A. Martin", "on": "2026-11-30"}})");
  REQUIRE(drafted.has_value());
  REQUIRE(drafted->has_value());
  CHECK((*drafted)->drafted_by == "A. Martin");
  CHECK((*drafted)->drafted_on == model::Date{2026, 11, 30});
  CHECK_FALSE((*drafted)->reviewed.has_value());

  const auto reviewed = state_of(R"({"format": "consilium/locale-state/1",
    "drafted": {"by": "A. Martin", "on": "2026-11-30"},
    "reviewed": {"by": "Dr B. Diallo", "as": "native oncologist", "on": "2026-12-20"}})");
  REQUIRE(reviewed.has_value());
  REQUIRE((*reviewed)->reviewed.has_value());
  CHECK((*reviewed)->reviewed->as == "native oncologist");
}

TEST_CASE("a locale that says nothing of itself has no state, and that is no fault") {
  const auto state = load_locale_state(fs::temp_directory_path() / "no-such-locales", model::LanguageTag());
  REQUIRE(state.has_value());
  CHECK_FALSE(state->has_value());
}

TEST_CASE("what is wrong with a locale's state is told all at once") {
  const auto state = state_of(R"({"format": "consilium/locale-state/2",
    "drafted": {"by": "", "on": "yesterday"}, "reviewd": {}})");
  REQUIRE_FALSE(state.has_value());
  CHECK(state.error().size() == 4);
  for (const base::Diagnostic& each : state.error()) {
    CHECK(each.code == "locale-state");
    CHECK(each.place.line > 0);
  }
}

}  // namespace
}  // namespace generator::locale
