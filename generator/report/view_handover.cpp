#include "generator/report/view_handover.h"

#include <algorithm>
#include <set>

#include "generator/compare/names.h"
#include "generator/report/view_family.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::CellState;
using compare::Comparison;
using compare::RowId;
using compare::Subject;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// Whether a row's values bear its name where they stand in one cell with those of others.
enum class Named { yes, no };

struct Piece {
  RowId row;
  Named named = Named::yes;
};

/// A row of the handover: what it is called by, and the rows that it brings together.
struct Topic {
  RowId name;
  std::vector<Piece> pieces;
};

const std::vector<Topic>& topics() {
  using enum RowId;
  static const std::vector<Topic> k_topics = {
      {decision, {{decision, Named::no}, {decision_reason, Named::no}, {conditions}, {valid_until}}},
      {reviewer, {{reviewer, Named::no}, {seen}, {limits}}},
      {diagnosis, {{diagnosis, Named::no}, {stage}, {markers}}},
      {plan, {{treatment, Named::no}, {plan, Named::no}, {line_of_therapy}, {trial}}},
      {intent, {{intent, Named::no}}},
      {benefit, {{benefit, Named::no}}},
      {risks, {{risks, Named::no}, {side_effects}, {intensity}}},
      {alternatives, {{alternatives, Named::no}, {if_not_suitable}, {operability}, {urgency}}},
      // What a hospital answers on another's treatment is no alternative of its own.
      {on_treatments, {{on_treatments, Named::no}}},
      {before_admission, {{before_admission, Named::no}, {asks}, {time_to_treatment}}},
      {stay, {{stay, Named::no}, {time_abroad}}},
      {follow_up, {{follow_up, Named::no}}},
      {emergency_care, {{emergency_care, Named::no}, {experience}, {pathology_handling}}},
      {judgement, {{judgement, Named::no}}},
  };
  return k_topics;
}

/// The row that says what a difference is about in full; of the others only the kinds are set side by side.
std::optional<RowId> row_of(Subject subject) {
  switch (subject) {
    case Subject::diagnosis: return RowId::diagnosis;
    case Subject::stage: return RowId::stage;
    case Subject::markers: return RowId::markers;
    case Subject::operability: return RowId::operability;
    case Subject::urgency: return RowId::urgency;
    case Subject::on_treatments: return RowId::on_treatments;
    case Subject::treatment:
    case Subject::sequence:
    case Subject::intent:
    case Subject::eligibility: return std::nullopt;
  }
  return std::nullopt;
}

/// The sentence of a letter that a value rests on; empty if there is none.
const std::string& quote_of(const compare::Value& value) {
  static const std::string k_none;
  if (const auto* said = std::get_if<model::Statement>(&value))
    return said->source ? said->source->quote : k_none;
  return value.source ? value.source->quote : k_none;
}

ViewValue& member(ViewValue& object, std::string_view name) {
  return std::ranges::find(std::get<Object>(object.value), name, &ViewMember::name)->value;
}

/// What holds a value's number: the value, or the statement in it.
ViewValue& numbered(ViewValue& value) {
  ViewValue& statement = member(value, "statement");
  return statement.is_truthy() ? statement : value;
}

/// Each says whether another follows it in its line; of neighbours from one place the last bears its number.
List in_line(List values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool is_last = i + 1 == values.size();
    if (!is_last) {
      ViewValue& own = member(numbered(values[i]), "cite");
      const ViewValue& next = member(numbered(values[i + 1]), "cite");
      const auto* number = std::get_if<std::string>(&own.value);
      const auto* following = std::get_if<std::string>(&next.value);
      if (number != nullptr && following != nullptr && *number == *following) own = false;
    }
    auto& members = std::get<Object>(values[i].value);
    const bool leads_on =
        std::erase_if(members, [](const ViewMember& each) { return each.name == "lead"; }) > 0;
    members.push_back({"more", !is_last && !leads_on});
  }
  return values;
}

/// What introduces the values behind it: no sign parts them.
ViewValue leading(ViewValue lead) {
  std::get<Object>(lead.value).push_back({"lead", true});
  return lead;
}

/// What one answer or one proposal says in a cell.
struct Line {
  int heading = 0;  ///< its number; 0: it stands alone, or all say the same
  std::string heading_text;
  ViewValue label;
  List items;
};
using Lines = std::vector<Line>;

/// By answer or proposal, each under its heading once.
ViewValue cell_of_lines(Lines lines) {
  std::ranges::stable_sort(lines, {}, &Line::heading);
  List views;
  int before = 0;
  for (Line& line : lines) {
    const bool begins = line.heading != before;
    before = line.heading;
    views.push_back(Object{{"heading", begins ? ViewValue(std::move(line.heading_text)) : ViewValue(false)},
                           {"label", std::move(line.label)},
                           {"items", in_line(std::move(line.items))}});
  }
  return Object{{"any", !views.empty()}, {"lines", std::move(views)}};
}

class Handover {
 public:
  Handover(const Comparison& comparison, ViewWords& words) : comparison_(comparison), words_(words) {
    for (const compare::Difference& difference : comparison.differences) {
      if (const auto row = row_of(difference.subject)) differing_.insert(*row);
    }
    told_.resize(comparison.options.size());
  }

  ViewValue make() {
    // In the order of the page: sources are numbered as they come.
    List about = facts();
    List records = records_lines();
    List rows = topic_rows();
    List differences = difference_rows();
    return Object{
        {"patient", patient()},
        {"facts", std::move(about)},
        {"any_records", !records.empty()},
        {"records", std::move(records)},
        {"labelled", comparison_.options.size() <= k_labelled},
        {"columns", std::to_string(comparison_.options.size())},
        {"heads", option_heads(comparison_, words_)},
        {"rows", std::move(rows)},
        {"silent", silent()},
        {"any_differences", !differences.empty()},
        {"differences", std::move(differences)},
        {"no_differences", no_differences_text(comparison_, words_)},
        {"any_questions", std::ranges::any_of(comparison_.questions, is_to_doctor)},
        {"questions", questions()},
        {"unnumbered", unnumbered()},
    };
  }

 private:
  /// As many options as leave room for a column of labels beside them.
  static constexpr std::size_t k_labelled = 4;

  List patient() const {
    const compare::CaseSummary& summary = comparison_.summary;
    List parts{words_.proper(summary.label)};
    for (std::string& each : patient_measures(summary, words_)) parts.emplace_back(std::move(each));
    if (!summary.country.empty()) parts.emplace_back(words_.catalog().country(summary.country));
    if (summary.status.ecog) parts.emplace_back(ecog_text(*summary.status.ecog, words_));
    List line;
    for (ViewValue& part : parts) {
      const bool more = &part != &parts.back();
      line.push_back(Object{{"text", std::move(part)}, {"more", more}});
    }
    return line;
  }

  /// What the case is, each fact in one line; of the history a line for each treatment.
  List facts() {
    List facts;
    ViewValue all = case_facts(comparison_.summary, words_, FactsFor::doctor);
    for (ViewValue& fact : std::get<List>(all.value)) {
      List lines;
      const List& values = std::get<List>(fact.find("values")->value);
      const bool has_details = std::ranges::any_of(
          values, [](const ViewValue& value) { return value.find("detail")->is_truthy(); });
      List line;
      for (const ViewValue& value : values) {
        if (has_details && !line.empty() && !value.find("detail")->is_truthy())
          lines.push_back(Object{{"items", in_line(std::exchange(line, {}))}});
        line.push_back(value);
      }
      lines.push_back(Object{{"items", in_line(std::move(line))}});
      facts.push_back(Object{{"name", *fact.find("name")}, {"lines", std::move(lines)}});
    }
    return facts;
  }

  /// The records by what has become of them, in a line each: what is missing may change an answer.
  List records_lines() const {
    using enum model::RecordState;
    List lines;
    for (const model::RecordState state : {present, requested, missing}) {
      std::vector<std::string> names;
      for (const model::Record& record : comparison_.summary.records) {
        if (record.state != state) continue;
        std::string name = words_.name(record.kind);
        // Which one is missing or asked for stands in its note.
        if (record.note && (record.kind == model::RecordKind::other || state != present))
          name = words_.readable_or(*record.note, name);
        if (record.date) name = words_.say("list.dated", {{"text", std::move(name)}, {"date", *record.date}});
        names.push_back(std::move(name));
      }
      if (!names.empty()) {
        lines.emplace_back(words_.say("handover.records",
                                      {{"state", words_.name(state)}, {"records", words_.clauses(names)}}));
      }
    }
    return lines;
  }

  /// Whether a value says what stands already in this option's column, or beside it in another's words.
  bool is_told(const compare::Value& value, const compare::Part& part, std::size_t option) {
    if (const auto* said = std::get_if<model::Statement>(&value)) {
      // A chance that the case states of a sentence which stands there whole.
      if (!value.stated_chances.empty() && !quote_of(value).empty()) {
        const bool is_in_words = std::ranges::any_of(part.values, [&](const compare::Value& other) {
          return other.stated_chances.empty() && quote_of(other).find(quote_of(value)) != std::string::npos;
        });
        if (is_in_words) return true;
      }
      // Of two proposals each has its own column, so to say, in the cell.
      const int proposal = part.heading ? part.heading->number : 0;
      return !told_[option].insert({proposal, said->text}).second;
    }
    return false;
  }

  /// The lines of one row in one option's cell: one for each answer or proposal that says something.
  void add_lines(RowId row, Named named, std::size_t option, Lines& lines) {
    const compare::Cell cell = compare::told_once(cell_at(comparison_.groups, row, option));
    for (const compare::Part& part : cell.parts) {
      if (part.state != CellState::stated) continue;
      List values;
      for (const compare::Lead& lead : part.leads) values.push_back(leading(words_.lead(lead)));
      for (const compare::Value& value : part.values) {
        if (!is_told(value, part, option)) values.push_back(words_.value(value));
      }
      if (values.empty()) continue;
      Line line;
      if (part.heading) {
        line.heading = part.heading->number;
        line.heading_text = words_.say(message_of(*part.heading));
      }
      if (named == Named::yes) line.label = words_.name(row);
      line.items = std::move(values);
      lines.push_back(std::move(line));
    }
  }

  /// The rows of a topic that this table tells: not what stands among the differences.
  std::vector<Piece> pieces_of(const Topic& topic) const {
    std::vector<Piece> pieces;
    for (const Piece& piece : topic.pieces) {
      if (!differing_.contains(piece.row) && says_something(comparison_.groups, piece.row))
        pieces.push_back(piece);
    }
    // Without what the row is called by, the first of the others lends its name.
    if (!pieces.empty() && pieces.front().named == Named::yes && topic.pieces.front().named == Named::no) {
      const bool has_own =
          std::ranges::any_of(pieces, [](const Piece& piece) { return piece.named == Named::no; });
      if (!has_own) pieces.front().named = Named::no;
    }
    return pieces;
  }

  /// What the facts of the case have said already.
  bool is_fact(RowId row, std::size_t option) const {
    const bool is_home = comparison_.options[option].kind == compare::OptionKind::home;
    return is_home && (row == RowId::diagnosis || row == RowId::stage || row == RowId::markers);
  }

  List topic_rows() {
    List rows;
    const auto add = [&](std::string name, std::vector<Lines> cells) {
      if (std::ranges::all_of(cells, &Lines::empty)) return;
      List views;
      for (Lines& lines : cells) views.push_back(cell_of_lines(std::move(lines)));
      rows.push_back(Object{{"name", std::move(name)}, {"cells", std::move(views)}});
    };
    for (const Topic& topic : topics()) {
      const std::vector<Piece> pieces = pieces_of(topic);
      std::vector<Lines> cells(comparison_.options.size());
      for (std::size_t i = 0; i < cells.size(); ++i) {
        for (const Piece& piece : pieces) {
          if (!is_fact(piece.row, i)) add_lines(piece.row, piece.named, i, cells[i]);
        }
      }
      const bool has_own = !pieces.empty() && pieces.front().row == topic.pieces.front().row;
      add(words_.name(has_own || pieces.empty() ? topic.name : pieces.front().row), std::move(cells));
    }
    std::vector<Lines> prices(comparison_.options.size());
    for (std::size_t i = 0; i < prices.size(); ++i) add_price(i, prices[i]);
    add(words_.say("text.costs.title"), std::move(prices));
    return rows;
  }

  void add_price(std::size_t option, Lines& lines) {
    List values;
    for (ViewValue& part : price_parts(comparison_, option, Conversions::shown, words_)) {
      const ViewValue* single = part.find("single");
      if (single->is_truthy()) values.push_back(*single);
    }
    if (!values.empty()) lines.push_back({.label = false, .items = std::move(values)});
  }

  List difference_rows() {
    List rows;
    for (const compare::Difference& difference : comparison_.differences) {
      const auto row = row_of(difference.subject);
      List cells;
      for (std::size_t i = 0; i < comparison_.options.size(); ++i) {
        Lines lines;
        if (row) {
          add_lines(*row, Named::no, i, lines);
        } else {
          add_kinds(difference, i, lines);
        }
        cells.push_back(cell_of_lines(std::move(lines)));
      }
      std::vector<std::string> steps;
      for (const compare::Message& step : difference.settle) steps.push_back(words_.say(step));
      rows.push_back(Object{
          {"name", words_.name(difference.subject)},
          {"kind", difference.kind ? words_.name(*difference.kind) : words_.say("difference.side-by-side")},
          {"cells", std::move(cells)},
          {"settle", words_.clauses(steps)},
      });
    }
    return rows;
  }

  /// What the table above has said in a letter's words, by its kind alone.
  void add_kinds(const compare::Difference& difference, std::size_t option, Lines& lines) {
    List values;
    for (const compare::Position& position : difference.positions) {
      if (position.option != option) continue;
      for (const compare::Part& part : position.parts) {
        for (const compare::Lead& lead : part.leads) values.push_back(leading(words_.lead(lead)));
        for (const compare::Value& value : part.values) {
          if (!std::holds_alternative<model::Statement>(value)) values.push_back(words_.value(value));
        }
      }
    }
    if (!values.empty()) lines.push_back({.label = false, .items = std::move(values)});
  }

  /// What a doctor would look for and no letter says.
  ViewValue silent() const {
    std::vector<std::string> names;
    for (const Topic& topic : topics()) {
      for (const Piece& piece : topic.pieces) {
        const bool is_wanted = std::ranges::find(k_wanted, piece.row) != std::end(k_wanted);
        if (is_wanted && !says_something(comparison_.groups, piece.row))
          names.push_back(words_.name(piece.row));
      }
    }
    if (names.empty()) return false;
    return words_.say("handover.silent", {{"rows", words_.clauses(names)}});
  }

  static constexpr RowId k_wanted[] = {RowId::benefit,      RowId::risks,
                                       RowId::side_effects, RowId::if_not_suitable,
                                       RowId::follow_up,    RowId::emergency_care,
                                       RowId::experience,   RowId::pathology_handling,
                                       RowId::limits,       RowId::time_to_treatment};

  static bool is_to_doctor(const compare::Question& question) {
    return question.audience == compare::Audience::home_doctor;
  }

  /// What they rest on stands above.
  List questions() const {
    List sentences;
    for (const compare::Question& question : comparison_.questions)
      if (is_to_doctor(question)) sentences.emplace_back(words_.say(question.message));
    return sentences;
  }

  ViewValue unnumbered() const {
    const auto& entry = comparison_.summary.entered;
    if (!entry) return false;
    return entry->on ? words_.say("case.unnumbered-by-on", {{"name", entry->by}, {"date", *entry->on}})
                     : words_.say("case.unnumbered-by", {{"name", entry->by}});
  }

  const Comparison& comparison_;
  ViewWords& words_;
  std::set<RowId> differing_;  ///< told where they differ, and not above
  /// By option, what has been said of which of its answers or proposals.
  std::vector<std::set<std::pair<int, std::string>>> told_;
};

}  // namespace

ViewValue handover_view(const Comparison& comparison, ViewWords& words) {
  return Handover(comparison, words).make();
}

}  // namespace generator::report
