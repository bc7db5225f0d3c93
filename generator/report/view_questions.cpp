#include "generator/report/view_questions.h"

#include <algorithm>

#include "generator/compare/told_together.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Audience;
using compare::Comparison;
using compare::Question;
using Object = ViewValue::Object;
using List = ViewValue::List;

/// As many as a tired reader takes in at once.
constexpr std::size_t k_first = 5;

/// "To: A, C and the doctor at home".
std::string addressees(const std::vector<std::size_t>& options, const Comparison& comparison,
                       const ViewWords& words) {
  std::vector<std::string> names;
  for (const std::size_t option : options) {
    const std::string& letter = comparison.options[option].letter;
    names.push_back(letter.empty() ? words.say("questions.home-doctor") : letter);
  }
  return words.say("questions.to", {{"names", words.catalog().list(names)}});
}

std::string addressee(const compare::Option& option, const ViewWords& words) {
  return option.kind == compare::OptionKind::home ? words.say("questions.home-doctor")
                                                  : option_label(option, words);
}

ViewValue group_view(std::string title, List first, List more, ViewValue note) {
  return Object{{"title", std::move(title)},
                {"first", std::move(first)},
                {"more", std::move(more)},
                {"more_note", std::move(note)}};
}

/// What several hospitals are asked alike, once, with their letters.
ViewValue several_view(const Comparison& comparison, const ViewWords& words) {
  List first;
  List more;
  for (const compare::Together& question : comparison.questions_together) {
    const std::string sentence = words.say(question.message);
    const std::string to = addressees(question.options, comparison, words);
    if (first.size() < k_first) {
      ViewValue piece = ViewWords::plain(to);
      std::get<Object>(piece.value).push_back({"more", false});
      first.push_back(
          Object{{"sentence", sentence}, {"any_evidence", true}, {"evidence", List{std::move(piece)}}});
    } else {
      more.emplace_back(words.say("questions.with", {{"question", sentence}, {"to", to}}));
    }
  }
  ViewValue note;
  if (!more.empty()) note = words.say("questions.more-several", {{"count", static_cast<int>(more.size())}});
  return group_view(words.say("questions.several"), std::move(first), std::move(more), std::move(note));
}

}  // namespace

ViewValue question_groups(const Comparison& comparison, std::optional<std::size_t> hospital,
                          ViewWords& words) {
  List groups;
  // A hospital's own letter holds whatever it is asked, whoever else is asked the same.
  const bool once = !hospital;
  for (std::size_t i = 0; i < comparison.options.size(); ++i) {
    if (hospital && *hospital != i) continue;
    const compare::Option& option = comparison.options[i];
    const bool is_home = option.kind == compare::OptionKind::home;
    List first;
    List more;
    for (const Question& question : comparison.questions) {
      if (question.option != i) continue;
      if (once && is_told_together(question, comparison.questions_together)) continue;
      if (!hospital && first.size() == k_first) {
        more.emplace_back(words.say(question.message));
        continue;
      }
      std::vector<compare::Evidence> evidence = question.evidence;
      if (hospital) std::erase_if(evidence, [&](const auto& piece) { return piece.option != *hospital; });
      first.push_back(point_view(question.message, evidence, words));
    }
    ViewValue note;
    if (!more.empty()) {
      note = words.say(is_home ? MessageId("questions.more-home") : MessageId("questions.more"),
                       {{"count", static_cast<int>(more.size())}});
    }
    if (!first.empty())
      groups.push_back(
          group_view(addressee(option, words), std::move(first), std::move(more), std::move(note)));
    // After the doctor at home, before the hospitals one by one.
    if (is_home && once && !comparison.questions_together.empty())
      groups.push_back(several_view(comparison, words));
  }
  return groups;
}

ViewValue questions_to(Audience audience, const Comparison& comparison, ViewWords& words) {
  List points;
  for (const Question& question : comparison.questions) {
    if (question.audience == audience)
      points.push_back(point_view(question.message, question.evidence, words));
  }
  return points;
}

}  // namespace generator::report
