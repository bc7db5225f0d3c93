#include "generator/compare/difference_finder.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <string>

#include "generator/compare/cell_writing.h"
#include "generator/compare/difference_kind.h"
#include "generator/compare/names.h"
#include "generator/compare/plan_order.h"

namespace generator::compare {
namespace {

using Positions = std::vector<Position>;

/// "BCLC B" and "bclc  b" are one stage.
std::string plain(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) == 0) result += static_cast<char>(std::tolower(byte));
  }
  return result;
}

/// "PD-L1" and "PDL1" are one marker.
std::string marker_topic(const std::string& name) {
  std::string topic = plain(name);
  std::erase_if(topic, [](char c) { return c == '-' || c == '/' || c == '_'; });
  return topic;
}

Positions diagnosis_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  // Agreement is with the diagnosis that was sent, so home holds the side of "yes".
  Position at_home{0, "", "yes", {}};
  if (!c.diagnosis.text.text.empty()) at_home.parts.push_back(part_of({c.diagnosis.text}));
  positions.push_back(std::move(at_home));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) {
      const model::ReviewedDiagnosis& diagnosis = opinion->diagnosis;
      Position position{i, "", "", {}};
      if (diagnosis.agrees && !is_undecided(opinion->decision))
        position.side = model::name_of(*diagnosis.agrees);
      std::vector<Value> values = values_of("agreement", diagnosis.agrees);
      if (diagnosis.text) values.emplace_back(*diagnosis.text);
      position.parts = {part_of(standing_at(std::move(values), opinion->sources, model::Sourced::agrees))};
      positions.push_back(std::move(position));
    }
  }
  return positions;
}

Positions stage_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  const auto add = [&](std::size_t option, const std::optional<model::Stage>& stage,
                       const model::Sources& sources) {
    if (!stage || stage->value.empty()) return;
    positions.push_back({option,
                         plain(stage->system),
                         plain(stage->value),
                         {part_of(standing_at(values_of(stage), sources, model::Sourced::stage))}});
  };
  add(0, c.diagnosis.stage, {});
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions)
      add(i, opinion->diagnosis.stage, opinion->sources);
  }
  return positions;
}

/// True if the same list holds a certainly newer result of that marker: then this one is how it was.
bool is_outdated(const model::Marker& marker, const std::vector<model::Marker>& all) {
  return std::ranges::any_of(all, [&marker](const model::Marker& other) {
    return marker_topic(other.name) == marker_topic(marker.name) && marker.date && other.date &&
           model::certainly_before(*marker.date, *other.date);
  });
}

/// A result that a hospital reports is a side even before it has decided. Of a course over time the newest
/// is.
Positions marker_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  const auto add = [&](std::size_t option, const std::vector<model::Marker>& markers) {
    for (const model::Marker& marker : markers) {
      positions.push_back({option,
                           marker_topic(marker.name),
                           is_outdated(marker, markers) ? "" : plain(marker.value),
                           {part_of(values_of(std::vector{marker}))}});
    }
  };
  add(0, c.diagnosis.markers);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) add(i, opinion->diagnosis.markers);
  }
  return positions;
}

template <typename Enum>
std::string key_of(const std::set<Enum>& values) {
  std::string key;
  for (const Enum value : values) key += (key.empty() ? "" : " ") + std::string(model::name_of(value));
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

/// What a hospital proposes before it has decided is a preliminary view: shown, and no side in a difference.
bool has_decided(const Column& column) {
  if (column.is_home()) return true;
  const std::optional<model::DecisionStatus> decision = decision_of(column);
  return decision && !is_undecided(*decision);
}

bool upholds_current_plan(const Column& column) {
  return std::ranges::any_of(column.opinions, [](const model::Opinion* opinion) {
    return opinion->decision == model::DecisionStatus::current_plan_adequate && opinion->proposals.empty();
  });
}

Part plan_of(const model::Proposal& proposal) {
  Part part = treatments_of(proposal);
  if (proposal.plan) part.values.emplace_back(*proposal.plan);
  if (!part.values.empty()) part.state = CellState::stated;
  return part;
}

void add_stated(Position& position, Part part) {
  if (part.state == CellState::stated) position.parts.push_back(std::move(part));
}

Positions treatment_positions(const model::Case& c, const std::vector<Column>& columns) {
  const std::string at_home = treatment_key({&c.home.proposal});
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::vector<const model::Proposal*> proposals = proposals_of(c, columns[i]);
    if (proposals.empty() && upholds_current_plan(columns[i])) {
      // To keep the plan at home is a position, even where the case does not say of what kind that plan is.
      positions.push_back(
          {i,
           "",
           at_home.empty() ? "home" : at_home,
           {part_of({message_of("decision", model::DecisionStatus::current_plan_adequate)})}});
      continue;
    }
    Position position{i, "", has_decided(columns[i]) ? treatment_key(proposals) : "", {}};
    for (const model::Proposal* proposal : proposals) add_stated(position, plan_of(*proposal));
    positions.push_back(std::move(position));
  }
  return positions;
}

/// One position for each pair of kinds of treatment that a plan orders; the words stand in the first of them.
Positions sequence_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!has_decided(columns[i])) continue;
    for (const model::Proposal* proposal : proposals_of(c, columns[i])) {
      for (OrderedPair& pair : ordered_pairs(*proposal))
        positions.push_back({i, std::move(pair.kinds), std::move(pair.order), {plan_of(*proposal)}});
    }
  }
  return positions;
}

Positions intent_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::vector<const model::Proposal*> proposals = proposals_of(c, columns[i]);
    Position position{i, "", has_decided(columns[i]) ? intent_key(proposals) : "", {}};
    for (const model::Proposal* proposal : proposals) {
      add_stated(position, part_of(standing_at(values_of("intent", proposal->intent), proposal->sources,
                                               model::Sourced::intent)));
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
                           "",
                           takes_side ? std::string(model::name_of(*opinion->operability)) : "",
                           {part_of(standing_at(values_of("operability", opinion->operability),
                                                opinion->sources, model::Sourced::operability))}});
    }
  }
  return positions;
}

/// By the bounds, if every answer that speaks of urgency gives one; else without sides.
Positions urgency_positions(const std::vector<Column>& columns) {
  Positions positions;
  std::vector<std::optional<model::DurationRange>> bounds;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) {
      if (!opinion->urgency && !opinion->urgency_within) continue;
      positions.push_back({i, "", "", {part_of(urgency_of(*opinion))}});
      bounds.push_back(opinion->urgency_within);
    }
  }
  const std::vector<std::string> sides = sides_by_time(bounds);
  for (std::size_t i = 0; i < sides.size(); ++i) positions[i].side = sides[i];
  return positions;
}

/// What a decision says on whether the hospital can treat; empty if it says nothing on it. To be unable to
/// judge, or to be still at it, is not to refuse.
std::string eligibility_side(model::DecisionStatus decision) {
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

/// Trials are compared by their registry number: two that have none may be two.
void add_trials(Positions& positions, std::size_t option, const model::Opinion& opinion) {
  for (const model::Proposal& proposal : opinion.proposals) {
    const auto& trial = proposal.trial;
    if (!trial || !trial->eligibility || trial->registry_number.empty()) continue;
    const bool takes_side = *trial->eligibility != model::TrialEligibility::to_be_checked;
    positions.push_back(
        {option,
         plain(trial->registry_number),
         takes_side ? std::string(model::name_of(*trial->eligibility)) : "",
         {part_of(standing_at(values_of(proposal.trial), proposal.sources, model::Sourced::trial))}});
  }
}

Positions eligibility_positions(const std::vector<Column>& columns) {
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) {
      std::string side = eligibility_side(opinion->decision);
      if (!side.empty()) {
        std::vector<Value> values{message_of("decision", opinion->decision)};
        if (opinion->decision_reason) values.emplace_back(*opinion->decision_reason);
        positions.push_back(
            {i,
             "",
             std::move(side),
             {part_of(standing_at(std::move(values), opinion->sources, model::Sourced::decision))}});
      }
      add_trials(positions, i, *opinion);
    }
  }
  return positions;
}

/// Two orders that one hospital offers are a choice, and two results that it names its own course; in all
/// else, its answers can be against each other too.
bool is_contested(const Positions& positions, Subject subject, const std::string& topic) {
  return std::ranges::any_of(positions, [&](const Position& a) {
    return a.topic == topic && std::ranges::any_of(positions, [&](const Position& b) {
             return are_against(a, b) &&
                    (a.option != b.option || (subject != Subject::sequence && subject != Subject::markers));
           });
  });
}

/// Keeps what is contested. Where nothing is, urgency alone is still shown if it is said in several ways.
void add_if_contested(std::vector<Difference>& differences, const model::Case& c,
                      const std::vector<Column>& columns, Subject subject, Positions positions) {
  const bool any = std::ranges::any_of(
      positions, [&](const Position& position) { return is_contested(positions, subject, position.topic); });
  Difference difference{subject, std::nullopt, {}, {}};
  if (!any) {
    if (subject != Subject::urgency || !is_said_differently(positions)) return;
    difference.positions = std::move(positions);
  } else {
    // A stage in another system is shown beside those that differ; another marker would only be in the way.
    for (const Position& position : positions) {
      if (subject == Subject::stage || is_contested(positions, subject, position.topic))
        difference.positions.push_back(position);
    }
    difference.kind = kind_of(difference, c, columns, differences);
  }
  // Several pairs of one plan are one plan: its words are said once.
  if (subject == Subject::sequence) say_once(difference.positions);
  difference.settle = what_could_settle(difference, c);
  differences.push_back(std::move(difference));
}

}  // namespace

bool are_against(const Position& a, const Position& b) {
  return a.topic == b.topic && !a.side.empty() && !b.side.empty() && a.side != b.side;
}

std::vector<const model::Proposal*> proposals_of(const model::Case& c, const Column& column) {
  if (column.is_home()) return {&c.home.proposal};
  std::vector<const model::Proposal*> proposals;
  for (const model::Opinion* opinion : column.opinions) {
    for (const model::Proposal& proposal : opinion->proposals) proposals.push_back(&proposal);
  }
  return proposals;
}

std::vector<Difference> find_differences(const model::Case& c, const std::vector<Column>& columns) {
  std::vector<Difference> found;
  const auto add = [&](Subject subject, Positions positions) {
    add_if_contested(found, c, columns, subject, std::move(positions));
  };
  // Test results first: what rests on them is told apart by them.
  add(Subject::markers, marker_positions(c, columns));
  add(Subject::diagnosis, diagnosis_positions(c, columns));
  add(Subject::stage, stage_positions(c, columns));
  add(Subject::treatment, treatment_positions(c, columns));
  add(Subject::sequence, sequence_positions(c, columns));
  add(Subject::intent, intent_positions(c, columns));
  add(Subject::operability, operability_positions(columns));
  add(Subject::urgency, urgency_positions(columns));
  add(Subject::eligibility, eligibility_positions(columns));
  std::ranges::stable_sort(found, {}, &Difference::subject);
  return found;
}

}  // namespace generator::compare
