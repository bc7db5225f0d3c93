#include "generator/job/resources.h"

#include <cstdlib>

#include "generator/ingest/settings_reader.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

bool holds_resources(const fs::path& root) {
  std::error_code ignored;
  return fs::is_directory(root / "templates", ignored) && fs::is_directory(root / "locales", ignored) &&
         fs::is_regular_file(root / "fonts" / "fonts.json", ignored);
}

}  // namespace

base::Result<Resources> Resources::find(const std::optional<fs::path>& given) {
  const char* const home =
      std::getenv("CONSILIUM_HOME");  // NOLINT(concurrency-mt-unsafe): nothing here sets it
  if (given || home != nullptr) {
    fs::path root = given ? *given : fs::path(home);
    if (holds_resources(root)) return Resources{std::move(root), {}};
    return base::failure({.code = "resources-missing",
                          .place = {.file = root.string()},
                          .what = "this folder does not hold templates/, locales/ and fonts/fonts.json",
                          .why = "",
                          .remedy = "give the folder of a checkout or an installation",
                          .fault = base::Fault::machine});
  }
  // build/consilium in a checkout, or <prefix>/bin/consilium beside <prefix>/share/consilium.
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  for (fs::path folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
    for (const fs::path& root : {folder, folder / "share" / "consilium"}) {
      if (holds_resources(root)) return Resources{root, {}};
    }
  }
  return base::failure({.code = "resources-missing",
                        .place = {.file = program.string()},
                        .what = "templates/, locales/ and fonts/ were not found near the program",
                        .why = "",
                        .remedy = "set CONSILIUM_HOME to the folder that holds them",
                        .fault = base::Fault::machine});
}

base::Result<model::Settings> Resources::load_settings() const {
  return ingest::read_settings_file(root / "templates" / "settings.json");
}

}  // namespace generator::job
