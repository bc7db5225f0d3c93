// From inline markup to the characters of one paragraph. Elements become style and language spans; a change
// of direction becomes an isolate (UAX #9, 2.4); br becomes U+2028.
//
// Each span's owner is the structure node that its text belongs to: the block's own node, a Link for an a, a
// Span for a change of language. Where a block with such parts holds right-to-left text, its own text gets
// Span nodes too: replacement text (/ActualText) may stand only on nodes without children.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/document/document.h"
#include "generator/document/typography.h"
#include "generator/typeset/paragraph.h"
#include "generator/typeset/structure.h"
#include "generator/typeset/style.h"

namespace generator::typeset {

/// A place to click, known by the nodes whose text it holds.
struct Hyperlink {
  NodeIndex node = -1;                      ///< the Link
  std::string target;                       ///< as in a's href
  std::string contents;                     ///< its text
  std::optional<TextStyle> page_reference;  ///< of the page number asked for at the end of its line
};

/// Every owner inside a link, with the link. Several owners may share one.
using Hyperlinks = std::map<NodeIndex, Hyperlink>;

/// What a paragraph is made in: the block around it.
struct InlineContext {
  NodeIndex owner = 0;
  model::LanguageTag language;
  model::Direction direction = model::Direction::left_to_right;
  Style style;
};

class InlineCollector {
 public:
  InlineCollector(const StyleResolver& styles, StructureBuilder& structure, Hyperlinks& links,
                  const document::Typography& typography)
      : styles_(styles), structure_(structure), links_(links), typography_(typography) {}

  /// The characters of consecutive inline nodes; empty if there is nothing but white space. Ids met on the
  /// way are added to `ids`.
  InlineContent collect(const std::vector<const document::Node*>& nodes, const InlineContext& context,
                        std::vector<std::string>& ids);

 private:
  struct State;
  void add_nodes(State& state, const std::vector<const document::Node*>& nodes, const InlineContext& context,
                 const Hyperlink* link);
  void add_element(State& state, const document::Element& element, const InlineContext& context,
                   const Hyperlink* link);
  void add_text(State& state, std::string_view text, const InlineContext& context, const Hyperlink* link);

  /// The node for text that stands directly in the context's.
  NodeIndex owner_of_text(State& state, const InlineContext& context, const Hyperlink* link);

  const StyleResolver& styles_;
  StructureBuilder& structure_;
  Hyperlinks& links_;
  const document::Typography& typography_;
};

/// True for the elements that stand inside a line.
bool is_inline(document::Tag tag);
/// All text below an element, in order; br as a space.
std::string plain_text(const document::Element& element);
/// The direction of an element's content: dir, else that of lang, else the one around it.
model::Direction direction_of(const document::Element& element, model::Direction around);
/// True if any character is strongly right-to-left (bidi class R or AL).
bool has_right_to_left(std::u16string_view text);
std::u16string to_utf16(std::string_view text);
std::string to_utf8(std::u16string_view text);

}  // namespace generator::typeset
