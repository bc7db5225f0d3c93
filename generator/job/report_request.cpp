#include "generator/job/report_request.h"

#include <fmt/format.h>

#include <utility>

namespace generator::job {

std::string document_name(const ReportRequest& request) {
  return request.hospital.empty() ? request.document : request.document + '.' + request.hospital;
}

base::Diagnostic language_taken(const model::LanguageTag& wanted, const model::LanguageTag& taken,
                                base::Place place) {
  return {.code = "language-taken",
          .place = std::move(place),
          .what = fmt::format("for \"{}\" the locale \"{}\" is taken", wanted.text(), taken.text()),
          .why = "there is no locale with that very tag",
          .remedy = "name another with --lang, if those who read it would rather have that",
          .severity = base::Severity::note};
}

std::string language_name(const ReportRequest& request) {
  return request.beside ? request.language.text() + '+' + request.beside->text() : request.language.text();
}

std::optional<Format> parse_format(std::string_view name) {
  for (const Format format : {Format::pdf, Format::html, Format::json}) {
    if (name_of(format) == name) return format;
  }
  return std::nullopt;
}

std::string_view name_of(Format format) {
  switch (format) {
    case Format::pdf: return "pdf";
    case Format::html: return "html";
    case Format::json: return "json";
  }
  return {};
}

std::string_view media_type(Format format) {
  switch (format) {
    case Format::pdf: return "application/pdf";
    case Format::html: return "text/html; charset=utf-8";
    case Format::json: return "application/json";
  }
  return {};
}

std::optional<document::PageSize> parse_page(std::string_view name) {
  using enum document::PageSize;
  for (const document::PageSize page : {a4, letter, phone}) {
    if (name_of(page) == name) return page;
  }
  return std::nullopt;
}

std::string_view name_of(document::PageSize page) {
  switch (page) {
    case document::PageSize::a4: return "a4";
    case document::PageSize::letter: return "letter";
    case document::PageSize::phone: return "phone";
  }
  return {};
}

}  // namespace generator::job
