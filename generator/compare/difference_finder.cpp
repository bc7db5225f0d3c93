#include "generator/compare/difference_finder.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <string>

#include "generator/compare/cell_writing.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

/// What one option says on a subject. `key` is what positions are told apart by; an empty key takes no side
/// (it is shown, and makes no difference).
struct Position {
  std::size_t option;
  std::string key;
  std::vector<Value> values;
};

bool is_missing(const model::Case& c, std::initializer_list<model::RecordKind> kinds) {
  return std::ranges::any_of(c.records, [kinds](const model::Record& record) {
    return (record.state == model::RecordState::missing || record.state == model::RecordState::requested) &&
           (kinds.size() == 0 || std::ranges::find(kinds, record.kind) != kinds.end());
  });
}

Message settle(const model::Case& c, Subject subject) {
  switch (subject) {
    case Subject::diagnosis:
      return message(is_missing(c, {model::RecordKind::pathology}) ? "settle.diagnosis-pathology-missing"
                                                                   : "settle.diagnosis");
    case Subject::stage:
      return message(is_missing(c, {model::RecordKind::imaging}) ? "settle.stage-imaging-missing"
                                                                 : "settle.stage");
    case Subject::eligibility:
      return message(is_missing(c, {}) ? "settle.eligibility-records-missing" : "settle.eligibility");
    case Subject::treatment: return message("settle.treatment");
    case Subject::intent: return message("settle.intent");
    case Subject::operability: return message("settle.operability");
    case Subject::urgency: return message("settle.urgency");
  }
  return {};
}

/// "BCLC B" and "bclc  b" are one stage.
std::string plain(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) == 0) result += static_cast<char>(std::tolower(byte));
  }
  return result;
}

using Positions = std::vector<Position>;

Positions diagnosis_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  // Agreement is with the diagnosis that was sent, so home holds the side of "yes".
  positions.push_back({0, "yes", {}});
  if (!c.diagnosis.text.text.empty()) positions.front().values.emplace_back(c.diagnosis.text);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) {
      const model::ReviewedDiagnosis& diagnosis = opinion->diagnosis;
      std::vector<Value> values;
      std::string key;
      if (diagnosis.agrees) {
        key = model::name_of(*diagnosis.agrees);
        values.emplace_back(message_of("agreement", *diagnosis.agrees));
      }
      if (diagnosis.text) values.emplace_back(*diagnosis.text);
      positions.push_back({i, std::move(key), std::move(values)});
    }
  }
  return positions;
}

/// Stages in the system in which they differ; stages in other systems are shown beside them, taking no side.
Positions stage_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  std::vector<std::pair<std::string, std::string>> stages;  // system, value: one for each position
  const auto add = [&](std::size_t option, const std::optional<model::Stage>& stage) {
    if (!stage || stage->value.empty()) return;
    positions.push_back({option, "", values_of(stage)});
    stages.emplace_back(plain(stage->system), plain(stage->value));
  };
  add(0, c.diagnosis.stage);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) add(i, opinion->diagnosis.stage);
  }
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const bool is_contested = std::ranges::any_of(stages, [&](const auto& other) {
      return other.first == stages[i].first && other.second != stages[i].second;
    });
    if (is_contested) positions[i].key = stages[i].second;
  }
  return positions;
}

template <typename Enum>
std::string key_of(const std::set<Enum>& values) {
  std::string key;
  for (const Enum value : values) key += std::string(model::name_of(value)) + " ";
  return key;
}

std::string treatment_key(const std::vector<const model::Proposal*>& proposals) {
  std::set<model::Modality> kinds;
  for (const model::Proposal* proposal : proposals)
    kinds.insert(proposal->modalities.begin(), proposal->modalities.end());
  return key_of(kinds);
}

std::string intent_key(const std::vector<const model::Proposal*>& proposals) {
  std::set<model::Intent> goals;
  for (const model::Proposal* proposal : proposals) {
    if (proposal->intent) goals.insert(*proposal->intent);
  }
  return key_of(goals);
}

std::vector<const model::Proposal*> proposals_of(const model::Case& c, const Column& column) {
  if (column.is_home()) return {&c.home.proposal};
  std::vector<const model::Proposal*> proposals;
  for (const model::Opinion* opinion : column.opinions) {
    for (const model::Proposal& proposal : opinion->proposals) proposals.push_back(&proposal);
  }
  return proposals;
}

/// What a hospital proposes before it has decided is a preliminary view: shown, and no side in a difference.
bool has_decided(const Column& column) {
  if (column.is_home()) return true;
  switch (decision_of(column).value_or(model::DecisionStatus::under_review)) {
    case model::DecisionStatus::accepted:
    case model::DecisionStatus::conditional:
    case model::DecisionStatus::not_eligible:
    case model::DecisionStatus::current_plan_adequate: return true;
    case model::DecisionStatus::under_review:
    case model::DecisionStatus::needs_information:
    case model::DecisionStatus::cannot_judge: return false;
  }
  return false;
}

bool upholds_current_plan(const Column& column) {
  return std::ranges::any_of(column.opinions, [](const model::Opinion* opinion) {
    return opinion->decision == model::DecisionStatus::current_plan_adequate && opinion->proposals.empty();
  });
}

Positions treatment_positions(const model::Case& c, const std::vector<Column>& columns) {
  const std::string at_home = treatment_key({&c.home.proposal});
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::vector<const model::Proposal*> proposals = proposals_of(c, columns[i]);
    if (proposals.empty() && upholds_current_plan(columns[i])) {
      // To keep the plan at home is a position, even where the case does not say of what kind that plan is.
      positions.push_back({i,
                           at_home.empty() ? "home" : at_home,
                           {message_of("decision", model::DecisionStatus::current_plan_adequate)}});
      continue;
    }
    Position position{i, has_decided(columns[i]) ? treatment_key(proposals) : "", {}};
    for (const model::Proposal* proposal : proposals) {
      std::ranges::move(values_of(proposal->modalities), std::back_inserter(position.values));
      if (proposal->plan) position.values.emplace_back(*proposal->plan);
    }
    positions.push_back(std::move(position));
  }
  return positions;
}

Positions intent_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::vector<const model::Proposal*> proposals = proposals_of(c, columns[i]);
    Position position{i, has_decided(columns[i]) ? intent_key(proposals) : "", {}};
    for (const model::Proposal* proposal : proposals) {
      if (proposal->intent) position.values.emplace_back(message_of("intent", *proposal->intent));
    }
    positions.push_back(std::move(position));
  }
  return positions;
}

Positions operability_positions(const std::vector<Column>& columns) {
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) {
      if (!opinion->operability) continue;
      const bool takes_side = *opinion->operability != model::Operability::cannot_judge;
      positions.push_back({i,
                           takes_side ? std::string(model::name_of(*opinion->operability)) : "",
                           {message_of("operability", *opinion->operability)}});
    }
  }
  return positions;
}

Positions urgency_positions(const std::vector<Column>& columns) {
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) {
      if (opinion->urgency) positions.push_back({i, plain(opinion->urgency->text), {*opinion->urgency}});
    }
  }
  return positions;
}

/// What a decision says on whether the hospital can treat; empty if it says nothing on it. To be unable to
/// judge, or to be still at it, is not to refuse.
std::string eligibility_key(model::DecisionStatus decision) {
  switch (decision) {
    case model::DecisionStatus::accepted:
    case model::DecisionStatus::conditional: return "eligible";
    case model::DecisionStatus::not_eligible: return "not-eligible";
    case model::DecisionStatus::under_review:
    case model::DecisionStatus::needs_information:
    case model::DecisionStatus::cannot_judge:
    case model::DecisionStatus::current_plan_adequate: return {};
  }
  return {};
}

Positions eligibility_positions(const std::vector<Column>& columns) {
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) {
      std::string key = eligibility_key(opinion->decision);
      if (key.empty()) continue;
      std::vector<Value> values{message_of("decision", opinion->decision)};
      if (opinion->decision_reason) values.emplace_back(*opinion->decision_reason);
      positions.push_back({i, std::move(key), std::move(values)});
    }
  }
  return positions;
}

void add_if_contested(std::vector<Difference>& differences, const model::Case& c, Subject subject,
                      const Positions& positions) {
  std::set<std::string> sides;
  for (const Position& position : positions) {
    if (!position.key.empty()) sides.insert(position.key);
  }
  if (sides.size() < 2) return;
  Difference difference{subject, {}, settle(c, subject)};
  for (const Position& position : positions) {
    for (const Value& value : position.values) difference.positions.push_back({position.option, value});
  }
  differences.push_back(std::move(difference));
}

}  // namespace

std::vector<Difference> find_differences(const model::Case& c, const std::vector<Column>& columns) {
  std::vector<Difference> differences;
  add_if_contested(differences, c, Subject::diagnosis, diagnosis_positions(c, columns));
  add_if_contested(differences, c, Subject::stage, stage_positions(c, columns));
  add_if_contested(differences, c, Subject::treatment, treatment_positions(c, columns));
  add_if_contested(differences, c, Subject::intent, intent_positions(c, columns));
  add_if_contested(differences, c, Subject::operability, operability_positions(columns));
  add_if_contested(differences, c, Subject::urgency, urgency_positions(columns));
  add_if_contested(differences, c, Subject::eligibility, eligibility_positions(columns));
  return differences;
}

}  // namespace generator::compare
