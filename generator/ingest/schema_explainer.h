// Holds a case against the published schema, and says in words, at the value's own place, how it breaks it,
// one fault a place: a value of the wrong type is not also "empty", a misspelt member not also "missing", and
// of several allowed forms only the one that was meant is held against the value.
//
// valijson would judge as well, and cost more than all else that is done to a case here, most of it for
// patterns that it compiles with std::regex. It judges this instead: tests hold that both refuse the same of
// all cases that there are, the fuzzer of any input, and a test that the schema has no keyword unknown here.
#pragma once

#include "generator/base/json.h"

namespace generator::ingest {

/// The faults, in the order of the schema; empty if the file keeps to it. Codes: member-unknown,
/// member-missing, type-wrong, value-unknown, format-unknown, value-out-of-range, text-empty, text-too-long,
/// list-too-long, object-incomplete, and those of single values (date-malformed, decimal-malformed,
/// id-malformed, currency-malformed, country-malformed, language-malformed).
base::Diagnostics explain_schema_faults(const base::JsonDocument& document);

}  // namespace generator::ingest
