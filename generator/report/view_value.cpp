#include "generator/report/view_value.h"

#include <algorithm>

namespace generator::report {

const ViewValue* ViewValue::find(std::string_view name) const {
  const auto* members = std::get_if<Object>(&value);
  if (members == nullptr) return nullptr;
  const auto it = std::ranges::find(*members, name, &ViewMember::name);
  return it == members->end() ? nullptr : &it->value;
}

bool ViewValue::is_truthy() const {
  if (const auto* yes = std::get_if<bool>(&value)) return *yes;
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  if (const auto* items = std::get_if<List>(&value)) return !items->empty();
  return true;
}

}  // namespace generator::report
