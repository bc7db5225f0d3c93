#include "generator/compare/changes.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "generator/compare/names.h"

namespace generator::compare {
namespace {

/// What is one thing together: a plan's kinds of treatment in their order, or a single value, or a lead.
struct Unit {
  std::vector<Lead> leads;
  std::vector<Value> values;
};

bool same_translations(const model::Statement& a, const model::Statement& b) {
  for (const model::Translation& one : a.translations) {
    const auto other = std::ranges::find(b.translations, one.language, &model::Translation::language);
    if (other != b.translations.end() && other->text != one.text) return false;
  }
  return true;
}

/// The same words, wherever they stand. A translation that only one of them has is no other words.
bool same_words(const model::Statement& a, const model::Statement& b) {
  return a.text == b.text && a.language == b.language && same_translations(a, b);
}

bool same_words(const std::optional<model::Statement>& a, const std::optional<model::Statement>& b) {
  return a.has_value() == b.has_value() && (!a || same_words(*a, *b));
}

bool same_value(const Value& a, const Value& b) {
  if (a.index() != b.index()) return false;
  if (const auto* words = std::get_if<model::Statement>(&a))
    return same_words(*words, std::get<model::Statement>(b));
  if (const auto* message = std::get_if<Message>(&a)) return *message == std::get<Message>(b);
  if (const auto* time = std::get_if<model::DurationRange>(&a))
    return *time == std::get<model::DurationRange>(b);
  return std::get<model::Date>(a) == std::get<model::Date>(b);
}

bool same_unit(const Unit& a, const Unit& b) {
  return std::ranges::equal(a.leads, b.leads, {}, &Lead::kind, &Lead::kind) &&
         std::ranges::equal(a.values, b.values, same_value);
}

bool same_amount(const std::optional<Amount>& a, const std::optional<Amount>& b) {
  return a.has_value() == b.has_value() && (!a || a->own == b->own);
}

/// What of `before` and of `now` has no counterpart in the other, each in its order.
template <typename T, typename Same>
std::pair<std::vector<T>, std::vector<T>> unmatched(const std::vector<T>& before, const std::vector<T>& now,
                                                    Same same) {
  std::pair<std::vector<T>, std::vector<T>> rest{{}, now};
  for (const T& one : before) {
    const auto other =
        std::ranges::find_if(rest.second, [&](const T& candidate) { return same(one, candidate); });
    if (other == rest.second.end()) {
      rest.first.push_back(one);
    } else {
      rest.second.erase(other);
    }
  }
  return rest;
}

/// What has no equal in the other list; of that, what `belongs` together is one change.
template <typename T, typename Same, typename Belongs>
std::vector<Change<T>> changes_of(const std::vector<T>& before, const std::vector<T>& now, Same same,
                                  Belongs belongs) {
  auto [gone, came] = unmatched(before, now, same);
  std::vector<Change<T>> changes;
  for (T& one : gone) {
    Change<T> change{std::move(one), std::nullopt};
    const auto other =
        std::ranges::find_if(came, [&](const T& candidate) { return belongs(*change.before, candidate); });
    if (other != came.end()) {
      change.now = std::move(*other);
      came.erase(other);
    }
    changes.push_back(std::move(change));
  }
  for (T& one : came) changes.push_back({std::nullopt, std::move(one)});
  return changes;
}

// Cells.

/// What a cell says, without the numbers of answers and proposals: a second proposal does not change the
/// first. The order of the treatments of one plan is part of what it says.
std::vector<Unit> units_of(RowId row, const Cell& cell) {
  std::vector<Unit> units;
  for (const Part& part : cell.parts) {
    if (part.state != CellState::stated) continue;
    if (row == RowId::treatment) {
      units.push_back({part.leads, part.values});
      continue;
    }
    for (const Lead& lead : part.leads) units.push_back({{lead}, {}});
    for (const Value& value : part.values) units.push_back({{}, {value}});
  }
  return units;
}

/// What has no lead goes on in the part before it, but never behind another plan's treatments.
std::vector<Part> parts_of(const std::vector<Unit>& units) {
  std::vector<Part> parts;
  for (const Unit& unit : units) {
    const bool begins =
        parts.empty() || !unit.leads.empty() || (!parts.back().leads.empty() && !parts.back().values.empty());
    if (begins) {
      parts.emplace_back().state = CellState::stated;
      parts.back().leads = unit.leads;
    }
    std::ranges::copy(unit.values, std::back_inserter(parts.back().values));
  }
  return parts;
}

/// The cells with only what differs; nullopt if nothing does.
std::optional<std::pair<Cell, Cell>> cells_changed(CellState before, const std::vector<Unit>& said,
                                                   CellState now, const std::vector<Unit>& says) {
  const auto [gone, came] = unmatched(said, says, same_unit);
  if (gone.empty() && came.empty()) return std::nullopt;
  Cell was;
  was.state = before;
  was.parts = parts_of(gone);
  Cell is;
  is.state = now;
  is.parts = parts_of(came);
  return std::pair(std::move(was), std::move(is));
}

// Money.

std::vector<NonMedicalLine> non_medical_of(const Comparison& comparison, std::size_t option) {
  std::vector<NonMedicalLine> lines;
  for (const NonMedicalLine& line : comparison.costs.non_medical) {
    if (line.option == option) lines.push_back(line);
  }
  return lines;
}

bool same_line(const NonMedicalLine& a, const NonMedicalLine& b) {
  return a.cost.category == b.cost.category && same_words(a.cost.label, b.cost.label) &&
         a.cost.unit_price == b.cost.unit_price && a.cost.quantity == b.cost.quantity &&
         a.cost.unit == b.cost.unit && a.cost.persons == b.cost.persons && a.cost.over == b.cost.over &&
         a.cost.estimated_by == b.cost.estimated_by && same_amount(a.line, b.line);
}

bool same_payment(const PaymentLine& a, const PaymentLine& b) {
  return a.payment.when == b.payment.when && same_words(a.payment.label, b.payment.label) &&
         a.payment.refundable == b.payment.refundable && same_amount(a.amount, b.amount);
}

bool same_cost(const CostCell& a, const CostCell& b) {
  return a.state == b.state && same_amount(a.amount, b.amount) && a.not_in_amount == b.not_in_amount &&
         a.unit_prices == b.unit_prices;
}

CostCell cost_of(const Comparison& comparison, model::CostCategory category, std::size_t option) {
  const auto row = std::ranges::find(comparison.costs.rows, category, &CostRow::category);
  return row == comparison.costs.rows.end() ? CostCell{} : row->cells.at(option);
}

const CostSheet& sheet_of(const Comparison& comparison, std::size_t option) {
  return *std::ranges::find(comparison.costs.sheets, option, &CostSheet::option);
}

std::optional<EstimateState> state_of(const CostSheet& sheet) {
  if (sheet.estimate.empty()) return std::nullopt;
  return EstimateState{.issued = sheet.issued,
                       .valid_until = sheet.valid_until,
                       .stated_items = sheet.stated_items,
                       .items_without_amount = sheet.items_without_amount,
                       .stated_total = sheet.stated_total,
                       .complications = sheet.complications};
}

bool same_state(const EstimateState& a, const EstimateState& b) {
  return a.issued == b.issued && a.valid_until == b.valid_until &&
         same_amount(a.stated_items, b.stated_items) && a.items_without_amount == b.items_without_amount &&
         same_amount(a.stated_total, b.stated_total) && same_words(a.complications, b.complications);
}

std::optional<EstimateChange> estimate_change(const Comparison& before, std::size_t was,
                                              const Comparison& now, std::size_t is) {
  const CostSheet& old = sheet_of(before, was);
  const CostSheet& current = sheet_of(now, is);
  EstimateChange change{{state_of(old), state_of(current)}, {}, {}};
  if (!change.whole.before && !change.whole.now) return std::nullopt;
  // Estimates that nobody relates are no price of the hospital, and none that came or went.
  if (old.role == PriceRole::unrelated || current.role == PriceRole::unrelated) return std::nullopt;
  if (!change.whole.before || !change.whole.now) return change;
  for (const auto& name : model::names<model::CostCategory>()) {
    CostCell cost_before = cost_of(before, name.value, was);
    CostCell cost_now = cost_of(now, name.value, is);
    if (!same_cost(cost_before, cost_now))
      change.categories.push_back({name.value, std::move(cost_before), std::move(cost_now)});
  }
  change.payments = changes_of(
      old.payments, current.payments, same_payment, [](const PaymentLine& a, const PaymentLine& b) {
        return a.payment.when == b.payment.when && same_words(a.payment.label, b.payment.label);
      });
  const bool same = same_state(*change.whole.before, *change.whole.now) && change.categories.empty() &&
                    change.payments.empty();
  return same ? std::nullopt : std::optional(std::move(change));
}

// Findings.

std::vector<Message> messages_about(const std::vector<Finding>& findings, std::optional<std::size_t> option) {
  std::vector<Message> messages;
  for (const Finding& finding : findings) {
    if (finding.option == option) messages.push_back(finding.message);
  }
  return messages;
}

std::vector<Change<Message>> changes_of(const std::vector<Message>& before, const std::vector<Message>& now) {
  return changes_of(before, now, std::equal_to<>(),
                    [](const Message& a, const Message& b) { return a.id == b.id; });
}

// Options.

std::optional<std::size_t> index_of(const Comparison& comparison, const std::string& id) {
  const auto it = std::ranges::find(comparison.options, id, &Option::id);
  if (it == comparison.options.end()) return std::nullopt;
  return static_cast<std::size_t>(it - comparison.options.begin());
}

OptionEvent event_of(const Option& before, const Option& now) {
  if (!before.decision && now.decision) return OptionEvent::first_answer;
  if (before.decision && !now.decision) return OptionEvent::answer_withdrawn;
  return OptionEvent::none;
}

std::vector<RowChange> row_changes(const Comparison& before, std::size_t was, const Comparison& now,
                                   std::size_t is, OptionEvent event) {
  std::vector<RowChange> changes;
  for (const RowSpec& spec : k_rows) {
    const RowId row = spec.id;
    if (event != OptionEvent::none && row != RowId::decision) continue;
    const Cell& said = cell_at(before.groups, row, was);
    const Cell& says = cell_at(now.groups, row, is);
    if (auto cells = cells_changed(said.state, units_of(row, said), says.state, units_of(row, says)))
      changes.push_back({row, std::move(cells->first), std::move(cells->second)});
  }
  return changes;
}

OptionChange option_change(const Comparison& before, std::size_t was, const Comparison& now, std::size_t is) {
  const Option& old = before.options[was];
  const Option& option = now.options[is];
  OptionChange change;
  change.id = option.id;
  change.kind = option.kind;
  change.name = option.name;
  change.name_before = old.name;
  change.letter_before = old.letter;
  change.letter = option.letter;
  change.event = event_of(old, option);
  change.rows = row_changes(before, was, now, is, change.event);
  change.estimate = estimate_change(before, was, now, is);
  change.non_medical =
      changes_of(non_medical_of(before, was), non_medical_of(now, is), same_line,
                 [](const NonMedicalLine& a, const NonMedicalLine& b) {
                   return a.cost.category == b.cost.category && same_words(a.cost.label, b.cost.label);
                 });
  change.red_flags = changes_of(messages_about(before.red_flags, was), messages_about(now.red_flags, is));
  if (change.event == OptionEvent::none)
    change.unknowns = changes_of(messages_about(before.unknowns, was), messages_about(now.unknowns, is));
  return change;
}

/// An option that only one of the two comparisons has.
OptionChange whole_option(const Option& option, OptionEvent event) {
  OptionChange change;
  change.id = option.id;
  change.kind = option.kind;
  change.name = option.name;
  change.name_before = option.name;
  (event == OptionEvent::came ? change.letter : change.letter_before) = option.letter;
  change.event = event;
  return change;
}

bool says_something(const OptionChange& change) {
  return change.event != OptionEvent::none || change.letter_before != change.letter ||
         change.name_before != change.name || !change.rows.empty() || change.estimate ||
         !change.non_medical.empty() || !change.red_flags.empty() || !change.unknowns.empty();
}

std::vector<OptionChange> option_changes(const Comparison& before, const Comparison& now) {
  std::vector<OptionChange> changes;
  for (std::size_t is = 0; is < now.options.size(); ++is) {
    const auto was = index_of(before, now.options[is].id);
    OptionChange change =
        was ? option_change(before, *was, now, is) : whole_option(now.options[is], OptionEvent::came);
    if (says_something(change)) changes.push_back(std::move(change));
  }
  for (const Option& option : before.options) {
    if (!index_of(now, option.id)) changes.push_back(whole_option(option, OptionEvent::went));
  }
  return changes;
}

// The case as a whole.

std::vector<Unit> units_of(const std::vector<model::Statement>& statements) {
  std::vector<Unit> units;
  for (const model::Statement& statement : statements) units.push_back({{}, {statement}});
  return units;
}

std::vector<Unit> units_of(const std::optional<model::Statement>& statement) {
  return statement ? std::vector<Unit>{{{}, {*statement}}} : std::vector<Unit>{};
}

std::vector<Unit> units_of(const std::vector<model::UrgentNote>& notes) {
  std::vector<Unit> units;
  for (const model::UrgentNote& note : notes)
    units.push_back({{}, {message_of("urgent", note.kind), note.text}});
  return units;
}

std::vector<Unit> units_of(const std::vector<model::Treatment>& history) {
  std::vector<Unit> units;
  for (const model::Treatment& treatment : history) units.push_back({{}, {treatment.what}});
  return units;
}

std::vector<FactChange> fact_changes(const CaseSummary& before, const CaseSummary& now) {
  std::vector<FactChange> changes;
  const auto add = [&](CaseFact fact, const std::vector<Unit>& said, const std::vector<Unit>& says) {
    const auto state = [](const std::vector<Unit>& units) {
      return units.empty() ? CellState::not_stated : CellState::stated;
    };
    if (auto cells = cells_changed(state(said), said, state(says), says))
      changes.push_back({fact, std::move(cells->first), std::move(cells->second)});
  };
  add(CaseFact::urgent, units_of(before.urgent), units_of(now.urgent));
  add(CaseFact::symptoms, units_of(before.status.symptoms), units_of(now.status.symptoms));
  add(CaseFact::comorbidities, units_of(before.status.comorbidities), units_of(now.status.comorbidities));
  add(CaseFact::medications, units_of(before.status.medications), units_of(now.status.medications));
  add(CaseFact::allergies, units_of(before.status.allergies), units_of(now.status.allergies));
  add(CaseFact::history, units_of(before.history), units_of(now.history));
  add(CaseFact::goal, units_of(before.goal), units_of(now.goal));
  add(CaseFact::question, units_of(before.question), units_of(now.question));
  add(CaseFact::priorities, units_of(before.family.priorities), units_of(now.family.priorities));
  return changes;
}

bool same_record(const model::Record& a, const model::Record& b) {
  return a.kind == b.kind && a.state == b.state && a.file == b.file && a.date == b.date &&
         same_words(a.note, b.note);
}

/// A record is known by its file; one that is still missing has none.
bool is_one_record(const model::Record& a, const model::Record& b) {
  return a.kind == b.kind && (a.file == b.file || a.file.empty() || b.file.empty());
}

std::vector<DifferenceChange> difference_changes(const Comparison& before, const Comparison& now) {
  // Answers that are only set side by side are said to be no difference.
  const auto kind_of = [](const Comparison& comparison, Subject subject) -> std::optional<DifferenceKind> {
    const auto it = std::ranges::find(comparison.differences, subject, &Difference::subject);
    return it == comparison.differences.end() ? std::nullopt : it->kind;
  };
  std::vector<DifferenceChange> changes;
  for (int i = 0; i <= static_cast<int>(Subject::eligibility); ++i) {
    const auto subject = static_cast<Subject>(i);
    const DifferenceChange change{subject, kind_of(before, subject), kind_of(now, subject)};
    if (change.before != change.now) changes.push_back(change);
  }
  return changes;
}

bool same_release(const model::Release& a, const model::Release& b) {
  return a.state == b.state && a.by == b.by && a.on == b.on;
}

}  // namespace

bool Changes::empty() const {
  return facts.empty() && !ecog && records.empty() && letters.empty() && options.empty() &&
         differences.empty() && red_flags.empty() && unknowns.empty() && rates.empty() && !release;
}

Changes changes_since(const Comparison& before, const Comparison& now) {
  Changes changes;
  changes.since = before.summary.date;
  changes.facts = fact_changes(before.summary, now.summary);
  if (before.summary.status.ecog != now.summary.status.ecog)
    changes.ecog = Change<int>{before.summary.status.ecog, now.summary.status.ecog};
  changes.records = changes_of(before.summary.records, now.summary.records, same_record, is_one_record);
  changes.letters = changes_of(
      before.documents, now.documents,
      [](const SourceDocument& a, const SourceDocument& b) { return a.id == b.id; },
      [](const SourceDocument&, const SourceDocument&) { return false; });
  changes.options = option_changes(before, now);
  changes.differences = difference_changes(before, now);
  changes.red_flags =
      changes_of(messages_about(before.red_flags, std::nullopt), messages_about(now.red_flags, std::nullopt));
  changes.unknowns =
      changes_of(messages_about(before.unknowns, std::nullopt), messages_about(now.unknowns, std::nullopt));
  changes.rates =
      changes_of(before.costs.rates, now.costs.rates, std::equal_to<>(),
                 [](const model::Rate& a, const model::Rate& b) { return a.from == b.from && a.to == b.to; });
  if (!same_release(before.summary.release, now.summary.release))
    changes.release = Change<model::Release>{before.summary.release, now.summary.release};
  return changes;
}

}  // namespace generator::compare
