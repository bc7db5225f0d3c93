// A case is opened in one way: with its secrets and those of the earlier revision, and its refusals name the
// files.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <thread>

#include "generator/base/file.h"
#include "tests/job/opened.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

/// A folder with two revisions of a sample, each of which may be changed.
struct Desk {
  fs::path folder = fs::temp_directory_path() / ("consilium-dossier-" + std::to_string(::getpid()));
  fs::path now = folder / "case.json";
  fs::path earlier = folder / "earlier.json";

  Desk() {
    fs::remove_all(folder);
    fs::copy(job::test::sample_file("liver-2026-014").parent_path(), folder, fs::copy_options::recursive);
    fs::copy_file(now, earlier);
  }
  ~Desk() { fs::remove_all(folder); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  static void change(const fs::path& file, const std::string& before, const std::string& after) {
    std::string text = base::read_file(file).value();
    const std::size_t at = text.find(before);
    REQUIRE(at != std::string::npos);
    REQUIRE(base::write_file(file, text.replace(at, before.size(), after)));
  }
};

/// The files of the diagnostics with that code, and how often.
std::multiset<std::string> files_of(const base::Diagnostics& diagnostics, const std::string& code) {
  std::multiset<std::string> files;
  for (const auto& d : diagnostics) {
    if (d.code == code) files.insert(fs::path(d.place.file).filename().string());
  }
  return files;
}

const job::ReportMaker& house() {
  static const job::ReportMaker k_maker({CONSILIUM_ROOT, {}});
  return k_maker;
}

using Files = std::multiset<std::string>;

}  // namespace

TEST_CASE("a leak names the case's file, and every place of either revision that holds the secret") {
  const Desk desk;
  // Only the earlier revision knows this number as a contact; both write it where reports show it.
  Desk::change(desk.earlier, "\"contact\": {", "\"contact\": { \"neighbour\": \"+964 771 222 3344\",");
  for (const fs::path& file : {desk.now, desk.earlier}) {
    Desk::change(file, "\"label\": \"A. K.\"", "\"label\": \"A. K. 0771 222 3344\"");
  }
  auto read = job::ReadCase::from_file(desk.now);
  REQUIRE(read);

  const auto alone = house().open(*read);
  REQUIRE(alone);
  CHECK(house().make(*alone, {.format = job::Format::html}));
  CHECK(alone->json("it"));

  const auto dossier = house().open(*read, {.date = {}, .since = desk.earlier});
  REQUIRE(dossier);
  for (const job::Format format : {job::Format::pdf, job::Format::html, job::Format::json}) {
    INFO(job::name_of(format));
    const auto made = house().make(*dossier, {.format = format});
    REQUIRE_FALSE(made);
    CHECK(files_of(made.error(), "leak") == Files{"case.json"});
    CHECK(files_of(made.error(), "leak-source") == Files{"case.json", "earlier.json"});
    CHECK(made.error().front().what.find("patient.contact.neighbour of the earlier revision") !=
          std::string::npos);
  }
  const auto json = dossier->json("the comparison");
  REQUIRE_FALSE(json);
  CHECK(json.error().front().what.starts_with("the comparison would show"));
  CHECK(files_of(dossier->explain(json.error()), "leak-source") == Files{"case.json", "earlier.json"});
}

TEST_CASE("the places of a leak are of the text that was compared, whatever becomes of its file") {
  const Desk desk;
  Desk::change(desk.now, "\"label\": \"A. K.\"", "\"label\": \"A. K. 0770 000 4417\"");
  auto read = job::ReadCase::from_file(desk.now);
  REQUIRE(read);
  const auto dossier = house().open(std::move(*read));
  REQUIRE(dossier);
  fs::remove(desk.now);
  const auto made = house().make(*dossier, {.format = job::Format::html});
  REQUIRE_FALSE(made);
  REQUIRE(files_of(made.error(), "leak-source") == Files{"case.json"});
  CHECK(made.error().back().place.line > 1);
}

TEST_CASE("a case without a date is refused by name, and speaks on the day that is given") {
  model::Case c = job::test::sample("pancreas-2026-040").value;
  c.date.reset();
  c.release.on.reset();
  for (auto& opinion : c.opinions) opinion.received.reset();
  for (auto& document : c.documents) document.date.reset();
  c.estimates.clear();
  const auto undated = house().open(job::ReadCase{.name = "somewhere.json", .value = c});
  REQUIRE_FALSE(undated);
  CHECK(files_of(undated.error(), "no-report-date") == Files{"somewhere.json"});
  const auto dated = house().open(job::ReadCase{.value = c}, {.date = model::Date::parse("2026-11-20")});
  REQUIRE(dated);
  CHECK(dated->comparison().summary.date == model::Date::parse("2026-11-20"));
}

TEST_CASE("many threads may ask one dossier for its JSON, and all get the same") {
  const job::Dossier dossier = job::test::opened(house(), job::test::sample());
  std::vector<const char*> made(4);
  {
    std::vector<std::jthread> threads;
    for (const char*& each : made)
      threads.emplace_back([&each, &dossier] { each = dossier.json("it").value().data(); });
  }
  for (const char* each : made) CHECK(each == made.front());
}
