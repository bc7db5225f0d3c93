#include "generator/report/view_questions.h"

#include <algorithm>

#include "generator/compare/question_order.h"
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
/// As many as one page has room for.
constexpr std::size_t k_first_of_all = 4;

std::vector<const Question*> questions_about(const Comparison& comparison, std::size_t option) {
  std::vector<const Question*> own;
  for (const Question& question : comparison.questions) {
    if (question.option == option) own.push_back(&question);
  }
  return own;
}

std::string addressee(const compare::Option& option, const ViewWords& words) {
  return option.kind == compare::OptionKind::home ? words.say("questions.home-doctor")
                                                  : option_label(option, words);
}

}  // namespace

ViewValue question_groups(const Comparison& comparison, std::optional<std::size_t> hospital,
                          ViewWords& words) {
  List groups;
  for (std::size_t i = 0; i < comparison.options.size(); ++i) {
    if (hospital && *hospital != i) continue;
    const compare::Option& option = comparison.options[i];
    const std::vector<const Question*> questions = questions_about(comparison, i);
    if (questions.empty()) continue;
    const std::size_t shown = hospital ? questions.size() : std::min(questions.size(), k_first);
    List first;
    List more;
    for (std::size_t k = 0; k < questions.size(); ++k) {
      const Question& question = *questions[k];
      if (k >= shown) {
        more.emplace_back(words.say(question.message.id, question.message.arguments));
        continue;
      }
      std::vector<compare::Evidence> evidence = question.evidence;
      if (hospital) std::erase_if(evidence, [&](const auto& piece) { return piece.option != *hospital; });
      first.push_back(point_view(question.message, evidence, words));
    }
    ViewValue note;
    if (!more.empty()) {
      note = words.say(option.kind == compare::OptionKind::home ? "questions.more-home" : "questions.more",
                       {{"count", static_cast<int>(more.size())}});
    }
    groups.push_back(Object{{"title", addressee(option, words)},
                            {"first", std::move(first)},
                            {"more", std::move(more)},
                            {"more_note", std::move(note)}});
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

ViewValue first_questions(const Comparison& comparison, const ViewWords& words) {
  std::vector<const Question*> questions;
  for (const Question& question : comparison.questions) {
    if (question.audience != Audience::family) questions.push_back(&question);
  }
  std::ranges::stable_sort(questions, {},
                           [](const Question* question) { return compare::place_of(question->message.id); });
  List points;
  for (std::size_t i = 0; i < questions.size() && points.size() < k_first_of_all;) {
    const compare::Message& message = questions[i]->message;
    std::vector<std::string> names;
    for (; i < questions.size() && questions[i]->message == message; ++i) {
      const compare::Option& option = comparison.options[*questions[i]->option];
      names.push_back(option.letter.empty() ? words.say("questions.home-doctor") : option.letter);
    }
    points.push_back(Object{{"sentence", words.say(message.id, message.arguments)},
                            {"to", words.say("questions.to", {{"names", words.catalog().list(names)}})}});
  }
  return points;
}

}  // namespace generator::report
