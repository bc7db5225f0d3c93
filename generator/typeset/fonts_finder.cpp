#include "generator/typeset/fonts_finder.h"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <system_error>
#include <utility>

namespace generator::typeset {
namespace {

struct Destroy {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcObjectSet* objects) const { FcObjectSetDestroy(objects); }
  void operator()(FcFontSet* fonts) const { FcFontSetDestroy(fonts); }
};
template <typename T>
using Owned = std::unique_ptr<T, Destroy>;

std::map<std::string, std::filesystem::path> list_installed() {
  std::map<std::string, std::filesystem::path> found;
  const Owned<FcConfig> config(FcInitLoadConfigAndFonts());
  const Owned<FcPattern> any(FcPatternCreate());
  const Owned<FcObjectSet> wanted(FcObjectSetBuild(FC_FILE, nullptr));
  if (!config || !any || !wanted) return found;
  const Owned<FcFontSet> fonts(FcFontList(config.get(), any.get(), wanted.get()));
  if (!fonts) return found;
  for (int i = 0; i < fonts->nfont; ++i) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &file) != FcResultMatch) continue;
    const std::filesystem::path path(reinterpret_cast<const char*>(file));
    // Of two files of one name take the same one on every run, whatever order they are listed in.
    auto [place, is_new] = found.try_emplace(path.filename().string(), path);
    if (!is_new && path < place->second) place->second = path;
  }
  return found;
}

}  // namespace

FontFinder::FontFinder(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

std::optional<std::filesystem::path> FontFinder::find(const std::string& file_name) const {
  for (const std::filesystem::path& folder : folders_) {
    std::error_code error;
    std::filesystem::path path = folder / file_name;
    if (std::filesystem::is_regular_file(path, error)) return path;
  }
  std::call_once(listed_, [this] { installed_ = list_installed(); });
  const auto place = installed_.find(file_name);
  if (place == installed_.end()) return std::nullopt;
  return place->second;
}

}  // namespace generator::typeset
