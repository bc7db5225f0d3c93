#include "generator/report/view.h"

#include <catch2/catch.hpp>

#include "generator/compare/message_ids.h"
#include "generator/report/view_messages.h"

namespace generator::report {
namespace {

std::shared_ptr<const locale::Catalog> load(const char* language) {
  auto catalog = locale::Catalog::load(std::filesystem::path(CONSILIUM_ROOT) / "locales",
                                       model::LanguageTag::parse(language).value(), all_messages());
  REQUIRE(catalog.has_value());
  return *catalog;
}

model::LanguageTag tag(const char* text) {
  return model::LanguageTag::parse(text).value();
}

/// A letter's sentence in Turkish, translated into Arabic only.
model::Statement risk() {
  model::Statement statement;
  statement.text = "Kanama riski";
  statement.language = tag("tr");
  statement.translations.push_back({tag("ar"), "خطر النزف", "R. Al-Saadi"});
  statement.source = model::Source{"letter-a", 2, "Kanama riski vardır."};
  return statement;
}

compare::Comparison small() {
  compare::Comparison comparison;
  comparison.summary.id = "small-1";
  comparison.summary.label = "A. K.";
  comparison.summary.diagnosis.text.text = "Liver cancer";
  comparison.order = {"order.by-name", {}};
  comparison.options.resize(2);
  comparison.options[0].id = "home";
  comparison.options[0].kind = compare::OptionKind::home;
  compare::Option& hospital = comparison.options[1];
  hospital.id = "a";
  hospital.letter = "A";
  hospital.name = "Meridian";
  hospital.city = "Izmir";
  hospital.country = "TR";
  hospital.decision = model::DecisionStatus::under_review;
  compare::Row row{compare::RowId::risks, {}};
  row.cells.push_back({compare::CellState::not_stated, {}});
  row.cells.push_back(
      {compare::CellState::stated, {{{}, compare::CellState::stated, {}, {risk(), risk()}, {}}}});
  comparison.groups.push_back({compare::RowGroup::treatment, {row}});
  comparison.costs.sheets.resize(2);
  comparison.costs.sheets[1].option = 1;
  comparison.documents.push_back({"letter-a", "Letter of Meridian", tag("tr"), std::nullopt});
  return comparison;
}

/// The value at a path such as "groups.0.rows.0.name".
const ViewValue& at(const ViewValue& view, std::string_view path) {
  const ViewValue* value = &view;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    if (const auto* items = std::get_if<ViewValue::List>(&value->value)) {
      value = &items->at(static_cast<std::size_t>(name.front() - '0'));
    } else {
      value = value->find(name);
      INFO(name);
      REQUIRE(value != nullptr);
    }
  }
  return *value;
}

std::string text(const ViewValue& view, std::string_view path) {
  const auto* words = std::get_if<std::string>(&at(view, path).value);
  return words == nullptr ? "(no text)" : *words;
}

/// Some argument of that kind.
compare::Argument sample(const compare::ArgumentSpec& spec) {
  switch (spec.kind) {
    case compare::ArgumentKind::number: return 3;
    case compare::ArgumentKind::date: return model::Date{2026, 11, 2};
    case compare::ArgumentKind::duration: return model::DurationRange{1, 2, model::TimeUnit::day};
    case compare::ArgumentKind::money:
      return model::stated(model::Currency::parse("EUR").value(), model::Decimal(5), std::nullopt);
    case compare::ArgumentKind::keyword: return std::string(spec.keywords.substr(0, spec.keywords.find(' ')));
    case compare::ArgumentKind::none:
    case compare::ArgumentKind::text: break;
  }
  return std::string("X");
}

constexpr const char* k_first_risk = "groups.0.rows.0.cells.1.parts.0.many.items.0.statement";

TEST_CASE("a translation says so and names its translator; an original says that it is one") {
  const ViewValue ar = make_view(small(), *load("ar"));
  const ViewValue& translated = at(ar, k_first_risk);
  CHECK(text(translated, "words") == "خطر النزف");
  CHECK(text(translated, "lang") == "ar");
  CHECK(text(translated, "cite") == "[١*]");
  CHECK(at(ar, "any.translated").is_truthy());
  CHECK(text(ar, "sources.0.made.0").find("التركية") != std::string::npos);
  CHECK_FALSE(at(translated, "foreign").is_truthy());

  const ViewValue en = make_view(small(), *load("en"));
  const ViewValue& original = at(en, k_first_risk);
  CHECK(text(original, "words") == "Kanama riski");
  CHECK(text(original, "lang") == "tr");
  CHECK(text(original, "foreign") == "(in Turkish, not translated)");
  CHECK(text(original, "cite") == "[1]");
}

TEST_CASE(
    "a report whose own words nobody has reviewed says so, but for the language they are translated from") {
  for (const char* language : {"ar", "zh-Hans"}) {
    const auto catalog = load(language);
    REQUIRE(catalog->state().has_value());
    const ViewValue view = make_view(small(), *catalog);
    CHECK(at(view, "words_state").is_truthy() == !catalog->state()->reviewed.has_value());
    if (catalog->state()->reviewed) continue;
    CHECK(text(view, "words_state").find(catalog->state()->drafted_by) != std::string::npos);
  }
  CHECK_FALSE(at(make_view(small(), *load("en")), "words_state").is_truthy());
}

TEST_CASE("the same place in a letter has one number, which leads to letter, page and sentence") {
  const ViewValue view = make_view(small(), *load("en"));
  CHECK(text(view, std::string(k_first_risk) + ".href") == "#source-1");
  CHECK(text(view, "groups.0.rows.0.cells.1.parts.0.many.items.1.statement.href") == "#source-1");
  CHECK(std::get<ViewValue::List>(at(view, "sources").value).size() == 1);
  CHECK(text(view, "sources.0.id") == "source-1");
  CHECK(text(view, "sources.0.place") == "Letter of Meridian, page 2");
  CHECK(text(view, "sources.0.quote") == "Kanama riski vardır.");
  CHECK(text(view, "sources.0.lang") == "tr");
}

TEST_CASE("what is not stated says so in its own cell, and under review is not accepted") {
  compare::Comparison comparison = small();
  compare::Row decision{compare::RowId::decision, std::vector<compare::Cell>(2)};
  decision.cells[1] = {
      compare::CellState::stated,
      {{{}, compare::CellState::stated, {}, {compare::Message{"decision.under-review", {}}}, {}}}};
  comparison.groups.push_back({compare::RowGroup::answer, {decision}});
  const ViewValue view = make_view(comparison, *load("en"));
  CHECK(text(view, "groups.0.rows.0.cells.0.note") == "Not stated");
  CHECK(text(view, "short.answers") == "1 hospital was asked. None has answered yet.");
  CHECK(text(view, "short.options.1.label") == "A. Meridian");
  CHECK(text(view, "short.options.1.answer.parts.0.single.plain") == "Still under review; not yet accepted");
  CHECK(text(view, "options.1.label") == "A. Meridian");
  CHECK(text(view, "options.1.place") == "Izmir, Türkiye");
  CHECK(text(view, "release.mark") == "DRAFT, not released");
}

TEST_CASE("an expired estimate and a total that is not its sum are said in words") {
  compare::Comparison comparison = small();
  compare::CostSheet& sheet = comparison.costs.sheets[1];
  const auto lira = [](long long amount) {
    return model::stated(model::Currency::parse("TRY").value(), model::Decimal(amount),
                         model::Decimal(amount));
  };
  sheet.estimate = "est";
  sheet.valid_until = model::Date{2026, 10, 1};
  sheet.expired = true;
  sheet.stated_total = compare::Amount{lira(500), std::nullopt};
  sheet.total_adds_up = false;
  sheet.computed_total = lira(450);
  const ViewValue view = make_view(comparison, *load("en"));
  CHECK(text(view, "costs.sheets.0.warnings.0.words") ==
        "This estimate was valid until 1 October 2026 and has expired. Ask for a new one.");
  CHECK(text(view, "costs.sheets.0.warnings.1.words") ==
        "The hospital’s total is TRY\u00a0500; its lines add up to TRY\u00a0450. Both are shown, nothing is "
        "changed.");
  CHECK(text(view, "costs.sheets.0.total.own") == "TRY\u00a0500");
  CHECK_FALSE(at(view, "costs.sheets.0.total.family").is_truthy());
}

TEST_CASE("every message that a comparison can hold becomes a sentence in every language") {
  for (const char* language : {"en", "ar", "zh-Hans"}) {
    const auto catalog = load(language);
    for (const compare::MessageSpec& spec : compare::message_specs()) {
      compare::Message message{std::string(spec.id), {}};
      for (const compare::ArgumentSpec& argument : spec.arguments()) {
        message.arguments.emplace_back(std::string(argument.name), sample(argument));
      }
      INFO(language << " " << spec.id);
      CHECK(catalog->format(message).find_first_of("{}") == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace generator::report
