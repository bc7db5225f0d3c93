// What the tests of the layout share: the product's own fonts and theme, and markup set on pages.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "../house_typography.h"
#include "generator/document/markup.h"
#include "generator/document/theme.h"
#include "generator/typeset/typesetter.h"

namespace generator::typeset::test {

inline const FontSet& fonts() {
  static const auto set = [] {
    auto loaded = FontSet::load(std::string(CONSILIUM_ROOT) + "/fonts/fonts.json", {},
                                generator::test::house_typography());
    REQUIRE(loaded);
    return *loaded;
  }();
  return *set;
}

inline const document::Theme& theme() {
  static const auto loaded = [] {
    auto read = document::load_theme(std::string(CONSILIUM_ROOT) + "/templates/theme.json");
    REQUIRE(read);
    return *read;
  }();
  return loaded;
}

inline document::Document read(std::string_view markup, std::string_view language = "en") {
  auto document = document::read_markup(markup, "test.html", *model::LanguageTag::parse(language));
  if (!document) FAIL(base::to_text(document.error().front()));
  return std::move(*document);
}

inline Pages set(const document::Document& document, document::PageSize size = document::PageSize::a4) {
  auto pages = typeset(document, theme(), size, fonts());
  if (!pages) FAIL(base::to_text(pages.error().front()));
  return std::move(*pages);
}

inline Pages set(std::string_view markup, std::string_view language = "en",
                 document::PageSize size = document::PageSize::a4) {
  return set(read(markup, language), size);
}

inline const StructureNode& node(const Pages& pages, NodeIndex index) {
  return pages.structure.at(static_cast<std::size_t>(index));
}

}  // namespace generator::typeset::test
