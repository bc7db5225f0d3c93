#include "generator/compare/red_flag_finder.h"

#include <algorithm>
#include <iterator>

#include "generator/compare/cost_comparison.h"
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
  RedFlagFinder(const model::Case& c, const std::vector<Column>& columns, const Costs& costs)
      : case_(c), columns_(columns), costs_(costs) {}

  std::vector<Finding> find() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      if (column.is_home()) continue;
      find_unnamed_reviewer(i, column);
      find_judged(i, column, model::QuoteVerdict::promise, "red-flag.guarantee");
      find_judged(i, column, model::QuoteVerdict::pressure, "red-flag.pressure");
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

  /// What a named person has judged to be a promise, or pressure: told together where one person did so on
  /// one day. Words that nobody has judged are told to nobody.
  void find_judged(std::size_t option, const Column& column, model::QuoteVerdict verdict,
                   std::string_view id) {
    std::vector<Finding> found;
    for (const model::QuoteJudgement& judgement : case_.quote_judgements) {
      if (judgement.hospital != column.hospital->id || judgement.verdict != verdict) continue;
      if (is_only_of_replaced(column, judgement.source.document)) continue;
      Message said = message(std::string(id), {{"name", judgement.by},
                                               {"role", std::string(model::name_of(judgement.role))},
                                               {"date", judgement.on}});
      auto flag = std::ranges::find(found, said, &Finding::message);
      if (flag == found.end()) flag = found.insert(found.end(), Finding{option, std::move(said), {}});
      flag->evidence.push_back({option, words_of(judgement, column)});
    }
    std::ranges::move(found, std::back_inserter(flags_));
  }

  /// True if the letter is one of this hospital's that a later one has replaced.
  bool is_only_of_replaced(const Column& column, const std::string& document) const {
    bool is_of_answer = false;
    for (const model::Opinion& opinion : case_.opinions) {
      if (opinion.hospital != column.hospital->id || opinion.document != document) continue;
      is_of_answer = true;
      if (std::ranges::find(column.opinions, &opinion) != column.opinions.end()) return false;
    }
    return is_of_answer;
  }

  /// The statement of the case that rests on those very words, with its translations; else the words.
  model::Statement words_of(const model::QuoteJudgement& judgement, const Column& column) const {
    Statements statements;
    for (const model::Opinion* opinion : column.opinions) add(statements, *opinion);
    for (const model::Estimate* estimate : column.estimates) add(statements, *estimate);
    const auto rests_on = [&judgement](const model::Statement* statement) {
      return statement->source && statement->source->document == judgement.source.document &&
             statement->source->quote == judgement.source.quote;
    };
    const auto same = std::ranges::find_if(statements, rests_on);
    if (same != statements.end()) return **same;
    model::Statement words{judgement.source.quote, {}, {}, judgement.source};
    const auto letter = std::ranges::find(case_.documents, judgement.source.document, &model::Document::id);
    if (letter != case_.documents.end()) words.language = letter->language;
    return words;
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
  std::vector<Finding> flags_;
};

}  // namespace

std::vector<Finding> find_red_flags(const model::Case& c, const std::vector<Column>& columns,
                                    const Costs& costs) {
  return RedFlagFinder(c, columns, costs).find();
}

}  // namespace generator::compare
