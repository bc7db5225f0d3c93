// The documents of templates/, made of every sample in every language: each is for somebody, and holds
// nothing that is not for their eyes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "tests/holds.h"
#include "tests/job/house_copy.h"
#include "tests/job/opened.h"

using namespace generator;
using generator::test::holds;

namespace {

using job::test::opened_samples;

/// The page as text, for looking names up.
std::string page(const job::ReportMaker& maker, const job::Dossier& sample, const std::string& document,
                 const std::string& hospital = {}) {
  const auto bytes =
      maker.make(sample, {.document = document, .hospital = hospital, .format = job::Format::html});
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_CASE("every document of every sample can be made in every language") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  for (const job::Dossier& sample : opened_samples(maker)) {
    for (const std::string& document : maker.documents()) {
      const auto recipients = maker.recipients(sample, document);
      REQUIRE(recipients);
      for (const std::string& hospital : *recipients) {
        for (const model::LanguageTag& language : maker.languages()) {
          INFO(sample.now().value.id << ", " << document << ", " << language.text() << " " << hospital);
          const auto made = maker.make(sample, {.document = document,
                                                .hospital = hospital,
                                                .language = language,
                                                .format = job::Format::html});
          for (const base::Diagnostic& d : made ? base::Diagnostics{} : made.error())
            UNSCOPED_INFO(base::to_text(d));
          CHECK(made.has_value());
        }
      }
    }
  }
}

TEST_CASE("what goes to a hospital holds nothing of another") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  for (const job::Dossier& sample : opened_samples(maker)) {
    const auto& options = sample.comparison().options;
    for (const compare::Option& to : options) {
      if (to.kind != compare::OptionKind::hospital) continue;
      const std::string questions = page(maker, sample, "clarification-questions", to.id);
      for (const compare::Option& other : options) {
        if (other.kind != compare::OptionKind::hospital || other.id == to.id) continue;
        INFO(sample.now().value.id << ": to " << to.name << ", of " << other.name);
        CHECK(!holds(questions, other.name));
        for (const compare::SourceDocument& letter : sample.comparison().documents) {
          const bool others = std::ranges::find(other.documents, letter.id) != other.documents.end() &&
                              std::ranges::find(to.documents, letter.id) == to.documents.end();
          if (others) CHECK(!holds(questions, letter.title));
        }
      }
    }
    const std::string summary = page(maker, sample, "medical-summary");
    for (const compare::Option& option : options) {
      if (option.kind != compare::OptionKind::hospital) continue;
      INFO(sample.now().value.id << ": of " << option.name);
      CHECK(!holds(summary, option.name));
    }
    for (const char* document : {"medical-summary", "clarification-questions"}) {
      const auto recipients = maker.recipients(sample, document);
      REQUIRE(recipients);
      const std::string hospital = recipients->empty() ? "" : recipients->front();
      const auto pdf = maker.make(sample, {.document = document, .hospital = hospital});
      REQUIRE(pdf);
      CHECK(!holds(*pdf, "/EmbeddedFiles"));
      CHECK(!holds(*pdf, "/AFRelationship"));
      const auto json =
          maker.make(sample, {.document = document, .hospital = hospital, .format = job::Format::json});
      CHECK(!json.has_value());
    }
  }
}

TEST_CASE(
    "a hospital that gets the summary reads nothing of what the family wishes, pays, or who decides in it") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  model::Case c = job::test::sample().value;
  c.family.priorities = {
      {.text = "Not to sell the house in Basra", .language = {}, .translations = {}, .source = {}}};
  c.family.decides = model::Statement{
      .text = "The eldest son decides alone", .language = {}, .translations = {}, .source = {}};
  const job::Dossier sample = job::test::opened(maker, c);
  const std::string summary = page(maker, sample, "medical-summary");
  const std::string family = page(maker, sample, "family-comparison");
  for (const char* own : {"sell the house", "eldest son decides"}) {
    CHECK(holds(family, own));
    CHECK_FALSE(holds(summary, own));
  }
  CHECK(holds(summary, c.diagnosis.text.text));
  for (const model::Estimate& estimate : c.estimates) CHECK_FALSE(holds(summary, estimate.currency.code()));
}

TEST_CASE(
    "a doctor reads clinical words where a family reads plain ones, and no sentence of the program's "
    "making") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  model::Case c = job::test::sample().value;
  c.history.front().response = model::Response::progression;
  const job::Dossier sample = job::test::opened(maker, c);
  for (const char* document : {"doctors-handover", "medical-summary"}) {
    const std::string text = page(maker, sample, document);
    INFO(document);
    CHECK(holds(text, "Progressive disease (PD)"));
    CHECK_FALSE(holds(text, "The illness went on"));
    CHECK_FALSE(holds(text, "Drugs that act in the whole body"));
    CHECK_FALSE(holds(text, "made by this program"));
  }
  const std::string full = page(maker, sample, "full-comparison");
  CHECK(holds(full, "The illness went on"));
  CHECK_FALSE(holds(full, "Progressive disease"));
  for (const compare::Option& option : sample.comparison().options) {
    if (option.kind == compare::OptionKind::home) continue;
    CHECK_FALSE(holds(page(maker, sample, "clarification-questions", option.id), "made by this program"));
  }
}

TEST_CASE("the handover says of two proposals once what both say, and apart what each does") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  const job::Dossier sample = job::test::opened(maker, job::test::sample("ovarian-2026-074"));
  const std::string text = page(maker, sample, "doctors-handover");
  const auto count = [&](const std::string& words) {
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
    return found;
  };
  CHECK(count("If screening is not passed, she is treated by plan one.") == 1);
  CHECK(count("Weekly paclitaxel with bevacizumab, six cycles") == 1);
  CHECK(count("As plan one, with YL-20 tablets or placebo added") == 1);
  CHECK(count("Proposal 2") > 1);
}

TEST_CASE("a document that an agency prints names no other agency, and leads to the pages of none") {
  const auto is_agency = [](const std::string& text) {
    return holds(text, "agency)") || holds(text, "CancerFax") || holds(text, "cancerfax") ||
           holds(text, "this project");
  };
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  for (const job::Dossier& sample : opened_samples(maker)) {
    INFO(sample.now().value.id);
    for (const model::SettingSource& source : sample.comparison().setting_sources) {
      CHECK_FALSE(is_agency(source.publisher + source.title + source.address));
      // What coordination teams do has no page: that would be another's.
      if (source.kind == model::SettingSourceKind::field_practice) CHECK(source.address.empty());
    }
    CHECK_FALSE(is_agency(page(maker, sample, "records-checklist")));
  }
}

TEST_CASE("a document for each hospital asks for one, by an id that there is") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  const job::Dossier sample = job::test::opened(maker, job::test::sample());
  const auto code = [&](const std::string& document, const std::string& hospital) {
    const auto made = maker.make(sample, {.document = document, .hospital = hospital});
    return made ? std::string() : made.error().front().code;
  };
  CHECK(code("clarification-questions", "") == "hospital-unknown");
  CHECK(code("clarification-questions", "nobody") == "hospital-unknown");
  CHECK(code("one-page", "nobody") == "hospital-unknown");
  CHECK(code("one-page", "") == "");
}

TEST_CASE("broken settings are found with the locales, and make no comparison: the house is to mend them") {
  const job::test::HouseCopy copy;
  REQUIRE(copy.change("templates/settings.json", "\"business-day\"", "\"workday\""));
  const job::ReportMaker maker(*job::Resources::find(copy.root));
  const base::Diagnostics found = check_locales(maker.house());
  const auto fault = std::ranges::find(found, "settings", &base::Diagnostic::code);
  REQUIRE(fault != found.end());
  CHECK(fault->what == "there is no unit \"workday\"");
  CHECK(fault->place.line > 1);
  const auto dossier = maker.open(job::test::sample("lung-2026-018"));
  REQUIRE_FALSE(dossier);
  CHECK(dossier.error().front().fault == base::Fault::input);
}

namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

/// Marks of direction, which each language puts around names and amounts as it needs, are no part of a word.
std::string without_direction_marks(std::string text) {
  for (const char* mark : {"\u200e", "\u200f", "\u061c", "\u2066", "\u2067", "\u2068", "\u2069"})
    text = replaced(std::move(text), mark, "");
  return text;
}

/// How often each word, each piece between spaces, stands in the document.
using Words = std::map<std::string, std::size_t>;

/// Two languages number their sources from one book, which is longer than either's own.
bool is_number_of_source(const std::string& word) {
  return word.find_first_of("0123456789[]*") != std::string::npos &&
         word.find_first_not_of("0123456789٠١٢٣٤٥٦٧٨٩[]*") == std::string::npos;
}

void count_words(const std::vector<document::Node>& nodes, Words& words) {
  for (const document::Node& node : nodes) {
    if (const auto* child = std::get_if<std::unique_ptr<document::Element>>(&node)) {
      if (!document::is_drawing((*child)->tag)) count_words((*child)->children, words);
      continue;
    }
    // The number of a sentence hangs on to its last word by a no-break space, and stands once if both have
    // it.
    std::istringstream text(
        replaced(without_direction_marks(std::get<document::Text>(node).value), "\u00a0", " "));
    for (std::string word; text >> word;)
      if (!is_number_of_source(word)) ++words[word];
  }
}

void gather_links(const std::vector<document::Node>& nodes, std::multiset<std::string>& ids,
                  std::set<std::string>& targets, std::size_t& tables) {
  for (const document::Node& node : nodes) {
    const auto* child = std::get_if<std::unique_ptr<document::Element>>(&node);
    if (child == nullptr) continue;
    const document::Element& element = **child;
    if (!element.id.empty()) ids.insert(element.id);
    if (element.href.starts_with('#')) targets.insert(element.href.substr(1));
    tables += element.tag == document::Tag::table ? 1 : 0;
    gather_links(element.children, ids, targets, tables);
  }
}

}  // namespace

TEST_CASE(
    "of two languages side by side no word is lost, no table stands twice, and every link leads somewhere") {
  const job::ReportMaker maker(*job::Resources::find(CONSILIUM_ROOT));
  const std::pair<const char*, const char*> pairs[] = {{"ar", "en"}, {"en", "ar"}, {"zh-Hans", "en"}};
  for (const job::Dossier& sample : opened_samples(maker)) {
    for (const std::string& document : maker.documents()) {
      const auto recipients = maker.recipients(sample, document);
      REQUIRE(recipients);
      if (recipients->empty()) continue;
      for (const auto& [first, second] : pairs) {
        INFO(sample.now().value.id << ", " << document << ", " << first << " beside " << second);
        job::ReportRequest request{.document = document, .hospital = recipients->front()};
        const auto in = [&](const char* language, std::optional<model::LanguageTag> beside = {}) {
          request.language = *model::LanguageTag::parse(language);
          request.beside = std::move(beside);
          auto made = maker.document(sample, request);
          REQUIRE(made);
          return std::move(*made);
        };
        const document::Document left = in(first);
        const document::Document right = in(second);
        const document::Document both = in(first, model::LanguageTag::parse(second));
        Words of_left;
        Words of_right;
        Words of_both;
        count_words(left.body, of_left);
        count_words(right.body, of_right);
        count_words(both.body, of_both);
        of_both.erase("/");  // stands between what is in one line
        of_left.erase("/");
        of_right.erase("/");
        for (const auto& [word, count] : of_left) of_right.try_emplace(word, 0);
        for (const auto& [word, count] : of_right) {
          INFO(word);
          CHECK(of_both[word] >= std::max(count, of_left[word]));
        }
        std::multiset<std::string> ids;
        std::set<std::string> targets;
        std::size_t tables = 0;
        std::size_t tables_of_one = 0;
        gather_links(both.body, ids, targets, tables);
        for (const std::string& id : ids) CHECK(ids.count(id) == 1);
        for (const std::string& target : targets) CHECK(ids.contains(target));
        gather_links(left.body, ids, targets, tables_of_one);
        CHECK(tables == tables_of_one);
      }
    }
  }
}
