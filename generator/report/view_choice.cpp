// The rows of the short report: only those in which somebody says something that matters to the choice, each
// on one page only. What no letter says becomes one sentence.
#include <algorithm>
#include <map>
#include <set>

#include "generator/compare/names.h"
#include "generator/compare/told_together.h"
#include "generator/report/people_drawing.h"
#include "generator/report/view_family.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::CellState;
using compare::Comparison;
using compare::RowId;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// What an option could bring, and what it asks of a patient.
constexpr RowId k_bring[] = {RowId::benefit,     RowId::risks,     RowId::side_effects,
                             RowId::for_persons, RowId::intensity, RowId::if_not_suitable,
                             RowId::judgement};
/// All else that can matter to the choice, in the order of importance: where there are more than so many, the
/// last leave.
constexpr RowId k_beside[] = {RowId::plan,         RowId::before_admission,
                              RowId::follow_up,    RowId::trial,
                              RowId::alternatives, RowId::labs,
                              RowId::seen,         RowId::urgency,
                              RowId::operability,  RowId::emergency_care,
                              RowId::experience,   RowId::reviewer,
                              RowId::valid_until,  RowId::language,
                              RowId::companions,   RowId::visa};
constexpr std::size_t k_most_beside = 9;
/// Where chances are told.
constexpr RowId k_drawn[] = {RowId::benefit, RowId::risks};
/// Options that stand side by side with room for drawings of the usual size.
constexpr std::size_t k_roomy = 3;
/// Of these a family wants to know that nobody has said anything.
constexpr RowId k_wanted[] = {RowId::benefit,
                              RowId::risks,
                              RowId::time_to_treatment,
                              RowId::time_abroad,
                              RowId::emergency_care,
                              RowId::experience,
                              RowId::if_not_suitable,
                              RowId::follow_up,
                              RowId::visa,
                              RowId::pathology_handling,
                              RowId::records_translation};

ViewValue row_view(const Comparison& comparison, RowId row, ViewWords& words) {
  List cells;
  for (std::size_t i = 0; i < comparison.options.size(); ++i)
    cells.push_back(short_cell(cell_at(comparison.groups, row, i), words));
  return Object{{"name", words.name(row)}, {"total", false}, {"cells", std::move(cells)}};
}

/// The first chance of a cell that can be drawn, as a part, and taken out of it. One of what an option could
/// bring and one of its risks, for to draw the good alone would not be fair; more could not be told apart.
void draw_first(compare::Cell& cell, PeopleSize size, List& parts, ViewWords& words) {
  for (compare::Part& part : cell.parts) {
    const auto first = std::ranges::find_if(part.values, can_be_drawn);
    if (first == part.values.end()) continue;
    parts.push_back(Object{{"heading", false},
                           {"single", false},
                           {"many", false},
                           {"people", people_drawing(*first, size, words)}});
    part.values.erase(first);
    return;
  }
}

bool holds_words(const compare::Cell& cell) {
  return std::ranges::any_of(cell.parts, [](const compare::Part& part) {
    return part.state == CellState::stated && !(part.values.empty() && part.leads.empty());
  });
}

/// A row of whose cells some values stand above, as drawings.
ViewValue rest_view(RowId row, const std::vector<compare::Cell>& rest, ViewWords& words) {
  List cells;
  for (const compare::Cell& cell : rest) {
    cells.push_back(cell.state == CellState::stated && !holds_words(cell)
                        ? silent_cell(words.say("difference.as-above"))
                        : short_cell(cell, words));
  }
  return Object{{"name", words.name(row)}, {"total", false}, {"cells", std::move(cells)}};
}

ViewValue table_of(std::string name, List rows) {
  return Object{{"table", std::move(name)}, {"places", false}, {"rows", std::move(rows)}};
}

/// Whether the row stands elsewhere already: on the first page, because nobody has put it into plain words;
/// or among what the answers differ in.
bool is_told(const Comparison& comparison, RowId row) {
  const auto differs_in = [&](compare::Subject subject) {
    return std::ranges::find(comparison.differences, subject, &compare::Difference::subject) !=
           comparison.differences.end();
  };
  const auto is_plain = [&](auto member) {
    const auto& plain = comparison.summary.plain;
    return plain && std::ranges::any_of(plain->options, [&](const model::PlainOption& option) {
             return (option.*member).has_value();
           });
  };
  switch (row) {
    case RowId::benefit: return !is_plain(&model::PlainOption::benefit);
    case RowId::risks: return !is_plain(&model::PlainOption::risks);
    case RowId::plan: return differs_in(compare::Subject::treatment);
    case RowId::operability: return differs_in(compare::Subject::operability);
    case RowId::urgency: return differs_in(compare::Subject::urgency);
    default: return false;
  }
}

/// The letter's own words, and what they are called only where there are none; none that this option's cells
/// have said above.
std::vector<compare::Part> in_short(std::vector<compare::Part> parts, std::set<std::string>& told) {
  const auto is_statement = [](const compare::Value& value) {
    return std::holds_alternative<model::Statement>(value);
  };
  for (compare::Part& part : parts) {
    if (std::ranges::any_of(part.values, is_statement)) {
      part.leads.clear();
      std::erase_if(part.values, [&](const compare::Value& value) {
        return !is_statement(value) || !told.insert(std::get<model::Statement>(value).text).second;
      });
    }
  }
  std::erase_if(parts, [](const compare::Part& part) {
    return part.state == CellState::stated && part.values.empty() && part.leads.empty();
  });
  return parts;
}

/// Everybody that a point is about, by their short names.
std::string names_of(const std::vector<std::size_t>& options, const Comparison& comparison,
                     const ViewWords& words) {
  std::vector<std::string> names;
  names.reserve(options.size());
  for (const std::size_t option : options) names.push_back(short_label(comparison, option, words));
  return words.catalog().list(names);
}

}  // namespace

ViewValue bring_view(const Comparison& comparison, ViewWords& words) {
  const std::size_t count = comparison.options.size();
  const PeopleSize size = count > k_roomy ? PeopleSize::small : PeopleSize::usual;
  List rows;
  List people;
  bool any_drawn = false;
  std::map<RowId, std::vector<compare::Cell>> left;  // what the drawings do not tell
  for (std::size_t i = 0; i < count; ++i) {
    List parts;
    for (const RowId row : k_drawn)
      draw_first(left[row].emplace_back(cell_at(comparison.groups, row, i)), size, parts, words);
    any_drawn = any_drawn || !parts.empty();
    people.push_back(parts.empty() ? silent_cell(words.name(CellState::not_stated))
                                   : cell_of(std::move(parts)));
  }
  if (any_drawn) {
    rows.push_back(
        Object{{"name", words.say("text.family.people")}, {"total", false}, {"cells", std::move(people)}});
  }
  for (const RowId row : k_bring) {
    if (!says_something(comparison.groups, row) || is_told(comparison, row)) continue;
    const auto rest = left.find(row);
    if (rest == left.end()) {
      rows.push_back(row_view(comparison, row, words));
    } else if (std::ranges::any_of(rest->second, &holds_words)) {
      rows.push_back(rest_view(row, rest->second, words));
    }
  }
  if (rows.empty()) return false;
  return table_of(words.say("text.family.bring"), std::move(rows));
}

ViewValue beside_view(const Comparison& comparison, ViewWords& words) {
  List rows;
  for (const RowId row : k_beside) {
    if (rows.size() < k_most_beside && says_something(comparison.groups, row) && !is_told(comparison, row))
      rows.push_back(row_view(comparison, row, words));
  }
  if (rows.empty()) return false;
  return table_of(words.say("text.family.beside"), std::move(rows));
}

ViewValue unsaid(const Comparison& comparison, const ViewWords& words) {
  std::vector<std::string> names;
  for (const RowId row : k_wanted) {
    if (!says_something(comparison.groups, row)) names.push_back(words.name(row));
  }
  if (names.empty()) return false;
  return words.say("choice.silent", {{"rows", words.clauses(names)}});
}

ViewValue difference_table(const Comparison& comparison, ViewWords& words) {
  List differences;
  std::vector<compare::Evidence> asked_before;
  std::vector<std::set<std::string>> told(comparison.options.size());
  for (const compare::Difference& difference : comparison.differences) {
    List cells;
    for (std::size_t i = 0; i < comparison.options.size(); ++i) {
      List parts;
      bool takes_side = false;
      for (const compare::Position& position : difference.positions) {
        if (position.option != i) continue;
        takes_side = takes_side || !position.side.empty();
        ViewValue views = words.parts(in_short(position.parts, told[i]));
        for (ViewValue& part : std::get<List>(views.value)) parts.push_back(std::move(part));
      }
      if (parts.empty() && takes_side) parts.push_back(text_part(words.say("difference.as-above")));
      if (!parts.empty() && difference.kind && !takes_side)
        parts.push_back(text_part(words.say("difference.no-side")));
      cells.push_back(parts.empty() ? silent_cell(words.name(CellState::not_stated))
                                    : cell_of(std::move(parts)));
    }
    // What bears on several differences is said at the first.
    std::vector<compare::Evidence> asked;
    for (const compare::Evidence& each : difference.asked) {
      const bool is_told = std::ranges::any_of(asked_before, [&each](const compare::Evidence& other) {
        return other.option == each.option && other.value == each.value;
      });
      if (!is_told) asked.push_back(each);
    }
    asked_before.insert(asked_before.end(), asked.begin(), asked.end());
    std::vector<std::string> steps;
    for (const compare::Message& step : difference.settle) steps.push_back(words.say(step));
    differences.push_back(Object{
        {"name", words.name(difference.subject)},
        {"total", false},
        {"kind", difference.kind ? words.name(*difference.kind) : words.say("difference.side-by-side")},
        {"cells", std::move(cells)},
        {"settle", words.clauses(steps)},
        {"any_asked", !asked.empty()},
        {"asked", asked_views(asked, comparison, words)},
    });
  }
  if (differences.empty()) return false;
  return table_of(words.say("text.differences.title"), std::move(differences));
}

bool is_told_beside_offer(const compare::Message& flag) {
  return flag.id == "red-flag.guarantee" || flag.id == "red-flag.pressure";
}

ViewValue caution_views(const Comparison& comparison, ViewWords& words) {
  List cautions;
  for (const compare::Together& point : comparison.red_flags_together) {
    if (is_told_beside_offer(point.message)) continue;
    cautions.push_back(Object{{"label", names_of(point.options, comparison, words)},
                              {"points", List{point_view(point.message, {}, words)}}});
  }
  for (std::size_t i = 0; i < comparison.options.size(); ++i) {
    List points;
    for (const compare::Finding& finding : comparison.red_flags) {
      if (finding.option == i && !is_told_beside_offer(finding.message) &&
          !is_told_together(finding, comparison.red_flags_together))
        points.push_back(point_view(finding.message, finding.evidence, words));
    }
    if (points.empty()) continue;
    cautions.push_back(Object{{"label", short_label(comparison, i, words)}, {"points", std::move(points)}});
  }
  return cautions;
}

ViewValue short_questions(const Comparison& comparison, std::size_t count, const ViewWords& words) {
  List questions;
  for (const compare::Together& question : comparison.asked_first) {
    if (questions.size() == count) break;
    std::vector<std::string> names;
    for (const std::size_t option : question.options) {
      const bool is_home = comparison.options[option].kind == compare::OptionKind::home;
      names.push_back(is_home ? words.say("questions.home-doctor") : short_label(comparison, option, words));
    }
    questions.push_back(Object{{"sentence", words.say(question.message)},
                               {"to", words.say("questions.to", {{"names", words.catalog().list(names)}})}});
  }
  return questions;
}

}  // namespace generator::report
