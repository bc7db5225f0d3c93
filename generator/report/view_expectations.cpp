// What comes from the house's settings: when answers can be expected, what the marks in the table mean, and
// whose those rules are.
#include <algorithm>

#include "generator/compare/names.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Comparison;
using compare::Expectation;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// Whose a rule is, as a name in a sentence.
std::string holder(const Comparison& comparison, std::string_view id, const ViewWords& words) {
  const auto source = std::ranges::find(comparison.setting_sources, id, &model::SettingSource::id);
  switch (source->kind) {
    case model::SettingSourceKind::page_seen:
    case model::SettingSourceKind::standard_work: return words.proper(source->publisher);
    case model::SettingSourceKind::field_practice: return words.say("rule-by.field-practice");
    case model::SettingSourceKind::house_rule: return words.say("rule-by.house-rule");
  }
  return {};
}

std::string what(const Expectation& expectation, const ViewWords& words) {
  return words.say(compare::message("expectation." + expectation.id));
}

/// "Written opinion: usually 5–14 working days, counted from ...".
std::string time_line(const Expectation& expectation, const ViewWords& words) {
  ViewWords::Arguments arguments{{"what", what(expectation, words)}, {"time", expectation.time.time}};
  if (expectation.clock == compare::Clock::none) return words.say("expected.length", std::move(arguments));
  arguments.emplace_back("clock", words.name(expectation.clock));
  return words.say(
      expectation.time.source.empty() ? MessageId("expected.time-stated") : MessageId("expected.time"),
      std::move(arguments));
}

/// From the day on which the clock started to the days that follow from it.
std::string day_line(const Expectation& expectation, const ViewWords& words) {
  if (!expectation.start) return words.say("expected.start-unknown");
  ViewWords::Arguments arguments{{"start", *expectation.start}};
  if (expectation.earliest && !expectation.is_over) arguments.emplace_back("earliest", *expectation.earliest);
  if (expectation.latest) arguments.emplace_back("latest", *expectation.latest);
  const MessageId id = expectation.is_over     ? MessageId("expected.over")
                       : !expectation.latest   ? MessageId("expected.from")
                       : !expectation.earliest ? MessageId("expected.until")
                                               : MessageId("expected.between");
  return words.say(id, std::move(arguments));
}

ViewValue line(std::string sentence, bool over, Object place) {
  Object members{{"words", std::move(sentence)}, {"over", over}};
  for (ViewMember& member : place) members.push_back(std::move(member));
  return members;
}

List lines_of(const Expectation& expectation, ViewWords& words) {
  List lines;
  lines.push_back(line(time_line(expectation, words), false, words.place(expectation.place)));
  if (!expectation.is_awaited) return lines;
  lines.push_back(line(day_line(expectation, words), expectation.is_over, words.place(std::nullopt)));
  return lines;
}

/// What is usual, and who holds it to be.
std::string held_line(const Comparison& comparison, const Expectation& expectation, const ViewWords& words) {
  const auto held = [&](const compare::ExpectedTime& each) {
    return words.say("expected.held",
                     {{"time", each.time}, {"source", holder(comparison, each.source, words)}});
  };
  std::vector<std::string> all{held(expectation.time)};
  for (const compare::ExpectedTime& other : expectation.others) all.push_back(held(other));
  const std::string times = words.clauses(all);
  if (expectation.clock == compare::Clock::none)
    return words.say("expected.times", {{"what", what(expectation, words)}, {"times", times}});
  return words.say(
      "expected.times-from",
      {{"what", what(expectation, words)}, {"times", times}, {"clock", words.name(expectation.clock)}});
}

}  // namespace

ViewValue limit_views(const Comparison& comparison, const ViewWords& words) {
  List limits;
  for (const compare::LimitInUse& limit : comparison.limits) {
    limits.push_back(
        Object{{"id", "limit-" + limit.id},
               {"mark", words.limit_mark(limit.id)},
               {"sentence", words.say(compare::message("remote-limit." + limit.id))},
               {"by", words.say("rule-by.source", {{"source", holder(comparison, limit.source, words)}})}});
  }
  return limits;
}

ViewValue expectations_view(const Comparison& comparison, ViewWords& words) {
  List options;
  for (std::size_t i = 0; i < comparison.options.size(); ++i) {
    List lines;
    for (const Expectation& expectation : comparison.expectations) {
      if (expectation.option == i) std::ranges::move(lines_of(expectation, words), std::back_inserter(lines));
    }
    if (lines.empty()) continue;
    options.push_back(
        Object{{"label", option_label(comparison.options[i], words)}, {"lines", std::move(lines)}});
  }
  // Each rule once, however many hospitals it goes for.
  List times;
  std::vector<std::string_view> told;
  for (const Expectation& expectation : comparison.expectations) {
    const bool is_told = std::ranges::find(told, expectation.id) != told.end();
    if (is_told || expectation.time.source.empty()) continue;
    told.emplace_back(expectation.id);
    times.emplace_back(held_line(comparison, expectation, words));
  }
  return Object{{"any", !comparison.expectations.empty()},
                {"any_options", !options.empty()},
                {"options", std::move(options)},
                {"any_times", !times.empty()},
                {"times", std::move(times)}};
}

ViewValue rule_sources(const Comparison& comparison, const ViewWords& words) {
  List sources;
  for (const model::SettingSource& source : comparison.setting_sources) {
    sources.push_back(Object{
        {"publisher", source.publisher},
        {"title", source.title},
        {"address", source.address.empty() ? ViewValue(false) : ViewValue(source.address)},
        {"date", source.checked ? ViewValue(words.say("rule-source.checked", {{"date", *source.checked}}))
                 : source.date  ? ViewValue(words.catalog().format(*source.date))
                                : ViewValue(false)}});
  }
  return sources;
}

}  // namespace generator::report
