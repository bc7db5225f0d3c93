// The structure tree while it grows: nodes in document order, each knowing the language it ends up in, so
// that a language is written down only where it changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/typeset/pages.h"

namespace generator::typeset {

class StructureBuilder {
 public:
  /// Starts with the document node, index 0.
  explicit StructureBuilder(const model::LanguageTag& language);

  /// A new last child of `parent`.
  NodeIndex add(Role role, NodeIndex parent, const model::LanguageTag& language);
  StructureNode& operator[](NodeIndex index) { return nodes_[static_cast<std::size_t>(index)]; }
  NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }
  const model::LanguageTag& language_of(NodeIndex index) const {
    return languages_[static_cast<std::size_t>(index)];
  }
  std::vector<StructureNode> take() { return std::move(nodes_); }

 private:
  std::vector<StructureNode> nodes_;
  std::vector<model::LanguageTag> languages_;
};

/// Takes nodes [first, end), which are whole subtrees that no item belongs to, out of the structure.
void remove_nodes(Pages& pages, NodeIndex first, NodeIndex end);

/// The name of a role as ISO 32000-1 writes it ("TH").
std::string_view to_string(Role role);

}  // namespace generator::typeset
