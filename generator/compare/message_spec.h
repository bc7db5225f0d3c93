// A line of a table of messages: the id of a sentence in locales/<tag>/messages.json, and the arguments that
// go with it. Three tables say which messages there are: compare/message_ids.h, report/view_messages.h and
// locale/format_messages.h. A catalog is held against them when it is loaded, so that no sentence is missing
// on a family's page.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/compare/value.h"

namespace generator::compare {

/// What an argument of a message is; it decides which formats a pattern may use on it.
enum class ArgumentKind {
  none,      ///< fills the unused places of the table
  text,      ///< a proper name or a code, shown as it is; or words of the reader's language
  number,    ///< a count; patterns may use plural
  date,      ///< model::Date
  duration,  ///< model::DurationRange
  money,     ///< model::MoneyRange
  keyword,   ///< one of ArgumentSpec::keywords; patterns select on it
};

struct ArgumentSpec {
  std::string_view name;
  ArgumentKind kind = ArgumentKind::none;
  std::string_view keywords = {};  ///< of a keyword: its values, separated by spaces
};

/// A message id and its arguments, all of which are always given, in this order.
struct MessageSpec {
  std::string_view id;
  ArgumentSpec slots[5] = {};

  constexpr std::span<const ArgumentSpec> arguments() const {
    std::size_t count = 0;
    while (count < std::size(slots) && slots[count].kind != ArgumentKind::none) ++count;
    return {slots, count};
  }
};

/// For the tables: "date"_date is the argument {date}, which is a date.
namespace message_literals {
consteval ArgumentSpec operator""_text(const char* name, std::size_t size) {
  return {{name, size}, ArgumentKind::text};
}
consteval ArgumentSpec operator""_number(const char* name, std::size_t size) {
  return {{name, size}, ArgumentKind::number};
}
consteval ArgumentSpec operator""_date(const char* name, std::size_t size) {
  return {{name, size}, ArgumentKind::date};
}
consteval ArgumentSpec operator""_duration(const char* name, std::size_t size) {
  return {{name, size}, ArgumentKind::duration};
}
consteval ArgumentSpec operator""_money(const char* name, std::size_t size) {
  return {{name, size}, ArgumentKind::money};
}
}  // namespace message_literals

/// Whether these are the arguments that the table demands: the same names, in order, each of its kind.
bool takes(const MessageSpec& spec, const std::vector<std::pair<std::string, Argument>>& arguments);

}  // namespace generator::compare
