#include <set>

#include "generator/compare/cell_writing.h"
#include "generator/model/names.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using Object = ViewValue::Object;
using List = ViewValue::List;

/// In the reader's language, else in the reference's, which has every text.
Texts::const_reference text_for(const Texts& texts, const ViewWords& words) {
  const auto own = texts.find(words.catalog().language());
  return own != texts.end() ? *own : *texts.find(model::LanguageTag());
}

/// { words, lang, dir }, marked with the language that they are in.
ViewValue::Object text_in(const Texts& texts, const ViewWords& words) {
  const auto& [language, text] = text_for(texts, words);
  return {{"words", text}, {"lang", language.text()}, {"dir", direction_name(language.direction())}};
}

/// Its file's name, which says more than its kind does.
std::string name_of(const model::Record& record, const ViewWords& words) {
  return record.file.empty() ? words.name(record.kind) : record.file;
}

/// { name, state, date, note } of a record beside the list, or beside the one that answers.
Object record_view(const model::Record& record, std::string name, ViewWords& words) {
  return Object{{"name", std::move(name)},
                {"state", words.name(record.state)},
                {"date", record.date ? ViewValue(words.catalog().format(*record.date)) : ViewValue(false)},
                {"note", record.note ? words.statement(*record.note) : ViewValue(false)}};
}

/// What the case holds of it: results, records that are not there yet, records that may hold it.
Object held_view(const ChecklistEntry& entry, ViewWords& words) {
  List results;
  for (const model::Marker* marker : entry.markers)
    results.push_back(words.value(compare::value_of(*marker)));
  List gaps;
  for (const model::Record* gap : entry.gaps) gaps.push_back(record_view(*gap, words.name(gap->kind), words));
  std::vector<std::string> names;
  for (const model::Record* record : entry.perhaps) names.push_back(name_of(*record, words));
  const bool any_results = !results.empty();
  return Object{
      {"any_results", any_results},
      {"results", std::move(results)},
      {"gaps", std::move(gaps)},
      {"perhaps", names.empty() ? ViewValue(false)
                                : words.say("checklist.perhaps", {{"names", words.catalog().list(names)}})}};
}

ViewValue answer_view(const ChecklistEntry& entry, ViewWords& words) {
  if (entry.answer == nullptr) {
    return Object{{"state", entry.markers.empty() && entry.perhaps.empty()
                                ? ViewValue(words.say("checklist.not-stated"))
                                : ViewValue(false)},
                  {"quiet", entry.markers.empty()},
                  {"date", false},
                  {"old", false},
                  {"further", false},
                  {"note", false}};
  }
  const model::Record& record = *entry.answer;
  return Object{
      {"state", words.name(record.state)},
      {"quiet", false},
      {"date", record.date ? ViewValue(words.catalog().format(*record.date)) : ViewValue(false)},
      {"old", entry.out_of_date ? ViewValue(words.say("checklist.out-of-date")) : ViewValue(false)},
      {"further", entry.further > 0 ? ViewValue(words.say("checklist.further", {{"count", entry.further}}))
                                    : ViewValue(false)},
      {"note", record.note ? words.statement(*record.note) : ViewValue(false)}};
}

}  // namespace

ViewValue checklist_view(const Checklists& lists, const compare::CaseSummary& summary, ViewWords& words) {
  const FittedChecklist fitted = fit_checklist(lists, summary);
  List groups;
  std::set<std::size_t> used;
  for (const auto& [need, title] : {std::pair(Need::always, MessageId("checklist.always")),
                                    std::pair(Need::if_done, MessageId("checklist.if-done")),
                                    std::pair(Need::if_asked, MessageId("checklist.if-asked"))}) {
    List entries;
    for (const ChecklistEntry& entry : fitted.entries) {
      if (entry.need != need) continue;
      const ChecklistRecord& record = lists.records[entry.record];
      const std::vector<std::size_t> record_sources = sources_of(lists, fitted, record);
      used.insert(record_sources.begin(), record_sources.end());
      entries.push_back(Object{{"what", text_in(record.what, words)},
                               {"detail", record.detail},
                               {"file", record.file},
                               {"answer", answer_view(entry, words)},
                               {"held", held_view(entry, words)}});
    }
    if (!entries.empty())
      groups.push_back(Object{{"title", words.say(title)}, {"entries", std::move(entries)}});
  }
  std::vector<std::string> names;
  for (const CancerList* list : fitted.cancers) names.push_back(text_for(list->name, words).second);
  for (const TherapyList* list : fitted.therapies) names.push_back(text_for(list->name, words).second);
  List unsorted;
  for (const model::Record* record : fitted.unsorted) {
    unsorted.push_back(record_view(*record, name_of(*record, words), words));
  }
  List sources;
  for (const std::size_t index : used) {
    const ChecklistSource& source = lists.sources[index];
    std::string line = source.publisher + ": " + source.title;
    if (!source.date.empty()) line += " (" + source.date + ")";
    if (!source.address.empty()) line += ", " + source.address;
    sources.emplace_back(std::move(line));
  }
  const bool any_unsorted = !unsorted.empty();
  return Object{
      {"for", names.empty() ? ViewValue(false)
                            : words.say("checklist.for", {{"names", words.catalog().list(names)}})},
      {"recognised", !fitted.cancers.empty()},
      {"reviewed",
       !lists.reviewed_by.empty() && lists.reviewed_on
           ? words.say("checklist.reviewed", {{"name", lists.reviewed_by}, {"date", *lists.reviewed_on}})
           : words.say("checklist.not-reviewed")},
      {"groups", std::move(groups)},
      {"any_unsorted", any_unsorted},
      {"unsorted", std::move(unsorted)},
      {"sources", std::move(sources)},
  };
}

}  // namespace generator::report
