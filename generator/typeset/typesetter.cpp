#include "generator/typeset/typesetter.h"

#include <algorithm>

#include "generator/typeset/block_builder.h"
#include "generator/typeset/document_length.h"
#include "generator/typeset/flow_builder.h"
#include "generator/typeset/furniture_setter.h"
#include "generator/typeset/page_references.h"
#include "generator/typeset/paginator.h"
#include "generator/typeset/style.h"

namespace generator::typeset {
namespace {

/// No line and no column is set narrower than this many times the text's size.
constexpr double k_min_ems = 2.2;

base::Result<Pages> set_pages(const document::Document& document, const document::Theme& theme,
                              document::PageSize size, double scale, const FontSet& fonts) {
  const auto found = theme.pages.find(size);
  if (found == theme.pages.end())
    return base::failure({"theme-no-page",
                          {},
                          "the theme does not describe this page size",
                          "without it the margins are not known",
                          "add it to the theme's pages, or choose another size"});
  if (const auto line = line_of_excess(document, k_most_strips)) return base::failure(layout_too_long(*line));
  const document::PageLayout& layout = found->second;
  const StyleResolver styles(theme, layout.scale * scale);

  base::Diagnostics diagnostics;
  auto prepared =
      BlockBuilder(document, styles, fonts, layout.stacked_tables ? DrawnFor::narrow : DrawnFor::page)
          .build();
  if (!prepared) base::append(diagnostics, std::move(prepared.error()));
  auto furniture = FurnitureSetter::prepare(document, layout, styles, fonts);
  if (!furniture) base::append(diagnostics, std::move(furniture.error()));
  if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));

  const PageFrame page{layout.width, layout.height, furniture->content_top(), furniture->content_bottom()};
  if (page.bottom - page.top < styles.root().text.size * styles.root().text.line_height)
    return base::failure({"layout-too-tall",
                          {"", prepared->blocks.empty() ? 0 : prepared->blocks.front().line, 0},
                          "the running head and the page label leave no room for text",
                          "they stand on every page",
                          "make them shorter, or take a larger page"});
  LayoutLimits limits;
  limits.page_height = page.bottom - page.top;
  limits.middle = layout.width / 2;
  limits.min_width = k_min_ems * styles.root().text.size;
  limits.stacked_tables = layout.stacked_tables;
  const Frame frame{layout.margin_side, layout.width - layout.margin_side, document.direction};

  Pages pages;
  const auto lay_out = [&]() -> base::Result<std::vector<PlacedReference>> {
    std::size_t strips = 0;
    FlowBuilder flow(limits, prepared->links, strips, diagnostics);
    flow.add(prepared->blocks, frame);
    Flow laid_out = flow.take();
    if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));
    pages = {};
    Paginator paginator(page);
    if (auto done = paginator.paginate(std::move(laid_out), pages); !done)
      return tl::unexpected(std::move(done.error()));
    return paginator.take_references();
  };
  auto references = lay_out();
  if (!references) return tl::unexpected(std::move(references.error()));
  // What only long documents have is left out of short ones, which costs little to lay out once more.
  const auto count = static_cast<double>(pages.pages.size());
  const auto too_short = [count](const OptionalPart& part) { return part.least_pages > count; };
  const bool shortened = std::ranges::any_of(prepared->optional, too_short);
  if (shortened) {
    limits.pages = count;
    references = lay_out();
    if (!references) return tl::unexpected(std::move(references.error()));
    // Links to what is left out lead to the beginning.
    for (const Page& each : pages.pages)
      for (const LinkArea& link : each.links)
        if (link.target.starts_with('#')) pages.destinations.try_emplace(link.target.substr(1));
  }

  pages.language = document.language;
  pages.direction = document.direction;
  pages.furniture = document.furniture;
  pages.structure = std::move(prepared->structure);
  if (auto done = set_page_references(*references, pages, fonts); !done)
    return tl::unexpected(std::move(done.error()));
  for (auto part = prepared->optional.rbegin(); part != prepared->optional.rend(); ++part)
    if (too_short(*part)) remove_nodes(pages, part->first_node, part->end_node);
  if (auto done = furniture->set(pages); !done) return tl::unexpected(std::move(done.error()));
  return pages;
}

/// As large as it can be on as many pages as the document is meant to have; where no size does that, on as
/// few as one does.
base::Result<Pages> set_to_fit(const document::Document& document, const document::Theme& theme,
                               document::PageSize size, const FontSet& fonts) {
  auto pages = set_pages(document, theme, size, 1, fonts);
  const auto page = theme.pages.find(size);
  if (!pages || document.most_pages == 0 || page->second.stacked_tables) return pages;
  const auto fits = [&](const Pages& set) {
    return set.pages.size() <= static_cast<std::size_t>(document.most_pages);
  };
  // A page and a half more than meant is not won by smaller words.
  constexpr double k_hopeless = 1.5;
  const double most = document.most_pages;
  if (fits(*pages) ||
      static_cast<double>(pages->pages.size()) > most + std::max(1.0, most * (k_hopeless - 1)))
    return pages;
  for (const double scale : {0.97, 0.94, 0.91}) {
    auto smaller = set_pages(document, theme, size, scale, fonts);
    if (!smaller) return smaller;
    if (smaller->pages.size() < pages->pages.size()) pages = std::move(smaller);
    if (fits(*pages)) break;
  }
  return pages;
}

}  // namespace

base::Result<Pages> typeset(const document::Document& document, const document::Theme& theme,
                            document::PageSize size, const FontSet& fonts) {
  auto pages = set_to_fit(document, theme, size, fonts);
  if (!pages) {
    for (base::Diagnostic& diagnostic : pages.error())
      if (diagnostic.place.file.empty() && diagnostic.place.line > 0) diagnostic.place.file = document.file;
  }
  return pages;
}

}  // namespace generator::typeset
