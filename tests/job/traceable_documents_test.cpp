// Every statement in every report leads to letter, page and sentence, or the report says that a person
// entered it: asked of each document of each sample in each language, as it is before it becomes PDF or HTML.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "../house_lexicon.h"
#include "generator/locale/catalog.h"
#include "generator/report/view_messages.h"
#include "tests/job/opened.h"

using namespace generator;
using document::Element;
using document::Tag;

namespace {

const std::filesystem::path k_root = CONSILIUM_ROOT;
constexpr const char* k_space = "\u00A0";

/// Without the house's settings: what they say is the house's, and no letter's.
std::vector<job::Dossier> samples() {
  std::vector<job::Dossier> all;
  for (const auto& folder : std::filesystem::directory_iterator(k_root / "samples")) {
    auto dossier = job::Dossier::open(job::test::sample(folder.path().filename().string()), std::nullopt,
                                      std::nullopt, {}, generator::test::house_lexicon());
    REQUIRE(dossier);
    all.push_back(std::move(*dossier));
  }
  return all;
}

/// White space as the markup's reader leaves it.
std::string collapsed(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (!is_space) result += c;
    if (is_space && !result.empty() && result.back() != ' ') result += ' ';
  }
  return result;
}

/// Figures in text from right to left are isolated where a page is made; the words are the same.
std::string without_isolates(std::string text) {
  for (const char* isolate : {"\u2066", "\u2067", "\u2068", "\u2069"}) {
    for (std::size_t at = text.find(isolate); at != std::string::npos; at = text.find(isolate, at)) {
      text.erase(at, 3);
    }
  }
  return text;
}

/// An entry of the list of sources.
struct Entry {
  std::string number;
  std::string place;
  std::string quote;
  std::string rest;  ///< who translated, or in which language it is
};

/// What a document says, and what leads where in it.
class Reading {
 public:
  explicit Reading(const document::Document& document) {
    for (const document::Node& node : document.body) read(node);
  }

  const std::string& text() const { return text_; }
  const std::map<std::string, Entry>& entries() const { return entries_; }
  /// Targets of the numbers beside statements, with the numbers as they are written.
  const std::set<std::pair<std::string, std::string>>& marks() const { return marks_; }

 private:
  void read(const document::Node& node) {
    if (const auto* words = std::get_if<document::Text>(&node)) {
      text_ += without_isolates(words->value);
      return;
    }
    const Element& element = *std::get<std::unique_ptr<Element>>(node);
    if (element.tag == Tag::a && element.has_class("source"))
      marks_.emplace(element.href.substr(1), document::text_of(element));
    if (element.tag == Tag::dl && (element.has_class("sources") || element.has_class("cited"))) {
      read_entries(element);
      return;
    }
    // Of a list by letter the letter stands above, and what is said of all its sentences.
    if (element.tag == Tag::h3 && element.has_class("letter")) {
      letter_ = {};
      for (const document::Node& part : element.children) {
        const auto* words = std::get_if<document::Text>(&part);
        if (words != nullptr) letter_.place += words->value;
        if (words == nullptr) letter_.rest += document::text_of(*std::get<std::unique_ptr<Element>>(part));
      }
      letter_.place = collapsed(letter_.place);
      while (letter_.place.ends_with(' ')) letter_.place.pop_back();
    }
    for (const document::Node& child : element.children) read(child);
    text_ += '\n';  // no sentence runs from one element into the next
    if (element.tag == Tag::a || element.tag == Tag::span || element.tag == Tag::strong) text_.pop_back();
  }

  void read_entries(const Element& list) {
    std::string id;
    for (const document::Node& node : list.children) {
      const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
      if (child == nullptr) continue;
      if ((*child)->tag == Tag::dt) {
        id = (*child)->id;
        const auto [entry, is_new] = entries_.try_emplace(id, list.has_class("cited") ? letter_ : Entry{});
        CHECK(is_new);
        entry->second.number = document::text_of(**child);
        continue;
      }
      for (const document::Node& part : (*child)->children) {
        const auto* span = std::get_if<std::unique_ptr<Element>>(&part);
        if (span == nullptr) continue;
        Entry& entry = entries_.at(id);
        // Below a letter a place is its page alone.
        if ((*span)->has_class("page")) continue;
        std::string& where = (*span)->has_class("place")   ? entry.place
                             : (*span)->has_class("quote") ? entry.quote
                                                           : entry.rest;
        where += document::text_of(**span);
      }
    }
  }

  std::string text_;
  Entry letter_;  ///< what the entries that follow have in common
  std::map<std::string, Entry> entries_;
  std::set<std::pair<std::string, std::string>> marks_;
};

class Page {
 public:
  Page(const compare::Comparison& comparison, const locale::Catalog& catalog, const Reading& reading)
      : comparison_(comparison), catalog_(catalog), reading_(reading) {}

  /// Numbers lead to entries, entries to letters; none of them is without the other.
  void check_sources() const {
    std::set<std::string> cited;
    for (const auto& [target, number] : reading_.marks()) {
      cited.insert(target);
      INFO(number << " leads to " << target);
      const auto entry = reading_.entries().find(target);
      REQUIRE(entry != reading_.entries().end());
      CHECK((number == entry->second.number || number == starred(entry->second.number)));
    }
    const std::string entered = said("source.case");
    for (const auto& [id, entry] : reading_.entries()) {
      INFO(id << ": " << entry.place << " " << entry.quote);
      CHECK(cited.contains(id));
      const bool is_letter = std::ranges::any_of(
          comparison_.documents,
          [&](const compare::SourceDocument& letter) { return stands_in(entry, letter); });
      // Without a letter only a translation is numbered: of what a named person entered.
      if (!is_letter) CHECK((entry.place == entered && !entry.rest.empty()));
    }
  }

  /// It says who entered what bears no number, and when.
  void check_entered() const {
    const std::string some = said("case.entered");
    const std::string all = said("case.all-entered");
    CHECK(holds(reading_.marks().empty() ? all : some));
    CHECK_FALSE(holds(reading_.marks().empty() ? some : all));
  }

  /// The same in a line of its own, where sums and charts are not spoken of: there are none.
  void check_named(const std::string& id) const { CHECK(holds(said(id))); }

  /// A value with a place bears its number wherever it is shown; it has to be shown.
  void check_value(const compare::Value& value) const {
    const auto* words = std::get_if<model::Statement>(&value);
    const std::optional<model::Source>& source = words != nullptr ? words->source : value.source;
    if (!source) return;
    const std::string text = collapsed(text_of(value));
    INFO(text << " stands in " << source->document << ": " << source->quote);
    const auto bears = [&](const auto& each) {
      const Entry& entry = each.second;
      return entry.quote == "“" + collapsed(source->quote) + "”" &&
             (holds(text + k_space + entry.number) || holds(text + k_space + starred(entry.number)) ||
              holds(text + " " + foreign(value) + k_space + entry.number));
    };
    CHECK(std::ranges::any_of(reading_.entries(), bears));
  }
  void check_amount(const std::optional<compare::Amount>& amount, const model::Sources& sources) const {
    const auto place = sources.find(model::Sourced::total);
    if (!amount || place == sources.end()) return;
    INFO(place->second.quote);
    const auto bears = [&](const auto& each) {
      return each.second.quote == "“" + collapsed(place->second.quote) + "”" &&
             holds(catalog_.format(amount->own) + k_space + each.second.number);
    };
    CHECK(std::ranges::any_of(reading_.entries(), bears));
  }

 private:
  static std::string starred(const std::string& number) { return number.substr(0, number.size() - 1) + "*]"; }
  bool holds(const std::string& text) const {
    return reading_.text().find(without_isolates(text)) != std::string::npos;
  }

  std::string said(const std::string& id) const {
    const model::Entry& entered = comparison_.summary.entered.value();
    return collapsed(catalog_.format(
        compare::Message{id + "-by-on", {{"name", entered.by}, {"date", entered.on.value()}}}));
  }

  bool stands_in(const Entry& entry, const compare::SourceDocument& letter) const {
    if (entry.quote.empty()) return false;
    for (int page = 1; page <= 4; ++page) {
      const compare::Message place{"source.place", {{"title", letter.title}, {"page", page}}};
      if (entry.place == collapsed(catalog_.format(place))) return true;
    }
    if (!letter.date) return entry.place == collapsed(catalog_.proper(letter.title));
    const compare::Message above{"source.letter", {{"title", letter.title}, {"date", *letter.date}}};
    return entry.place == collapsed(catalog_.format(above));
  }

  /// A statement in the reader's language, if somebody put it into that.
  std::string text_of(const compare::Value& value) const {
    if (const auto* duration = std::get_if<model::DurationRange>(&value)) return catalog_.format(*duration);
    if (const auto* date = std::get_if<model::Date>(&value)) return catalog_.format(*date);
    if (const auto* said = std::get_if<compare::Message>(&value)) return catalog_.format(*said);
    const auto& words = std::get<model::Statement>(value);
    if (words.language == catalog_.language()) return words.text;
    for (const model::Translation& translation : words.translations) {
      if (translation.language == catalog_.language()) return translation.text;
    }
    return words.text;
  }
  std::string foreign(const compare::Value& value) const {
    const auto* words = std::get_if<model::Statement>(&value);
    if (words == nullptr) return {};
    return catalog_.format(
        compare::Message{"statement.foreign", {{"language", catalog_.language_name(words->language)}}});
  }

  const compare::Comparison& comparison_;
  const locale::Catalog& catalog_;
  const Reading& reading_;
};

void check_cells(const compare::Comparison& comparison, const Page& page) {
  for (const compare::Group& group : comparison.groups) {
    for (const compare::Row& row : group.rows) {
      for (const compare::Cell& cell : row.cells) {
        for (const compare::Value& value : values_in(cell.parts)) page.check_value(value);
      }
    }
  }
}

/// Of findings, or of questions.
template <typename Point>
void check_points(const std::vector<Point>& points, const Page& page,
                  std::optional<std::size_t> only_of = std::nullopt) {
  for (const Point& point : points) {
    if (only_of && point.option != only_of) continue;
    for (const compare::Evidence& piece : point.evidence) {
      if (!only_of || piece.option == *only_of) page.check_value(piece.value);
    }
  }
}

void check_sheets(const compare::Comparison& comparison, const Page& page) {
  for (const compare::CostSheet& sheet : comparison.costs.sheets) {
    INFO(sheet.estimate);
    page.check_amount(sheet.stated_total, sheet.sources);
    if (sheet.complications) page.check_value(*sheet.complications);
    const auto dated = [&](const std::optional<model::Date>& date, model::Sourced member) {
      if (!date) return;
      compare::Value value = *date;
      value.source = model::source_of(sheet.sources, member);
      page.check_value(value);
    };
    dated(sheet.issued, model::Sourced::issued);
    dated(sheet.valid_until, model::Sourced::valid_until);
    for (const compare::CostLine& line : sheet.lines) page.check_value(line.item.label);
    for (const compare::PaymentLine& line : sheet.payments) {
      if (line.payment.label) page.check_value(*line.payment.label);
    }
  }
}

}  // namespace

TEST_CASE("each number leads to a letter, a page and a sentence, and a person is named for all else") {
  const job::ReportMaker maker(*job::Resources::find(k_root));
  for (const model::LanguageTag& language : maker.languages()) {
    const auto catalog = locale::Catalog::load(k_root / "locales", language, report::all_messages());
    REQUIRE(catalog);
    for (const job::Dossier& sample : samples()) {
      const compare::Comparison& comparison = sample.comparison();
      for (const std::string& name : maker.documents()) {
        const auto recipients = maker.recipients(sample, name);
        REQUIRE(recipients);
        for (const std::string& hospital : *recipients) {
          INFO(comparison.summary.id << ", " << name << ", " << language.text() << " " << hospital);
          const auto document =
              maker.document(sample, {.document = name, .hospital = hospital, .language = language});
          REQUIRE(document);
          const Reading reading(*document);
          const Page page(comparison, **catalog, reading);
          page.check_sources();
          // The short ones say that the full comparison says it.
          if (name == "doctors-handover") page.check_named("case.unnumbered");
          if (name == "medical-summary" || name == "records-checklist") page.check_named("case.prepared");
          if (name == "clarification-questions" && !comparison.summary.agency)
            page.check_named("case.prepared");
          if (name == "full-comparison") {
            page.check_entered();
            check_sheets(comparison, page);
            check_cells(comparison, page);
            check_points(comparison.unknowns, page);
            check_points(comparison.red_flags, page);
          }
          if (name == "clarification-questions") {
            const auto option = std::ranges::find(comparison.options, hospital, &compare::Option::id) -
                                comparison.options.begin();
            check_points(comparison.questions, page, static_cast<std::size_t>(option));
          }
        }
      }
    }
  }
}
