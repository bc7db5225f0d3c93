// Every statement leads to letter, page and sentence, or was entered by a named person: asked of the
// comparison of each sample. traceable_documents_test.cpp asks the same of the documents.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <filesystem>
#include <set>

#include "../house_lexicon.h"
#include "generator/compare/comparison.h"
#include "generator/ingest/case_reader.h"

using namespace generator;
using compare::Comparison;

namespace {

const std::filesystem::path k_root = CONSILIUM_ROOT;

std::vector<Comparison> samples() {
  std::vector<Comparison> all;
  for (const auto& folder : std::filesystem::directory_iterator(k_root / "samples")) {
    const auto read = ingest::read_case_file(folder.path() / "case.json");
    REQUIRE(read);
    auto comparison = compare::compare_case(read->value, std::nullopt, {}, generator::test::house_lexicon());
    REQUIRE(comparison);
    all.push_back(std::move(*comparison));
  }
  return all;
}

const std::optional<model::Source>& source_of(const compare::Value& value) {
  const auto* words = std::get_if<model::Statement>(&value);
  return words != nullptr ? words->source : value.source;
}

/// What the program itself puts into a cell: there is no letter for it.
bool is_own_word(const compare::Value& value) {
  const auto* said = std::get_if<compare::Message>(&value);
  if (said == nullptr) return false;
  static const std::set<std::string> k_own = {"proposal.none", "decision.no-answer", "decision.overtaken"};
  return k_own.contains(said->id);
}

/// Numbers as letters write them: "1,10,000", "9.800", "6万", "9.75 lakh".
std::set<std::string> figures_in(const std::string& text) {
  std::set<std::string> found;
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    std::string digits;
    int after_point = 0;
    bool point = false;
    for (; i < text.size() && (is_digit(text[i]) || text[i] == ',' || text[i] == '.'); ++i) {
      if (!is_digit(text[i])) {
        point = true;
        after_point = 0;
        continue;
      }
      digits += text[i];
      if (point) ++after_point;
    }
    found.insert(digits);
    for (const auto& [word, zeros] : {std::pair{"万", 4}, std::pair{" lakh", 5}}) {
      if (text.compare(i, std::string(word).size(), word) == 0)
        found.insert(digits + std::string(static_cast<std::size_t>(zeros - after_point), '0'));
    }
  }
  return found;
}

class Trail {
 public:
  explicit Trail(const Comparison& comparison) : comparison_(comparison) {}

  /// A place that is given is whole: a letter of the case, its page, its sentence.
  void whole(const std::optional<model::Source>& source) {
    if (!source) return;
    INFO(source->document << ": " << source->quote);
    CHECK(std::ranges::count(comparison_.documents, source->document, &compare::SourceDocument::id) == 1);
    CHECK(source->page.has_value());
    CHECK_FALSE(source->quote.empty());
    ++places_;
  }
  void whole(const std::optional<model::Statement>& words) {
    if (words) whole(words->source);
  }
  void whole(const std::vector<model::Statement>& all) {
    for (const model::Statement& words : all) whole(words.source);
  }
  void whole(const std::vector<compare::Part>& parts) {
    for (const compare::Part& part : parts) {
      for (const compare::Lead& lead : part.leads) whole(lead.source);
      for (const compare::Value& value : part.values) whole(source_of(value));
    }
  }
  /// Of findings, or of questions.
  template <typename Point>
  requires requires(Point point) { point.evidence; }
  void whole(const std::vector<Point>& points) {
    for (const Point& point : points) {
      for (const compare::Evidence& piece : point.evidence) whole(source_of(piece.value));
    }
  }
  void whole(const model::Sources& sources) {
    for (const auto& [member, source] : sources) whole(source);
  }

  int places() const { return places_; }

 private:
  const Comparison& comparison_;
  int places_ = 0;
};

/// Whether the letters of an option are in the case: of a hospital without any, a person tells what it said.
bool has_letters(const compare::Option& option) {
  return option.kind == compare::OptionKind::hospital && !option.documents.empty();
}

void check_figures(const std::optional<compare::Amount>& amount, const std::string& quotes) {
  if (!amount) return;
  const auto figures = figures_in(quotes);
  INFO(quotes);
  if (const auto& low = amount->own.low) CHECK(figures.contains(low->to_string()));
  if (const auto& high = amount->own.high) CHECK(figures.contains(high->to_string()));
}

}  // namespace

TEST_CASE(
    "every place in a sample is a letter, a page and a sentence; all else was entered by a named person") {
  for (const Comparison& comparison : samples()) {
    const compare::CaseSummary& summary = comparison.summary;
    INFO(summary.id);
    REQUIRE(summary.entered);
    CHECK_FALSE(summary.entered->by.empty());
    CHECK(summary.entered->on.has_value());

    Trail trail(comparison);
    trail.whole(summary.diagnosis.text.source);
    for (const model::Marker& marker : summary.diagnosis.markers) trail.whole(marker.source);
    for (const model::Treatment& treatment : summary.history) {
      trail.whole(treatment.what.source);
      trail.whole(treatment.outcome);
    }
    for (const model::Record& record : summary.records) trail.whole(record.note);
    for (const model::UrgentNote& note : summary.urgent) trail.whole(note.text.source);
    trail.whole(summary.goal);
    trail.whole(summary.question);
    trail.whole(summary.status.symptoms);
    trail.whole(summary.family.priorities);
    trail.whole(summary.coordination.paid_by);
    trail.whole(summary.coordination.commission);
    for (const compare::Group& group : comparison.groups) {
      for (const compare::Row& row : group.rows) {
        for (const compare::Cell& cell : row.cells) trail.whole(cell.parts);
      }
    }
    for (const compare::PreparationRow& row : comparison.preparations) {
      for (const compare::Cell& cell : row.cells) trail.whole(cell.parts);
    }
    for (const compare::Difference& difference : comparison.differences) {
      for (const compare::Position& position : difference.positions) trail.whole(position.parts);
    }
    trail.whole(comparison.unknowns);
    trail.whole(comparison.red_flags);
    trail.whole(comparison.questions);
    for (const compare::CostSheet& sheet : comparison.costs.sheets) {
      trail.whole(sheet.sources);
      trail.whole(sheet.complications);
      for (const compare::CostLine& line : sheet.lines) {
        trail.whole(line.item.label.source);
        trail.whole(line.item.source);
      }
      for (const compare::PaymentLine& line : sheet.payments) {
        trail.whole(line.payment.label);
        trail.whole(line.payment.source);
      }
      for (const compare::ReplacedEstimate& replaced : sheet.replaced) trail.whole(replaced.before.sources);
      for (const compare::EstimateHead& head : sheet.parts) trail.whole(head.sources);
    }
    for (const compare::NonMedicalLine& line : comparison.costs.non_medical)
      trail.whole(line.cost.label.source);
    const bool any_letter = std::ranges::any_of(comparison.options, has_letters);
    CHECK((trail.places() > 0) == any_letter);
  }
}

TEST_CASE("what a hospital's letter says is never passed off as entered by a person") {
  for (const Comparison& comparison : samples()) {
    for (std::size_t i = 0; i < comparison.options.size(); ++i) {
      if (!has_letters(comparison.options[i])) continue;
      INFO(comparison.summary.id << ": " << comparison.options[i].name);
      for (const compare::Group& group : comparison.groups) {
        for (const compare::Row& row : group.rows) {
          // When an answer came, and how a named person judges it, stands in no letter.
          if (row.id == compare::RowId::received || row.id == compare::RowId::judgement) continue;
          INFO("row " << static_cast<int>(row.id));
          for (const compare::Value& value : values_in(row.cells.at(i).parts))
            CHECK((is_own_word(value) || source_of(value).has_value()));
        }
      }
      for (const compare::CostSheet& sheet : comparison.costs.sheets) {
        if (sheet.option != i || sheet.estimate.empty()) continue;
        const auto stands = [&](model::Sourced member) { return sheet.sources.contains(member); };
        CHECK((!sheet.issued || stands(model::Sourced::issued)));
        CHECK((!sheet.valid_until || stands(model::Sourced::valid_until)));
        CHECK((!sheet.stated_total || stands(model::Sourced::total)));
        // That lines are priced one by one is seen, and said by no sentence.
        CHECK((sheet.basis != model::EstimateBasis::package || stands(model::Sourced::basis)));
        for (const compare::CostLine& line : sheet.lines) {
          const model::CostItem& item = line.item;
          const bool is_asked_in_vain =
              item.state == model::ItemState::asked || item.state == model::ItemState::not_stated;
          INFO(item.label.text);
          CHECK((is_asked_in_vain || item.label.source || item.source));
          const std::string quotes = (item.label.source ? item.label.source->quote : "") + " " +
                                     (item.source ? item.source->quote : "");
          if (item.unit_price) check_figures(compare::Amount{*item.unit_price, {}}, quotes);
          if (item.line) check_figures(compare::Amount{*item.line, {}}, quotes);
        }
        if (stands(model::Sourced::total))
          check_figures(sheet.stated_total, sheet.sources.at(model::Sourced::total).quote);
        for (const compare::PaymentLine& line : sheet.payments)
          CHECK((line.payment.source || (line.payment.label && line.payment.label->source)));
      }
    }
  }
}
