// The closed list of properties that a theme may set: their names, what values they take, and where they are
// kept. The reader and the style sheet both walk this one list.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "generator/document/theme.h"

namespace generator::document {

/// A number, its bounds, and whether it is a length in points (or a factor).
struct NumberProperty {
  std::optional<double> Properties::*where;
  double least = 0;
  double most = 0;
};
struct YesNoProperty {
  std::optional<bool> Properties::*where;
};
struct ColourProperty {
  std::optional<Colour> Properties::*where;
};
struct AlignProperty {
  std::optional<Align> Properties::*where;
};

struct PropertyRule {
  std::string_view name;  ///< in theme.json
  std::variant<NumberProperty, YesNoProperty, ColourProperty, AlignProperty> kind;
};

std::span<const PropertyRule> all_properties();

}  // namespace generator::document
