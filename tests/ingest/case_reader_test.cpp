#include "generator/ingest/case_reader.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "generator/base/file.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

const fs::path k_root = CONSILIUM_ROOT;

/// A case with these further members, comma first.
std::string with(const std::string& members) {
  return R"({"format": "consilium/case/1", "id": "c", "date": "2026-11-02", "patient": {"label": "A"},
             "diagnosis": {"text": "D"})" +
         members + "}";
}

base::Result<ingest::CheckedCase> read(std::string text) {
  return ingest::read_case(std::move(text), "case.json", ingest::Letters::only_inline);
}

std::string first_code(const base::Result<ingest::CheckedCase>& result) {
  if (!result) return result.error().front().code;
  return result->warnings.empty() ? "" : result->warnings.front().code;
}

model::Case good(const std::string& members) {
  auto result = read(with(members));
  INFO((result ? std::string() : base::to_text(result.error().front())));
  REQUIRE(result);
  return result->value;
}

}  // namespace

TEST_CASE("every sample is read") {
  for (const auto& entry : fs::directory_iterator(k_root / "samples")) {
    if (!fs::exists(entry.path() / "case.json")) continue;
    const auto result = ingest::read_case_file(entry.path() / "case.json");
    INFO(entry.path() << (result ? "" : ": " + base::to_text(result.error().front())));
    CHECK(result);
  }
}

TEST_CASE("a case of nothing but its required members states nothing") {
  const model::Case c = good("");
  CHECK(c.diagnosis.text.text == "D");
  CHECK_FALSE(c.question);
  CHECK_FALSE(c.patient.age);
  CHECK(c.release.state == model::ReleaseState::draft);
}

TEST_CASE("a statement has three forms") {
  const std::string documents =
      R"(, "documents": [{"id": "l", "title": "L", "language": "tr", "text": "Yatış dört haftadır."}],
          "hospitals": [{"id": "h", "name": "H", "country": "TR"}])";
  SECTION("a plain text is in the case's language") {
    CHECK(good(R"(, "language": "fr", "goal": "Vivre")").goal->language.text() == "fr");
    CHECK(good(R"(, "goal": "To live")").goal->language.text() == "en");
  }
  SECTION(
      "a plain text in an opinion is in its letter's language, and the case's language comes back after it") {
    const model::Case c = good(documents + R"(, "opinions": [{"id": "o", "hospital": "h", "document": "l",
        "decision": {"status": "accepted"}, "urgency": "Dört hafta içinde"}], "coordination": {"paid_by": "Family"})");
    CHECK(c.opinions[0].urgency->language.text() == "tr");
    CHECK(c.coordination.paid_by->language.text() == "en");
  }
  SECTION("of a text for each language the first is the original") {
    const model::Case c = good(R"(, "goal": {"ru": "Жить", "en": "To live", "tl": "Mabuhay"})");
    CHECK(c.goal->text == "Жить");
    CHECK(c.goal->language.text() == "ru");
    REQUIRE(c.goal->translations.size() == 2);
    CHECK(c.goal->translations[1].language.text() == "fil");
    CHECK(c.goal->translations[1].by.empty());
  }
  SECTION("the full form names the translator and the source") {
    const model::Case c = good(documents + R"(, "goal": {"text": "Four weeks", "language": "en",
        "source": {"document": "l", "page": 1, "quote": "dört haftadır"},
        "translations": {"ar": {"text": "أربعة أسابيع", "by": "N. N."}, "fr": "Quatre semaines"}})");
    CHECK(c.goal->source->quote == "dört haftadır");
    CHECK(c.goal->translations[0].by == "N. N.");
    CHECK(c.goal->translations[1].text == "Quatre semaines");
  }
}

TEST_CASE("amounts keep the bounds that were given, and no others") {
  const model::Case c = good(R"(, "hospitals": [{"id": "h", "name": "H", "country": "CN"}],
      "estimates": [{"id": "e", "hospital": "h", "currency": "CNY", "basis": "itemised", "items": [
        {"category": "drugs", "label": "from", "low": "45000.50"},
        {"category": "drugs", "label": "up to", "high": "100"},
        {"category": "drugs", "label": "one", "low": "0", "high": "0.00"},
        {"category": "drugs", "label": "none", "state": "not-stated"}]}])");
  const auto& items = c.estimates[0].items;
  CHECK(items[0].unit_price->basis == model::AmountBasis::from);
  CHECK(items[0].unit_price->low->to_string() == "45000.50");
  CHECK_FALSE(items[0].unit_price->high);
  CHECK(items[1].unit_price->basis == model::AmountBasis::up_to);
  CHECK(items[2].unit_price->basis == model::AmountBasis::quoted);
  CHECK_FALSE(items[3].unit_price);
}

TEST_CASE("what is no statement has its place in sources, whose quotes are checked as well") {
  const std::string letter = R"(, "documents": [{"id": "l", "title": "L", "language": "en",
      "text": "HER2 is 3+. We accept. Surgery first, within two weeks. About 500 in all."}],
      "hospitals": [{"id": "h", "name": "H", "country": "CN"}])";
  const auto in_letter = [](const std::string& quote) {
    return R"({"document": "l", "page": 1, "quote": ")" + quote + R"("})";
  };
  const model::Case c = good(letter + R"(, "opinions": [{"id": "o", "hospital": "h", "seen": ["pathology"],
      "decision": {"status": "accepted", "conditions": [{"kind": "dental", "what": "Teeth"}, "Rest"]},
      "diagnosis": {"markers": [{"name": "HER2", "value": "3+", "source": )" +
                             in_letter("HER2 is 3+.") + R"(}]},
      "urgency": "soon", "urgency_within": {"high": 2, "unit": "week"},
      "proposals": [{"modalities": ["surgery", "systemic"], "order": "together", "line_of_therapy": "first",
                     "time_to_treatment": {"high": 10, "unit": "day"},
                     "before_admission": [{"en": "CT", "zh": "CT"}],
                     "trial": {"registry_number": "N1", "eligibility": "to-be-checked"},
                     "sources": {"modalities": )" +
                             in_letter("Surgery first") + R"(}}],
      "sources": {"decision": )" +
                             in_letter("We accept.") +
                             R"(}}],
      "estimates": [{"id": "e", "hospital": "h", "currency": "CNY", "basis": "itemised",
                     "total": {"low": "500", "high": "500", "about": true},
                     "sources": {"total": )" +
                             in_letter("About 500 in all.") + R"(}}],
      "entered": {"by": "R. Lind", "on": "2026-11-01"}, "family": {"contingency": {"percent": "7.5"}})");
  const model::Opinion& opinion = c.opinions[0];
  CHECK(model::source_of(opinion.sources, model::Sourced::decision)->quote == "We accept.");
  CHECK_FALSE(model::source_of(opinion.sources, model::Sourced::stage));
  CHECK(opinion.seen == std::vector{model::SeenRecord{model::RecordKind::pathology}});
  CHECK(opinion.conditions[0].kind == model::PreparationKind::dental);
  CHECK(opinion.conditions[0].what.text == "Teeth");
  CHECK_FALSE(opinion.conditions[1].kind);
  CHECK(opinion.diagnosis.markers[0].source->quote == "HER2 is 3+.");
  CHECK(opinion.urgency_within->high == 2);
  const model::Proposal& proposal = opinion.proposals[0];
  CHECK(proposal.order == model::ModalityOrder::together);
  CHECK(proposal.line_of_therapy == model::LineOfTherapy::first);
  CHECK(proposal.before_admission[0].what.translations.size() == 1);
  CHECK(proposal.trial->eligibility == model::TrialEligibility::to_be_checked);
  CHECK(model::source_of(proposal.sources, model::Sourced::modalities)->page == 1);
  CHECK(c.estimates[0].total->approximate);
  CHECK(c.entered->by == "R. Lind");
  CHECK(c.family.contingency_percent->to_string() == "7.5");

  CHECK(first_code(read(with(letter + R"(, "opinions": [{"id": "o", "hospital": "h",
      "decision": {"status": "accepted"}, "sources": {"decision": )" +
                             in_letter("We decline.") + "}}]"))) == "quote-missing");
}

TEST_CASE("a cost that runs over a time says in which unit, and has no count of its own") {
  const auto cost = [](const std::string& members) {
    return first_code(
        read(with(R"(, "non_medical": [{"option": "home", "category": "lodging", "label": "Room",
        "estimated_by": "R", "currency": "USD", "low": "70", "over": "stay")" +
                  members + "}]")));
  };
  CHECK(cost(R"(, "unit": "week", "persons": 2)") == "");
  CHECK(cost("") == "time-without-unit");
  CHECK(cost(R"(, "unit": "person")") == "time-without-unit");
  CHECK(cost(R"(, "unit": "week", "quantity": "4")") == "time-and-quantity");
  CHECK(cost(R"(, "unit": "week", "persons": 0)") == "value-out-of-range");
}

TEST_CASE("a case that bears no date passes, and is told that a report of it needs one") {
  const auto result = read(R"({"format": "consilium/case/1", "id": "c", "patient": {"label": "A"},
                              "diagnosis": {"text": "D"}})");
  REQUIRE(result);
  CHECK(first_code(result) == "no-report-date");
}

TEST_CASE("an amount that is only called approximate is none") {
  CHECK(first_code(read(with(R"(, "hospitals": [{"id": "h", "name": "H", "country": "CN"}],
      "estimates": [{"id": "e", "hospital": "h", "currency": "CNY", "basis": "itemised",
                     "total": {"about": true}}])"))) == "object-incomplete");
  CHECK(first_code(read(with(R"(, "hospitals": [{"id": "h", "name": "H", "country": "CN"}],
      "estimates": [{"id": "e", "hospital": "h", "currency": "CNY", "basis": "itemised",
                     "total": {"low": "1", "about": "yes"}}])"))) == "type-wrong");
}

TEST_CASE("a quote is found over line ends, over a page's end, and however its letters are composed") {
  const auto quoting = [](const std::string& letter, const std::string& source) {
    return first_code(read(with(fmt::format(
        R"(, "documents": [{{"id": "l", "title": "L", "language": "en", "text": "{}"}}],
            "goal": {{"text": "G", "source": {{"document": "l", {}}}}})",
        letter, source))));
  };
  CHECK(quoting(R"(The stay\n is four\tweeks.)", R"("page": 1, "quote": "stay is four weeks")") == "");
  CHECK(quoting(R"(The stay is\ffour weeks.)", R"("page": 1, "quote": "is four")") == "");
  CHECK(quoting(R"(建议肝动脉\n灌注化疗。)", R"("page": 1, "quote": "肝动脉灌注化疗")") == "");
  CHECK(quoting(R"(Caf\u00e9)", R"("page": 1, "quote": "Cafe\u0301")") == "");
  // Letters as they come out of PDFs: ligatures, soft hyphens at a line's end, shapes, full width, tatweel.
  CHECK(quoting(R"(an e\uFB03cient treat\u00AD\nment)", R"("page": 1, "quote": "efficient treatment")") ==
        "");
  CHECK(quoting(R"(\uFEE7\uFED8\uFE92\uFEDE \uFE8D\uFEDF\uFEE4\uFEAE\uFEF3\uFEBE)",
                R"("page": 1, "quote": "نقبل المريض")") == "");
  CHECK(quoting(R"(نقبـل المـريض)", R"("page": 1, "quote": "نقبل المريض")") == "");
  CHECK(quoting(R"(費用１２，０００元\u200B)", R"("page": 1, "quote": "費用12,000元")") == "");
  CHECK(quoting(R"(你好，\n世界。)", R"("page": 1, "quote": "你好，世界。")") == "");
  CHECK(quoting(R"(treat\u00ADment)", R"("quote": "treat ment")") == "quote-missing");
  CHECK(quoting(R"(One. Two.)", R"("quote": "Two.")") == "page-left-out");
  CHECK(quoting(R"(One. Two.)", R"("page": 1)") == "quote-left-out");
  CHECK(quoting(R"(One. Two.\fOne.)", R"("page": 2, "quote": "One.")") == "");
  CHECK(quoting(R"(One\f\f)", R"("page": 2)") == "page-unknown");
  CHECK(quoting(R"(The stay is four weeks.)", R"("quote": "stayis")") == "quote-missing");
}

TEST_CASE("a case over the network reads no file") {
  const auto result = ingest::read_case(
      with(R"(, "documents": [{"id": "l", "title": "L", "language": "en", "file": "/etc/hostname"}],
              "goal": {"text": "G", "source": {"document": "l", "page": 1, "quote": "Q"}})"),
      "case.json", ingest::Letters::only_inline, "/");
  REQUIRE(result);
  CHECK_FALSE(result->value.documents[0].text);
  REQUIRE(result->warnings.size() == 1);
  CHECK(result->warnings[0].code == "quote-unchecked");
}

TEST_CASE("a link out of the case's folder is not followed") {
  std::string pattern = (fs::temp_directory_path() / "consilium-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  const fs::path folder = pattern;
  fs::create_directory(folder / "case");
  std::ofstream(folder / "secret.txt") << "secret";
  fs::create_symlink("../secret.txt", folder / "case/letter.txt");
  std::ofstream(folder / "case/case.json")
      << with(R"(, "documents": [{"id": "l", "title": "L", "language": "en", "file": "letter.txt"}])");
  CHECK(first_code(ingest::read_case_file(folder / "case/case.json")) == "letter-outside");
  fs::remove_all(folder);
}

TEST_CASE("a succession beside an entry that is no answer is no circle") {
  const auto result = read(with(R"(, "hospitals": [{"id": "h", "name": "H", "country": "CN"}],
      "estimates": [{"id": "e", "hospital": "h", "currency": "CNY", "basis": "itemised", "supersedes": "f"},
                    {"id": "f", "hospital": "h", "currency": "CNY", "basis": "itemised"}, "x"])"));
  REQUIRE_FALSE(result);
  CHECK(result.error().size() == 1);
  CHECK(result.error().front().code == "type-wrong");
}

TEST_CASE("input of any size and shape is refused in words") {
  CHECK(first_code(ingest::read_case_file(k_root / "no-such-case.json")) == "file-missing");
  CHECK(first_code(ingest::read_case_file(k_root / "tests")) == "file-unreadable");
  CHECK(first_code(read(std::string((4u << 20) + 1, ' '))) == "file-too-large");
  CHECK(first_code(read(with(R"(, "goal": ")" + std::string(100'000, '9') + "\""))) == "text-too-long");
  CHECK(first_code(read(with(R"(, "rates": [{"rate": ")" + std::string(100'000, '9') + "\"}]"))) ==
        "member-missing");
  std::string list = R"(, "history": [)";
  for (int i = 0; i < 1001; ++i) list += i == 0 ? "1" : ",1";
  CHECK(first_code(read(with(list + "]"))) == "list-too-long");

  std::string members;
  for (int i = 0; i < 1000; ++i) members += fmt::format(R"(, "unknown{}": 1)", i);
  const auto many = read(with(members));
  REQUIRE_FALSE(many);
  CHECK(many.error().size() == 201);
  CHECK(many.error().back().code == "findings-cut");
}
