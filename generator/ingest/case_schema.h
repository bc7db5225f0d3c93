// The published schema of a case (docs/schema/case.schema.json, JSON Schema draft 7), and whether a file
// keeps to it. The one adapter to valijson: it judges; SchemaExplainer says in words what the fault is and
// where.
//
// The schema is parsed once a process, at the first use. Thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/base/json.h"

namespace generator::ingest {

/// The schema's own text, built into the program.
std::string_view case_schema_text();

/// The schema as a tree, for those who explain it.
const base::JsonNode& case_schema();

/// True if the value keeps to the schema.
bool keeps_to_schema(const base::JsonNode& value);

/// A fault in valijson's own words.
struct SchemaFault {
  std::string pointer;  ///< JSON Pointer to the value
  std::string description;
};

/// The deepest fault that valijson names, or nullopt if the value keeps to the schema.
std::optional<SchemaFault> deepest_schema_fault(const base::JsonNode& value);

}  // namespace generator::ingest
