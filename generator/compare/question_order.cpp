#include "generator/compare/question_order.h"

#include <algorithm>
#include <cassert>

namespace generator::compare {
namespace {

using enum QuestionTopic;

// clang-format off
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
    {before_anything, "question.travel-before-review"},
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
    {plan, "question.difference-operability"},
    {plan, "question.difference-eligibility"},
    {plan, "question.difference-treatment"},
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

}  // namespace

std::span<const QuestionPlace> order_of_asking() {
  return k_order;
}

std::size_t place_of(std::string_view id) {
  const auto found = std::ranges::find(k_order, id, &QuestionPlace::id);
  assert(found != std::end(k_order));
  return static_cast<std::size_t>(found - std::begin(k_order));
}

void rank(std::vector<Question>& questions) {
  for (Question& question : questions) question.topic = k_order[place_of(question.message.id)].topic;
  std::ranges::stable_sort(questions, {},
                           [](const Question& question) { return place_of(question.message.id); });
}

}  // namespace generator::compare
