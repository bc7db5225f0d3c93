#include "generator/report/checklists.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

using namespace generator;

namespace {

report::Checklists shipped() {
  const auto lists = report::load_checklists(
      std::filesystem::path(CONSILIUM_ROOT) / "templates/records-checklist/checklists.json",
      std::filesystem::path(CONSILIUM_ROOT) / "locales");
  REQUIRE(lists);
  return *lists;
}

compare::CaseSummary patient(const std::string& code, int age) {
  compare::CaseSummary summary;
  summary.diagnosis.code_system = "icd-10";
  summary.diagnosis.code = code;
  summary.age = age;
  summary.date = model::Date{2026, 11, 1};
  return summary;
}

std::vector<std::string> cancers(const report::Checklists& lists, const compare::CaseSummary& summary) {
  std::vector<std::string> ids;
  for (const report::CancerList* list : report::fit_checklist(lists, summary).cancers)
    ids.push_back(list->id);
  return ids;
}

const report::ChecklistEntry* entry(const report::Checklists& lists, const report::FittedChecklist& fitted,
                                    const std::string& id) {
  const auto found = std::ranges::find_if(
      fitted.entries, [&](const report::ChecklistEntry& e) { return lists.records[e.record].id == id; });
  return found == fitted.entries.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the longest prefix of the code tells the kind of cancer; a child's list is added to it") {
  const report::Checklists lists = shipped();
  CHECK(cancers(lists, patient("C22.0", 58)) == std::vector<std::string>{"liver"});
  CHECK(cancers(lists, patient("c22.1", 58)) != cancers(lists, patient("C22.0", 58)));  // a bile duct
  CHECK(cancers(lists, patient("C71.6", 40)) == std::vector<std::string>{"brain"});
  CHECK(cancers(lists, patient("C71.6", 7)) == std::vector<std::string>{"brain", "child-solid"});
  CHECK(cancers(lists, patient("Z99", 40)).empty());
  compare::CaseSummary other_system = patient("C22.0", 58);
  other_system.diagnosis.code_system = "snomed";
  CHECK(cancers(lists, other_system).empty());
}

TEST_CASE("a transplant for a liver is of an organ, and names no source of another cancer") {
  const report::Checklists lists = shipped();
  compare::CaseSummary liver = patient("C22.0", 58);
  liver.modalities = {model::Modality::transplant};
  const auto of_organ = report::fit_checklist(lists, liver);
  CHECK(entry(lists, of_organ, "residual-disease") == nullptr);
  CHECK(entry(lists, of_organ, "hla-typing") == nullptr);
  CHECK(entry(lists, of_organ, "living-donor") != nullptr);
  for (const report::ChecklistEntry& each : of_organ.entries) {
    for (const std::size_t source : report::sources_of(lists, of_organ, lists.records[each.record])) {
      CHECK(lists.sources[source].id != "urmc-transplant");
      CHECK(lists.sources[source].id != "eln-aml");
      CHECK(lists.sources[source].id != "scn-prostate");
    }
  }
  compare::CaseSummary blood = patient("C92.0", 40);
  blood.modalities = {model::Modality::transplant};
  const auto of_marrow = report::fit_checklist(lists, blood);
  REQUIRE(entry(lists, of_marrow, "residual-disease") != nullptr);
  CHECK(entry(lists, of_marrow, "hla-typing") != nullptr);
  // What has no other source keeps the one that it has.
  for (const report::ChecklistEntry& each : of_marrow.entries)
    CHECK_FALSE(report::sources_of(lists, of_marrow, lists.records[each.record]).empty());
}

TEST_CASE("a treatment's list comes with its proposal, and the strongest need wins") {
  const report::Checklists lists = shipped();
  compare::CaseSummary summary = patient("C50.4", 44);
  const auto without = report::fit_checklist(lists, summary);
  summary.modalities = {model::Modality::surgery};
  const auto with = report::fit_checklist(lists, summary);
  REQUIRE(with.therapies.size() == 1);
  CHECK(entry(lists, without, "anaesthesia") == nullptr);
  REQUIRE(entry(lists, with, "anaesthesia") != nullptr);
  CHECK(entry(lists, with, "anaesthesia")->need == report::Need::if_asked);
  CHECK(entry(lists, with, "latest-images")->need == report::Need::always);
}

TEST_CASE(
    "a record answers an entry by its file's name, as the only one of its kind, or as a gap; else none") {
  const report::Checklists lists = shipped();
  compare::CaseSummary summary = patient("C50.4", 44);
  using enum model::RecordState;
  const auto record = [](model::RecordKind kind, model::RecordState state, std::string file,
                         std::optional<model::Date> date) {
    model::Record made{.kind = kind, .state = state, .file = std::move(file), .date = date, .note = {}};
    return made;
  };
  summary.records = {
      record(model::RecordKind::pathology, present, "Pathology_2024_03.pdf", model::Date{2024, 3, 0}),
      record(model::RecordKind::pathology, present, "pathology_2026_09.pdf", model::Date{2026, 9, 0}),
      record(model::RecordKind::imaging, present, "scan.zip", model::Date{2026, 9, 1}),
      record(model::RecordKind::imaging, missing, "", std::nullopt),
      record(model::RecordKind::medical_summary, present, "", std::nullopt),
  };
  const auto fitted = report::fit_checklist(lists, summary);
  const report::ChecklistEntry* pathology = entry(lists, fitted, "pathology-report");
  REQUIRE(pathology != nullptr);
  REQUIRE(pathology->answer != nullptr);
  CHECK(pathology->answer->date == model::Date{2026, 9, 0});  // the newest counts
  CHECK(pathology->further == 1);
  REQUIRE(entry(lists, fitted, "medical-summary") != nullptr);
  CHECK(entry(lists, fitted, "medical-summary")->answer != nullptr);
  REQUIRE(fitted.unsorted.size() == 1);  // a scan of something
  CHECK(fitted.unsorted.front()->file == "scan.zip");
  const bool gap_answers = std::ranges::any_of(fitted.entries, [](const report::ChecklistEntry& e) {
    return e.answer != nullptr && e.answer->state == missing;
  });
  CHECK(gap_answers);
}

namespace {

model::Record record_of(model::RecordKind kind, model::RecordState state, std::string file,
                        const char* note = nullptr) {
  model::Record made{.kind = kind, .state = state, .file = std::move(file), .date = {}, .note = {}};
  if (note != nullptr) made.note = model::Statement{.text = note};
  return made;
}

}  // namespace

TEST_CASE("a record is of the entry that its words name, whatever its kind, and of no other") {
  const report::Checklists lists = shipped();
  using enum model::RecordState;
  using enum model::RecordKind;
  compare::CaseSummary stomach = patient("C16.9", 60);
  stomach.modalities = {model::Modality::surgery};
  for (const char* note : {"Echocardiogram", "超声心动图", "تخطيط صدى القلب"}) {
    stomach.records = {record_of(other, missing, "", note), record_of(other, requested, "", "Eye test")};
    const auto fitted = report::fit_checklist(lists, stomach);
    REQUIRE(entry(lists, fitted, "echocardiogram")->answer != nullptr);
    CHECK(entry(lists, fitted, "echocardiogram")->answer->state == missing);
    CHECK(entry(lists, fitted, "medication-list")->answer == nullptr);
    CHECK(fitted.unsorted.size() == 1);
  }
  compare::CaseSummary liver = patient("C22.0", 60);
  liver.records = {record_of(treatment_letter, present, "TACE_2026_08")};
  CHECK(entry(lists, report::fit_checklist(lists, liver), "earlier-local-treatment")->answer != nullptr);
  compare::CaseSummary breast = patient("C50.9", 40);
  breast.records = {record_of(imaging, requested, "Mammography_2026_07")};
  const auto fitted = report::fit_checklist(lists, breast);
  CHECK(entry(lists, fitted, "breast-imaging")->answer != nullptr);
  CHECK(entry(lists, fitted, "ct-body")->answer == nullptr);
}

TEST_CASE("what may hold an entry is named; what is missing stands beside what is there") {
  const report::Checklists lists = shipped();
  using enum model::RecordState;
  using enum model::RecordKind;
  compare::CaseSummary bowel = patient("C18.7", 60);
  bowel.modalities = {model::Modality::surgery};
  bowel.records = {record_of(imaging, present, "MRI_2026_10"), record_of(imaging, present, "CT_2026_09"),
                   record_of(imaging, missing, "", "CT of the chest"),
                   record_of(labs, present, "Labs_2026_10")};
  const auto fitted = report::fit_checklist(lists, bowel);
  const report::ChecklistEntry* liver = entry(lists, fitted, "liver-mri");
  CHECK(liver->answer == nullptr);
  REQUIRE(liver->perhaps.size() == 1);
  CHECK(liver->perhaps.front()->file == "MRI_2026_10");
  CHECK(entry(lists, fitted, "latest-images")->answer == nullptr);
  CHECK(entry(lists, fitted, "latest-images")->perhaps.size() == 2);
  const report::ChecklistEntry* body = entry(lists, fitted, "ct-body");
  REQUIRE(body->answer != nullptr);
  CHECK(body->answer->state == present);
  REQUIRE(body->gaps.size() == 1);
  CHECK(body->gaps.front()->state == missing);
  CHECK(entry(lists, fitted, "endocrine-gi-markers")->perhaps.size() == 1);
  CHECK(entry(lists, fitted, "pet-ct")->perhaps.empty());  // a CT is none
}

TEST_CASE("a result that the case holds answers its entry, the newest of each name") {
  const report::Checklists lists = shipped();
  compare::CaseSummary lung = patient("C34.1", 60);
  lung.diagnosis.markers = {{.name = "EGFR", .value = "wild type", .date = model::Date{2025, 1, 1}},
                            {.name = "EGFR", .value = "exon 19 deletion", .date = model::Date{2026, 1, 1}},
                            {.name = "ALKBH", .value = "x", .date = {}}};
  const auto fitted = report::fit_checklist(lists, lung);
  const report::ChecklistEntry* found = entry(lists, fitted, "lung-molecular");
  REQUIRE(found->markers.size() == 1);
  CHECK(found->markers.front()->value == "exon 19 deletion");
}

TEST_CASE("nothing of another cancer or treatment is asked for") {
  const report::Checklists lists = shipped();
  compare::CaseSummary child = patient("C71.6", 7);
  CHECK(entry(lists, report::fit_checklist(lists, child), "catecholamines") == nullptr);
  child.diagnosis.code = "C74.9";
  CHECK(entry(lists, report::fit_checklist(lists, child), "catecholamines") != nullptr);
  compare::CaseSummary myeloma = patient("C90.0", 60);
  myeloma.modalities = {model::Modality::transplant};
  const auto fitted = report::fit_checklist(lists, myeloma);
  for (const char* id : {"donor", "living-donor", "hla-typing"}) CHECK(entry(lists, fitted, id) == nullptr);
}

TEST_CASE("a record that is older than its entry allows is there, and out of date") {
  const report::Checklists lists = shipped();
  compare::CaseSummary summary = patient("C50.4", 44);
  const auto limited = std::ranges::find_if(lists.records, [&](const report::ChecklistRecord& r) {
    const auto fitted = report::fit_checklist(lists, summary);
    return r.max_age_days && *r.max_age_days < 200 && entry(lists, fitted, r.id) != nullptr;
  });
  REQUIRE(limited != lists.records.end());
  for (const auto& [date, old] :
       {std::pair(model::Date{2026, 10, 31}, false), std::pair(model::Date{2025, 1, 1}, true)}) {
    model::Record record{.kind = limited->kind,
                         .state = model::RecordState::present,
                         .file = limited->file,
                         .date = date,
                         .note = {}};
    summary.records = {record};
    const auto fitted = report::fit_checklist(lists, summary);
    REQUIRE(entry(lists, fitted, limited->id)->answer != nullptr);
    CHECK(entry(lists, fitted, limited->id)->out_of_date == old);
  }
}

namespace {

namespace fs = std::filesystem;

/// A folder of its own: the lists in lists.json, texts in locales/<tag>/checklists.json.
struct OwnLists {
  fs::path root = fs::temp_directory_path() / ("consilium-checklists-" + std::to_string(::getpid()));

  OwnLists() { fs::remove_all(root); }
  ~OwnLists() { fs::remove_all(root); }
  OwnLists(const OwnLists&) = delete;
  OwnLists& operator=(const OwnLists&) = delete;

  void write(const std::string& members) const {
    fs::create_directories(root);
    std::ofstream(root / "lists.json")
        << R"({"format":"consilium/checklists/2","sources":[],"every_case":{"always":["a"]},)" + members +
               "}";
  }
  void say(const std::string& language, const std::string& texts) const {
    fs::create_directories(root / "locales" / language);
    std::ofstream(root / "locales" / language / "checklists.json") << texts;
  }
  base::Result<report::Checklists> load() const {
    return report::load_checklists(root / "lists.json", root / "locales");
  }
};

constexpr const char* k_one_of_each =
    R"("records":[{"id":"a","kind":"labs","detail":"d","file":"A","sources":[]}],
       "cancers":[{"id":"a","icd10":["C22"],"records":{}}],
       "therapies":[{"id":"a","modalities":["surgery"],"records":{}}])";
constexpr const char* k_all_said = R"({"record.a":"Blood","cancer.a":"Liver","therapy.a":"Surgery"})";

}  // namespace

TEST_CASE("everything that is wrong with the lists is said at once") {
  const OwnLists own;
  own.write(R"("records":[{"id":"a","kind":"paper","detail":"d","file":"A","sources":["nobody"]},
               {"id":"a","kind":"labs","detail":"d","file":"A","sources":[],"max_age_days":0}],
    "cancers":[],"therapies":[{"id":"t","modalities":["magic"],"records":{"often":["a"],"always":["b"]}}])");
  const auto lists = own.load();
  REQUIRE(!lists);
  // no such kind, no such source, an id twice, an age of 0, no such need, no such modality, no such record
  CHECK(lists.error().size() == 7);
  for (const base::Diagnostic& d : lists.error()) CHECK(d.place.line > 0);
}

TEST_CASE("a language's folder says what its entries are called, and the reference's folder of every one") {
  const OwnLists own;
  own.write(k_one_of_each);
  own.say("en", k_all_said);
  own.say("eo", R"({"record.a":"Sango"})");
  const auto lists = own.load();
  REQUIRE(lists);
  const auto tag = [](const char* text) { return *model::LanguageTag::parse(text); };
  CHECK(lists->records.front().what == report::Texts{{tag("en"), "Blood"}, {tag("eo"), "Sango"}});
  CHECK(lists->cancers.front().name == report::Texts{{tag("en"), "Liver"}});
  CHECK(report::check_checklist_texts(*lists, own.root / "locales", tag("en")).empty());
  const auto missing = report::check_checklist_texts(*lists, own.root / "locales", tag("eo"));
  REQUIRE(missing.size() == 1);
  CHECK(missing.front().code == "checklist-untranslated");
  CHECK(missing.front().severity == base::Severity::warning);
  CHECK(missing.front().what.find("2 of the checklists' texts are not here: cancer.a, therapy.a") == 0);

  own.say("en", R"({"record.a":"Blood","cancer.a":"Liver"})");
  const auto unsaid = own.load();
  REQUIRE(!unsaid);
  CHECK(unsaid.error().size() == 1);
  CHECK(unsaid.error().front().what == "\"therapy.a\" is not here");
}

TEST_CASE("a text of no entry, or none at all, is refused at its line") {
  const OwnLists own;
  own.write(k_one_of_each);
  own.say("en", k_all_said);
  own.say("eo", "{\"record.b\":\"Sango\",\n\"cancer.a\":\"\"}");
  const auto lists = own.load();
  REQUIRE(!lists);
  REQUIRE(lists.error().size() == 2);
  CHECK(lists.error()[0].place.line == 1);
  CHECK(lists.error()[1].place.line == 2);
  for (const base::Diagnostic& d : lists.error()) CHECK(d.place.file.find("eo") != std::string::npos);
}

TEST_CASE("each shipped language has a text for every entry") {
  const report::Checklists lists = shipped();
  for (const report::ChecklistRecord& record : lists.records) CHECK(record.what.size() >= 3);
  for (const report::CancerList& list : lists.cancers) CHECK(list.name.size() >= 3);
  for (const report::TherapyList& list : lists.therapies) CHECK(list.name.size() >= 3);
}
