// A case may lack whatever is optional: whatever is left out, each document is made or refused with its
// reasons, and nothing else happens.
#include <rapidcheck.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <vector>

#include "generator/base/file.h"
#include "generator/ingest/case_reader.h"
#include "generator/job/batch.h"

using namespace generator;
namespace fs = std::filesystem;

namespace {

const fs::path k_root = CONSILIUM_ROOT;

/// Takes members and elements away, each with a chance of one in `one_in`.
void thin_out(rapidjson::Value& value, int one_in) {
  const auto leaves = [one_in] { return *rc::gen::inRange(0, one_in) == 0; };
  if (value.IsObject()) {
    for (auto it = value.MemberBegin(); it != value.MemberEnd();) {
      if (leaves()) {
        it = value.EraseMember(it);
      } else {
        thin_out((it++)->value, one_in);
      }
    }
  } else if (value.IsArray()) {
    for (auto it = value.Begin(); it != value.End();) {
      if (leaves()) {
        it = value.Erase(it);
      } else {
        thin_out(*it++, one_in);
      }
    }
  }
}

/// Makes every document of a case in one language; how many were made.
int make_all(const job::ReportMaker& maker, const model::Case& c) {
  const auto dossier = maker.open(job::ReadCase{.value = c});
  if (!dossier) {
    RC_ASSERT(!dossier.error().empty());
    return 0;
  }
  int made = 0;
  for (const std::string& document : maker.documents()) {
    const auto recipients = maker.recipients(*dossier, document);
    RC_ASSERT(recipients.has_value());
    for (const std::string& hospital : *recipients) {
      const auto bytes =
          maker.make(*dossier, {.document = document, .hospital = hospital, .format = job::Format::html});
      if (bytes) {
        ++made;
        RC_ASSERT(!bytes->empty());
      } else {
        RC_ASSERT(!bytes.error().empty());
      }
    }
  }
  return made;
}

}  // namespace

// [apart]: half of what all tests of this folder take: it runs beside the others (tests/CMakeLists.txt).
TEST_CASE("a case with any part left out has each document made or refused", "[apart]") {
  const job::ReportMaker maker(job::Resources{k_root, {}});
  std::vector<fs::path> folders;
  for (const auto& folder : fs::directory_iterator(k_root / "samples")) folders.push_back(folder.path());
  std::sort(folders.begin(), folders.end());
  int read_well = 0;
  int made = 0;
  const bool holds = rc::check("each document is made or refused", [&] {
    const fs::path folder = *rc::gen::elementOf(folders);
    const auto text = base::read_file(folder / "case.json");
    RC_ASSERT(text.has_value());
    rapidjson::Document json;
    json.Parse(text->data(), text->size());
    // Few parts at a time pass the schema; many at once leave a case with hardly anything.
    thin_out(json, *rc::gen::element(20, 80, 400));
    rapidjson::StringBuffer thinned;
    rapidjson::Writer<rapidjson::StringBuffer> writer(thinned);
    json.Accept(writer);
    const auto read =
        ingest::read_case(thinned.GetString(), "case.json", ingest::Letters::beside_the_case, folder);
    if (!read) {
      RC_ASSERT(!read.error().empty());
      return;
    }
    ++read_well;
    made += make_all(maker, read->value);
  });
  CHECK(holds);
  CHECK(read_well > 0);
  CHECK(made > 0);
}

TEST_CASE("with no hospital every document is made, and a batch goes on after it") {
  const job::ReportMaker maker(job::Resources{k_root, {}});
  const fs::path alone = k_root / "tests" / "job" / "cases" / "no-hospital.json";
  const auto read = ingest::read_case_file(alone);
  REQUIRE(read);
  // Of six, the letters to hospitals have nobody to go to.
  CHECK(make_all(maker, read->value) == static_cast<int>(maker.documents().size()) - 1);

  const fs::path out = fs::temp_directory_path() / "consilium-partial-cases";
  fs::remove_all(out);
  job::BatchRequest request;
  request.cases = {k_root / "samples" / "pancreas-2026-040" / "case.json", alone,
                   k_root / "samples" / "liver-2026-014" / "case.json"};
  request.out = out;
  request.languages = maker.languages();
  request.formats = {job::Format::pdf, job::Format::html, job::Format::json};
  int written = 0;
  job::run_batch(maker, request, [&](const job::CaseOutcome& outcome, std::size_t) {
    CHECK_FALSE(base::has_errors(outcome.diagnostics));
    written += static_cast<int>(outcome.written.size());
  });
  CHECK(written == 3 * static_cast<int>(maker.languages().size()) * 3);
  fs::remove_all(out);
}
