// locales/matching.json: which language may stand in for which, one by one, each with its reason. Read
// strictly.
#pragma once

#include <filesystem>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/model/language.h"

namespace generator::locale {

/// In the order of the file. Errors, each at its place: matching-shape, and those of reading.
base::Result<std::vector<model::StandIn>> load_stand_ins(const std::filesystem::path& file);

}  // namespace generator::locale
