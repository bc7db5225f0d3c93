#include "generator/pdf/structure_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "generator/pdf/figure_box.h"
#include "generator/pdf/pdf_syntax.h"
#include "generator/pdf/structure_types.h"

namespace generator::pdf {
namespace {

using typeset::Role;
using typeset::StructureNode;

constexpr std::size_t k_nowhere = std::numeric_limits<std::size_t>::max();

bool is_cell(Role role) {
  return role == Role::header_cell || role == Role::data_cell;
}

std::string table_attributes(const StructureNode& cell) {
  std::string out;
  switch (cell.scope) {
    case document::Scope::none: break;
    case document::Scope::column: out += "/Scope/Column"; break;
    case document::Scope::row: out += "/Scope/Row"; break;
    // PDF knows no groups of rows; a group's label stands over all columns, and Headers names it exactly.
    case document::Scope::row_group: out += "/Scope/Column"; break;
  }
  if (cell.column_span != 1) out += fmt::format("/ColSpan {}", cell.column_span);
  if (cell.row_span != 1) out += fmt::format("/RowSpan {}", cell.row_span);
  if (!cell.headers.empty()) {
    out += "/Headers[";
    for (const std::string& header : cell.headers) append_byte_string(out, header);
    out += ']';
  }
  return out.empty() ? out : "/A<</O/Table" + out + ">>";
}

}  // namespace

StructureTree::StructureTree(const typeset::Pages& pages, HaruDocument& document)
    : pages_(pages),
      document_(document),
      root_(document.add_dictionary()),
      stretches_(pages.structure.size()),
      link_kids_(pages.structure.size()),
      first_(pages.structure.size(), k_nowhere) {
  elements_.reserve(pages.structure.size());
  for (std::size_t i = 0; i < pages.structure.size(); ++i) elements_.push_back(document.add_dictionary());
}

void StructureTree::collect(const std::vector<PageContent>& contents) {
  std::size_t before = 0;
  for (std::size_t page = 0; page < contents.size(); ++page) {
    const auto& sequences = contents[page].sequences;
    for (std::size_t identifier = 0; identifier < sequences.size(); ++identifier) {
      const MarkedSequence& sequence = sequences[identifier];
      const auto node = static_cast<std::size_t>(sequence.node);
      stretches_[node].push_back({page, identifier, before + sequence.rank});
    }
    before += pages_.pages[page].items.size();
  }
  for (auto& stretches : stretches_)
    std::ranges::stable_sort(stretches, {}, [](const Stretch& stretch) { return stretch.order; });
  for (std::size_t node = 0; node < stretches_.size(); ++node) {
    if (stretches_[node].empty()) continue;
    const std::size_t order = stretches_[node].front().order;
    for (auto up = static_cast<typeset::NodeIndex>(node); up >= 0;) {
      std::size_t& first = first_[static_cast<std::size_t>(up)];
      first = std::min(first, order);
      up = pages_.structure[static_cast<std::size_t>(up)].parent;
    }
  }
}

Object StructureTree::write(const std::vector<Object>& page_objects, const std::vector<PageContent>& contents,
                            const std::vector<PlacedLink>& links) {
  collect(contents);
  for (const PlacedLink& link : links)
    link_kids_[static_cast<std::size_t>(link.node)] += fmt::format(
        "<</Type/OBJR/Pg {}/Obj {}>>", page_objects[link.page].reference(), link.annotation.reference());
  for (std::size_t node = 0; node < elements_.size(); ++node)
    document_.set_body(elements_[node], element(node, page_objects));
  const Object parents = document_.add_dictionary(parent_tree(contents, links));
  std::string body = "/Type/StructTreeRoot/K " + elements_.front().reference() + "/ParentTree " +
                     parents.reference() +
                     fmt::format("/ParentTreeNextKey {}", page_objects.size() + links.size()) + id_tree();
  document_.set_body(root_, std::move(body));
  return root_;
}

std::string StructureTree::element(std::size_t node, const std::vector<Object>& page_objects) const {
  const StructureNode& from = pages_.structure[node];
  const Object& parent = from.parent < 0 ? root_ : elements_[static_cast<std::size_t>(from.parent)];
  std::string out = "/S" + std::string(structure_type(from.role)) + "/P " + parent.reference();
  if (const std::string id = id_of(node); !id.empty()) out += "/ID" + byte_string(id);
  if (from.language) out += "/Lang" + byte_string(from.language->text());
  if (!from.alternative.empty() && from.role != Role::table) out += "/Alt" + text_string(from.alternative);
  if (!from.actual_text.empty()) out += "/ActualText" + text_string(from.actual_text);
  return out + attributes(node) + kids(node, page_objects);
}

std::string StructureTree::attributes(std::size_t node) const {
  const StructureNode& from = pages_.structure[node];
  if (is_cell(from.role)) return table_attributes(from);
  if (from.role == Role::table && !from.alternative.empty())
    return "/A<</O/Table/Summary" + text_string(from.alternative) + ">>";
  if (from.role == Role::list && !from.described)
    return from.ordered ? "/A<</O/List/ListNumbering/Decimal>>" : "/A<</O/List/ListNumbering/Disc>>";
  if (from.role == Role::part) return "/A<</O/Layout/Placement/Block>>";
  if (from.role == Role::figure) return figure_attributes(pages_, static_cast<typeset::NodeIndex>(node));
  return {};
}

std::string StructureTree::kids(std::size_t node, const std::vector<Object>& page_objects) const {
  const auto& children = pages_.structure[node].children;
  const auto& stretches = stretches_[node];
  if (children.empty() && stretches.empty() && link_kids_[node].empty()) return {};
  std::string out;
  const std::optional<std::size_t> home =
      stretches.empty() ? std::nullopt : std::optional(stretches.front().page);
  if (home) out += "/Pg " + page_objects[*home].reference();
  out += "/K[";
  const auto append_stretch = [&](const Stretch& stretch) {
    if (stretch.page == home) {
      if (out.back() != '[' && out.back() != '>') out += ' ';
      out += std::to_string(stretch.identifier);
    } else {
      out += fmt::format("<</Type/MCR/Pg {}/MCID {}>>", page_objects[stretch.page].reference(),
                         stretch.identifier);
    }
  };
  auto next = stretches.begin();
  for (const typeset::NodeIndex child : children) {
    const std::size_t first = first_[static_cast<std::size_t>(child)];
    if (first != k_nowhere)
      for (; next != stretches.end() && next->order < first; ++next) append_stretch(*next);
    if (out.back() != '[' && out.back() != '>') out += ' ';
    out += elements_[static_cast<std::size_t>(child)].reference();
  }
  for (; next != stretches.end(); ++next) append_stretch(*next);
  return out + link_kids_[node] + ']';
}

std::string StructureTree::parent_tree(const std::vector<PageContent>& contents,
                                       const std::vector<PlacedLink>& links) const {
  std::string out = "/Nums[";
  for (std::size_t page = 0; page < contents.size(); ++page) {
    out += std::to_string(page) + '[';
    for (const MarkedSequence& sequence : contents[page].sequences)
      out += elements_[static_cast<std::size_t>(sequence.node)].reference() + ' ';
    out += ']';
  }
  std::size_t key = contents.size();
  for (const PlacedLink& link : links)
    out += fmt::format("{} {} ", key++, elements_[static_cast<std::size_t>(link.node)].reference());
  return out + ']';
}

std::string StructureTree::id_of(std::size_t node) const {
  const StructureNode& from = pages_.structure[node];
  // A note must have an id of its own (ISO 14289-1, 7.9).
  if (from.role == Role::note && from.id.empty()) return fmt::format("note.{}", node);
  return from.id;
}

std::string StructureTree::id_tree() const {
  std::map<std::string, std::size_t> ids;
  for (std::size_t node = 0; node < elements_.size(); ++node)
    if (std::string id = id_of(node); !id.empty()) ids.emplace(std::move(id), node);
  if (ids.empty()) return {};
  std::string out = "/IDTree<</Names[";
  for (const auto& [id, node] : ids) {
    append_byte_string(out, id);
    out += elements_[node].reference();
    out += ' ';
  }
  return out + "]>>";
}

}  // namespace generator::pdf
