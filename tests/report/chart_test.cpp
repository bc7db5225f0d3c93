#include <catch2/catch.hpp>

#include "generator/report/chart_text.h"
#include "generator/report/view_charts.h"
#include "generator/report/view_messages.h"

namespace generator::report {
namespace {

using Object = ViewValue::Object;
using List = ViewValue::List;

std::shared_ptr<const locale::Catalog> load(const char* language) {
  auto catalog = locale::Catalog::load(std::filesystem::path(CONSILIUM_ROOT) / "locales",
                                       model::LanguageTag::parse(language).value(), all_messages());
  REQUIRE(catalog.has_value());
  return *catalog;
}

model::MoneyRange money(const char* code, std::optional<long long> low, std::optional<long long> high) {
  const auto decimal = [](std::optional<long long> bound) {
    return bound ? std::optional<model::Decimal>(*bound) : std::nullopt;
  };
  return model::stated(model::Currency::parse(code).value(), decimal(low), decimal(high));
}

/// Home and so many hospitals, each with an estimate that states nothing.
compare::Comparison case_of(std::size_t hospitals) {
  compare::Comparison comparison;
  comparison.summary.date = model::Date{2026, 11, 2};
  comparison.options.resize(hospitals + 1);
  comparison.options[0].kind = compare::OptionKind::home;
  comparison.costs.sheets.resize(hospitals + 1);
  for (std::size_t i = 1; i <= hospitals; ++i) {
    comparison.options[i].letter = std::string(1, static_cast<char>('A' + i - 1));
    comparison.options[i].name = "Meridian";
    comparison.costs.sheets[i].option = i;
    comparison.costs.sheets[i].estimate = "estimate-" + comparison.options[i].letter;
  }
  compare::Group time{compare::RowGroup::time, {}};
  for (const compare::RowId row :
       {compare::RowId::valid_until, compare::RowId::stay, compare::RowId::time_abroad})
    time.rows.push_back({row, std::vector<compare::Cell>(hospitals + 1)});
  comparison.groups.push_back(std::move(time));
  return comparison;
}

void state(compare::Comparison& comparison, compare::RowId id, std::size_t option, compare::Value value) {
  for (compare::Row& row : comparison.groups[0].rows) {
    if (row.id != id) continue;
    row.cells[option].state = compare::CellState::stated;
    compare::Part part;
    part.state = compare::CellState::stated;
    part.values.push_back(value);
    row.cells[option].parts.push_back(std::move(part));
  }
}

constexpr double k_phone_width = 308;

using Maker = ViewValue (*)(const compare::Comparison&, const ViewWords&);

ViewValue chart(Maker make, const compare::Comparison& comparison, const char* language = "en") {
  const auto catalog = load(language);
  return make(comparison, ViewWords(comparison, *catalog));
}

std::string text(const ViewValue& object, std::string_view name) {
  const ViewValue* member = object.find(name);
  const auto* words = member == nullptr ? nullptr : std::get_if<std::string>(&member->value);
  return words == nullptr ? "(no text)" : *words;
}

const List& list(const ViewValue& object, std::string_view name) {
  const ViewValue* member = object.find(name);
  REQUIRE(member != nullptr);
  return std::get<List>(member->value);
}

/// The first figure.
/// The first drawing, as a phone shows it, or as a page does.
const ViewValue& figure(const ViewValue& chart, const char* room = "phone") {
  REQUIRE_FALSE(list(chart, "figures").empty());
  return *list(chart, "figures").front().find(room);
}

/// How often each sign is drawn, the key's among them.
std::string signs(const ViewValue& chart) {
  std::string found;
  for (const char* name : {"solids", "hollows", "tails", "marks", "hollow_marks", "dues"}) {
    const std::size_t count = list(figure(chart), name).size();
    if (count > 0) found += std::string(found.empty() ? "" : " ") + name + ":" + std::to_string(count);
  }
  return found;
}

bool says(const ViewValue& chart, const std::string& words) {
  return text(figure(chart), "alternative").find(words) != std::string::npos;
}

TEST_CASE("a bound that nobody stated is dashed, and its side stays open") {
  compare::Comparison comparison = case_of(2);
  comparison.costs.sheets[1].stated_total = compare::Amount{money("EUR", 300, std::nullopt), std::nullopt};
  comparison.costs.sheets[2].stated_total = compare::Amount{money("EUR", std::nullopt, 500), std::nullopt};
  const ViewValue drawn = chart(cost_chart, comparison);
  // Two open ends and the key's; no bar, which would say how far they reach.
  CHECK(signs(drawn) == "tails:3");
  const List& tails = list(figure(drawn), "tails");
  const List& caps = list(figure(drawn), "caps");
  REQUIRE(caps.size() == 2);
  // The axis runs from 0 at 6 to 500 at 288.
  CHECK(text(caps[0], "x") == "175.2");
  CHECK(text(tails[0], "x1") == "175.2");
  CHECK(text(tails[0], "x2") == "295");
  CHECK(text(caps[1], "x") == "288");
  CHECK(text(tails[1], "x1") == "288");
  CHECK(text(tails[1], "x2") == "13");
  CHECK(says(drawn, "from EUR\u00a0300"));
  CHECK(says(drawn, "up to EUR\u00a0500"));
}

TEST_CASE("what has no amount keeps its row and says so; a sum that no hospital wrote is only an outline") {
  compare::Comparison comparison = case_of(3);
  comparison.costs.sheets[1].stated_items = compare::Amount{money("EUR", 200, 400), std::nullopt};
  comparison.costs.sheets[1].left_out = {{model::CostCategory::drugs, compare::LeftOut::open}};
  comparison.costs.sheets[3].stated_total = compare::Amount{money("EUR", 0, 0), std::nullopt};
  const ViewValue drawn = chart(cost_chart, comparison);
  CHECK(signs(drawn) == "hollows:2 marks:2");
  CHECK(list(figure(drawn), "names").size() == 4);
  // A strip for each that is drawn; none for home and for B.
  CHECK(list(figure(drawn), "strips").size() == 2);
  CHECK(says(drawn, "At home: the current plan: No estimate."));
  CHECK(says(
      drawn,
      "A. Meridian: Our sum of its items with an amount: EUR\u00a0200–400. Without an amount: Medicines."));
  CHECK(says(drawn, "B. Meridian: The estimate states no amount."));
  // Only a stated 0 is drawn as 0.
  CHECK(says(drawn, "C. Meridian: Total that the hospital itself wrote: EUR\u00a00."));
}

TEST_CASE(
    "every money axis begins at 0, ends at a round figure above the greatest amount, and names its "
    "currency") {
  compare::Comparison comparison = case_of(2);
  comparison.costs.sheets[1].stated_total = compare::Amount{money("JPY", 12345678, 12345679), std::nullopt};
  comparison.costs.sheets[2].stated_total = compare::Amount{money("JPY", 1, 1), std::nullopt};
  const ViewValue drawn = chart(cost_chart, comparison);
  const List& ticks = list(figure(drawn), "ticks");
  CHECK(text(ticks.front(), "words") == "0");
  CHECK(text(ticks.back(), "words") == "15,000,000");
  CHECK(says(drawn, "Japanese Yen (JPY)"));
}

TEST_CASE("no rate, no conversion: a row stays in words, and several currencies have no common axis") {
  compare::Comparison comparison = case_of(3);
  comparison.costs.sheets[1].stated_total = compare::Amount{money("TRY", 900, 900), std::nullopt};
  comparison.costs.sheets[2].stated_total = compare::Amount{money("CNY", 700, 800), std::nullopt};
  comparison.costs.sheets[3].stated_total = compare::Amount{money("CNY", 600, 650), std::nullopt};
  const ViewValue none = chart(cost_chart, comparison);
  CHECK(list(none, "figures").empty());
  CHECK(text(none, "instead").find("no exchange rates") != std::string::npos);

  comparison.costs.family_currency = model::Currency::parse("USD");
  comparison.costs.sheets[2].stated_total->family = money("USD", 100, 120);
  // One bar alone would fill whatever scale it is given.
  CHECK(text(chart(cost_chart, comparison), "instead").find("fewer than two") != std::string::npos);
  comparison.costs.sheets[3].stated_total->family = money("USD", 80, 90);
  const ViewValue two = chart(cost_chart, comparison);
  CHECK(signs(two) == "solids:3");
  CHECK(says(two,
             "A. Meridian: Total that the hospital itself wrote: TRY\u00a0900. Not drawn: the case holds no "
             "exchange rate"));
  CHECK(says(two, "CNY\u00a0700–800. ≈\u00a0USD\u00a0100–120."));
}

TEST_CASE("amounts of 0 alone have no scale") {
  compare::Comparison comparison = case_of(2);
  for (const std::size_t option : {1U, 2U})
    comparison.costs.sheets[option].stated_items = compare::Amount{money("INR", 0, 0), std::nullopt};
  CHECK(list(chart(cost_chart, comparison), "figures").empty());
}

TEST_CASE("a stay is solid to its shortest and outlined to its longest; an open one has a tail") {
  compare::Comparison comparison = case_of(2);
  state(comparison, compare::RowId::stay, 1, model::DurationRange{4, 6, model::TimeUnit::week});
  state(comparison, compare::RowId::stay, 2, model::DurationRange{10, std::nullopt, model::TimeUnit::day});
  const ViewValue drawn = chart(stay_chart, comparison);
  CHECK(signs(drawn) == "solids:3 hollows:2 tails:2");
  const List& solids = list(figure(drawn), "solids");
  const List& hollows = list(figure(drawn), "hollows");
  // 0 at 28, 6 weeks at 288.
  CHECK(text(solids[0], "width") == "173.3");
  CHECK(text(hollows[0], "x") == "201.3");
  CHECK(text(hollows[0], "width") == "86.7");
  CHECK(says(drawn, "A. Meridian: Stay in hospital or nearby: 4–6 weeks. Time abroad in all: Not stated."));
  // The letter's own unit.
  CHECK(says(drawn, "at least 10 days"));
}

TEST_CASE("a payment is drawn where its time is stated, and told where it is not") {
  compare::Comparison comparison = case_of(2);
  state(comparison, compare::RowId::stay, 1, model::DurationRange{2, 4, model::TimeUnit::week});
  const auto pay = [&](std::size_t option, model::PaymentTime when) {
    compare::PaymentLine line;
    line.payment.when = when;
    comparison.costs.sheets[option].payments.push_back(line);
  };
  pay(1, model::PaymentTime::before_arrival);
  pay(1, model::PaymentTime::admission);
  pay(1, model::PaymentTime::discharge);
  pay(2, model::PaymentTime::discharge);  // of a stay whose length is not stated
  pay(2, model::PaymentTime::milestone);
  const ViewValue drawn = chart(stay_chart, comparison);
  const List& dues = list(figure(drawn), "dues");
  REQUIRE(dues.size() == 4);  // three of A, and the key's
  const auto x_of = [](const ViewValue& due) {
    const std::string path = text(due, "d");
    return path.substr(2, path.find(' ', 2) - 2);
  };
  CHECK(x_of(dues[0]) == "9");
  CHECK(x_of(dues[1]) == "23");
  CHECK(x_of(dues[2]) == "283");
  CHECK(says(drawn, "Payments due: Before arrival · On admission · On discharge."));
  CHECK(says(drawn,
             "Payments due: On discharge (not drawn: how far into the stay is not stated) · At a step of the "
             "treatment (not drawn"));
}

TEST_CASE(
    "a validity that has ended has no bar, and one of which only the month is stated has no sharp end") {
  compare::Comparison comparison = case_of(2);
  state(comparison, compare::RowId::valid_until, 1, model::Date{2026, 12, 0});
  state(comparison, compare::RowId::valid_until, 2, model::Date{2026, 10, 31});
  const ViewValue drawn = chart(validity_chart, comparison);
  CHECK(signs(drawn) == "solids:1 hollows:2");
  CHECK(says(drawn, "A. Meridian: Answer valid until: December 2026. Estimate valid until: Not stated."));
  CHECK(says(drawn, "B. Meridian: Answer valid until: 31 October 2026 (this date has passed)."));
  CHECK(says(drawn, "Weeks from 2 November 2026"));
}

TEST_CASE("with nothing to draw there is a sentence, or nothing where a table has said it") {
  const compare::Comparison comparison = case_of(2);
  CHECK(text(chart(stay_chart, comparison), "instead").starts_with("No chart"));
  CHECK(text(chart(validity_chart, comparison), "instead").starts_with("No chart"));
  CHECK_FALSE(chart(cost_chart, comparison).find("instead")->is_truthy());
  for (const Maker make : {cost_chart, validity_chart, stay_chart})
    CHECK(list(chart(make, comparison), "figures").empty());
}

TEST_CASE("in Arabic a chart runs from the right: zero, names, bars and open ends") {
  compare::Comparison comparison = case_of(2);
  comparison.costs.sheets[1].stated_total = compare::Amount{money("EUR", 100, 250), std::nullopt};
  comparison.costs.sheets[2].stated_total = compare::Amount{money("EUR", 500, std::nullopt), std::nullopt};
  const ViewValue english = chart(cost_chart, comparison);
  const ViewValue arabic = chart(cost_chart, comparison, "ar");
  const auto mirrored = [](const std::string& x) { return k_phone_width - std::stod(x); };
  const auto number = [](const ViewValue& object, const char* name) { return std::stod(text(object, name)); };
  for (const char* name : {"names", "ticks"}) {
    const List& left = list(figure(english), name);
    const List& right = list(figure(arabic), name);
    REQUIRE(left.size() == right.size());
    // The numerals' widths differ a little, and with them the last label's place.
    for (std::size_t i = 0; i + 1 < left.size(); ++i)
      CHECK(number(right[i], "x") == Approx(mirrored(text(left[i], "x"))).margin(1));
  }
  const ViewValue& bar = list(figure(english), "solids")[0];
  const ViewValue& mirror = list(figure(arabic), "solids")[0];
  CHECK(number(mirror, "x") + number(mirror, "width") == Approx(mirrored(text(bar, "x"))).margin(0.11));
  CHECK(number(list(figure(arabic), "tails")[0], "x2") < number(list(figure(arabic), "tails")[0], "x1"));
  CHECK(text(list(figure(arabic), "ticks")[0], "words") == "٠");
  CHECK(text(list(figure(arabic), "ticks")[1], "words") == "١٠٠");
}

TEST_CASE(
    "on a page a chart is as wide as the text, with names and first words on one line, and says the same") {
  compare::Comparison comparison = case_of(2);
  comparison.costs.sheets[1].stated_total = compare::Amount{money("EUR", 100, 250), std::nullopt};
  comparison.costs.sheets[2].stated_total = compare::Amount{money("EUR", 500, std::nullopt), std::nullopt};
  const ViewValue drawn = chart(cost_chart, comparison);
  const ViewValue& page = figure(drawn, "page");
  const ViewValue& phone = figure(drawn, "phone");
  CHECK(text(page, "width") == "499");
  CHECK(text(page, "room") == "wide");
  CHECK(text(phone, "room") == "narrow");
  CHECK(text(page, "alternative") == text(phone, "alternative"));
  const auto y = [](const ViewValue& of, const char* name, std::size_t i) {
    return text(list(of, name)[i], "y");
  };
  CHECK(y(page, "labels", 0) == y(page, "names", 0));
  CHECK(list(page, "solids").size() == list(phone, "solids").size());
}

TEST_CASE("eight hospitals with long names stay inside of figures that fit on a page") {
  compare::Comparison comparison = case_of(8);
  for (std::size_t i = 1; i <= 8; ++i) {
    comparison.options[i].name =
        "The United Northern Provinces Teaching Hospital and Comprehensive Institute for Cancer Medicine";
    state(comparison, compare::RowId::stay, i, model::DurationRange{4, 6, model::TimeUnit::week});
    state(comparison, compare::RowId::time_abroad, i, model::DurationRange{8, 9, model::TimeUnit::week});
  }
  const ViewValue drawn = chart(stay_chart, comparison);
  const List& figures = list(drawn, "figures");
  CHECK(figures.size() > 1);
  std::size_t bars = 0;
  for (const ViewValue& both : figures) {
    const ViewValue& each = *both.find("phone");
    CHECK(std::stod(text(each, "height")) < 640);
    CHECK(std::stod(text(*both.find("page"), "height")) <= std::stod(text(each, "height")));
    CHECK_FALSE(list(each, "ticks").empty());
    bars += list(each, "hollows").size() - 1;  // without the key's
    for (const ViewValue& name : list(each, "names"))
      CHECK(estimated_width(text(name, "words"), 10, ChartWeight::bold) <= k_phone_width);
  }
  CHECK(bars == 16);
}

TEST_CASE("chart text breaks where its language lets it, keeps isolates whole, and is cut with an ellipsis") {
  const auto wrap = [](const char* text, double width, std::size_t most) {
    return wrap_chart_text(text, width, 10, ChartWeight::regular, model::LanguageTag(), most);
  };
  CHECK(wrap("short", 100, 3) == std::vector<std::string>{"short"});
  CHECK(wrap("one two three", 45, 3) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("\u2068one two\u2069", 25, 3) == std::vector<std::string>{"\u2068one\u2069", "\u2068two\u2069"});
  CHECK(wrap("one two three four", 25, 2).back().ends_with("…"));
  // A word that is too long is broken all the same, between characters.
  const auto parts = wrap("aaaaaaaaaaaaaaaaaaaa", 60, 9);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0] + parts[1] == "aaaaaaaaaaaaaaaaaaaa");
  CHECK(estimated_width("中文", 10) == Approx(20));
}

}  // namespace
}  // namespace generator::report
