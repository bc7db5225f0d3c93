// The house is told by what stands in its files, and by nothing else of them.
#include "generator/job/house_fingerprint.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <set>

#include "generator/job/loaded_house.h"
#include "tests/job/house_copy.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

std::string edition_of(const job::Resources& resources) {
  const auto edition = job::LoadedHouse(resources).edition();
  REQUIRE(edition);
  return **edition;
}

/// The names of the parts that two houses have otherwise.
std::vector<std::string> differing(const job::Parts& one, const job::Parts& other) {
  REQUIRE(one.size() == other.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < one.size(); ++i) {
    REQUIRE(one[i].first == other[i].first);
    if (one[i].second != other[i].second) names.push_back(one[i].first);
  }
  return names;
}

job::Parts parts_of(const fs::path& root, const char* document = "family-comparison",
                    const char* language = "en") {
  job::ReportRequest request{.document = document};
  request.language = *model::LanguageTag::parse(language);
  return job::HouseFingerprint::take({root, {}})->parts(request);
}

}  // namespace

TEST_CASE("a file of the same size and time with other content is another house, a touched one is the same") {
  const job::test::HouseCopy copy;
  const job::Resources resources{copy.root, {}};
  const std::string before = edition_of(resources);
  CHECK(before == edition_of(resources));
  for (const char* name :
       {"templates/theme.json", "templates/settings.json", "templates/partials/cell.mustache"}) {
    INFO(name);
    const fs::path file = copy.root / name;
    const auto time = fs::last_write_time(file);
    const std::string text = base::read_file(file).value();
    fs::last_write_time(file, time + std::chrono::hours(48));
    CHECK(edition_of(resources) == before);

    std::string changed = text;
    changed.back() = changed.back() == ' ' ? '\n' : ' ';
    REQUIRE(base::write_file(file, changed));
    fs::last_write_time(file, time);
    CHECK(edition_of(resources) != before);
    REQUIRE(base::write_file(file, text));
    CHECK(edition_of(resources) == before);
  }
  REQUIRE(base::write_file(copy.root / "templates" / "partials" / "new.mustache", ""));
  CHECK(edition_of(resources) != before);
}

TEST_CASE("a face is part of the house by its content, wherever its file stands") {
  const fs::path root = CONSILIUM_ROOT;
  const std::string before = edition_of({root, {}});
  const auto files = job::LoadedHouse({root, {}}).fonts().value()->files();
  const auto sans = std::ranges::find_if(
      files, [](const fs::path& file) { return file.filename() == "NotoSans-Regular.ttf"; });
  REQUIRE(sans != files.end());
  const job::test::HouseCopy copy;  // a folder that goes away
  const fs::path own = copy.root / "own";
  fs::create_directories(own);
  fs::copy_file(*sans, own / sans->filename());
  CHECK(edition_of({root, {own}}) == before);
  REQUIRE(base::write_file(own / "README", "no face"));
  CHECK(edition_of({root, {own}}) == before);
  std::string bytes = base::read_file(*sans).value();
  bytes.back() ^= 1;
  REQUIRE(base::write_file(own / sans->filename(), bytes));
  CHECK(edition_of({root, {own}}) != before);
}

TEST_CASE("of a report's parts that one is another whose files are") {
  const job::test::HouseCopy copy;
  fs::remove(copy.root / "locales");
  fs::copy(fs::path(CONSILIUM_ROOT) / "locales", copy.root / "locales", fs::copy_options::recursive);
  const job::Parts before = parts_of(copy.root);
  const job::Parts in_arabic = parts_of(copy.root, "family-comparison", "ar");
  const job::Parts one_page = parts_of(copy.root, "one-page");
  const auto changed = [&](const char* file) {
    REQUIRE(base::write_file(copy.root / file, base::read_file(copy.root / file).value() + " "));
    return differing(before, parts_of(copy.root));
  };
  using Names = std::vector<std::string>;
  CHECK(changed("templates/one-page/report.mustache").empty());
  CHECK(differing(one_page, parts_of(copy.root, "one-page")) == Names{"template"});
  CHECK(changed("templates/partials/cell.mustache") == Names{"template"});
  CHECK(changed("locales/ar/messages.json") == Names{"template"});
  CHECK(differing(in_arabic, parts_of(copy.root, "family-comparison", "ar")) == Names{"template", "catalog"});
  CHECK(changed("locales/en/glossary.json") == Names{"template", "catalog"});
  CHECK(changed("locales/tr/wording.json") == Names{"template", "catalog", "words"});
  CHECK(changed("templates/settings.json") == Names{"template", "settings", "catalog", "words"});
  CHECK(changed("templates/theme.json") == Names{"template", "settings", "catalog", "words", "theme"});
}

TEST_CASE(
    "every file of every language is part of the house, and of a report what is known of any language") {
  const job::test::HouseCopy copy;
  fs::remove(copy.root / "locales");
  fs::copy(fs::path(CONSILIUM_ROOT) / "locales", copy.root / "locales", fs::copy_options::recursive);
  const job::Resources resources{copy.root, {}};
  const std::string edition = edition_of(resources);
  const job::Parts before = parts_of(copy.root);
  const job::Parts checklist = parts_of(copy.root, "records-checklist");
  using Names = std::vector<std::string>;
  std::size_t tried = 0;
  std::set<std::string> tried_in_edition;
  for (const auto& entry : fs::recursive_directory_iterator(copy.root / "locales")) {
    if (!entry.is_regular_file()) continue;
    ++tried;
    const fs::path& file = entry.path();
    INFO(file);
    const std::string text = base::read_file(file).value();
    REQUIRE(base::write_file(file, text + " "));
    const std::string name = file.filename().string();
    if (tried_in_edition.insert(name).second) CHECK(edition_of(resources) != edition);  // of each kind, one
    const bool is_checklist = name == "checklists.json";
    const bool is_catalog =
        name == "messages.json" || name == "glossary.json" || name == "state.json" || is_checklist;
    const bool is_own = file.parent_path().filename() == "en";
    Names changed;
    if (is_own) changed.emplace_back("catalog");
    if (!is_catalog && name != "qqq.json") changed.emplace_back("words");
    CHECK(differing(before, parts_of(copy.root)) == changed);
    if (is_checklist) changed.insert(changed.begin(), "template");
    CHECK(differing(checklist, parts_of(copy.root, "records-checklist")) == changed);
    REQUIRE(base::write_file(file, text));
  }
  CHECK(tried > 40);
}

TEST_CASE("a house that lacks its fonts.json has no fingerprint, and says why") {
  const job::test::HouseCopy copy;
  fs::remove(copy.root / "fonts");
  const auto taken = job::HouseFingerprint::take({copy.root, {}});
  REQUIRE_FALSE(taken);
  CHECK(taken.error().front().code == "file-missing");
}
