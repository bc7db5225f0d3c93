#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"
#include "generator/ingest/spelling.h"

namespace generator::ingest {
namespace {

/// The ids of one list of the case.
struct Ids {
  std::string_view list;  ///< member of the case: "hospitals"
  std::string_view noun;  ///< "hospital"
  std::vector<std::string_view> known;
  bool complete = true;  ///< false: an entry's own id could not be read, so nothing is known to be missing
};

Ids collect(const JsonNode& root, std::string_view list, std::string_view noun, ValueReader& report) {
  Ids ids{list, noun, {}, true};
  std::set<std::string_view> seen;
  const JsonNode* entries = root.find(list);
  if (entries != nullptr && entries->kind != base::JsonKind::array) ids.complete = false;
  for (const JsonNode& entry : items_of(entries)) {
    const JsonNode* id = entry.find("id");
    if (id == nullptr || id->kind != base::JsonKind::string || !spelling_of("id")->holds(id->text)) {
      ids.complete = false;
    } else if (seen.insert(id->text).second) {
      ids.known.push_back(id->text);
    } else {
      report.error(*id, "id-duplicate",
                   fmt::format("a {} before this one has the id {}", noun, base::in_quotes(id->text)),
                   "whatever names it would name both", "give one of the two another id");
    }
  }
  return ids;
}

void look_up(const JsonNode& node, const Ids& ids, ValueReader& report) {
  if (!ids.complete || !spelling_of("id")->holds(node.text)) return;
  if (std::ranges::find(ids.known, node.text) != ids.known.end()) return;
  std::string remedy = fmt::format("add it to \"{}\"", ids.list);
  if (!ids.known.empty()) remedy += ", or name one that is there: " + base::suggestion(node.text, ids.known);
  report.error(node, fmt::format("{}-unknown", ids.noun),
               fmt::format("there is no {} with the id {}", ids.noun, base::in_quotes(node.text)), "",
               std::move(remedy));
}

void look_up_option(const JsonNode& node, const Ids& hospitals, ValueReader& report) {
  if (!hospitals.complete || node.text == "home" || !spelling_of("id")->holds(node.text)) return;
  std::vector<std::string_view> options = hospitals.known;
  if (std::ranges::find(options, node.text) != options.end()) return;
  options.push_back("home");
  report.error(node, "option-unknown", fmt::format("there is no option {}", base::in_quotes(node.text)),
               "an option is the id of a hospital, or \"home\"", base::suggestion(node.text, options));
}

/// An opinion or an estimate, as far as its succession goes.
struct Answer {
  std::string_view id;
  std::string_view hospital;
  std::string_view supersedes;
  const JsonNode* node = nullptr;  ///< of `supersedes`
};

template <typename List>
std::vector<Answer> answers(const List& list, const JsonNode* nodes) {
  std::vector<Answer> result;
  const auto& entries = items_of(nodes);
  for (std::size_t i = 0; i < list.size() && i < entries.size(); ++i) {
    result.push_back({list[i].id, list[i].hospital, list[i].supersedes, entries[i].find("supersedes")});
  }
  return result;
}

void check_succession(const std::vector<Answer>& all, std::string_view noun, ValueReader& report) {
  std::map<std::string_view, const Answer*> by_id;
  for (const Answer& answer : all) {
    // What the schema refused may have no id; an answer that replaces none must not lead to it.
    if (!answer.id.empty()) by_id.emplace(answer.id, &answer);
  }
  std::map<std::string_view, std::string_view> successor;
  std::set<std::string_view> settled;
  for (const Answer& answer : all) {
    const auto target = by_id.find(answer.supersedes);
    if (answer.supersedes.empty() || target == by_id.end()) continue;
    const auto [first, fresh] = successor.emplace(answer.supersedes, answer.id);
    if (!fresh) {
      report.error(*answer.node, "supersedes-twice",
                   fmt::format("{} is already superseded by {}", base::in_quotes(answer.supersedes),
                               base::in_quotes(first->second)),
                   fmt::format("then two would stand in the place of one {}", noun),
                   "let the last one supersede the one before it");
    }
    if (target->second->hospital != answer.hospital) {
      report.error(*answer.node, "supersedes-other-hospital",
                   fmt::format("{} is another hospital's {}", base::in_quotes(answer.supersedes), noun),
                   "only a hospital's own later answer replaces an earlier one",
                   "take \"supersedes\" out, or name an answer of the same hospital");
    }
    // Follow the chain; a step onto one of its own links closes a circle, which is reported once.
    std::set<std::string_view> chain;
    const Answer* step = &answer;
    while (step != nullptr && !settled.contains(step->id)) {
      if (!chain.insert(step->id).second) {
        report.error(*step->node, "supersedes-cycle",
                     fmt::format("{} supersedes itself, over {} step{}", base::in_quotes(step->id),
                                 chain.size(), chain.size() == 1 ? "" : "s"),
                     "then none of them would be the one that counts",
                     fmt::format("take \"supersedes\" out of the oldest {}", noun));
        break;
      }
      const auto next = by_id.find(step->supersedes);
      step = next == by_id.end() ? nullptr : next->second;
    }
    settled.merge(chain);
  }
}

}  // namespace

void check_references(const JsonNode& root, const BuiltCase& built, ValueReader& report) {
  const Ids hospitals = collect(root, "hospitals", "hospital", report);
  const Ids documents = collect(root, "documents", "document", report);
  const Ids opinions = collect(root, "opinions", "opinion", report);
  const Ids estimates = collect(root, "estimates", "estimate", report);
  const Ids persons = collect(root, "persons", "person", report);
  for (const JsonNode& hospital : items_of(root.find("hospitals"))) {
    const JsonNode* id = hospital.find("id");
    if (id != nullptr && id->text == "home") {
      report.error(*id, "id-reserved", "a hospital has the id \"home\"",
                   "\"home\" is the plan at home, wherever an option is named",
                   "give the hospital another id");
    }
  }
  for (const Reference& reference : built.references) {
    switch (reference.to) {
      case Referent::hospital: look_up(*reference.node, hospitals, report); break;
      case Referent::document: look_up(*reference.node, documents, report); break;
      case Referent::option: look_up_option(*reference.node, hospitals, report); break;
      case Referent::opinion: look_up(*reference.node, opinions, report); break;
      case Referent::estimate: look_up(*reference.node, estimates, report); break;
      case Referent::person: look_up(*reference.node, persons, report); break;
    }
  }
  for (const SourceUse& use : report.sources()) {
    const JsonNode* document = use.node->find("document");
    if (document != nullptr && document->kind == base::JsonKind::string)
      look_up(*document, documents, report);
  }
  for (const JsonNode& opinion : items_of(root.find("opinions"))) {
    if (opinion.find("heard") == nullptr || opinion.find("document") == nullptr) continue;
    report.error(
        *opinion.find("heard"), "heard-with-letter", "this answer was heard, and names a letter",
        "what somebody heard is theirs to vouch for; a letter says it itself",
        "take \"document\" out, or enter the letter as an opinion of its own that supersedes this one");
  }
  check_succession(answers(built.value.opinions, root.find("opinions")), "opinion", report);
  check_succession(answers(built.value.estimates, root.find("estimates")), "estimate", report);
}

}  // namespace generator::ingest
