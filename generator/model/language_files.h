// The files that each language's folder holds under one name: locales/<tag>/words.json of every language.
#pragma once

#include <filesystem>
#include <map>
#include <string_view>

#include "generator/model/language.h"

namespace generator::model {

/// <folder>/<tag>/<name> of every language that has it, sorted by tag; nothing if there is no such folder.
/// Folders whose name is no language tag are passed over.
std::map<LanguageTag, std::filesystem::path> language_files(const std::filesystem::path& folder,
                                                            std::string_view name);

}  // namespace generator::model
