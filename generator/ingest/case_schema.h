// The published schemas of a case and of settings (docs/schema/, JSON Schema draft 7), and whether a file
// keeps to its own. The one adapter to valijson, which has the last word on the house's files; what the fault
// of a case is, and where, is said by SchemaExplainer, which valijson judges in the tests.
//
// A schema is parsed once a process, at the first use. Thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/base/json.h"

namespace generator::ingest {

enum class Published { case_file, settings, words, typography };

/// The schemas' own texts, built into the program.
std::string_view case_schema_text();
std::string_view settings_schema_text();
std::string_view words_schema_text();
std::string_view typography_schema_text();

/// The schema of a case as a tree, for those who explain it; that of the settings, for the names in it.
const base::JsonNode& case_schema();
const base::JsonDocument& settings_schema();

/// True if the value keeps to the schema.
bool keeps_to_schema(const base::JsonNode& value, Published schema = Published::case_file);

/// A fault in valijson's own words.
struct SchemaFault {
  std::string pointer;  ///< JSON Pointer to the value
  std::string description;
};

/// The deepest fault that valijson names, or nullopt if the value keeps to the schema.
std::optional<SchemaFault> deepest_schema_fault(const base::JsonNode& value,
                                                Published schema = Published::case_file);

/// What a published schema refuses of a file that its reader takes: the reader names all that it knows of, in
/// words; this is the last word, in valijson's. None, or one.
base::Diagnostics published_faults(const base::JsonDocument& file, Published schema, std::string code,
                                   std::string remedy);

}  // namespace generator::ingest
