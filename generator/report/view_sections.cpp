#include "generator/report/view_sections.h"

#include <algorithm>
#include <cctype>

#include "generator/compare/cell_writing.h"
#include "generator/compare/names.h"
#include "generator/model/names.h"

namespace generator::report {
namespace {

using compare::Comparison;
using Object = ViewValue::Object;
using List = ViewValue::List;

std::string stage_text(const model::Stage& stage, const ViewWords& words) {
  return stage.system.empty()
             ? words.say("stage.plain", {{"value", stage.value}})
             : words.say("stage.in-system", {{"system", stage.system}, {"value", stage.value}});
}

/// The same value as one that belongs to the value before it.
ViewValue detail_of(ViewValue value) {
  std::get<Object>(value.value).push_back({"detail", true});
  return value;
}

ViewValue fact(std::string name, List values) {
  for (ViewValue& value : values) {
    if (value.find("detail") == nullptr) std::get<Object>(value.value).push_back({"detail", false});
  }
  return Object{{"name", std::move(name)}, {"values", std::move(values)}};
}

List statements(const std::vector<model::Statement>& all, ViewWords& words) {
  List list;
  for (const model::Statement& statement : all) list.push_back(words.plain(statement));
  return list;
}

List markers(const std::vector<model::Marker>& all, ViewWords& words) {
  List list;
  for (const model::Marker& marker : all) list.push_back(words.value(compare::value_of(marker)));
  return list;
}

/// Years, months and weight, as far as they are known, each for itself.
std::vector<std::string> measures(const std::optional<int>& years, const std::optional<int>& months,
                                  const std::optional<model::Decimal>& weight_kg, const ViewWords& words) {
  std::vector<std::string> said;
  if (years) said.push_back(words.say("case.age", {{"age", *years}}));
  if (months) said.push_back(words.say("case.age-months", {{"count", *months}}));
  if (weight_kg) said.push_back(words.say("case.weight", {{"weight", words.catalog().number(*weight_kg)}}));
  return said;
}

/// Who else the letters speak of, and what is known of them.
List persons(const std::vector<model::Person>& all, ViewWords& words) {
  List list;
  for (const model::Person& person : all) {
    list.push_back(ViewWords::plain(person_name(person, words)));
    std::vector<std::string> details = measures(person.age, person.age_months, person.weight_kg, words);
    if (person.sex) details.push_back(words.name(*person.sex));
    if (!details.empty()) list.push_back(detail_of(ViewWords::plain(words.clauses(details))));
  }
  return list;
}

/// When a treatment was. An operation is one day; of anything else a start alone says that it began then.
std::string treatment_time(const model::Treatment& treatment, const ViewWords& words) {
  std::string kind = words.name(treatment.kind);
  if (!treatment.start && !treatment.end) return kind;
  if (!treatment.start) return words.say("case.treatment-until", {{"kind", kind}, {"end", *treatment.end}});
  const bool is_one_day = treatment.kind == model::TreatmentKind::surgery ||
                          treatment.kind == model::TreatmentKind::transplant ||
                          treatment.end == treatment.start;
  if (treatment.end && treatment.end != treatment.start) {
    return words.say("case.treatment-between",
                     {{"kind", kind}, {"start", *treatment.start}, {"end", *treatment.end}});
  }
  return words.say(is_one_day ? MessageId("case.treatment") : MessageId("case.treatment-since"),
                   {{"kind", kind}, {"start", *treatment.start}});
}

/// What was done, and when; what came of it follows as a detail.
List history(const std::vector<model::Treatment>& all, ViewWords& words) {
  List list;
  for (const model::Treatment& treatment : all) {
    list.push_back(words.plain(treatment.what));
    if (treatment.dose) list.push_back(detail_of(words.plain(*treatment.dose)));
    list.push_back(detail_of(ViewWords::plain(treatment_time(treatment, words))));
    if (treatment.response) {
      list.push_back(detail_of(ViewWords::plain(words.name(*treatment.response))));
    }
    if (treatment.outcome) list.push_back(detail_of(words.plain(*treatment.outcome)));
  }
  return list;
}

/// A number that no line parts.
std::string unbroken(const std::string& number) {
  std::string text;
  for (const char c : number) text += c == ' ' ? std::string("\u00A0") : std::string(1, c);
  return text;
}

}  // namespace

std::vector<std::string> patient_measures(const compare::CaseSummary& summary, const ViewWords& words) {
  const auto sex = [&] { return words.name(*summary.sex); };
  std::vector<std::string> said = measures(std::nullopt, summary.age_months, summary.weight_kg, words);
  if (summary.age && summary.sex) {
    said.insert(said.begin(), words.say("case.age-sex", {{"age", *summary.age}, {"sex", sex()}}));
  } else if (summary.age || summary.sex) {
    said.insert(said.begin(), summary.age ? words.say("case.age", {{"age", *summary.age}}) : sex());
  }
  return said;
}

ViewValue cell_view(const compare::Cell& cell, ViewWords& words, LimitMarks marks) {
  const bool stated = cell.state == compare::CellState::stated;
  return Object{
      {"note", stated ? ViewValue(false) : ViewValue(words.name(cell.state))},
      {"parts", words.parts(cell.parts, marks)},
  };
}

std::string ecog_text(int ecog, const ViewWords& words) {
  constexpr int k_died = 5;
  return words.say(ecog == k_died ? MessageId("case.ecog-died") : MessageId("case.ecog"), {{"value", ecog}});
}

ViewValue case_facts(const compare::CaseSummary& summary, ViewWords& words, FactsFor reader) {
  List facts;
  const auto add = [&](MessageId name, List values) {
    if (!values.empty()) facts.push_back(fact(words.say(name), std::move(values)));
  };
  const auto add_text = [&](MessageId name, std::string text) {
    if (!text.empty()) add(name, {ViewWords::plain(std::move(text))});
  };
  const model::Diagnosis& diagnosis = summary.diagnosis;
  // A doctor has the patient in one line above.
  const bool is_apart = reader == FactsFor::doctor;
  if (!is_apart) {
    add_text("text.head.patient", words.proper(summary.label));
    List age;
    for (std::string& each : patient_measures(summary, words))
      age.push_back(ViewWords::plain(std::move(each)));
    add("text.head.age", std::move(age));
    if (!summary.country.empty()) add_text("text.head.country", words.catalog().country(summary.country));
  }
  add("text.head.diagnosis", {words.plain(diagnosis.text)});
  if (diagnosis.stage) add_text("text.head.stage", stage_text(*diagnosis.stage, words));
  add("text.head.markers", markers(diagnosis.markers, words));
  if (!diagnosis.labs.empty())
    facts.push_back(fact(words.name(compare::RowId::labs), markers(diagnosis.labs, words)));
  if (summary.status.ecog && !is_apart) add_text("text.head.ecog", ecog_text(*summary.status.ecog, words));
  add("text.head.symptoms", statements(summary.status.symptoms, words));
  add("text.head.comorbidities", statements(summary.status.comorbidities, words));
  add("text.head.medications", statements(summary.status.medications, words));
  add("text.head.allergies", statements(summary.status.allergies, words));
  add("text.head.persons", persons(summary.persons, words));
  add("text.head.history", history(summary.history, words));
  if (summary.goal) add("text.head.goal", {words.plain(*summary.goal)});
  if (summary.question) add("text.head.question", {words.plain(*summary.question)});
  if (reader == FactsFor::family) {
    add("text.head.priorities", statements(summary.family.priorities, words));
    if (summary.family.decides) add("text.head.decides", {words.plain(*summary.family.decides)});
  }
  if (summary.date && !is_apart) add_text("text.head.date", words.catalog().format(*summary.date));
  return facts;
}

ViewValue record_views(const compare::CaseSummary& summary, ViewWords& words) {
  using enum model::RecordState;
  List groups;
  for (const model::RecordState state : {present, requested, missing, not_needed}) {
    List items;
    for (const model::Record& record : summary.records) {
      if (record.state != state) continue;
      items.push_back(
          Object{{"name", of_person(words.name(record.kind), record.person, summary, words)},
                 {"date", record.date ? ViewValue(words.catalog().format(*record.date)) : ViewValue(false)},
                 {"note", record.note ? words.statement(*record.note) : ViewValue(false)}});
    }
    if (items.empty()) continue;
    groups.push_back(Object{{"title", words.name(state)}, {"items", std::move(items)}});
  }
  return groups;
}

std::string person_name(const model::Person& person, const ViewWords& words) {
  std::string role(model::name_of(person.role));
  if (person.label.empty()) return words.say("for-person.role", {{"role", std::move(role)}});
  return words.say("for-person.named", {{"role", std::move(role)}, {"label", person.label}});
}

std::string of_person(std::string what, const std::string& id, const compare::CaseSummary& summary,
                      const ViewWords& words) {
  const auto who = std::ranges::find(summary.persons, id, &model::Person::id);
  if (id.empty() || who == summary.persons.end()) return what;
  return words.say("chart.labelled", {{"name", person_name(*who, words)}, {"value", std::move(what)}});
}

std::string option_label(const compare::Option& option, const ViewWords& words) {
  if (option.kind == compare::OptionKind::home) return words.say("option.home");
  return words.say("option.hospital", {{"letter", option.letter}, {"name", option.name}});
}

std::string option_anchor(const compare::Option& option) {
  return "option-" + (option.kind == compare::OptionKind::home ? std::string("home") : option.letter);
}

std::string estimate_anchor(const compare::Option& option) {
  return "estimate-" + (option.kind == compare::OptionKind::home ? std::string("home") : option.letter);
}

std::string option_place(const compare::Option& option, const ViewWords& words) {
  if (option.country.empty()) return {};
  std::string country = words.catalog().country(option.country);
  const bool is_city_state = option.city == country;
  if (option.city.empty() || is_city_state) return country;
  return words.say("option.place", {{"city", option.city}, {"country", std::move(country)}});
}

ViewValue option_heads(const Comparison& comparison, const ViewWords& words) {
  List heads;
  for (const compare::Option& option : comparison.options) {
    std::string text = option_place(option, words);
    ViewValue place = text.empty() ? ViewValue(false) : ViewValue(std::move(text));
    const int superseded = static_cast<int>(option.superseded.size());
    heads.push_back(Object{
        {"id", option_anchor(option)},
        {"home", option.kind == compare::OptionKind::home},
        {"letter", option.letter},
        {"label", option_label(option, words)},
        {"place", std::move(place)},
        {"superseded", superseded == 0 ? ViewValue(false)
                                       : ViewValue(words.say("option.superseded", {{"count", superseded}}))},
    });
  }
  return heads;
}

std::string row_anchor(compare::RowId row) {
  return "row-" + std::string(compare::name_of(row));
}

ViewValue option_groups(const Comparison& comparison, ViewWords& words) {
  List groups;
  for (const compare::Group& group : comparison.groups) {
    List rows;
    for (const compare::Row& row : group.rows) {
      if (!says_something(row)) continue;  // silent_rows has it
      List cells;
      for (const compare::Cell& cell : row.cells) cells.push_back(cell_view(cell, words, LimitMarks::shown));
      rows.push_back(
          Object{{"id", row_anchor(row.id)}, {"name", words.name(row.id)}, {"cells", std::move(cells)}});
    }
    if (rows.empty()) continue;
    groups.push_back(Object{{"name", words.name(group.id)}, {"rows", std::move(rows)}});
  }
  return groups;
}

ViewValue silent_rows(const Comparison& comparison, const ViewWords& words) {
  List rows;
  for (const compare::Group& group : comparison.groups) {
    for (const compare::Row& row : group.rows) {
      // That nobody answers on another's treatment, names a value or speaks of somebody else is no silence
      // on a point that letters have.
      const bool is_point = row.id != compare::RowId::on_treatments && row.id != compare::RowId::labs &&
                            row.id != compare::RowId::for_persons;
      if (says_something(row) || !is_point) continue;
      if (!rows.empty()) std::get<Object>(rows.back().value).back().value = true;
      rows.push_back(Object{{"id", row_anchor(row.id)}, {"name", words.name(row.id)}, {"more", false}});
    }
  }
  return rows;
}

ViewValue preparation_views(const Comparison& comparison, ViewWords& words) {
  List rows;
  for (const compare::PreparationRow& row : comparison.preparations) {
    List cells;
    for (const compare::Cell& cell : row.cells) cells.push_back(cell_view(cell, words));
    rows.push_back(
        Object{{"name", row.kind ? words.name(*row.kind) : words.say("preparation-kind.not-sorted")},
               {"cells", std::move(cells)}});
  }
  return rows;
}

bool sorts_preparations(const Comparison& comparison) {
  return std::ranges::any_of(comparison.preparations,
                             [](const compare::PreparationRow& row) { return row.kind.has_value(); });
}

ViewValue difference_views(const Comparison& comparison, ViewWords& words) {
  List differences;
  for (const compare::Difference& difference : comparison.differences) {
    // One option may hold several: its diagnosis and, apart from it, that it agrees in part.
    List positions;
    for (std::size_t i = 0; i < comparison.options.size(); ++i) {
      List values;
      bool takes_side = false;
      for (const compare::Position& position : difference.positions) {
        if (position.option != i) continue;
        takes_side = takes_side || !position.side.empty();
        for (const compare::Part& part : position.parts) {
          for (const compare::Lead& lead : part.leads) values.push_back(words.lead(lead));
          for (const compare::Value& value : part.values) values.push_back(words.value(value));
        }
      }
      if (values.empty()) continue;
      positions.push_back(
          Object{{"option", option_label(comparison.options[i], words)},
                 {"values", std::move(values)},
                 {"undecided", difference.kind && !takes_side ? ViewValue(words.say("difference.no-side"))
                                                              : ViewValue(false)}});
    }
    std::vector<std::string> steps;
    for (const compare::Message& step : difference.settle) steps.push_back(words.say(step));
    differences.push_back(Object{
        {"name", words.name(difference.subject)},
        {"kind", difference.kind ? words.name(*difference.kind) : words.say("difference.side-by-side")},
        {"positions", std::move(positions)},
        {"settle", words.say("difference.settle", {{"steps", words.clauses(steps)}})},
        {"any_asked", !difference.asked.empty()},
        {"asked", asked_views(difference.asked, comparison, words)},
    });
  }
  return differences;
}

namespace {

/// "A. Center", and at home in short: what follows is behind a colon.
std::string who(const compare::Option& option, const ViewWords& words) {
  return option.kind == compare::OptionKind::home ? words.say("option.home-short")
                                                  : option_label(option, words);
}

/// Whose, and what: by option, and whether another follows.
List values_by_option(const std::vector<compare::Evidence>& values, const Comparison& comparison,
                      ViewWords& words) {
  List options;
  for (auto at = values.begin(); at != values.end();) {
    const std::size_t option = at->option;
    List own;
    for (; at != values.end() && at->option == option; ++at) own.push_back(words.value(at->value));
    options.push_back(Object{{"option", who(comparison.options[option], words)},
                             {"values", std::move(own)},
                             {"more", at != values.end()}});
  }
  return options;
}

}  // namespace

ViewValue asked_views(const std::vector<compare::Evidence>& asked, const Comparison& comparison,
                      ViewWords& words) {
  return values_by_option(asked, comparison, words);
}

ViewValue reading_views(const Comparison& comparison, ViewWords& words) {
  List readings;
  for (const compare::Reading& reading : comparison.readings) {
    readings.push_back(Object{{"name", words.name(reading.subject)},
                              {"why", words.name(reading.kind)},
                              {"positions", values_by_option(reading.values, comparison, words)}});
  }
  return readings;
}

std::string no_differences_text(const Comparison& comparison, const ViewWords& words) {
  const auto answered = std::ranges::count_if(comparison.options, [](const compare::Option& option) {
    return option.kind == compare::OptionKind::hospital && option.decision.has_value();
  });
  if (answered < 2) return words.say("short.not-compared");
  if (comparison.not_compared.empty()) return words.say("short.no-differences");
  std::vector<std::string> subjects;
  for (const compare::Subject subject : comparison.not_compared) subjects.push_back(words.name(subject));
  return words.say("short.partly-compared", {{"subjects", words.catalog().list(subjects)}});
}

bool is_stale(const compare::CaseSummary& summary) {
  return summary.stale_on && summary.date && model::certainly_before(*summary.stale_on, *summary.date);
}

std::string entered_by(const ViewWords& words) {
  return words.any_cited()
             ? words.entered({"case.entered", "case.entered-by", "case.entered-by-on"})
             : words.entered({"case.all-entered", "case.all-entered-by", "case.all-entered-by-on"});
}

ViewValue prepared_by(const compare::CaseSummary& summary, const ViewWords& words) {
  const auto& entry = summary.entered;
  if (!entry) return false;
  return entry->on ? words.say("case.prepared-by-on", {{"name", entry->by}, {"date", *entry->on}})
                   : words.say("case.prepared-by", {{"name", entry->by}});
}

ViewValue agency_view(const compare::CaseSummary& summary, const ViewWords& words) {
  const auto& agency = summary.agency;
  if (!agency) return false;
  const auto text = [&](const std::string& each) {
    return each.empty() ? ViewValue(false) : ViewValue(words.proper(each));
  };
  std::string call;
  for (const char c : agency->telephone) {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0 || (c == '+' && call.empty())) call += c;
  }
  return Object{{"name", text(agency->name)},
                {"person", text(agency->person)},
                {"telephone", text(unbroken(agency->telephone))},
                {"href", call.empty() ? ViewValue(false) : ViewValue("tel:" + call)},
                {"case_number", text(agency->case_number)}};
}

ViewValue release_view(const compare::CaseSummary& summary, const ViewWords& words) {
  const model::Release& release = summary.release;
  ViewValue mark;
  std::string sentence;
  const auto signed_off = [&](MessageId unnamed, MessageId by, MessageId by_on) {
    if (release.by.empty()) return words.say(unnamed);
    if (!release.on) return words.say(by, {{"name", release.by}});
    return words.say(by_on, {{"name", release.by}, {"date", *release.on}});
  };
  switch (release.state) {
    case model::ReleaseState::draft:
      mark = words.say("report.mark-draft");
      sentence = words.say("report.state-draft");
      break;
    case model::ReleaseState::reviewed:
      mark = words.say("report.mark-reviewed");
      sentence =
          signed_off("report.state-reviewed-unnamed", "report.state-reviewed", "report.state-reviewed-on");
      break;
    case model::ReleaseState::released:
      sentence =
          signed_off("report.state-released-unnamed", "report.state-released", "report.state-released-on");
      break;
  }
  return Object{
      {"is_draft", release.state == model::ReleaseState::draft},
      {"mark", std::move(mark)},
      {"state", std::move(sentence)},
      {"stale", !summary.stale_on   ? words.say("report.stale-unknown")
                : is_stale(summary) ? words.say("report.stale-already", {{"date", *summary.stale_on}})
                                    : words.say("report.stale", {{"date", *summary.stale_on}})},
  };
}

}  // namespace generator::report
