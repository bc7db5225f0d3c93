#include "generator/store/case_store.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

#include "generator/base/digest.h"
#include "generator/base/file.h"
#include "generator/store/audit_log.h"
#include "generator/store/report_store.h"
#include "tests/store/scratch.h"

using generator::store::Action;
using generator::store::AuditLog;
using generator::store::CaseStore;
using generator::store::Expected;
using generator::store::ReportKey;
using generator::store::ReportStore;
using generator::store::Standing;
using store_test::code_of;
using store_test::Scratch;

namespace {

/// Whether any file of the database (itself, its log) holds those bytes.
bool on_disk(const Scratch& scratch, const std::string& bytes) {
  for (const auto& entry : std::filesystem::directory_iterator(scratch.file().parent_path())) {
    const auto content = generator::base::read_file(entry.path());
    REQUIRE(content);
    if (content->find(bytes) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every revision is kept with the bytes that were sent, over a reopening") {
  const Scratch scratch;
  const std::string odd("{ \"a\" : 1.50 }\r\n\xD0\x96\0!", 21);
  {
    CaseStore cases(store_test::open(scratch.file()));
    REQUIRE(cases.save("c-1", "first", Action::put, "intake (1)", Expected::absent())->number == 1);
    REQUIRE(cases.save("c-1", odd, Action::opinion, "desk (2)", Expected::at(1))->number == 2);
  }
  CaseStore cases(store_test::open(scratch.file()));
  const auto current = cases.current("c-1");
  REQUIRE(current);
  CHECK(current->text == odd);
  CHECK(current->revision.number == 2);
  CHECK(current->revision.digest == generator::base::sha256_hex(odd));
  CHECK(cases.at_revision("c-1", 1)->text == "first");
  CHECK(code_of(cases.at_revision("c-1", 3)) == "revision-missing");
  CHECK(code_of(cases.current("c-2")) == "case-missing");

  const auto revisions = cases.revisions("c-1");
  REQUIRE(revisions);
  REQUIRE(revisions->size() == 2);
  CHECK((*revisions)[0].action == Action::put);
  CHECK((*revisions)[1].action == Action::opinion);
  CHECK((*revisions)[1].by == "desk (2)");
  CHECK((*revisions)[1].at == "2026-11-22T12:00:00Z");
  CHECK((*revisions)[1].bytes == odd.size());
}

TEST_CASE("a lost update is refused") {
  const Scratch scratch;
  CaseStore cases(store_test::open(scratch.file()));
  CHECK(code_of(cases.save("c", "x", Action::put, "a", Expected::present())) == "case-missing");
  CHECK(code_of(cases.save("c", "x", Action::put, "a", Expected::at(1))) == "case-missing");
  REQUIRE(cases.save("c", "one", Action::put, "a", Expected::absent()));
  CHECK(code_of(cases.save("c", "x", Action::put, "b", Expected::absent())) == "case-exists");
  REQUIRE(cases.save("c", "two", Action::put, "a", Expected::at(1)));
  CHECK(code_of(cases.save("c", "x", Action::put, "b", Expected::at(1))) == "case-changed");
  CHECK(code_of(cases.erase("c", "b", Expected::at(1))) == "case-changed");
  CHECK(cases.current("c")->text == "two");
  CHECK(cases.revisions("c")->size() == 2);
}

TEST_CASE("of writers that all saw the same revision, exactly one wins") {
  const Scratch scratch;
  const auto database = store_test::open(scratch.file());
  CaseStore cases(database);
  REQUIRE(cases.save("c", "start", Action::put, "a", Expected::absent()));
  std::atomic<int> won = 0;
  std::atomic<int> lost = 0;
  {
    std::vector<std::jthread> writers;
    for (int i = 0; i < 6; ++i) {
      writers.emplace_back([&, i] {
        CaseStore own(database);
        const auto saved = own.save("c", std::to_string(i), Action::put, "w", Expected::at(1));
        (saved ? won : lost) += 1;
        if (!saved && code_of(saved) != "case-changed") won += 100;
      });
    }
  }
  CHECK(won == 1);
  CHECK(lost == 5);
  CHECK(cases.revisions("c")->size() == 2);
}

TEST_CASE("erasing leaves no content, not even in the file, and an audit without content") {
  const Scratch scratch;
  const auto database = store_test::open(scratch.file());
  CaseStore cases(database);
  ReportStore reports(database);
  const std::string secret = "Fictional-Patient-Name-4711";
  const std::string shared = "a report that two cases share";
  REQUIRE(cases.save("gone", secret + " v1", Action::put, "a", Expected::absent()));
  REQUIRE(cases.save("gone", secret + " v2", Action::put, "a", Expected::at(1)));
  REQUIRE(cases.save("stays", "other", Action::put, "a", Expected::absent()));
  const ReportKey key{"gone", 2, "family-comparison", "en", "html", "a4", "e1"};
  ReportKey other = key;
  other.case_id = "stays";
  other.revision = 1;
  ReportKey third = key;
  third.language = "ar";
  REQUIRE(reports.keep(key, secret + " report", "a", Standing::draft));
  REQUIRE(reports.keep(third, shared, "a", Standing::released));
  REQUIRE(reports.keep(other, shared, "a", Standing::draft));
  REQUIRE(on_disk(scratch, secret));

  const auto tombstone = cases.erase("gone", "b", Expected::anything());
  REQUIRE(tombstone);
  CHECK(tombstone->number == 3);
  CHECK(tombstone->digest.empty());
  CHECK(code_of(cases.current("gone")) == "case-missing");
  CHECK(code_of(cases.at_revision("gone", 1)) == "case-missing");
  CHECK(code_of(cases.revisions("gone")) == "case-missing");
  CHECK(code_of(cases.erase("gone", "b", Expected::anything())) == "case-missing");
  CHECK_FALSE(reports.find(key)->has_value());
  CHECK(code_of(reports.keep(key, "late", "a", Standing::released)) == "case-missing");
  CHECK(reports.find(other)->value().bytes == shared);
  CHECK_FALSE(on_disk(scratch, secret));

  const auto lines = AuditLog(database).lines("gone");
  REQUIRE(lines);
  CHECK(lines->size() == 5);
  CHECK(lines->back().what == "case.erase");
  CHECK(lines->back().who == "b");

  SECTION("an id that is used again goes on counting, so an old ETag never fits") {
    const auto again = cases.save("gone", "new", Action::put, "a", Expected::absent());
    REQUIRE(again);
    CHECK(again->number == 4);
    const auto revisions = cases.revisions("gone");
    REQUIRE(revisions);
    CHECK(revisions->front().action == Action::erase);
    CHECK(code_of(cases.at_revision("gone", 3)) == "revision-missing");
  }
}

TEST_CASE("a report is kept by what it was made from, and its bytes once") {
  const Scratch scratch;
  const auto database = store_test::open(scratch.file());
  CaseStore cases(database);
  ReportStore reports(database);
  REQUIRE(cases.save("c", "one", Action::put, "a", Expected::absent()));
  const ReportKey key{"c", 1, "family-comparison", "ar", "pdf", "a4", "e1"};
  REQUIRE_FALSE(reports.find(key)->has_value());
  const std::string bytes("%PDF\0\xFF", 6);
  const auto kept = reports.keep(key, bytes, "a", Standing::draft);
  REQUIRE(kept);
  CHECK(kept->digest == generator::base::sha256_hex(bytes));
  CHECK(reports.find(key)->value().bytes == bytes);
  CHECK(reports.keep(key, bytes, "a", Standing::draft));
  ReportKey changed = key;
  changed.edition = "e2";
  CHECK_FALSE(reports.find(changed)->has_value());
}

TEST_CASE("of a released revision the first report that was kept is found by every edition") {
  const Scratch scratch;
  const auto database = store_test::open(scratch.file());
  CaseStore cases(database);
  ReportStore reports(database);
  REQUIRE(cases.save("c", "one", Action::put, "a", Expected::absent()));
  const ReportKey first{"c", 1, "family-comparison", "ar", "pdf", "a4", "e1"};
  ReportKey later = first;
  later.edition = "e2";
  REQUIRE(reports.keep(first, "first", "a", Standing::released));
  CHECK(reports.find(later)->value().bytes == "first");
  // Two houses that made it at once: both serve what was kept first.
  const auto second = reports.keep(later, "second", "b", Standing::released);
  REQUIRE(second);
  CHECK(second->bytes == "first");
  CHECK(second->digest == generator::base::sha256_hex("first"));
  for (const ReportKey& key : {first, later}) CHECK(reports.find(key)->value().bytes == "first");

  // Nothing else is that report: neither another page, nor what is new since a revision, nor the next
  // revision.
  REQUIRE(cases.save("c", "two", Action::put, "a", Expected::at(1)));
  for (const auto& change : std::initializer_list<void (*)(ReportKey&)>{
           [](ReportKey& key) { key.page = "phone"; }, [](ReportKey& key) { key.language = "en"; },
           [](ReportKey& key) { key.revision = 2; }}) {
    ReportKey other = later;
    change(other);
    CHECK_FALSE(reports.find(other)->has_value());
  }
  ReportKey since = later;
  since.revision = 2;
  since.since = 1;
  CHECK_FALSE(reports.find(since)->has_value());

  const auto lines = AuditLog(database).lines("c");
  REQUIRE(lines);
  REQUIRE(lines->size() == 3);
  CHECK((*lines)[1].what == "report.freeze");
  CHECK((*lines)[1].who == "a");
}
