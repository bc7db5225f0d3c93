// The cells and rows of a comparison: every option on the same rows, a value being somebody's own words, a
// length of time, a date or a message. A cell that a letter says nothing about exists and says so.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "generator/model/case.h"

namespace generator::compare {

using Argument = std::variant<std::string, int, model::Date, model::DurationRange, model::MoneyRange>;

/// A sentence by its id in locales/<tag>/messages.json, with its named arguments. A string argument is a
/// proper name, shown as it is; or, where the message's pattern selects on it, a kebab-case keyword.
struct Message {
  std::string id;
  std::vector<std::pair<std::string, Argument>> arguments;

  friend bool operator==(const Message&, const Message&) = default;
};

/// One value, and where it stands. A statement carries its place itself; `source` is that of a value which is
/// no statement. A value without a place was entered by a person.
struct Value : std::variant<Message, model::Statement, model::DurationRange, model::Date> {
  using variant::variant;
  std::optional<model::Source> source;

  friend bool operator==(const Value&, const Value&) = default;
};

enum class CellState { stated, not_stated, not_applicable };

struct Cell {
  CellState state = CellState::not_stated;
  std::vector<Value> values;  ///< empty unless stated
};

/// The rows, in the order in which every report shows them. Message ids are "row.<name>".
enum class RowId {
  decision,
  decision_reason,
  conditions,
  reviewer,
  seen,
  received,
  valid_until,
  diagnosis,
  stage,
  markers,
  treatment,
  plan,
  line_of_therapy,
  intent,
  intensity,
  benefit,
  risks,
  side_effects,
  alternatives,
  if_not_suitable,
  operability,
  urgency,
  trial,
  before_admission,
  time_to_treatment,
  stay,
  time_abroad,
  follow_up,
  emergency_care,
  experience,
  pathology_handling,
  records_translation,
  limits,
  asks,
  travel,
  visa,
  language,
  companions,
  judgement
};

/// Groups of rows; message ids are "group.<name>".
enum class RowGroup { answer, diagnosis, treatment, time, safety, practical, judgement };

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
