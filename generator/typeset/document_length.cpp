#include "generator/typeset/document_length.h"

#include <vector>

#include "generator/typeset/inline_collector.h"

namespace generator::typeset {
namespace {

using document::Element;
using document::Node;
using document::Tag;

class LineCounter {
 public:
  explicit LineCounter(std::size_t most) : most_(most) {}

  /// Counts what stands in an element of that line; false once there is too much.
  bool count(const std::vector<Node>& nodes, std::size_t line) {
    bool in_text = false;
    for (const Node& node : nodes) {
      const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
      const Element* element = child == nullptr ? nullptr : child->get();
      if (element == nullptr || is_inline(element->tag)) {
        const bool says = element != nullptr ? !plain_text(*element).empty() : !is_blank(node);
        if (says && !in_text && !add(line)) return false;
        in_text = in_text || says;
        continue;
      }
      in_text = false;
      if (!count(*element)) return false;
    }
    return true;
  }

  std::size_t line() const { return line_; }

 private:
  bool count(const Element& element) {
    if (element.tag == Tag::svg || (element.tag == Tag::tr && !element.children.empty()) ||
        (element.tag == Tag::li && element.children.empty()))
      if (!add(element.line)) return false;
    return element.tag == Tag::svg || count(element.children, element.line);
  }

  static bool is_blank(const Node& node) {
    return std::get<document::Text>(node).value.find_first_not_of(' ') == std::string::npos;
  }

  bool add(std::size_t line) {
    line_ = line;
    return ++lines_ <= most_;
  }

  const std::size_t most_;
  std::size_t lines_ = 0;
  std::size_t line_ = 0;
};

}  // namespace

std::optional<std::size_t> line_of_excess(const document::Document& document, std::size_t most) {
  LineCounter counter(most);
  if (counter.count(document.body, 0)) return std::nullopt;
  return counter.line();
}

}  // namespace generator::typeset
