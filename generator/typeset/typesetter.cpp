#include "generator/typeset/typesetter.h"

#include <algorithm>
#include <memory>

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

/// A document in type of one size, on one theme's pages: what is made once, and laid out as often as needed.
class PageSetter {
 public:
  static base::Result<PageSetter> prepare(const document::Document& document, const document::Theme& theme,
                                          document::PageSize size, double scale, const FontSet& fonts) {
    const auto found = theme.pages.find(size);
    if (found == theme.pages.end())
      return base::failure({"theme-no-page",
                            {},
                            "the theme does not describe this page size",
                            "without it the margins are not known",
                            "add it to the theme's pages, or choose another size"});
    if (const auto line = line_of_excess(document, k_most_strips))
      return base::failure(layout_too_long(*line));
    const document::PageLayout& layout = found->second;
    auto styles = std::make_unique<const StyleResolver>(theme, layout.scale * scale);

    base::Diagnostics diagnostics;
    auto prepared =
        BlockBuilder(document, *styles, fonts, layout.stacked_tables ? DrawnFor::narrow : DrawnFor::page)
            .build();
    if (!prepared) base::append(diagnostics, std::move(prepared.error()));
    auto furniture = FurnitureSetter::prepare(document, layout, *styles, fonts);
    if (!furniture) base::append(diagnostics, std::move(furniture.error()));
    if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));

    const PageFrame page{layout.width, layout.height, furniture->content_top(), furniture->content_bottom()};
    if (page.bottom - page.top < styles->root().text.size * styles->root().text.line_height)
      return base::failure({"layout-too-tall",
                            {"", prepared->blocks.empty() ? 0 : prepared->blocks.front().line, 0},
                            "the running head and the page label leave no room for text",
                            "they stand on every page",
                            "make them shorter, or take a larger page"});
    return PageSetter(document, layout, fonts, page, std::move(styles), std::move(*prepared),
                      std::move(*furniture));
  }

  base::Result<Pages> set() {
    Pages pages;
    auto references = lay_out(1, pages);
    if (!references) return tl::unexpected(std::move(references.error()));
    pages.language = document_.language;
    pages.direction = document_.direction;
    pages.furniture = document_.furniture;
    pages.structure = std::move(prepared_.structure);
    if (auto done = set_page_references(*references, pages, fonts_); !done)
      return tl::unexpected(std::move(done.error()));
    for (auto part = prepared_.optional.rbegin(); part != prepared_.optional.rend(); ++part)
      if (is_left_out(*part)) remove_nodes(pages, part->first_node, part->end_node);
    if (auto done = furniture_.set(pages); !done) return tl::unexpected(std::move(done.error()));
    return pages;
  }

  /// How many pages it would take, about, were all of it so many times as large as it is: as many as it takes
  /// on pages that are larger by as much.
  base::Result<std::size_t> pages_at(double scale) {
    Pages pages;
    if (auto done = lay_out(1 / scale, pages); !done) return tl::unexpected(std::move(done.error()));
    return pages.pages.size();
  }

 private:
  PageSetter(const document::Document& document, const document::PageLayout& layout, const FontSet& fonts,
             const PageFrame& page, std::unique_ptr<const StyleResolver> styles, PreparedDocument prepared,
             FurnitureSetter furniture)
      : document_(document),
        layout_(layout),
        fonts_(fonts),
        page_(page),
        styles_(std::move(styles)),
        prepared_(std::move(prepared)),
        furniture_(std::move(furniture)) {}

  base::Result<std::vector<PlacedReference>> lay_out(double room, Pages& pages) {
    LayoutLimits limits;
    limits.page_height = (page_.bottom - page_.top) * room;
    limits.middle = layout_.width / 2;
    limits.min_width = k_min_ems * styles_->root().text.size;
    limits.stacked_tables = layout_.stacked_tables;
    auto references = lay_out(limits, room, pages);
    if (!references) return references;
    // What only long documents have is left out of short ones, which costs little to lay out once more.
    least_pages_ = static_cast<double>(pages.pages.size());
    if (std::ranges::none_of(prepared_.optional, [this](const auto& part) { return is_left_out(part); }))
      return references;
    limits.pages = least_pages_;
    references = lay_out(limits, room, pages);
    if (!references) return references;
    // Links to what is left out lead to the beginning.
    for (const Page& each : pages.pages)
      for (const LinkArea& link : each.links)
        if (link.target.starts_with('#')) pages.destinations.try_emplace(link.target.substr(1));
    return references;
  }

  base::Result<std::vector<PlacedReference>> lay_out(const LayoutLimits& limits, double room, Pages& pages) {
    base::Diagnostics diagnostics;
    std::size_t strips = 0;
    FlowBuilder flow(limits, prepared_.links, strips, diagnostics);
    const double width = layout_.width - 2 * layout_.margin_side;
    flow.add(prepared_.blocks,
             Frame{layout_.margin_side, layout_.margin_side + width * room, document_.direction});
    Flow laid_out = flow.take();
    if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));
    pages = {};
    PageFrame page = page_;
    page.bottom = page.top + limits.page_height;
    Paginator paginator(page);
    if (auto done = paginator.paginate(std::move(laid_out), pages); !done)
      return tl::unexpected(std::move(done.error()));
    return paginator.take_references();
  }

  bool is_left_out(const OptionalPart& part) const { return part.least_pages > least_pages_; }

  const document::Document& document_;
  const document::PageLayout& layout_;
  const FontSet& fonts_;
  PageFrame page_;
  std::unique_ptr<const StyleResolver> styles_;  ///< where the furniture looks it up
  PreparedDocument prepared_;
  FurnitureSetter furniture_;
  double least_pages_ = 0;  ///< that the whole takes, by the layout before
};

/// As large as it can be on as many pages as the document is meant to have; where no size does that, on as
/// few as one does.
base::Result<Pages> set_to_fit(const document::Document& document, const document::Theme& theme,
                               document::PageSize size, const FontSet& fonts) {
  auto setter = PageSetter::prepare(document, theme, size, 1, fonts);
  if (!setter) return tl::unexpected(std::move(setter.error()));
  auto pages = setter->set();
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
    const auto likely = setter->pages_at(scale);
    if (!likely || *likely >= pages->pages.size()) continue;
    auto smaller = PageSetter::prepare(document, theme, size, scale, fonts).and_then(&PageSetter::set);
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
