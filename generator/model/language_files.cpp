#include "generator/model/language_files.h"

#include <unicode/locid.h>

#include <algorithm>

namespace generator::model {
namespace {

/// The tag whose usual letters those are.
std::optional<LanguageTag> tag_of(const std::filesystem::path& folder) {
  const std::string name = folder.filename().string();
  auto tag = LanguageTag::parse(name);
  if (!tag || tag->text() != name) return std::nullopt;
  return tag;
}

/// Without what is likely anyhow (UTS #35): tr-TR is tr.
LanguageTag shortest(const LanguageTag& tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag.text(), status);
  locale.minimizeSubtags(status);
  const auto text = locale.toLanguageTag<std::string>(status);
  if (U_FAILURE(status)) return tag;
  return LanguageTag::parse(text).value_or(tag);
}

}  // namespace

std::map<LanguageTag, std::filesystem::path> language_files(const std::filesystem::path& folder,
                                                            std::string_view name) {
  std::map<LanguageTag, std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    std::filesystem::path file = entry.path() / name;
    if (!std::filesystem::exists(file, error)) continue;
    if (const auto tag = tag_of(entry.path())) files.emplace(*tag, std::move(file));
  }
  return files;
}

std::vector<StrayFolder> stray_folders(const std::filesystem::path& folder) {
  std::vector<StrayFolder> strays;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    std::string name = entry.path().filename().string();
    if (!entry.is_directory(error) || name.starts_with('.') || tag_of(entry.path())) continue;
    std::ranges::replace(name, '_', '-');
    auto meant = LanguageTag::parse(name);
    if (meant) meant = shortest(*meant);
    strays.push_back({entry.path(), std::move(meant)});
  }
  std::ranges::sort(strays, {}, &StrayFolder::path);
  return strays;
}

}  // namespace generator::model
