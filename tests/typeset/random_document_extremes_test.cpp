// Documents that go as far as markup goes: each becomes right pages, or is refused with what is too much.
#include "tests/typeset/invariants.h"
#include "tests/typeset/layout_fixture.h"

namespace generator::typeset {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (; count > 0; --count) all += text;
  return all;
}

/// The code of the refusal; "" if the document was set and all that must hold holds.
std::string outcome(const std::string& markup) {
  const auto document = document::read_markup(markup, "extreme.html", *model::LanguageTag::parse("en"));
  const auto code = [](const base::Diagnostics& found) {
    CHECK(found.front().place.line > 0);
    return found.front().code;
  };
  if (!document) return code(document.error());
  const auto pages = typeset(*document, test::theme(), document::PageSize::a4, test::fonts());
  if (!pages) return code(pages.error());
  for (const std::string& breach :
       test::find_breaches(*document, *pages, test::theme(), document::PageSize::a4))
    FAIL_CHECK(breach);
  return "";
}

TEST_CASE("extremes: what is long or wide is set") {
  CHECK(outcome("<p>" + repeated("a", 10000) + "</p>").empty());
  CHECK(outcome("<p>" + repeated("word of text ", 20000) + "</p>").empty());
  CHECK(outcome("<table><tbody>" + repeated("<tr><th scope=\"row\">n</th><td>x</td></tr>", 10000) +
                "</tbody></table>")
            .empty());
  CHECK(outcome("<table><tbody>" + repeated("<tr><th scope=\"col\">n</th></tr>", 10000) +
                repeated("<tr><td>x</td></tr>", 10000) + "</tbody></table>")
            .empty());
  CHECK(outcome("<table><tbody><tr>" + repeated("<td>x</td>", 64) + "</tr></tbody></table>").empty());
  CHECK(outcome(repeated("<section>", 98) + "<p>x</p>" + repeated("</section>", 98)).empty());
  CHECK(outcome(repeated("<figure><table><tbody><tr><td>", 16) + "x" +
                repeated("</td></tr></tbody></table></figure>", 16))
            .empty());
}

TEST_CASE("extremes: what nobody could read is refused, and says why") {
  CHECK(outcome(repeated("<ul><li>", 500) + "x" + repeated("</li></ul>", 500)) == "markup-depth");
  CHECK(outcome(repeated("<ul><li>", 45) + "x" + repeated("</li></ul>", 45)) == "layout-too-wide");
  CHECK(outcome("<p>a" + repeated("\u0301", 1000000) + "</p>") == "cluster-too-long");
  CHECK(outcome("<p>" + repeated("x ", 5u << 20) + "</p>") == "markup-too-large");
  CHECK(outcome("<ul>" + repeated("<li>x</li>", 800000) + "</ul>") == "markup-too-large");
  CHECK(outcome("<ul>" + repeated("<li>x</li>", 200000) + "</ul>") == "layout-too-long");
}

}  // namespace
}  // namespace generator::typeset
