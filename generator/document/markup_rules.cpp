#include "generator/document/markup_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace generator::document {
namespace {

constexpr auto k_tag_count = static_cast<std::size_t>(Tag::text) + 1;

constexpr TagSet k_lists = {Tag::ul, Tag::ol, Tag::dl};
constexpr TagSet k_flow = TagSet{Tag::p, Tag::figure} | k_lists | k_inline_tags;
constexpr TagSet k_shapes = {Tag::g, Tag::rect, Tag::line, Tag::path, Tag::text};

}  // namespace

std::optional<Tag> parse_tag(std::string_view name) {
  for (std::size_t i = 0; i < k_tag_count; ++i) {
    if (name_of(static_cast<Tag>(i)) == name) return static_cast<Tag>(i);
  }
  return std::nullopt;
}

TagSet content_of(Tag parent) {
  switch (parent) {
    case Tag::section: return k_body_tags;
    case Tag::aside: return (k_body_tags - TagSet{Tag::section, Tag::aside, Tag::h1}) | k_inline_tags;
    case Tag::details:
      return (k_body_tags - TagSet{Tag::section, Tag::details, Tag::h1}) | TagSet{Tag::summary} |
             k_inline_tags;
    case Tag::summary: return TagSet{Tag::h2, Tag::h3} | k_inline_tags;
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::p:
    case Tag::dt:
    case Tag::caption:
    case Tag::figcaption:
    case Tag::strong:
    case Tag::em:
    case Tag::span: return k_inline_tags;
    case Tag::a: return k_inline_tags - TagSet{Tag::a};
    case Tag::ul:
    case Tag::ol: return {Tag::li};
    case Tag::dl: return {Tag::dt, Tag::dd};
    case Tag::li:
    case Tag::dd:
    case Tag::td: return k_flow;
    case Tag::th: return TagSet{Tag::p, Tag::ul, Tag::ol} | k_inline_tags;
    case Tag::table: return {Tag::caption, Tag::thead, Tag::tbody};
    case Tag::thead:
    case Tag::tbody: return {Tag::tr};
    case Tag::tr: return {Tag::th, Tag::td};
    case Tag::figure: return {Tag::svg, Tag::table, Tag::figcaption};
    case Tag::svg: return k_shapes | TagSet{Tag::title};
    case Tag::g: return k_shapes;
    case Tag::br:
    case Tag::title:
    case Tag::rect:
    case Tag::line:
    case Tag::path:
    case Tag::text: return {};
  }
  return {};
}

bool holds_text(Tag tag) {
  return tag == Tag::title || tag == Tag::text || content_of(tag).holds(Tag::span);
}

std::string names_of(TagSet tags) {
  std::string names;
  for (std::size_t i = 0; i < k_tag_count; ++i) {
    const auto tag = static_cast<Tag>(i);
    if (!tags.holds(tag)) continue;
    if (!names.empty()) names += ", ";
    names += name_of(tag);
  }
  return names;
}

}  // namespace generator::document
