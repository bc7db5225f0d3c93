// What is asked for: which document of a case, for whom, in which language or two, on which page, as what.
// Plain values, and their names on the command line, in HTTP, in records and in the names of files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/document/theme.h"
#include "generator/model/date.h"
#include "generator/model/language.h"
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

  bool operator==(const ReportRequest&) const = default;
};

/// "family-comparison", "clarification-questions.center-a": the document's name, and for whom it is.
std::string document_name(const ReportRequest& request);

/// The note that says which locale was taken for a language that somebody asked for, or that a family reads.
base::Diagnostic language_taken(const model::LanguageTag& wanted, const model::LanguageTag& taken,
                                base::Place place);

/// "ar", "ar+en".
std::string language_name(const ReportRequest& request);

}  // namespace generator::job
