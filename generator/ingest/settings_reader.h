// From templates/settings.json to Settings: JSON, then what it must hold, each fault in words at its place,
// all at once. Nothing is guessed and nothing is mended: a file with a fault is no settings.
#pragma once

#include <filesystem>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/model/settings.h"

namespace generator::ingest {

/// Reads the text of a settings file; `name` is what diagnostics call it. Errors: json-*, settings.
/// Thread-safe.
base::Result<model::Settings> read_settings(std::string text, const std::string& name);

/// Errors: those of read_settings, and of reading a file.
base::Result<model::Settings> read_settings_file(const std::filesystem::path& path);

/// What the published schema (docs/schema/settings.schema.json) refuses of a file that read_settings takes:
/// for `consilium locales check`; to compile the schema costs a report more than to read the settings.
base::Diagnostics check_settings_schema(const std::filesystem::path& path);

}  // namespace generator::ingest
