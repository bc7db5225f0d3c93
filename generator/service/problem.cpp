#include "generator/service/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "generator/base/json.h"

namespace generator::service {
namespace {

struct StatusOfCode {
  std::string_view code;
  int status;
};

/// Diagnostics with a status of their own; all others have that of their fault.
constexpr std::array k_statuses = {
    StatusOfCode{"request-target", 400},     StatusOfCode{"body-incomplete", 400},
    StatusOfCode{"query-unknown", 400},      StatusOfCode{"query-value", 400},
    StatusOfCode{"query-repeated", 400},     StatusOfCode{"token-required", 401},
    StatusOfCode{"token-invalid", 401},      StatusOfCode{"scope-missing", 403},
    StatusOfCode{"route-missing", 404},      StatusOfCode{"case-missing", 404},
    StatusOfCode{"revision-missing", 404},   StatusOfCode{"report-unknown", 404},
    StatusOfCode{"method-not-allowed", 405}, StatusOfCode{"length-required", 411},
    StatusOfCode{"case-changed", 412},       StatusOfCode{"precondition-failed", 412},
    StatusOfCode{"body-too-large", 413},     StatusOfCode{"media-type", 415},
    StatusOfCode{"case-exists", 428},        StatusOfCode{"not-ready", 503},
    StatusOfCode{"database-busy", 503},      StatusOfCode{"database-full", 507},
};

struct Title {
  int status;
  std::string_view text;
};
constexpr std::array k_titles = {
    Title{400, "Bad Request"},
    Title{401, "Unauthorized"},
    Title{403, "Forbidden"},
    Title{404, "Not Found"},
    Title{405, "Method Not Allowed"},
    Title{411, "Length Required"},
    Title{412, "Precondition Failed"},
    Title{413, "Content Too Large"},
    Title{415, "Unsupported Media Type"},
    Title{422, "Unprocessable Content"},
    Title{428, "Precondition Required"},
    Title{500, "Internal Server Error"},
    Title{503, "Service Unavailable"},
    Title{507, "Insufficient Storage"},
};

}  // namespace

int status_of(const base::Diagnostic& diagnostic) {
  const auto it = std::ranges::find(k_statuses, diagnostic.code, &StatusOfCode::code);
  if (it != k_statuses.end()) return it->status;
  switch (diagnostic.fault) {
    case base::Fault::input: return 422;
    case base::Fault::usage: return 400;
    case base::Fault::machine: return 500;
  }
  return 500;
}

std::string_view title_of(int status) {
  const auto it = std::ranges::find(k_titles, status, &Title::status);
  return it == k_titles.end() ? std::string_view("Error") : it->text;
}

Reply problem_reply(const Call& call, const base::Diagnostics& diagnostics) {
  const auto is_error = [](const base::Diagnostic& d) { return d.severity == base::Severity::error; };
  const auto first = std::ranges::find_if(diagnostics, is_error);
  const int status = first == diagnostics.end() ? 500 : status_of(*first);
  const auto errors = std::ranges::count_if(diagnostics, is_error);
  const std::string detail = errors == 1 ? first->what : fmt::format("{} errors; see diagnostics", errors);

  base::JsonWriter writer;
  writer.begin_object()
      .field("type", "about:blank")
      .field("title", title_of(status))
      .key("status")
      .integer(status)
      .field("detail", detail)
      .field("instance", "urn:consilium:request:" + call.id)
      .key("diagnostics")
      .begin_array();
  for (base::Diagnostic diagnostic : diagnostics) {
    if (diagnostic.fault == base::Fault::machine) {
      diagnostic.place = {};
      diagnostic.why.clear();
    }
    base::write(writer, diagnostic);
  }
  writer.end_array().end_object();

  Reply reply{
      .status = status, .media_type = "application/problem+json", .headers = {}, .body = writer.take()};
  if (status == 503) reply.headers.emplace_back("Retry-After", "10");
  return reply;
}

}  // namespace generator::service
