#include "generator/compare/question_writer.h"

#include <algorithm>
#include <iterator>

#include "generator/compare/cost_comparison.h"
#include "generator/compare/difference_finder.h"
#include "generator/compare/family_questions.h"
#include "generator/compare/message_ids.h"
#include "generator/compare/names.h"
#include "generator/compare/question_order.h"

namespace generator::compare {
namespace {

// clang-format off
/// All but those of the rows, which stand in rows.h.
constexpr QuestionFor k_questions[] = {
    // The answer itself.
    {"unknown.no-answer", "question.decision", "", ""},
    {"unknown.under-review", "question.decision", "", ""},
    {"unknown.needs-information", "question.needs-information", "", ""},
    {"unknown.cannot-judge", "question.cannot-judge", "", ""},
    {"unknown.several-decisions", "question.several-decisions", "", ""},
    {"unknown.expected-time-over", "question.expected-time-over", "", ""},
    {"unknown.stated-time-over", "question.stated-time-over", "", ""},
    {"unknown.conditions", "question.conditions", "", ""},
    {"unknown.opinion-expired", "question.opinion-renew", "", ""},
    {"unknown.reviewer", "question.reviewer", "", ""},
    {"red-flag.no-reviewer", "question.reviewer", "", ""},
    {"red-flag.guarantee", "question.guarantee", "", ""},
    {"red-flag.pressure", "question.pressure", "", ""},
    {"unknown.home-doctor", "", "", "question.family-doctor"},
    {"unknown.home-plan", "", "question.home-plan", ""},
    // The disease and the treatment.
    {"unknown.benefit-chance", "question.benefit", "question.home-benefit", ""},
    {"red-flag.no-plan-if-not-suitable", "question.if-not-suitable", "", ""},
    {"red-flag.no-answer-on-complications", "question.emergency-care", "", ""},
    {"unknown.imaging-repeat", "question.imaging-repeat", "", ""},
    {"red-flag.no-answer-on-pathology", "question.pathology-handling", "", ""},
    {"red-flag.no-answer-on-translation", "question.records-translation", "", ""},
    // The money.
    {"unknown.no-estimate", "question.estimate", "", ""},
    {"unknown.several-estimates", "question.several-estimates", "", ""},
    {"unknown.other-plan", "question.other-plan", "", ""},
    {"red-flag.estimate-expired", "question.estimate-renew", "", ""},
    {"unknown.cost-valid-until", "question.cost-valid-until", "", ""},
    {"unknown.cost-items", "question.cost-items", "", ""},
    {"unknown.cost-quantity", "question.cost-quantity", "", ""},
    {"unknown.cost-asked", "question.cost-asked", "", ""},
    {"unknown.cost-excluded", "question.cost-excluded", "", ""},
    {"unknown.cost-upper-bound", "question.cost-upper-bound", "", ""},
    {"unknown.cost-complications", "question.cost-complications", "", ""},
    {"unknown.payments", "question.payments", "", ""},
    {"unknown.refund", "question.refund", "", ""},
    {"unknown.refund-of", "question.refund-of", "", ""},
    {"red-flag.payment-before-acceptance", "question.payment-before-acceptance", "", ""},
    {"red-flag.payment-before-acceptance-unstated", "question.payment-before-acceptance", "", ""},
    // What the case itself lacks.
    {"unknown.records-missing", "", "", "question.family-records"},
    {"unknown.insurance", "", "", "question.family-insurance"},
    // These ask nobody: the limits of a review from afar, and a rate that the case has to bring.
    {"unknown.limits", "", "", ""},
    {"unknown.missing-rate", "", "", ""},
};
// clang-format on

constexpr std::size_t k_home = 0;

/// Whether a hospital says of each of its payments what comes back.
enum class Refund { open, stated };

Refund refund_of(const Costs& costs, std::size_t option) {
  const std::vector<PaymentLine> payments = payments_of(costs, option);
  const auto is_stated = [](const PaymentLine& line) {
    return line.payment.refundable || line.payment.refund_percent;
  };
  return !payments.empty() && std::ranges::all_of(payments, is_stated) ? Refund::stated : Refund::open;
}

/// Writes the questions to one addressee.
class QuestionWriter {
 public:
  /// `column` is the hospital's; nullptr for all others.
  QuestionWriter(Audience audience, std::optional<std::size_t> option, const Column* column,
                 Refund refund = Refund::open)
      : audience_(audience), option_(option), column_(column), refund_(refund) {}

  void from_findings(const std::vector<Finding>& unknowns, const std::vector<Finding>& red_flags) {
    for (const QuestionFor& entry : question_table()) {
      std::string_view id = question_of(entry);
      if (id.empty()) continue;
      const bool is_what_for = id == "question.needs-information" || id == "question.cannot-judge";
      if (is_what_for && says_what_it_needs()) id = says_by_when() ? "" : "question.once-received";
      if (id == "question.pathology-handling" && column_ != nullptr && has_seen_tissue(*column_)) continue;
      if (id.empty()) continue;
      if (id == "question.payment-before-acceptance" && refund_ == Refund::stated)
        id = "question.payment-before-acceptance-only";
      for (const std::vector<Finding>* findings : {&unknowns, &red_flags}) {
        for (const Finding& finding : *findings) {
          if (finding.message.id == entry.finding && is_about(finding)) ask(id, finding);
        }
      }
    }
  }

  /// To a hospital that another one contradicts: what it rests its own on.
  void from_contradictions(const std::vector<Difference>& differences) {
    for (const Difference& difference : differences) {
      if (!is_contradicted(difference)) continue;
      const bool is_for_home = difference.subject == Subject::treatment && upholds_home();
      const bool is_told = difference.subject == Subject::markers && says_sample_and_test(difference);
      Question question = about("question.difference-" + std::string(name_of(difference.subject)) +
                                (is_for_home ? "-home"
                                 : is_told   ? "-told"
                                             : ""));
      for (const Position& position : difference.positions) {
        if (position.option != option_) continue;
        for (Value& value : values_in(position.parts))
          question.evidence.push_back({position.option, std::move(value)});
      }
      questions_.push_back(std::move(question));
    }
  }

  /// To a hospital whose own figures do not add up.
  void from_sums(const CostSheet& sheet) {
    for (const CostLine& line : sheet.lines) {
      if (line.adds_up) continue;
      questions_.push_back(
          about("question.cost-line-sum", {{"stated", line.line->own}, {"computed", *line.computed}}));
      questions_.back().evidence.push_back({sheet.option, line.item.label});
    }
    for (const EstimateHead& part : sheet.parts) {
      if (!part.computed_total) continue;
      questions_.push_back(about("question.cost-total-sum",
                                 {{"stated", part.stated_total->own}, {"computed", *part.computed_total}}));
    }
    if (!sheet.total_adds_up) {
      questions_.push_back(about("question.cost-total-sum",
                                 {{"stated", sheet.stated_total->own}, {"computed", *sheet.computed_total}}));
    }
    if (sheet.payments_differ) {
      questions_.push_back(about("question.cost-payments-sum", {{"stated", sheet.stated_total->own},
                                                                {"computed", sheet.payments_differ->own}}));
    }
  }

  /// To the doctor at home: what is urgent, what nobody can judge from afar, and what the answers differ in.
  void from_case(const Comparison& comparison, bool is_treatment_offered) {
    std::vector<Evidence> notes;
    for (const model::UrgentNote& note : comparison.summary.urgent) {
      // That there is no doctor at home is nothing to ask that doctor.
      if (note.kind != model::UrgentKind::no_doctor_at_home) notes.push_back({k_home, note.text});
    }
    if (!notes.empty()) {
      questions_.push_back(about("question.home-urgent"));
      questions_.back().evidence = std::move(notes);
    }
    if (is_treatment_offered) questions_.push_back(about("question.home-travel"));
    std::vector<Evidence> subjects;
    for (const Difference& difference : comparison.differences) {
      if (difference.kind)
        subjects.push_back({k_home, message("difference." + std::string(name_of(difference.subject)))});
    }
    if (subjects.empty()) return;
    const int count = static_cast<int>(subjects.size());
    questions_.push_back(about("question.home-differences", {{"count", count}}));
    questions_.back().evidence = std::move(subjects);
  }

  void add(std::vector<Question> questions) { std::ranges::move(questions, std::back_inserter(questions_)); }

  /// In the order of asking.
  std::vector<Question> take() {
    rank(questions_);
    return std::move(questions_);
  }

 private:
  using Arguments = std::vector<std::pair<std::string, Argument>>;

  Question about(std::string id, Arguments arguments = {}) const {
    Question question;
    question.audience = audience_;
    question.option = option_;
    question.message = message(std::move(id), std::move(arguments));
    return question;
  }

  std::string_view question_of(const QuestionFor& entry) const {
    switch (audience_) {
      case Audience::hospital: return entry.hospital;
      case Audience::home_doctor: return entry.home;
      case Audience::family: return entry.family;
    }
    return {};
  }

  /// Whether the letter itself names what it still needs: then that is not asked again.
  bool says_what_it_needs() const {
    return column_ != nullptr &&
           std::ranges::any_of(column_->opinions, [this](const model::Opinion* opinion) {
             return !is_overtaken(*column_, *opinion) && !opinion->asks.empty();
           });
  }

  /// Whether it has said by when it answers then.
  bool says_by_when() const {
    return column_ != nullptr && column_->hospital != nullptr &&
           column_->hospital->asked.answer_within.has_value();
  }

  /// Whether a result of its own that another contradicts bears its test, "HER2 (IHC)", and its specimen, or
  /// how the tissue was handled is said.
  bool says_sample_and_test(const Difference& difference) const {
    if (column_ == nullptr) return false;
    const bool is_tissue_told = has_seen_tissue(*column_) ||
                                std::ranges::any_of(column_->opinions, [](const model::Opinion* opinion) {
                                  return opinion->pathology_handling.has_value();
                                });
    const auto is_told = [&](const model::Marker& marker) {
      const bool names_test = marker.name.find('(') != std::string::npos;
      if (!names_test || !(marker.specimen || is_tissue_told)) return false;
      return std::ranges::any_of(difference.positions, [&](const Position& position) {
        return position.option == option_ && marker.name.starts_with(position.topic);
      });
    };
    return std::ranges::any_of(column_->opinions, [&](const model::Opinion* opinion) {
      return std::ranges::any_of(opinion->diagnosis.markers, is_told);
    });
  }

  /// Whether it holds the plan at home to be the best one, and offers none of its own.
  bool upholds_home() const {
    return column_ != nullptr && !makes_offer(*column_) &&
           decision_of(*column_) == model::DecisionStatus::current_plan_adequate;
  }

  /// The family is asked about whatever only it can answer, whichever option lacks it.
  bool is_about(const Finding& finding) const {
    return audience_ == Audience::family || finding.option == option_;
  }

  /// The question speaks of "another hospital": a plan at home that differs does not make one, nor does a
  /// hospital that takes no side. A test result that was sent and is another is worth asking about by itself.
  bool is_contradicted(const Difference& difference) const {
    const bool home_counts = difference.subject == Subject::markers;
    return std::ranges::any_of(difference.positions, [&](const Position& own) {
      return own.option == option_ && std::ranges::any_of(difference.positions, [&](const Position& other) {
               return other.option != option_ && (home_counts || other.option != k_home) &&
                      are_against(own, other);
             });
    });
  }

  /// Each question once, with all that it comes from; with the arguments that its sentence has places for.
  void ask(std::string_view id, const Finding& cause) {
    const auto asked = std::ranges::find_if(
        questions_, [id](const Question& question) { return question.message.id == id; });
    if (asked != questions_.end()) {
      asked->evidence.insert(asked->evidence.end(), cause.evidence.begin(), cause.evidence.end());
      return;
    }
    const bool takes_arguments = !find_message(id)->arguments().empty();
    questions_.push_back(about(std::string(id), takes_arguments ? cause.message.arguments : Arguments()));
    questions_.back().evidence = cause.evidence;
  }

  Audience audience_;
  std::optional<std::size_t> option_;
  const Column* column_;
  Refund refund_;
  std::vector<Question> questions_;
};

}  // namespace

std::span<const QuestionFor> question_table() {
  static const std::vector<QuestionFor> k_all = [] {
    std::vector<QuestionFor> all;
    for (const RowSpec& row : k_rows) {
      if (!row.is_gap_in_offer()) continue;
      const MessageSpec* gap = find_message("unknown." + std::string(row.name));
      all.push_back({gap->id, row.question, row.question_at_home, ""});
    }
    std::ranges::copy(k_questions, std::back_inserter(all));
    return all;
  }();
  return k_all;
}

std::vector<Question> write_questions(const model::Case& c, const std::vector<Column>& columns,
                                      const Comparison& comparison) {
  std::vector<Question> questions;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    QuestionWriter writer(columns[i].is_home() ? Audience::home_doctor : Audience::hospital, i,
                          columns[i].is_home() ? nullptr : &columns[i], refund_of(comparison.costs, i));
    writer.from_findings(comparison.unknowns, comparison.red_flags);
    if (columns[i].is_home()) {
      writer.from_case(comparison, std::ranges::any_of(columns, makes_offer));
    } else {
      writer.from_contradictions(comparison.differences);
      for (const CostSheet* sheet : sheets_of(comparison.costs, i)) writer.from_sums(*sheet);
    }
    std::ranges::move(writer.take(), std::back_inserter(questions));
  }
  QuestionWriter family(Audience::family, std::nullopt, nullptr);
  family.from_findings(comparison.unknowns, comparison.red_flags);
  family.add(write_family_questions(c, columns, comparison));
  std::ranges::move(family.take(), std::back_inserter(questions));
  return questions;
}

}  // namespace generator::compare
