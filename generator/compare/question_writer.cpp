#include "generator/compare/question_writer.h"

#include <algorithm>
#include <iterator>

#include "generator/compare/difference_finder.h"
#include "generator/compare/message_ids.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

// clang-format off
constexpr QuestionFor k_questions[] = {
    // The answer itself, first.
    {"unknown.no-answer", "question.decision", ""},
    {"unknown.under-review", "question.decision", ""},
    {"unknown.needs-information", "question.needs-information", ""},
    {"unknown.cannot-judge", "question.cannot-judge", ""},
    {"unknown.several-decisions", "question.several-decisions", ""},
    {"unknown.expected-time-over", "question.expected-time-over", ""},
    {"unknown.stated-time-over", "question.stated-time-over", ""},
    {"unknown.conditions", "question.conditions", ""},
    {"unknown.opinion-expired", "question.opinion-renew", ""},
    {"unknown.reviewer", "question.reviewer", ""},
    {"red-flag.no-reviewer", "question.reviewer", ""},
    {"red-flag.guarantee", "question.guarantee", ""},
    {"red-flag.travel-before-review", "question.travel-before-review", ""},
    {"unknown.home-doctor", "", "question.home-doctor"},
    {"unknown.home-plan", "", "question.home-plan"},
    // The disease and the treatment.
    {"unknown.diagnosis", "question.diagnosis", ""},
    {"unknown.stage", "question.stage", ""},
    {"unknown.plan", "question.plan", ""},
    {"unknown.intent", "question.intent", "question.home-intent"},
    {"unknown.intensity", "question.intensity", ""},
    {"unknown.benefit", "question.benefit", "question.home-benefit"},
    {"unknown.risks", "question.risks", "question.home-risks"},
    {"unknown.side-effects", "question.side-effects", "question.home-side-effects"},
    {"unknown.if-not-suitable", "question.if-not-suitable", "question.home-if-not-suitable"},
    {"red-flag.no-plan-if-not-suitable", "question.if-not-suitable", ""},
    {"unknown.trial", "question.trial", ""},
    {"unknown.before-admission", "question.before-admission", ""},
    {"unknown.time-to-treatment", "question.time-to-treatment", ""},
    {"unknown.stay", "question.stay", ""},
    {"unknown.time-abroad", "question.time-abroad", ""},
    {"unknown.follow-up", "question.follow-up", "question.home-follow-up"},
    {"unknown.emergency-care", "question.emergency-care", "question.home-emergency-care"},
    {"red-flag.no-answer-on-complications", "question.emergency-care", ""},
    {"unknown.experience", "question.experience", ""},
    {"unknown.pathology-handling", "question.pathology-handling", ""},
    {"red-flag.no-answer-on-pathology", "question.pathology-handling", ""},
    {"unknown.records-translation", "question.records-translation", ""},
    {"red-flag.no-answer-on-translation", "question.records-translation", ""},
    // The money.
    {"unknown.no-estimate", "question.estimate", ""},
    {"unknown.several-estimates", "question.several-estimates", ""},
    {"red-flag.estimate-expired", "question.estimate-renew", ""},
    {"unknown.cost-valid-until", "question.cost-valid-until", ""},
    {"unknown.cost-items", "question.cost-items", ""},
    {"unknown.cost-quantity", "question.cost-quantity", ""},
    {"unknown.cost-asked", "question.cost-asked", ""},
    {"unknown.cost-excluded", "question.cost-excluded", ""},
    {"unknown.cost-upper-bound", "question.cost-upper-bound", ""},
    {"unknown.cost-complications", "question.cost-complications", ""},
    {"unknown.payments", "question.payments", ""},
    {"unknown.refund", "question.refund", ""},
    {"unknown.refund-of", "question.refund-of", ""},
    {"red-flag.payment-before-acceptance", "question.payment-before-acceptance", ""},
    {"red-flag.payment-before-acceptance-unstated", "question.payment-before-acceptance", ""},
    // These ask nobody: the limits of a review from afar, and what the case itself lacks.
    {"unknown.limits", "", ""},
    {"unknown.records-missing", "", ""},
    {"unknown.insurance", "", ""},
    {"unknown.missing-rate", "", ""},
};
// clang-format on

class QuestionWriter {
 public:
  explicit QuestionWriter(const Option& option, std::size_t index) : option_(option), index_(index) {}

  void from_findings(const std::vector<Finding>& unknowns, const std::vector<Finding>& red_flags) {
    for (const QuestionFor& entry : k_questions) {
      const std::string_view id = option_.kind == OptionKind::home ? entry.home : entry.hospital;
      if (id.empty()) continue;
      for (const std::vector<Finding>* findings : {&unknowns, &red_flags}) {
        for (const Finding& finding : *findings) {
          if (finding.option == index_ && finding.message.id == entry.finding) ask(id, finding);
        }
      }
    }
  }

  void from_differences(const std::vector<Difference>& differences) {
    if (option_.kind == OptionKind::home) return;
    for (const Difference& difference : differences) {
      if (!is_contradicted(difference)) continue;
      Finding question{
          index_, message("question.difference-" + std::string(name_of(difference.subject))), {}};
      for (const Position& position : difference.positions) {
        if (position.option != index_) continue;
        for (const Value& value : position.values) {
          // "In this order:" heads a list, and evidence stands in one line.
          const auto* head = std::get_if<Message>(&value);
          if (head == nullptr || !head->id.starts_with("modality-order."))
            question.evidence.push_back({index_, value});
        }
      }
      questions_.push_back(std::move(question));
    }
  }

  void from_sums(const CostSheet& sheet) {
    for (const CostLine& line : sheet.lines) {
      if (line.adds_up) continue;
      questions_.push_back(
          {index_,
           message("question.cost-line-sum", {{"stated", line.line->own}, {"computed", *line.computed}}),
           {{index_, line.item.label}}});
    }
    if (sheet.total_adds_up) return;
    questions_.push_back({index_,
                          message("question.cost-total-sum",
                                  {{"stated", sheet.stated_total->own}, {"computed", *sheet.computed_total}}),
                          {}});
  }

  std::vector<Finding> take() { return std::move(questions_); }

 private:
  /// The question speaks of "another hospital": a plan at home that differs does not make one, nor does a
  /// hospital that takes no side. A test result that was sent and is another is worth asking about by itself.
  bool is_contradicted(const Difference& difference) const {
    constexpr std::size_t k_home = 0;
    const bool home_counts = difference.subject == Subject::markers;
    return std::ranges::any_of(difference.positions, [&](const Position& own) {
      return own.option == index_ && std::ranges::any_of(difference.positions, [&](const Position& other) {
               return other.option != index_ && (home_counts || other.option != k_home) &&
                      are_against(own, other);
             });
    });
  }

  /// Each question once, with all that it comes from; with the arguments that its sentence has places for.
  void ask(std::string_view id, const Finding& cause) {
    const auto asked =
        std::ranges::find_if(questions_, [id](const Finding& question) { return question.message.id == id; });
    if (asked != questions_.end()) {
      asked->evidence.insert(asked->evidence.end(), cause.evidence.begin(), cause.evidence.end());
      return;
    }
    const bool takes_arguments = !find_message(id)->arguments().empty();
    questions_.push_back(
        {index_,
         message(std::string(id),
                 takes_arguments ? cause.message.arguments : std::vector<std::pair<std::string, Argument>>()),
         cause.evidence});
  }

  const Option& option_;
  std::size_t index_;
  std::vector<Finding> questions_;
};

}  // namespace

std::span<const QuestionFor> question_table() {
  return k_questions;
}

std::vector<Finding> write_questions(const std::vector<Option>& options, const std::vector<Finding>& unknowns,
                                     const std::vector<Finding>& red_flags,
                                     const std::vector<Difference>& differences, const Costs& costs) {
  std::vector<Finding> questions;
  for (std::size_t i = 0; i < options.size(); ++i) {
    QuestionWriter writer(options[i], i);
    writer.from_findings(unknowns, red_flags);
    writer.from_differences(differences);
    writer.from_sums(costs.sheets[i]);
    for (Finding& question : writer.take()) questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace generator::compare
