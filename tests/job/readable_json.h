// JSON as a person reads it: one line for whatever fits on one, indented names for the rest, no quotes and no
// brackets. It leaves nothing out, so a golden of it holds every value.
#pragma once

#include <string>

#include "generator/base/json.h"

namespace generator::job::test {

/// Code points, near enough for a line's length.
inline std::size_t width_of(const std::string& text) {
  std::size_t width = 0;
  for (const char c : text) width += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
  return width;
}

inline std::string in_one_line(const base::JsonNode& node) {
  std::string text;
  switch (node.kind) {
    case base::JsonKind::array:
      for (const base::JsonNode& item : node.items) text += (text.empty() ? "" : " | ") + in_one_line(item);
      return '[' + text + ']';
    case base::JsonKind::object:
      for (const base::JsonMember& member : node.members)
        text += (text.empty() ? "" : ", ") + member.name + ' ' + in_one_line(member.value);
      return '{' + text + '}';
    case base::JsonKind::null:
    case base::JsonKind::boolean:
    case base::JsonKind::number:
    case base::JsonKind::string: break;
  }
  return node.text;
}

inline void write_readable(const base::JsonNode& node, const std::string& name, std::size_t depth,
                           std::string& out) {
  constexpr std::size_t k_line = 140;
  const std::string line = std::string(2 * depth, ' ') + name + ' ' + in_one_line(node);
  const bool is_leaf = node.kind != base::JsonKind::array && node.kind != base::JsonKind::object;
  if (is_leaf || width_of(line) <= k_line) {
    out += line + '\n';
    return;
  }
  out += std::string(2 * depth, ' ') + name + '\n';
  for (const base::JsonNode& item : node.items) write_readable(item, "-", depth + 1, out);
  for (const base::JsonMember& member : node.members)
    write_readable(member.value, member.name, depth + 1, out);
}

inline std::string readable(const base::JsonNode& root) {
  std::string out;
  for (const base::JsonMember& member : root.members) write_readable(member.value, member.name, 0, out);
  return out;
}

}  // namespace generator::job::test
