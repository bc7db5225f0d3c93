// The edition of the house: a digest of what, beside the case, determines a report's bytes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace generator::service {

/// Over the program file (its size and time), and over templates/, locales/ and fonts/ below `root` and the
/// agency's own font folders (the content of text files, the size and time of fonts). Faces that fontconfig
/// finds elsewhere are not in it: a report that was made before their update stays as it was.
std::string edition_of(const std::filesystem::path& root,
                       const std::vector<std::filesystem::path>& font_folders);

}  // namespace generator::service
