// One report, from a dossier to bytes: the single way that the command line, the batch and the service all
// go.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/document/document.h"
#include "generator/job/dossier.h"
#include "generator/job/loaded_house.h"
#include "generator/job/report_request.h"
#include "generator/job/resources.h"

namespace generator::job {

/// A report that was made. `faces` are those that set a PDF: name and SHA-256 of the file, sorted; empty
/// unless the report is released.
struct MadeReport {
  std::string bytes;
  std::vector<std::pair<std::string, std::string>> faces = {};
};

/// How a case is opened from files.
struct Opening {
  std::optional<model::Date> date = {};             ///< overrides the day on which the report speaks
  std::optional<std::filesystem::path> since = {};  ///< an earlier revision, to say what changed
};

/// Opens cases and makes any number of reports of them, by what the house keeps, from any number of threads.
class ReportMaker {
 public:
  explicit ReportMaker(Resources resources) : house_(std::move(resources)) {}

  /// Reads a case with the house's own words: from its file with the letters beside it, or from a text, with
  /// those that stand in it. Errors: those of ReadCase, and of LoadedHouse::lexicon.
  base::Result<ReadCase> read_case_file(const std::filesystem::path& file) const;
  base::Result<ReadCase> read_case(std::string text, std::string name) const;

  /// A case by the house's own settings and words. Errors: those of Resources::load_settings, of
  /// LoadedHouse::lexicon, of read_earlier, and of Dossier::open.
  base::Result<Dossier> open(ReadCase now, const Opening& how = {}) const;

  /// With an earlier revision of the same case that is at hand. Errors: as above.
  base::Result<Dossier> open(ReadCase now, ReadCase earlier) const;

  /// The hospitals that a document is made for, by their ids, in the comparison's order; one empty id if it
  /// is for the whole case. Error: report-unknown, and those of the template.
  base::Result<std::vector<std::string>> recipients(const Dossier& dossier,
                                                    const std::string& document) const;

  /// Whether the document can be had in the format at all, whatever the case. Errors: format-unknown, and
  /// those of the template.
  base::Result<void> has_form(const std::string& document, Format format) const;

  /// What both PDF and HTML are made of: rendered, marked unless it is released, searched for leaks.
  base::Result<document::Document> document(const Dossier& dossier, const ReportRequest& request) const;

  /// Bytes of one report. A draft bears its mark whatever the template says. Errors: language-unknown,
  /// report-unknown, hospital-unknown, format-unknown, those of every stage, and leak; explained by the
  /// dossier.
  base::Result<std::string> make(const Dossier& dossier, const ReportRequest& request) const;

  /// The same report in several formats, in their order; what they share is made once. `request.format` is
  /// not used. A leak in one format refuses all.
  base::Result<std::vector<MadeReport>> make_each(const Dossier& dossier, const ReportRequest& request,
                                                  std::span<const Format> formats) const;

  /// A page of the template markup as PDF or HTML (`consilium typeset`). `data` is JSON that a PDF carries,
  /// as a report carries its comparison; empty for none.
  base::Result<std::string> typeset_page(std::string_view markup, const std::string& file,
                                         const ReportRequest& request, std::string_view data = {}) const;

  const LoadedHouse& house() const { return house_; }
  const Resources& resources() const { return house_.resources(); }
  std::vector<model::LanguageTag> languages() const { return house_.languages(); }
  base::Result<model::LanguageTag> locale_for(const model::LanguageTag& wanted) const {
    return house_.locale_for(wanted);
  }
  std::vector<std::string> documents() const { return house_.documents(); }

 private:
  base::Result<Dossier> open(ReadCase now, std::optional<ReadCase> earlier,
                             std::optional<model::Date> date) const;

  LoadedHouse house_;
};

}  // namespace generator::job
