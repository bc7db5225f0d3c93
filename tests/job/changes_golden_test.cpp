// What changed in a sample since an earlier revision of it, which is made here by taking back what came
// later: tests/job/changes/<case id>.txt.
#include <catch2/catch.hpp>
#include <filesystem>

#include "generator/base/file.h"
#include "generator/compare/changes.h"
#include "generator/job/report_job.h"
#include "tests/golden.h"
#include "tests/job/opened.h"
#include "tests/job/readable_json.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

/// The liver sample on 20 October 2026: one hospital had not decided and had sent its first estimate, the
/// other had not answered.
model::Case earlier_liver(model::Case c) {
  c.date = model::Date::parse("2026-10-20");
  std::erase_if(c.opinions, [](const model::Opinion& opinion) { return opinion.hospital == "marmara"; });
  std::erase_if(c.estimates, [](const model::Estimate& estimate) { return estimate.id != "est-linjiang-1"; });
  model::Opinion& opinion = c.opinions.front();
  opinion.decision = model::DecisionStatus::under_review;
  opinion.sources.erase(model::Sourced::decision);
  opinion.conditions.clear();
  opinion.proposals.front().sources.erase(model::Sourced::stay);
  opinion.proposals.front().stay = model::DurationRange{6, 8, model::TimeUnit::week};
  c.rates.front().rate = *model::Decimal::parse("0.1384");
  c.rates.front().date = *model::Date::parse("2026-10-16");
  for (model::Record& record : c.records) {
    if (record.kind == model::RecordKind::labs) record.state = model::RecordState::requested;
  }
  return c;
}

job::Dossier opened_with(const job::ReportMaker& maker, job::ReadCase now, model::Case earlier) {
  auto dossier = maker.open(std::move(now), job::ReadCase{.value = std::move(earlier)});
  REQUIRE(dossier);
  return std::move(*dossier);
}

job::Dossier liver_with_changes(const job::ReportMaker& maker) {
  job::ReadCase now = job::test::sample();
  model::Case earlier = earlier_liver(now.value);
  return opened_with(maker, std::move(now), std::move(earlier));
}

}  // namespace

TEST_CASE("what changed in a sample is what its golden says") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  const job::Dossier liver = liver_with_changes(maker);
  const auto json = liver.json("the comparison");
  REQUIRE(json);
  const auto document = base::JsonDocument::parse(std::string(*json), "liver");
  REQUIRE(document);
  const std::string lines = job::test::readable(document->at("/changes"));
  const fs::path golden = fs::path(CONSILIUM_ROOT) / "tests" / "job" / "changes" / "liver-2026-014.txt";
  CHECK(generator::test::difference_from_golden(golden, lines) == "");
}

TEST_CASE("the documents for a family and its doctor say in every language what changed, the others do not") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  const job::Dossier liver = liver_with_changes(maker);
  for (const std::string& document : maker.documents()) {
    const bool tells = document == "family-comparison" || document == "full-comparison" ||
                       document == "one-page" || document == "doctors-handover";
    const auto recipients = maker.recipients(liver, document);
    REQUIRE(recipients);
    for (const model::LanguageTag& language : maker.languages()) {
      INFO(document << " in " << language.text());
      const auto page = maker.make(liver, {.document = document,
                                           .hospital = recipients->front(),
                                           .language = language,
                                           .format = job::Format::html});
      for (const base::Diagnostic& d : page ? base::Diagnostics{} : page.error())
        UNSCOPED_INFO(base::to_text(d));
      REQUIRE(page);
      CHECK((page->find("id=\"changes\"") != std::string::npos) == tells);
    }
  }
}

TEST_CASE("contacts that only the earlier revision holds are looked for, too") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  const job::ReadCase now = job::test::sample();
  model::Case earlier = earlier_liver(now.value);
  earlier.patient.contact.push_back({"phone", "+964 770 111 2233"});
  earlier.opinions.front().proposals.front().risks = {
      {"Call 0770 111 2233 at night.", model::LanguageTag(), {}, {}}};
  const job::Dossier liver = opened_with(maker, now, earlier);
  CHECK(maker.make(job::test::opened(maker, now), {.format = job::Format::html}));
  for (const job::Format format : {job::Format::pdf, job::Format::html, job::Format::json}) {
    const auto made = maker.make(liver, {.document = "full-comparison", .format = format});
    REQUIRE_FALSE(made);
    CHECK(made.error().front().code == "leak");
    CHECK(made.error().front().what.find("patient.contact.phone of the earlier revision") !=
          std::string::npos);
  }
}
