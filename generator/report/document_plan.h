// What a document is made of: templates/<name>/document.json. It names the sections of the view that the
// template may show, in the order in which it shows them, because sources are numbered as they come: a page
// of four rows does not begin with source 37.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/document/typography.h"
#include "generator/report/checklists.h"

namespace generator::report {

/// The parts of a view that a document chooses from; docs/view.md says what each holds.
enum class ViewSection {
  facts,
  medical_facts,  ///< of these, what a hospital needs: nothing of the family's wishes, or of who decides
  records,
  checklist,
  urgent,
  summary,
  handover,  ///< all that a doctor at home reads, in one table
  glance,    ///< the first page of the short report, and its other sections
  bring,
  beside,
  whole_cost,
  difference_table,
  cautions,
  short_questions,
  changes,
  options,
  preparations,
  costs,
  charts,
  expectations,
  calendar,
  differences,
  unknowns,
  flags,
  questions,
  first_questions,   ///< for one page
  doctor_questions,  ///< to the doctor at home
  coordination,
  glossary,
  short_glossary,  ///< the same, of the terms alone that are met
  sources
};

/// How many of a document a case has: one, or one for each hospital, which then holds nothing of the others.
enum class DocumentScope { whole_case, each_hospital };

/// In whose words a document speaks: "SD" to a doctor is "the illness stayed the same" to a family.
enum class Reader { family, doctor };

struct DocumentPlan {
  DocumentScope scope = DocumentScope::whole_case;
  Reader reader = Reader::family;
  /// Whether its PDF carries the comparison as JSON: not where a hospital would read what the others
  /// answered.
  bool carries_comparison = false;
  std::vector<ViewSection> sections;
  /// What the section `checklist` shows, from checklists.json beside the plan; there if the plan names it.
  std::shared_ptr<const Checklists> checklists = {};
  /// How languages are set: the lines of charts in them. None: as the house sets most.
  std::shared_ptr<const document::Typography> typography = {};

  /// From one line of a chart's words to the next, if the language has it otherwise than most.
  std::optional<double> chart_line(const model::LanguageTag& language) const;

  /// Every section but the checklist, in the order of the family comparison.
  static DocumentPlan everything();
};

/// Reads <folder>/<name>/document.json, and what it needs beside it; of a checklist, what each language under
/// `locales` calls its entries. Errors: file-missing, json-*, document-plan, checklist.
base::Result<DocumentPlan> load_document_plan(const std::filesystem::path& folder, const std::string& name,
                                              const std::filesystem::path& locales);

}  // namespace generator::report
