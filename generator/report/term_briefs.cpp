#include "generator/report/term_briefs.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace generator::report {
namespace {

using document::Element;
using document::Node;
using document::Tag;
using document::Text;

/// The sections in which words are explained: where a family chooses. Not on the first page, which has no
/// line to spare and is written in plain words by a person.
constexpr std::array<std::string_view, 4> k_explained_sections = {"wishes", "bring", "differ", "readings"};

bool is_silent(Tag tag) {
  constexpr std::array k_silent = {Tag::h1,      Tag::h2, Tag::h3, Tag::caption, Tag::thead, Tag::th,
                                   Tag::summary, Tag::dt, Tag::a,  Tag::figure,  Tag::svg};
  return std::ranges::find(k_silent, tag) != k_silent.end();
}

bool goes_on_with_bracket(std::string_view behind) {
  if (behind.starts_with(' ')) behind.remove_prefix(1);
  return behind.starts_with("(") || behind.starts_with("（");
}

/// Whether a text's own brackets are open here: what stands in them explains, or is explained, already.
bool stands_in_brackets(std::string_view before) {
  const std::size_t opened = std::max(before.rfind('(') + 1, before.rfind("（") + 1);
  const std::size_t closed = std::max(before.rfind(')') + 1, before.rfind("）") + 1);
  return opened > closed;
}

class BriefWriter {
 public:
  explicit BriefWriter(const locale::Catalog& catalog) : catalog_(catalog), finder_(catalog.term_finder()) {}

  void write_into(std::vector<Node>& nodes) {
    std::vector<Node> written;
    for (Node& node : nodes) {
      if (const auto* text = std::get_if<Text>(&node)) {
        write_text(text->value, written);
        continue;
      }
      Element& element = *document::element_of(node);
      const bool is_foreign = element.language && element.language->text() != catalog_.language().text();
      if (!is_silent(element.tag) && !is_foreign) write_into(element.children);
      written.push_back(std::move(node));
    }
    nodes = std::move(written);
  }

 private:
  void write_text(std::string_view text, std::vector<Node>& written) {
    std::size_t begin = 0;
    for (const locale::TermUse& use : finder_.first_uses(text)) {
      if (use.term->brief.empty() || stands_in_brackets(text.substr(0, use.end)) ||
          goes_on_with_bracket(text.substr(use.end)))
        continue;
      const std::string words = catalog_.format({"glossary.brief", {{"text", use.term->brief}}});
      // No space where the language's own brackets bring their room with them.
      const bool is_wide = words.starts_with("（");
      written.push_back(Text{std::string(text.substr(begin, use.end - begin)) + (is_wide ? "" : " ")});
      auto brief = std::make_unique<Element>();
      brief->tag = Tag::span;
      brief->classes = {"plain"};
      brief->children.push_back(Text{words});
      written.push_back(std::move(brief));
      begin = use.end;
    }
    if (begin < text.size()) written.push_back(Text{std::string(text.substr(begin))});
  }

  const locale::Catalog& catalog_;
  locale::TermFinder finder_;
};

}  // namespace

void explain_first_uses(document::Document& document, const locale::Catalog& catalog) {
  BriefWriter writer(catalog);
  for (Node& node : document.body) {
    Element* const element = document::element_of(node);
    if (element == nullptr ||
        std::ranges::find(k_explained_sections, element->id) == k_explained_sections.end())
      continue;
    writer.write_into(element->children);
  }
}

}  // namespace generator::report
