// One report, from a case to bytes: the single way that the command line, the batch and the service all go.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/compare/comparison.h"
#include "generator/document/document.h"
#include "generator/document/theme.h"
#include "generator/job/leak_scan.h"
#include "generator/job/resources.h"
#include "generator/job/wording_list.h"
#include "generator/model/case.h"
#include "generator/pdf/pdf_writer.h"

namespace generator::job {

enum class Format { pdf, html, json };
std::optional<Format> parse_format(std::string_view name);
std::string_view name_of(Format format);
/// "application/pdf", "text/html; charset=utf-8", "application/json".
std::string_view media_type(Format format);

std::optional<document::PageSize> parse_page(std::string_view name);
std::string_view name_of(document::PageSize page);

/// What to make of a case. `document` is a template's name.
struct ReportRequest {
  std::string document = "family-comparison";
  std::string hospital = {};  ///< its id, of a document that is for each hospital
  model::LanguageTag language = {};
  std::optional<model::LanguageTag> beside = {};  ///< a second language, row by row beside the first
  Format format = Format::pdf;
  document::PageSize page = document::PageSize::a4;
  std::optional<model::Date> date = {};  ///< overrides the day on which the report speaks
  pdf::TextOrder text_order = pdf::TextOrder::visual;
};

/// "family-comparison", "clarification-questions.center-a": the document's name, and for whom it is.
std::string document_name(const ReportRequest& request);

/// "ar", "ar+en".
std::string language_name(const ReportRequest& request);

/// A report that was made. `faces` are those that set a PDF: name and SHA-256 of the file, sorted; empty
/// unless the report is released.
struct MadeReport {
  std::string bytes;
  std::vector<std::pair<std::string, std::string>> faces;
};

/// Loads templates, locales, theme and faces once and makes any number of reports, from any number of
/// threads.
class ReportMaker {
 public:
  explicit ReportMaker(Resources resources);
  ~ReportMaker();

  /// The hospitals that a document is made for, by their ids, in the comparison's order; one empty id if it
  /// is for the whole case. Error: document-unknown, and those of the template.
  base::Result<std::vector<std::string>> recipients(const compare::Comparison& comparison,
                                                    const std::string& document) const;

  /// What both PDF and HTML are made of: rendered, marked unless it is released, searched for leaks.
  base::Result<document::Document> document(const compare::Comparison& comparison, const LeakScan& secrets,
                                            const ReportRequest& request) const;

  /// Bytes of one report. A draft bears its mark whatever the template says. `secrets` is of the comparison's
  /// case. Errors: language-unknown, document-unknown, hospital-unknown, leak, and those of every stage.
  base::Result<std::string> make(const compare::Comparison& comparison, const LeakScan& secrets,
                                 const ReportRequest& request) const;

  /// The same report in several formats, in their order; what they share is made once. `request.format` is
  /// not used. A leak in one format refuses all.
  base::Result<std::vector<MadeReport>> make_each(const compare::Comparison& comparison,
                                                  const LeakScan& secrets, const ReportRequest& request,
                                                  std::span<const Format> formats) const;

  /// A page of the template markup as PDF or HTML (`consilium typeset`). `data` is JSON that a PDF carries,
  /// as a report carries its comparison; empty for none.
  base::Result<std::string> typeset_page(std::string_view markup, const std::string& file,
                                         const ReportRequest& request, std::string_view data = {}) const;

  /// The comparison of a case by the house's own settings. Errors: those of Resources::load_settings (the
  /// house's, Fault::machine) and of compare::compare_case.
  base::Result<compare::Comparison> compare(const model::Case& c, std::optional<model::Date> date = {}) const;

  /// The words that no report must hold. Errors: those of WordingList::load.
  base::Result<std::shared_ptr<const WordingList>> wording() const;

  /// Everything that is wrong with the settings, the locales, the list of words, and the words of catalogs
  /// and templates
  /// (`consilium locales check`).
  base::Diagnostics check_locales() const;

  /// Characters of each locale's texts that no face covers, and faces that are missing (`consilium fonts
  /// check`).
  base::Diagnostics check_fonts() const;

  std::vector<model::LanguageTag> languages() const;
  std::vector<std::string> documents() const;
  const Resources& resources() const;

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace generator::job
