// Drafts bear their mark; what was released is frozen, and can be verified.
#include <unistd.h>

#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <iterator>
#include <sstream>
#include <thread>

#include "../house_lexicon.h"
#include "generator/html/page_writer.h"
#include "generator/job/batch.h"
#include "generator/job/release_record.h"
#include "generator/job/verify.h"
#include "generator/locale/catalog.h"
#include "generator/report/view_messages.h"
#include "generator/typeset/typesetter.h"
#include "tests/job/house_copy.h"
#include "tests/job/opened.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

/// A folder with a case that can be changed, and room for its reports.
struct Desk {
  fs::path folder = fs::temp_directory_path() / ("consilium-desk-" + std::to_string(::getpid()));
  fs::path file = folder / "case.json";
  fs::path out = folder / "out";
  fs::path reports = out / "lung-2026-018";

  Desk() {
    fs::remove_all(folder);
    fs::copy(fs::path(CONSILIUM_ROOT) / "samples" / "lung-2026-018", folder, fs::copy_options::recursive);
  }
  ~Desk() { fs::remove_all(folder); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  void change(const std::string& before, const std::string& after) const {
    std::string text = base::read_file(file).value();
    const std::size_t at = text.find(before);
    REQUIRE(at != std::string::npos);
    REQUIRE(base::write_file(file, text.replace(at, before.size(), after)));
  }

  /// The codes of the errors.
  std::vector<std::string> report(const job::ReportMaker& maker, bool replace = false,
                                  std::optional<fs::path> since = {}) const {
    job::BatchRequest request;
    request.since = std::move(since);
    request.cases = {file};
    request.out = out;
    request.documents = {"full-comparison"};
    request.languages = {{}};
    request.formats = {job::Format::pdf, job::Format::html, job::Format::json};
    request.replace = replace;
    std::vector<std::string> codes;
    notes.clear();
    job::run_batch(maker, request, [&](const job::CaseOutcome& outcome, std::size_t) {
      for (const auto& d : outcome.diagnostics) {
        if (d.severity == base::Severity::error) codes.push_back(d.code);
        if (d.severity == base::Severity::note) notes.push_back(d.code);
      }
    });
    return codes;
  }
  mutable std::vector<std::string> notes;  ///< of the last report, their codes
};

std::vector<std::string> codes_of(const base::Result<job::Verified>& verified) {
  std::vector<std::string> codes;
  if (verified) return codes;
  for (const auto& d : verified.error()) codes.push_back(d.code);
  return codes;
}

using Codes = std::vector<std::string>;

const job::ReportMaker& house() {
  static const job::ReportMaker k_maker({CONSILIUM_ROOT, {}});
  return k_maker;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// The words on a page that are no content, in any order.
std::string furniture_of(const typeset::Page& page) {
  icu::UnicodeString text;
  for (const typeset::Item& item : page.items) {
    const auto* words = std::get_if<typeset::TextItem>(&item);
    if (words != nullptr && words->node == typeset::k_artifact)
      text.append(words->run.text.data(), static_cast<std::int32_t>(words->run.text.size())).append(u' ');
  }
  std::string utf8;
  return text.toUTF8String(utf8);
}

const std::string k_pdf = "full-comparison.en.pdf";
const std::string k_html = "full-comparison.en.html";

}  // namespace

TEST_CASE("what was released verifies, and is made again byte for byte") {
  const Desk desk;
  REQUIRE(desk.report(house()).empty());
  const auto record = job::load_release(desk.reports);
  REQUIRE(record);
  REQUIRE(*record);
  CHECK((*record)->files.size() == 3);
  for (const std::string& name : {k_pdf, k_html, std::string("full-comparison.en.json")}) {
    const auto verified = job::verify_file(desk.reports / name);
    REQUIRE(verified);
    CHECK(verified->by == "T. Fernando, coordinator");
    CHECK(verified->on == "2026-10-30");
    CHECK(job::verify_again(house(), desk.reports / name, desk.file));
  }
  const std::string before = base::read_file(desk.reports / job::k_release_file).value();
  CHECK(desk.report(house()).empty());  // the same again is no change
  CHECK(base::read_file(desk.reports / job::k_release_file).value() == before);
}

TEST_CASE("verifying names the part that is another") {
  const Desk desk;
  REQUIRE(desk.report(house()).empty());
  SECTION("the file") {
    std::string bytes = base::read_file(desk.reports / k_html).value();
    bytes[bytes.size() / 2] ^= 1;
    REQUIRE(base::write_file(desk.reports / k_html, bytes));
    CHECK(codes_of(job::verify_file(desk.reports / k_html)) == Codes{"release-file-changed"});
    CHECK(job::verify_file(desk.reports / k_pdf));
  }
  SECTION("the case") {
    desk.change("\"age\": 61", "\"age\": 62");
    const auto again = job::verify_again(house(), desk.reports / k_pdf, desk.file);
    CHECK(codes_of(again) == Codes{"release-part-changed"});
    CHECK(again.error().front().what.starts_with("the case is not"));
    CHECK(job::verify_file(desk.reports / k_pdf));
  }
  SECTION("the template, the theme") {
    const job::test::HouseCopy copy;
    REQUIRE(copy.change("templates/full-comparison/report.mustache", "<h1>", "<h1 class=\"x\">"));
    const auto form = job::verify_again(job::ReportMaker({copy.root, {}}), desk.reports / k_pdf, desk.file);
    CHECK(codes_of(form) == Codes{"release-part-changed"});
    CHECK(form.error().front().what.starts_with("the template is not"));
    REQUIRE(copy.change("templates/full-comparison/report.mustache", "<h1 class=\"x\">", "<h1>"));
    REQUIRE(copy.change("templates/theme.json", "{", "{ "));
    const auto theme = job::verify_again(job::ReportMaker({copy.root, {}}), desk.reports / k_pdf, desk.file);
    CHECK(codes_of(theme) == Codes{"release-part-changed"});
    CHECK(theme.error().front().what.starts_with("the theme is not"));
  }
  SECTION("the name, the record") {
    fs::copy_file(desk.reports / k_pdf, desk.reports / "other.pdf");
    CHECK(codes_of(job::verify_file(desk.reports / "other.pdf")) == Codes{"release-unlisted"});
    fs::copy_file(desk.reports / k_pdf, desk.folder / k_pdf);
    CHECK(codes_of(job::verify_file(desk.folder / k_pdf)) == Codes{"release-missing"});
    REQUIRE(base::write_file(desk.reports / job::k_release_file,
                             R"({"format": "consilium/release/1", "case": "x"})"));
    CHECK(codes_of(job::verify_file(desk.reports / k_pdf)) == Codes{"release-malformed"});
    // Nor may anything be written over what cannot be known to be unreleased.
    CHECK(desk.report(house()) == Codes{"release-malformed"});
  }
  SECTION("another case") {
    const auto other = fs::path(CONSILIUM_ROOT) / "samples" / "liver-2026-014" / "case.json";
    CHECK(codes_of(job::verify_again(house(), desk.reports / k_pdf, other)) == Codes{"release-other-case"});
  }
}

TEST_CASE("a report that says what changed is verified with the earlier revision, and only with that one") {
  const Desk desk;
  const fs::path earlier = desk.folder / "earlier.json";
  fs::copy_file(desk.file, earlier);
  desk.change("\"ecog\": 0", "\"ecog\": 1");
  REQUIRE(desk.report(house(), false, earlier).empty());
  for (const std::string& name : {k_pdf, k_html}) {
    CHECK(job::verify_again(house(), desk.reports / name, desk.file, earlier));
    CHECK(codes_of(job::verify_again(house(), desk.reports / name, desk.file)) ==
          Codes(2, "release-part-changed"));
    const auto other = job::verify_again(house(), desk.reports / name, desk.file, desk.file);
    CHECK(codes_of(other) == Codes{"release-part-changed"});
    CHECK(other.error().front().what.starts_with("the earlier case is not"));
  }
  // Without it the report is another, and what was released stays.
  CHECK(desk.report(house()) == Codes(3, "release-frozen"));

  const fs::path liver = fs::path(CONSILIUM_ROOT) / "samples" / "liver-2026-014" / "case.json";
  CHECK(desk.report(house(), true, liver) == Codes{"since-other-case"});
  std::string later = base::read_file(earlier).value();
  const std::size_t date = later.find("\"date\": \"2026-");
  REQUIRE(date != std::string::npos);
  later.replace(date, 14, "\"date\": \"2027-");
  REQUIRE(base::write_file(earlier, later));
  CHECK(desk.report(house(), true, earlier) == Codes{"since-later"});
}

TEST_CASE("a released file becomes another one only if that is said") {
  const Desk desk;
  REQUIRE(desk.report(house()).empty());
  const std::string pdf = base::read_file(desk.reports / k_pdf).value();
  SECTION("by a case that changed") {
    desk.change("\"age\": 61", "\"age\": 62");
  }
  SECTION("by a draft") {
    desk.change("\"state\": \"released\"", "\"state\": \"draft\"");
  }
  CHECK(desk.report(house()) == Codes(3, "release-frozen"));
  CHECK(base::read_file(desk.reports / k_pdf).value() == pdf);
  CHECK(job::verify_file(desk.reports / k_pdf));

  CHECK(desk.report(house(), true).empty());
  CHECK(base::read_file(desk.reports / k_pdf).value() != pdf);
  const bool is_draft = base::read_file(desk.file).value().find("\"draft\"") != std::string::npos;
  CHECK(job::verify_file(desk.reports / k_pdf).has_value() == !is_draft);
  CHECK(fs::exists(desk.reports / job::k_release_file) == !is_draft);
}

TEST_CASE("what was released stays when the house changes, a draft is made anew") {
  const Desk desk;
  const job::test::HouseCopy copy;
  const job::Resources resources{copy.root, {}};
  const auto change_house = [&] {
    REQUIRE(copy.change("templates/full-comparison/report.mustache", "<h1>", "<h1>Today: "));
  };
  SECTION("released") {
    REQUIRE(desk.report(job::ReportMaker(resources)).empty());
    const std::string pdf = base::read_file(desk.reports / k_pdf).value();
    const std::string html = base::read_file(desk.reports / k_html).value();
    change_house();
    const job::ReportMaker today(resources);
    CHECK(desk.report(today).empty());
    CHECK(desk.notes == Codes(2, "release-kept"));  // the data is the same by either house
    CHECK(base::read_file(desk.reports / k_pdf).value() == pdf);
    CHECK(base::read_file(desk.reports / k_html).value() == html);
    CHECK(job::verify_file(desk.reports / k_pdf));
    CHECK(codes_of(job::verify_again(today, desk.reports / k_pdf, desk.file)) ==
          Codes{"release-part-changed"});

    // A file that is not what was released has nothing to stay as.
    REQUIRE(base::write_file(desk.reports / k_html, "another"));
    CHECK(desk.report(today) == Codes{"release-frozen"});
    CHECK(desk.report(today, true).empty());
    CHECK(base::read_file(desk.reports / k_pdf).value() != pdf);
    CHECK(job::verify_again(today, desk.reports / k_pdf, desk.file));
  }
  SECTION("a draft") {
    desk.change("\"state\": \"released\"", "\"state\": \"draft\"");
    REQUIRE(desk.report(job::ReportMaker(resources)).empty());
    const std::string html = base::read_file(desk.reports / k_html).value();
    change_house();
    CHECK(desk.report(job::ReportMaker(resources)).empty());
    CHECK(desk.notes.empty());
    CHECK(base::read_file(desk.reports / k_html).value() != html);
  }
}

TEST_CASE("a run that was cut off proves nothing wrong, and the next one completes it") {
  const Desk desk;
  REQUIRE(desk.report(house()).empty());
  const std::string record = base::read_file(desk.reports / job::k_release_file).value();
  SECTION("before the record was written") {
    fs::remove(desk.reports / job::k_release_file);
    CHECK(codes_of(job::verify_file(desk.reports / k_pdf)) == Codes{"release-missing"});
  }
  SECTION("while files were replaced: they are out of the record already") {
    auto before = job::load_release(desk.reports);
    REQUIRE((before && *before));
    (*before)->remove(k_html);
    (*before)->remove(k_pdf);
    REQUIRE(job::write_release(desk.reports, **before));
    REQUIRE(base::write_file(desk.reports / k_html, "half"));
    CHECK(codes_of(job::verify_file(desk.reports / k_html)) == Codes{"release-unlisted"});
    CHECK(codes_of(job::verify_file(desk.reports / k_pdf)) == Codes{"release-unlisted"});
  }
  SECTION("a file was lost") {
    fs::remove(desk.reports / k_pdf);
  }
  CHECK(desk.report(house()).empty());
  CHECK(base::read_file(desk.reports / job::k_release_file).value() == record);
  CHECK(job::verify_file(desk.reports / k_pdf));
  CHECK(job::verify_file(desk.reports / k_html));
}

TEST_CASE("several programs at once leave a record of all their files") {
  const Desk desk;
  {
    std::vector<std::jthread> threads;
    for (const char* language : {"en", "ar", "zh-Hans"}) {
      threads.emplace_back([&desk, language] {
        job::BatchRequest request;
        request.cases = {desk.file};
        request.out = desk.out;
        request.documents = {"full-comparison"};
        request.languages = {*model::LanguageTag::parse(language)};
        request.formats = {job::Format::html};
        job::run_batch(house(), request, [](const job::CaseOutcome&, std::size_t) {});
      });
    }
  }
  const auto record = job::load_release(desk.reports);
  REQUIRE((record && *record));
  CHECK((*record)->files.size() == 3);
}

TEST_CASE("no report of what is not released lacks its mark, whatever the template says") {
  const job::test::HouseCopy copy;
  const fs::path form = copy.root / "templates" / "full-comparison" / "report.mustache";
  std::string text = base::read_file(form).value();
  for (const char* tag : {"{{release.mark}}", "{{release.state}}"}) {
    for (std::size_t at = text.find(tag); at != std::string::npos; at = text.find(tag))
      text.erase(at, std::string(tag).size());
  }
  REQUIRE(base::write_file(form, text));
  const job::ReportMaker maker({copy.root, {}});
  const auto theme = document::load_theme(copy.root / "templates" / "theme.json");
  const auto fonts = typeset::FontSet::load(copy.root / "fonts" / "fonts.json", {});
  REQUIRE((theme && fonts));
  model::Case lung = job::test::sample("lung-2026-018").value;
  for (const auto state : {model::ReleaseState::draft, model::ReleaseState::reviewed}) {
    lung.release.state = state;
    const job::Dossier dossier = job::test::opened(maker, lung);
    for (const model::LanguageTag& language : maker.languages()) {
      const auto catalog = locale::Catalog::load(copy.root / "locales", language, report::all_messages());
      REQUIRE(catalog);
      const std::string mark = (*catalog)->format(compare::Message{
          state == model::ReleaseState::draft ? "report.mark-draft" : "report.mark-reviewed", {}});
      for (const std::string& name : maker.documents()) {
        INFO(name << " in " << language.text());
        job::ReportRequest request;
        request.document = name;
        const auto recipients = maker.recipients(dossier, name);
        REQUIRE(recipients);
        request.hospital = recipients->front();
        request.language = language;
        const auto document = maker.document(dossier, request);
        REQUIRE(document);
        CHECK(html::write_page(*document, *theme, {}).find("<p class=\"mark\">" + mark + "</p>") !=
              std::string::npos);
        for (const auto size :
             {document::PageSize::a4, document::PageSize::letter, document::PageSize::phone}) {
          const auto pages = typeset::typeset(*document, *theme, size, **fonts);
          REQUIRE(pages);
          for (const typeset::Page& each : pages->pages) {
            const std::string furniture = furniture_of(each);
            for (const std::string& word : words_of(mark)) CHECK(furniture.find(word) != std::string::npos);
          }
        }
      }
    }
  }
}
