#include "generator/report/view.h"

#include <algorithm>
#include <stdexcept>

#include "generator/model/names.h"
#include "generator/report/template_source.h"
#include "generator/report/view_charts.h"
#include "generator/report/view_family.h"
#include "generator/report/view_handover.h"
#include "generator/report/view_questions.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using Object = ViewValue::Object;
using List = ViewValue::List;

/// As many as a family can put to anybody on one day.
constexpr std::size_t k_short_questions = 10;
/// As many as one page has room for.
constexpr std::size_t k_first_questions = 3;

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

/// A letter that says that the case is still under review is no answer to thank for.
bool has_answered(const compare::Option& option) {
  return option.decision && *option.decision != model::DecisionStatus::under_review;
}

/// The template's own words: every "text." message, by its id.
Object template_texts(const ViewWords& words) {
  Object texts;
  for (const std::string& id : words.catalog().plain_ids(k_template_messages)) {
    nest(texts, std::string_view(id).substr(k_template_messages.size()), words.say(compare::Message{id, {}}));
  }
  return texts;
}

List urgent_notes(const compare::CaseSummary& summary, ViewWords& words) {
  List notes;
  for (const model::UrgentNote& note : summary.urgent) {
    notes.push_back(Object{{"kind", words.name(note.kind)}, {"statement", words.statement(note.text)}});
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

void search_in(const ViewValue& value, locale::TermFinder& finder) {
  if (const auto* text = std::get_if<std::string>(&value.value)) finder.search(*text);
  if (const auto* list = std::get_if<List>(&value.value)) {
    for (const ViewValue& item : *list) search_in(item, finder);
  }
  if (const auto* object = std::get_if<Object>(&value.value)) {
    for (const ViewMember& member : *object) search_in(member.value, finder);
  }
}

/// Which terms a glossary explains: those that every report has too, or only those that this one uses.
enum class Terms { all, met };

/// The terms that the reader meets in this report.
List glossary(const locale::Catalog& catalog, const Object& view, Terms which) {
  locale::TermFinder finder = catalog.term_finder();
  for (const ViewMember& member : view) {
    // "text" holds every word that a template could write, in this report or not.
    if (member.name != "text") search_in(member.value, finder);
  }
  List terms;
  for (const locale::GlossaryTerm* term : finder.found()) {
    const bool is_of_every_report = term->words.empty();
    if (is_of_every_report && which == Terms::met) continue;
    terms.push_back(Object{{"term", term->term}, {"meaning", term->meaning}});
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

/// What is to be sent before the records are complete; false if nothing is missing.
ViewValue records_to_send(const compare::CaseSummary& summary, const ViewWords& words) {
  std::vector<std::string> names;
  for (const model::Record& record : summary.records) {
    if (record.state != model::RecordState::missing && record.state != model::RecordState::requested)
      continue;
    std::string name = words.name(record.kind);
    if (record.kind == model::RecordKind::other && record.note) name = words.readable_or(*record.note, name);
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  if (names.empty()) return false;
  return words.say("next.records", {{"names", words.clauses(names)}});
}

std::string running_head(const compare::CaseSummary& summary, const ViewWords& words) {
  if (!summary.date) {
    return words.say("report.running-head-undated", {{"label", summary.label}, {"case", summary.id}});
  }
  return words.say("report.running-head",
                   {{"label", summary.label}, {"case", summary.id}, {"date", *summary.date}});
}

/// That nobody has reviewed the report's own words in this language; of the language that all others are
/// translated from, there is nothing to say.
ViewValue words_state(const ViewWords& words) {
  const locale::Catalog& catalog = words.catalog();
  const std::optional<locale::LocaleState>& state = catalog.state();
  if (catalog.language() == model::LanguageTag() || (state && state->reviewed)) return false;
  const std::string language = catalog.language_name(catalog.language());
  if (!state) return words.say("report.words-draft", {{"language", language}});
  return words.say("report.words-draft-by",
                   {{"language", language}, {"name", state->drafted_by}, {"date", state->drafted_on}});
}

/// The sections of a view, filled one by one: sources are numbered as they come.
class ViewMaker {
 public:
  ViewMaker(const compare::Comparison& comparison, const locale::Catalog& catalog, const DocumentPlan& plan,
            std::optional<std::size_t> option, const SourceBook& book)
      : comparison_(comparison),
        summary_(comparison.summary),
        words_(comparison, catalog, plan.chart_line(catalog.language()),
               std::ranges::find(plan.sections, ViewSection::sources) == plan.sections.end()
                   ? Numbering::left_out
                   : Numbering::shown,
               plan.reader),
        option_(option) {
    words_.begin_with(book);
  }

  const SourceBook& source_book() const { return words_.source_book(); }

  ViewValue make(const DocumentPlan& plan) {
    add_head();
    shows_options_ = std::ranges::find(plan.sections, ViewSection::options) != plan.sections.end();
    for (const ViewSection section : plan.sections) {
      if (section == ViewSection::checklist) {
        set("checklist", checklist_view(*plan.checklists, summary_, words_));
      } else if (section != ViewSection::sources) {
        add(section);
      }
    }
    // The last: it lists what the others have numbered.
    if (std::ranges::find(plan.sections, ViewSection::sources) != plan.sections.end())
      add(ViewSection::sources);
    set("entered", entered_by(words_));
    set("prepared", prepared_by(summary_, words_));
    set("agency", agency_view(summary_, words_));
    set("any", whether_any());
    return std::move(view_);
  }

 private:
  void set(std::string name, ViewValue value) { view_.push_back({std::move(name), std::move(value)}); }

  /// Of what this view holds alone: that a case has no records must not be said where nobody looked for them.
  Object whether_any() const {
    Object any;
    for (const char* name :
         {"records", "silent", "preparations", "limits", "calendar", "differences", "readings", "unknowns",
          "flags", "questions", "family_questions", "first_questions", "doctor_questions", "short_questions",
          "cautions", "glossary", "letters", "sources", "rule_sources"}) {
      const auto member = std::ranges::find(view_, name, &ViewMember::name);
      if (member != view_.end()) any.push_back({name, member->value.is_truthy()});
    }
    any.push_back({"translated", words_.any_translated()});
    return any;
  }

  /// What every document has.
  void add_head() {
    const locale::Catalog& catalog = words_.catalog();
    set("lang", catalog.language().text());
    set("dir", direction_name(catalog.language().direction()));
    set("text", template_texts(words_));
    set("label", words_.proper(summary_.label));
    set("title", words_.say("report.title", {{"label", summary_.label}}));
    set("running_head", running_head(summary_, words_));
    set("page_label", words_.say("report.page", {{"page", "{page}"}, {"pages", "{pages}"}}));
    set("summary", words_.say("report.summary"));
    set("release", release_view(summary_, words_));
    set("words_state", words_state(words_));
    set("ends_on", !summary_.stale_on
                       ? ViewValue(false)
                       : words_.say(is_stale(summary_) ? MessageId("next.ended") : MessageId("next.valid"),
                                    {{"date", *summary_.stale_on}}));
    set("records_to_send", records_to_send(summary_, words_));
    set("hospital", option_ ? words_.proper(comparison_.options.at(*option_).name) : ViewValue(false));
  }

  void add(ViewSection section) {
    switch (section) {
      case ViewSection::facts: set("facts", case_facts(summary_, words_, FactsFor::family)); break;
      case ViewSection::medical_facts: set("facts", case_facts(summary_, words_, FactsFor::hospital)); break;
      case ViewSection::checklist: break;  // made from the plan's own lists
      case ViewSection::records: set("records", record_views(summary_, words_)); break;
      case ViewSection::urgent:
        set("urgent", Object{{"any", !summary_.urgent.empty()},
                             {"emergency", is_emergency(summary_)},
                             {"notes", urgent_notes(summary_, words_)}});
        break;
      case ViewSection::summary: set("short", short_view(comparison_, shows_options_, words_)); break;
      case ViewSection::handover: set("handover", handover_view(comparison_, words_)); break;
      case ViewSection::glance: set("glance", glance_view(comparison_, words_)); break;
      case ViewSection::bring: set("bring", bring_view(comparison_, words_)); break;
      case ViewSection::beside:
        set("beside", beside_view(comparison_, words_));
        set("unsaid", unsaid(comparison_, words_));
        break;
      case ViewSection::whole_cost: set("whole_cost", whole_cost_view(comparison_, words_)); break;
      case ViewSection::difference_table:
        set("difference_table", difference_table(comparison_, words_));
        set("readings", reading_views(comparison_, words_));
        break;
      case ViewSection::cautions: set("cautions", caution_views(comparison_, words_)); break;
      case ViewSection::short_questions:
        set("short_questions", short_questions(comparison_, k_short_questions, words_));
        break;
      case ViewSection::options:
        set("order", words_.say(comparison_.order));
        set("options", option_heads(comparison_, words_));
        set("columns", std::to_string(comparison_.options.size() + 1));
        set("groups", option_groups(comparison_, words_));
        set("silent", silent_rows(comparison_, words_));
        set("judged", has_judgements(comparison_));
        set("limits", limit_views(comparison_, words_));
        break;
      case ViewSection::expectations: set("expectations", expectations_view(comparison_, words_)); break;
      case ViewSection::preparations:
        set("preparations",
            sorts_preparations(comparison_) ? preparation_views(comparison_, words_) : List{});
        break;
      case ViewSection::costs: set("costs", costs_view(comparison_, words_)); break;
      case ViewSection::charts:
        set("charts", Object{{"costs", cost_chart(comparison_, words_)},
                             {"validity", validity_chart(comparison_, words_)},
                             {"stays", stay_chart(comparison_, words_)}});
        break;
      case ViewSection::calendar: set("calendar", calendar_view(comparison_, shows_options_, words_)); break;
      case ViewSection::changes: set("changes", changes_view(comparison_, words_)); break;
      case ViewSection::differences:
        set("differences", difference_views(comparison_, words_));
        set("no_differences", no_differences_text(comparison_, words_));
        set("readings", reading_views(comparison_, words_));
        break;
      case ViewSection::unknowns:
        set("unknowns", findings(comparison_.unknowns, comparison_.unknowns_together));
        break;
      case ViewSection::flags:
        set("flags", findings(comparison_.red_flags, comparison_.red_flags_together));
        break;
      case ViewSection::questions:
        set("questions", question_groups(comparison_, option_, words_));
        // A hospital is not asked what only the family knows.
        set("family_questions",
            option_ ? List{} : questions_to(compare::Audience::family, comparison_, words_));
        set("answered", option_ && has_answered(comparison_.options.at(*option_)));
        break;
      case ViewSection::first_questions:
        set("first_questions", short_questions(comparison_, k_first_questions, words_));
        break;
      case ViewSection::doctor_questions:
        set("doctor_questions", questions_to(compare::Audience::home_doctor, comparison_, words_));
        break;
      case ViewSection::coordination:
        set("paid_by", optional_statement(summary_.coordination.paid_by, words_));
        set("commission", optional_statement(summary_.coordination.commission, words_));
        break;
      case ViewSection::glossary: set("glossary", glossary(words_.catalog(), view_, Terms::all)); break;
      case ViewSection::short_glossary: set("glossary", glossary(words_.catalog(), view_, Terms::met)); break;
      case ViewSection::sources:
        set("letters", letters(comparison_, words_));
        set("sources", words_.sources());
        set("sources_title",
            words_.say("source.statements",
                       {{"count", static_cast<int>(std::get<List>(view_.back().value.value).size())}}));
        set("sources_by_letter", words_.sources_by_letter());
        set("rule_sources", rule_sources(comparison_, words_));
        break;
    }
  }

  /// All findings; or those of one hospital, with what it said itself: what others said is not for its eyes.
  ViewValue findings(const std::vector<compare::Finding>& all,
                     const std::vector<compare::Together>& together) {
    if (!option_) return finding_groups(all, together, comparison_, words_);
    std::vector<compare::Finding> own;
    for (const compare::Finding& finding : all) {
      if (finding.option != option_) continue;
      own.push_back(finding);
      std::erase_if(own.back().evidence,
                    [&](const compare::Evidence& piece) { return piece.option != *option_; });
    }
    return finding_groups(own, {}, comparison_, words_);
  }

  const compare::Comparison& comparison_;
  const compare::CaseSummary& summary_;
  ViewWords words_;
  std::optional<std::size_t> option_;
  bool shows_options_ = false;  ///< whether a link to a row of theirs leads anywhere
  Object view_;
};

}  // namespace

ViewValue make_view(const compare::Comparison& comparison, const locale::Catalog& catalog,
                    const DocumentPlan& plan, std::optional<std::size_t> option, const SourceBook& book) {
  return ViewMaker(comparison, catalog, plan, option, book).make(plan);
}

SourceBook number_sources(const compare::Comparison& comparison,
                          const std::vector<const locale::Catalog*>& languages, const DocumentPlan& plan,
                          std::optional<std::size_t> option) {
  SourceBook book;
  for (const locale::Catalog* language : languages) {
    ViewMaker maker(comparison, *language, plan, option, book);
    maker.make(plan);
    book = maker.source_book();
  }
  return book;
}

}  // namespace generator::report
