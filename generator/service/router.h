// The routes, in one table, and the way of a call through it: route, token, scope, handler, problem.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "generator/service/exchange.h"

namespace generator::service {

/// `pattern` is a path whose segments may be `{name}` or `{name}.{name}`, written as in the OpenAPI document.
/// HEAD is answered wherever GET is.
struct Route {
  std::string_view method;
  std::string_view pattern;
  std::optional<store::Scope> scope;  ///< none: open to everybody
  Handler handler;
};

std::span<const Route> routes();

/// What became of a call: the answer, and what the log may tell of it.
struct Outcome {
  Reply reply;
  std::string_view pattern = "-";  ///< of the route; "-" if there was none
  base::Diagnostics diagnostics;   ///< why it failed
  std::string token;               ///< id of the caller's token; empty if none was asked for
};

/// Answers a call. `call.parameters` and `call.holder` are set on the way. Never throws.
Outcome answer(const House& house, Call call);

}  // namespace generator::service
