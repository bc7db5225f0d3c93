// Entity tags and the conditions that name them (RFC 9110, section 13). A case's tag is its revision and the
// beginning of its digest, a report's the whole digest; ours are all strong.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/service/exchange.h"

namespace generator::service {

/// The tag of one revision, with its quotes.
std::string etag_of(const store::Revision& revision);

/// True if the list of tags in an If-Match field holds `etag`; weak tags never do.
bool matches_strongly(std::string_view field, std::string_view etag);

/// True if the list in an If-None-Match field holds `etag`, weak or strong, or is "*".
bool matches_weakly(std::string_view field, std::string_view etag);

/// Whether a change may overwrite.
enum class Overwrite { needs_match, freely };

/// What the caller believes to be there, from If-Match and If-None-Match, held against what is there
/// (`current`, if anything). Errors: precondition-failed, case-exists (an overwrite without If-Match).
base::Result<store::Expected> expectation(const Call& call, const std::optional<store::Revision>& current,
                                          Overwrite overwrite);

}  // namespace generator::service
