// One text out of a JSON file, without the rest of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace generator::base {

/// The text of a member at the top of a JSON object, read no further than to its end; nullopt if there is
/// none before the file ends or is no JSON.
std::optional<std::string> text_at_top(std::string_view json, std::string_view member);

}  // namespace generator::base
