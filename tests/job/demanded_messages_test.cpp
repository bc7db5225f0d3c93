// What a locale must hold: every message that a report can say and every one that a template names.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "generator/base/json.h"
#include "generator/job/loaded_house.h"
#include "generator/locale/format_messages.h"
#include "tests/job/house_copy.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

const fs::path k_root = CONSILIUM_ROOT;

/// A folder of locales with English only, whose messages a test may change.
struct EnglishCopy {
  fs::path locales = fs::temp_directory_path() / ("consilium-english-" + std::to_string(::getpid()));
  std::string text = base::read_file(k_root / "locales/en/messages.json").value();

  EnglishCopy() {
    fs::remove_all(locales);
    fs::create_directories(locales / "en");
    fs::copy(k_root / "locales/qqq.json", locales / "qqq.json");
    fs::copy(k_root / "locales/en/glossary.json", locales / "en/glossary.json");
  }
  ~EnglishCopy() { fs::remove_all(locales); }
  EnglishCopy(const EnglishCopy&) = delete;
  EnglishCopy& operator=(const EnglishCopy&) = delete;

  void write(const std::string& messages) const {
    REQUIRE(base::write_file(locales / "en/messages.json", messages));
  }
  /// The file without the line of that message.
  std::string without(const std::string& id) const {
    const std::size_t begin = text.find("  \"" + id + "\":");
    std::string rest = text;
    rest.erase(begin, text.find('\n', begin) + 1 - begin);
    if (const std::size_t comma = rest.rfind(",\n}"); comma != std::string::npos) rest.erase(comma, 1);
    return rest;
  }
};

/// Whether it is refused as missing, and for nothing else: the translators' note of the id is left over, too.
bool misses(const base::Diagnostics& found, const std::string& id) {
  const std::string what = "\"" + id + "\" is not here";
  return std::ranges::count(found, what, &base::Diagnostic::what) == 1 &&
         std::ranges::all_of(found, [](const base::Diagnostic& each) {
           return each.code == "message-missing" || each.code == "message-unknown";
         });
}

bool is_optional(std::string_view id) {
  return std::ranges::any_of(locale::k_optional_messages,
                             [id](std::string_view prefix) { return id.starts_with(prefix); });
}

}  // namespace

TEST_CASE("every locale of the house is complete, without a message too many, and explained to translators") {
  const LoadedHouse house(Resources::find(k_root).value());
  for (const base::Diagnostic& diagnostic : check_locales(house)) FAIL_CHECK(base::to_text(diagnostic));
}

TEST_CASE("without any one of its messages a catalog is refused, when it is loaded and when it is checked") {
  const LoadedHouse house(Resources::find(k_root).value());
  const auto demanded = house.demanded_messages().value();
  const EnglishCopy copy;
  const auto messages = base::JsonDocument::parse(copy.text, "messages.json").value();
  std::size_t tried = 0;
  for (const base::JsonMember& message : messages.root().members) {
    INFO(message.name);
    copy.write(copy.without(message.name));
    const auto loaded = locale::Catalog::load(copy.locales, model::LanguageTag(), demanded->specs);
    if (is_optional(message.name)) {
      CHECK(loaded.has_value());
      continue;
    }
    ++tried;
    REQUIRE_FALSE(loaded.has_value());
    CHECK(misses(loaded.error(), message.name));
    CHECK(misses(locale::check_locales(copy.locales, demanded->specs), message.name));
  }
  CHECK(tried == demanded->specs.size());
}

TEST_CASE("without its reference no other language is loaded: nobody would know what it lacks") {
  const LoadedHouse house(Resources::find(k_root).value());
  const EnglishCopy copy;
  fs::copy(k_root / "locales/ar", copy.locales / "ar", fs::copy_options::recursive);
  const auto load = [&] {
    return locale::Catalog::load(copy.locales, *model::LanguageTag::parse("ar"),
                                 house.demanded_messages().value()->specs);
  };
  copy.write(copy.text);
  CHECK(load().has_value());
  copy.write("{");
  CHECK_FALSE(load().has_value());
  fs::remove(copy.locales / "en/messages.json");
  REQUIRE_FALSE(load().has_value());
  CHECK(load().error().front().code == "locale-missing");
}

TEST_CASE("a message with an argument that it is never given, or of another kind, is refused") {
  const LoadedHouse house(Resources::find(k_root).value());
  const auto demanded = house.demanded_messages().value();
  const EnglishCopy copy;
  const auto refused = [&](const std::string& id, const std::string& pattern) {
    std::string changed = copy.without(id);
    changed.insert(changed.find('{') + 1, "\n  \"" + id + "\": \"" + pattern + "\",");
    copy.write(changed);
    const auto loaded = locale::Catalog::load(copy.locales, model::LanguageTag(), demanded->specs);
    return loaded ? std::string() : loaded.error().front().code;
  };
  CHECK(refused("report.stale", "Until {date}") == "");
  CHECK(refused("report.stale", "Until {day}") == "message-argument");
  CHECK(refused("report.stale", "{date, plural, one {# day} other {# days}}") == "message-argument");
  CHECK(refused("report.summary", "{date}") == "message-argument");
}

TEST_CASE("what a new template names is demanded, and a message that nothing says is told") {
  const test::HouseCopy copy;
  fs::create_directories(copy.root / "templates/leaflet");
  REQUIRE(base::write_file(copy.root / "templates/leaflet/document.json",
                           R"({"format": "consilium/document/1", "about": "A test.", "for": "case",
                               "sections": ["facts"]})"));
  REQUIRE(base::write_file(copy.root / "templates/leaflet/report.mustache",
                           "<main><h1>{{text.leaflet.title}}</h1></main>"));
  const LoadedHouse house(Resources::find(copy.root).value());
  const auto english = house.catalog(model::LanguageTag());
  REQUIRE_FALSE(english.has_value());
  CHECK(english.error().front().what == "\"text.leaflet.title\" is not here");
  CHECK(english.error().front().why.find("templates/leaflet/report.mustache:1 asks for it") !=
        std::string::npos);

  // One that is mistyped in a template is told with the one that was meant; so is one in a catalog.
  REQUIRE(base::write_file(copy.root / "templates/leaflet/report.mustache",
                           "<main><h1>{{text.cost.title}}</h1></main>"));
  const auto mistyped = LoadedHouse(Resources::find(copy.root).value()).catalog(model::LanguageTag());
  REQUIRE_FALSE(mistyped.has_value());
  CHECK(mistyped.error().front().remedy.starts_with("did you mean \"text.costs.title\"? "));
  copy.own_locales();
  fs::remove_all(copy.root / "templates/leaflet");
  REQUIRE(copy.change("locales/ar/messages.json", "\"row.decision\"", "\"row.decisoin\""));
  const auto arabic =
      LoadedHouse(Resources::find(copy.root).value()).catalog(*model::LanguageTag::parse("ar"));
  REQUIRE_FALSE(arabic.has_value());
  const auto unknown = std::ranges::find(arabic.error(), "message-unknown", &base::Diagnostic::code);
  REQUIRE(unknown != arabic.error().end());
  CHECK(unknown->remedy.starts_with("did you mean \"row.decision\"? "));

  const EnglishCopy spare;
  spare.write("{\n  \"text.nobody.says\": \"Nothing\"," + spare.text.substr(1));
  const auto found = locale::check_locales(spare.locales, house.demanded_messages().value()->specs);
  CHECK(std::ranges::count(found, "message-unused", &base::Diagnostic::code) == 1);
}

}  // namespace generator::job
