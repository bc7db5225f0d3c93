// What the markup may say comes back as a tree; what it may not is refused at its place.
#include <catch2/catch.hpp>
#include <string>

#include "generator/document/markup.h"

namespace document = generator::document;
namespace model = generator::model;

namespace {

/// The tree on one line: <tag.class#id ...> around its content, "..." around text.
std::string picture(const std::vector<document::Node>& nodes) {
  std::string out;
  for (const document::Node& node : nodes) {
    if (!out.empty()) out += ' ';
    if (const auto* text = std::get_if<document::Text>(&node)) {
      out += '"' + text->value + '"';
      continue;
    }
    const auto& element = *std::get<std::unique_ptr<document::Element>>(node);
    out += document::name_of(element.tag);
    for (const std::string& name : element.classes) out += '.' + name;
    if (!element.id.empty()) out += '#' + element.id;
    if (element.language) out += '@' + element.language->text();
    if (element.direction == model::Direction::right_to_left) out += "@rtl";
    if (element.scope == document::Scope::row) out += "@row";
    if (element.scope == document::Scope::column) out += "@col";
    if (element.column_span > 1) out += "x" + std::to_string(element.column_span);
    if (!element.href.empty()) out += "->" + element.href;
    if (!element.label.empty()) out += "=" + element.label;
    for (const auto& [name, value] : element.drawing) out += " " + name + ":" + value;
    if (!element.children.empty()) out += '(' + picture(element.children) + ')';
  }
  return out;
}

std::string read(const std::string& markup) {
  const auto document = document::read_markup(markup, "t.html", {});
  if (document) return picture(document->body);
  std::string out = "refused:";
  for (const auto& d : document.error()) {
    out += " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code;
  }
  return out;
}

std::string repeat(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("elements, attributes and character references come back as written") {
  CHECK(read("<p class=\"a b\" id='x'>1 &lt; 2 &amp; 3&#39;s &quot;4&quot;&#x41;&apos;</p>") ==
        "p.a.b#x(\"1 < 2 & 3's \"4\"A'\")");
  CHECK(read("<section lang=\"ar\"><h2>م</h2></section>") == "section@ar@rtl(h2(\"م\"))");
  CHECK(read("<p>a <a href=\"#x\">b</a></p><p id=\"x\">c</p>") == "p(\"a \" a->#x(\"b\")) p#x(\"c\")");
  CHECK(
      read("<table><caption>C</caption><thead><tr><td></td><th scope=\"col\">A</th></tr></thead>"
           "<tbody><tr><th scope=\"row\">r</th><td>1</td></tr><tr><td "
           "colspan=\"2\">2</td></tr></tbody></table>") ==
      "table(caption(\"C\") thead(tr(td th@col(\"A\"))) tbody(tr(th@row(\"r\") td(\"1\")) tr(tdx2(\"2\"))))");
  CHECK(
      read("<figure><svg viewBox=\"0 0 10 5\" role=\"img\"><title>Bars</title><g fill=\"#123\"><rect x=\"0\" "
           "y=\"0\" "
           "width=\"1.5\" height=\"2\"/></g><path d=\"M0,0 L 1 2 3 4 Z\" stroke=\"none\"/></svg></figure>") ==
      "figure(svg=Bars viewBox:0 0 10 5(title(\"Bars\") g fill:#123(rect x:0 y:0 width:1.5 height:2) path "
      "d:M0,0 "
      "L 1 2 3 4 Z stroke:none))");
}

TEST_CASE("white space collapses over elements and goes at the edges of blocks and lines") {
  CHECK(read("<p>\n  a \n b  </p>\n\n<p> </p>") == "p(\"a b\") p");
  CHECK(read("<p>a <strong> b </strong> c <em> </em></p>") == "p(\"a \" strong(\"b \") \"c\" em)");
  CHECK(read("<p>a <br> b<!-- no --> c</p>") == "p(\"a\" br \"b c\")");
  CHECK(read("<p>a \u2028 b\u2028c</p>") == "p(\"a\" br \"b\" br \"c\")");  // the end of somebody's line
  CHECK(read("<p>&nbsp;a&nbsp; </p>") == "p(\"\u00a0a\u00a0\")");
  CHECK(read("<ul>\n <li>\n <p> a </p> \n <p>b</p> </li> </ul>") == "ul(li(p(\"a\") p(\"b\")))");
}

TEST_CASE("words and blocks may stand side by side in items and cells") {
  CHECK(read("<ul><li> a <ul><li>b</li></ul> c </li></ul>") == "ul(li(\"a\" ul(li(\"b\")) \"c\"))");
  CHECK(read("<table><tbody><tr><td><em>a</em> <p> b</p></td></tr></tbody></table>") ==
        "table(tbody(tr(td(em(\"a\") p(\"b\")))))");
}

TEST_CASE("the page's frame gives language, direction and furniture") {
  const auto document = document::read_markup(
      "<!doctype html>\n<html lang=\"ar\">\n<head><meta charset=\"utf-8\"><title> T &amp;\n t </title>"
      "<meta name=\"consilium:mark\" content=\"DRAFT\"><meta name=\"consilium:page-label\" "
      "content=\"{page}/{pages}\">"
      "<meta name=\"consilium:running-head\" content=\"Case\"><meta name=\"consilium:summary\" "
      "content=\"S\"></head>"
      "<body><p>x</p></body></html>\n",
      "t.html", {});
  REQUIRE(document);
  CHECK(document->language.text() == "ar");
  CHECK(document->direction == model::Direction::right_to_left);
  CHECK(document->furniture.title == "T & t");
  CHECK(document->furniture.mark == "DRAFT");
  CHECK(document->furniture.page_label == "{page}/{pages}");
  CHECK(document->furniture.running_head == "Case");
  CHECK(document->furniture.summary == "S");
  CHECK(picture(document->body) == "p(\"x\")");
}

TEST_CASE("all else is refused at its place") {
  struct Refused {
    std::string markup;
    std::string findings;
  };
  const Refused table[] = {
      {"<p>a</p>\n<div><p>b</p></div>", "2:1 markup-unknown-element"},
      {"<p>é <font>b</font></p>", "1:6 markup-unknown-element"},
      {"<P>a</P>", "1:1 markup-unknown-element"},
      {"<script>if (a < b) alert(1)</script><p>a</p>", "1:1 markup-unknown-element"},
      {"<style>p {}</style>", "1:1 markup-unknown-element"},
      {"<p style=\"color: red\" onclick='x'>a</p>",
       "1:4 markup-unknown-attribute 1:23 markup-unknown-attribute"},
      {"<p><a href=\"javascript:alert(1)\">a</a></p>", "1:7 markup-bad-value"},
      {"<p><a href=\"JaVaScRiPt&#58;x\">a</a></p>", "1:7 markup-bad-value"},
      {"<p><a href=\"http://example.org/\">a</a></p>", "1:7 markup-bad-value"},
      {"<p><a href=\"https://a b\">a</a></p>", "1:7 markup-bad-value"},
      {"<p><a>a</a></p>", "1:4 markup-missing-attribute"},
      {"<p><a href=\"#no\">a</a></p>", "1:4 markup-missing-target"},
      {"<p><a href=\"#x\">a<em><a href=\"#x\">b</a></em></a></p><p id=\"x\">c</p>", "1:22 markup-nesting"},
      {"<p id=\"x\">a</p>\n<p id=\"x\">b</p>", "2:1 markup-duplicate-id"},
      {"<p id=\"1\" class=\"A\" lang=\"??\" dir=\"up\">a</p>",
       "1:4 markup-bad-value 1:11 markup-bad-value 1:21 markup-bad-value 1:31 markup-bad-value"},
      {"<p class=\"a\" class=\"b\">a</p>", "1:14 markup-duplicate-attribute"},
      {"<p class=a>a</p>", "1:4 markup-syntax"},
      {"<p hidden>a</p>", "1:4 markup-syntax"},
      {"<p class=\"a>a</p>", "1:1 markup-syntax 1:1 markup-unclosed 1:4 markup-syntax"},
      {"<p>a", "1:1 markup-unclosed"},
      {"<section><p>a</section>", "1:10 markup-unclosed"},
      {"<p>a</p></p>", "1:9 markup-stray-end"},
      {"<p>a</br></p>", "1:5 markup-stray-end"},
      {"<p/>a</p>", "1:1 markup-syntax"},
      {"<p><p>a</p></p>", "1:4 markup-nesting"},
      {"a", "1:1 markup-nesting"},
      {"<section>\n a</section>", "2:2 markup-nesting"},
      {"<tr><td>a</td></tr>", "1:1 markup-nesting"},
      {"<ul><p>a</p></ul>", "1:5 markup-nesting"},
      {"<p><svg viewBox=\"0 0 1 1\" aria-label=\"x\"></svg></p>", "1:4 markup-nesting"},
      {"<dl><dd>a</dd></dl>", "1:1 markup-nesting"},
      {"<dl><dt>a</dt></dl>", "1:1 markup-nesting"},
      {"<h2> </h2>", "1:1 markup-empty"},
      {"<details><p>a</p></details>", "1:1 markup-nesting"},
      {"<details></details>", "1:1 markup-nesting"},
      {"<details><p>a</p><summary>b</summary></details>", "1:1 markup-nesting 1:1 markup-nesting"},
      {"<details><summary>a</summary><summary>b</summary></details>", "1:1 markup-nesting"},
      {"<details><summary> </summary><p>a</p></details>", "1:10 markup-empty"},
      {"<details><summary><h3>a</h3> b</summary></details>", "1:10 markup-nesting"},
      {"<details><summary>a</summary><details><summary>b</summary></details></details>",
       "1:30 markup-nesting"},
      {"<summary>a</summary>", "1:1 markup-nesting"},
      {"<table></table>", "1:1 markup-table"},
      {"<table><tbody><tr><td>1</td><td>2</td></tr>\n<tr><td>1</td></tr></tbody></table>",
       "2:1 markup-table"},
      {"<table><tbody><tr><td>1</td></tr>\n<tr><td colspan=\"2\">1</td></tr></tbody></table>",
       "2:5 markup-table"},
      {"<table><tbody><tr><td rowspan=\"2\">1</td></tr></tbody></table>", "1:19 markup-table"},
      {"<table><tbody><tr><td>1</td><td rowspan=\"2\">2</td><td>3</td></tr><tr><td "
       "colspan=\"2\">4</td></tr></tbody></table>",
       "1:70 markup-table"},
      {"<table><tbody><tr><td colspan=\"65\">1</td></tr></tbody></table>", "1:23 markup-bad-value"},
      {"<table><tbody><tr><td>1</td></tr></tbody><caption>c</caption></table>", "1:1 markup-nesting"},
      {"<table><tbody><tr><th>1</th></tr></tbody></table>", "1:19 markup-missing-attribute"},
      {"<figure><svg viewBox=\"0 0 1 1\"></svg></figure>", "1:9 markup-missing-attribute"},
      {"<figure><svg viewBox=\"0 0 1 1\" aria-label=\"x\"></svg><svg viewBox=\"0 0 1 1\" "
       "aria-label=\"x\"></svg></figure>",
       "1:1 markup-nesting"},
      {"<figure><svg class=\"narrow\" viewBox=\"0 0 1 1\" aria-label=\"x\"></svg><svg class=\"wide\" "
       "viewBox=\"0 0 1 1\" aria-label=\"x\"></svg></figure>",
       "1:1 markup-nesting"},
      {"<html><head><title>T</title><meta name=\"consilium:most-pages\" "
       "content=\"0\"></head><body></body></html>",
       "1:29 markup-bad-value"},
      {"<figure><svg viewBox=\"0 0 0 1\" aria-label=\"x\"><rect x=\"1\" fill=\"url(#a)\" y=\"1e3\" "
       "width=\"-1\"/></svg></figure>",
       "1:14 markup-bad-value 1:47 markup-missing-attribute 1:59 markup-bad-value 1:74 markup-bad-value 1:82 "
       "markup-bad-value"},
      {"<figure><svg viewBox=\"0 0 1 1\" aria-label=\"x\"><path d=\"m 1 2\"/><path d=\"M1\"/><path d=\"L1 "
       "2\"/></svg></figure>",
       "1:53 markup-bad-value 1:70 markup-bad-value 1:84 markup-bad-value"},
      {"<p>AT&T</p>", "1:6 markup-entity"},
      {"<p>&copy; &#0; &#xD800; &#1; &#99999999999;</p>",
       "1:4 markup-entity 1:11 markup-entity 1:16 markup-entity 1:25 markup-entity 1:30 markup-entity"},
      {"<p>a < b</p>", "1:6 markup-syntax"},
      {"<p>a</p><!-- b", "1:9 markup-syntax"},
      {"<p>a</p><!doctype html>", "1:9 markup-syntax"},
      {"<p>a</p><?php ?>", "1:9 markup-syntax"},
      {"<p>a\x01</p>", "1:5 markup-character"},
      {"<p>\xc3(</p>", "1:4 markup-encoding"},
      {"<p>\xed\xa0\x80</p>", "1:4 markup-encoding"},
      {"<p>a</p><html lang=\"en\"><body></body></html>", "1:9 markup-nesting"},
      {"<head><title>a</title><title>b</title></head><p>a</p>", "1:23 markup-nesting"},
      {"<head><meta name=\"robots\" content=\"x\"></head><p>a</p>", "1:7 markup-bad-value"},
  };
  for (const Refused& refused : table) {
    INFO(refused.markup);
    CHECK(read(refused.markup) == "refused: " + refused.findings);
  }
}

TEST_CASE("each refusal says what to do") {
  const auto document = document::read_markup("<div>a</div>", "templates/x.html", {});
  REQUIRE_FALSE(document);
  CHECK(generator::base::to_text(document.error().front()) ==
        "templates/x.html:1:1: error: there is no element <div>; paper and page can show only what "
        "docs/templates.md lists; use one of section, h1, h2, h3, p, ul, ol, dl, table, figure, aside, "
        "details, a, strong, em, span, br [markup-unknown-element]");
}

TEST_CASE("hostile sizes end early and cheaply") {
  CHECK(read(repeat("<section>", 200000)).find("markup-depth") != std::string::npos);
  CHECK(read(repeat("<span>", 200000)).find("markup-depth") != std::string::npos);
  CHECK(read(repeat("<b>", 200000)).find("refused:") == 0);
  CHECK(read(std::string(9u << 20, 'a')).find("markup-too-large") != std::string::npos);
  CHECK(read("<p>" + repeat("&", 300000) + "</p>").find("markup-entity") != std::string::npos);
  CHECK(read("<p " + repeat("a='", 300000)).find("refused:") == 0);
  CHECK(read("<p>" + repeat(" <span></span>", 100000) + "</p>").find("refused:") == std::string::npos);
  const std::string row = "<tr>" + repeat("<td rowspan=\"1000\">x</td>", 70) + "</tr>";
  CHECK(read("<table><tbody>" + row + repeat("<tr></tr>", 999) + "</tbody></table>").find("markup-table") !=
        std::string::npos);
}
