// The schema of a comparison's JSON, made of the members that the writer writes by (json_members.h).
#pragma once

#include <string>

namespace generator::compare::test {

/// JSON Schema draft-07, strict: nothing that is not described passes.
std::string comparison_schema();

}  // namespace generator::compare::test
