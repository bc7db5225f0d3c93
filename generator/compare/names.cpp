#include "generator/compare/names.h"

#include <algorithm>
#include <cassert>

#include "generator/compare/message_ids.h"

namespace generator::model {

template <>
std::span<const Name<compare::CellState>> names<compare::CellState>() {
  using enum compare::CellState;
  static constexpr Name<compare::CellState> k_names[] = {
      {stated, "stated"}, {not_stated, "not-stated"}, {not_applicable, "not-applicable"}};
  return k_names;
}

template <>
std::span<const Name<compare::Heading::Of>> names<compare::Heading::Of>() {
  using enum compare::Heading::Of;
  static constexpr Name<compare::Heading::Of> k_names[] = {{opinion, "opinion"}, {proposal, "proposal"}};
  return k_names;
}

template <>
std::span<const Name<compare::Lead::Kind>> names<compare::Lead::Kind>() {
  using enum compare::Lead::Kind;
  static constexpr Name<compare::Lead::Kind> k_names[] = {{declined, "declined"},
                                                          {not_judged, "not-judged"},
                                                          {trial_closed, "trial-closed"},
                                                          {in_sequence, "in-sequence"},
                                                          {together, "together"}};
  return k_names;
}

template <>
std::span<const Name<compare::OptionKind>> names<compare::OptionKind>() {
  using enum compare::OptionKind;
  static constexpr Name<compare::OptionKind> k_names[] = {{home, "home"}, {hospital, "hospital"}};
  return k_names;
}

template <>
std::span<const Name<compare::LeftOut>> names<compare::LeftOut>() {
  using enum compare::LeftOut;
  static constexpr Name<compare::LeftOut> k_names[] = {
      {excluded, "excluded"}, {open, "open"}, {not_named, "not-named"}};
  return k_names;
}

template <>
std::span<const Name<compare::Unlike>> names<compare::Unlike>() {
  using enum compare::Unlike;
  static constexpr Name<compare::Unlike> k_names[] = {
      {amount, "amount"}, {number, "number"}, {scope, "scope"}};
  return k_names;
}

template <>
std::span<const Name<compare::CostState>> names<compare::CostState>() {
  using enum compare::CostState;
  static constexpr Name<compare::CostState> k_names[] = {
      {stated, "stated"},         {included, "included"}, {excluded, "excluded"}, {per_unit, "per-unit"},
      {not_stated, "not-stated"}, {asked, "asked"},       {extra, "extra"}};
  return k_names;
}

template <>
std::span<const Name<compare::StepId>> names<compare::StepId>() {
  using enum compare::StepId;
  static constexpr Name<compare::StepId> k_names[] = {
      {decide, "decide"},       {prepare, "prepare"},       {wait, "wait"},
      {admission, "admission"}, {treatment, "treatment"},   {discharge, "discharge"},
      {abroad, "abroad"},       {afterwards, "afterwards"}, {other_time, "other-time"}};
  return k_names;
}

template <>
std::span<const Name<compare::CalendarFact>> names<compare::CalendarFact>() {
  using enum compare::CalendarFact;
  static constexpr Name<compare::CalendarFact> k_names[] = {
      {table_row, "row"}, {estimate_valid_until, "estimate-valid-until"}, {payments, "payments"}};
  return k_names;
}

template <>
std::span<const Name<compare::Subject>> names<compare::Subject>() {
  using enum compare::Subject;
  static constexpr Name<compare::Subject> k_names[] = {
      {diagnosis, "diagnosis"},        {stage, "stage"},       {markers, "markers"},
      {treatment, "treatment"},        {sequence, "sequence"}, {intent, "intent"},
      {operability, "operability"},    {urgency, "urgency"},   {eligibility, "eligibility"},
      {on_treatments, "on-treatments"}};
  return k_names;
}

template <>
std::span<const Name<compare::DifferenceKind>> names<compare::DifferenceKind>() {
  using enum compare::DifferenceKind;
  static constexpr Name<compare::DifferenceKind> k_names[] = {
      {fact, "fact"}, {judgement, "judgement"}, {scope, "scope"}};
  return k_names;
}

template <>
std::span<const Name<compare::ReadingKind>> names<compare::ReadingKind>() {
  using enum compare::ReadingKind;
  static constexpr Name<compare::ReadingKind> k_names[] = {
      {in_other_words, "in-other-words"}, {other_edition, "other-edition"}, {course, "course"}};
  return k_names;
}

template <>
std::span<const Name<compare::ChanceBound>> names<compare::ChanceBound>() {
  using enum compare::ChanceBound;
  static constexpr Name<compare::ChanceBound> k_names[] = {{none, "none"},
                                                           {up_to, "up-to"},
                                                           {fewer_than, "fewer-than"},
                                                           {at_least, "at-least"},
                                                           {more_than, "more-than"}};
  return k_names;
}

template <>
std::span<const Name<compare::Audience>> names<compare::Audience>() {
  using enum compare::Audience;
  static constexpr Name<compare::Audience> k_names[] = {
      {hospital, "hospital"}, {home_doctor, "home-doctor"}, {family, "family"}};
  return k_names;
}

template <>
std::span<const Name<compare::QuestionTopic>> names<compare::QuestionTopic>() {
  using enum compare::QuestionTopic;
  static constexpr Name<compare::QuestionTopic> k_names[] = {{before_anything, "before-anything"},
                                                             {plan, "plan"},
                                                             {time, "time"},
                                                             {money, "money"},
                                                             {practical, "practical"}};
  return k_names;
}

template <>
std::span<const Name<compare::Clock>> names<compare::Clock>() {
  using enum compare::Clock;
  static constexpr Name<compare::Clock> k_names[] = {{records_complete, "records-complete"},
                                                     {first_records, "first-records"},
                                                     {payment, "payment"},
                                                     {acceptance, "acceptance"},
                                                     {question, "question"},
                                                     {none, "none"}};
  return k_names;
}

template <>
std::span<const Name<compare::OptionEvent>> names<compare::OptionEvent>() {
  using enum compare::OptionEvent;
  static constexpr Name<compare::OptionEvent> k_names[] = {{none, "none"},
                                                           {came, "came"},
                                                           {went, "went"},
                                                           {first_answer, "first-answer"},
                                                           {answer_withdrawn, "answer-withdrawn"}};
  return k_names;
}

template <>
std::span<const Name<compare::CaseFact>> names<compare::CaseFact>() {
  using enum compare::CaseFact;
  static constexpr Name<compare::CaseFact> k_names[] = {{urgent, "urgent"},
                                                        {symptoms, "symptoms"},
                                                        {comorbidities, "comorbidities"},
                                                        {medications, "medications"},
                                                        {allergies, "allergies"},
                                                        {history, "history"},
                                                        {goal, "goal"},
                                                        {question, "question"},
                                                        {priorities, "priorities"}};
  return k_names;
}

}  // namespace generator::model

namespace generator::compare {
namespace {

[[maybe_unused]] bool is_listed(const Message& m) {
  const MessageSpec* spec = find_message(m.id);
  return spec != nullptr && takes(*spec, m.arguments);
}

}  // namespace

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
    case Lead::Kind::trial_closed: return message("proposal.trial-closed");
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
