#include "generator/compare/gap_finder.h"

#include <algorithm>
#include <map>
#include <set>

#include "generator/compare/chance_reader.h"
#include "generator/compare/cost_comparison.h"
#include "generator/compare/expectation_finder.h"
#include "generator/compare/names.h"
#include "generator/compare/row_builder.h"
#include "generator/compare/stated_chances.h"

namespace generator::compare {
namespace {

class GapFinder {
 public:
  GapFinder(const model::Case& c, const std::vector<Column>& columns, const std::vector<Group>& rows,
            const Costs& costs, const std::vector<Expectation>& expectations, const model::Date& date,
            const Lexicon& lexicon)
      : case_(c),
        columns_(columns),
        rows_(rows),
        costs_(costs),
        expectations_(expectations),
        date_(date),
        chances_(lexicon.chances()) {}

  std::vector<Finding> find() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].is_home()) {
        find_at_home(i);
      } else {
        find_in_answer(i, columns_[i]);
        find_in_time(i);
        find_in_costs(i, columns_[i]);
      }
    }
    find_in_case();
    return std::move(findings_);
  }

 private:
  void add(std::optional<std::size_t> option, Message message, std::vector<Evidence> evidence = {}) {
    findings_.push_back({option, std::move(message), std::move(evidence)});
  }

  /// True if the part says nothing of a plan that is no first choice.
  bool is_of_other_plan(const Part& part, std::size_t option) const {
    return part.heading && part.heading->of == Heading::Of::proposal &&
           !is_first_choice(columns_[option], part.heading->number);
  }

  /// True if the row says nothing, or not for each of several answers and first choices.
  bool is_gap(RowId row, std::size_t option) const {
    const Cell& cell = cell_at(rows_, row, option);
    if (cell.state == CellState::not_stated) return true;
    return std::ranges::any_of(cell.parts, [&](const Part& part) {
      return part.state == CellState::not_stated && !is_of_other_plan(part, option);
    });
  }

  /// What is said of the first choice and not of another plan of that hospital: one gap for each such plan.
  void add_other_plans(std::size_t option) {
    std::map<int, std::vector<Evidence>> silent;
    for (const RowSpec& row : k_rows) {
      const Cell& cell = cell_at(rows_, row.id, option);
      if (!row.is_gap_in_offer() || cell.state != CellState::stated) continue;
      for (const Part& part : cell.parts) {
        // What is said of time is said of coming there: a letter that gives it once means it of every plan.
        if (row.group == RowGroup::time) continue;
        if (part.state == CellState::not_stated && is_of_other_plan(part, option))
          silent[part.heading->number].push_back({option, message("row." + std::string(row.name))});
      }
    }
    for (auto& [number, rows] : silent)
      add(option, message("unknown.other-plan", {{"number", number}}), std::move(rows));
  }

  void add_row_gaps(std::size_t option, bool (RowSpec::*is_gap_there)() const) {
    for (const RowSpec& row : k_rows) {
      if ((row.*is_gap_there)() && is_gap(row.id, option))
        add(option, message("unknown." + std::string(row.name)));
    }
  }

  void find_at_home(std::size_t option) {
    const model::Proposal& plan = case_.home.proposal;
    if (!case_.home.doctor || case_.home.doctor->name.empty()) add(option, message("unknown.home-doctor"));
    if (plan.modalities.empty() && !plan.plan) {
      add(option, message("unknown.home-plan"));
    } else {
      add_row_gaps(option, &RowSpec::is_gap_at_home);
      add_benefit_without_chance(option, {&plan});
    }
    add_limits(option, case_.home.limits);
  }

  /// A benefit in words that can be read, and that name no chance.
  void add_benefit_without_chance(std::size_t option, const std::vector<const model::Proposal*>& proposals) {
    std::vector<Evidence> benefits;
    for (const model::Proposal* proposal : proposals) {
      const std::optional<model::Statement>& benefit = proposal->benefit;
      if (!benefit || states_chance(*proposal, model::ChanceKind::benefit)) continue;
      if (can_read_chances(*benefit, chances_) && !names_chance(*benefit, chances_))
        benefits.push_back({option, *benefit});
    }
    if (!benefits.empty()) add(option, message("unknown.benefit-chance"), std::move(benefits));
  }

  void add_limits(std::size_t option, const std::vector<model::Statement>& limits) {
    if (limits.empty()) return;
    std::vector<Evidence> evidence;
    for (const model::Statement& limit : limits) evidence.push_back({option, limit});
    add(option, message("unknown.limits"), std::move(evidence));
  }

  void add_decision(std::size_t option, const Column& column, const model::Opinion& opinion) {
    if (is_overtaken(column, opinion)) return;
    std::vector<Evidence> reason;
    if (opinion.decision_reason) reason.push_back({option, *opinion.decision_reason});
    switch (opinion.decision) {
      case model::DecisionStatus::under_review:
        return add(option, message("unknown.under-review"), std::move(reason));
      case model::DecisionStatus::needs_information:
        for (const model::Statement& ask : opinion.asks) reason.push_back({option, ask});
        return add(option, message("unknown.needs-information"), std::move(reason));
      case model::DecisionStatus::cannot_judge:
        for (const model::Statement& ask : opinion.asks) reason.push_back({option, ask});
        return add(option, message("unknown.cannot-judge"), std::move(reason));
      case model::DecisionStatus::conditional:
        if (opinion.conditions.empty()) add(option, message("unknown.conditions"), std::move(reason));
        return;
      case model::DecisionStatus::accepted:
      case model::DecisionStatus::not_eligible:
      case model::DecisionStatus::current_plan_adequate: return;
    }
  }

  void find_in_answer(std::size_t option, const Column& column) {
    if (column.opinions.empty()) return add(option, message("unknown.no-answer"));
    std::set<model::DecisionStatus> decisions;
    for (const model::Opinion* opinion : column.opinions) {
      if (!is_overtaken(column, *opinion)) decisions.insert(opinion->decision);
      add_decision(option, column, *opinion);
    }
    if (decisions.size() > 1) add(option, message("unknown.several-decisions"), decisions_of(option, column));
    for (const model::Opinion* opinion : column.opinions) {
      const auto end = model::end_of(case_, *opinion);
      if (end && model::certainly_before(*end, date_))
        add(option, message("unknown.opinion-expired", {{"date", *end}}));
    }
    const bool is_unnamed = std::ranges::any_of(column.opinions, [&column](const model::Opinion* opinion) {
      return !is_overtaken(column, *opinion) && (!opinion->reviewer || opinion->reviewer->name.empty());
    });
    if (is_unnamed) add(option, message("unknown.reviewer"));
    if (makes_offer(column)) {
      add_row_gaps(option, &RowSpec::is_gap_in_offer);
      add_other_plans(option);
      std::vector<const model::Proposal*> proposals;
      for (const model::Opinion* opinion : column.opinions) {
        for (const model::Proposal& proposal : opinion->proposals) proposals.push_back(&proposal);
      }
      add_benefit_without_chance(option, proposals);
      if (leaves_imaging_open(column)) add(option, message("unknown.imaging-repeat"));
    } else if (decision_of(column) == model::DecisionStatus::not_eligible &&
               is_gap(RowId::alternatives, option)) {
      add(option, message("unknown.alternatives"));
    }
    for (const model::Opinion* opinion : column.opinions) add_limits(option, opinion->limits);
  }

  /// Images were sent, and a list of what is to be done before admission, all of it sorted, names none.
  bool leaves_imaging_open(const Column& column) const {
    const bool is_sent = std::ranges::any_of(case_.records, [](const model::Record& record) {
      return record.kind == model::RecordKind::imaging && record.state == model::RecordState::present;
    });
    std::vector<std::optional<model::PreparationKind>> kinds;
    const auto take = [&kinds](const std::vector<model::Preparation>& list) {
      for (const model::Preparation& each : list) kinds.push_back(each.kind);
    };
    for (const model::Opinion* opinion : column.opinions) {
      take(opinion->conditions);
      for (const model::Proposal& proposal : opinion->proposals) take(proposal.before_admission);
    }
    return is_sent && !kinds.empty() && std::ranges::none_of(kinds, [](const auto& kind) {
             return !kind || *kind == model::PreparationKind::imaging ||
                    *kind == model::PreparationKind::other;
           });
  }

  void find_in_time(std::size_t option) {
    const Expectation* over = expectation_over(expectations_, option);
    if (over == nullptr) return;
    const char* const id =
        over->time.source.empty() ? "unknown.stated-time-over" : "unknown.expected-time-over";
    add(option, message(id, {{"duration", over->time.time}, {"date", *over->latest}}));
  }

  static std::vector<Evidence> decisions_of(std::size_t option, const Column& column) {
    std::vector<Evidence> evidence;
    for (const model::Opinion* opinion : column.opinions) {
      evidence.push_back({option, message_of("decision", opinion->decision)});
      if (opinion->received) evidence.push_back({option, *opinion->received});
    }
    return evidence;
  }

  /// One finding for all lines that `is_meant`, with their labels as evidence.
  template <typename Predicate>
  void add_lines(std::size_t option, const std::vector<const CostSheet*>& sheets, const char* id,
                 Predicate is_meant) {
    std::vector<Evidence> labels;
    for (const CostSheet* sheet : sheets) {
      for (const CostLine& line : sheet->lines) {
        if (is_meant(line, *sheet)) labels.push_back({option, line.item.label});
      }
    }
    if (labels.empty()) return;
    const int count = static_cast<int>(labels.size());
    add(option, message(id, {{"count", count}}), std::move(labels));
  }

  void find_in_costs(std::size_t option, const Column& column) {
    const std::vector<const CostSheet*> sheets = own_sheets_of(costs_, option);
    if (sheets.empty()) {
      if (makes_offer(column)) add(option, message("unknown.no-estimate"));
      return;
    }
    using State = model::ItemState;
    const auto lacks_quantity = [](const CostLine& line) { return line.item.unit_price && !line.line; };
    if (costs_.sheets[option].role == PriceRole::unrelated)
      add(option, message("unknown.several-estimates", {{"count", static_cast<int>(sheets.size())}}));
    add_lines(option, sheets, "unknown.cost-quantity", [&](const CostLine& line, const CostSheet&) {
      return line.item.state == State::included && lacks_quantity(line);
    });
    add_lines(option, sheets, "unknown.cost-items",
              [](const CostLine& line, const CostSheet&) { return line.item.state == State::not_stated; });
    add_lines(option, sheets, "unknown.cost-asked",
              [](const CostLine& line, const CostSheet&) { return line.item.state == State::asked; });
    add_lines(option, sheets, "unknown.cost-excluded", [](const CostLine& line, const CostSheet& sheet) {
      // What one estimate leaves to another that adds to it is not left out.
      const bool is_left_out = std::ranges::find(sheet.left_out, line.item.category,
                                                 &LeftOutCategory::category) != sheet.left_out.end();
      // Of an excluded day of intensive care with its price it is said what it costs.
      return line.item.state == State::excluded && !line.line && !line.item.unit_price &&
             (sheet.parts.empty() || is_left_out);
    });
    add_lines(option, sheets, "unknown.cost-upper-bound", [](const CostLine& line, const CostSheet&) {
      return line.item.state == State::included && line.line && !line.line->own.high;
    });
    if (!names_complications(costs_, option)) add(option, message("unknown.cost-complications"));
    const auto is_endless = [](const CostSheet* each) {
      return is_there(*each) && !each->valid_until && !each->valid_for;
    };
    if (std::ranges::any_of(sheets, is_endless)) add(option, message("unknown.cost-valid-until"));
    find_in_payments(option);
  }

  /// Lines that were only asked about make no estimate that could be valid.
  static bool is_there(const CostSheet& sheet) {
    return sheet.stated_total || sheet.lines.empty() ||
           std::ranges::any_of(
               sheet.lines, [](const CostLine& line) { return line.item.state != model::ItemState::asked; });
  }

  void find_in_payments(std::size_t option) {
    const std::vector<PaymentLine> payments = payments_of(costs_, option);
    if (payments.empty()) return add(option, message("unknown.payments"));
    std::vector<Evidence> silent;
    for (const PaymentLine& line : payments) {
      const model::Payment& payment = line.payment;
      if (payment.refundable || payment.refund_percent) continue;
      silent.push_back(
          {option, payment.label ? Value(*payment.label) : Value(message_of("payment-time", payment.when))});
    }
    if (silent.empty()) return;
    if (silent.size() == payments.size()) return add(option, message("unknown.refund"));
    const int count = static_cast<int>(silent.size());
    add(option, message("unknown.refund-of", {{"count", count}}), std::move(silent));
  }

  /// "Other record" tells nobody what to look for; the case's own note does.
  static Value name_of_record(const model::Record& record) {
    if (record.kind == model::RecordKind::other && record.note) return *record.note;
    return message_of("record-kind", record.kind);
  }

  void find_in_case() {
    std::vector<Evidence> missing;
    for (const model::Record& record : case_.records) {
      if (record.state == model::RecordState::missing || record.state == model::RecordState::requested)
        missing.push_back({0, name_of_record(record)});
    }
    if (!missing.empty()) {
      const int count = static_cast<int>(missing.size());
      add(std::nullopt, message("unknown.records-missing", {{"count", count}}), std::move(missing));
    }
    for (const model::Currency& currency : costs_.missing_rates) {
      add(std::nullopt, message("unknown.missing-rate",
                                {{"from", currency.code()}, {"to", costs_.family_currency->code()}}));
    }
    if (!case_.estimates.empty() || !case_.non_medical.empty())
      add(std::nullopt, message("unknown.insurance"));
  }

  const model::Case& case_;
  const std::vector<Column>& columns_;
  const std::vector<Group>& rows_;
  const Costs& costs_;
  const std::vector<Expectation>& expectations_;
  const model::Date& date_;
  const ChanceGrammars& chances_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> find_gaps(const model::Case& c, const std::vector<Column>& columns,
                               const std::vector<Group>& rows, const Costs& costs,
                               const std::vector<Expectation>& expectations, const model::Date& date,
                               const Lexicon& lexicon) {
  return GapFinder(c, columns, rows, costs, expectations, date, lexicon).find();
}

}  // namespace generator::compare
