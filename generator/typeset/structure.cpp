#include "generator/typeset/structure.h"

namespace generator::typeset {

StructureBuilder::StructureBuilder(const model::LanguageTag& language) {
  StructureNode root;
  root.role = Role::document;
  nodes_.push_back(std::move(root));
  languages_.push_back(language);
}

NodeIndex StructureBuilder::add(Role role, NodeIndex parent, const model::LanguageTag& language) {
  const auto index = static_cast<NodeIndex>(nodes_.size());
  StructureNode node;
  node.role = role;
  node.parent = parent;
  if (language != language_of(parent)) node.language = language;
  nodes_.push_back(std::move(node));
  languages_.push_back(language);
  (*this)[parent].children.push_back(index);
  return index;
}

void remove_nodes(Pages& pages, NodeIndex first, NodeIndex end) {
  const NodeIndex count = end - first;
  const auto renumber = [&](NodeIndex& node) {
    if (node >= end) node -= count;
  };
  auto& nodes = pages.structure;
  nodes.erase(nodes.begin() + first, nodes.begin() + end);
  for (StructureNode& node : nodes) {
    std::erase_if(node.children, [&](NodeIndex child) { return child >= first && child < end; });
    for (NodeIndex& child : node.children) renumber(child);
    renumber(node.parent);
  }
  for (Page& page : pages.pages) {
    for (Item& item : page.items) std::visit([&](auto& any) { renumber(any.node); }, item);
    for (LinkArea& link : page.links) renumber(link.node);
  }
}

std::string_view to_string(Role role) {
  switch (role) {
    case Role::document: return "Document";
    case Role::section: return "Sect";
    case Role::h1: return "H1";
    case Role::h2: return "H2";
    case Role::h3: return "H3";
    case Role::paragraph: return "P";
    case Role::list: return "L";
    case Role::list_item: return "LI";
    case Role::label: return "Lbl";
    case Role::list_body: return "LBody";
    case Role::contents: return "TOC";
    case Role::contents_item: return "TOCI";
    case Role::reference: return "Reference";
    case Role::table: return "Table";
    case Role::table_head: return "THead";
    case Role::table_body: return "TBody";
    case Role::table_row: return "TR";
    case Role::header_cell: return "TH";
    case Role::data_cell: return "TD";
    case Role::caption: return "Caption";
    case Role::figure: return "Figure";
    case Role::note: return "Note";
    case Role::link: return "Link";
    case Role::span: return "Span";
    case Role::part: return "Span/Block";
  }
  return "";
}

}  // namespace generator::typeset
