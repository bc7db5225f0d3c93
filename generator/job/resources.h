// Where a house keeps what its reports are made with, beside the program or in a folder of an agency's own.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/model/settings.h"

namespace generator::job {

/// Where the house keeps its data: folders with templates/, locales/, fonts/.
struct Resources {
  std::filesystem::path root;
  std::vector<std::filesystem::path> font_folders;  ///< an agency's own, looked in first

  /// The folder given, else $CONSILIUM_HOME, else where the program was built or installed.
  static base::Result<Resources> find(const std::optional<std::filesystem::path>& given);

  /// What the house has set (templates/settings.json). Errors: those of ingest::read_settings_file.
  base::Result<model::Settings> load_settings() const;
};

}  // namespace generator::job
