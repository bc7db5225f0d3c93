// The rules of the markup: which elements there are, what each may hold, and what its attributes may say. One
// place, so that docs/templates.md, the reader and both outputs mean the same.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "generator/document/document.h"
#include "generator/document/markup_scanner.h"

namespace generator::document {

/// Where elements stood in the text, in bytes.
using MarkupOffsets = std::unordered_map<const Element*, std::size_t>;

/// A set of elements.
class TagSet {
 public:
  constexpr TagSet() = default;
  constexpr TagSet(std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) bits_ |= bit(tag);
  }
  constexpr bool holds(Tag tag) const { return (bits_ & bit(tag)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr TagSet operator|(TagSet a, TagSet b) {
    a.bits_ |= b.bits_;
    return a;
  }
  friend constexpr TagSet operator-(TagSet a, TagSet b) {
    a.bits_ &= ~b.bits_;
    return a;
  }

 private:
  static constexpr std::uint64_t bit(Tag tag) { return std::uint64_t{1} << static_cast<unsigned>(tag); }
  std::uint64_t bits_ = 0;
};

/// a, strong, em, span, br: what stands in a line of text.
inline constexpr TagSet k_inline_tags = {Tag::a, Tag::strong, Tag::em, Tag::span, Tag::br};
/// What may stand in body.
inline constexpr TagSet k_body_tags = {Tag::section, Tag::h1,     Tag::h2,    Tag::h3,
                                       Tag::p,       Tag::ul,     Tag::ol,    Tag::dl,
                                       Tag::table,   Tag::figure, Tag::aside, Tag::details};

/// The element of that name; "title" is a drawing's (the page's own stands in <head>).
std::optional<Tag> parse_tag(std::string_view name);
/// The elements that `parent` may hold.
TagSet content_of(Tag parent);
/// True if text may stand directly in it.
bool holds_text(Tag tag);
/// "p, ul, li" for messages.
std::string names_of(TagSet tags);

/// Checks one attribute and puts it into the element; adds a finding if the element knows no such attribute
/// or it cannot hold that value.
void apply_attribute(Element& element, const MarkupAttribute& attribute, MarkupFindings& findings);

/// Checks that a start tag has the attributes that its element needs.
void check_required(Tag tag, const MarkupToken& token, MarkupFindings& findings);

/// Checks what can only be seen of a whole element: the order of a table's or a list's parts, words where
/// there must be some. `offsets` holds the element and, of a table, its rows and cells.
void check_whole(Element& element, const MarkupOffsets& offsets, MarkupFindings& findings);

/// A decimal number such as "12.5", without exponent, within +-100000.
std::optional<double> parse_number(std::string_view text);

}  // namespace generator::document
