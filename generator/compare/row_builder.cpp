#include "generator/compare/row_builder.h"

#include <algorithm>
#include <concepts>
#include <iterator>
#include <type_traits>

#include "generator/compare/cell_writing.h"
#include "generator/compare/chance_reader.h"
#include "generator/compare/names.h"
#include "generator/compare/stated_chances.h"

namespace generator::compare {
namespace {

using model::Opinion;
using model::Proposal;

Part trial_part(const Proposal& proposal) {
  const bool is_trial =
      std::ranges::find(proposal.modalities, model::Modality::trial) != proposal.modalities.end();
  if (!is_trial && !proposal.trial) return not_applicable();
  return part_of(standing_at(values_of(proposal.trial), proposal.sources, model::Sourced::trial));
}

Part conditions_part(const Opinion& opinion) {
  if (opinion.decision != model::DecisionStatus::conditional && opinion.conditions.empty())
    return not_applicable();
  return part_of(values_of(opinion.conditions));
}

/// Which is asked of nobody: silence on another's treatment is no gap.
Part on_treatments_part(const Opinion& opinion) {
  std::vector<Value> values;
  for (const model::OnTreatment& answer : opinion.on_treatments)
    std::ranges::move(values_of(answer), std::back_inserter(values));
  return values.empty() ? not_applicable() : part_of(std::move(values));
}

Part diagnosis_part(const Opinion& opinion) {
  std::vector<Value> values;
  if (opinion.diagnosis.agrees) values.emplace_back(message_of("agreement", *opinion.diagnosis.agrees));
  if (opinion.diagnosis.text) values.emplace_back(*opinion.diagnosis.text);
  return part_of(standing_at(std::move(values), opinion.sources, model::Sourced::agrees));
}

Part judgement_part(const model::Case& c, std::string_view option) {
  std::vector<Value> values;
  for (const model::NamedJudgement& judgement : c.judgements) {
    if (judgement.option == option) std::ranges::move(values_of(judgement), std::back_inserter(values));
  }
  return part_of(std::move(values));
}

/// What a plan holds out or warns of: the letter's words, and the chances that the case states. Only where it
/// states none, chances are looked for in the words.
Part outcomes_part(const Proposal& proposal, model::ChanceKind kind, std::vector<Value> values,
                   const ChanceGrammars& grammars) {
  std::vector<Value> stated = stated_chances_of(proposal, kind);
  if (stated.empty()) {
    for (Value& value : values) value.chances = read_chances(std::get<model::Statement>(value), grammars);
  }
  std::ranges::move(stated, std::back_inserter(values));
  return part_of(std::move(values));
}

/// The cells of one column. A row is about each proposal, or about the answer as a whole; at home it holds
/// what the case says of home.
class ColumnWriter {
 public:
  ColumnWriter(const model::Case& c, const Column& column, const Lexicon& lexicon)
      : case_(c), home_(c.home), column_(column), lexicon_(lexicon) {}

  Cell cell(RowId row) const {
    using enum RowId;
    const model::Home& home = home_;
    switch (row) {
      case decision: return decision_cell();
      case decision_reason: return of_answers(&Opinion::decision_reason);
      case on_treatments: return of_answers(on_treatments_part, not_applicable());
      case conditions:
        return column_.opinions.empty() ? whole(not_applicable())
                                        : of_answers(conditions_part, not_applicable());
      case reviewer:
        return of_answers_at(&Opinion::reviewer, model::Sourced::reviewer, part_of(values_of(home.doctor)));
      case seen: return of_answers_at(&Opinion::seen, model::Sourced::seen, not_applicable());
      case received: return of_answers(&Opinion::received, part_of(values_of(home.date)));
      case valid_until:
        return of_answers(
            [this](const Opinion& o) {
              const auto end = o.valid_until ? std::nullopt : model::end_of(case_, o);
              return part_of(validity_of(o.valid_until, o.valid_for, end, o.sources));
            },
            not_applicable());
      case diagnosis:
        return of_answers(diagnosis_part,
                          case_.diagnosis.text.text.empty() ? Part{} : part_of({case_.diagnosis.text}));
      case stage:
        return of_answers(
            [](const Opinion& o) {
              return part_of(standing_at(values_of(o.diagnosis.stage), o.sources, model::Sourced::stage));
            },
            part_of(values_of(case_.diagnosis.stage)));
      case markers:
        return of_answers([](const Opinion& o) { return part_of(values_of(o.diagnosis.markers)); },
                          part_of(values_of(case_.diagnosis.markers)));
      case labs:
        return of_answers([](const Opinion& o) { return part_of(values_of(o.diagnosis.labs)); },
                          part_of(values_of(case_.diagnosis.labs)));
      case operability:
        return of_answers(
            [](const Opinion& o) {
              return part_of(standing_at(values_of("operability", o.operability), o.sources,
                                         model::Sourced::operability));
            },
            not_applicable());
      case urgency:
        return of_answers([](const Opinion& o) { return part_of(urgency_of(o)); }, not_applicable());
      case emergency_care:
        return of_answers(&Opinion::emergency_care, part_of(values_of(home.emergency_care)));
      case experience: return of_answers(&Opinion::experience);
      case pathology_handling: return of_answers(&Opinion::pathology_handling);
      case records_translation: return of_answers(&Opinion::records_translation);
      case limits: return of_answers(&Opinion::limits, part_of(values_of(home.limits)));
      case asks: return of_answers(&Opinion::asks);
      case travel: return practical(&model::Practical::travel);
      case visa: return practical(&model::Practical::visa);
      case language: return practical(&model::Practical::language);
      case companions: return practical(&model::Practical::companions);
      case treatment: return of_proposals(row, treatments_of);
      case plan: return of_proposals(row, &Proposal::plan);
      case line_of_therapy:
        return of_proposals(row, [](const Proposal& p) {
          return part_of(standing_at(values_of("line-of-therapy", p.line_of_therapy), p.sources,
                                     model::Sourced::line_of_therapy));
        });
      case intent: return of_proposals(row, [](const Proposal& p) { return part_of(intent_of(p)); });
      case intensity: return of_proposals(row, &Proposal::intensity);
      case benefit:
        return of_proposals(row, [this](const Proposal& p) {
          return outcomes_part(p, model::ChanceKind::benefit, values_of(p.benefit), lexicon_.chances());
        });
      case risks:
        return of_proposals(row, [this](const Proposal& p) {
          return outcomes_part(p, model::ChanceKind::risk, stated_risks(p), lexicon_.chances());
        });
      case side_effects:
        return of_proposals(row, [this](const Proposal& p) {
          return outcomes_part(p, model::ChanceKind::side_effect, values_of(p.side_effects),
                               lexicon_.chances());
        });
      case for_persons: return for_persons_cell();
      case alternatives: return of_proposals(row, &Proposal::alternatives);
      case if_not_suitable: return of_proposals(row, &Proposal::if_not_suitable);
      case trial: return of_proposals(row, trial_part);
      case follow_up: return of_proposals(row, &Proposal::follow_up);
      // At home these are the exception: they apply only where the case states them.
      case before_admission: return if_home_states(of_proposals(row, &Proposal::before_admission));
      case time_to_treatment:
        return if_home_states(
            of_proposals_at(row, &Proposal::time_to_treatment, model::Sourced::time_to_treatment));
      case stay: return if_home_states(of_proposals_at(row, &Proposal::stay, model::Sourced::stay));
      case time_abroad:
        return if_home_states(of_proposals_at(row, &Proposal::time_abroad, model::Sourced::time_abroad));
      case judgement: return whole(judgement_part(case_, column_.is_home() ? "home" : column_.hospital->id));
    }
    return {};
  }

 private:
  /// One cell from each answer of the hospital; at home, what stands for it there.
  template <typename PartOf>
  Cell of_answers(PartOf part_of_answer,
                  Part at_home) const requires std::invocable<PartOf, const Opinion&> &&
      (!std::is_member_object_pointer_v<PartOf>) {
    if (column_.is_home()) return whole(std::move(at_home));
    std::vector<std::optional<Part>> parts;
    for (const Opinion* opinion : column_.opinions) {
      // Of an answer that a newer one has overtaken, silence is no gap.
      Part part = part_of_answer(*opinion);
      const bool is_silent = part.state != CellState::stated && is_overtaken(column_, *opinion);
      parts.push_back(is_silent ? std::nullopt : std::optional<Part>(std::move(part)));
    }
    return merge(std::move(parts), Heading::Of::opinion);
  }

  template <typename Member>
  Cell of_answers(Member Opinion::*member, Part at_home = not_applicable()) const {
    return of_answers([member](const Opinion& opinion) { return part_of(values_of(opinion.*member)); },
                      std::move(at_home));
  }

  /// The same of a member that is no statement, and has its place in `sources`.
  template <typename Member>
  Cell of_answers_at(Member Opinion::*member, model::Sourced name, Part at_home) const {
    return of_answers(
        [member, name](const Opinion& opinion) {
          return part_of(standing_at(values_of(opinion.*member), opinion.sources, name));
        },
        std::move(at_home));
  }

  Cell practical(std::optional<model::Statement> model::Practical::*member) const {
    return of_answers(
        [member](const Opinion& opinion) { return part_of(values_of(opinion.practical.*member)); },
        not_applicable());
  }

  template <typename PartOf>
  Cell of_proposals(RowId row,
                    PartOf part_of_proposal) const requires std::invocable<PartOf, const Proposal&> &&
      (!std::is_member_object_pointer_v<PartOf>) {
    if (column_.is_home()) return whole(part_of_proposal(home_.proposal));
    std::vector<std::optional<Part>> parts;
    for (const Opinion* opinion : column_.opinions) {
      for (const Proposal& proposal : opinion->proposals) {
        Part part = part_of_proposal(proposal);
        if (row == RowId::treatment || row == RowId::plan) say_if_not_offered(part, *opinion, proposal);
        parts.emplace_back(std::move(part));
      }
    }
    return parts.empty() ? without_proposal(row) : merge(std::move(parts), Heading::Of::proposal);
  }

  template <typename Member>
  Cell of_proposals(RowId row, Member Proposal::*member) const {
    return of_proposals(row,
                        [member](const Proposal& proposal) { return part_of(values_of(proposal.*member)); });
  }

  template <typename Member>
  Cell of_proposals_at(RowId row, Member Proposal::*member, model::Sourced name) const {
    return of_proposals(row, [member, name](const Proposal& proposal) {
      return part_of(standing_at(values_of(proposal.*member), proposal.sources, name));
    });
  }

  /// What a letter describes may look like an offer, though it declines or could not judge: its cell says so
  /// first.
  void say_if_not_offered(Part& part, const Opinion& opinion, const Proposal& proposal) const {
    if (part.state != CellState::stated) return;
    const model::DecisionStatus decision =
        is_overtaken(column_, opinion) ? *decision_of(column_) : opinion.decision;
    if (decision == model::DecisionStatus::not_eligible) {
      part.leads.insert(part.leads.begin(), Lead{Lead::Kind::declined, std::nullopt});
    } else if (decision == model::DecisionStatus::cannot_judge) {
      part.leads.insert(part.leads.begin(), Lead{Lead::Kind::not_judged, std::nullopt});
    }
    if (!model::offers_treatment(proposal)) {
      part.leads.insert(part.leads.begin(), Lead{Lead::Kind::trial_closed,
                                                 model::source_of(proposal.sources, model::Sourced::trial)});
    }
  }

  /// "There is no risk" is none.
  std::vector<Value> stated_risks(const Proposal& proposal) const {
    std::vector<Value> values;
    for (const model::Statement& risk : proposal.risks) {
      if (!lexicon_.denied_risks().denies(risk) && !is_judged_a_promise(risk, case_))
        values.emplace_back(risk);
    }
    return values;
  }

  Cell if_home_states(const Cell& cell) const {
    return column_.is_home() && cell.state != CellState::stated ? whole(not_applicable()) : cell;
  }

  /// Where no letter speaks of anybody else, there is nothing that a plan could be silent on.
  Cell for_persons_cell() const {
    const auto speaks = [](const Proposal& each) { return !each.for_persons.empty(); };
    const bool any = speaks(home_.proposal) || std::ranges::any_of(case_.opinions, [&](const Opinion& each) {
                       return std::ranges::any_of(each.proposals, speaks);
                     });
    const Cell cell = of_proposals(RowId::for_persons, [this](const Proposal& each) {
      return part_of(for_persons_of(each, case_.persons));
    });
    return any ? if_home_states(cell) : whole(not_applicable());
  }

  Cell decision_cell() const {
    if (column_.is_home()) return whole(not_applicable());
    if (column_.opinions.empty()) return whole(part_of({message("decision.no-answer")}));
    return of_answers(
        [this](const Opinion& opinion) {
          std::vector<Value> values{message_of("decision", opinion.decision)};
          if (is_overtaken(column_, opinion)) values.emplace_back(message("decision.overtaken"));
          values = standing_at(std::move(values), opinion.sources, model::Sourced::decision);
          std::ranges::move(values_of(opinion.heard), std::back_inserter(values));
          return part_of(std::move(values));
        },
        not_applicable());
  }

  /// A hospital that proposes nothing itself: its letter has no risks or stay to state. What else it would do
  /// instead is still worth asking, so alternatives stay "not stated".
  Cell without_proposal(RowId row) const {
    const bool declines =
        !column_.opinions.empty() && std::ranges::all_of(column_.opinions, [](const Opinion* opinion) {
          return opinion->decision == model::DecisionStatus::not_eligible ||
                 opinion->decision == model::DecisionStatus::current_plan_adequate;
        });
    if (!declines || row == RowId::alternatives) return {};
    return whole(row == RowId::treatment ? part_of({message("proposal.none")}) : not_applicable());
  }

  const model::Case& case_;
  const model::Home& home_;
  const Column& column_;
  const Lexicon& lexicon_;
};

/// What one option wants done of that kind: before admission, or as a condition of accepting.
Cell preparation_cell(const model::Case& c, const Column& column,
                      const std::optional<model::PreparationKind>& kind) {
  std::vector<Value> values;
  const auto take = [&](const std::vector<model::Preparation>& preparations) {
    for (const model::Preparation& preparation : preparations) {
      const bool is_there = std::ranges::any_of(
          values, [&](const Value& value) { return std::get<model::Statement>(value) == preparation.what; });
      if (preparation.kind == kind && !is_there) values.emplace_back(preparation.what);
    }
  };
  if (column.is_home()) take(c.home.proposal.before_admission);
  for (const Opinion* opinion : column.opinions) {
    take(opinion->conditions);
    for (const Proposal& proposal : opinion->proposals) take(proposal.before_admission);
  }
  return whole(part_of(std::move(values)));
}

}  // namespace

std::vector<Group> build_rows(const model::Case& c, const std::vector<Column>& columns,
                              const Lexicon& lexicon) {
  std::vector<Group> groups;
  for (const RowGroup id : row_groups()) {
    Group group{id, {}};
    for (const RowSpec& spec : rows_of(id)) {
      Row row{spec.id, {}};
      for (const Column& column : columns)
        row.cells.push_back(ColumnWriter(c, column, lexicon).cell(spec.id));
      group.rows.push_back(std::move(row));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<PreparationRow> build_preparations(const model::Case& c, const std::vector<Column>& columns) {
  std::vector<std::optional<model::PreparationKind>> kinds;
  for (const auto& name : model::names<model::PreparationKind>()) kinds.emplace_back(name.value);
  kinds.emplace_back(std::nullopt);
  std::vector<PreparationRow> rows;
  for (const auto& kind : kinds) {
    PreparationRow row{kind, {}};
    for (const Column& column : columns) row.cells.push_back(preparation_cell(c, column, kind));
    const bool is_asked =
        std::ranges::any_of(row.cells, [](const Cell& cell) { return cell.state == CellState::stated; });
    if (is_asked) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace generator::compare
