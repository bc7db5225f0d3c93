// What a comparison is made of: a value is somebody's own words (a Statement), a figure, or a Message, whose
// sentence is chosen from a locale's catalog at the very end. No language is in it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "generator/compare/chance.h"
#include "generator/model/date.h"
#include "generator/model/duration.h"
#include "generator/model/money.h"
#include "generator/model/statement.h"

namespace generator::compare {

using Argument = std::variant<std::string, int, model::Date, model::DurationRange, model::MoneyRange>;

/// A sentence by its id in locales/<tag>/messages.json, with its named arguments. A string argument is a
/// proper name, shown as it is; or, where the message's pattern selects on it, a keyword (dashes become _).
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
  std::vector<Chance> chances;               ///< of a statement: what its words say of chances
  std::vector<StatedChance> stated_chances;  ///< the one whose outcome this statement is; else none

  friend bool operator==(const Value&, const Value&) = default;
};

/// Somebody's sentence, and whose it is.
struct Evidence {
  std::size_t option = 0;  ///< indexes Comparison::options
  Value value;
};

}  // namespace generator::compare
