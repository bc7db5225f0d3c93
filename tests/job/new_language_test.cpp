// A language is a folder: a copy of the reference under a tag of its own is one more.
#include <algorithm>
#include <catch2/catch.hpp>

#include "generator/job/loaded_house.h"
#include "generator/job/report_job.h"
#include "tests/holds.h"
#include "tests/job/house_copy.h"
#include "tests/job/opened.h"

namespace fs = std::filesystem;
using namespace generator;
using generator::test::holds;

namespace {

struct HouseWithEsperanto : job::test::HouseCopy {
  fs::path folder = root / "locales" / "eo";

  HouseWithEsperanto() {
    fs::remove(root / "locales");
    fs::copy(fs::path(CONSILIUM_ROOT) / "locales", root / "locales", fs::copy_options::recursive);
    fs::copy(root / "locales" / "en", folder, fs::copy_options::recursive);
    REQUIRE(
        change("locales/eo/messages.json", "\"formats.locale\": \"en-001\"", "\"formats.locale\": \"eo\""));
    REQUIRE(base::write_file(folder / "typography.json",
                             R"({"format": "consilium/typography/1", "page": {"line_height": 1.93}})"));
  }

  std::string page(const std::string& document) const {
    const job::ReportMaker maker({root, {}});
    job::ReportRequest request{.document = document, .format = job::Format::html};
    request.language = *model::LanguageTag::parse("eo");
    const auto made = maker.make(job::test::opened(maker, job::test::sample("lung-2026-018").value), request);
    REQUIRE(made);
    return *made;
  }
  base::Diagnostics found() const { return job::check_locales(job::LoadedHouse({root, {}})); }
  std::vector<std::string> faults() const {
    std::vector<std::string> codes;
    for (const base::Diagnostic& d : found()) {
      codes.push_back(d.code);
      CHECK(d.place.file.find("/eo/") != std::string::npos);
    }
    std::ranges::sort(codes);
    return codes;
  }
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a copied folder under a tag of its own is a language, set and formatted as it says") {
  const HouseWithEsperanto house;
  CHECK(house.faults().empty());
  REQUIRE(house.change("locales/eo/checklists.json", "\"record.medical-summary\": \"",
                       "\"record.medical-summary\": \"Resumo. "));
  const std::string comparison = house.page("family-comparison");
  CHECK(holds(comparison, "<html lang=\"eo\" dir=\"ltr\""));
  CHECK(holds(comparison, ":lang(eo){line-height:1.93}"));
  CHECK(holds(comparison, "-oktobro-"));
  CHECK(holds(house.page("records-checklist"), "Resumo. "));
}

TEST_CASE("what is wrong with it, or not there yet, is said in its files and all at once") {
  const HouseWithEsperanto house;
  REQUIRE(
      house.change("locales/eo/messages.json", "\"formats.locale\": \"eo\"", "\"formats.locale\": \"qqx\""));
  REQUIRE(house.change("locales/eo/typography.json", "1.93", "0"));
  REQUIRE(house.change("locales/eo/checklists.json", "\"record.medical-summary\"", "\"record.nothing\""));
  CHECK(house.faults() == Codes{"checklist", "message-formats", "typography"});
  fs::remove(house.folder / "checklists.json");
  CHECK(house.faults() == Codes{"checklist-untranslated", "message-formats", "typography"});
  const base::Diagnostics found = house.found();
  const auto untranslated = std::ranges::find(found, "checklist-untranslated", &base::Diagnostic::code);
  CHECK(holds(untranslated->what, " more"));
  CHECK(std::ranges::count(untranslated->what, ',') == 4);  // five of 132 ids
}

TEST_CASE("names of the checklists' entries that cannot be read are told, and so are those of no shape") {
  const HouseWithEsperanto house;
  const fs::path file = house.folder / "checklists.json";
  REQUIRE(base::write_file(file, "{ \"record.medical-summary\": "));
  CHECK(house.faults() == Codes{"json-syntax"});
  REQUIRE(base::write_file(file, "[]"));
  CHECK(house.faults() == Codes{"checklist"});
  fs::remove(file);
  fs::create_directory(file);
  CHECK(house.faults().size() == 1);
}

TEST_CASE("files that a language may leave out are noted where it has none, and refuse nothing") {
  const HouseWithEsperanto house;
  for (const char* name : {"words.json", "wording.json", "typography.json"}) fs::remove(house.folder / name);
  const base::Diagnostics found = house.found();
  REQUIRE(found.size() == 3);
  for (const base::Diagnostic& d : found) {
    CHECK(d.code == "locale-file-absent");
    CHECK(d.severity == base::Severity::note);
    CHECK(holds(d.what, "\"eo\""));
    CHECK(holds(d.place.file, "/eo/"));
  }
}

TEST_CASE("a folder that bears a tag in other letters is told, with the tag that it should bear") {
  const HouseWithEsperanto house;
  fs::remove_all(house.folder);
  for (const char* name : {"TR", "tr_TR", "zh_Hant_TW", "pt_BR", "old texts", ".hidden"})
    fs::create_directory(house.root / "locales" / name);
  fs::copy(house.root / "locales/tr/words.json", house.root / "locales/TR/words.json");
  std::vector<std::string> told;
  for (const base::Diagnostic& d : house.found()) {
    CHECK(d.code == "locale-folder");
    CHECK(d.severity == base::Severity::warning);
    told.push_back(d.place.file.substr(d.place.file.rfind('/') + 1) + ": " + d.remedy);
  }
  CHECK(told == std::vector<std::string>{"TR: rename it to \"tr\"",
                                         "old texts: rename it to the language's tag, or move it elsewhere",
                                         "pt_BR: rename it to \"pt\"", "tr_TR: rename it to \"tr\"",
                                         "zh_Hant_TW: rename it to \"zh-TW\""});
}

TEST_CASE("formats of another language, and a language that takes two others, are told") {
  const HouseWithEsperanto house;
  REQUIRE(house.change("locales/eo/messages.json", "\"formats.locale\": \"eo\"",
                       "\"formats.locale\": \"en-001\""));
  base::Diagnostics found = house.found();
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == "message-formats");
  CHECK(found.front().severity == base::Severity::warning);
  CHECK(holds(found.front().what, "as in \"en-001\", another language"));
  REQUIRE(house.change("locales/eo/messages.json", "\"formats.locale\": \"en-001\"",
                       "\"formats.locale\": \"eo\""));
  REQUIRE(house.change("locales/matching.json", "[\"nb\", \"nn\"]", "[\"nb\", \"nn\", \"arz\"]"));
  found = house.found();
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == "matching-shape");
  CHECK(holds(found.front().what, "\"arz\" stands twice"));
}
