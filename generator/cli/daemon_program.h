// consiliumd, which stands beside this program: `serve` and `token` are its work. Whoever makes a report need
// not load, nor trust, the code that speaks to the network and to the database.
#pragma once

#include <string>
#include <vector>

#include "generator/base/diagnostics.h"

namespace generator::cli {

/// Turns this process into consiliumd with the same arguments, the program's name first. Returns only if it
/// cannot: daemon-missing (machine).
base::Diagnostics become_daemon(const std::vector<std::string>& arguments);

}  // namespace generator::cli
