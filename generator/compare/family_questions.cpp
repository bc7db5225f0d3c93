#include "generator/compare/family_questions.h"

#include <algorithm>

#include "generator/compare/cost_comparison.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

class FamilyQuestions {
 public:
  FamilyQuestions(const model::Case& c, const std::vector<Column>& columns, const Comparison& comparison)
      : case_(c), columns_(columns), comparison_(comparison) {}

  std::vector<Question> write() {
    ask_about_wishes();
    ask_about_what_is_wanted();
    ask_about_companions();
    ask_about_time();
    ask_about_money();
    return std::move(questions_);
  }

 private:
  void ask(Message message, std::vector<Evidence> evidence = {}) {
    Question question;
    question.audience = Audience::family;
    question.message = std::move(message);
    question.evidence = std::move(evidence);
    questions_.push_back(std::move(question));
  }

  void ask_about_wishes() {
    const model::Family& family = case_.family;
    if (!case_.question) ask(message("question.family-question"));
    // Who treated so far may be named, and be no doctor to return to.
    const bool is_named = case_.home.doctor && !case_.home.doctor->name.empty();
    const auto is_without = [](const model::UrgentNote& note) {
      return note.kind == model::UrgentKind::no_doctor_at_home;
    };
    if (is_named && std::ranges::any_of(case_.urgent, is_without)) ask(message("question.family-doctor"));
    if (family.priorities.empty()) {
      ask(message("question.family-priorities"));
    } else if (!case_.goal) {
      // What matters is known; whether a treatment is hoped to serve it is not.
      std::vector<Evidence> known;
      for (const model::Statement& priority : family.priorities) known.push_back({k_home, priority});
      ask(message("question.family-goal"), std::move(known));
    }
    if (!family.decides) ask(message("question.family-decides"));
    if (family.languages.empty()) ask(message("question.family-languages"));
  }

  /// What the answers that count still ask for.
  void ask_about_what_is_wanted() {
    std::vector<Evidence> wanted;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      for (const model::Opinion* opinion : columns_[i].opinions) {
        if (is_overtaken(columns_[i], *opinion)) continue;
        for (const model::Statement& ask : opinion->asks) wanted.push_back({i, ask});
      }
    }
    if (wanted.empty()) return;
    const int count = static_cast<int>(wanted.size());
    ask(message("question.family-asks", {{"count", count}}), std::move(wanted));
  }

  /// An offer speaks of companions, and no cost of the journey says for how many it is meant.
  void ask_about_companions() {
    const bool is_known = std::ranges::any_of(
        case_.non_medical, [](const model::NonMedicalCost& cost) { return cost.persons.has_value(); });
    if (is_known) return;
    std::vector<Evidence> spoken_of;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!makes_offer(columns_[i])) continue;
      for (const model::Opinion* opinion : columns_[i].opinions) {
        if (opinion->practical.companions) spoken_of.push_back({i, *opinion->practical.companions});
      }
    }
    if (!spoken_of.empty()) ask(message("question.family-companions"), std::move(spoken_of));
  }

  /// What is still valid, and ends: by then somebody has to decide, or to ask for more time.
  void ask_about_time() {
    std::vector<Evidence> ends;
    std::optional<model::Date> first;
    const auto consider = [&](std::size_t option, const std::optional<model::Date>& day,
                              const model::Sources& sources) {
      if (!day || model::certainly_before(*day, *comparison_.summary.date)) return;
      if (!first || day->last_day() < first->last_day()) first = day;
      Value value = *day;
      value.source = model::source_of(sources, model::Sourced::valid_until);
      if (!value.source) value.source = model::source_of(sources, model::Sourced::valid_for);
      ends.push_back({option, std::move(value)});
    };
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!makes_offer(columns_[i])) continue;
      for (const model::Opinion* opinion : columns_[i].opinions)
        consider(i, model::end_of(case_, *opinion), opinion->sources);
      for (const CostSheet* sheet : sheets_of(comparison_.costs, i))
        consider(i, sheet->valid_until ? sheet->valid_until : sheet->ends_on, sheet->sources);
    }
    if (first) ask(message("question.family-deadline", {{"date", *first}}), std::move(ends));
  }

  void ask_about_money() {
    if (case_.estimates.empty()) return;
    if (!case_.family.currency) ask(message("question.family-currency"));
    if (!case_.family.contingency_percent) ask(message("question.family-contingency"));
  }

  static constexpr std::size_t k_home = 0;

  const model::Case& case_;
  const std::vector<Column>& columns_;
  const Comparison& comparison_;
  std::vector<Question> questions_;
};

}  // namespace

std::vector<Question> write_family_questions(const model::Case& c, const std::vector<Column>& columns,
                                             const Comparison& comparison) {
  return FamilyQuestions(c, columns, comparison).write();
}

}  // namespace generator::compare
