// From a comparison to a Document: the view (sentences chosen, figures formatted), the template rendered with
// it, and the markup read back.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/compare/comparison.h"
#include "generator/document/document.h"
#include "generator/locale/catalog.h"
#include "generator/report/document_plan.h"
#include "generator/report/source_book.h"

namespace generator::report {

/// A document's kind: a folder under templates/ ("family-comparison"), loaded and checked once. Immutable.
class Template {
 public:
  /// Reads <folder>/<name>/report.mustache and its partials (<folder>/partials/*.mustache), and the plan
  /// beside it (document_plan.h). Errors, with file and line: document-plan, template-missing,
  /// template-syntax, template-raw ({{{ and {{& are refused); checklist.
  /// `locales`: the folder of all languages, for the texts of a checklist. `typography`: how languages are
  /// set; none if it is null.
  static base::Result<std::shared_ptr<const Template>> load(
      const std::filesystem::path& folder, const std::string& name, const std::filesystem::path& locales,
      std::shared_ptr<const document::Typography> typography = nullptr);
  virtual ~Template() = default;
  virtual const DocumentPlan& plan() const = 0;
  /// Renders for one language; `option` is the hospital that a document for each hospital is for; sources are
  /// numbered on from those of `book`. Errors: template-unknown-name (a name that the view does not hold),
  /// markup errors.
  virtual base::Result<document::Document> render(const compare::Comparison& comparison,
                                                  const locale::Catalog& catalog,
                                                  std::optional<std::size_t> option = std::nullopt,
                                                  const SourceBook& book = {}) const = 0;
  /// The numbers of the sources in several languages of one report, alike in all of them.
  virtual SourceBook number_sources(const compare::Comparison& comparison,
                                    const std::vector<const locale::Catalog*>& languages,
                                    std::optional<std::size_t> option) const = 0;
  /// Findings about a rendered document, placed where the template wrote what they are about.
  virtual base::Diagnostics explain(const compare::Comparison& comparison, const locale::Catalog& catalog,
                                    base::Diagnostics found,
                                    std::optional<std::size_t> option = std::nullopt) const = 0;
  /// The markup that `render` reads back, for template authors and goldens.
  virtual base::Result<std::string> markup(const compare::Comparison& comparison,
                                           const locale::Catalog& catalog,
                                           std::optional<std::size_t> option = std::nullopt) const = 0;
};

/// Names of the templates under `folder`, sorted: its folders with a report.mustache.
std::vector<std::string> available_templates(const std::filesystem::path& folder);

}  // namespace generator::report
