// The program's own version, the one that it says everywhere: --version, /healthz, the Creator of a PDF, the
// record of a release.
#pragma once

#include <string_view>

namespace generator::base {

/// "0.2.0" of a release; "0.2.0+3f9a12c45d" of a checkout between releases, by its commit, and with
/// "-changed" behind it if files differ from that (Semantic Versioning 2.0.0, 10).
std::string_view program_version();

}  // namespace generator::base
