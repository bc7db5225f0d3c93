#include "generator/compare/message_spec.h"

#include <algorithm>

namespace generator::compare {
namespace {

bool fits(const Argument& argument, ArgumentKind kind) {
  switch (kind) {
    case ArgumentKind::none: return false;
    case ArgumentKind::text:
    case ArgumentKind::keyword: return std::holds_alternative<std::string>(argument);
    case ArgumentKind::number: return std::holds_alternative<int>(argument);
    case ArgumentKind::date: return std::holds_alternative<model::Date>(argument);
    case ArgumentKind::duration: return std::holds_alternative<model::DurationRange>(argument);
    case ArgumentKind::money: return std::holds_alternative<model::MoneyRange>(argument);
  }
  return false;
}

}  // namespace

bool takes(const MessageSpec& spec, const std::vector<std::pair<std::string, Argument>>& arguments) {
  return std::ranges::equal(spec.arguments(), arguments, [](const auto& slot, const auto& argument) {
    return slot.name == argument.first && fits(argument.second, slot.kind);
  });
}

}  // namespace generator::compare
