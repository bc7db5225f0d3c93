#include "generator/typeset/typesetter.h"

#include "generator/typeset/block_builder.h"
#include "generator/typeset/flow_builder.h"
#include "generator/typeset/furniture_setter.h"
#include "generator/typeset/paginator.h"
#include "generator/typeset/style.h"

namespace generator::typeset {
namespace {

/// No line and no column is set narrower than this many times the text's size.
constexpr double k_min_ems = 2.2;

base::Result<Pages> set_pages(const report::Document& document, const report::Theme& theme,
                              report::PageSize size, const FontSet& fonts) {
  const auto found = theme.pages.find(size);
  if (found == theme.pages.end())
    return base::failure({"theme-no-page",
                          {},
                          "the theme does not describe this page size",
                          "without it the margins are not known",
                          "add it to the theme's pages, or choose another size"});
  const report::PageLayout& layout = found->second;
  const StyleResolver styles(theme, layout.scale);

  base::Diagnostics diagnostics;
  auto prepared = BlockBuilder(document, styles, fonts).build();
  if (!prepared) base::append(diagnostics, std::move(prepared.error()));
  auto furniture = FurnitureSetter::prepare(document, layout, styles, fonts);
  if (!furniture) base::append(diagnostics, std::move(furniture.error()));
  if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));

  const PageFrame page{layout.width, layout.height, furniture->content_top(), furniture->content_bottom()};
  const LayoutLimits limits{page.bottom - page.top, k_min_ems * styles.root().text.size,
                            layout.stacked_tables};
  FlowBuilder flow(limits, prepared->links, diagnostics);
  flow.add(prepared->blocks, {layout.margin_side, layout.width - layout.margin_side, document.direction});
  Flow laid_out = flow.take();
  if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));

  Pages pages;
  pages.language = document.language;
  pages.direction = document.direction;
  pages.furniture = document.furniture;
  pages.structure = std::move(prepared->structure);
  if (auto done = Paginator(page).paginate(std::move(laid_out), pages); !done)
    return tl::unexpected(std::move(done.error()));
  if (auto done = furniture->set(pages); !done) return tl::unexpected(std::move(done.error()));
  return pages;
}

}  // namespace

base::Result<Pages> typeset(const report::Document& document, const report::Theme& theme,
                            report::PageSize size, const FontSet& fonts) {
  auto pages = set_pages(document, theme, size, fonts);
  if (!pages) {
    for (base::Diagnostic& diagnostic : pages.error())
      if (diagnostic.place.file.empty() && diagnostic.place.line > 0) diagnostic.place.file = document.file;
  }
  return pages;
}

}  // namespace generator::typeset
