// Renders a template's pieces with a view: the one adapter to kainjow's Mustache. Text is escaped always.
//
// Immutable; rendering may go on in any number of threads at once.
#pragma once

#include <memory>
#include <string>

#include "generator/document/document.h"
#include "generator/model/language.h"
#include "generator/report/template_source.h"

namespace generator::report {

class TemplateRenderer {
 public:
  /// Error: template-syntax, where the library refuses what TemplateSource let pass.
  static base::Result<std::shared_ptr<const TemplateRenderer>> make(TemplateSource source);
  ~TemplateRenderer();

  /// The markup. Errors: template-unknown-name, template-not-text.
  base::Result<std::string> markup(const ViewValue& view) const;
  /// The markup, read back. Markup errors are placed where the template wrote what is wrong.
  base::Result<document::Document> document(const ViewValue& view, const model::LanguageTag& language) const;
  /// Findings about the rendered markup, placed where the template wrote what they are about; those that
  /// name no line stay as they are.
  base::Diagnostics explain(const ViewValue& view, base::Diagnostics found) const;

 private:
  struct Parsed;
  TemplateRenderer(TemplateSource source, std::unique_ptr<Parsed> parsed);

  TemplateSource source_;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace generator::report
