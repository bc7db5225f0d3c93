// The cells and rows of a comparison: every option on the same rows, a value being somebody's own words, a
// length of time, a date or a message. A cell that a letter says nothing about exists and says so.
//
// Where a hospital answered more than once, or proposes more than one treatment, its cell has a part for each
// of them under its heading, those that say nothing too; so no proposal is chosen over another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/compare/rows.h"
#include "generator/compare/value.h"
#include "generator/model/case.h"

namespace generator::compare {

enum class CellState { stated, not_stated, not_applicable };

/// Which of several answers, or of several proposals, of one option; numbers count from 1. Message ids are
/// "opinion.number" and "proposal.number".
struct Heading {
  enum class Of { opinion, proposal };
  Of of = Of::opinion;
  int number = 1;
  friend bool operator==(const Heading&, const Heading&) = default;
};

/// What is said before values and is none itself: that a plan is no offer, or how its treatments follow each
/// other.
struct Lead {
  enum class Kind { declined, not_judged, trial_closed, in_sequence, together };
  Kind kind = Kind::declined;
  std::optional<model::Source> source;  ///< where a letter says so
  friend bool operator==(const Lead&, const Lead&) = default;
};

/// What one answer, one proposal, or the case itself says on a row.
struct Part {
  std::optional<Heading> heading;  ///< iff its cell has several parts
  CellState state = CellState::not_stated;
  std::vector<Lead> leads;          ///< empty unless stated
  std::vector<Value> values;        ///< the same
  std::vector<std::string> limits;  ///< ids of the limits of a review from afar that touch it; the same

  friend bool operator==(const Part&, const Part&) = default;
};

/// Stated if any of its parts is.
struct Cell {
  CellState state = CellState::not_stated;
  std::vector<Part> parts;  ///< empty unless stated

  friend bool operator==(const Cell&, const Cell&) = default;
};

/// The values of all parts, one after another.
std::vector<Value> values_in(const std::vector<Part>& parts);

/// A cell whose parts all state the same, with it once and without their headings: one hospital's proposals,
/// or its answers. Any other cell as it is.
Cell told_once(Cell cell);

/// A limit of a review from afar that touches some cell, and whose rule it is. Message ids are
/// "remote-limit.<id>".
struct LimitInUse {
  std::string id;
  std::string source;  ///< id of a source of the settings
};

struct Row {
  RowId id;
  std::vector<Cell> cells;  ///< one for each option, in their order
};

struct Group {
  RowGroup id;
  std::vector<Row> rows;
};

/// The cell of a row and an option; silent, if the groups do not have the row.
const Cell& cell_at(const std::vector<Group>& groups, RowId row, std::size_t option);

/// Whether any option states anything in the row.
bool says_something(const Row& row);
bool says_something(const std::vector<Group>& groups, RowId row);

/// What the hospitals want done before admission, of one kind: who asks for what, in their own words. A cell
/// that is not stated: this letter asks for nothing of the kind.
struct PreparationRow {
  std::optional<model::PreparationKind> kind;  ///< nullopt: the case does not sort it
  std::vector<Cell> cells;                     ///< one for each option, in their order
};

}  // namespace generator::compare
