#include "generator/compare/cell_writing.h"

#include <algorithm>
#include <iterator>

namespace generator::compare {
namespace {

/// An enumerator as a pattern selects by it: ICU takes no dash there.
template <typename Enum>
std::string keyword_of(Enum value) {
  std::string keyword(model::name_of(value));
  std::ranges::replace(keyword, '-', '_');
  return keyword;
}

}  // namespace

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
  for (const model::Marker& marker : markers) values.push_back(value_of(marker));
  return values;
}

Value value_of(const model::Marker& marker) {
  std::string id = "marker.value";
  Message said{{}, {{"name", marker.name}, {"value", model::result_text(marker)}}};
  if (marker.specimen) {
    id += "-in";
    said.arguments.emplace_back("specimen", keyword_of(*marker.specimen));
  }
  if (marker.date) {
    id += "-on";
    said.arguments.emplace_back("date", *marker.date);
  }
  said.id = std::move(id);
  Value value = std::move(said);
  value.source = marker.source;
  return value;
}

std::vector<Value> values_of(const std::vector<model::SeenRecord>& records) {
  std::vector<Value> values;
  for (const model::SeenRecord& record : records) {
    values.push_back(record.form ? message("seen.in-form", {{"record", keyword_of(record.kind)},
                                                            {"form", keyword_of(*record.form)}})
                                 : message_of("record-kind", record.kind));
  }
  return values;
}

std::vector<Value> intent_of(const model::Proposal& proposal) {
  if (proposal.intent_words) return {*proposal.intent_words};
  return standing_at(values_of("intent", proposal.intent), proposal.sources, model::Sourced::intent);
}

std::vector<Value> values_of(const std::optional<model::Heard>& heard) {
  if (!heard) return {};
  return {message("heard.by",
                  {{"channel", keyword_of(heard->channel)}, {"name", heard->by}, {"date", heard->on}})};
}

std::vector<Value> for_persons_of(const model::Proposal& proposal,
                                  const std::vector<model::Person>& persons) {
  std::vector<Value> values;
  for (const model::ForPerson& each : proposal.for_persons) {
    const auto who = std::ranges::find(persons, each.person, &model::Person::id);
    if (who == persons.end()) continue;  // ingest refuses such a case
    std::string role(model::name_of(who->role));
    values.emplace_back(
        who->label.empty() ? message("for-person.role", {{"role", std::move(role)}})
                           : message("for-person.named", {{"role", std::move(role)}, {"label", who->label}}));
    // Named because the letter speaks of them: there it stands.
    values.back().source = each.source || !each.what ? each.source : each.what->source;
    if (each.what) values.emplace_back(*each.what);
    std::ranges::copy(each.risks, std::back_inserter(values));
    if (each.stay) {
      values.emplace_back(message("for-person.stay", {{"duration", *each.stay}}));
      values.back().source = each.source;
    }
  }
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
    values.back().source = model::source_of(opinion.sources, model::Sourced::urgency_within);
  }
  return values;
}

std::vector<Value> validity_of(const std::optional<model::Date>& until,
                               const std::optional<model::DurationRange>& length,
                               const std::optional<model::Date>& end, const model::Sources& sources) {
  if (until) return standing_at({*until}, sources, model::Sourced::valid_until);
  if (!length) return {};
  std::vector<Value> values =
      standing_at({message("validity.for", {{"duration", *length}})}, sources, model::Sourced::valid_for);
  if (end) values.emplace_back(message("validity.computed", {{"date", *end}}));
  return values;
}

std::vector<Value> values_of(const model::OnTreatment& answer) {
  std::vector<Value> values = values_of("modality", answer.treatment);
  if (answer.what) values.emplace_back(*answer.what);
  if (!answer.registry_number.empty())
    values.emplace_back(message("trial.registered", {{"registration", answer.registry_number}}));
  values.emplace_back(message_of("treatment-answer", answer.decision));
  // The treatment's name stands where the letter answers on it, unless the case shows it elsewhere.
  for (Value& value : values) {
    auto* words = std::get_if<model::Statement>(&value);
    std::optional<model::Source>& source = words == nullptr ? value.source : words->source;
    if (!source) source = answer.source;
  }
  if (answer.reason) values.emplace_back(*answer.reason);
  return values;
}

std::vector<Value> standing_at(std::vector<Value> values, const model::Sources& sources,
                               model::Sourced member) {
  const std::optional<model::Source> source = model::source_of(sources, member);
  for (Value& value : values) {
    if (!std::holds_alternative<model::Statement>(value) && !value.source) value.source = source;
  }
  return values;
}

std::vector<Value> values_of(const std::vector<model::Modality>& modalities) {
  std::vector<Value> values;
  for (const model::Modality modality : modalities) values.push_back(message_of("modality", modality));
  return values;
}

Part part_of(std::vector<Value> values) {
  Part part;
  if (!values.empty()) part.state = CellState::stated;
  part.values = std::move(values);
  return part;
}

Part not_applicable() {
  Part part;
  part.state = CellState::not_applicable;
  return part;
}

Part treatments_of(const model::Proposal& proposal) {
  Part part =
      part_of(standing_at(values_of(proposal.modalities), proposal.sources, model::Sourced::modalities));
  // A list is no order, and a trial is not one treatment among those that it tests.
  const bool is_trial =
      std::ranges::find(proposal.modalities, model::Modality::trial) != proposal.modalities.end();
  if (proposal.order && !is_trial && proposal.modalities.size() > 1) {
    const bool in_sequence = *proposal.order == model::ModalityOrder::in_sequence;
    part.leads.push_back({in_sequence ? Lead::Kind::in_sequence : Lead::Kind::together,
                          model::source_of(proposal.sources, model::Sourced::modalities)});
  }
  return part;
}

Cell whole(Part part) {
  Cell cell;
  cell.state = part.state;
  if (part.state == CellState::stated) cell.parts.push_back(std::move(part));
  return cell;
}

Cell merge(std::vector<std::optional<Part>> parts, Heading::Of of) {
  std::vector<Part> shown;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i]) continue;
    shown.push_back(std::move(*parts[i]));
    shown.back().heading = Heading{of, static_cast<int>(i) + 1};
  }
  const auto all = [&shown](CellState state) {
    return !shown.empty() &&
           std::ranges::all_of(shown, [state](const Part& part) { return part.state == state; });
  };
  const bool any_stated =
      std::ranges::any_of(shown, [](const Part& part) { return part.state == CellState::stated; });
  Cell cell;
  if (any_stated) {
    cell.state = CellState::stated;
    if (shown.size() == 1) shown.front().heading.reset();
    cell.parts = std::move(shown);
  } else if (all(CellState::not_applicable)) {
    cell.state = CellState::not_applicable;
  }
  return cell;
}

}  // namespace generator::compare
