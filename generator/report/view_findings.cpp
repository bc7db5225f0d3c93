// Points by whom they are about. The same point about several options is told once, with all of them: seven
// hospitals that say nothing on risks are one sentence to read, and not seven.
#include <algorithm>

#include "generator/compare/told_together.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Comparison;
using compare::Finding;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// "For: at home, A and C", or that it is about every hospital.
std::string concerns(const std::vector<std::size_t>& options, const Comparison& comparison,
                     const ViewWords& words) {
  std::size_t hospitals = 0;
  std::vector<std::string> names;
  for (const std::size_t i : options) {
    const compare::Option& option = comparison.options[i];
    const bool is_home = option.kind == compare::OptionKind::home;
    names.push_back(is_home ? words.say("option.home-short") : option.letter);
    if (!is_home) ++hospitals;
  }
  const auto asked = static_cast<std::size_t>(
      std::ranges::count(comparison.options, compare::OptionKind::hospital, &compare::Option::kind));
  if (options.size() == comparison.options.size()) return words.say("finding.for-every-option");
  if (hospitals == asked && hospitals == options.size()) return words.say("finding.for-every-hospital");
  return words.say("finding.for", {{"options", words.catalog().list(names)}});
}

/// Which letter stands for which hospital.
std::string letter_key(const Comparison& comparison, const ViewWords& words) {
  std::vector<std::string> names;
  for (const compare::Option& option : comparison.options) {
    if (option.kind == compare::OptionKind::hospital) names.push_back(option_label(option, words));
  }
  return words.clauses(names);
}

Object with_concerns(ViewValue point, ViewValue whom) {
  Object members = std::get<Object>(std::move(point.value));
  members.push_back({"concerns", std::move(whom)});
  return members;
}

}  // namespace

int count_points(const std::vector<Finding>& findings, const std::vector<compare::Together>& together) {
  auto count = static_cast<int>(findings.size());
  for (const compare::Together& point : together) count -= static_cast<int>(point.options.size()) - 1;
  return count;
}

ViewValue point_view(const compare::Message& message, const std::vector<compare::Evidence>& evidence,
                     ViewWords& words) {
  List pieces;
  for (const compare::Evidence& piece : evidence) {
    // Pieces stand in one line, so each says whether another follows.
    auto members = std::get<Object>(words.value(piece.value).value);
    members.push_back({"more", &piece != &evidence.back()});
    pieces.emplace_back(std::move(members));
  }
  return Object{
      {"sentence", words.say(message)}, {"any_evidence", !evidence.empty()}, {"evidence", std::move(pieces)}};
}

ViewValue finding_groups(const std::vector<Finding>& findings, const std::vector<compare::Together>& together,
                         const Comparison& comparison, ViewWords& words) {
  List groups;
  const auto add = [&](std::string title, ViewValue key, ViewValue own, List items) {
    if (items.empty()) return;
    ViewValue folded;
    if (own.is_truthy()) {
      folded = words.say("finding.own", {{"name", std::get<std::string>(own.value)},
                                         {"count", static_cast<int>(items.size())}});
    }
    groups.push_back(Object{{"title", std::move(title)},
                            {"key", std::move(key)},
                            {"folded", std::move(folded)},
                            {"items", std::move(items)}});
  };
  const auto own_points = [&](std::optional<std::size_t> option) {
    List items;
    for (const Finding& finding : findings) {
      if (finding.option == option && !is_told_together(finding, together))
        items.emplace_back(with_concerns(point_view(finding.message, finding.evidence, words), false));
    }
    return items;
  };
  add(words.say("case.whole"), false, false, own_points(std::nullopt));
  List shared;
  for (const compare::Together& point : together) {
    shared.emplace_back(
        with_concerns(point_view(point.message, {}, words), concerns(point.options, comparison, words)));
  }
  add(words.say("finding.several"), letter_key(comparison, words), false, std::move(shared));
  for (std::size_t i = 0; i < comparison.options.size(); ++i) {
    const std::string name = option_label(comparison.options[i], words);
    add(name, false, name, own_points(i));
  }
  return groups;
}

}  // namespace generator::report
