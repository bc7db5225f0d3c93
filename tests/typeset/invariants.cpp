#include "tests/typeset/invariants.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/structure.h"

namespace generator::typeset::test {
namespace {

/// Coordinates are rounded to hundredths of a point.
constexpr double k_tolerance = 0.05;
/// The part of a line that must stay free of other texts, in its size: as high as most small letters.
constexpr double k_core = 0.4;
/// How far ink may reach over the page's edge, in its size.
constexpr double k_overhang = 0.3;

struct Area {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// The ink of glyphs, relative to their origin, y upwards, in font units.
const hb_glyph_extents_t& ink_of(const Face& face, std::uint32_t glyph) {
  static thread_local std::map<const Face*, std::unordered_map<std::uint32_t, hb_glyph_extents_t>> known;
  const auto [entry, added] = known[&face].try_emplace(glyph, hb_glyph_extents_t{});
  if (added) hb_font_get_glyph_extents(face.hb_font(), glyph, &entry->second);
  return entry->second;
}

Area ink_of(const TextItem& item) {
  const GlyphRun& run = item.run;
  const double scale = run.size / run.face->units_per_em();
  Area area{item.origin.x, item.origin.y, item.origin.x + run.advance, item.origin.y};
  double pen = item.origin.x;
  for (const Glyph& glyph : run.glyphs) {
    const hb_glyph_extents_t& ink = ink_of(*run.face, glyph.id);
    if (ink.width != 0 && ink.height != 0) {
      const double left = pen + (glyph.x_offset + ink.x_bearing) * scale;
      const double top = item.origin.y - (glyph.y_offset + ink.y_bearing) * scale;
      area.left = std::min(area.left, left);
      area.right = std::max(area.right, left + ink.width * scale);
      area.top = std::min(area.top, top);
      area.bottom = std::max(area.bottom, top - ink.height * scale);
    }
    pen += glyph.x_advance * scale;
  }
  return area;
}

const StructureNode& node_at(const Pages& pages, NodeIndex index) {
  return pages.structure[static_cast<std::size_t>(index)];
}

bool is_known(const Pages& pages, NodeIndex index) {
  return index >= 0 && static_cast<std::size_t>(index) < pages.structure.size();
}

class PlaceCheck {
 public:
  PlaceCheck(const Pages& pages, const document::PageLayout& layout, Breaches& breaches)
      : pages_(pages), layout_(layout), breaches_(breaches) {}

  void run() {
    if (pages_.pages.empty()) breaches_.push_back("there is no page");
    for (number_ = 0; number_ < pages_.pages.size(); ++number_) check_page(pages_.pages[number_]);
    for (const OutlineEntry& entry : pages_.outline) {
      check_destination(entry.target, "outline entry " + entry.title);
      if (entry.level < 1 || entry.level > 3) breaches_.push_back("an outline entry has no level");
    }
    for (const auto& [id, target] : pages_.destinations) check_destination(target, "destination #" + id);
  }

 private:
  template <typename... Arguments>
  void breach(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    breaches_.push_back(fmt::format("page {}: ", number_ + 1) +
                        fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  void check_page(const Page& page) {
    if (page.width != layout_.width || page.height != layout_.height) breach("it is not of the theme's size");
    cores_.clear();
    for (const Item& item : page.items) {
      if (const auto* text = std::get_if<TextItem>(&item))
        check_text_item(page, *text);
      else
        check_path(page, std::get<PathItem>(item));
    }
    check_cores();
    for (const LinkArea& link : page.links) check_link(page, link);
  }

  void check_text_item(const Page& page, const TextItem& item) {
    const GlyphRun& run = item.run;
    if (run.face == nullptr || !(run.size > 0) || !std::isfinite(run.advance)) {
      breach("a text has no face, size or width");
      return;
    }
    check_clusters(run);
    // Ink may reach a little beyond the advances, also where a theme has no margin.
    const double slack = k_overhang * run.size;
    const Area ink = ink_of(item);
    const bool placed = item.origin.x >= -k_tolerance &&
                        item.origin.x + run.advance <= page.width + k_tolerance && item.origin.y >= 0 &&
                        item.origin.y <= page.height;
    if (!placed || !(ink.left >= -slack && ink.top >= -slack && ink.right <= page.width + slack &&
                     ink.bottom <= page.height + slack))
      breach("\"{}\" reaches to {:.1f} {:.1f} - {:.1f} {:.1f}, off the page", to_utf8(run.text), ink.left,
             ink.top, ink.right, ink.bottom);
    if (!run.glyphs.empty() && run.advance > 0)
      cores_.push_back(
          {{item.origin.x, item.origin.y - k_core * run.size, item.origin.x + run.advance, item.origin.y},
           &item});
  }

  void check_clusters(const GlyphRun& run) {
    std::uint32_t glyph = 0;
    std::uint32_t character = 0;
    for (std::size_t i = 0; i < run.clusters.size(); ++i) {
      const Cluster& visual = run.clusters[i];
      const Cluster& logical = run.clusters[run.right_to_left ? run.clusters.size() - 1 - i : i];
      if (visual.first_glyph != glyph || visual.end_glyph <= glyph || logical.first_char != character ||
          logical.end_char <= character) {
        breach("the clusters of \"{}\" do not divide it", to_utf8(run.text));
        return;
      }
      glyph = visual.end_glyph;
      character = logical.end_char;
    }
    if (glyph != run.glyphs.size() || character > run.text.size())
      breach("the clusters of \"{}\" do not cover it", to_utf8(run.text));
    for (const Glyph& each : run.glyphs)
      if (each.id == 0) breach("\"{}\" has a blank glyph", to_utf8(run.text));
  }

  void check_path(const Page& page, const PathItem& item) {
    if (item.steps.empty() || !std::holds_alternative<PathItem::Move>(item.steps.front()))
      breach("a path has no beginning");
    const auto on_page = [&](Point at) {
      return at.x >= -k_tolerance && at.x <= page.width + k_tolerance && at.y >= -k_tolerance &&
             at.y <= page.height + k_tolerance;
    };
    for (const PathItem::Step& step : item.steps) {
      bool good = true;
      if (const auto* move = std::get_if<PathItem::Move>(&step)) good = on_page(move->to);
      if (const auto* line = std::get_if<PathItem::Line>(&step)) good = on_page(line->to);
      if (const auto* curve = std::get_if<PathItem::Curve>(&step))
        good = on_page(curve->to) && on_page(curve->control1) && on_page(curve->control2);
      if (good) continue;
      breach("a path leaves the page");
      return;
    }
  }

  /// Texts of one drawing may lie where its author puts them; also where a table's head is repeated with it.
  bool may_overlap(const TextItem& one, const TextItem& other) const {
    return one.node == other.node &&
           (one.node == k_artifact ||
            (is_known(pages_, one.node) && node_at(pages_, one.node).role == Role::figure));
  }

  void check_cores() {
    std::ranges::stable_sort(cores_, {}, [](const Core& core) { return core.area.top; });
    for (std::size_t i = 0; i < cores_.size(); ++i) {
      for (std::size_t j = i + 1; j < cores_.size(); ++j) {
        const Area& a = cores_[i].area;
        const Area& b = cores_[j].area;
        if (b.top >= a.bottom - k_tolerance) break;
        const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
        if (across <= 2 * k_tolerance || may_overlap(*cores_[i].item, *cores_[j].item)) continue;
        breach("\"{}\" at {:.1f} {:.1f} and \"{}\" at {:.1f} {:.1f} lie over each other",
               to_utf8(cores_[i].item->run.text), a.left, a.bottom, to_utf8(cores_[j].item->run.text), b.left,
               b.bottom);
      }
    }
  }

  void check_link(const Page& page, const LinkArea& link) {
    const Rectangle& area = link.area;
    if (!(area.width > 0 && area.height > 0 && area.x >= -k_tolerance && area.y >= -k_tolerance &&
          area.x + area.width <= page.width + k_tolerance &&
          area.y + area.height <= page.height + k_tolerance))
      breach("the link to {} has its area {:.1f} {:.1f} {:.1f} x {:.1f}", link.target, area.x, area.y,
             area.width, area.height);
    if (!is_known(pages_, link.node) || node_at(pages_, link.node).role != Role::link)
      breach("the link to {} belongs to no Link", link.target);
    if (link.target.starts_with('#') && !pages_.destinations.contains(link.target.substr(1)))
      breach("the link to {} leads nowhere", link.target);
    if (link.contents.empty()) breach("the link to {} says nothing", link.target);
  }

  void check_destination(const Destination& target, const std::string& name) {
    const bool good = target.page < pages_.pages.size() && target.y >= -k_tolerance &&
                      target.y <= pages_.pages[target.page].height;
    if (!good) breaches_.push_back(fmt::format("{} is at page {} y {}", name, target.page + 1, target.y));
  }

  struct Core {
    Area area;
    const TextItem* item;
  };

  const Pages& pages_;
  const document::PageLayout& layout_;
  Breaches& breaches_;
  std::size_t number_ = 0;
  std::vector<Core> cores_;
};

/// The roles that a node of this role may stand in.
bool may_hold(Role parent, Role child) {
  switch (child) {
    case Role::document: return false;
    case Role::list_item: return parent == Role::list;
    case Role::label: return parent == Role::list_item || parent == Role::contents_item;
    case Role::list_body: return parent == Role::list_item;
    case Role::contents_item: return parent == Role::contents;
    case Role::reference: return parent == Role::contents_item;
    case Role::table_head:
    case Role::table_body: return parent == Role::table;
    case Role::table_row: return parent == Role::table_head || parent == Role::table_body;
    case Role::header_cell:
    case Role::data_cell: return parent == Role::table_row;
    case Role::caption: return parent == Role::table || parent == Role::figure || parent == Role::section;
    case Role::section:
      return parent == Role::document || parent == Role::section || parent == Role::list_body ||
             parent == Role::data_cell || parent == Role::note;
    case Role::h1:
    case Role::h2:
    case Role::h3:
    case Role::paragraph:
    case Role::list:
    case Role::contents:
    case Role::table:
    case Role::figure:
    case Role::note:
      if (parent == Role::reference) return false;
      [[fallthrough]];
    case Role::link:
    case Role::part:
    case Role::span:
      return parent != Role::list && parent != Role::list_item && parent != Role::contents &&
             parent != Role::contents_item && parent != Role::table && parent != Role::table_head &&
             parent != Role::table_body && parent != Role::table_row;
  }
  return false;
}

bool may_own_items(Role role) {
  switch (role) {
    case Role::document:
    case Role::section:
    case Role::list:
    case Role::list_item:
    case Role::contents:
    case Role::contents_item:
    case Role::table:
    case Role::table_head:
    case Role::table_body:
    case Role::table_row: return false;
    case Role::h1:
    case Role::h2:
    case Role::h3:
    case Role::paragraph:
    case Role::label:
    case Role::list_body:
    case Role::reference:
    case Role::header_cell:
    case Role::data_cell:
    case Role::caption:
    case Role::figure:
    case Role::note:
    case Role::link:
    case Role::part:
    case Role::span: return true;
  }
  return false;
}

class StructureCheck {
 public:
  StructureCheck(const Pages& pages, Breaches& breaches) : pages_(pages), breaches_(breaches) {}

  void run() {
    if (pages_.structure.empty() || pages_.structure[0].role != Role::document ||
        pages_.structure[0].parent != -1) {
      breaches_.push_back("the structure has no document at its root");
      return;
    }
    std::size_t reached = 1;
    for (std::size_t i = 0; i < pages_.structure.size(); ++i) {
      const StructureNode& node = pages_.structure[i];
      if (i > 0 && !(node.parent >= 0 && static_cast<std::size_t>(node.parent) < i))
        breach(i, "it has no parent before it");
      NodeIndex before = -1;
      for (const NodeIndex child : node.children) {
        ++reached;
        if (!is_known(pages_, child) || node_at(pages_, child).parent != static_cast<NodeIndex>(i)) {
          breach(i, "it has a child that is not its own");
          return;
        }
        if (child <= before) breach(i, "its children are out of order");
        before = child;
        if (!may_hold(node.role, node_at(pages_, child).role))
          breach(static_cast<std::size_t>(child), "it stands at a wrong place");
      }
      if (!node.actual_text.empty() && !node.children.empty())
        breach(i, "it has replacement text and children");
      if ((node.role == Role::header_cell) != (node.scope != document::Scope::none))
        breach(i, "header cells, and only these, have a scope");
      if (node.column_span < 1 || node.row_span < 1) breach(i, "it spans nothing");
    }
    if (reached != pages_.structure.size()) breaches_.push_back("the structure is not one tree");
    check_headers();
    for (const Page& page : pages_.pages)
      for (const Item& item : page.items)
        std::visit([this](const auto& any) { check_owner(any.node); }, item);
  }

 private:
  void breach(std::size_t node, const char* what) {
    breaches_.push_back(fmt::format("node {} ({}): {}", node, to_string(pages_.structure[node].role), what));
  }

  NodeIndex table_of(NodeIndex node) const {
    while (node > 0 && node_at(pages_, node).role != Role::table) node = node_at(pages_, node).parent;
    return node;
  }

  void check_headers() {
    std::map<std::string, NodeIndex> ids;
    for (std::size_t i = 0; i < pages_.structure.size(); ++i) {
      const StructureNode& node = pages_.structure[i];
      if (node.id.empty()) continue;
      if (node.role != Role::header_cell) breach(i, "it has an id and is no header");
      if (!ids.emplace(node.id, static_cast<NodeIndex>(i)).second) breach(i, "its id is taken");
    }
    for (std::size_t i = 0; i < pages_.structure.size(); ++i) {
      const auto& headers = pages_.structure[i].headers;
      std::set<std::string> seen;
      for (const std::string& header : headers) {
        const auto found = ids.find(header);
        if (found == ids.end() || table_of(found->second) != table_of(static_cast<NodeIndex>(i)))
          breach(i, "it names a header that its table has not");
        if (!seen.insert(header).second) breach(i, "it names a header twice");
      }
    }
  }

  void check_owner(NodeIndex node) {
    if (node == k_artifact) return;
    if (!is_known(pages_, node))
      breaches_.push_back("an item belongs to no node");
    else if (!may_own_items(node_at(pages_, node).role))
      breach(static_cast<std::size_t>(node), "it holds text itself");
  }

  const Pages& pages_;
  Breaches& breaches_;
};

}  // namespace

void check_places(const Pages& pages, const document::PageLayout& layout, Breaches& breaches) {
  PlaceCheck(pages, layout, breaches).run();
}

void check_structure(const Pages& pages, Breaches& breaches) {
  StructureCheck(pages, breaches).run();
}

Breaches find_breaches(const document::Document& document, const Pages& pages, const document::Theme& theme,
                       document::PageSize size) {
  Breaches breaches;
  check_structure(pages, breaches);
  if (breaches.empty()) check_text(document, pages, theme, breaches);
  check_places(pages, theme.pages.at(size), breaches);
  constexpr std::size_t k_most = 24;
  if (breaches.size() > k_most) breaches.resize(k_most);
  return breaches;
}

}  // namespace generator::typeset::test
