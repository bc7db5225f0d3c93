// The first page, for who has one minute: each option in a plain sentence on what it is, what it aims at,
// what it could bring and risks, whether it is a yes, how long it takes and what it costs in all.
#include <algorithm>

#include "generator/compare/cost_comparison.h"
#include "generator/compare/cost_in_all.h"
#include "generator/compare/names.h"
#include "generator/model/names.h"
#include "generator/report/view_charts.h"
#include "generator/report/view_family.h"
#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Cell;
using compare::CellState;
using compare::Comparison;
using compare::CostSheet;
using compare::Option;
using compare::RowId;
using model::PlainOption;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// As many options as stand side by side with room for sentences; more stand one below another.
constexpr std::size_t k_few = 3;
/// As many as leave room for a column of labels beside them; of more, the labels stand above the cells.
constexpr std::size_t k_labelled = 4;
/// As many points of one answer as a short report shows.
constexpr std::size_t k_points = 4;

/// The first few points, and how many more there are.
compare::Part shortened(compare::Part part) {
  if (part.values.size() <= k_points) return part;
  const std::size_t shown = k_points - 1;
  const auto more = static_cast<int>(part.values.size() - shown);
  part.values.resize(shown);
  part.values.emplace_back(compare::Message{"glance.more", {{"count", more}}});
  return part;
}

using PlainMember = std::optional<model::Statement> PlainOption::*;

class Glance {
 public:
  Glance(const Comparison& comparison, ViewWords& words) : comparison_(comparison), words_(words) {}

  ViewValue make() {
    List options;
    for (std::size_t i = 0; i < comparison_.options.size(); ++i) options.push_back(head(i));
    List rows;
    const auto add = [&](MessageId name, const char* of, bool is_total, const auto& cell) {
      List cells;
      for (std::size_t i = 0; i < comparison_.options.size(); ++i) {
        cells.push_back(cell(i));
        auto named = std::get<Object>(cells.back().value);
        named.push_back({"name", words_.say(name)});
        std::get<Object>(options[i].value).push_back({of, std::move(named)});
      }
      rows.push_back(Object{{"name", words_.say(name)}, {"total", is_total}, {"cells", std::move(cells)}});
    };
    add("glance.what", "what", false,
        [&](std::size_t i) { return plain_or(i, &PlainOption::what, [&] { return what(i); }); });
    add("glance.aim", "aim", false,
        [&](std::size_t i) { return plain_or(i, &PlainOption::aim, [&] { return row(RowId::intent, i); }); });
    add("glance.benefit", "benefit", false, [&](std::size_t i) {
      return plain_or(i, &PlainOption::benefit, [&] { return row(RowId::benefit, i); });
    });
    add("glance.risks", "risks", false, [&](std::size_t i) {
      return plain_or(i, &PlainOption::risks, [&] { return row(RowId::risks, i); });
    });
    add("glance.answer", "answer", false, [&](std::size_t i) { return answer_heard(i); });
    add("glance.time", "time", false,
        [&](std::size_t i) { return plain_or(i, &PlainOption::time, [&] { return time(i); }); });
    add("glance.cost", "cost", true, [&](std::size_t i) { return cost(i); });
    add("glance.price", "price", false, [&](std::size_t i) {
      return plain_or(i, &PlainOption::price,
                      [&] { return left_out_cell(estimate_of(comparison_, i), words_); });
    });
    const compare::CaseSummary& summary = comparison_.summary;
    const model::PlainWords* plain = summary.plain ? &*summary.plain : nullptr;
    List warned = warnings();
    return Object{
        {"title", noted(plain != nullptr ? plain->title : std::nullopt)},
        {"meta", meta()},
        {"holds", holds()},
        {"answers", answers_text(comparison_, words_)},
        {"warned", !warned.empty()},
        {"warnings", std::move(warned)},
        {"main", noted(plain != nullptr ? plain->main : std::nullopt)},
        {"few", options.size() <= k_few},
        {"labelled", options.size() <= k_labelled},
        {"diagnosis", words_.statement(comparison_.summary.diagnosis.text)},
        {"pages", std::to_string(pages())},
        {"columns", std::to_string(options.size())},
        {"table", words_.say("text.short.title")},
        {"places", true},
        {"options", std::move(options)},
        {"rows", std::move(rows)},
        {"any_why", plain != nullptr && !plain->disagreement.empty()},
        {"any_first", plain != nullptr && !plain->first.empty()},
        {"any_call", doctor().is_truthy() || summary.agency.has_value()},
        {"any_wishes", !summary.family.priorities.empty() || summary.family.decides},
        {"any_priorities", !summary.family.priorities.empty()},
        {"why", noted(plain != nullptr ? plain->disagreement : std::vector<model::Statement>{})},
        {"differences", differences_text(comparison_, words_)},
        {"first_choices", first_choices_text(comparison_, words_)},
        {"first", noted(plain != nullptr ? plain->first : std::vector<model::Statement>{})},
        {"doctor", doctor()},
        {"agency", agency_view(summary, words_)},
        {"decides", summary.family.decides ? words_.statement(*summary.family.decides) : ViewValue(false)},
        {"priorities", statements(summary.family.priorities)},
        {"plain_by", plain_by()},
    };
  }

 private:
  const PlainOption* plain(std::size_t option) const {
    if (!comparison_.summary.plain) return nullptr;
    const auto& options = comparison_.summary.plain->options;
    const auto it = std::ranges::find(options, comparison_.options[option].id, &PlainOption::option);
    return it == options.end() ? nullptr : &*it;
  }

  template <typename Instead>
  ViewValue plain_or(std::size_t option, PlainMember member, const Instead& instead) {
    const PlainOption* said = plain(option);
    if (said == nullptr || !(said->*member)) return instead();
    return cell_of({part_of(ViewWords::as_value(words_.noted_statement(*(said->*member), translators_)))});
  }

  bool is_home(std::size_t option) const {
    return comparison_.options[option].kind == compare::OptionKind::home;
  }

  ViewValue head(std::size_t i) {
    const Option& option = comparison_.options[i];
    const std::string label = short_label(comparison_, i, words_);
    ViewValue place;
    if (is_home(i)) {
      if (const auto who = doctor(); who.is_truthy()) place = who;
    } else {
      std::string where = option_place(option, words_);
      const bool is_named = label.starts_with(words_.proper(option.name));
      if (is_named || where.empty()) {
        place = is_named ? where : words_.proper(option.name);
      } else {
        place = words_.say("glance.place", {{"name", words_.proper(option.name)}, {"place", where}});
      }
    }
    const bool is_priced = !compare::sheets_of(comparison_.costs, i).empty();
    return Object{{"label", label}, {"place", std::move(place)}, {"home", is_home(i)}, {"priced", is_priced}};
  }

  const Cell& cell(RowId id, std::size_t option) const { return cell_at(comparison_.groups, id, option); }

  /// Of several proposals the first; that there are others is said where it is told what they are.
  ViewValue row(RowId id, std::size_t option) {
    return short_cell(of_first_proposal(cell(id, option)), words_);
  }

  static Cell of_first_proposal(Cell cell) {
    if (!has_several_proposals(cell)) return cell;
    cell.parts.resize(1);
    cell.parts.front().heading.reset();
    if (cell.parts.front().state != CellState::stated) return {cell.parts.front().state, {}};
    return cell;
  }

  static bool has_several_proposals(const Cell& cell) {
    return cell.parts.size() > 1 && std::ranges::all_of(cell.parts, [](const compare::Part& part) {
             return part.heading && part.heading->of == compare::Heading::Of::proposal;
           });
  }

  ViewValue what(std::size_t option) {
    const RowId id = treatment_row(comparison_, option);
    ViewValue first = row(id, option);
    const Cell& all = cell(id, option);
    if (has_several_proposals(all)) {
      const auto others = static_cast<int>(all.parts.size()) - 1;
      for (ViewMember& member : std::get<Object>(first.value)) {
        if (member.name != "parts") continue;
        std::get<List>(member.value.value)
            .push_back(text_part(words_.say("glance.other-proposals", {{"count", others}})));
      }
    }
    return first;
  }

  void add_values(RowId id, std::size_t option, List& parts) {
    compare::Part all;
    all.state = CellState::stated;
    all.values = values_in(cell(id, option).parts);
    if (all.values.empty()) return;
    ViewValue views = words_.parts({shortened(std::move(all))});
    for (ViewValue& part : std::get<List>(views.value)) parts.push_back(std::move(part));
  }

  bool has_plain_answer(std::size_t option) const {
    const PlainOption* said = plain(option);
    return said != nullptr && said->answer;
  }

  /// Whether it is a yes; and that it is no letter, where somebody heard it.
  ViewValue answer_heard(std::size_t i) {
    ViewValue said = plain_or(i, &PlainOption::answer, [&] { return answer(i); });
    if (comparison_.options[i].opinions.size() > 1 && !has_plain_answer(i)) return said;  // told there
    for (const compare::Value& value : values_in(cell(RowId::decision, i).parts)) {
      const auto* heard = std::get_if<compare::Message>(&value);
      if (heard == nullptr || heard->id != "heard.by") continue;
      for (ViewMember& member : std::get<Object>(said.value)) {
        if (member.name == "parts")
          std::get<List>(member.value.value).push_back(text_part(words_.say(*heard)));
      }
    }
    return said;
  }

  /// Whether it is a yes, and on what that depends.
  ViewValue answer(std::size_t i) {
    const Option& option = comparison_.options[i];
    if (is_home(i)) {
      // Where no kind of treatment is named, nothing is decided that could be the plan.
      if (cell(RowId::treatment, i).state != CellState::stated)
        return silent_cell(words_.name(CellState::not_stated));
      return cell_of({text_part(words_.say("glance.plan-now"))});
    }
    if (!option.decision) return silent_cell(words_.say("decision.no-answer"));
    // Two answers that both count are not one yes.
    if (option.opinions.size() > 1) return row(RowId::decision, i);
    List parts{part_of(ViewWords::bold(words_.say(answer_message(*option.decision, i))))};
    using enum model::DecisionStatus;
    switch (*option.decision) {
      case accepted:
        if (cell(RowId::asks, i).state == CellState::stated) {
          parts.push_back(text_part(words_.say("glance.still-asks")));
          add_values(RowId::asks, i, parts);
        }
        break;
      case conditional:
        add_values(cell(RowId::conditions, i).state == CellState::stated ? RowId::conditions
                                                                         : RowId::decision_reason,
                   i, parts);
        break;
      case under_review:
      case needs_information: add_values(RowId::asks, i, parts); break;
      case not_eligible:
      case cannot_judge:
      case current_plan_adequate: add_values(RowId::decision_reason, i, parts); break;
    }
    return cell_of(std::move(parts));
  }

  MessageId answer_message(model::DecisionStatus decision, std::size_t option) const {
    using enum model::DecisionStatus;
    const bool asks = cell(RowId::asks, option).state == CellState::stated;
    const bool has_reason = cell(RowId::decision_reason, option).state == CellState::stated;
    switch (decision) {
      case accepted: return "glance.yes";
      case conditional:
        return has_reason || cell(RowId::conditions, option).state == CellState::stated
                   ? MessageId("glance.yes-if")
                   : MessageId("glance.yes-on-conditions");
      case under_review: return asks ? MessageId("glance.reading-asks") : MessageId("glance.reading");
      case needs_information: return asks ? MessageId("glance.needs-these") : MessageId("glance.needs");
      case not_eligible: return has_reason ? MessageId("glance.no-because") : MessageId("glance.no");
      case cannot_judge: return "glance.cannot-judge";
      case current_plan_adequate: return "glance.stay";
    }
    return "glance.no";
  }

  /// The two lengths of time, as far as they are stated.
  ViewValue time(std::size_t i) {
    List parts;
    const auto add = [&](RowId id, MessageId name) {
      for (const compare::Part& part : of_first_proposal(cell(id, i)).parts) {
        if (part.state != CellState::stated) continue;
        if (part.heading) parts.push_back(part_of(words_.heading(*part.heading)));
        for (const compare::Value& value : part.values) {
          parts.push_back(part_of(length(value, words_.say(name))));
        }
      }
    };
    add(RowId::stay, "glance.stay-length");
    add(RowId::time_abroad, "glance.abroad-length");
    if (!parts.empty()) return cell_of(std::move(parts));
    if (is_home(i)) return cell_of({text_part(words_.say("glance.no-travel"))});
    return silent_cell(words_.name(CellState::not_stated));
  }

  /// A length with where it is spent, in one line.
  ViewValue length(const compare::Value& value, std::string where) {
    const auto* time = std::get_if<model::DurationRange>(&value);
    if (time == nullptr) return words_.value(value);
    return words_.plain(words_.say("glance.length", {{"time", *time}, {"where", std::move(where)}}),
                        value.source);
  }

  /// The hospital's own total, else our sum; and with all that is known outside, in the family's money.
  ViewValue cost(std::size_t i) {
    const auto all = compare::cost_in_all(comparison_.costs, i);
    const bool has_outside = all && all->has_outside;
    List parts =
        price_parts(comparison_, i, has_outside ? Conversions::left_out : Conversions::shown, words_);
    if (parts.empty()) return silent_cell(no_price_text(comparison_, i, words_));
    if (has_outside)
      parts.push_back(part_of(
          ViewWords::bold(words_.say("glance.with-travel", {{"amount", in_all_text(*all, words_)}}))));
    return cell_of(std::move(parts));
  }

  List statements(const std::vector<model::Statement>& all) {
    return statements(all, [this](const model::Statement& each) { return words_.statement(each); });
  }

  template <typename View>
  static List statements(const std::vector<model::Statement>& all, const View& view) {
    List list;
    for (const model::Statement& each : all) {
      auto members = std::get<Object>(view(each).value);
      members.push_back({"more", &each != &all.back()});
      list.emplace_back(std::move(members));
    }
    return list;
  }

  /// Plain words, whose writer and translators one note names (plain_by).
  List noted(const std::vector<model::Statement>& all) {
    return statements(
        all, [this](const model::Statement& each) { return words_.noted_statement(each, translators_); });
  }
  ViewValue noted(const std::optional<model::Statement>& words) {
    return words ? words_.noted_statement(*words, translators_) : ViewValue(false);
  }

  std::string meta() const {
    const compare::CaseSummary& summary = comparison_.summary;
    return summary.date ? words_.say("glance.meta", {{"label", summary.label}, {"date", *summary.date}})
                        : words_.say("report.title", {{"label", summary.label}});
  }

  ViewValue holds() const {
    const auto& end = comparison_.summary.stale_on;
    if (!end) return false;
    return words_.say(is_stale(comparison_.summary) ? MessageId("glance.ended") : MessageId("glance.holds"),
                      {{"date", *end}});
  }

  /// What a named person has confirmed of a letter's words: promises, and pressure.
  List warnings() {
    List warnings;
    for (const compare::Finding& finding : comparison_.red_flags) {
      if (!is_told_beside_offer(finding.message) || !finding.option) continue;
      auto point = std::get<Object>(point_view(finding.message, finding.evidence, words_).value);
      point.push_back({"label", short_label(comparison_, *finding.option, words_)});
      warnings.emplace_back(std::move(point));
    }
    return warnings;
  }

  /// Who looks after the patient at home.
  ViewValue doctor() const {
    for (std::size_t i = 0; i < comparison_.options.size(); ++i) {
      if (!is_home(i)) continue;
      for (const compare::Value& value : values_in(cell(RowId::reviewer, i).parts)) {
        if (const auto* message = std::get_if<compare::Message>(&value)) return words_.say(*message);
      }
    }
    return false;
  }

  ViewValue plain_by() const {
    const auto& plain = comparison_.summary.plain;
    if (!plain) return false;
    std::string by = plain->on ? words_.say("glance.plain-by-on", {{"name", plain->by}, {"date", *plain->on}})
                               : words_.say("glance.plain-by", {{"name", plain->by}});
    if (translators_.empty()) return by;
    return words_.say("glance.plain-translated",
                      {{"by", std::move(by)}, {"names", words_.catalog().list(translators_)}});
  }

  /// How long the report may be that begins with this page: six pages for two hospitals, eight for four.
  std::size_t pages() const {
    const auto hospitals = static_cast<std::size_t>(
        std::ranges::count(comparison_.options, compare::OptionKind::hospital, &Option::kind));
    return std::max<std::size_t>(hospitals, 2) + 4;
  }

  const Comparison& comparison_;
  ViewWords& words_;
  std::vector<std::string> translators_;  ///< of the plain words that are shown
};

}  // namespace

std::string short_label(const Comparison& comparison, std::size_t option, const ViewWords& words) {
  const auto name_of = [](const Option& each) {
    return each.short_name.empty() ? each.name : each.short_name;
  };
  const Option& own = comparison.options[option];
  if (own.kind == compare::OptionKind::home) return words.say("glance.home");
  const std::string name = name_of(own);
  const auto bears_it = [&](const Option& each) {
    return each.kind == compare::OptionKind::hospital && name_of(each) == name;
  };
  if (std::ranges::count_if(comparison.options, bears_it) < 2) return words.proper(name);
  return words.say("glance.place", {{"name", words.proper(name)}, {"place", words.proper(own.city)}});
}

ViewValue glance_view(const Comparison& comparison, ViewWords& words) {
  return Glance(comparison, words).make();
}

ViewValue short_cell(const Cell& cell, ViewWords& words) {
  Cell short_one = compare::told_once(cell);
  for (compare::Part& part : short_one.parts) part = shortened(std::move(part));
  return cell_view(short_one, words);
}

ViewValue cell_of(List parts) {
  return Object{{"note", false}, {"parts", std::move(parts)}};
}

ViewValue silent_cell(std::string note) {
  return Object{{"note", std::move(note)}, {"parts", List{}}};
}

ViewValue part_of(ViewValue value) {
  return Object{{"heading", false}, {"single", std::move(value)}, {"many", false}, {"people", false}};
}

ViewValue text_part(std::string text) {
  return part_of(ViewWords::plain(std::move(text)));
}

ViewValue parts_of(List values) {
  if (values.size() == 1) return part_of(std::move(values.front()));
  return Object{{"heading", false},
                {"single", false},
                {"many", Object{{"items", std::move(values)}}},
                {"people", false}};
}

}  // namespace generator::report
