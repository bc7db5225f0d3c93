// Says in words, at the value's own place, how a file breaks the published schema. valijson judges; this
// walks the same schema beside the file and names one fault a place: a value of the wrong type is not also
// "empty", a misspelt member is not also "missing", and of several allowed forms only the one that was meant
// is held against the value.
#pragma once

#include "generator/base/json.h"

namespace generator::ingest {

/// The faults, in the order of the schema; empty if the file keeps to it. Codes: member-unknown,
/// member-missing, type-wrong, value-unknown, format-unknown, value-out-of-range, text-empty, text-too-long,
/// list-too-long, object-incomplete, and those of single values (date-malformed, decimal-malformed,
/// id-malformed, currency-malformed, country-malformed, language-malformed).
base::Diagnostics explain_schema_faults(const base::JsonDocument& document);

}  // namespace generator::ingest
