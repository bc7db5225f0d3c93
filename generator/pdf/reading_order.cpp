#include "generator/pdf/reading_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace generator::pdf {
namespace {

using typeset::NodeIndex;

/// The nearest ancestor that makes lines of its own.
NodeIndex block_of(NodeIndex node, const typeset::Pages& pages) {
  while (node > 0) {
    const typeset::StructureNode& element = pages.structure[static_cast<std::size_t>(node)];
    if (element.role != typeset::Role::span && element.role != typeset::Role::link) break;
    node = element.parent;
  }
  return node;
}

bool block_reads_leftwards(NodeIndex block, const typeset::Pages& pages) {
  for (; block >= 0; block = pages.structure[static_cast<std::size_t>(block)].parent) {
    const auto& language = pages.structure[static_cast<std::size_t>(block)].language;
    if (language) return language->direction() == model::Direction::right_to_left;
  }
  return pages.direction == model::Direction::right_to_left;
}

class Lines {
 public:
  Lines(const typeset::Page& page, const typeset::Pages& pages) : page_(page), pages_(pages) {}

  std::vector<std::size_t> order() {
    std::vector<std::size_t> order(page_.items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t begin = 0; begin < order.size();) {
      const std::size_t end = line_end(begin);
      if (end - begin > 1) arrange(order, begin, end);
      begin = end;
    }
    return order;
  }

 private:
  const typeset::TextItem* text(std::size_t item) const {
    return std::get_if<typeset::TextItem>(&page_.items[item]);
  }

  std::size_t line_end(std::size_t begin) const {
    const typeset::TextItem* first = text(begin);
    std::size_t end = begin + 1;
    if (first == nullptr) return end;
    const NodeIndex block = block_of(first->node, pages_);
    for (; end < page_.items.size(); ++end) {
      const typeset::TextItem* next = text(end);
      const bool same_line = next != nullptr && std::abs(next->origin.y - first->origin.y) < 0.01 &&
                             next->origin.x >= text(end - 1)->origin.x &&
                             block_of(next->node, pages_) == block;
      if (!same_line) break;
    }
    return end;
  }

  void arrange(std::vector<std::size_t>& order, std::size_t begin, std::size_t end) const {
    const bool leftwards = reads_leftwards(text(begin)->node, pages_);
    const auto at = [&](std::size_t i) { return order.begin() + static_cast<std::ptrdiff_t>(i); };
    if (leftwards) std::reverse(at(begin), at(end));
    for (std::size_t i = begin; i < end;) {
      std::size_t last = i;
      while (last < end && text(order[last])->run.right_to_left != leftwards) ++last;
      std::reverse(at(i), at(last));
      i = std::max(last, i + 1);
    }
  }

  const typeset::Page& page_;
  const typeset::Pages& pages_;
};

}  // namespace

bool reads_leftwards(NodeIndex node, const typeset::Pages& pages) {
  return block_reads_leftwards(block_of(node, pages), pages);
}

std::vector<std::size_t> reading_order(const typeset::Page& page, const typeset::Pages& pages) {
  return Lines(page, pages).order();
}

}  // namespace generator::pdf
