// The cells and rows of a comparison: every option on the same rows, a value being somebody's own words, a
// length of time, a date or a message. A cell that a letter says nothing about exists and says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/compare/rows.h"
#include "generator/compare/value.h"
#include "generator/model/case.h"

namespace generator::compare {

enum class CellState { stated, not_stated, not_applicable };

/// A limit of a review from afar that touches what stands in a cell. Message ids are "remote-limit.<id>".
struct CellLimit {
  std::string id;
  /// Those under the headings of these proposals; empty: everything in the cell.
  std::vector<int> proposals;
  friend bool operator==(const CellLimit&, const CellLimit&) = default;
};

struct Cell {
  CellState state = CellState::not_stated;
  std::vector<Value> values;        ///< empty unless stated
  std::vector<CellLimit> limits{};  ///< empty unless stated, and at home
};

/// A limit that some cell has, and whose rule it is.
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

/// What the hospitals want done before admission, of one kind: who asks for what, in their own words. A cell
/// that is not stated: this letter asks for nothing of the kind.
struct PreparationRow {
  std::optional<model::PreparationKind> kind;  ///< nullopt: the case does not sort it
  std::vector<Cell> cells;                     ///< one for each option, in their order
};

}  // namespace generator::compare
