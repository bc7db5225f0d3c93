// The one spelling of each enumerator of a comparison, as in message ids and JSON: kebab-case.
#pragma once

#include <string>
#include <string_view>

#include "generator/compare/comparison.h"
#include "generator/model/names.h"

namespace generator::compare {

std::string_view name_of(CellState state);
std::string_view name_of(Heading::Of of);
std::string_view name_of(Lead::Kind lead);
std::string_view name_of(OptionKind kind);
std::string_view name_of(CostState state);
std::string_view name_of(Subject subject);
std::string_view name_of(DifferenceKind kind);
std::string_view name_of(ChanceBound bound);
std::string_view name_of(Audience audience);
std::string_view name_of(QuestionTopic topic);
std::string_view name_of(Clock clock);
std::string_view name_of(StepId step);
std::string_view name_of(CalendarFact fact);

/// A Message by its id; asserts that message_specs() lists it with those very arguments.
Message message(std::string id, std::vector<std::pair<std::string, Argument>> arguments = {});

/// The sentences of a heading and of a lead.
Message message_of(const Heading& heading);
Message message_of(const Lead& lead);

/// The Message that names an enumerated value: message_of("decision", status) is "decision.under-review".
template <typename Enum>
Message message_of(std::string_view prefix, Enum value) {
  return message(std::string(prefix) + "." + std::string(model::name_of(value)));
}

}  // namespace generator::compare
