// Cases over HTTP: put, read, add to, erase, and what they were. Whatever comes in is checked as `consilium
// check` does before anything is kept.
#pragma once

#include "generator/service/exchange.h"

namespace generator::service {

/// Most of what can be wrong with a body has the status 422, each fault at its place.
base::Result<Reply> put_case(const House& house, const Call& call);
base::Result<Reply> get_case(const House& house, const Call& call);
base::Result<Reply> delete_case(const House& house, const Call& call);
base::Result<Reply> post_opinion(const House& house, const Call& call);
base::Result<Reply> post_estimate(const House& house, const Call& call);
base::Result<Reply> get_problems(const House& house, const Call& call);
base::Result<Reply> get_revisions(const House& house, const Call& call);
base::Result<Reply> get_revision(const House& house, const Call& call);

}  // namespace generator::service
