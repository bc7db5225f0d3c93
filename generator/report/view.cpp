#include "generator/report/view.h"

#include <stdexcept>

#include "generator/model/names.h"
#include "generator/report/view_charts.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using Object = ViewValue::Object;
using List = ViewValue::List;

/// Puts `text` under a dotted name: "head.case" becomes { head: { case } }.
void nest(Object& object, std::string_view path, std::string text) {
  const std::size_t dot = path.find('.');
  const std::string_view name = path.substr(0, dot);
  ViewMember* member = nullptr;
  for (ViewMember& candidate : object) {
    if (candidate.name == name) member = &candidate;
  }
  if (dot == std::string_view::npos) {
    if (member != nullptr) throw std::logic_error("a message's id is the beginning of another's");
    object.push_back({std::string(name), std::move(text)});
    return;
  }
  if (member == nullptr) {
    object.push_back({std::string(name), Object{}});
    member = &object.back();
  }
  auto* inner = std::get_if<Object>(&member->value.value);
  if (inner == nullptr) throw std::logic_error("a message's id is the beginning of another's");
  nest(*inner, path.substr(dot + 1), std::move(text));
}

/// The template's own words: every "text." message, by its id.
Object template_texts(const ViewWords& words) {
  constexpr std::string_view k_prefix = "text.";
  Object texts;
  for (const std::string& id : words.catalog().plain_ids(k_prefix)) {
    nest(texts, std::string_view(id).substr(k_prefix.size()), words.say(id));
  }
  return texts;
}

List urgent_notes(const compare::CaseSummary& summary, ViewWords& words) {
  List notes;
  for (const model::UrgentNote& note : summary.urgent) {
    notes.push_back(Object{{"kind", words.say("urgent", model::name_of(note.kind))},
                           {"statement", words.statement(note.text)}});
  }
  return notes;
}

/// Whether one of the notes means tonight's emergency department rather than this week's appointment.
bool is_emergency(const compare::CaseSummary& summary) {
  for (const model::UrgentNote& note : summary.urgent) {
    if (note.kind == model::UrgentKind::emergency_symptom || note.kind == model::UrgentKind::unstable_disease)
      return true;
  }
  return false;
}

List glossary(const Catalog& catalog) {
  List terms;
  for (const GlossaryTerm& term : catalog.glossary()) {
    terms.push_back(Object{{"term", term.term}, {"meaning", term.meaning}});
  }
  return terms;
}

List letters(const compare::Comparison& comparison, const ViewWords& words) {
  List list;
  for (const compare::SourceDocument& document : comparison.documents) {
    const std::string language = words.catalog().language_name(document.language);
    list.push_back(
        document.date
            ? words.say("source.document",
                        {{"title", document.title}, {"language", language}, {"date", *document.date}})
            : words.say("source.document-undated", {{"title", document.title}, {"language", language}}));
  }
  return list;
}

ViewValue optional_statement(const std::optional<model::Statement>& statement, ViewWords& words) {
  return statement ? words.statement(*statement) : ViewValue(false);
}

bool has_judgements(const compare::Comparison& comparison) {
  for (const compare::Group& group : comparison.groups) {
    if (group.id != compare::RowGroup::judgement) continue;
    for (const compare::Row& row : group.rows) {
      for (const compare::Cell& cell : row.cells) {
        if (cell.state == compare::CellState::stated) return true;
      }
    }
  }
  return false;
}

bool misses_records(const compare::Comparison& comparison) {
  for (const model::Record& record : comparison.summary.records) {
    if (record.state == model::RecordState::missing || record.state == model::RecordState::requested)
      return true;
  }
  return false;
}

std::string running_head(const compare::CaseSummary& summary, const ViewWords& words) {
  if (!summary.date) {
    return words.say("report.running-head-undated", {{"label", summary.label}, {"case", summary.id}});
  }
  return words.say("report.running-head",
                   {{"label", summary.label}, {"case", summary.id}, {"date", *summary.date}});
}

}  // namespace

ViewValue make_view(const compare::Comparison& comparison, const Catalog& catalog) {
  ViewWords words(comparison, catalog);
  const compare::CaseSummary& summary = comparison.summary;
  // The order of these lines is the order of the page: sources are numbered as they come.
  Object view;
  const auto set = [&view](std::string name, ViewValue value) {
    view.push_back({std::move(name), std::move(value)});
  };
  set("lang", catalog.language().text());
  set("dir", direction_name(catalog.language().direction()));
  set("text", template_texts(words));
  set("title", words.say("report.title", {{"label", summary.label}}));
  set("running_head", running_head(summary, words));
  set("page_label", words.say("report.page", {{"page", "{page}"}, {"pages", "{pages}"}}));
  set("summary", words.say("report.summary"));
  set("release", release_view(summary, words));
  set("facts", case_facts(summary, words));
  set("urgent", Object{{"any", !summary.urgent.empty()},
                       {"emergency", is_emergency(summary)},
                       {"notes", urgent_notes(summary, words)}});
  set("short", short_view(comparison, words));
  set("order", words.say(comparison.order.id, comparison.order.arguments));
  set("options", option_heads(comparison, words));
  set("columns", std::to_string(comparison.options.size() + 1));
  set("groups", option_groups(comparison, words));
  set("preparations", sorts_preparations(comparison) ? preparation_views(comparison, words) : List{});
  set("judged", has_judgements(comparison));
  set("costs", costs_view(comparison, words));
  set("charts", Object{{"costs", cost_chart(comparison, words)},
                       {"validity", validity_chart(comparison, words)},
                       {"stays", stay_chart(comparison, words)}});
  set("differences", difference_views(comparison, words));
  set("unknowns", finding_groups(comparison.unknowns, comparison, words));
  set("flags", finding_groups(comparison.red_flags, comparison, words));
  set("questions", finding_groups(comparison.questions, comparison, words));
  set("ends_on", !summary.stale_on ? ViewValue(false)
                                   : words.say(is_stale(summary) ? "next.ended" : "next.valid",
                                               {{"date", *summary.stale_on}}));
  set("paid_by", optional_statement(summary.coordination.paid_by, words));
  set("commission", optional_statement(summary.coordination.commission, words));
  set("entered", entered_by(summary, words));
  set("glossary", glossary(catalog));
  set("letters", letters(comparison, words));
  set("sources", words.sources());
  const auto any = [&view](std::string_view name) -> ViewValue {
    for (const ViewMember& member : view) {
      if (member.name == name) return member.value.is_truthy();
    }
    return false;
  };
  set("any", Object{{"preparations", any("preparations")},
                    {"differences", any("differences")},
                    {"unknowns", any("unknowns")},
                    {"flags", any("flags")},
                    {"questions", any("questions")},
                    {"letters", any("letters")},
                    {"sources", any("sources")},
                    {"translated", words.any_translated()},
                    {"missing_records", misses_records(comparison)}});
  return view;
}

}  // namespace generator::report
