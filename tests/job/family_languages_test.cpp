// In which languages reports are made where nobody asks for any: the family's, as far as there are locales.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "generator/base/file.h"
#include "generator/ingest/case_reader.h"
#include "generator/job/batch.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

/// What a run of one case wrote, and the notes that it gave.
struct Ran {
  std::vector<std::string> files;
  std::vector<std::string> notes;
};

Ran run(const fs::path& file, const std::string& name) {
  const fs::path out = fs::temp_directory_path() / ("consilium-" + name + std::to_string(::getpid()));
  fs::remove_all(out);
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  job::BatchRequest request;
  request.cases = {file};
  request.out = out;
  request.documents = {"full-comparison"};
  request.formats = {job::Format::html};
  Ran ran;
  job::run_batch(maker, request, [&](const job::CaseOutcome& outcome, std::size_t) {
    for (const base::Diagnostic& d : outcome.diagnostics) {
      CHECK(d.severity == base::Severity::note);
      ran.notes.push_back(d.code + ": " + d.what);
    }
    for (const fs::path& each : outcome.written) ran.files.push_back(each.filename().string());
  });
  fs::remove_all(out);
  return ran;
}

std::string with_languages(const std::string& languages) {
  std::string text = base::read_file(fs::path(CONSILIUM_ROOT) / "tests/job/cases/region-tags.json").value();
  const std::size_t at = text.find("\"languages\": [");
  text.replace(at, text.find(']', at) + 1 - at, "\"languages\": [" + languages + "]");
  return text;
}

Ran run_with(const std::string& languages) {
  const fs::path file =
      fs::temp_directory_path() / ("consilium-tags-" + std::to_string(::getpid()) + ".json");
  REQUIRE(base::write_file(file, with_languages(languages)));
  Ran ran = run(file, "tags");
  fs::remove(file);
  return ran;
}

}  // namespace

TEST_CASE(
    "a family is served in the locale that is written as its language, whatever the region, and told so") {
  const Ran ran = run_with(R"("zh-SG", "zh-CN", "ar-EG", "en-US", "ar")");
  CHECK(ran.files == std::vector<std::string>{"full-comparison.zh-Hans.html", "full-comparison.ar.html",
                                              "full-comparison.en.html"});
  CHECK(ran.notes == std::vector<std::string>{R"(language-taken: for "zh-SG" the locale "zh-Hans" is taken)",
                                              R"(language-taken: for "zh-CN" the locale "zh-Hans" is taken)",
                                              R"(language-taken: for "ar-EG" the locale "ar" is taken)",
                                              R"(language-taken: for "en-US" the locale "en" is taken)"});
}

TEST_CASE(
    "traditional characters, and a neighbour's language, are never put in the place of what a family reads") {
  const Ran ran = run_with(R"("zh-TW", "zh-HK", "uk", "ug", "en")");
  CHECK(ran.files == std::vector<std::string>{"full-comparison.en.html"});
  REQUIRE(ran.notes.size() == 4);
  for (const std::string& note : ran.notes)
    CHECK(note.starts_with("language-not-written: the family reads "));
}

TEST_CASE("translations that bear a region serve the reader of the language") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  auto read = maker.read_case_file(fs::path(CONSILIUM_ROOT) / "tests/job/cases/region-tags.json");
  REQUIRE(read);
  const auto dossier = maker.open(std::move(*read));
  REQUIRE(dossier);
  job::ReportRequest request{.document = "full-comparison"};
  request.format = job::Format::html;
  const auto page = [&](const char* language) {
    request.language = *model::LanguageTag::parse(language);
    return maker.make(*dossier, request).value();
  };
  const std::string chinese = page("zh-Hans");
  CHECK(chinese.find("先化疗。") != std::string::npos);
  CHECK(chinese.find("尽早回家") != std::string::npos);
  // The letter of Guangzhou is in the reader's own characters: it is not marked as foreign.
  const std::size_t named = chinese.find("中文（中国）");
  CHECK(named != std::string::npos);  // once, in the list of letters
  CHECK(chinese.find("中文（中国）", named + 1) == std::string::npos);
  const std::string arabic = page("ar");
  CHECK(arabic.find("العلاج الكيميائي أولًا.") != std::string::npos);
  CHECK(page("en").find("Chemotherapy first.") != std::string::npos);
}

TEST_CASE("a language of the family that no report can be in is said, and the others are written") {
  const fs::path folder = fs::temp_directory_path() / ("consilium-family-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::string text =
      base::read_file(fs::path(CONSILIUM_ROOT) / "samples" / "pancreas-2026-040" / "case.json").value();
  const std::string before = R"("languages": ["en"])";
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  text.replace(at, before.size(), R"("languages": ["ta", "en"])");
  REQUIRE(base::write_file(folder / "case.json", text));

  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  job::BatchRequest request;
  request.cases = {folder / "case.json"};
  request.out = folder / "out";
  request.documents = {"full-comparison"};
  request.formats = {job::Format::html};
  std::vector<std::string> notes;
  std::vector<fs::path> written;
  job::run_batch(maker, request, [&](const job::CaseOutcome& outcome, std::size_t) {
    for (const base::Diagnostic& d : outcome.diagnostics) {
      CHECK(d.severity == base::Severity::note);
      notes.push_back(d.code);
    }
    written.insert(written.end(), outcome.written.begin(), outcome.written.end());
  });
  fs::remove_all(folder);
  CHECK(notes == std::vector<std::string>{"language-not-written"});
  REQUIRE(written.size() == 1);
  CHECK(written.front().filename() == "full-comparison.en.html");
}

TEST_CASE("of several translations that a reader could read, the one in the locale's own tag is taken") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  const auto page = [&](const std::string& translations, const char* language) {
    std::string text = base::read_file(fs::path(CONSILIUM_ROOT) / "tests/job/cases/region-tags.json").value();
    const std::string before = R"("zh-CN": "尽早回家",
     "ar-EG": "العودة إلى البيت قريبًا")";
    const std::size_t at = text.find(before);
    REQUIRE(at != std::string::npos);
    text.replace(at, before.size(), translations);
    text.replace(text.find(R"("language": "en-US")"), 19, R"("language": "ru")");
    auto read = maker.read_case(std::move(text), "case.json");
    REQUIRE(read);
    const auto dossier = maker.open(std::move(*read));
    REQUIRE(dossier);
    job::ReportRequest request{.document = "full-comparison"};
    request.format = job::Format::html;
    request.language = *model::LanguageTag::parse(language);
    return maker.make(*dossier, request).value();
  };
  const auto holds = [](const std::string& text, const char* words) {
    return text.find(words) != std::string::npos;
  };
  const std::string regions = page(
      R"("zh-SG": "新加坡", "zh-CN": "内地", "zh-Hans": "简体", "en-US": "Yankee", "en": "World", "ar-EG": "مصر", "ar": "فصحى")",
      "zh-Hans");
  CHECK(holds(regions, "简体"));
  CHECK_FALSE(holds(regions, "新加坡"));
  CHECK(holds(page(R"("en-US": "Yankee", "en": "World")", "en"), "World"));
  CHECK(holds(page(R"("ar-EG": "مصر", "ar": "فصحى")", "ar"), "فصحى"));
  // Without one in that tag the nearest in region; and one for readers who are served by this locale.
  CHECK(holds(page(R"("zh-SG": "新加坡", "zh-CN": "内地")", "zh-Hans"), "内地"));
  CHECK(holds(page(R"("arz": "مصري")", "ar"), "مصري"));
  CHECK(holds(page(R"("arz": "مصري", "ar-EG": "مصر")", "ar"), ">مصر"));
  CHECK(holds(page(R"("wuu": "吴语")", "zh-Hans"), "吴语"));
  CHECK_FALSE(holds(page(R"("yue": "粤语")", "zh-Hans"), "粤语"));
}
