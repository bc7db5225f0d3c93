#include "generator/pdf/pages_check.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>

#include "generator/pdf/haru_document.h"

namespace generator::pdf {
namespace {

/// The largest page side (ISO 32000-1, annex C), and how far outside it anything may stand.
constexpr double k_most_points = 14400;
constexpr double k_least_side = 3;

bool is_number(double value) {
  return std::isfinite(value) && std::abs(value) <= k_most_points;
}
bool is_point(typeset::Point point) {
  return is_number(point.x) && is_number(point.y);
}
bool is_side(double value) {
  return is_number(value) && value >= k_least_side;
}

class Checker {
 public:
  explicit Checker(const typeset::Pages& pages) : pages_(pages) {}

  std::optional<std::string> breach() {
    if (pages_.pages.empty()) return "there is no page";
    if (pages_.structure.empty()) return "there is no structure";
    for (std::size_t i = 0; i < pages_.structure.size() && !breach_; ++i) check_node(i);
    for (page_ = 0; page_ < pages_.pages.size() && !breach_; ++page_) check_page(pages_.pages[page_]);
    for (const auto& entry : pages_.outline) check_destination(entry.target, entry.title);
    for (const auto& [id, target] : pages_.destinations) check_destination(target, id);
    return breach_;
  }

 private:
  void require(bool holds, const char* what) {
    if (!holds && !breach_) breach_ = fmt::format("page {}: {}", page_ + 1, what);
  }

  void check_node(std::size_t index) {
    const typeset::StructureNode& node = pages_.structure[index];
    // Parents stand before their children, so the tree has no circles.
    const bool rooted =
        index == 0 ? node.parent == -1 : node.parent >= 0 && static_cast<std::size_t>(node.parent) < index;
    if (!rooted) breach_ = fmt::format("structure node {} has no parent before it", index);
    for (const typeset::NodeIndex child : node.children) {
      const bool known =
          child > 0 && static_cast<std::size_t>(child) < pages_.structure.size() &&
          pages_.structure[static_cast<std::size_t>(child)].parent == static_cast<typeset::NodeIndex>(index);
      if (!known) breach_ = fmt::format("structure node {} has a child that is not its own", index);
    }
  }

  void check_page(const typeset::Page& page) {
    require(is_side(page.width) && is_side(page.height), "its size is no page's");
    for (const typeset::Item& item : page.items)
      std::visit([this](const auto& each) { check_item(each); }, item);
    for (const typeset::LinkArea& link : page.links) check_link(link);
  }

  void check_item(const typeset::TextItem& item) {
    const typeset::GlyphRun& run = item.run;
    require(is_point(item.origin), "text stands at no place on paper");
    require(is_number(run.size) && run.size > 0, "text has no size");
    require(is_number(run.advance), "text has no width");
    require(run.face != nullptr, "text has no face");
    check_owner(item.node);
    for (const typeset::Cluster& cluster : run.clusters) {
      require(cluster.first_glyph <= cluster.end_glyph && cluster.end_glyph <= run.glyphs.size(),
              "a cluster names glyphs that its run has not");
      require(cluster.first_char <= cluster.end_char && cluster.end_char <= run.text.size(),
              "a cluster names text that its run has not");
    }
  }

  void check_item(const typeset::PathItem& item) {
    for (const auto& step : item.steps) std::visit([this](const auto& each) { check_step(each); }, step);
    if (!item.steps.empty())
      require(std::holds_alternative<typeset::PathItem::Move>(item.steps.front()),
              "an outline has no beginning");
    require(is_number(item.stroke_width) && item.stroke_width >= 0, "a line has no width");
    for (const double dash : item.dashes) require(is_number(dash) && dash >= 0, "a dash has no length");
    check_owner(item.node);
  }
  void check_step(const typeset::PathItem::Move& step) { check_outline_point(step.to); }
  void check_step(const typeset::PathItem::Line& step) { check_outline_point(step.to); }
  void check_step(const typeset::PathItem::Curve& step) {
    check_outline_point(step.control1);
    check_outline_point(step.control2);
    check_outline_point(step.to);
  }
  void check_step(const typeset::PathItem::Close&) {}
  void check_outline_point(typeset::Point point) { require(is_point(point), "an outline leaves all paper"); }

  void check_owner(typeset::NodeIndex node) {
    require(node == typeset::k_artifact ||
                (node >= 0 && static_cast<std::size_t>(node) < pages_.structure.size()),
            "an item belongs to no structure node");
  }

  void check_link(const typeset::LinkArea& link) {
    require(is_point({link.area.x, link.area.y}) && is_point({link.area.width, link.area.height}),
            "a link stands at no place on paper");
    const bool owned = link.node >= 0 && static_cast<std::size_t>(link.node) < pages_.structure.size() &&
                       pages_.structure[static_cast<std::size_t>(link.node)].role == typeset::Role::link;
    require(owned, "a link belongs to no link in the structure");
    require(!link.target.starts_with('#') || pages_.destinations.contains(link.target.substr(1)),
            "a link leads to an id that no page has");
  }

  void check_destination(const typeset::Destination& target, const std::string& name) {
    if (!breach_ && !(target.page < pages_.pages.size() && is_number(target.y)))
      breach_ = fmt::format("the destination \"{}\" is on no page", name);
  }

  const typeset::Pages& pages_;
  std::size_t page_ = 0;
  std::optional<std::string> breach_;
};

}  // namespace

base::Result<void> check(const typeset::Pages& pages) {
  if (std::optional<std::string> breach = Checker(pages).breach()) return pdf_failure(std::move(*breach));
  return {};
}

}  // namespace generator::pdf
