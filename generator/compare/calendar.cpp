#include "generator/compare/calendar.h"

#include <algorithm>

#include "generator/compare/cell_writing.h"
#include "generator/compare/cost_comparison.h"

namespace generator::compare {
namespace {

/// What stands in a step: a row of the table, payments due at a time, or until when the estimate holds.
struct FactSpec {
  CalendarFact fact;
  RowId row = {};
  model::PaymentTime when = {};
};

constexpr FactSpec of_row(RowId row) {
  return {CalendarFact::table_row, row, {}};
}
constexpr FactSpec due(model::PaymentTime when) {
  return {CalendarFact::payments, {}, when};
}

struct StepSpec {
  StepId id;
  std::vector<FactSpec> facts;
};

const std::vector<StepSpec>& step_specs() {
  using enum RowId;
  using When = model::PaymentTime;
  static const std::vector<StepSpec> k_steps = {
      {StepId::decide, {of_row(valid_until), {CalendarFact::estimate_valid_until, {}, {}}}},
      {StepId::prepare,
       {of_row(asks), of_row(conditions), of_row(before_admission), of_row(records_translation), of_row(visa),
        due(When::before_arrival)}},
      {StepId::wait, {of_row(urgency), of_row(time_to_treatment)}},
      {StepId::admission, {of_row(pathology_handling), due(When::admission)}},
      {StepId::treatment, {of_row(treatment), of_row(stay), due(When::milestone)}},
      {StepId::discharge, {due(When::discharge)}},
      {StepId::abroad, {of_row(time_abroad)}},
      {StepId::afterwards, {of_row(follow_up)}},
      {StepId::other_time, {due(When::other)}},
  };
  return k_steps;
}

CalendarCell of_cell(const Cell& cell) {
  return {cell.state, cell.parts, {}};
}

/// At home nobody is asked for an estimate, but the case may hold one.
CellState silence_of(std::size_t option, const std::vector<const CostSheet*>& sheets) {
  return option == 0 && sheets.empty() ? CellState::not_applicable : CellState::not_stated;
}

/// Each price under the plan that it is for.
CalendarCell validity_cell(std::size_t option, const Costs& costs) {
  const std::vector<const CostSheet*> sheets = sheets_of(costs, option);
  CalendarCell cell{silence_of(option, sheets), {}, {}};
  for (const CostSheet* sheet : sheets) {
    Part part = part_of(validity_of(sheet->valid_until, sheet->valid_for, sheet->ends_on, sheet->sources));
    if (sheet->proposal) part.heading = Heading{Heading::Of::proposal, *sheet->proposal};
    if (part.state == CellState::stated) cell.state = CellState::stated;
    cell.parts.push_back(std::move(part));
  }
  if (cell.state != CellState::stated) cell.parts.clear();
  return cell;
}

CalendarCell payments_cell(std::size_t option, const Costs& costs, model::PaymentTime when) {
  CalendarCell cell{silence_of(option, sheets_of(costs, option)), {}, {}};
  for (const PaymentLine& line : payments_of(costs, option)) {
    if (line.payment.when == when) cell.payments.push_back(line);
  }
  if (!cell.payments.empty()) cell.state = CellState::stated;
  return cell;
}

CalendarRow row_of(const FactSpec& spec, const std::vector<Group>& groups, const Costs& costs,
                   std::size_t options) {
  CalendarRow row;
  row.fact = spec.fact;
  if (spec.fact == CalendarFact::table_row) row.row = spec.row;
  for (std::size_t option = 0; option < options; ++option) {
    switch (spec.fact) {
      case CalendarFact::table_row: row.cells.push_back(of_cell(cell_at(groups, spec.row, option))); break;
      case CalendarFact::estimate_valid_until: row.cells.push_back(validity_cell(option, costs)); break;
      case CalendarFact::payments: row.cells.push_back(payments_cell(option, costs, spec.when)); break;
    }
  }
  return row;
}

bool says_something(const CalendarRow& row) {
  return std::ranges::any_of(row.cells,
                             [](const CalendarCell& cell) { return cell.state == CellState::stated; });
}

}  // namespace

std::vector<CalendarStep> build_calendar(const std::vector<Group>& groups, const Costs& costs,
                                         std::size_t options) {
  std::vector<CalendarStep> steps;
  for (const StepSpec& spec : step_specs()) {
    CalendarStep step{spec.id, {}};
    for (const FactSpec& fact : spec.facts) step.rows.push_back(row_of(fact, groups, costs, options));
    if (spec.id == StepId::other_time && !says_something(step.rows.front())) continue;
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace generator::compare
