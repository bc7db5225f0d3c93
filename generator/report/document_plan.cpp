#include "generator/report/document_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/file.h"
#include "generator/base/json.h"

namespace generator::report {
namespace {

using base::JsonKind;
using base::JsonNode;

constexpr std::string_view k_plan_format = "consilium/document/1";

struct SectionName {
  std::string_view name;
  ViewSection section;
};
constexpr SectionName k_sections[] = {
    {"facts", ViewSection::facts},
    {"medical-facts", ViewSection::medical_facts},
    {"records", ViewSection::records},
    {"checklist", ViewSection::checklist},
    {"urgent", ViewSection::urgent},
    {"summary", ViewSection::summary},
    {"handover", ViewSection::handover},
    {"glance", ViewSection::glance},
    {"bring", ViewSection::bring},
    {"beside", ViewSection::beside},
    {"whole-cost", ViewSection::whole_cost},
    {"difference-table", ViewSection::difference_table},
    {"cautions", ViewSection::cautions},
    {"short-questions", ViewSection::short_questions},
    {"changes", ViewSection::changes},
    {"options", ViewSection::options},
    {"preparations", ViewSection::preparations},
    {"costs", ViewSection::costs},
    {"charts", ViewSection::charts},
    {"expectations", ViewSection::expectations},
    {"calendar", ViewSection::calendar},
    {"differences", ViewSection::differences},
    {"unknowns", ViewSection::unknowns},
    {"flags", ViewSection::flags},
    {"questions", ViewSection::questions},
    {"first-questions", ViewSection::first_questions},
    {"doctor-questions", ViewSection::doctor_questions},
    {"coordination", ViewSection::coordination},
    {"glossary", ViewSection::glossary},
    {"short-glossary", ViewSection::short_glossary},
    {"sources", ViewSection::sources},
};

std::string section_names() {
  std::string names;
  for (const SectionName& entry : k_sections) names += (names.empty() ? "" : ", ") + std::string(entry.name);
  return names;
}

class PlanReader {
 public:
  explicit PlanReader(const base::JsonDocument& json) : json_(json) {}

  base::Result<DocumentPlan> read() {
    const JsonNode& root = json_.root();
    if (root.kind != JsonKind::object) {
      complain(root, "a document's plan is an object");
      return tl::unexpected(std::move(found_));
    }
    const JsonNode* format = root.find("format");
    if (format == nullptr || format->text != k_plan_format)
      complain(format == nullptr ? root : *format, fmt::format("write \"format\": \"{}\"", k_plan_format));
    const JsonNode* sections = root.find("sections");
    if (sections == nullptr) complain(root, "list the \"sections\" that the template shows");
    for (const base::JsonMember& member : root.members) {
      if (member.name == "for") {
        scope(member.value);
      } else if (member.name == "reader") {
        reader(member.value);
      } else if (member.name == "data") {
        data(member.value);
      } else if (member.name == "sections") {
        read_sections(member.value);
      } else if (member.name != "format" && member.name != "about") {
        complain(
            member.value,
            fmt::format("\"{}\" is not part of a plan; it has format, about, for, reader, data, sections",
                        member.name));
      }
    }
    if (plan_.scope == DocumentScope::each_hospital && plan_.carries_comparison)
      complain(root,
               "a document for each hospital must not carry the comparison: it holds what the others said");
    if (!found_.empty()) return tl::unexpected(std::move(found_));
    return std::move(plan_);
  }

 private:
  void complain(const JsonNode& node, std::string what) {
    found_.push_back({.code = "document-plan",
                      .place = json_.place(node),
                      .what = std::move(what),
                      .why = "",
                      .remedy = "see docs/templates.md"});
    found_.back().place.file = json_.file();
  }

  void scope(const JsonNode& node) {
    if (node.text == "case") {
      plan_.scope = DocumentScope::whole_case;
    } else if (node.text == "each-hospital") {
      plan_.scope = DocumentScope::each_hospital;
    } else {
      complain(node, "a document is for \"case\" or \"each-hospital\"");
    }
  }

  void reader(const JsonNode& node) {
    if (node.text != "family" && node.text != "doctor")
      return complain(node, "a document's reader is a \"family\" or a \"doctor\"");
    plan_.reader = node.text == "doctor" ? Reader::doctor : Reader::family;
  }

  void data(const JsonNode& node) {
    if (node.text != "comparison" && node.text != "none")
      return complain(node, "a document carries \"comparison\" or \"none\"");
    plan_.carries_comparison = node.text == "comparison";
  }

  void read_sections(const JsonNode& node) {
    if (node.kind != JsonKind::array) return complain(node, "the sections are a list");
    for (const JsonNode& item : node.items) {
      const auto* const known = std::ranges::find(k_sections, item.text, &SectionName::name);
      if (known == std::end(k_sections)) {
        complain(item, fmt::format("there is no section \"{}\"; choose from {}", item.text, section_names()));
      } else if (std::ranges::find(plan_.sections, known->section) != plan_.sections.end()) {
        complain(item, fmt::format("\"{}\" stands twice", item.text));
      } else {
        plan_.sections.push_back(known->section);
      }
    }
  }

  const base::JsonDocument& json_;
  base::Diagnostics found_;
  DocumentPlan plan_;
};

}  // namespace

std::optional<double> DocumentPlan::chart_line(const model::LanguageTag& language) const {
  const auto* const own = typography ? typography->of(language) : nullptr;
  return own == nullptr ? std::nullopt : own->chart_line;
}

DocumentPlan DocumentPlan::everything() {
  DocumentPlan plan;
  for (const SectionName& entry : k_sections) {
    // What stands in a place of another, made for one document.
    const bool is_variant = entry.section == ViewSection::short_glossary ||
                            entry.section == ViewSection::medical_facts ||
                            entry.section == ViewSection::handover;
    if (entry.section != ViewSection::checklist && !is_variant) plan.sections.push_back(entry.section);
  }
  return plan;
}

base::Result<DocumentPlan> load_document_plan(const std::filesystem::path& folder, const std::string& name,
                                              const std::filesystem::path& locales) {
  const std::filesystem::path file = folder / name / "document.json";
  auto text = base::read_file(file);
  if (!text) return tl::unexpected(std::move(text.error()));
  const auto json = base::JsonDocument::parse(std::move(*text), file.string());
  if (!json) return tl::unexpected(json.error());
  auto plan = PlanReader(*json).read();
  if (!plan || std::ranges::find(plan->sections, ViewSection::checklist) == plan->sections.end()) return plan;
  auto lists = load_checklists(folder / name / "checklists.json", locales);
  if (!lists) return tl::unexpected(std::move(lists.error()));
  plan->checklists = std::make_shared<const Checklists>(std::move(*lists));
  return plan;
}

}  // namespace generator::report
