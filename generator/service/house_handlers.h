// What the service says of itself: whether it lives, whether it can work, and what it can do.
#pragma once

#include <string_view>

#include "generator/service/exchange.h"

namespace generator::service {

base::Result<Reply> get_health(const House& house, const Call& call);
/// Error: not-ready, with what is missing.
base::Result<Reply> get_readiness(const House& house, const Call& call);
base::Result<Reply> get_openapi(const House& house, const Call& call);
/// The published schema of case files, to which the OpenAPI document refers.
base::Result<Reply> get_case_schema(const House& house, const Call& call);

/// docs/schema/openapi.json, built in.
std::string_view openapi_text();

}  // namespace generator::service
