// What would happen when, for each option: the same steps in the same order, home too. It holds what the
// letters and estimates state, each with its place, put in the order in which it comes due; nothing is
// computed into a date that nobody stated, and where nothing is stated, a step's cell says so.
#pragma once

#include <optional>
#include <vector>

#include "generator/compare/costs.h"
#include "generator/compare/table.h"

namespace generator::compare {

/// Message ids are "step.<name>".
enum class StepId {
  decide,   ///< until when answers and estimates hold
  prepare,  ///< before travelling
  wait,     ///< until treatment begins
  admission,
  treatment,
  discharge,
  abroad,      ///< how long all of it takes, away from home
  afterwards,  ///< at home again
  other_time,  ///< payments that the estimate gives another time than these
};

/// What a cell of the calendar says: as a cell of the table, or payments.
struct CalendarCell {
  CellState state = CellState::not_stated;
  std::vector<Part> parts;            ///< of a row of the table, or of a date of the estimate
  std::vector<PaymentLine> payments;  ///< of a row of payments
};

enum class CalendarFact { table_row, estimate_valid_until, payments };

struct CalendarRow {
  CalendarFact fact = CalendarFact::table_row;
  std::optional<RowId> row;         ///< iff of the table: the row that says the same
  std::vector<CalendarCell> cells;  ///< one for each option, in their order
};

struct CalendarStep {
  StepId id;
  std::vector<CalendarRow> rows;
};

/// The steps with their rows. `options` is their number. The step `other_time` is there only if some estimate
/// names such a payment.
std::vector<CalendarStep> build_calendar(const std::vector<Group>& groups, const Costs& costs,
                                         std::size_t options);

}  // namespace generator::compare
