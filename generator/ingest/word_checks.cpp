// Characters that no text should hold, questions that no hospital can answer, and releases nobody signed.
#include <fmt/format.h>

#include "generator/base/code_points.h"
#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"
#include "generator/ingest/vague_question.h"

namespace generator::ingest {
namespace {

/// True for characters that print nothing and may upset what does; line breaks and tabs are welcome.
bool is_control(std::int32_t c, bool in_letter) {
  if (c == '\n' || c == '\t') return false;
  if (in_letter && (c == '\f' || c == '\r')) return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

void check_text(const JsonNode& node, bool in_letter, ValueReader& report) {
  bool damaged = false;
  for (std::size_t i = 0; i < node.text.size();) {
    const std::int32_t c = base::next_code_point(node.text, i);
    damaged = damaged || c == 0xFFFD;
    if (c >= 0 && is_control(c, in_letter)) {
      report.error(
          node, "text-control",
          fmt::format("the text {} holds the control character U+{:04X}", base::in_quotes(node.text), c),
          "it would not print, and may garble what stands beside it", "delete it");
      return;
    }
  }
  if (damaged) {
    report.warning(node, "text-damaged",
                   fmt::format("the text {} holds the character U+FFFD", base::in_quotes(node.text)),
                   "that mark stands where a program could not read the original", "copy the text again");
  }
}

void check_tree(const JsonNode& node, bool in_letter, ValueReader& report) {
  if (node.kind == base::JsonKind::string) check_text(node, in_letter, report);
  for (const JsonNode& item : node.items) check_tree(item, in_letter, report);
  for (const base::JsonMember& member : node.members) check_tree(member.value, in_letter, report);
}

}  // namespace

void check_characters(const JsonNode& root, ValueReader& report) {
  for (const base::JsonMember& part : root.members) {
    if (part.name != "documents") {
      check_tree(part.value, false, report);
      continue;
    }
    for (const JsonNode& document : part.value.items) {
      for (const base::JsonMember& each : document.members)
        check_tree(each.value, each.name == "text", report);
    }
  }
}

void check_words(const JsonNode& root, const model::Case& c, const model::Words& words, ValueReader& report) {
  if (c.question && is_vague_question(c.question->text, words)) {
    report.warning(
        *root.find("question"), "question-vague",
        fmt::format("the question {} is too vague to help", base::in_quotes(c.question->text)),
        "a hospital can only answer it in general",
        "ask one thing that can be answered from the records, such as whether a named treatment is "
        "possible, or which of two plans is preferred");
  }
  const JsonNode* release = root.find("release");
  if (release != nullptr && c.release.state != model::ReleaseState::draft) {
    const bool by = release->find("by") != nullptr;
    const bool on = release->find("on") != nullptr;
    if (!by || !on) {
      report.error(*release, "release-unsigned",
                   fmt::format("the report is \"{}\" and does not say {}", model::name_of(c.release.state),
                               by   ? "when"
                               : on ? "by whom"
                                    : "by whom and when"),
                   "only a named person can take responsibility for it",
                   fmt::format("add {}, or write \"draft\"", by   ? "\"on\""
                                                             : on ? "\"by\""
                                                                  : "\"by\" and \"on\""));
    }
    if (!c.entered || !c.entered->on) {
      report.warning(
          *release, "entered-unnamed",
          fmt::format("the report is \"{}\", and nobody {}", model::name_of(c.release.state),
                      c.entered ? "says when the case was entered" : "is named who entered the case"),
          "what no letter says is shown as entered by a person, and readers want to know whom to ask",
          "add \"entered\": { \"by\": ..., \"on\": ... }");
    }
  }
}

}  // namespace generator::ingest
