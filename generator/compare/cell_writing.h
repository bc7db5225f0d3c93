// How values of the model become values of a cell.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/names.h"

namespace generator::compare {

std::vector<Value> values_of(const std::optional<model::Statement>& statement);
std::vector<Value> values_of(const std::vector<model::Statement>& statements);
std::vector<Value> values_of(const std::optional<model::DurationRange>& duration);
std::vector<Value> values_of(const std::optional<model::Date>& date);
std::vector<Value> values_of(const std::optional<model::Reviewer>& reviewer);
std::vector<Value> values_of(const std::optional<model::Stage>& stage);
std::vector<Value> values_of(const std::optional<model::Trial>& trial);
std::vector<Value> values_of(const model::NamedJudgement& judgement);
std::vector<Value> values_of(const std::vector<model::Marker>& markers);
std::vector<Value> values_of(const std::vector<model::SeenRecord>& records);
std::vector<Value> values_of(const std::vector<model::Preparation>& preparations);
std::vector<Value> values_of(const std::vector<model::Modality>& modalities);

/// An enumerated value as the message of that prefix.
template <typename Enum>
std::vector<Value> values_of(const char* prefix, const std::optional<Enum>& value) {
  if (!value) return {};
  return {message_of(prefix, *value)};
}

/// How urgent an answer holds the treatment to be: its words, and the bound that it gives.
std::vector<Value> urgency_of(const model::Opinion& opinion);

/// Until when something holds: the day that is stated; else the length that is, and the day that follows from
/// it, which is said to be computed.
std::vector<Value> validity_of(const std::optional<model::Date>& until,
                               const std::optional<model::DurationRange>& length,
                               const std::optional<model::Date>& end, const model::Sources& sources);

/// A result of the laboratory: its name, in what it was measured, its value with the unit, and its day.
Value value_of(const model::Marker& marker);

/// The aim in the letter's own words; without them its kind.
std::vector<Value> intent_of(const model::Proposal& proposal);

/// That an answer was heard, by whom and when; nothing of a letter.
std::vector<Value> values_of(const std::optional<model::Heard>& heard);

/// What a plan means for those beside the patient: for each who it is, and what is said of them.
std::vector<Value> for_persons_of(const model::Proposal& proposal, const std::vector<model::Person>& persons);

/// What a hospital answers on one treatment: which, how, and why.
std::vector<Value> values_of(const model::OnTreatment& answer);

/// The same values, those that are no statements with the place that the answer gives for that member.
std::vector<Value> standing_at(std::vector<Value> values, const model::Sources& sources,
                               model::Sourced member);

/// Stated with these values; not stated if there are none.
Part part_of(std::vector<Value> values);

Part not_applicable();

/// The kinds of treatment of a plan; where there are several, whether they follow each other leads them.
Part treatments_of(const model::Proposal& proposal);

/// The cell of which that part is all.
Cell whole(Part part);

/// One cell from what several answers or proposals say: if only one is shown, of that; else a part for each,
/// under its heading. Not stated only if none of them says anything. A part that is absent keeps its number
/// and is not shown.
Cell merge(std::vector<std::optional<Part>> parts, Heading::Of of);

}  // namespace generator::compare
