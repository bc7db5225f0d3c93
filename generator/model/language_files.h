// The files that each language's folder holds under one name: locales/<tag>/words.json of every language.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "generator/model/language.h"

namespace generator::model {

/// <folder>/<tag>/<name> of every language that has it, sorted by tag; nothing if there is no such folder.
/// Folders whose name is no language tag in its usual letters are passed over (stray_folders).
std::map<LanguageTag, std::filesystem::path> language_files(const std::filesystem::path& folder,
                                                            std::string_view name);

/// A folder beside those of languages that is none of them by its name, and the tag that it should bear: "TR"
/// and "tr_TR" are to be "tr". Nothing, if the name is like no tag.
struct StrayFolder {
  std::filesystem::path path;
  std::optional<LanguageTag> meant;
};

/// Sorted by path; folders whose name begins with a point are nobody's.
std::vector<StrayFolder> stray_folders(const std::filesystem::path& folder);

}  // namespace generator::model
