// From locales/<tag>/words.json to Words: JSON, then what each list must hold, every fault at its place, all
// of a folder at once. A list that is half understood would let a promise pass: a file with a fault is no
// words. What it may hold is published in docs/schema/words.schema.json.
#pragma once

#include <filesystem>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/model/words.h"

namespace generator::ingest {

/// Reads the text of one language's file; `name` is what diagnostics call it. Errors: json-*, words.
/// Thread-safe.
base::Result<model::LanguageWords> read_words(std::string text, const std::string& name,
                                              const model::LanguageTag& language);

/// Reads <folder>/<tag>/words.json of every language that has one. Errors: those of read_words and of reading
/// a file, of all languages.
base::Result<model::Words> read_words_folder(const std::filesystem::path& folder);

/// What the published schemas say of words.json and typography.json of every language, in their own words
/// (`consilium locales check`): a last look at files that their readers have taken.
base::Diagnostics check_language_schemas(const std::filesystem::path& folder);

}  // namespace generator::ingest
