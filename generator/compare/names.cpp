#include "generator/compare/names.h"

#include <algorithm>
#include <cassert>

#include "generator/compare/message_ids.h"

namespace generator::compare {
namespace {

[[maybe_unused]] bool fits(const Argument& argument, ArgumentKind kind) {
  switch (kind) {
    case ArgumentKind::none: return false;
    case ArgumentKind::text:
    case ArgumentKind::keyword: return std::holds_alternative<std::string>(argument);
    case ArgumentKind::number: return std::holds_alternative<int>(argument);
    case ArgumentKind::date: return std::holds_alternative<model::Date>(argument);
    case ArgumentKind::duration: return std::holds_alternative<model::DurationRange>(argument);
    case ArgumentKind::money: return std::holds_alternative<model::MoneyRange>(argument);
  }
  return false;
}

[[maybe_unused]] bool is_listed(const Message& m) {
  const MessageSpec* spec = find_message(m.id);
  return spec != nullptr &&
         std::ranges::equal(spec->arguments(), m.arguments, [](const auto& slot, const auto& argument) {
           return slot.name == argument.first && fits(argument.second, slot.kind);
         });
}

}  // namespace

std::string_view name_of(RowId row) {
  switch (row) {
    case RowId::decision: return "decision";
    case RowId::decision_reason: return "decision-reason";
    case RowId::conditions: return "conditions";
    case RowId::reviewer: return "reviewer";
    case RowId::seen: return "seen";
    case RowId::received: return "received";
    case RowId::valid_until: return "valid-until";
    case RowId::diagnosis: return "diagnosis";
    case RowId::stage: return "stage";
    case RowId::markers: return "markers";
    case RowId::treatment: return "treatment";
    case RowId::plan: return "plan";
    case RowId::line_of_therapy: return "line-of-therapy";
    case RowId::intent: return "intent";
    case RowId::intensity: return "intensity";
    case RowId::benefit: return "benefit";
    case RowId::risks: return "risks";
    case RowId::side_effects: return "side-effects";
    case RowId::alternatives: return "alternatives";
    case RowId::if_not_suitable: return "if-not-suitable";
    case RowId::operability: return "operability";
    case RowId::urgency: return "urgency";
    case RowId::trial: return "trial";
    case RowId::before_admission: return "before-admission";
    case RowId::time_to_treatment: return "time-to-treatment";
    case RowId::stay: return "stay";
    case RowId::time_abroad: return "time-abroad";
    case RowId::follow_up: return "follow-up";
    case RowId::emergency_care: return "emergency-care";
    case RowId::experience: return "experience";
    case RowId::pathology_handling: return "pathology-handling";
    case RowId::records_translation: return "records-translation";
    case RowId::limits: return "limits";
    case RowId::asks: return "asks";
    case RowId::travel: return "travel";
    case RowId::visa: return "visa";
    case RowId::language: return "language";
    case RowId::companions: return "companions";
    case RowId::judgement: return "judgement";
  }
  return {};
}

std::string_view name_of(RowGroup group) {
  switch (group) {
    case RowGroup::answer: return "answer";
    case RowGroup::diagnosis: return "diagnosis";
    case RowGroup::treatment: return "treatment";
    case RowGroup::time: return "time";
    case RowGroup::safety: return "safety";
    case RowGroup::practical: return "practical";
    case RowGroup::judgement: return "judgement";
  }
  return {};
}

std::string_view name_of(CellState state) {
  switch (state) {
    case CellState::stated: return "stated";
    case CellState::not_stated: return "not-stated";
    case CellState::not_applicable: return "not-applicable";
  }
  return {};
}

std::string_view name_of(OptionKind kind) {
  switch (kind) {
    case OptionKind::home: return "home";
    case OptionKind::hospital: return "hospital";
  }
  return {};
}

std::string_view name_of(CostState state) {
  switch (state) {
    case CostState::stated: return "stated";
    case CostState::included: return "included";
    case CostState::excluded: return "excluded";
    case CostState::per_unit: return "per-unit";
    case CostState::not_stated: return "not-stated";
    case CostState::asked: return "asked";
  }
  return {};
}

std::string_view name_of(StepId step) {
  switch (step) {
    case StepId::decide: return "decide";
    case StepId::prepare: return "prepare";
    case StepId::wait: return "wait";
    case StepId::admission: return "admission";
    case StepId::treatment: return "treatment";
    case StepId::discharge: return "discharge";
    case StepId::abroad: return "abroad";
    case StepId::afterwards: return "afterwards";
    case StepId::other_time: return "other-time";
  }
  return {};
}

std::string_view name_of(CalendarFact fact) {
  switch (fact) {
    case CalendarFact::table_row: return "row";
    case CalendarFact::estimate_valid_until: return "estimate-valid-until";
    case CalendarFact::payments: return "payments";
  }
  return {};
}

std::string_view name_of(Subject subject) {
  switch (subject) {
    case Subject::diagnosis: return "diagnosis";
    case Subject::stage: return "stage";
    case Subject::markers: return "markers";
    case Subject::treatment: return "treatment";
    case Subject::sequence: return "sequence";
    case Subject::intent: return "intent";
    case Subject::operability: return "operability";
    case Subject::urgency: return "urgency";
    case Subject::eligibility: return "eligibility";
  }
  return {};
}

std::string_view name_of(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::fact: return "fact";
    case DifferenceKind::judgement: return "judgement";
    case DifferenceKind::scope: return "scope";
  }
  return {};
}

std::string_view name_of(ChanceBound bound) {
  switch (bound) {
    case ChanceBound::none: return "none";
    case ChanceBound::up_to: return "up-to";
    case ChanceBound::fewer_than: return "fewer-than";
    case ChanceBound::at_least: return "at-least";
    case ChanceBound::more_than: return "more-than";
  }
  return {};
}

std::string_view name_of(Audience audience) {
  switch (audience) {
    case Audience::hospital: return "hospital";
    case Audience::home_doctor: return "home-doctor";
    case Audience::family: return "family";
  }
  return {};
}

std::string_view name_of(QuestionTopic topic) {
  switch (topic) {
    case QuestionTopic::before_anything: return "before-anything";
    case QuestionTopic::plan: return "plan";
    case QuestionTopic::time: return "time";
    case QuestionTopic::money: return "money";
    case QuestionTopic::practical: return "practical";
  }
  return {};
}

std::string_view name_of(Clock clock) {
  switch (clock) {
    case Clock::records_complete: return "records-complete";
    case Clock::first_records: return "first-records";
    case Clock::payment: return "payment";
    case Clock::acceptance: return "acceptance";
    case Clock::question: return "question";
    case Clock::none: return "none";
  }
  return {};
}

std::span<const RowGroup> row_groups() {
  using enum RowGroup;
  static constexpr RowGroup k_groups[] = {answer, diagnosis, treatment, time, safety, practical, judgement};
  return k_groups;
}

std::span<const RowId> rows_of(RowGroup group) {
  using enum RowId;
  static constexpr RowId k_answer[] = {decision, decision_reason, conditions, reviewer,
                                       seen,     received,        valid_until};
  static constexpr RowId k_diagnosis[] = {diagnosis, stage, markers};
  static constexpr RowId k_treatment[] = {
      treatment,    plan,         line_of_therapy, intent,      intensity, benefit, risks,
      side_effects, alternatives, if_not_suitable, operability, urgency,   trial};
  static constexpr RowId k_time[] = {before_admission, time_to_treatment, stay, time_abroad, follow_up};
  static constexpr RowId k_safety[] = {emergency_care,      experience, pathology_handling,
                                       records_translation, limits,     asks};
  static constexpr RowId k_practical[] = {travel, visa, language, companions};
  static constexpr RowId k_judgement[] = {judgement};
  switch (group) {
    case RowGroup::answer: return k_answer;
    case RowGroup::diagnosis: return k_diagnosis;
    case RowGroup::treatment: return k_treatment;
    case RowGroup::time: return k_time;
    case RowGroup::safety: return k_safety;
    case RowGroup::practical: return k_practical;
    case RowGroup::judgement: return k_judgement;
  }
  return {};
}

Message message(std::string id, std::vector<std::pair<std::string, Argument>> arguments) {
  Message result{std::move(id), std::move(arguments)};
  assert(is_listed(result));
  return result;
}

}  // namespace generator::compare
