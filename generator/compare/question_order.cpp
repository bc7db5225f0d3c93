#include "generator/compare/question_order.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "generator/compare/rows.h"

namespace generator::compare {
namespace {

using enum QuestionTopic;

// clang-format off
/// Those of a row that is not named here come last in the topic of its group.
constexpr QuestionPlace k_order[] = {
    // What must be known before anything is done or paid: what is urgent, the answer itself, safety, and what
    // happens if it is no.
    {before_anything, "question.home-urgent"},
    {before_anything, "question.family-doctor"},
    {before_anything, "question.family-priorities"},
    {before_anything, "question.family-goal"},
    {before_anything, "question.family-question"},
    {before_anything, "question.family-decides"},
    {before_anything, "question.decision"},
    {before_anything, "question.needs-information"},
    {before_anything, "question.cannot-judge"},
    {before_anything, "question.once-received"},
    {before_anything, "question.several-decisions"},
    {before_anything, "question.expected-time-over"},
    {before_anything, "question.stated-time-over"},
    {before_anything, "question.opinion-renew"},
    {before_anything, "question.difference-urgency"},
    {before_anything, "question.emergency-care"},
    {before_anything, "question.home-emergency-care"},
    {before_anything, "question.if-not-suitable"},
    {before_anything, "question.home-if-not-suitable"},
    {before_anything, "question.payment-before-acceptance"},
    {before_anything, "question.payment-before-acceptance-only"},
    {before_anything, "question.pressure"},
    {before_anything, "question.guarantee"},
    {before_anything, "question.reviewer"},
    {before_anything, "question.home-travel"},
    // What can change the plan: conditions, contradictions, the disease, the treatment.
    {plan, "question.conditions"},
    {plan, "question.family-asks"},
    {plan, "question.family-records"},
    {plan, "question.home-plan"},
    {plan, "question.home-differences"},
    {plan, "question.difference-diagnosis"},
    {plan, "question.difference-stage"},
    {plan, "question.difference-markers"},
    {plan, "question.difference-markers-told"},
    {plan, "question.difference-operability"},
    {plan, "question.difference-eligibility"},
    {plan, "question.difference-on-treatments"},
    {plan, "question.difference-treatment"},
    {plan, "question.difference-treatment-home"},
    {plan, "question.difference-sequence"},
    {plan, "question.difference-intent"},
    {plan, "question.diagnosis"},
    {plan, "question.stage"},
    {plan, "question.pathology-handling"},
    {plan, "question.imaging-repeat"},
    {plan, "question.trial"},
    {plan, "question.plan"},
    {plan, "question.intent"},
    {plan, "question.home-intent"},
    {plan, "question.benefit"},
    {plan, "question.home-benefit"},
    {plan, "question.risks"},
    {plan, "question.home-risks"},
    {plan, "question.side-effects"},
    {plan, "question.home-side-effects"},
    {plan, "question.intensity"},
    {plan, "question.alternatives"},
    {plan, "question.other-plan"},
    {plan, "question.experience"},
    // Time.
    {time, "question.family-deadline"},
    {time, "question.before-admission"},
    {time, "question.time-to-treatment"},
    {time, "question.stay"},
    {time, "question.time-abroad"},
    {time, "question.follow-up"},
    {time, "question.home-follow-up"},
    // Money.
    {money, "question.family-insurance"},
    {money, "question.family-contingency"},
    {money, "question.family-currency"},
    {money, "question.estimate"},
    {money, "question.several-estimates"},
    {money, "question.estimate-renew"},
    {money, "question.payments"},
    {money, "question.refund"},
    {money, "question.refund-of"},
    {money, "question.cost-complications"},
    {money, "question.cost-total-sum"},
    {money, "question.cost-payments-sum"},
    {money, "question.cost-line-sum"},
    {money, "question.cost-items"},
    {money, "question.cost-asked"},
    {money, "question.cost-quantity"},
    {money, "question.cost-excluded"},
    {money, "question.cost-upper-bound"},
    {money, "question.cost-valid-until"},
    // What is practical.
    {practical, "question.family-companions"},
    {practical, "question.family-languages"},
    {practical, "question.records-translation"},
};
// clang-format on

QuestionTopic topic_of(RowGroup group) {
  switch (group) {
    case RowGroup::answer:
    case RowGroup::safety:
    case RowGroup::judgement: return before_anything;
    case RowGroup::diagnosis:
    case RowGroup::treatment: return plan;
    case RowGroup::time: return time;
    case RowGroup::practical: return practical;
  }
  return practical;
}

std::vector<QuestionPlace> whole_order() {
  std::vector<QuestionPlace> order(std::begin(k_order), std::end(k_order));
  for (const RowSpec& row : k_rows) {
    for (const std::string_view id : {row.question, row.question_at_home}) {
      if (id.empty() || std::ranges::find(order, id, &QuestionPlace::id) != order.end()) continue;
      order.push_back({topic_of(row.group), id});
    }
  }
  std::ranges::stable_sort(order, {}, &QuestionPlace::topic);
  return order;
}

}  // namespace

std::span<const QuestionPlace> order_of_asking() {
  static const std::vector<QuestionPlace> k_whole = whole_order();
  return k_whole;
}

std::size_t place_of(std::string_view id) {
  const auto order = order_of_asking();
  const auto found = std::ranges::find(order, id, &QuestionPlace::id);
  assert(found != order.end());
  return static_cast<std::size_t>(found - order.begin());
}

void rank(std::vector<Question>& questions) {
  const auto place = [](const Question& question) { return place_of(question.message.id); };
  for (Question& question : questions) question.topic = order_of_asking()[place(question)].topic;
  std::ranges::stable_sort(questions, {}, place);
}

}  // namespace generator::compare
