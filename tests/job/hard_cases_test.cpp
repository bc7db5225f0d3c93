// Cases as hard as those of the field, and what is right in each: from the file over the comparison to the
// text of the reports, and what `check` says of it. One test a case, one CHECK an expectation.
//
// They hold what first readings got wrong: two plans with a price each, a discount before a tax, a promise
// that is denied, a share of a share, one stage in three notations.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "tests/holds.h"
#include "tests/job/opened.h"

using namespace generator;
using generator::test::holds;

namespace {

const job::ReportMaker& maker() {
  static const job::ReportMaker k_maker(*job::Resources::find(CONSILIUM_ROOT));
  return k_maker;
}

std::filesystem::path file_of(const std::string& name) {
  return std::filesystem::path(CONSILIUM_ROOT) / "tests/job/hard_cases" / name / "case.json";
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// What a reader of the page sees: no markup, one space for any space, a bar where a cell or a line ends.
std::string seen_text(const std::string& page) {
  std::string text;
  std::size_t at = page.find("<body");
  while (at < page.size()) {
    const std::size_t open = page.find('<', at);
    text += page.substr(at, open - at);
    if (open == std::string::npos) break;
    for (const std::string name : {"style", "script", "svg"}) {
      if (page.compare(open + 1, name.size(), name) == 0) at = page.find("</" + name, open);
    }
    at = page.find('>', std::max(at, open)) + 1;
    const std::string tag = page.substr(open, at - open);
    const bool is_inline =
        holds(tag, "span") || holds(tag, "<a ") || tag == "</a>" || holds(tag, "strong") || holds(tag, "bdi");
    if (!is_inline) text += " | ";
  }
  for (const char* mark : {"\u200e", "\u200f", "\u061c", "\u2066", "\u2067", "\u2068", "\u2069"})
    replace_all(text, mark, "");
  replace_all(text, "\u00a0", " ");
  replace_all(text, "\n", " ");
  replace_all(text, "&quot;", "\"");
  replace_all(text, "&#39;", "'");
  replace_all(text, "&amp;", "&");
  while (holds(text, "  ")) replace_all(text, "  ", " ");
  while (holds(text, "| |")) replace_all(text, "| |", "|");
  return text;
}

/// A case read as `check` reads it, opened, and its documents, each made once.
class HardCase {
 public:
  explicit HardCase(const std::string& name) {
    auto read = maker().read_case_file(file_of(name));
    REQUIRE(read);
    for (const base::Diagnostic& each : read->warnings) warnings_ += base::to_text(each) + "\n";
    dossier_.emplace(job::test::opened(maker(), std::move(*read)));
  }

  const compare::Comparison& comparison() const { return dossier_->comparison(); }

  /// What `check` warns of, a line each.
  const std::string& warnings() const { return warnings_; }

  std::size_t count_warnings(const std::string& code) const {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = warnings_.find("[" + code + "]", at)) != std::string::npos; ++at) ++count;
    return count;
  }

  /// The text of a document; empty if it was refused.
  const std::string& text(const std::string& document, const std::string& hospital = {},
                          const char* language = "en") {
    const auto [it, fresh] = texts_.try_emplace(document + hospital + language);
    if (!fresh) return it->second;
    const auto made = maker().make(*dossier_, {.document = document,
                                               .hospital = hospital,
                                               .language = *model::LanguageTag::parse(language),
                                               .format = job::Format::html});
    for (const base::Diagnostic& each : made ? base::Diagnostics{} : made.error())
      UNSCOPED_INFO(base::to_text(each));
    if (made) it->second = seen_text(*made);
    return it->second;
  }

  /// Page 1, as one page shows it too.
  const std::string& first_page() { return text("one-page"); }
  const std::string& family() { return text("family-comparison"); }
  const std::string& full() { return text("full-comparison"); }

  const compare::Difference* difference(compare::Subject subject) const {
    const auto& all = comparison().differences;
    const auto found = std::ranges::find(all, subject, &compare::Difference::subject);
    return found == all.end() ? nullptr : &*found;
  }

  bool has_reading(compare::Subject subject, compare::ReadingKind kind) const {
    return std::ranges::any_of(comparison().readings, [&](const compare::Reading& each) {
      return each.subject == subject && each.kind == kind;
    });
  }

  /// Whether anybody of that kind is asked it.
  bool is_asked(compare::Audience audience, std::string_view id) const {
    return std::ranges::any_of(comparison().questions, [&](const compare::Question& question) {
      return question.audience == audience && question.message.id == id;
    });
  }

  bool is_flagged(std::size_t option, std::string_view id) const {
    return std::ranges::any_of(comparison().red_flags, [&](const compare::Finding& finding) {
      return finding.option == option && finding.message.id == id;
    });
  }

  /// The index of the hospital's column.
  std::size_t option(const std::string& id) const {
    const auto& all = comparison().options;
    const auto found = std::ranges::find(all, id, &compare::Option::id);
    REQUIRE(found != all.end());
    return static_cast<std::size_t>(found - all.begin());
  }

 private:
  std::string warnings_;
  std::optional<job::Dossier> dossier_;
  std::map<std::string, std::string> texts_;
};

}  // namespace

TEST_CASE("hard case: nobody has answered yet, and no doctor at home is left") {
  HardCase waiting("waiting-for-answers");
  CHECK_FALSE(holds(waiting.family(), "do not contradict"));
  CHECK_FALSE(holds(waiting.full(), "do not contradict"));
  CHECK(holds(waiting.full(), "1 IRR = 0.0000008701 USD"));
  CHECK(waiting.is_asked(compare::Audience::family, "question.family-doctor"));
  CHECK_FALSE(waiting.is_asked(compare::Audience::home_doctor, "question.family-doctor"));
  // What is urgent is asked of whoever treats; that there is nobody is no question to them.
  for (const compare::Question& question : waiting.comparison().questions) {
    if (question.message.id != "question.home-urgent") continue;
    REQUIRE(question.evidence.size() == 1);
    CHECK(std::get<model::Statement>(question.evidence[0].value).text ==
          "Jaundice that grows: the bile duct can be blocked");
  }
}

TEST_CASE("hard case: an earlier revision without any hospital makes every document or refuses it") {
  auto read = maker().read_case_file(file_of("waiting-for-answers").parent_path() / "earlier.json");
  REQUIRE(read);
  const job::Dossier dossier = job::test::opened(maker(), std::move(*read));
  for (const std::string& document : maker().documents()) {
    const auto recipients = maker().recipients(dossier, document);
    REQUIRE(recipients);
    for (const std::string& hospital : *recipients) {
      const auto made =
          maker().make(dossier, {.document = document, .hospital = hospital, .format = job::Format::html});
      INFO(document);
      CHECK((made.has_value() || !made.error().empty()));
    }
  }
}

TEST_CASE("hard case: two plans of one hospital, each with its price, and opposite first choices") {
  HardCase lung("two-plans-two-prices");
  CHECK(lung.difference(compare::Subject::treatment) != nullptr);
  CHECK(holds(lung.first_page(), "What the hospitals would do first is not the same."));
  // Each estimate can be of one plan alone: the operation of the first, chemoradiation of the second.
  const std::size_t jinghe = lung.option("jinghe");
  REQUIRE(lung.comparison().costs.sheets[jinghe].stated_total);
  CHECK(lung.comparison().costs.sheets[jinghe].stated_total->own.currency.code() == "CNY");
  REQUIRE(lung.comparison().costs.further.size() == 1);
  CHECK(lung.comparison().costs.further[0].role == model::PriceRole::other_plan);
  CHECK(holds(lung.family(), "CNY 256,700–265,700"));
  CHECK(holds(lung.full(), "USD 21,400"));
  CHECK(lung.count_warnings("estimates-by-lines") == 1);
  CHECK_FALSE(lung.is_asked(compare::Audience::hospital, "question.several-estimates"));
  // IIIA of the eighth edition and IIB of the ninth are not compared, and the reader is told so.
  CHECK(lung.difference(compare::Subject::stage) == nullptr);
  CHECK(lung.has_reading(compare::Subject::stage, compare::ReadingKind::other_edition));
  CHECK(holds(lung.family(), "Not the same edition"));
  CHECK(holds(lung.full(), "Not the same edition"));
  // What is said of the first choice alone is a gap of the second, and none of the hospital.
  CHECK(lung.is_asked(compare::Audience::hospital, "question.other-plan"));
  CHECK_FALSE(holds(lung.text("clarification-questions", "jinghe"), "What are the main risks"));
  // The calendar has both proposals.
  const std::size_t calendar = lung.full().find("| Step by step |");
  REQUIRE(calendar != std::string::npos);
  CHECK(holds(lung.full().substr(calendar), "Proposal 2 | 7 weeks"));
  // A share of those who had an air leak is no chance of 100.
  CHECK_FALSE(holds(lung.full(), "12.5"));
  CHECK_FALSE(holds(lung.full(), "about 13"));
  CHECK(lung.count_warnings("rate-after-report") == 1);
  // A list of kinds is no order.
  CHECK_FALSE(holds(lung.full(), "In this order:"));
  CHECK(holds(lung.full(), "At the same time:"));
}

TEST_CASE("hard case: which estimate is whose does not hang on its id") {
  HardCase lung("two-plans-two-prices");
  auto read = maker().read_case_file(file_of("two-plans-two-prices"));
  REQUIRE(read);
  for (model::Estimate& estimate : read->value.estimates) {
    if (estimate.id == "est-0-chemoradiation") estimate.id = "zz";
  }
  const job::Dossier renamed = job::test::opened(maker(), std::move(read->value));
  const std::size_t jinghe = lung.option("jinghe");
  const auto& sheet = renamed.comparison().costs.sheets[jinghe];
  REQUIRE(sheet.stated_total);
  CHECK(sheet.stated_total->own == lung.comparison().costs.sheets[jinghe].stated_total->own);
}

TEST_CASE("hard case: a discount and then a tax, a package, and results in three languages") {
  HardCase breast("discount-then-tax");
  CHECK(holds(breast.family(), "TRY 211,860"));
  CHECK(breast.count_warnings("discount-left-out") == 1);
  CHECK(breast.count_warnings("total-differs") == 0);
  CHECK_FALSE(breast.is_asked(compare::Audience::hospital, "question.cost-total-sum"));
  CHECK_FALSE(breast.is_asked(compare::Audience::hospital, "question.cost-line-sum"));
  // What Ege's package leaves out stands on page 1, beside its price.
  CHECK(holds(breast.first_page(), "TRY 148,000 | ≈ AZN 5,340 | Not included: radiation and medicines"));
  CHECK(breast.difference(compare::Subject::markers) == nullptr);
  CHECK(breast.has_reading(compare::Subject::markers, compare::ReadingKind::in_other_words));
  // Breast-conserving surgery with radiation against removal without: the same facts, another conclusion.
  const compare::Difference* treatment = breast.difference(compare::Subject::treatment);
  REQUIRE(treatment != nullptr);
  CHECK(treatment->kind == compare::DifferenceKind::judgement);
}

TEST_CASE("hard case: a living donor, a day of intensive care outside the price, an AFP of two days") {
  HardCase liver("living-donor");
  CHECK(holds(liver.family(), "INR 2,856,000–3,019,500"));
  CHECK(liver.count_warnings("total-differs") == 0);
  CHECK(holds(liver.full(), "Not included; INR 42,000 per day"));
  // Its price is known: nobody asks what it costs.
  CHECK_FALSE(holds(liver.text("clarification-questions", "chennai"), "is not part of your estimate"));
  CHECK(liver.difference(compare::Subject::markers) == nullptr);
  CHECK(liver.has_reading(compare::Subject::markers, compare::ReadingKind::course));
  CHECK(holds(liver.full(), "are a course over time"));
  // Cost, risk and stay of the donor, and the records.
  CHECK(holds(liver.full(), "Operation of the donor"));
  CHECK(holds(liver.family(), "The donor runs a risk too"));
  const std::string& checklist = liver.text("records-checklist");
  CHECK(holds(checklist, "Living_Donor"));
  CHECK(holds(checklist, "Transplant of an organ"));
  for (const char* of_another :
       {"MRD", "bone marrow", "HLA", "Blood and marrow", "AML", "myeloma", "Prostate"}) {
    INFO(of_another);
    CHECK_FALSE(holds(checklist, of_another));
  }
  CHECK(holds(liver.family(), "Organ transplant"));
  CHECK_FALSE(holds(liver.full(), "stem cell"));
}

TEST_CASE("hard case: a clinic that promises beside one that does not, and a rate of the market") {
  HardCase thyroid("promises-and-honesty");
  for (const char* crooked :
       {"Our success rate is 100 %, and the price", "You will be cured within three months",
        "There is no risk", "Do not tell your doctor at home", "Pay today"}) {
    INFO(crooked);
    CHECK(holds(thyroid.warnings(), crooked));
  }
  CHECK_FALSE(holds(thyroid.warnings(), "No outcome can be guaranteed"));
  CHECK_FALSE(holds(thyroid.warnings(), "lagoon"));
  // No person has confirmed any of them: reports speak of none.
  CHECK_FALSE(thyroid.is_flagged(thyroid.option("nova"), "red-flag.guarantee"));
  CHECK(compare::cell_at(thyroid.comparison().groups, compare::RowId::risks, thyroid.option("nova")).state ==
        compare::CellState::not_stated);
  CHECK(holds(thyroid.first_page(), "EUR 33,600"));
  CHECK(holds(thyroid.full(), "1 EUR = 1,710.05 NGN, on 26 November 2026; source: Parallel market"));
  CHECK(holds(thyroid.first_page(), "12 % from Nova Vita"));
}

TEST_CASE(
    "hard case: one operates, one writes that she is not eligible for it, one stage in three notations") {
  HardCase colon("one-operates-one-refuses");
  CHECK(colon.difference(compare::Subject::stage) == nullptr);
  CHECK(colon.difference(compare::Subject::markers) == nullptr);
  CHECK(colon.has_reading(compare::Subject::stage, compare::ReadingKind::in_other_words));
  CHECK(colon.has_reading(compare::Subject::markers, compare::ReadingKind::in_other_words));
  CHECK(colon.has_reading(compare::Subject::markers, compare::ReadingKind::course));
  CHECK(holds(colon.full(), "The same in other words."));
  CHECK(colon.difference(compare::Subject::treatment) != nullptr);
  const std::size_t differ = colon.family().find("| Where opinions differ |");
  REQUIRE(differ != std::string::npos);
  CHECK(holds(colon.family().substr(differ), "Not eligible for CRS and HIPEC"));
  // The trial whose conditions she does not meet is no treatment offered.
  CHECK(holds(colon.first_page(),
              "Not an offer: the letter says that the conditions of this trial are not met."));
  // A trial is no treatment beside the drugs that it tests.
  CHECK_FALSE(holds(colon.family(), "At the same time: | Clinical trial"));
  CHECK(colon.is_asked(compare::Audience::hospital, "question.difference-treatment-home"));
  CHECK(holds(colon.first_page(), "RUB 1,404,730–1,498,730"));
  CHECK(colon.count_warnings("rate-after-report") == 2);
  CHECK_FALSE(holds(colon.full(), "ytokine release"));
}

TEST_CASE("hard case: a share of those who respond, and who asks for what is not asked for it again") {
  HardCase lymphoma("share-of-a-share");
  for (const char* document : {"one-page", "family-comparison", "full-comparison", "doctors-handover"}) {
    INFO(document);
    CHECK_FALSE(holds(lymphoma.text(document), "50; 70"));
    CHECK_FALSE(holds(lymphoma.text(document), "people: 50"));
    CHECK_FALSE(holds(lymphoma.text(document), "people: about 50"));
  }
  CHECK(holds(lymphoma.full(), "1 to 2 cycles"));
  CHECK(holds(lymphoma.warnings(), "our success rate is 100 %"));
  // What bears on it stands in the letter itself: a new biopsy.
  const compare::Difference* treatment = lymphoma.difference(compare::Subject::treatment);
  REQUIRE(treatment != nullptr);
  REQUIRE(treatment->asked.size() == 1);
  CHECK(treatment->asked[0].option == lymphoma.option("huaxin"));
  CHECK(holds(lymphoma.full(), "What the letters themselves ask for"));
  // Bursa has named what it needs.
  CHECK(lymphoma.is_asked(compare::Audience::hospital, "question.once-received"));
  CHECK_FALSE(lymphoma.is_asked(compare::Audience::hospital, "question.cannot-judge"));
}

TEST_CASE("hard case: eight hospitals, of which some decline and one upholds the plan at home") {
  HardCase gastric("eight-answers");
  const auto& sheets = gastric.comparison().costs.sheets;
  for (const char* id : {"fatih", "glen"}) {
    INFO(id);
    const compare::CostSheet& sheet = sheets[gastric.option(id)];
    CHECK(sheet.is_no_offer);
    CHECK_FALSE(sheet.like_for_like);
  }
  CHECK(holds(gastric.first_page(), "This hospital does not offer to treat now"));
  CHECK(gastric.difference(compare::Subject::sequence) != nullptr);
  CHECK(holds(gastric.full(), "H. Harlan Memorial"));
}

TEST_CASE("hard case: two hospitals of one name, prices of another scope, payments above the total") {
  HardCase prostate("one-name-two-cities");
  CHECK(holds(prostate.first_page(), "Busan"));
  CHECK(prostate.comparison().costs.like_for_like.empty());
  CHECK(holds(prostate.full(), "The estimates do not all say the same of tax."));
  CHECK(holds(prostate.full(), "USD 21,530.30"));
}

TEST_CASE("hard case: small ones, in which one thing is written in an unusual way") {
  SECTION("one marker in several spellings") {
    const HardCase markers("spellings-of-a-marker");
    const compare::Difference* difference = markers.difference(compare::Subject::markers);
    REQUIRE(difference != nullptr);
    const auto speaks_of = [&](const char* topic) {
      return std::ranges::any_of(difference->positions, [topic](const compare::Position& position) {
        return holds(position.topic, topic);
      });
    };
    CHECK(speaks_of("PDL1"));
    CHECK(speaks_of("HER2"));
    CHECK_FALSE(speaks_of("KI67"));
  }
  SECTION("surgeon, anaesthetist and hospital estimate apart, and nothing says that they add up") {
    HardCase apart("surgeon-and-hospital-apart");
    CHECK(apart.count_warnings("estimates-unrelated") == 1);
    CHECK(apart.is_asked(compare::Audience::hospital, "question.several-estimates"));
  }
  SECTION("a point before three digits") {
    CHECK(HardCase("point-of-thousands").count_warnings("amount-of-thousandths") == 3);
  }
  SECTION("a price finer than a cent") {
    CHECK(holds(HardCase("price-of-a-unit").full(), "0.0042"));
  }
  SECTION("a name where words are written close") {
    CHECK(HardCase("names-without-spaces").text("full-comparison").empty());
  }
  SECTION("line ends in a statement") {
    HardCase lines("ends-of-lines");
    CHECK(holds(lines.full(), "Not advised: | - surgery | - radiation | Advised:"));
  }
}
