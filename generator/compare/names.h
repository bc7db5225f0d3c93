// The one spelling of each enumerator of a comparison, as in message ids and JSON: kebab-case.
#pragma once

#include <string>
#include <string_view>

#include "generator/compare/changes.h"
#include "generator/compare/comparison.h"
#include "generator/model/names.h"

namespace generator::model {

template <>
std::span<const Name<compare::CellState>> names<compare::CellState>();
template <>
std::span<const Name<compare::Heading::Of>> names<compare::Heading::Of>();
template <>
std::span<const Name<compare::Lead::Kind>> names<compare::Lead::Kind>();
template <>
std::span<const Name<compare::OptionKind>> names<compare::OptionKind>();
template <>
std::span<const Name<compare::CostState>> names<compare::CostState>();
template <>
std::span<const Name<compare::LeftOut>> names<compare::LeftOut>();
template <>
std::span<const Name<compare::Unlike>> names<compare::Unlike>();
template <>
std::span<const Name<compare::StepId>> names<compare::StepId>();
template <>
std::span<const Name<compare::CalendarFact>> names<compare::CalendarFact>();
template <>
std::span<const Name<compare::Subject>> names<compare::Subject>();
template <>
std::span<const Name<compare::DifferenceKind>> names<compare::DifferenceKind>();
template <>
std::span<const Name<compare::ReadingKind>> names<compare::ReadingKind>();
template <>
std::span<const Name<compare::ChanceBound>> names<compare::ChanceBound>();
template <>
std::span<const Name<compare::Audience>> names<compare::Audience>();
template <>
std::span<const Name<compare::QuestionTopic>> names<compare::QuestionTopic>();
template <>
std::span<const Name<compare::Clock>> names<compare::Clock>();
template <>
std::span<const Name<compare::OptionEvent>> names<compare::OptionEvent>();
template <>
std::span<const Name<compare::CaseFact>> names<compare::CaseFact>();

}  // namespace generator::model

namespace generator::compare {

using model::name_of;

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
