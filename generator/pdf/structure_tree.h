// The logical structure of the document (ISO 32000-1, 14.7 and 14.8; ISO 14289-1): an element for each node
// of Pages::structure, tied to the marked content and the links that belong to it, and the trees that lead
// back from content to elements and from ids to elements.
#pragma once

#include <string>
#include <vector>

#include "generator/pdf/content_writer.h"
#include "generator/pdf/haru_document.h"
#include "generator/typeset/pages.h"

namespace generator::pdf {

/// A link annotation as the structure sees it. Its key in the parent tree follows those of the pages.
struct PlacedLink {
  typeset::NodeIndex node = typeset::k_artifact;
  std::size_t page = 0;
  Object annotation;
};

class StructureTree {
 public:
  StructureTree(const typeset::Pages& pages, HaruDocument& document);

  /// Writes all elements; call once. The result is the structure tree root.
  Object write(const std::vector<Object>& page_objects, const std::vector<PageContent>& contents,
               const std::vector<PlacedLink>& links);

 private:
  /// Marked content of a node.
  struct Stretch {
    std::size_t page = 0;
    std::size_t identifier = 0;
    std::size_t order = 0;  ///< in the whole document
  };
  void collect(const std::vector<PageContent>& contents);
  std::string element(std::size_t node, const std::vector<Object>& page_objects) const;
  std::string kids(std::size_t node, const std::vector<Object>& page_objects) const;
  std::string attributes(std::size_t node) const;
  std::string parent_tree(const std::vector<PageContent>& contents,
                          const std::vector<PlacedLink>& links) const;
  std::string id_tree() const;
  std::string id_of(std::size_t node) const;

  const typeset::Pages& pages_;
  HaruDocument& document_;
  Object root_;
  std::vector<Object> elements_;
  std::vector<std::vector<Stretch>> stretches_;  ///< by node, in reading order
  std::vector<std::string> link_kids_;           ///< by node: references to its annotations
  std::vector<std::size_t> first_;               ///< by node: order of the first content in its subtree
};

}  // namespace generator::pdf
