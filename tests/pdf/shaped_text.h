// Pages for the writer's tests, made straight with HarfBuzz: a face for each script, runs of one paragraph
// each, and a page that puts them one below the other. The typesetter is not needed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/typeset/pages.h"

namespace shaped_text {

/// Noto's face for that script, or null where the machine has none.
const generator::typeset::Face* face(std::string_view script);

/// A run of `text`, shaped as one item.
generator::typeset::GlyphRun run(std::string_view script, std::string_view text, double size = 12);

struct Sample {
  std::string script;
  std::string language;
  std::string text;
};
/// A sentence in each script that reports are written in, without those whose face is missing.
std::vector<Sample> samples();

/// Composes Pages node by node.
class PagesMaker {
 public:
  explicit PagesMaker(std::string_view language = "en");

  generator::typeset::NodeIndex add_node(generator::typeset::Role role, generator::typeset::NodeIndex parent);
  generator::typeset::StructureNode& node(generator::typeset::NodeIndex index);
  void add_page();
  /// Text at the page's next line, 20 points below the last, or on the same line at `x`.
  void add_text(generator::typeset::NodeIndex node, generator::typeset::GlyphRun run, double x = 50);
  void stay_on_line() { y_ -= 20; }
  double y() const { return y_; }
  generator::typeset::Page& page() { return pages.pages.back(); }

  generator::typeset::Pages pages;

 private:
  double y_ = 0;
};

/// Headings, a list, a table with spans, a figure, a note, links, several scripts, on two pages.
generator::typeset::Pages whole_document();

}  // namespace shaped_text
