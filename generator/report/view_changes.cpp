#include "generator/compare/changes.h"

#include <algorithm>

#include "generator/compare/cell_writing.h"
#include "generator/compare/names.h"
#include "generator/report/view_charts.h"
#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Change;
using compare::Changes;
using compare::OptionChange;
using compare::OptionEvent;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// A cell that holds a sentence or several.
ViewValue told(const std::vector<std::string>& sentences, const std::string& none) {
  if (sentences.empty()) return Object{{"note", none}, {"parts", List{}}};
  List items;
  for (const std::string& sentence : sentences) items.push_back(ViewWords::plain(sentence));
  const bool is_one = items.size() == 1;
  ViewValue single = is_one ? items.front() : ViewValue(false);
  ViewValue many = is_one ? ViewValue(false) : ViewValue(Object{{"items", std::move(items)}});
  return Object{
      {"note", false},
      {"parts", List{Object{{"heading", false}, {"single", std::move(single)}, {"many", std::move(many)}}}}};
}

/// One table: what changed of one option, or of the case as a whole.
class ChangeTable {
 public:
  ChangeTable(std::string title, ViewWords& words) : title_(std::move(title)), words_(words) {}

  void note(std::string sentence) { notes_.push_back(std::move(sentence)); }

  /// Values that are no more, and those that were not there.
  void add(std::string name, const compare::Cell& before, const compare::Cell& now) {
    add_row(std::move(name), side(before, was_not_there()), side(now, is_no_more()));
  }

  template <typename T, typename Text>
  void add(std::string name, const std::vector<Change<T>>& changes, const Text& text) {
    if (changes.empty()) return;
    std::vector<std::string> before;
    std::vector<std::string> now;
    for (const Change<T>& change : changes) {
      if (change.before) before.push_back(text(*change.before));
      if (change.now) now.push_back(text(*change.now));
    }
    add_row(std::move(name), told(before, was_not_there()), told(now, is_no_more()));
  }

  void add(std::string name, const std::vector<std::string>& before, const std::vector<std::string>& now) {
    if (before.empty() && now.empty()) return;
    add_row(std::move(name), told(before, was_not_there()), told(now, is_no_more()));
  }

  /// An amount, or a word in its place; `label` says of what it is.
  void add_amount(std::string name, ViewValue label, ViewValue before, ViewValue now) {
    amounts_.push_back(Object{{"name", std::move(name)},
                              {"label", std::move(label)},
                              {"before", std::move(before)},
                              {"now", std::move(now)}});
  }

  bool empty() const { return notes_.empty() && rows_.empty() && amounts_.empty(); }

  /// { label, what }: the names of what changed, in one sentence.
  ViewValue in_short() const {
    std::vector<std::string> what = notes_;
    std::vector<std::string> names = names_;
    if (!amounts_.empty()) names.push_back(words_.say("text.costs.title"));
    if (!names.empty()) what.push_back(words_.say("changes.what", {{"names", words_.catalog().list(names)}}));
    List sentences;
    for (std::string& sentence : what) sentences.emplace_back(std::move(sentence));
    return Object{{"label", title_}, {"what", std::move(sentences)}};
  }

  ViewValue take() {
    List notes;
    for (std::string& sentence : notes_) notes.emplace_back(std::move(sentence));
    const bool any_rows = !rows_.empty();
    const bool any_amounts = !amounts_.empty();
    return Object{{"title", std::move(title_)},     {"notes", std::move(notes)},
                  {"any", any_rows || any_amounts}, {"any_rows", any_rows},
                  {"rows", std::move(rows_)},       {"any_amounts", any_amounts},
                  {"amounts", std::move(amounts_)}};
  }

  std::string was_not_there() const { return words_.say("changes.was-not-there"); }
  std::string is_no_more() const { return words_.say("changes.is-no-more"); }

 private:
  /// A cell that was silent says so; one that goes on saying other things says that this was not among them.
  ViewValue side(const compare::Cell& cell, std::string none) {
    if (cell.parts.empty() && cell.state != compare::CellState::stated) none = words_.name(cell.state);
    return Object{{"note", cell.parts.empty() ? ViewValue(std::move(none)) : ViewValue(false)},
                  {"parts", words_.parts(cell.parts)}};
  }

  void add_row(std::string name, ViewValue before, ViewValue now) {
    names_.push_back(name);
    rows_.push_back(
        Object{{"name", std::move(name)}, {"before", std::move(before)}, {"now", std::move(now)}});
  }

  std::string title_;
  ViewWords& words_;
  std::vector<std::string> notes_;
  std::vector<std::string> names_;  ///< of the rows
  List rows_;
  List amounts_;
};

MessageId title_of(compare::CaseFact fact) {
  using enum compare::CaseFact;
  switch (fact) {
    case urgent: break;
    case symptoms: return "text.head.symptoms";
    case comorbidities: return "text.head.comorbidities";
    case medications: return "text.head.medications";
    case allergies: return "text.head.allergies";
    case history: return "text.head.history";
    case goal: return "text.head.goal";
    case question: return "text.head.question";
    case priorities: return "text.head.priorities";
  }
  return "text.urgent.title";
}

/// What became of the case's own facts, of the letters, and of the report.
ChangeTable case_table(const Changes& changes, ViewWords& words) {
  ChangeTable table(words.say("case.whole"), words);
  for (const compare::FactChange& change : changes.facts) {
    table.add(words.say(title_of(change.fact)), change.before, change.now);
  }
  if (changes.ecog) {
    table.add(words.say("text.head.ecog"), std::vector{*changes.ecog}, [&](int value) {
      return words.say("case.ecog", {{"value", value}});
    });
  }
  table.add(words.say("text.records.title"), changes.records, [&](const model::Record& record) {
    return labelled(words.name(record.kind), words.name(record.state), words);
  });
  table.add(words.say("text.sources.letters"), changes.letters,
            [&](const compare::SourceDocument& letter) { return words.proper(letter.title); });
  std::vector<std::string> differed;
  std::vector<std::string> differ;
  for (const compare::DifferenceChange& change : changes.differences) {
    const std::string subject = words.name(change.subject);
    const auto text = [&](compare::DifferenceKind kind) {
      return change.before && change.now ? labelled(subject, words.name(kind), words) : subject;
    };
    if (change.before) differed.push_back(text(*change.before));
    if (change.now) differ.push_back(text(*change.now));
  }
  table.add(words.say("text.differences.title"), differed, differ);
  const auto sentence = [&](const compare::Message& message) { return words.say(message); };
  table.add(words.say("text.flags.title"), changes.red_flags, sentence);
  table.add(words.say("text.unknowns.title"), changes.unknowns, sentence);
  table.add(words.say("text.costs.rates"), changes.rates,
            [&](const model::Rate& rate) { return rate_text(rate, words); });
  if (changes.release) {
    table.add(words.say("text.notice.state"), std::vector{*changes.release},
              [&](const model::Release& release) { return words.name(release.state); });
  }
  return table;
}

bool same_own(const std::optional<compare::Amount>& a, const std::optional<compare::Amount>& b) {
  return a.has_value() == b.has_value() && (!a || a->own == b->own);
}

void add_estimate(ChangeTable& table, const compare::EstimateChange& change, ViewWords& words) {
  using State = compare::EstimateState;
  const auto& [before, now] = change.whole;
  const auto word = [&](std::string text) { return money_cell(std::nullopt, std::move(text), words); };
  const auto sides = [&](MessageId name, const auto& text) {
    const auto side = [&](const std::optional<State>& state) {
      return state ? text(*state) : word(words.say("cost.no-estimate"));
    };
    table.add_amount(words.say(name), false, side(before), side(now));
  };
  const auto date = [&](const std::optional<model::Date>& day) {
    return word(day ? words.catalog().format(*day) : words.say("cost-state.not-stated"));
  };
  const auto differs = [&, &was = before, &is = now](const auto& same) {
    return !was || !is || !same(*was, *is);
  };
  if (differs([](const State& a, const State& b) { return a.issued == b.issued; }))
    sides("text.costs.issued", [&](const State& state) { return date(state.issued); });
  if (differs([](const State& a, const State& b) { return a.valid_until == b.valid_until; }))
    sides("text.costs.valid-until", [&](const State& state) { return date(state.valid_until); });
  for (const compare::CategoryChange& category : change.categories) {
    const auto cell = [&](const compare::CostCell& side) {
      return money_cell(side.amount, category_note(side, words), words);
    };
    table.add_amount(words.name(category.category), false, cell(category.before), cell(category.after));
  }
  if (differs([](const State& a, const State& b) { return same_own(a.stated_items, b.stated_items); }))
    sides("text.costs.stated-items",
          [&](const State& state) { return amount_cell(state.stated_items, words); });
  if (differs(
          [](const State& a, const State& b) { return a.items_without_amount == b.items_without_amount; })) {
    sides("text.costs.not-stated", [&](const State& state) {
      return word(words.say("cost.not-stated-count", {{"count", state.items_without_amount}}));
    });
  }
  if (differs([](const State& a, const State& b) { return same_own(a.stated_total, b.stated_total); }))
    sides("text.costs.own-total", [&](const State& state) { return amount_cell(state.stated_total, words); });
  for (const Change<compare::PaymentLine>& payment : change.payments) {
    const model::Payment& either = (payment.now ? payment.now : payment.before)->payment;
    const auto side = [&](const std::optional<compare::PaymentLine>& line, const std::string& none) {
      if (!line) return word(none);
      const auto& back = line->payment.refundable;
      std::vector<std::string> notes;
      if (!line->amount) notes.push_back(words.say("calendar.amount-not-stated"));
      notes.push_back(back ? words.name(*back) : words.say("changes.refund-not-stated"));
      return money_cell(line->amount, words.clauses(notes), words, words.place(line->payment.source));
    };
    table.add_amount(words.name(either.when),
                     either.label ? words.statement(*either.label) : ViewValue(false),
                     side(payment.before, table.was_not_there()), side(payment.now, table.is_no_more()));
  }
  const auto complications = [](const std::optional<State>& state) {
    return state ? state->complications : std::optional<model::Statement>();
  };
  const auto was = complications(before);
  const auto is = complications(now);
  if (before && now && was != is) {
    const auto cell = [](const std::optional<model::Statement>& statement) {
      return compare::whole(compare::part_of(compare::values_of(statement)));
    };
    table.add(words.say("text.costs.complications"), cell(was), cell(is));
  }
}

std::string title_of(const OptionChange& change, const ViewWords& words) {
  compare::Option option;
  option.kind = change.kind;
  option.letter = change.letter.empty() ? change.letter_before : change.letter;
  option.name = change.name;
  return option_label(option, words);
}

ChangeTable option_table(const OptionChange& change, ViewWords& words) {
  ChangeTable table(title_of(change, words), words);
  if (change.event != OptionEvent::none) table.note(words.name(change.event));
  if (!change.letter_before.empty() && !change.letter.empty() && change.letter_before != change.letter)
    table.note(words.say("changes.letter", {{"letter", change.letter_before}}));
  if (change.name_before != change.name)
    table.note(words.say("changes.name", {{"name", change.name_before}}));
  for (const compare::RowChange& row : change.rows) table.add(words.name(row.row), row.before, row.now);
  if (change.estimate) add_estimate(table, *change.estimate, words);
  for (const Change<compare::NonMedicalLine>& line : change.non_medical) {
    const model::NonMedicalCost& either = (line.now ? line.now : line.before)->cost;
    const auto side = [&](const std::optional<compare::NonMedicalLine>& cost, const std::string& none) {
      return cost ? amount_cell(cost->line, words) : money_cell(std::nullopt, none, words);
    };
    table.add_amount(words.name(either.category), words.statement(either.label),
                     side(line.before, table.was_not_there()), side(line.now, table.is_no_more()));
  }
  const auto sentence = [&](const compare::Message& message) { return words.say(message); };
  table.add(words.say("text.flags.title"), change.red_flags, sentence);
  table.add(words.say("text.unknowns.title"), change.unknowns, sentence);
  return table;
}

}  // namespace

ViewValue changes_view(const compare::Comparison& comparison, ViewWords& words) {
  if (!comparison.changes) return false;
  const Changes& changes = *comparison.changes;
  List tables;
  List in_short;
  const auto add = [&](ChangeTable table) {
    if (table.empty()) return;
    in_short.push_back(table.in_short());
    tables.push_back(table.take());
  };
  for (const OptionChange& change : changes.options) add(option_table(change, words));
  add(case_table(changes, words));
  return Object{
      {"since",
       changes.since ? ViewValue(words.say("changes.since", {{"date", *changes.since}})) : ViewValue(false)},
      {"any", !tables.empty()},
      {"tables", std::move(tables)},
      {"short", std::move(in_short)},
  };
}

}  // namespace generator::report
