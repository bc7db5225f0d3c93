#include "generator/report/view_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/compare/changes.h"
#include "generator/compare/names.h"
#include "generator/report/clinical_messages.h"

namespace generator::report {
namespace {

using model::LanguageTag;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// Two risks, or two kinds of treatment; but not a judgement and who made it.
bool same_kind(const compare::Value& a, const compare::Value& b) {
  if (a.index() != b.index()) return false;
  const auto* first = std::get_if<compare::Message>(&a);
  const auto* second = std::get_if<compare::Message>(&b);
  if (first == nullptr || second == nullptr) return true;
  return first->id.substr(0, first->id.find('.')) == second->id.substr(0, second->id.find('.'));
}

ViewValue one_of(ViewValue heading, ViewValue plain, ViewValue statement, Object place,
                 ViewValue restated = false, ViewValue marks = false) {
  Object members{{"heading", std::move(heading)},
                 {"plain", std::move(plain)},
                 {"statement", std::move(statement)},
                 {"restated", std::move(restated)}};
  for (ViewMember& member : place) members.push_back(std::move(member));
  members.push_back({"marks", std::move(marks)});
  return members;
}

bool gives_order(const compare::Lead& lead) {
  return lead.kind == compare::Lead::Kind::in_sequence || lead.kind == compare::Lead::Kind::together;
}

/// Words as somebody wrote them, line by line: each end of a line becomes U+2028, which the markup reads as
/// br.
std::string with_line_ends(std::string_view words) {
  constexpr std::string_view k_spaces = " \t\r\n";
  std::string lines;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('\n'), words.size());
    std::string_view line = words.substr(0, end);
    line.remove_prefix(std::min(line.find_first_not_of(k_spaces), line.size()));
    line = line.substr(0, line.find_last_not_of(k_spaces) + 1);
    if (!line.empty()) lines.append(lines.empty() ? "" : "\u2028").append(line);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return lines;
}

Object no_place() {
  return {{"cite", false}, {"href", false}};
}

}  // namespace

std::string direction_name(model::Direction direction) {
  return direction == model::Direction::right_to_left ? "rtl" : "ltr";
}

std::string ViewWords::say(MessageId id, Arguments arguments) const {
  return say(message(id, std::move(arguments)));
}

std::string ViewWords::say(const compare::Message& message) const {
  if (reader_ == Reader::doctor) {
    compare::Message clinical{std::string(k_clinical_prefix) + message.id, message.arguments};
    if (is_listed(clinical.id)) return catalog_.format(clinical);
  }
  return catalog_.format(message);
}

std::string ViewWords::named(std::string_view prefix, std::string_view name, Arguments arguments) const {
  return say(compare::Message{fmt::format("{}.{}", prefix, name), std::move(arguments)});
}

std::string ViewWords::entered(const Entered& ids) const {
  const auto& entry = comparison_.summary.entered;
  if (!entry) return say(ids.unnamed);
  if (!entry->on) return say(ids.by, {{"name", entry->by}});
  return say(ids.by_on, {{"name", entry->by}, {"date", *entry->on}});
}

std::string ViewWords::clauses(const std::vector<std::string>& all) const {
  std::string text;
  for (const std::string& clause : all)
    text = text.empty() ? clause : say("list.clauses", {{"first", std::move(text)}, {"second", clause}});
  return text;
}

bool ViewWords::reads(const LanguageTag& language) const {
  return language.best_of({&catalog_.language(), 1}).has_value();
}

const compare::SourceDocument* ViewWords::document(std::string_view id) const {
  const auto it = std::ranges::find(comparison_.documents, id, &compare::SourceDocument::id);
  if (it != comparison_.documents.end()) return &*it;
  if (!comparison_.changes) return nullptr;
  // What somebody said before may stand in a letter that the case no longer holds.
  for (const auto& letter : comparison_.changes->letters) {
    if (letter.before && letter.before->id == id) return &*letter.before;
  }
  return nullptr;
}

std::size_t ViewWords::number(Citation citation) {
  const auto same = [&](const Citation& other) {
    if (other.source.document != citation.source.document || other.source.quote != citation.source.quote)
      return false;
    const bool both_paged = other.source.page && citation.source.page;
    if (both_paged && other.source.page != citation.source.page) return false;
    // Without words of a letter, it is the place or the translation that is cited.
    return !citation.source.quote.empty() ||
           (other.source.page == citation.source.page && other.original == citation.original &&
            other.translations == citation.translations);
  };
  auto it = std::ranges::find_if(citations_, same);
  if (it == citations_.end()) {
    citations_.push_back(std::move(citation));
    return citations_.size();
  }
  if (!it->source.page) it->source.page = citation.source.page;
  for (Translated& translation : citation.translations) {
    if (std::ranges::find(it->translations, translation) == it->translations.end())
      it->translations.push_back(std::move(translation));
  }
  return static_cast<std::size_t>(it - citations_.begin()) + 1;
}

void ViewWords::begin_with(const SourceBook& book) {
  citations_ = book;
  for (Citation& citation : citations_) {
    // Another language's translators are none of these; without a quote they are what is cited.
    if (!citation.source.quote.empty()) citation.translations.clear();
  }
}

ViewValue ViewWords::statement(const model::Statement& statement) {
  std::string words = statement.text;
  LanguageTag language = statement.language;
  Citation citation;
  if (const model::Translation* translation = translation_of(statement)) {
    words = translation->text;
    language = translation->language;
    citation.translations.push_back({translation->by, statement.language});
  }
  const bool foreign = citation.translations.empty() && !reads(language);
  ViewValue cite;
  ViewValue href;
  const bool translated = !citation.translations.empty();
  any_translated_ = any_translated_ || translated;
  if (numbering_ == Numbering::shown && (statement.source || translated)) {
    if (statement.source) citation.source = *statement.source;
    citation.original = statement.language;
    const std::size_t n = number(std::move(citation));
    cite = say(translated ? MessageId("statement.cite-translated") : MessageId("statement.cite"),
               {{"number", static_cast<int>(n)}});
    href = fmt::format("#source-{}", n);
  }
  return Object{
      {"words", with_line_ends(words)},
      {"lang", language.text()},
      {"dir", direction_name(language.direction())},
      {"foreign", foreign
                      ? ViewValue(say("statement.foreign", {{"language", catalog_.language_name(language)}}))
                      : ViewValue(false)},
      {"cite", std::move(cite)},
      {"href", std::move(href)},
  };
}

ViewValue ViewWords::noted_statement(const model::Statement& said, std::vector<std::string>& translators) {
  const model::Translation* translation = translation_of(said);
  if (translation == nullptr || said.source || translation->by.empty() || numbering_ == Numbering::left_out)
    return statement(said);
  if (std::ranges::find(translators, translation->by) == translators.end())
    translators.push_back(translation->by);
  return statement(model::Statement{translation->text, translation->language, {}, std::nullopt});
}

ViewValue::Object ViewWords::place(const std::optional<model::Source>& source) {
  if (!source || numbering_ == Numbering::left_out) return no_place();
  const compare::SourceDocument* letter = document(source->document);
  const std::size_t n = number({.source = *source,
                                .original = letter != nullptr ? letter->language : catalog_.language(),
                                .translations = {}});
  return {{"cite", say("statement.cite", {{"number", static_cast<int>(n)}})},
          {"href", fmt::format("#source-{}", n)}};
}

ViewValue ViewWords::plain(std::string text) {
  return one_of(false, std::move(text), false, no_place());
}

ViewValue ViewWords::bold(std::string text) {
  return one_of(std::move(text), false, false, no_place());
}

ViewValue ViewWords::plain(std::string text, const std::optional<model::Source>& source) {
  return one_of(false, std::move(text), false, place(source));
}

ViewValue ViewWords::plain(const model::Statement& text) {
  return as_value(statement(text));
}

ViewValue ViewWords::as_value(ViewValue statement) {
  return one_of(false, false, std::move(statement), no_place());
}

std::string ViewWords::figure(const compare::Chance& chance) const {
  std::string figure = catalog_.number(chance.low);
  if (!(chance.low == chance.high))
    figure = say("chance.range", {{"low", figure}, {"high", catalog_.number(chance.high)}});
  if (chance.about) figure = say("chance.about", {{"figure", std::move(figure)}});
  if (chance.bound != compare::ChanceBound::none)
    figure = name(chance.bound, {{"figure", std::move(figure)}});
  return figure;
}

ViewValue ViewWords::restated(const std::vector<compare::Chance>& chances, bool is_read) const {
  const bool says_so = is_read && std::ranges::all_of(chances, &compare::Chance::is_of_hundred);
  if (chances.empty() || says_so) return false;
  // Figures of one denominator stand together: two of one letter can then be compared.
  std::vector<std::pair<int, std::vector<std::string>>> together;
  for (const compare::Chance& chance : chances) {
    auto group = std::ranges::find(together, chance.out_of, [](const auto& each) { return each.first; });
    if (group == together.end()) group = together.insert(group, {chance.out_of, {}});
    group->second.push_back(figure(chance));
  }
  std::vector<std::string> said;
  for (const auto& [out_of, figures] : together) {
    said.push_back(out_of == 100 ? say("chance.of-hundred", {{"figures", clauses(figures)}})
                                 : say("chance.of-many", {{"count", out_of}, {"figures", clauses(figures)}}));
  }
  return clauses(said);
}

const model::Translation* ViewWords::translation_of(const model::Statement& statement) const {
  if (reads(statement.language)) return nullptr;
  std::vector<LanguageTag> languages;
  for (const model::Translation& each : statement.translations) languages.push_back(each.language);
  const auto best = catalog_.most_readable(languages);
  return best ? &statement.translations[*best] : nullptr;
}

std::string ViewWords::readable(const model::Statement& statement) const {
  return readable_or(statement, statement.text);
}

std::string ViewWords::readable_or(const model::Statement& statement, const std::string& instead) const {
  if (reads(statement.language)) return statement.text;
  const model::Translation* translation = translation_of(statement);
  return translation != nullptr ? translation->text : instead;
}

std::string ViewWords::told(const compare::StatedChance& chance) const {
  std::vector<std::string> said;
  const auto people = [this](const compare::Chance& figures) {
    return say("chance.people", {{"figure", figure(figures)}, {"count", figures.out_of}});
  };
  said.push_back(chance.share_of ? say("chance.of-those", {{"people", people(chance.people)},
                                                           {"outcome", readable(*chance.share_of)}})
                                 : people(chance.people));
  if (chance.stated.out_of != chance.people.out_of && chance.people.about && !chance.stated.about)
    said.push_back(say("chance.as-stated", {{"people", people(chance.stated)}}));
  if (chance.population) said.push_back(say("chance.population", {{"people", readable(*chance.population)}}));
  if (chance.timeframe) said.push_back(say("chance.timeframe", {{"time", *chance.timeframe}}));
  if (chance.with) said.push_back(say("chance.with", {{"treatment", readable(*chance.with)}}));
  if (chance.without) said.push_back(say("chance.without", {{"treatment", readable(*chance.without)}}));
  if (chance.of_all) said.push_back(say("chance.of-all", {{"people", people(*chance.of_all)}}));
  return clauses(said);
}

ViewValue ViewWords::value(const compare::Value& value, ViewValue marks) {
  if (const auto* words = std::get_if<model::Statement>(&value)) {
    ViewValue said = statement(*words);
    ViewValue again = value.stated_chances.empty()
                          ? restated(value.chances, !said.find("foreign")->is_truthy())
                          : ViewValue(told(value.stated_chances.front()));
    return one_of(false, false, std::move(said), no_place(), std::move(again), std::move(marks));
  }
  std::string text;
  if (const auto* duration = std::get_if<model::DurationRange>(&value)) {
    text = catalog_.format(*duration);
  } else if (const auto* date = std::get_if<model::Date>(&value)) {
    text = catalog_.format(*date);
  } else {
    text = say(std::get<compare::Message>(value));
  }
  return one_of(false, std::move(text), false, place(value.source), false, std::move(marks));
}

ViewValue ViewWords::marks(const std::vector<std::string>& limits) const {
  if (limits.empty()) return false;
  List marks;
  for (const std::string& limit : limits)
    marks.push_back(Object{{"mark", limit_mark(limit)}, {"href", "#limit-" + limit}});
  return marks;
}

std::string ViewWords::limit_mark(std::string_view id) const {
  const auto it = std::ranges::find(comparison_.limits, id, &compare::LimitInUse::id);
  return say("limit.mark", {{"number", static_cast<int>(it - comparison_.limits.begin()) + 1}});
}

ViewValue ViewWords::heading(const compare::Heading& heading) const {
  return one_of(say(message_of(heading)), false, false, no_place());
}

ViewValue ViewWords::state(compare::CellState state) const {
  return plain(name(state));
}

ViewValue ViewWords::lead(const compare::Lead& lead, ViewValue marks) {
  return one_of(false, say(message_of(lead)), false, place(lead.source), false, std::move(marks));
}

void ViewWords::add_part(const compare::Part& part, LimitMarks shown, List& views) {
  const auto add = [&views](ViewValue heading, ViewValue single, ViewValue many) {
    views.push_back(Object{{"heading", std::move(heading)},
                           {"single", std::move(single)},
                           {"many", std::move(many)},
                           {"people", false}});
  };
  if (part.heading) add(say(message_of(*part.heading)), false, false);
  if (part.state != compare::CellState::stated) return add(false, state(part.state), false);
  const auto touching = [&] { return shown == LimitMarks::shown ? marks(part.limits) : ViewValue(false); };
  for (const compare::Lead& each : part.leads) add(false, lead(each, touching()), false);
  // The kinds of one treatment are marked above them, where they have an order.
  const bool is_marked = std::ranges::any_of(part.leads, gives_order);
  const auto view = [&](const compare::Value& each) {
    return value(each, is_marked ? ViewValue(false) : touching());
  };
  for (std::size_t i = 0; i < part.values.size();) {
    // Neighbours of one kind make a list.
    std::size_t end = i + 1;
    while (end < part.values.size() && same_kind(part.values[i], part.values[end])) ++end;
    if (end == i + 1) {
      add(false, view(part.values[i]), false);
    } else {
      List items;
      for (std::size_t k = i; k < end; ++k) {
        items.push_back(view(part.values[k]));
        std::get<Object>(items.back().value).push_back({"more", k + 1 < end});
      }
      add(false, false, Object{{"items", std::move(items)}});
    }
    i = end;
  }
}

ViewValue ViewWords::parts(const std::vector<compare::Part>& parts, LimitMarks marks) {
  List views;
  for (const compare::Part& part : parts) add_part(part, marks, views);
  return views;
}

std::string ViewWords::place_of(const Citation& citation) const {
  const compare::SourceDocument* letter = document(citation.source.document);
  if (letter == nullptr) return entered({"source.case", "source.case-by", "source.case-by-on"});
  if (!citation.source.page) return say("source.place-unpaged", {{"title", letter->title}});
  return say("source.place", {{"title", letter->title}, {"page", *citation.source.page}});
}

ViewValue ViewWords::source(std::size_t i, std::string place) const {
  const Citation& citation = citations_[i];
  const compare::SourceDocument* letter = document(citation.source.document);
  const LanguageTag& language = letter != nullptr ? letter->language : citation.original;
  List made;
  for (const Translated& translation : citation.translations) {
    const std::string from = catalog_.language_name(translation.from);
    made.emplace_back(translation.by.empty()
                          ? say("source.translated-unnamed", {{"language", from}})
                          : say("source.translated", {{"language", from}, {"name", translation.by}}));
  }
  if (made.empty() && !reads(language)) {
    made.emplace_back(say("source.original", {{"language", catalog_.language_name(language)}}));
  }
  const std::string& quote = citation.source.quote;
  if (quote.empty() && made.empty()) made.emplace_back(say("source.no-quote"));
  return Object{
      {"number", say("statement.cite", {{"number", static_cast<int>(i) + 1}})},
      {"id", fmt::format("source-{}", i + 1)},
      {"place", std::move(place)},
      {"quote", quote},
      {"lang", language.text()},
      {"dir", direction_name(language.direction())},
      {"made", std::move(made)},
  };
}

ViewValue ViewWords::sources() const {
  List list;
  for (std::size_t i = 0; i < citations_.size(); ++i) list.push_back(source(i, place_of(citations_[i])));
  return list;
}

namespace {

List& made_of(ViewValue& item) {
  auto& members = std::get<Object>(item.value);
  return std::get<List>(std::ranges::find(members, "made", &ViewMember::name)->value.value);
}

/// What is said of the making of each of them alike: taken out of them, to be said once.
List made_of_all(List& items) {
  const auto text_of = [](const List& made) {
    std::string text;
    for (const ViewValue& each : made) text += std::get<std::string>(each.value) + '\n';
    return text;
  };
  const std::string first = text_of(made_of(items.front()));
  for (ViewValue& item : items) {
    if (text_of(made_of(item)) != first) return {};
  }
  List made = made_of(items.front());
  for (ViewValue& item : items) made_of(item).clear();
  return made;
}

}  // namespace

const std::string* ViewWords::only_translator(const compare::SourceDocument& letter) const {
  const std::string* only = nullptr;
  for (const Citation& citation : citations_) {
    if (document(citation.source.document) != &letter) continue;
    for (const Translated& translation : citation.translations) {
      if (translation.from != letter.language || translation.by.empty()) return nullptr;
      if (only != nullptr && *only != translation.by) return nullptr;
      only = &translation.by;
    }
  }
  return only;
}

ViewValue ViewWords::sources_by_letter() const {
  List groups;
  const auto add = [&](std::string title, const compare::SourceDocument* of) {
    List items;
    const std::string* translator = of == nullptr || reads(of->language) ? nullptr : only_translator(*of);
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      const model::Source& place = citations_[i].source;
      if (document(place.document) != of) continue;
      items.push_back(source(i, place.page ? say("source.page", {{"page", *place.page}}) : std::string()));
    }
    if (items.empty()) return;
    List made = made_of_all(items);
    // The numbers of what is translated bear a mark where they are cited: who did it is said once.
    if (made.empty() && translator != nullptr) {
      for (ViewValue& item : items) made_of(item).clear();
      made.emplace_back(say("source.marked-translated",
                            {{"language", catalog_.language_name(of->language)}, {"name", *translator}}));
    }
    groups.push_back(
        Object{{"title", std::move(title)}, {"made", std::move(made)}, {"items", std::move(items)}});
  };
  for (const compare::SourceDocument& letter : comparison_.documents) {
    add(letter.date ? say("source.letter", {{"title", letter.title}, {"date", *letter.date}})
                    : proper(letter.title),
        &letter);
  }
  add(entered({"source.case", "source.case-by", "source.case-by-on"}), nullptr);
  return groups;
}

}  // namespace generator::report
