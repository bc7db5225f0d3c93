#include "generator/compare/difference_kind.h"

#include <algorithm>
#include <set>

#include "generator/compare/difference_finder.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

using model::RecordKind;

bool is_missing(const model::Record& record) {
  return record.state == model::RecordState::missing || record.state == model::RecordState::requested;
}

bool misses(const model::Case& c, RecordKind kind) {
  return std::ranges::any_of(
      c.records, [kind](const model::Record& record) { return record.kind == kind && is_missing(record); });
}

/// The record that a subject is read from; nullopt if there is no one such record.
std::optional<RecordKind> record_of(Subject subject) {
  switch (subject) {
    case Subject::diagnosis:
    case Subject::markers: return RecordKind::pathology;
    case Subject::stage:
    case Subject::operability: return RecordKind::imaging;
    case Subject::treatment:
    case Subject::sequence:
    case Subject::intent:
    case Subject::urgency:
    case Subject::eligibility:
    case Subject::on_treatments: return std::nullopt;
  }
  return std::nullopt;
}

bool misses_what_it_rests_on(const model::Case& c, Subject subject) {
  if (subject == Subject::eligibility) return std::ranges::any_of(c.records, is_missing);
  const std::optional<RecordKind> record = record_of(subject);
  return record && misses(c, *record);
}

/// Whether a hospital has seen that record itself, and not only what somebody wrote about it; nullopt if it
/// does not say what it has seen.
std::optional<bool> has_seen(const Column& column, RecordKind kind) {
  std::optional<bool> result;
  for (const model::Opinion* opinion : column.opinions) {
    if (opinion->seen.empty()) continue;
    const auto is_of_it = [kind](const model::SeenRecord& each) {
      return each.kind == kind && each.form != model::RecordForm::report;
    };
    result = result.value_or(false) || std::ranges::any_of(opinion->seen, is_of_it);
  }
  return result;
}

/// What an option says on a topic. A hospital that found nothing of its own rests on what was sent.
std::vector<const Position*> says(const Difference& difference, const std::string& topic,
                                  std::size_t option) {
  std::vector<const Position*> own;
  std::vector<const Position*> sent;
  for (const Position& position : difference.positions) {
    if (position.topic != topic || position.side.empty()) continue;
    if (position.option == option) own.push_back(&position);
    if (position.option == 0) sent.push_back(&position);
  }
  return own.empty() ? sent : own;
}

bool rest_on_other_facts(const std::vector<Difference>& before, std::size_t a, std::size_t b) {
  for (const Difference& difference : before) {
    if (difference.kind != DifferenceKind::fact) continue;
    for (const Position& position : difference.positions) {
      for (const Position* of_a : says(difference, position.topic, a)) {
        for (const Position* of_b : says(difference, position.topic, b)) {
          if (are_against(*of_a, *of_b)) return true;
        }
      }
    }
  }
  return false;
}

/// Of what it would do first; who may be treated is a question on all that a letter speaks of.
std::set<model::Modality> kinds_of(const model::Case& c, const Column& column, Subject subject) {
  std::set<model::Modality> kinds;
  for (const model::Proposal* proposal :
       subject == Subject::eligibility ? proposals_of(c, column) : first_choices_of(c, column))
    kinds.insert(proposal->modalities.begin(), proposal->modalities.end());
  return kinds;
}

/// Whether two options speak of different things: one speaks of one kind of treatment, which is a part of the
/// other's plan (several kinds are a whole plan: without radiation it is another judgement); or one hospital
/// accepts for one treatment and another declines for one that has nothing in common with it.
bool differ_in_scope(Subject subject, const std::set<model::Modality>& a,
                     const std::set<model::Modality>& b) {
  if (a.empty() || b.empty()) return false;
  const auto is_part = [](const std::set<model::Modality>& part, const std::set<model::Modality>& of) {
    return part.size() == 1 && std::ranges::includes(of, part);
  };
  if (subject == Subject::treatment) return is_part(a, b) || is_part(b, a);
  if (subject != Subject::eligibility) return false;
  return std::ranges::none_of(a, [&b](model::Modality kind) { return b.contains(kind); });
}

}  // namespace

DifferenceKind kind_of(const Difference& difference, const model::Case& c, const std::vector<Column>& columns,
                       const std::vector<Difference>& before) {
  const Subject subject = difference.subject;
  bool on_other_facts = subject == Subject::markers;
  bool any_hospitals = false;
  bool is_scope = true;
  const std::optional<RecordKind> record = record_of(subject);
  for (auto at = difference.positions.begin(); at != difference.positions.end(); ++at) {
    for (auto other = at + 1; other != difference.positions.end(); ++other) {
      const Position& a = *at;
      const Position& b = *other;
      if (!are_against(a, b)) continue;
      const Column& of_a = columns[a.option];
      const Column& of_b = columns[b.option];
      // The plan at home is a whole plan: only two letters can speak of different parts.
      if (!of_a.is_home() && !of_b.is_home()) {
        any_hospitals = true;
        is_scope = is_scope && a.option != b.option &&
                   differ_in_scope(subject, kinds_of(c, of_a, subject), kinds_of(c, of_b, subject));
      }
      on_other_facts = on_other_facts || rest_on_other_facts(before, a.option, b.option);
      if (record) {
        const std::optional<bool> seen_by_a = has_seen(of_a, *record);
        const std::optional<bool> seen_by_b = has_seen(of_b, *record);
        on_other_facts = on_other_facts || (seen_by_a && seen_by_b && *seen_by_a != *seen_by_b);
      }
    }
  }
  if (on_other_facts) return DifferenceKind::fact;
  if (any_hospitals && is_scope) return DifferenceKind::scope;
  return misses_what_it_rests_on(c, subject) ? DifferenceKind::fact : DifferenceKind::judgement;
}

std::vector<Message> what_could_settle(const Difference& difference, const model::Case& c) {
  const bool is_fact = difference.kind == DifferenceKind::fact;
  const bool is_scope = difference.kind == DifferenceKind::scope;
  std::vector<Message> steps;
  const auto step = [&steps](const char* name) { steps.push_back(message(std::string("settle.") + name)); };
  if (is_fact && misses(c, RecordKind::pathology) && record_of(difference.subject) == RecordKind::pathology)
    step("send-pathology");
  if (is_fact && misses(c, RecordKind::imaging) && record_of(difference.subject) == RecordKind::imaging)
    step("send-imaging");
  switch (difference.subject) {
    case Subject::diagnosis:
      step("same-slides");
      step("doctors-call");
      if (!is_fact) step("third-review");
      break;
    case Subject::stage:
      step("same-images");
      step(is_fact ? "staging-test" : "doctors-call");
      break;
    case Subject::markers:
      step("same-slides");
      step("repeat-test");
      step("doctors-call");
      break;
    case Subject::treatment:
    case Subject::sequence:
      if (is_fact) step("facts-first");
      if (is_scope) step("ask-scope");
      step("doctors-call");
      if (!is_fact && !is_scope) step("third-review");
      break;
    case Subject::intent:
      if (is_fact) step("facts-first");
      step("ask-goal");
      step("doctors-call");
      break;
    case Subject::operability:
      step(is_fact ? "same-images" : "third-review");
      step("examination");
      break;
    case Subject::urgency:
      step("home-doctor");
      step("doctors-call");
      break;
    case Subject::eligibility:
      if (is_fact) step(std::ranges::any_of(c.records, is_missing) ? "send-records" : "facts-first");
      if (is_scope) step("same-question");
      step("ask-criteria");
      if (!is_fact && !is_scope) step("third-review");
      break;
    case Subject::on_treatments:
      if (is_fact) step("facts-first");
      step("ask-criteria");
      step("doctors-call");
      if (!is_fact) step("third-review");
      break;
  }
  return steps;
}

std::vector<Evidence> asked_for(const Difference& difference, const std::vector<Column>& columns) {
  if (!difference.kind) return {};
  const std::optional<RecordKind> record = record_of(difference.subject);
  const bool is_on_treatment = difference.subject == Subject::treatment ||
                               difference.subject == Subject::eligibility ||
                               difference.subject == Subject::on_treatments;
  const auto bears_on_it = [&](const model::Preparation& each) {
    if (each.kind == model::PreparationKind::imaging) return is_on_treatment || record == RecordKind::imaging;
    if (each.kind == model::PreparationKind::biopsy_review)
      return is_on_treatment || record == RecordKind::pathology;
    return false;
  };
  std::vector<Evidence> asked;
  const auto take = [&](std::size_t option, const std::vector<model::Preparation>& list) {
    for (const model::Preparation& each : list) {
      const bool is_told = std::ranges::any_of(asked, [&](const Evidence& other) {
        const auto* words = std::get_if<model::Statement>(&other.value);
        return other.option == option && words != nullptr && words->text == each.what.text;
      });
      if (bears_on_it(each) && !is_told) asked.push_back({option, each.what});
    }
  };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool takes_side = std::ranges::any_of(difference.positions, [i](const Position& position) {
      return position.option == i && !position.side.empty();
    });
    if (!takes_side) continue;
    for (const model::Opinion* opinion : columns[i].opinions) {
      take(i, opinion->conditions);
      for (const model::Proposal& proposal : opinion->proposals) take(i, proposal.before_admission);
    }
  }
  return asked;
}

}  // namespace generator::compare
