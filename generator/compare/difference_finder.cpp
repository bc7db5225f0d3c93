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
#include "generator/model/marker_results.h"
#include "generator/model/staging.h"

namespace generator::compare {
namespace {

using Positions = std::vector<Position>;

/// A number of a register, however it is spaced.
std::string plain(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) == 0) result += static_cast<char>(std::tolower(byte));
  }
  return result;
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
  const std::string_view icd10 = model::icd10_of(c.diagnosis);
  const auto add = [&](std::size_t option, const std::optional<model::Stage>& stage,
                       const model::Sources& sources) {
    if (!stage || stage->value.empty()) return;
    model::Facets facets = model::staging_facets(*stage, icd10);
    std::string side = model::line_of(facets);
    positions.push_back({option,
                         model::staging_topic(*stage),
                         std::move(side),
                         {part_of(standing_at(values_of(stage), sources, model::Sourced::stage))},
                         std::move(facets)});
  };
  add(0, c.diagnosis.stage, {});
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions)
      add(i, opinion->diagnosis.stage, opinion->sources);
  }
  return positions;
}

/// True if the same list holds a certainly newer result of that marker: then this one is how it was.
bool is_outdated(const model::Marker& marker, const std::vector<model::Marker>& all,
                 const model::ResultWords& words) {
  return std::ranges::any_of(
      all, [&](const model::Marker& other) { return model::replaces(other, marker, words); });
}

/// A result that a hospital reports is a side even before it has decided. Of a course over time the newest
/// is.
Positions marker_positions(const model::Case& c, const std::vector<Column>& columns,
                           const model::ResultWords& words) {
  Positions positions;
  const auto add = [&](std::size_t option, const auto& diagnosis) {
    std::vector<model::Marker> markers = diagnosis.markers;
    markers.insert(markers.end(), diagnosis.labs.begin(), diagnosis.labs.end());
    for (const model::Marker& marker : markers) {
      model::Facets facets = model::marker_facets(marker, words);
      std::string side = is_outdated(marker, markers, words) ? "" : model::line_of(facets);
      positions.push_back({option,
                           model::marker_topic(marker, words),
                           std::move(side),
                           {part_of(values_of(std::vector{marker}))},
                           std::move(facets)});
    }
  };
  add(0, c.diagnosis);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) add(i, opinion->diagnosis);
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
    return opinion->decision == model::DecisionStatus::current_plan_adequate &&
           std::ranges::none_of(opinion->proposals, model::offers_treatment);
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
    const std::vector<const model::Proposal*> proposals = first_choices_of(c, columns[i]);
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
    for (const model::Proposal* proposal : first_choices_of(c, columns[i])) {
      for (OrderedPair& pair : ordered_pairs(*proposal))
        positions.push_back({i, std::move(pair.kinds), std::move(pair.order), {plan_of(*proposal)}});
    }
  }
  return positions;
}

Positions intent_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::vector<const model::Proposal*> proposals = first_choices_of(c, columns[i]);
    Position position{i, "", has_decided(columns[i]) ? intent_key(proposals) : "", {}};
    for (const model::Proposal* proposal : proposals) {
      add_stated(position, part_of(intent_of(*proposal)));
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

/// What an answer on one treatment says for or against it; empty where it leaves that open.
std::string side_of(model::TreatmentAnswer answer) {
  switch (answer) {
    case model::TreatmentAnswer::accepted:
    case model::TreatmentAnswer::conditional: return "for";
    case model::TreatmentAnswer::not_eligible:
    case model::TreatmentAnswer::not_advised:
    case model::TreatmentAnswer::not_offered: return "against";
    case model::TreatmentAnswer::to_be_checked:
    case model::TreatmentAnswer::cannot_judge: return {};
  }
  return {};
}

/// Which treatment an answer is on, by the surest that it says: whose plan it is, a trial's number, its kind.
std::string topic_of(const model::OnTreatment& answer) {
  if (!answer.proposed_by.empty()) return "plan of " + answer.proposed_by;
  if (!answer.registry_number.empty()) return plain(answer.registry_number);
  return answer.treatment ? std::string(model::name_of(*answer.treatment)) : std::string();
}

/// The plan of an option that such an answer is on; nullptr if it has none.
const model::Proposal* plan_meant(const model::OnTreatment& answer, const model::Case& c,
                                  const Column& column) {
  const std::string id = column.is_home() ? "home" : column.hospital->id;
  if (!answer.proposed_by.empty() && answer.proposed_by != id) return nullptr;
  for (const model::Proposal* proposal : proposals_of(c, column)) {
    if (!model::offers_treatment(*proposal)) continue;
    const bool is_kind = answer.treatment && std::ranges::find(proposal->modalities, *answer.treatment) !=
                                                 proposal->modalities.end();
    const bool is_trial = !answer.registry_number.empty() && proposal->trial &&
                          plain(proposal->trial->registry_number) == plain(answer.registry_number);
    if (answer.registry_number.empty() ? is_kind : is_trial) return proposal;
  }
  if (answer.proposed_by.empty()) return nullptr;
  const std::vector<const model::Proposal*> choices = first_choices_of(c, column);
  return choices.empty() ? nullptr : choices.front();
}

/// What hospitals answer on single treatments, and what is proposed of each of these by somebody else.
Positions on_treatment_positions(const model::Case& c, const std::vector<Column>& columns) {
  Positions positions;
  const auto is_there = [&positions](std::size_t option, const std::string& topic) {
    return std::ranges::any_of(positions, [&](const Position& position) {
      return position.option == option && position.topic == topic;
    });
  };
  const auto each_answer = [&columns](const auto& visit) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      for (const model::Opinion* opinion : columns[i].opinions) {
        for (const model::OnTreatment& answer : opinion->on_treatments) visit(i, answer);
      }
    }
  };
  each_answer([&](std::size_t i, const model::OnTreatment& answer) {
    positions.push_back({i, topic_of(answer), side_of(answer.decision), {part_of(values_of(answer))}});
  });
  each_answer([&](std::size_t i, const model::OnTreatment& answer) {
    const std::string topic = topic_of(answer);
    for (std::size_t other = 0; other < columns.size(); ++other) {
      if (other == i || topic.empty() || is_there(other, topic)) continue;
      const model::Proposal* plan = plan_meant(answer, c, columns[other]);
      if (plan == nullptr) continue;
      positions.push_back({other, topic, has_decided(columns[other]) ? "for" : "", {plan_of(*plan)}});
    }
  });
  std::ranges::stable_sort(positions, {}, &Position::option);
  return positions;
}

/// Two orders that one hospital offers are a choice, and two results that it names its own course; in all
/// else, its answers can be against each other too.
bool is_contested(const Positions& positions, Subject subject, const std::string& topic) {
  return std::ranges::any_of(positions, [&](const Position& a) {
    return a.topic == topic && std::ranges::any_of(positions, [&](const Position& b) {
             return are_against(a, b) &&
                    (a.option != b.option || (subject != Subject::sequence && subject != Subject::markers &&
                                              subject != Subject::on_treatments));
           });
  });
}

Positions positions_of(Subject subject, const model::Case& c, const std::vector<Column>& columns,
                       const Lexicon& lexicon) {
  switch (subject) {
    case Subject::diagnosis: return diagnosis_positions(c, columns);
    case Subject::stage: return stage_positions(c, columns);
    case Subject::markers: return marker_positions(c, columns, lexicon.results());
    case Subject::treatment: return treatment_positions(c, columns);
    case Subject::sequence: return sequence_positions(c, columns);
    case Subject::intent: return intent_positions(c, columns);
    case Subject::operability: return operability_positions(columns);
    case Subject::urgency: return urgency_positions(columns);
    case Subject::eligibility: return eligibility_positions(columns);
    case Subject::on_treatments: return on_treatment_positions(c, columns);
  }
  return {};
}

/// Whether a position belongs to what is contested. A stage in another system is shown beside those that
/// differ; another marker, or another test of the same, would only be in the way.
bool belongs(const Position& position, const Positions& positions, Subject subject) {
  if (subject == Subject::stage) return true;
  if (subject != Subject::markers) return is_contested(positions, subject, position.topic);
  return std::ranges::any_of(positions, [&](const Position& a) {
    return a.topic == position.topic &&
           model::compare(a.facets, position.facets) != model::Likeness::not_comparable &&
           std::ranges::any_of(positions,
                               [&a](const Position& b) { return a.option != b.option && are_against(a, b); });
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
    for (const Position& position : positions) {
      if (belongs(position, positions, subject)) difference.positions.push_back(position);
    }
    difference.kind = kind_of(difference, c, columns, differences);
  }
  // Several pairs of one plan are one plan: its words are said once.
  if (subject == Subject::sequence) say_once(difference.positions);
  difference.settle = what_could_settle(difference, c);
  differences.push_back(std::move(difference));
}

bool holds(const std::vector<Difference>& differences, std::size_t option, const Value& value) {
  return std::ranges::any_of(differences, [&](const Difference& difference) {
    return std::ranges::any_of(difference.positions, [&](const Position& position) {
      const std::vector<Value> values = values_in(position.parts);
      return position.option == option && std::ranges::find(values, value) != values.end();
    });
  });
}

/// Why a hospital decided as it did stands with what it would do, unless it is told already.
void add_reasons(std::vector<Difference>& differences, const std::vector<Column>& columns) {
  const auto treatment = std::ranges::find(differences, Subject::treatment, &Difference::subject);
  if (treatment == differences.end()) return;
  for (Position& position : treatment->positions) {
    if (position.side.empty()) continue;
    for (const model::Opinion* opinion : columns[position.option].opinions) {
      // Why it accepts is no reason against another's treatment.
      if (!opinion->decision_reason || opinion->decision == model::DecisionStatus::accepted) continue;
      Value reason = *opinion->decision_reason;
      if (!holds(differences, position.option, reason))
        position.parts.push_back(part_of({std::move(reason)}));
    }
  }
}

/// False of two editions, and of results that have nothing in common.
bool can_be_compared(const Position& a, const Position& b) {
  if (a.topic != b.topic) return false;
  return (a.facets.empty() && b.facets.empty()) ||
         model::compare(a.facets, b.facets) != model::Likeness::not_comparable;
}

/// Whether two hospitals take a side on one topic, be it the same.
bool is_compared(const Positions& positions) {
  return std::ranges::any_of(positions, [&positions](const Position& a) {
    return a.option != 0 && !a.side.empty() && std::ranges::any_of(positions, [&a](const Position& b) {
             return b.option != 0 && b.option != a.option && !b.side.empty() && can_be_compared(a, b);
           });
  });
}

}  // namespace

bool are_against(const Position& a, const Position& b) {
  if (a.topic != b.topic || a.side.empty() || b.side.empty()) return false;
  if (a.facets.empty() && b.facets.empty()) return a.side != b.side;
  return model::compare(a.facets, b.facets) == model::Likeness::different;
}

std::vector<const model::Proposal*> proposals_of(const model::Case& c, const Column& column) {
  if (column.is_home()) return {&c.home.proposal};
  std::vector<const model::Proposal*> proposals;
  for (const model::Opinion* opinion : column.opinions) {
    for (const model::Proposal& proposal : opinion->proposals) proposals.push_back(&proposal);
  }
  return proposals;
}

std::vector<Difference> find_differences(const model::Case& c, const std::vector<Column>& columns,
                                         const Lexicon& lexicon) {
  std::vector<Difference> found;
  // Test results first: what rests on them is told apart by them.
  using enum Subject;
  for (const Subject subject : {markers, diagnosis, stage, treatment, sequence, intent, operability, urgency,
                                eligibility, on_treatments})
    add_if_contested(found, c, columns, subject, positions_of(subject, c, columns, lexicon));
  add_reasons(found, columns);
  std::ranges::stable_sort(found, {}, &Difference::subject);
  return found;
}

std::vector<Subject> find_not_compared(const model::Case& c, const std::vector<Column>& columns,
                                       const Lexicon& lexicon) {
  std::vector<Subject> subjects;
  using enum Subject;
  for (const Subject subject : {diagnosis, stage, markers, treatment, intent, operability, urgency}) {
    const Positions positions = positions_of(subject, c, columns, lexicon);
    // Not every case has a tumour marker, or a question of operability or haste.
    const bool may_be_absent = subject == markers || subject == operability || subject == urgency;
    const bool is_said =
        std::ranges::any_of(positions, [](const Position& each) { return each.option != 0; });
    if ((is_said || !may_be_absent) && !is_compared(positions)) subjects.push_back(subject);
  }
  return subjects;
}

}  // namespace generator::compare
