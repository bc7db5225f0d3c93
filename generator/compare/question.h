// A question worth asking, and to whom. Questions are ranked, by what they are about and by nothing else:
// what must be known before anything is done or paid, then what can change the plan, then time, money, and
// what is practical. The rule (question_order.h) knows no hospital, so it says nothing about any.
#pragma once

#include <optional>
#include <vector>

#include "generator/compare/value.h"

namespace generator::compare {

/// Who can answer.
enum class Audience {
  hospital,     ///< the hospital that the question is about
  home_doctor,  ///< the doctor at home
  family,       ///< the family itself, and nobody else
};

/// What a question is about, in the order of asking.
enum class QuestionTopic {
  before_anything,  ///< safety, whether one is accepted, what if not: before anything is done or paid
  plan,             ///< what can change the plan: contradictions, conditions, the disease, the treatment
  time,
  money,
  practical,
};

struct Question {
  Audience audience = Audience::hospital;
  /// The hospital's, or home for the doctor there; nullopt for the family. Indexes Comparison::options.
  std::optional<std::size_t> option;
  QuestionTopic topic = QuestionTopic::before_anything;
  Message message;
  std::vector<Evidence> evidence;  ///< what it comes from; nothing, where silence is the reason
};

}  // namespace generator::compare
