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

std::string_view name_of(CellState state) {
  switch (state) {
    case CellState::stated: return "stated";
    case CellState::not_stated: return "not-stated";
    case CellState::not_applicable: return "not-applicable";
  }
  return {};
}

std::string_view name_of(Heading::Of of) {
  switch (of) {
    case Heading::Of::opinion: return "opinion";
    case Heading::Of::proposal: return "proposal";
  }
  return {};
}

std::string_view name_of(Lead::Kind lead) {
  switch (lead) {
    case Lead::Kind::declined: return "declined";
    case Lead::Kind::not_judged: return "not-judged";
    case Lead::Kind::in_sequence: return "in-sequence";
    case Lead::Kind::together: return "together";
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

Message message_of(const Heading& heading) {
  switch (heading.of) {
    case Heading::Of::opinion: return message("opinion.number", {{"number", heading.number}});
    case Heading::Of::proposal: return message("proposal.number", {{"number", heading.number}});
  }
  return {};
}

Message message_of(const Lead& lead) {
  switch (lead.kind) {
    case Lead::Kind::declined: return message("proposal.declined");
    case Lead::Kind::not_judged: return message("proposal.not-judged");
    case Lead::Kind::in_sequence: return message("modality-order.in-sequence");
    case Lead::Kind::together: return message("modality-order.together");
  }
  return {};
}

Message message(std::string id, std::vector<std::pair<std::string, Argument>> arguments) {
  Message result{std::move(id), std::move(arguments)};
  assert(is_listed(result));
  return result;
}

}  // namespace generator::compare
