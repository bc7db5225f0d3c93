// The invariants of every page, asked of the texts in all languages, of the layout's goldens, and of pages
// that were broken on purpose: a check that finds nothing there would find nothing anywhere.
#include "tests/typeset/invariants.h"

#include <fmt/format.h>

#include <filesystem>
#include <functional>

#include "generator/base/file.h"
#include "tests/typeset/layout_fixture.h"

namespace generator::typeset {
namespace {

constexpr std::array k_sizes = {document::PageSize::a4, document::PageSize::letter,
                                document::PageSize::phone};

void check_all_sizes(const document::Document& document) {
  for (const document::PageSize size : k_sizes) {
    const Pages pages = test::set(document, size);
    for (const std::string& breach : test::find_breaches(document, pages, test::theme(), size)) {
      INFO("page size " << static_cast<int>(size));
      FAIL_CHECK(breach);
    }
  }
}

TEST_CASE("invariants: they hold of a family's pages in every language, on every size of page") {
  std::size_t texts = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(CONSILIUM_ROOT) + "/tests/texts")) {
    if (entry.path().extension() != ".html") continue;
    INFO(entry.path().filename().string());
    const auto markup = base::read_file(entry.path());
    REQUIRE(markup);
    check_all_sizes(test::read(*markup, entry.path().stem().string()));
    ++texts;
  }
  CHECK(texts >= 17);
}

TEST_CASE("invariants: they hold of the layout's goldens") {
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(CONSILIUM_ROOT) + "/tests/typeset/layout")) {
    if (!entry.is_directory()) continue;
    INFO(entry.path().filename().string());
    const auto markup = base::read_file(entry.path() / "markup.html");
    REQUIRE(markup);
    check_all_sizes(test::read(*markup));
  }
}

/// A page with all that can be broken.
document::Document sound_document() {
  return test::read(
      "<section><h1 id=\"top\">Two answers</h1><p>A family asks <a href=\"https://example.org/\">two "
      "houses</a>, and <span lang=\"ar\">تجيب الأولى</span> first, in a letter of so many words that they "
      "fill "
      "more than one line of the page, and then a second one.</p><ol><li>first item</li><li>second "
      "item</li></ol>"
      "<table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Place</th></tr></thead><tbody>"
      "<tr><th scope=\"row\">North</th><td>here</td></tr></tbody></table></section>");
}

std::vector<TextItem*> texts_of(Pages& pages) {
  std::vector<TextItem*> texts;
  for (Page& page : pages.pages)
    for (Item& item : page.items)
      if (auto* text = std::get_if<TextItem>(&item)) texts.push_back(text);
  return texts;
}

TextItem& text_in(Pages& pages, std::u16string_view words) {
  for (TextItem* text : texts_of(pages))
    if (text->run.text.find(words) != std::u16string::npos) return *text;
  FAIL("no such text");
  throw;
}

NodeIndex first_node(const Pages& pages, Role role) {
  for (std::size_t i = 0; i < pages.structure.size(); ++i)
    if (pages.structure[i].role == role) return static_cast<NodeIndex>(i);
  FAIL("no such node");
  throw;
}

TEST_CASE("invariants: what is broken on purpose is found") {
  const document::Document document = sound_document();
  const auto found = [&](const std::function<void(Pages&)>& damage) {
    Pages pages = test::set(document);
    damage(pages);
    return test::find_breaches(document, pages, test::theme(), document::PageSize::a4).size();
  };
  const auto at = [](Pages& pages, NodeIndex node) -> StructureNode& {
    return pages.structure[static_cast<std::size_t>(node)];
  };
  CHECK(found([](Pages&) {}) == 0);
  // Places.
  CHECK(found([](Pages& pages) { text_in(pages, u"North").origin.x = -20; }) > 0);
  CHECK(found([](Pages& pages) { text_in(pages, u"North").origin.y = pages.pages[0].height + 9; }) > 0);
  CHECK(found([](Pages& pages) { text_in(pages, u"here").origin.x = text_in(pages, u"North").origin.x; }) >
        0);
  CHECK(found([](Pages& pages) {
          text_in(pages, u"first item").origin.y = text_in(pages, u"second item").origin.y - 2;
        }) > 0);
  CHECK(found([](Pages& pages) { pages.pages[0].links[0].area.x = 590; }) > 0);
  CHECK(found([](Pages& pages) { pages.pages[0].links.clear(); }) > 0);
  CHECK(found([](Pages& pages) { pages.destinations.at("top").page = 1; }) > 0);
  CHECK(found([](Pages& pages) { pages.destinations.clear(); }) > 0);
  CHECK(found([](Pages& pages) { pages.outline.clear(); }) > 0);
  CHECK(found([](Pages& pages) { text_in(pages, u"North").run.glyphs[0].id = 0; }) > 0);
  CHECK(found([](Pages& pages) { text_in(pages, u"North").run.clusters.pop_back(); }) > 0);
  // Texts.
  CHECK(found([](Pages& pages) { text_in(pages, u"North").run.text = u"South"; }) > 0);
  CHECK(found([](Pages& pages) { text_in(pages, u"here").node = text_in(pages, u"North").node; }) > 0);
  CHECK(found([](Pages& pages) { text_in(pages, u"houses").node = text_in(pages, u"A family").node; }) > 0);
  CHECK(found([](Pages& pages) { text_in(pages, u"North").node = k_artifact; }) > 0);
  CHECK(found([](Pages& pages) {
          std::erase_if(pages.pages[0].items, [](const Item& item) {
            const auto* text = std::get_if<TextItem>(&item);
            return text != nullptr && text->run.text == u"North";
          });
        }) > 0);
  CHECK(found([](Pages& pages) {
          std::swap(text_in(pages, u"first item").run.text, text_in(pages, u"second item").run.text);
        }) > 0);
  CHECK(found([&](Pages& pages) {
          for (StructureNode& node : pages.structure) node.language.reset();
        }) > 0);
  CHECK(found([&](Pages& pages) { at(pages, first_node(pages, Role::h1)).role = Role::h2; }) > 0);
  CHECK(found([&](Pages& pages) {
          for (StructureNode& node : pages.structure)
            if (!node.actual_text.empty()) node.actual_text += u"!";
        }) > 0);
  // Structure.
  CHECK(found([&](Pages& pages) { at(pages, first_node(pages, Role::data_cell)).headers = {"none"}; }) > 0);
  CHECK(found([&](Pages& pages) {
          for (StructureNode& node : pages.structure)
            if (node.role == Role::header_cell) node.id = "same";
        }) > 0);
  CHECK(found([&](Pages& pages) { at(pages, first_node(pages, Role::table_row)).parent = 0; }) > 0);
  CHECK(found([&](Pages& pages) { at(pages, 0).children.clear(); }) > 0);
  CHECK(found([&](Pages& pages) {
          std::ranges::reverse(at(pages, first_node(pages, Role::list)).children);
        }) > 0);
}

}  // namespace
}  // namespace generator::typeset
