// What makes a long report short, and still leaves every option's silence in sight: rows that nobody fills
// are named once, points of several options are told once, and a sum that would only repeat its row is left
// out.
#include <catch2/catch.hpp>
#include <string>

#include "generator/compare/told_together.h"
#include "generator/report/view.h"
#include "generator/report/view_messages.h"

namespace generator::report {
namespace {

using List = ViewValue::List;

std::shared_ptr<const locale::Catalog> english() {
  auto catalog = locale::Catalog::load(std::filesystem::path(CONSILIUM_ROOT) / "locales",
                                       model::LanguageTag::parse("en").value(), all_messages());
  REQUIRE(catalog.has_value());
  return *catalog;
}

/// Home and hospitals A to C, each with an estimate.
compare::Comparison three_hospitals() {
  compare::Comparison comparison;
  comparison.order = {"order.by-name", {}};
  comparison.options.resize(4);
  comparison.costs.sheets.resize(4);
  comparison.options[0].kind = compare::OptionKind::home;
  for (std::size_t i = 1; i < 4; ++i) {
    comparison.options[i].letter = std::string(1, static_cast<char>('A' + i - 1));
    comparison.options[i].name = "Hospital " + std::to_string(i);
    comparison.costs.sheets[i].option = i;
    comparison.costs.sheets[i].estimate = "est-" + std::to_string(i);
  }
  return comparison;
}

const List& list(const ViewValue& value, std::string_view name) {
  const ViewValue* member = value.find(name);
  REQUIRE(member != nullptr);
  return std::get<List>(member->value);
}

std::string text(const ViewValue& value, std::string_view name) {
  const ViewValue* member = value.find(name);
  REQUIRE(member != nullptr);
  const auto* words = std::get_if<std::string>(&member->value);
  return words == nullptr ? "(no text)" : *words;
}

compare::Amount euro(int amount) {
  return {
      model::stated(model::Currency::parse("EUR").value(), model::Decimal(amount), model::Decimal(amount)),
      {}};
}

}  // namespace

TEST_CASE("a row in which no option states anything is named below the table, not shown") {
  compare::Comparison comparison = three_hospitals();
  const auto row = [](compare::RowId id, compare::CellState last) {
    compare::Row made{id, std::vector<compare::Cell>(4)};
    made.cells[0].state = compare::CellState::not_applicable;
    made.cells[3].state = last;
    if (last == compare::CellState::stated)
      made.cells[3].parts = {{{}, last, {}, {compare::Value(model::Date{2026, 11, 2})}, {}}};
    return made;
  };
  using enum compare::CellState;
  comparison.groups = {{compare::RowGroup::time, {row(compare::RowId::stay, not_stated)}},
                       {compare::RowGroup::practical,
                        {row(compare::RowId::visa, stated), row(compare::RowId::travel, not_stated)}}};
  const ViewValue view = make_view(comparison, *english());
  REQUIRE(list(view, "groups").size() == 1);
  REQUIRE(list(list(view, "groups")[0], "rows").size() == 1);
  CHECK(list(list(list(view, "groups")[0], "rows")[0], "cells").size() == 4);
  REQUIRE(list(view, "silent").size() == 2);
  CHECK(text(list(view, "silent")[0], "name") == "Stay in hospital or nearby");
  CHECK(text(list(view, "silent")[0], "id") == "row-stay");
  CHECK(list(view, "silent")[0].find("more")->is_truthy());
  CHECK_FALSE(list(view, "silent")[1].find("more")->is_truthy());
}

TEST_CASE(
    "a point about several options is told once, with all of them; one with evidence stays with its own") {
  compare::Comparison comparison = three_hospitals();
  const compare::Message risks{"unknown.risks", {}};
  const compare::Message benefit{"unknown.benefit", {}};
  const compare::Message effects{"unknown.side-effects", {}};
  const compare::Evidence evidence{2, model::Date{2026, 11, 2}};
  comparison.unknowns = {{0, benefit, {}},         {1, risks, {}}, {1, benefit, {}}, {2, benefit, {}},
                         {2, effects, {evidence}}, {3, risks, {}}, {3, benefit, {}}, {1, effects, {}}};
  comparison.unknowns_together = compare::told_together(comparison.unknowns);
  const ViewValue view = make_view(comparison, *english());
  const List& groups = list(view, "unknowns");
  REQUIRE(groups.size() == 3);
  const List& several = list(groups[0], "items");
  REQUIRE(several.size() == 2);
  CHECK(text(several[0], "concerns") == "For every option");
  CHECK(text(several[1], "concerns") == "For: A and C");
  CHECK(text(groups[0], "key") == "A. Hospital 1; B. Hospital 2; C. Hospital 3");
  CHECK_FALSE(groups[0].find("folded")->is_truthy());
  CHECK(text(groups[1], "folded") == "A. Hospital 1: 1 point of its own");
  CHECK(list(groups[2], "items")[0].find("any_evidence")->is_truthy());
  CHECK(text(*view.find("short"), "open").find("4 points are not known yet.") == 0);
}

TEST_CASE("points that every hospital leaves open say so without its letters") {
  compare::Comparison comparison = three_hospitals();
  const compare::Message risks{"unknown.risks", {}};
  comparison.unknowns = {{1, risks, {}}, {2, risks, {}}, {3, risks, {}}};
  comparison.unknowns_together = compare::told_together(comparison.unknowns);
  const ViewValue view = make_view(comparison, *english());
  CHECK(text(list(list(view, "unknowns")[0], "items")[0], "concerns") == "For every hospital");
}

TEST_CASE("one shared kind of cost is named, and no sum repeats its row") {
  compare::Comparison comparison = three_hospitals();
  using enum model::CostCategory;
  comparison.costs.like_for_like = {surgery};
  const ViewValue one = make_view(comparison, *english());
  const std::size_t rows = list(*one.find("costs"), "totals").size();
  CHECK(text(*one.find("costs"), "like_for_like").find("Only one kind of cost") == 0);
  CHECK(text(*one.find("costs"), "like_for_like").find(": Surgery.") != std::string::npos);
  comparison.costs.like_for_like = {surgery, imaging};
  const ViewValue two = make_view(comparison, *english());
  CHECK(list(*two.find("costs"), "totals").size() == rows + 1);
}

TEST_CASE("a package of one line says that the line is the package; a line among others does not") {
  compare::Comparison comparison = three_hospitals();
  compare::CostSheet& sheet = comparison.costs.sheets[1];
  sheet.basis = model::EstimateBasis::package;
  sheet.stated_total = sheet.stated_items = euro(900);
  sheet.is_package_price = true;
  sheet.package_line = model::CostCategory::surgery;
  model::CostItem item{.category = model::CostCategory::surgery,
                       .label = {},
                       .state = model::ItemState::included,
                       .unit_price = {},
                       .quantity = {},
                       .unit = "",
                       .line = {}};
  item.label.text = "Robotic removal of the prostate";
  sheet.lines = {{item, {}, true, {}}};
  compare::CostRow row{model::CostCategory::surgery, std::vector<compare::CostCell>(4)};
  row.cells[1].state = compare::CostState::included;
  comparison.costs.rows = {row};
  const auto notes = [&] {
    const ViewValue view = make_view(comparison, *english());
    const ViewValue& costs = *view.find("costs");
    return text(list(list(costs, "rows")[0], "cells")[1], "note") + " / " +
           text(*list(list(costs, "sheets")[0], "lines")[0].find("amount"), "note");
  };
  const std::string package = "This is the package itself. Its price is the total";
  CHECK(notes() == package + " / " + package);
  sheet.lines.push_back({item, {}, true, {}, {}, {}});
  sheet.package_line.reset();
  const std::string included = "Included; no price of its own";
  CHECK(notes() == included + " / " + included);
}

TEST_CASE("the first page says of each option what it costs and what is open, and leads to its detail") {
  compare::Comparison comparison = three_hospitals();
  comparison.costs.sheets[1].stated_items = euro(900);
  comparison.costs.sheets[1].left_out = {{model::CostCategory::intensive_care, compare::LeftOut::excluded},
                                         {model::CostCategory::drugs, compare::LeftOut::open}};
  const ViewValue view = make_view(comparison, *english());
  const List& options = list(*view.find("short"), "options");
  REQUIRE(options.size() == 4);
  CHECK(text(options[0], "href") == "#option-home");
  CHECK(text(options[1], "href") == "#option-A");
  CHECK(text(options[1], "costs_href") == "#estimate-A");
  CHECK(text(*options[1].find("answer"), "note") == "Has not answered yet");
  CHECK(text(*options[1].find("costs"), "note") ==
        "Our sum of the items with an amount; Not included: Intensive care; Without an amount: Medicines");
  CHECK(text(*options[2].find("costs"), "note") == "No amount is stated");
  CHECK(text(*options[0].find("costs"), "note") == "No estimate");
}

}  // namespace generator::report
