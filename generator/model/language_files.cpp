#include "generator/model/language_files.h"

namespace generator::model {

std::map<LanguageTag, std::filesystem::path> language_files(const std::filesystem::path& folder,
                                                            std::string_view name) {
  std::map<LanguageTag, std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    std::filesystem::path file = entry.path() / name;
    if (!std::filesystem::exists(file, error)) continue;
    if (const auto tag = LanguageTag::parse(entry.path().filename().string()))
      files.emplace(*tag, std::move(file));
  }
  return files;
}

}  // namespace generator::model
