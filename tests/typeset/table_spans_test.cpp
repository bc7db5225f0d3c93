// Cells over several rows where their rows meet the end of a page: what stands in them never runs off it.
#include <fmt/format.h>

#include "tests/typeset/invariants.h"
#include "tests/typeset/layout_fixture.h"

namespace generator::typeset {
namespace {

std::string lines(int count) {
  std::string text = "Line 1";
  for (int i = 2; i <= count; ++i) text += fmt::format("<br>line {}", i);
  return text;
}

/// The pages of the markup; every invariant is checked.
Pages set_right(const std::string& markup, const document::Theme& theme) {
  const auto document = test::read(markup);
  auto pages = typeset(document, theme, document::PageSize::a4, test::fonts());
  if (!pages) FAIL(base::to_text(pages.error().front()));
  for (const std::string& breach : test::find_breaches(document, *pages, theme, document::PageSize::a4))
    FAIL_CHECK(breach);
  return std::move(*pages);
}

/// A4 with so many points of text height.
document::Theme page_of(double height) {
  document::Theme theme = test::theme();
  document::PageLayout& page = theme.pages[document::PageSize::a4];
  page.height = page.margin_top + page.margin_bottom + height;
  return theme;
}

std::string spanned(int head_lines, int content_lines) {
  return fmt::format(
      "<table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">B</th></tr></thead><tbody>"
      "<tr><td rowspan=\"3\">{}</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></tbody></table>",
      lines(head_lines), lines(content_lines));
}

TEST_CASE("spans: rows under one cell stay together as long as a page holds them below the head") {
  const auto pages_of = [](int head_lines, int content_lines) {
    return set_right(spanned(head_lines, content_lines), page_of(400)).pages.size();
  };
  CHECK(pages_of(1, 20) == 1);
  // Below the head that is set again the rows find no room either; a head as high as half a page is not.
  CHECK(pages_of(13, 25) == 2);
  CHECK(pages_of(20, 25) == 2);
  // Higher than a page by itself, the cell is divided.
  CHECK(pages_of(1, 90) >= 3);
}

TEST_CASE("spans: overlapping ones that are together higher than a page are divided") {
  std::string markup = "<table><tbody>";
  markup += fmt::format(
      "<tr><td rowspan=\"2\">{0}</td><td>1</td></tr><tr><td rowspan=\"2\">{0}</td></tr>"
      "<tr><td rowspan=\"2\">{0}</td></tr><tr><td>4</td></tr>",
      lines(14));
  set_right(markup + "</tbody></table>", page_of(300));
}

TEST_CASE("spans: in a head higher than the page, in a table in a cell, and in columns") {
  const std::string head = fmt::format(
      "<table><thead><tr><th scope=\"col\" rowspan=\"2\">{}</th><th scope=\"col\">B</th></tr>"
      "<tr><th scope=\"col\">C</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
      lines(30));
  set_right(head, page_of(200));
  const std::string inner = spanned(1, 30);
  set_right("<table><tbody><tr><td><figure>" + inner + "</figure></td><td>x</td></tr></tbody></table>",
            page_of(500));
  set_right("<section class=\"two-columns\"><p>" + lines(12) + "</p>" + spanned(2, 30) + "</section>",
            page_of(300));
}

TEST_CASE("spans: a link finds a row without cells of its own, on a phone's page too") {
  constexpr std::string_view k_markup =
      "<table><tbody><tr><td rowspan=\"2\">a</td><td rowspan=\"2\">b</td></tr><tr "
      "id=\"x\"></tr></tbody></table>";
  for (const document::PageSize size : {document::PageSize::a4, document::PageSize::phone})
    CHECK(test::set(k_markup, "en", size).destinations.contains("x"));
}

TEST_CASE("spans: a label over its group's rows is as high where it is set again") {
  std::string markup =
      "<table><tbody><tr><th scope=\"col\" colspan=\"2\" rowspan=\"2\">Group</th></tr><tr></tr>";
  for (int i = 0; i < 40; ++i) markup += "<tr><th scope=\"row\">a</th><td>b</td></tr>";
  set_right(markup + "</tbody></table>", page_of(200));
}

}  // namespace
}  // namespace generator::typeset
