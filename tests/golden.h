// Texts that a person reads to see whether a change was meant, kept as files.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "generator/base/file.h"

namespace generator::test {

/// Empty if the text is the file's; else the first line that differs, with its number. With
/// CONSILIUM_REWRITE_GOLDENS=1 the file becomes the text, whose change is then read in the diff.
inline std::string difference_from_golden(const std::filesystem::path& golden, std::string_view text) {
  if (std::getenv("CONSILIUM_REWRITE_GOLDENS") != nullptr) {
    std::filesystem::create_directories(golden.parent_path());
    if (!base::write_file(golden, text)) return golden.string() + " cannot be written";
    return "";
  }
  const auto expected = base::read_file(golden);
  if (!expected) return golden.string() + " cannot be read; CONSILIUM_REWRITE_GOLDENS=1 writes it";
  if (*expected == text) return "";
  const auto [is, was] = std::ranges::mismatch(text, *expected);
  const auto at = static_cast<std::size_t>(is - text.begin());
  const auto line_at = [at](std::string_view whole) {
    const std::size_t begin = at == 0 ? 0 : whole.rfind('\n', std::min(at, whole.size()) - 1) + 1;
    return std::string(whole.substr(begin, whole.find('\n', at) - begin));
  };
  return golden.string() + ":" + std::to_string(1 + std::ranges::count(text.substr(0, at), '\n')) +
         ": was \"" + line_at(*expected) + "\", is \"" + line_at(text) +
         "\"; if that is meant, CONSILIUM_REWRITE_GOLDENS=1 rewrites it";
}

}  // namespace generator::test
