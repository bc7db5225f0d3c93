#include "generator/compare/cell_writing.h"

#include <algorithm>

namespace generator::compare {

std::vector<Value> values_of(const std::optional<model::Statement>& statement) {
  if (!statement) return {};
  return {*statement};
}

std::vector<Value> values_of(const std::vector<model::Statement>& statements) {
  return {statements.begin(), statements.end()};
}

std::vector<Value> values_of(const std::optional<model::DurationRange>& duration) {
  if (!duration) return {};
  return {*duration};
}

std::vector<Value> values_of(const std::optional<model::Date>& date) {
  if (!date) return {};
  return {*date};
}

std::vector<Value> values_of(const std::optional<model::Reviewer>& reviewer) {
  if (!reviewer || (reviewer->name.empty() && reviewer->department.empty())) return {};
  if (reviewer->department.empty()) return {message("reviewer.name-only", {{"name", reviewer->name}})};
  if (reviewer->name.empty())
    return {message("reviewer.department-only", {{"department", reviewer->department}})};
  return {message("reviewer.named", {{"name", reviewer->name}, {"department", reviewer->department}})};
}

std::vector<Value> values_of(const std::optional<model::Stage>& stage) {
  if (!stage || stage->value.empty()) return {};
  if (stage->system.empty()) return {message("stage.plain", {{"value", stage->value}})};
  return {message("stage.in-system", {{"system", stage->system}, {"value", stage->value}})};
}

std::vector<Value> values_of(const std::optional<model::Trial>& trial) {
  std::vector<Value> values;
  if (!trial) return values;
  if (!trial->registry_number.empty())
    values.push_back(message("trial.registered", {{"registration", trial->registry_number}}));
  if (trial->title) values.push_back(*trial->title);
  if (trial->eligibility) values.push_back(message_of("trial-eligibility", *trial->eligibility));
  return values;
}

std::vector<Value> values_of(const model::NamedJudgement& judgement) {
  std::vector<Value> values{message_of("judgement", judgement.judgement)};
  std::string role(model::name_of(judgement.role));
  if (judgement.on) {
    values.push_back(message("judged.by-on",
                             {{"name", judgement.by}, {"role", std::move(role)}, {"date", *judgement.on}}));
  } else {
    values.push_back(message("judged.by", {{"name", judgement.by}, {"role", std::move(role)}}));
  }
  if (judgement.reason) values.push_back(*judgement.reason);
  return values;
}

std::vector<Value> values_of(const std::vector<model::Marker>& markers) {
  std::vector<Value> values;
  for (const model::Marker& marker : markers) {
    values.push_back(marker.date
                         ? message("marker.value-on",
                                   {{"name", marker.name}, {"value", marker.value}, {"date", *marker.date}})
                         : message("marker.value", {{"name", marker.name}, {"value", marker.value}}));
    values.back().source = marker.source;
  }
  return values;
}

std::vector<Value> values_of(const std::vector<model::RecordKind>& records) {
  std::vector<Value> values;
  for (const model::RecordKind kind : records) values.push_back(message_of("record-kind", kind));
  return values;
}

std::vector<Value> values_of(const std::vector<model::Preparation>& preparations) {
  std::vector<Value> values;
  for (const model::Preparation& preparation : preparations) values.push_back(preparation.what);
  return values;
}

std::vector<Value> urgency_of(const model::Opinion& opinion) {
  std::vector<Value> values = values_of(opinion.urgency);
  if (opinion.urgency_within) {
    values.push_back(message("urgency.within", {{"duration", *opinion.urgency_within}}));
    values.back().source = model::source_of(opinion.sources, "urgency_within");
  }
  return values;
}

std::vector<Value> standing_at(std::vector<Value> values, const model::Sources& sources,
                               std::string_view member) {
  const std::optional<model::Source> source = model::source_of(sources, member);
  for (Value& value : values) {
    if (!std::holds_alternative<model::Statement>(value) && !value.source) value.source = source;
  }
  return values;
}

std::vector<Value> values_of(const std::vector<model::Modality>& modalities, model::ModalityOrder order) {
  std::vector<Value> values;
  if (modalities.size() > 1) values.push_back(message_of("modality-order", order));
  for (const model::Modality modality : modalities) values.push_back(message_of("modality", modality));
  return values;
}

Cell cell_of(std::vector<Value> values) {
  if (values.empty()) return {CellState::not_stated, {}};
  return {CellState::stated, std::move(values)};
}

Cell not_applicable() {
  return {CellState::not_applicable, {}};
}

Cell merge(std::vector<std::optional<Cell>> parts, const char* id) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i]) shown.push_back(i);
  }
  if (shown.empty()) return {};
  if (shown.size() == 1) return *std::move(parts[shown.front()]);
  const auto is = [&parts](CellState state) {
    return [&parts, state](std::size_t i) { return parts[i]->state == state; };
  };
  if (std::ranges::none_of(shown, is(CellState::stated))) {
    return std::ranges::all_of(shown, is(CellState::not_applicable)) ? not_applicable() : Cell{};
  }
  Cell merged{CellState::stated, {}};
  for (const std::size_t i : shown) {
    Cell& part = *parts[i];
    merged.values.emplace_back(message(id, {{"number", static_cast<int>(i) + 1}}));
    if (part.state != CellState::stated)
      merged.values.emplace_back(message("cell-state." + std::string(name_of(part.state))));
    std::ranges::move(part.values, std::back_inserter(merged.values));
  }
  return merged;
}

}  // namespace generator::compare
