#include "generator/pdf/figure_box.h"

#include <algorithm>
#include <limits>

#include "generator/pdf/pdf_syntax.h"

namespace generator::pdf {
namespace {

bool is_within(const typeset::Pages& pages, typeset::NodeIndex node, typeset::NodeIndex figure) {
  while (node > figure) node = pages.structure[static_cast<std::size_t>(node)].parent;
  return node == figure;
}

/// Grows around what is drawn.
class Extent {
 public:
  bool empty() const { return right < left; }
  void include(typeset::Point point) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    bottom = std::max(bottom, point.y);
  }
  void include(const typeset::TextItem& item) {
    const double em = item.run.size / 1000;
    include(typeset::Point{item.origin.x, item.origin.y - item.run.face->ascent() * em});
    include(typeset::Point{item.origin.x + item.run.advance, item.origin.y - item.run.face->descent() * em});
  }
  void include(const typeset::PathItem& item) {
    for (const auto& step : item.steps) std::visit([this](const auto& each) { include_step(each); }, step);
  }

  double left = std::numeric_limits<double>::max();
  double right = std::numeric_limits<double>::lowest();
  double top = std::numeric_limits<double>::max();
  double bottom = std::numeric_limits<double>::lowest();

 private:
  void include_step(const typeset::PathItem::Move& step) { include(step.to); }
  void include_step(const typeset::PathItem::Line& step) { include(step.to); }
  void include_step(const typeset::PathItem::Curve& step) {
    include(step.control1);
    include(step.control2);
    include(step.to);
  }
  void include_step(const typeset::PathItem::Close&) {}
};

typeset::NodeIndex node_of(const typeset::Item& item) {
  return std::visit([](const auto& each) { return each.node; }, item);
}

}  // namespace

std::string figure_attributes(const typeset::Pages& pages, typeset::NodeIndex figure) {
  for (const typeset::Page& page : pages.pages) {
    Extent extent;
    for (const typeset::Item& item : page.items)
      if (is_within(pages, node_of(item), figure))
        std::visit([&](const auto& each) { extent.include(each); }, item);
    if (extent.empty()) continue;
    std::string out = "/A<</O/Layout/Placement/Block/BBox[";
    for (const double edge : {extent.left, page.height - extent.bottom, extent.right}) {
      append_number(out, edge);
      out += ' ';
    }
    append_number(out, page.height - extent.top);
    return out + "]>>";
  }
  return {};
}

}  // namespace generator::pdf
