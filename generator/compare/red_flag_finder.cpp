#include "generator/compare/red_flag_finder.h"

#include <algorithm>
#include <set>

#include "generator/base/plain_text.h"
#include "generator/compare/cost_comparison.h"
#include "generator/compare/letter_scanner.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

using Statements = std::vector<const model::Statement*>;

void add(Statements& all, const std::optional<model::Statement>& statement) {
  if (statement) all.push_back(&*statement);
}

void add(Statements& all, const std::vector<model::Statement>& statements) {
  for (const model::Statement& statement : statements) all.push_back(&statement);
}

void add(Statements& all, const std::vector<model::Preparation>& preparations) {
  for (const model::Preparation& preparation : preparations) all.push_back(&preparation.what);
}

void add(Statements& all, const model::Proposal& proposal) {
  add(all, proposal.plan);
  add(all, proposal.intensity);
  add(all, proposal.benefit);
  add(all, proposal.risks);
  add(all, proposal.side_effects);
  add(all, proposal.before_admission);
  add(all, proposal.follow_up);
  add(all, proposal.alternatives);
  add(all, proposal.if_not_suitable);
  if (proposal.trial) add(all, proposal.trial->title);
}

void add(Statements& all, const model::Opinion& opinion) {
  add(all, opinion.decision_reason);
  add(all, opinion.conditions);
  add(all, opinion.diagnosis.text);
  add(all, opinion.urgency);
  for (const model::Proposal& proposal : opinion.proposals) add(all, proposal);
  add(all, opinion.limits);
  add(all, opinion.asks);
  add(all, opinion.experience);
  add(all, opinion.emergency_care);
  add(all, opinion.pathology_handling);
  add(all, opinion.records_translation);
  add(all, opinion.practical.travel);
  add(all, opinion.practical.visa);
  add(all, opinion.practical.language);
  add(all, opinion.practical.companions);
}

void add(Statements& all, const model::Estimate& estimate) {
  for (const model::CostItem& item : estimate.items) all.push_back(&item.label);
  for (const model::Payment& payment : estimate.payments) add(all, payment.label);
  add(all, estimate.complications);
}

bool is_unsaid(const Column& column, std::optional<model::Statement> model::Opinion::*answer) {
  return std::ranges::none_of(column.opinions,
                              [answer](const auto* opinion) { return (opinion->*answer).has_value(); });
}

class RedFlagFinder {
 public:
  RedFlagFinder(const model::Case& c, const std::vector<Column>& columns, const Costs& costs,
                const Lexicon& lexicon)
      : case_(c), columns_(columns), costs_(costs), words_(lexicon.wary()) {}

  std::vector<Finding> find() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (column.is_home()) continue;
      find_unnamed_reviewer(i, column);
      find_words(i, column);
      if (makes_offer(column)) find_unanswered(i, column);
      find_early_payments(i, column);
      find_expired(i);
    }
    return std::move(flags_);
  }

 private:
  void add_flag(std::size_t option, Message message, std::vector<Evidence> evidence = {}) {
    flags_.push_back({option, std::move(message), std::move(evidence)});
  }

  /// The first of its prices to end, once for all that have ended.
  void find_expired(std::size_t option) {
    std::optional<model::Date> first;
    for (const CostSheet* sheet : sheets_of(costs_, option)) {
      const auto& end = sheet->valid_until ? sheet->valid_until : sheet->ends_on;
      if (sheet->expired && (!first || end->last_day() < first->last_day())) first = end;
    }
    if (first) add_flag(option, message("red-flag.estimate-expired", {{"date", *first}}));
  }

  /// Somebody answers by name before money is asked for.
  void find_unnamed_reviewer(std::size_t option, const Column& column) {
    const auto asks_none = [](const CostSheet* sheet) { return sheet->payments.empty(); };
    if (std::ranges::all_of(sheets_of(costs_, option), asks_none)) return;
    const bool is_named =
        !column.opinions.empty() && std::ranges::all_of(column.opinions, [](const model::Opinion* opinion) {
          return opinion->reviewer && !opinion->reviewer->name.empty();
        });
    if (!is_named) add_flag(option, message("red-flag.no-reviewer"));
  }

  void find_words(std::size_t option, const Column& column) {
    std::vector<Evidence> promises = wary(option, column, WaryKind::guarantee);
    if (!promises.empty()) add_flag(option, message("red-flag.guarantee"), std::move(promises));
    if (has_reviewed(column)) return;
    std::vector<Evidence> pressure = wary(option, column, WaryKind::pressure);
    if (!pressure.empty()) add_flag(option, message("red-flag.travel-before-review"), std::move(pressure));
  }

  /// False while an answer is still awaited: nothing has come, the review goes on, or it needs more.
  static bool has_reviewed(const Column& column) {
    const std::optional<model::DecisionStatus> decision = decision_of(column);
    return decision && *decision != model::DecisionStatus::under_review &&
           *decision != model::DecisionStatus::needs_information &&
           *decision != model::DecisionStatus::cannot_judge;
  }

  /// Sentences of this hospital's letters, then those statements of the case that hold such words and whose
  /// sentence is not among them already.
  std::vector<Evidence> wary(std::size_t option, const Column& column, WaryKind kind) const {
    Statements statements;
    std::set<std::string> letters;
    for (const model::Opinion* opinion : column.opinions) {
      add(statements, *opinion);
      letters.insert(opinion->document);
    }
    for (const model::Estimate* estimate : column.estimates) {
      add(statements, *estimate);
      letters.insert(estimate->document);
    }
    std::vector<model::Statement> found;
    for (const model::Document& document : case_.documents) {
      if (!letters.contains(document.id)) continue;
      for (model::Statement& sentence : find_wary_sentences(document, kind, words_))
        found.push_back(std::move(sentence));
    }
    for (const model::Statement* statement : statements) {
      const bool is_wary = words_.holds(statement->text, kind) ||
                           (statement->source && words_.holds(statement->source->quote, kind));
      if (is_wary && !is_quoted(*statement, found)) found.push_back(*statement);
    }
    std::vector<Evidence> evidence;
    for (model::Statement& statement : found) evidence.push_back({option, std::move(statement)});
    return evidence;
  }

  /// True if the statement, or the sentence it rests on, is one of those found. Lines of a letter break
  /// where its page ends, so white space and the like are no difference.
  static bool is_quoted(const model::Statement& statement, const std::vector<model::Statement>& found) {
    const auto meets = [](const std::string& one, const std::string& other) {
      const icu::UnicodeString a = base::plain_spelling(one).trim();
      const icu::UnicodeString b = base::plain_spelling(other).trim();
      return !a.isEmpty() && !b.isEmpty() && (a.indexOf(b) >= 0 || b.indexOf(a) >= 0);
    };
    return std::ranges::any_of(found, [&](const model::Statement& sentence) {
      return meets(sentence.text, statement.text) ||
             (statement.source && meets(sentence.text, statement.source->quote));
    });
  }

  void find_unanswered(std::size_t option, const Column& column) {
    if (is_unsaid(column, &model::Opinion::pathology_handling))
      add_flag(option, message("red-flag.no-answer-on-pathology"));
    // Who pays for complications is one answer, who treats them another; either is an answer.
    if (is_unsaid(column, &model::Opinion::emergency_care) && !names_complications(costs_, option))
      add_flag(option, message("red-flag.no-answer-on-complications"));
    if (is_unsaid(column, &model::Opinion::records_translation))
      add_flag(option, message("red-flag.no-answer-on-translation"));
    const bool plans_for_no = std::ranges::any_of(column.opinions, [](const model::Opinion* opinion) {
      return std::ranges::any_of(opinion->proposals,
                                 [](const model::Proposal& p) { return p.if_not_suitable.has_value(); });
    });
    if (!plans_for_no) add_flag(option, message("red-flag.no-plan-if-not-suitable"));
  }

  void find_early_payments(std::size_t option, const Column& column) {
    // Accepted on conditions is accepted; what comes back if they are not met is asked as a question of its
    // own.
    const auto decision = decision_of(column);
    if (decision == model::DecisionStatus::accepted || decision == model::DecisionStatus::conditional) return;
    for (const PaymentLine& line : payments_of(costs_, option)) {
      if (line.payment.when != model::PaymentTime::before_arrival) continue;
      std::vector<Evidence> evidence;
      if (line.payment.label) evidence.push_back({option, *line.payment.label});
      if (line.amount) {
        add_flag(option, message("red-flag.payment-before-acceptance", {{"amount", line.amount->own}}),
                 std::move(evidence));
      } else {
        add_flag(option, message("red-flag.payment-before-acceptance-unstated"), std::move(evidence));
      }
    }
  }

  const model::Case& case_;
  const std::vector<Column>& columns_;
  const Costs& costs_;
  const WaryWordFinder& words_;
  std::vector<Finding> flags_;
};

}  // namespace

std::vector<Finding> find_red_flags(const model::Case& c, const std::vector<Column>& columns,
                                    const Costs& costs, const Lexicon& lexicon) {
  return RedFlagFinder(c, columns, costs, lexicon).find();
}

}  // namespace generator::compare
