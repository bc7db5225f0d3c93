#include "generator/base/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace generator::base {

tl::unexpected<Diagnostics> failure(Diagnostic diagnostic) {
  Diagnostics all;
  all.push_back(std::move(diagnostic));
  return tl::unexpected<Diagnostics>(std::move(all));
}

Diagnostic usage_fault(std::string code, std::string what, std::string remedy) {
  return {.code = std::move(code),
          .place = {},
          .what = std::move(what),
          .why = "",
          .remedy = std::move(remedy),
          .fault = Fault::usage};
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void append(Diagnostics& diagnostics, Diagnostics more) {
  diagnostics.insert(diagnostics.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
}

void sort_by_place(Diagnostics& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& d) {
    return std::tie(d.place.file, d.place.line, d.place.column);
  });
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "error";
}

std::string to_text(const Diagnostic& diagnostic) {
  const Place& place = diagnostic.place;
  std::string text = place.file;
  if (place.line > 0) text += fmt::format(":{}:{}", place.line, place.column);
  if (!text.empty()) text += ": ";
  text += fmt::format("{}: {}", to_string(diagnostic.severity), diagnostic.what);
  if (!diagnostic.why.empty()) text += "; " + diagnostic.why;
  if (!diagnostic.remedy.empty()) text += "; " + diagnostic.remedy;
  return text + fmt::format(" [{}]", diagnostic.code);
}

}  // namespace generator::base
