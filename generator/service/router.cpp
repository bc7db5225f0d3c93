#include "generator/service/router.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <typeinfo>

#include "generator/base/code_points.h"
#include "generator/service/case_handlers.h"
#include "generator/service/house_handlers.h"
#include "generator/service/problem.h"
#include "generator/service/report_handlers.h"

namespace generator::service {
namespace {

using Parameters = std::map<std::string, std::string, std::less<>>;
using enum store::Scope;

constexpr std::array k_routes = {
    Route{"GET", "/healthz", std::nullopt, get_health},
    Route{"GET", "/readyz", std::nullopt, get_readiness},
    Route{"GET", "/openapi.json", std::nullopt, get_openapi},
    Route{"GET", "/case.schema.json", std::nullopt, get_case_schema},
    Route{"GET", "/v1/cases/{id}", read, get_case},
    Route{"PUT", "/v1/cases/{id}", write, put_case},
    Route{"DELETE", "/v1/cases/{id}", admin, delete_case},
    Route{"POST", "/v1/cases/{id}/opinions", write, post_opinion},
    Route{"POST", "/v1/cases/{id}/estimates", write, post_estimate},
    Route{"GET", "/v1/cases/{id}/problems", read, get_problems},
    Route{"GET", "/v1/cases/{id}/comparison", read, get_comparison},
    Route{"GET", "/v1/cases/{id}/revisions", read, get_revisions},
    Route{"GET", "/v1/cases/{id}/revisions/{number}", read, get_revision},
    Route{"GET", "/v1/cases/{id}/reports/{document}.{format}", read, get_report},
};

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (path.starts_with('/')) {
    path.remove_prefix(1);
    segments.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(segments.back().size());
  }
  return segments;
}

bool is_parameter(std::string_view pattern) {
  return pattern.starts_with('{') && pattern.ends_with('}');
}

std::string name_in(std::string_view parameter) {
  return std::string(parameter.substr(1, parameter.size() - 2));
}

bool match_segment(std::string_view pattern, const std::string& segment, Parameters& parameters) {
  if (segment.empty()) return false;
  if (const std::size_t joint = pattern.find("}.{"); joint != std::string_view::npos) {
    const std::size_t dot = segment.rfind('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == segment.size()) return false;
    parameters[name_in(pattern.substr(0, joint + 1))] = segment.substr(0, dot);
    parameters[name_in(pattern.substr(joint + 2))] = segment.substr(dot + 1);
    return true;
  }
  if (is_parameter(pattern)) {
    parameters[name_in(pattern)] = segment;
    return true;
  }
  return pattern == segment;
}

std::optional<Parameters> match(std::string_view pattern, std::string_view path) {
  const auto wanted = segments_of(pattern);
  const auto given = segments_of(path);
  if (wanted.size() != given.size()) return std::nullopt;
  Parameters parameters;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    // Decoded after the split, so that an encoded slash divides nothing.
    std::string segment;
    Poco::URI::decode(std::string(given[i]), segment);
    if (!match_segment(wanted[i], segment, parameters)) return std::nullopt;
  }
  return parameters;
}

/// A file of the house is none of the caller's: what is wrong with it is the machine's fault here, as it is
/// the input's where the house itself runs the program.
base::Diagnostics faults_of_house(base::Diagnostics diagnostics, const std::filesystem::path& root) {
  for (base::Diagnostic& d : diagnostics) {
    const auto within = std::filesystem::path(d.place.file).lexically_relative(root);
    const std::string part = within.empty() ? std::string() : within.begin()->string();
    const bool of_house = part == "templates" || part == "locales" || part == "fonts";
    if (of_house && d.severity == base::Severity::error) d.fault = base::Fault::machine;
  }
  return diagnostics;
}

Outcome refuse(const Call& call, std::string_view pattern, base::Diagnostics diagnostics) {
  Outcome outcome{
      .reply = problem_reply(call, diagnostics), .pattern = pattern, .diagnostics = {}, .token = {}};
  outcome.diagnostics = std::move(diagnostics);
  if (call.holder) outcome.token = call.holder->id;
  return outcome;
}

/// The holder of the call's token, or the challenge (RFC 6750) and why.
struct Challenge {
  std::string field;
  base::Diagnostics diagnostics;
};

std::optional<Challenge> authorise(const House& house, store::Scope scope, Call& call) {
  constexpr std::string_view k_realm = "Bearer realm=\"consilium\"";
  constexpr std::string_view k_scheme = "bearer ";
  const std::string field = call.header("Authorization").value_or("");
  const bool bearer = field.size() > k_scheme.size() &&
                      std::ranges::equal(field.substr(0, k_scheme.size()), k_scheme, {}, [](char c) {
                        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
                      });
  if (!bearer) {
    return Challenge{std::string(k_realm),
                     {base::usage_fault(
                         "token-required", "this needs a token",
                         "send the header Authorization: Bearer <token>; consilium token create makes one")}};
  }
  auto holder = store::TokenStore(house.database).authenticate(field.substr(k_scheme.size()));
  if (!holder) return Challenge{"", std::move(holder.error())};
  if (!*holder) {
    return Challenge{
        fmt::format("{}, error=\"invalid_token\"", k_realm),
        {base::usage_fault("token-invalid", "this token is not known, has expired, or was revoked",
                           "make a new one with consilium token create")}};
  }
  call.holder = std::move(**holder);
  if (call.holder->scopes.contains(scope)) return std::nullopt;
  return Challenge{fmt::format("{}, error=\"insufficient_scope\", scope=\"{}\"", k_realm, name_of(scope)),
                   {base::usage_fault(
                       "scope-missing",
                       fmt::format("this needs the scope {}, which the token does not have", name_of(scope)),
                       "use a token that has it")}};
}

/// A bug, or a library's exception that no adapter caught: the caller learns that it happened, the log where.
/// What the exception says stays out of both, for it may quote a case.
Outcome internal_error(const Call& call, std::string_view pattern, const std::string& type) {
  return refuse(call, pattern,
                {{.code = "internal-error",
                  .place = {},
                  .what = "the service has made a mistake",
                  .why = type,
                  .remedy = "report this with the request's id",
                  .fault = base::Fault::machine}});
}

Outcome run(const House& house, const Route& route, Call& call) try {
  if (route.scope) {
    if (auto challenge = authorise(house, *route.scope, call)) {
      Outcome outcome = refuse(call, route.pattern, std::move(challenge->diagnostics));
      if (!challenge->field.empty()) outcome.reply.headers.emplace_back("WWW-Authenticate", challenge->field);
      return outcome;
    }
  }
  base::Result<Reply> reply = route.handler(house, call);
  if (!reply) {
    const std::filesystem::path& root = house.maker->resources().root;
    return refuse(call, route.pattern, faults_of_house(std::move(reply.error()), root));
  }
  return {.reply = std::move(*reply),
          .pattern = route.pattern,
          .diagnostics = {},
          .token = call.holder ? call.holder->id : ""};
} catch (const std::exception& exception) {
  return internal_error(call, route.pattern, typeid(exception).name());
} catch (...) {
  return internal_error(call, route.pattern, "unknown");
}

/// Whether all that an answer may repeat of the target is UTF-8, as JSON must be.
bool is_text(const Call& call) {
  std::string path;
  Poco::URI::decode(call.path, path);
  return base::is_utf8(path) && std::ranges::all_of(call.query, [](const auto& parameter) {
           return base::is_utf8(parameter.first) && base::is_utf8(parameter.second);
         });
}

Outcome dispatch(const House& house, Call& call) {
  std::string allowed;
  std::string_view seen = "-";
  const std::string method = call.method == "HEAD" ? "GET" : call.method;
  for (const Route& route : k_routes) {
    auto parameters = match(route.pattern, call.path);
    if (!parameters) continue;
    if (route.method == method) {
      call.parameters = std::move(*parameters);
      return run(house, route, call);
    }
    seen = route.pattern;
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
    if (route.method == "GET") allowed += ", HEAD";
  }
  if (allowed.empty()) {
    return refuse(call, seen,
                  {base::usage_fault("route-missing", "there is nothing at this path", "see /openapi.json")});
  }
  Outcome outcome = refuse(call, seen,
                           {base::usage_fault("method-not-allowed", "this path does not take that method",
                                              fmt::format("use {}", allowed))});
  outcome.reply.headers.emplace_back("Allow", allowed);
  return outcome;
}

}  // namespace

std::span<const Route> routes() {
  return k_routes;
}

Outcome answer(const House& house, Call call) {
  try {
    if (!is_text(call)) {
      return refuse(
          call, "-",
          {base::usage_fault("request-target", "the path or the query is not UTF-8",
                             "encode its characters as UTF-8, then with percent signs (RFC 3986)")});
    }
    return dispatch(house, call);
  } catch (const Poco::SyntaxException&) {
    return refuse(
        call, "-",
        {base::usage_fault("request-target", "the path is badly encoded", "check its percent signs")});
  } catch (const std::exception& exception) {
    return internal_error(call, "-", typeid(exception).name());
  }
}

Reply json_reply(std::string body, int status) {
  return {.status = status, .media_type = "application/json", .headers = {}, .body = std::move(body)};
}

}  // namespace generator::service
