// What many tests ask of a text.
#pragma once

#include <string>
#include <string_view>

namespace generator::test {

inline bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace generator::test
