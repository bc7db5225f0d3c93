// The page shows what the document holds, stands alone, and can be read back as the same document.
#include "generator/html/page_writer.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "../house_typography.h"
#include "generator/base/file.h"
#include "generator/document/markup.h"
#include "generator/html/page_style.h"
#include "tests/holds.h"

namespace document = generator::document;
namespace html = generator::html;
namespace base = generator::base;
using generator::test::holds;

namespace {

const std::filesystem::path k_pages = CONSILIUM_ROOT "/tests/html/pages";

document::Theme theme() {
  auto loaded = document::load_theme(CONSILIUM_ROOT "/templates/theme.json");
  REQUIRE(loaded);
  return *loaded;
}

document::Document read(const std::string& markup) {
  auto document = document::read_markup(markup, "t.html", {});
  REQUIRE(document);
  return std::move(*document);
}

std::string page(const std::string& markup) {
  return html::write_page(read(markup), theme(), *generator::test::house_typography());
}

/// What stands in <main>.
std::string content(const std::string& written) {
  const std::string begin = "<main id=\"_main\" tabindex=\"-1\">\n";
  const std::size_t from = written.find(begin) + begin.size();
  return written.substr(from, written.find("</main>") - from);
}

/// Removes what the writer adds to elements, so that the page's content is markup again.
std::string without_additions(std::string text) {
  for (const std::string start : {" data-label=\"", " role=\"note\"", " stacked"}) {
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start)) {
      const std::size_t end = start.back() == '"' && start.find('=') == start.size() - 2
                                  ? text.find('"', at + start.size()) + 1
                                  : at + start.size();
      text.erase(at, end - at);
    }
  }
  for (std::size_t at = text.find("\" open>"); at != std::string::npos; at = text.find("\" open>"))
    text.erase(at + 1, 5);
  for (std::size_t at = text.find("pt\""); at != std::string::npos; at = text.find("pt\"")) text.erase(at, 2);
  return text;
}

}  // namespace

TEST_CASE("each element comes out as it should (golden)") {
  const auto markup = base::read_file(k_pages / "everything.html");
  REQUIRE(markup);
  const std::string written = page(*markup);
  const std::filesystem::path golden = k_pages / "everything.main.html";
  if (std::getenv("CONSILIUM_REWRITE_GOLDENS") != nullptr)
    REQUIRE(base::write_file(golden, content(written)));
  const auto expected = base::read_file(golden);
  REQUIRE(expected);
  CHECK(content(written) == *expected);
}

TEST_CASE("a page read back gives the same page") {
  const auto markup = base::read_file(k_pages / "everything.html");
  REQUIRE(markup);
  const std::string once = content(page(*markup));
  CHECK(content(page(without_additions(once))) == once);
}

TEST_CASE("the page says its language, direction and title, and needs nothing but itself") {
  const std::string written =
      page("<html lang=\"ar\"><head><title>a &lt; b</title></head><body><p>x</p></body></html>");
  CHECK(holds(written, "<html lang=\"ar\" dir=\"rtl\">"));
  CHECK(holds(written, "<title>a &lt; b</title>"));
  CHECK(holds(written, "default-src 'none'"));
  CHECK_FALSE(holds(written, "<script"));
  CHECK_FALSE(holds(written, "url("));
  CHECK_FALSE(holds(written, "http://"));
  CHECK_FALSE(holds(written, "https://"));
  CHECK(holds(page("<section><h2>First <em>head</em></h2></section>"), "<title>First head</title>"));
}

TEST_CASE("a draft looks like one on the screen and on each printed page; a released report does not") {
  const auto marked = [](const std::string& mark) {
    return page("<html><head><meta name=\"consilium:mark\" content=\"" + mark +
                "\"><meta name=\"consilium:page-label\" "
                "content=\"{page}/{pages}\"></head><body><p>x</p></body></html>");
  };
  const std::string draft = marked("DRAFT &quot;1&quot; &lt;/style&gt;");
  CHECK(holds(draft, "<p class=\"mark\">DRAFT &quot;1&quot; &lt;/style&gt;</p>"));
  CHECK(holds(draft, "@top-right{content:\"DRAFT \\22 1\\22  \\3c /style>\";"));
  CHECK(holds(draft, "position:fixed"));
  CHECK(holds(draft, "@bottom-center{content:counter(page,decimal) \"/\" counter(pages,decimal);"));
  const std::string released = marked("");
  CHECK_FALSE(holds(released, "class=\"mark\""));
  CHECK_FALSE(holds(released, "position:fixed"));
}

TEST_CASE("a printed page counts in the digits of its language, as the PDF does") {
  const auto counted = [](const std::string& language) {
    return page("<html lang=\"" + language +
                "\"><head><meta name=\"consilium:page-label\" "
                "content=\"{page}\"></head><body><p>x</p></body></html>");
  };
  CHECK(holds(counted("ar"), "@bottom-center{content:counter(page,arabic-indic);"));
  CHECK(holds(counted("fa"), "@bottom-center{content:counter(page,persian);"));
  CHECK(holds(counted("bn"), "@bottom-center{content:counter(page,bengali);"));
  CHECK(holds(counted("ne"), "@bottom-center{content:counter(page,devanagari);"));
  CHECK(holds(counted("hi"), "@bottom-center{content:counter(page,decimal);"));
}

TEST_CASE("the page sets each script as large as the PDF does") {
  const auto fonts = base::read_file(CONSILIUM_ROOT "/fonts/fonts.json");
  REQUIRE(fonts);
  const std::string style = page("<p>x</p>");
  for (const std::string name : {"naskh", "nastaliq", "devanagari", "bengali", "gujarati", "sinhala"}) {
    CAPTURE(name);
    const std::size_t begin = fonts->find("\"" + name + "\": {");
    REQUIRE(begin != std::string::npos);
    const std::string face = fonts->substr(begin, fonts->find('}', begin) - begin);
    const std::size_t factor = face.find("\"size_factor\": ");
    const double wanted = factor == std::string::npos ? 1 : std::stod(face.substr(factor + 15));
    int faces = 0;
    const std::string rule = "@font-face{font-family:c-" + name + ";";
    for (std::size_t at = style.find(rule); at != std::string::npos; at = style.find(rule, at + 1)) {
      const std::string body = style.substr(at, style.find('}', at) - at);
      const std::size_t adjust = body.find("size-adjust:");
      CHECK((adjust == std::string::npos ? 100 : std::stod(body.substr(adjust + 12))) ==
            Approx(100 * wanted));
      ++faces;
    }
    CHECK(faces == 2);
  }
}

TEST_CASE("a table with many columns can be moved sideways, also by keyboard; one with few stays as it is") {
  const auto table = [](int columns) {
    std::string cells;
    for (int i = 0; i < columns; ++i) cells += "<td>x</td>";
    return "<table><caption>Options</caption><tbody><tr>" + cells + "</tr></tbody></table>";
  };
  CHECK(content(page(table(9)))
            .starts_with("<div class=\"wide\" style=\"--columns:9\" tabindex=\"0\" role=\"region\" "
                         "aria-label=\"Options\">\n<table>"));
  CHECK(holds(page(table(9)), "</table></div>"));
  CHECK_FALSE(holds(content(page(table(7))), "<div"));
}

TEST_CASE("each cell knows the words of its column") {
  const std::string cells =
      content(page("<table><thead><tr><th scope=\"col\" rowspan=\"2\">Row</th><th scope=\"col\" "
                   "colspan=\"2\">A</th></tr><tr><th "
                   "scope=\"col\">low</th><th scope=\"col\">high</th></tr></thead><tbody><tr><th "
                   "scope=\"row\" rowspan=\"2\">r</th><td>1</td>"
                   "<td>2</td></tr><tr><td colspan=\"2\">3</td></tr></tbody></table>"));
  CHECK(holds(cells, "<td data-label=\"A \u00b7 low\">1</td>"));
  CHECK(holds(cells, "<td data-label=\"A \u00b7 high\">2</td>"));
  CHECK(holds(cells, "<td colspan=\"2\" data-label=\"A \u00b7 low, A \u00b7 high\">3</td>"));
  CHECK_FALSE(holds(content(page("<table><tbody><tr><td>1</td></tr></tbody></table>")), "stacked"));
}
