// What a document says, block by block, worked out from the document alone: what its pages must show.
#pragma once

#include <unicode/umachine.h>

#include <compare>
#include <set>
#include <string>
#include <vector>

#include "generator/document/document.h"
#include "generator/document/theme.h"
#include "generator/typeset/pages.h"

namespace generator::typeset::test {

/// True for what is seen or heard: all but white space and characters that only order or join others.
bool is_said(UChar32 character);

/// One character with what the structure must tell of it. `link` counts the links of the document, from 1.
struct Said {
  UChar32 character = 0;
  std::string language;
  std::size_t link = 0;
  auto operator<=>(const Said&) const = default;
};
using Sayings = std::vector<Said>;

/// Its beginning, for messages.
std::string shown(const Sayings& text);

/// A piece of text that stands by itself: a paragraph, a marker, the texts of a drawing.
struct ExpectedBlock {
  std::vector<Role> path;  ///< from the document's child down to the node that holds it
  std::size_t line = 0;    ///< in the markup
  Sayings text;
  bool plain = true;  ///< read from left to right throughout: lines show it as it is
  bool in_row = false;
};

struct ExpectedText {
  std::vector<ExpectedBlock> blocks;
  std::vector<std::string> headings;
  std::vector<std::string> ids;
  std::set<std::size_t> links;  ///< those that show something
};

/// The pages tell which parts a short document leaves out, and the numbers of pages that the text asks for.
ExpectedText expected_text(const document::Document& document, const Pages& pages,
                           const document::Theme& theme);

}  // namespace generator::typeset::test
