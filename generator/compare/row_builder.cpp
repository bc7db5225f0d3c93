#include "generator/compare/row_builder.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "generator/compare/cell_writing.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

/// True for what a proposal says, as against what the answer as a whole says.
bool is_of_proposal(RowId row) {
  using enum RowId;
  switch (row) {
    case treatment:
    case plan:
    case intent:
    case intensity:
    case benefit:
    case risks:
    case side_effects:
    case alternatives:
    case if_not_suitable:
    case trial:
    case before_admission:
    case stay:
    case time_abroad:
    case follow_up: return true;
    case decision:
    case decision_reason:
    case conditions:
    case reviewer:
    case received:
    case valid_until:
    case diagnosis:
    case stage:
    case operability:
    case urgency:
    case emergency_care:
    case experience:
    case pathology_handling:
    case records_translation:
    case limits:
    case asks:
    case travel:
    case visa:
    case language:
    case companions:
    case judgement: return false;
  }
  return false;
}

Cell trial_cell(const model::Proposal& proposal) {
  const bool is_trial =
      std::ranges::find(proposal.modalities, model::Modality::trial) != proposal.modalities.end();
  return is_trial || proposal.trial ? cell_of(values_of(proposal.trial)) : not_applicable();
}

Cell proposal_cell(RowId row, const model::Proposal& proposal) {
  using enum RowId;
  // Rows of the answer as a whole never come here; the list stays complete so that a new row is noticed.
  switch (row) {
    case treatment: return cell_of(values_of(proposal.modalities));
    case plan: return cell_of(values_of(proposal.plan));
    case intent: return proposal.intent ? cell_of({message_of("intent", *proposal.intent)}) : cell_of({});
    case intensity: return cell_of(values_of(proposal.intensity));
    case benefit: return cell_of(values_of(proposal.benefit));
    case risks: return cell_of(values_of(proposal.risks));
    case side_effects: return cell_of(values_of(proposal.side_effects));
    case alternatives: return cell_of(values_of(proposal.alternatives));
    case if_not_suitable: return cell_of(values_of(proposal.if_not_suitable));
    case trial: return trial_cell(proposal);
    case before_admission: return cell_of(values_of(proposal.before_admission));
    case stay: return cell_of(values_of(proposal.stay));
    case time_abroad: return cell_of(values_of(proposal.time_abroad));
    case follow_up: return cell_of(values_of(proposal.follow_up));
    case decision:
    case decision_reason:
    case conditions:
    case reviewer:
    case received:
    case valid_until:
    case diagnosis:
    case stage:
    case operability:
    case urgency:
    case emergency_care:
    case experience:
    case pathology_handling:
    case records_translation:
    case limits:
    case asks:
    case travel:
    case visa:
    case language:
    case companions:
    case judgement: break;
  }
  assert(false);
  return {};
}

Cell conditions_cell(const model::Opinion& opinion) {
  if (opinion.decision != model::DecisionStatus::conditional && opinion.conditions.empty())
    return not_applicable();
  return cell_of(values_of(opinion.conditions));
}

Cell diagnosis_cell(const model::ReviewedDiagnosis& diagnosis) {
  std::vector<Value> values;
  if (diagnosis.agrees) values.emplace_back(message_of("agreement", *diagnosis.agrees));
  if (diagnosis.text) values.emplace_back(*diagnosis.text);
  return cell_of(std::move(values));
}

Cell opinion_cell(RowId row, const model::Opinion& opinion) {
  using enum RowId;
  switch (row) {
    case decision: return cell_of({message_of("decision", opinion.decision)});
    case decision_reason: return cell_of(values_of(opinion.decision_reason));
    case conditions: return conditions_cell(opinion);
    case reviewer: return cell_of(values_of(opinion.reviewer));
    case received: return cell_of(values_of(opinion.received));
    case valid_until: return cell_of(values_of(opinion.valid_until));
    case diagnosis: return diagnosis_cell(opinion.diagnosis);
    case stage: return cell_of(values_of(opinion.diagnosis.stage));
    case operability:
      return opinion.operability ? cell_of({message_of("operability", *opinion.operability)}) : cell_of({});
    case urgency: return cell_of(values_of(opinion.urgency));
    case emergency_care: return cell_of(values_of(opinion.emergency_care));
    case experience: return cell_of(values_of(opinion.experience));
    case pathology_handling: return cell_of(values_of(opinion.pathology_handling));
    case records_translation: return cell_of(values_of(opinion.records_translation));
    case limits: return cell_of(values_of(opinion.limits));
    case asks: return cell_of(values_of(opinion.asks));
    case travel: return cell_of(values_of(opinion.practical.travel));
    case visa: return cell_of(values_of(opinion.practical.visa));
    case language: return cell_of(values_of(opinion.practical.language));
    case companions: return cell_of(values_of(opinion.practical.companions));
    case treatment:
    case plan:
    case intent:
    case intensity:
    case benefit:
    case risks:
    case side_effects:
    case alternatives:
    case if_not_suitable:
    case trial:
    case before_admission:
    case stay:
    case time_abroad:
    case follow_up:
    case judgement: break;
  }
  assert(false);
  return {};
}

/// A hospital that proposes nothing itself: its letter has no risks or stay to state. What else it would do
/// instead is still worth asking, so alternatives stay "not stated".
Cell cell_without_proposal(RowId row, const Column& column) {
  const bool declines =
      !column.opinions.empty() && std::ranges::all_of(column.opinions, [](const model::Opinion* opinion) {
        return opinion->decision == model::DecisionStatus::not_eligible ||
               opinion->decision == model::DecisionStatus::current_plan_adequate;
      });
  if (!declines || row == RowId::alternatives) return {};
  return row == RowId::treatment ? cell_of({message("proposal.none")}) : not_applicable();
}

Cell hospital_cell(RowId row, const Column& column) {
  std::vector<Cell> parts;
  if (is_of_proposal(row)) {
    for (const model::Opinion* opinion : column.opinions) {
      for (const model::Proposal& proposal : opinion->proposals)
        parts.push_back(proposal_cell(row, proposal));
    }
    return parts.empty() ? cell_without_proposal(row, column) : merge(std::move(parts), "proposal.number");
  }
  if (column.opinions.empty()) {
    if (row == RowId::decision) return cell_of({message("decision.no-answer")});
    return row == RowId::conditions ? not_applicable() : Cell{};
  }
  for (const model::Opinion* opinion : column.opinions) parts.push_back(opinion_cell(row, *opinion));
  return merge(std::move(parts), "opinion.number");
}

Cell home_cell(RowId row, const model::Case& c) {
  using enum RowId;
  const model::Home& home = c.home;
  const auto if_any = [](Cell cell) { return cell.state == CellState::stated ? cell : not_applicable(); };
  switch (row) {
    case reviewer: return cell_of(values_of(home.doctor));
    case received: return cell_of(values_of(home.date));
    case diagnosis: return c.diagnosis.text.text.empty() ? Cell{} : cell_of({c.diagnosis.text});
    case stage: return cell_of(values_of(c.diagnosis.stage));
    case emergency_care: return cell_of(values_of(home.emergency_care));
    case limits: return cell_of(values_of(home.limits));
    // At home these are the exception: they apply only where the case states them.
    case stay:
    case time_abroad:
    case before_admission: return if_any(proposal_cell(row, home.proposal));
    case treatment:
    case plan:
    case intent:
    case intensity:
    case benefit:
    case risks:
    case side_effects:
    case alternatives:
    case if_not_suitable:
    case trial:
    case follow_up: return proposal_cell(row, home.proposal);
    case decision:
    case decision_reason:
    case conditions:
    case valid_until:
    case operability:
    case urgency:
    case experience:
    case pathology_handling:
    case records_translation:
    case asks:
    case travel:
    case visa:
    case language:
    case companions: return not_applicable();
    case judgement: break;
  }
  assert(false);
  return {};
}

Cell judgement_cell(const model::Case& c, std::string_view option) {
  std::vector<Value> values;
  for (const model::NamedJudgement& judgement : c.judgements) {
    if (judgement.option == option) std::ranges::move(values_of(judgement), std::back_inserter(values));
  }
  return cell_of(std::move(values));
}

Cell cell_for(RowId row, const Column& column, const model::Case& c) {
  if (row == RowId::judgement) return judgement_cell(c, column.is_home() ? "home" : column.hospital->id);
  return column.is_home() ? home_cell(row, c) : hospital_cell(row, column);
}

}  // namespace

std::vector<Group> build_rows(const model::Case& c, const std::vector<Column>& columns) {
  std::vector<Group> groups;
  for (const RowGroup id : row_groups()) {
    Group group{id, {}};
    for (const RowId row_id : rows_of(id)) {
      Row row{row_id, {}};
      for (const Column& column : columns) row.cells.push_back(cell_for(row_id, column, c));
      group.rows.push_back(std::move(row));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

const Cell& cell_at(const std::vector<Group>& groups, RowId row, std::size_t option) {
  for (const Group& group : groups) {
    for (const Row& candidate : group.rows) {
      if (candidate.id == row) return candidate.cells.at(option);
    }
  }
  assert(false);
  return groups.front().rows.front().cells.front();
}

}  // namespace generator::compare
