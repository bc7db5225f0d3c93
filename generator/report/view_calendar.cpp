#include <algorithm>

#include "generator/compare/names.h"
#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::CalendarCell;
using compare::CalendarFact;
using compare::CalendarRow;
using Object = ViewValue::Object;
using List = ViewValue::List;

bool is_statement(const compare::Value& value) {
  return std::holds_alternative<model::Statement>(value);
}

/// A statement that a cell of the calendar has room for.
bool is_short(const compare::Value& value) {
  constexpr std::ptrdiff_t k_room = 160;  // characters
  const auto* statement = std::get_if<model::Statement>(&value);
  if (statement == nullptr) return true;
  return std::ranges::count_if(statement->text, [](char c) { return (c & 0xC0) != 0x80; }) <= k_room;
}

/// Dates, lengths of time and kinds; statements only where a part has nothing else, and as long as there is
/// room: the table of options holds all in full.
compare::Part in_calendar(const compare::Part& part) {
  compare::Part figures = part;
  std::erase_if(figures.values, is_statement);
  const std::size_t statements = part.values.size() - figures.values.size();
  if (!figures.values.empty() || !figures.leads.empty() || statements == 0) return figures;
  constexpr std::size_t k_most = 2;
  if (statements <= k_most && std::ranges::all_of(part.values, is_short)) return part;
  figures.values.emplace_back(
      compare::Message{"calendar.statements", {{"count", static_cast<int>(statements)}}});
  return figures;
}

List one_part(List items) {
  const bool is_one = items.size() == 1;
  ViewValue single = is_one ? items.front() : ViewValue(false);
  ViewValue many = is_one ? ViewValue(false) : ViewValue(Object{{"items", std::move(items)}});
  return {Object{{"heading", false}, {"single", std::move(single)}, {"many", std::move(many)}}};
}

List payment_parts(const std::vector<compare::PaymentLine>& payments, ViewWords& words) {
  List items;
  for (const compare::PaymentLine& line : payments) {
    std::string text = words.say("calendar.amount-not-stated");
    if (!line.amount && line.payment.percent)
      text = words.say("cost.percent", {{"percent", words.catalog().number(*line.payment.percent)}});
    if (line.amount) {
      text = words.catalog().format(line.amount->own);
      if (line.amount->family) {
        text = words.say("calendar.converted",
                         {{"amount", text}, {"converted", converted_text(*line.amount->family, words)}});
      }
    }
    items.push_back(words.plain(std::move(text), line.payment.source));
  }
  return one_part(std::move(items));
}

ViewValue calendar_cell(const CalendarCell& cell, ViewWords& words) {
  if (cell.state != compare::CellState::stated)
    return Object{{"note", words.name(cell.state)}, {"parts", List{}}};
  if (!cell.payments.empty()) return Object{{"note", false}, {"parts", payment_parts(cell.payments, words)}};
  std::vector<compare::Part> parts;
  for (const compare::Part& part : cell.parts) parts.push_back(in_calendar(part));
  return Object{{"note", false}, {"parts", words.parts(parts)}};
}

bool says_something(const CalendarRow& row) {
  return std::ranges::any_of(
      row.cells, [](const CalendarCell& cell) { return cell.state == compare::CellState::stated; });
}

std::string name_of(const CalendarRow& row, const ViewWords& words) {
  switch (row.fact) {
    case CalendarFact::table_row: return words.name(*row.row);
    case CalendarFact::estimate_valid_until: return words.say("chart.validity.estimate");
    case CalendarFact::payments: return words.say("chart.stay.payments");
  }
  return {};
}

}  // namespace

ViewValue calendar_view(const compare::Comparison& comparison, bool links, ViewWords& words) {
  List steps;
  for (const compare::CalendarStep& step : comparison.calendar) {
    List rows;
    for (const CalendarRow& row : step.rows) {
      if (!says_something(row)) continue;  // as in the table of options, below which it is named
      List cells;
      for (const CalendarCell& cell : row.cells) cells.push_back(calendar_cell(cell, words));
      rows.push_back(
          Object{{"name", name_of(row, words)},
                 {"href", links && row.row ? ViewValue("#" + row_anchor(*row.row)) : ViewValue(false)},
                 {"cells", std::move(cells)}});
    }
    if (rows.empty()) continue;
    steps.push_back(Object{{"name", words.name(step.id)}, {"rows", std::move(rows)}});
  }
  return steps;
}

}  // namespace generator::report
