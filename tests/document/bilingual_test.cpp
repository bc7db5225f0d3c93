// Two documents that say the same become one: what differs stands side by side, what is the same once, and
// nothing is lost where they do not match.
#include "generator/document/bilingual.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "generator/document/markup.h"

namespace document = generator::document;
namespace model = generator::model;

namespace {

/// The tree on one line: tag.class#id@language->target around its content, text as it is; br as "|".
std::string picture(const std::vector<document::Node>& nodes) {
  std::string out;
  for (const document::Node& node : nodes) {
    if (const auto* text = std::get_if<document::Text>(&node)) {
      out += text->value;
      continue;
    }
    const auto& element = *std::get<std::unique_ptr<document::Element>>(node);
    if (element.tag == document::Tag::br) {
      out += '|';
      continue;
    }
    out += '<';
    out += document::name_of(element.tag);
    for (const std::string& name : element.classes) out += '.' + name;
    if (!element.id.empty()) out += '#' + element.id;
    if (element.language) out += '@' + element.language->text();
    if (!element.href.empty()) out += "->" + element.href;
    if (!element.label.empty()) out += "=" + element.label;
    out += ' ' + picture(element.children) + '>';
  }
  return out;
}

document::Document page_in(const std::string& language, const std::string& body) {
  auto read = document::read_markup("<html lang=\"" + language + "\"><head><title>" + language +
                                        " title</title></head><body>" + body + "</body></html>",
                                    "t.html", {});
  if (!read) FAIL(generator::base::to_text(read.error().front()));
  return std::move(*read);
}

/// Of a Turkish and a French document.
std::string paired(const std::string& first, const std::string& second) {
  return picture(document::side_by_side(page_in("tr", first), page_in("fr", second)).body);
}

}  // namespace

TEST_CASE("words that differ stand beside one another, in one paragraph, heading, item or caption") {
  CHECK(paired("<h2>Bir</h2>", "<h2>Un</h2>") == "<h2 <span.pair <span@tr Bir> <span@fr Un>>>");
  CHECK(paired("<p class=\"lead\">Bir <strong>iki</strong></p>", "<p class=\"lead\">Un deux</p>") ==
        "<p.lead <span.pair <span@tr Bir <strong iki>> <span@fr Un deux>>>");
  CHECK(paired("<ul><li>Bir</li><li>3</li></ul>", "<ul><li>Un</li><li>3</li></ul>") ==
        "<ul <li <span.pair <span@tr Bir> <span@fr Un>>><li 3>>");
}

TEST_CASE("what is the same in both stands once") {
  CHECK(paired("<p>7 200 USD</p>", "<p>7 200 USD</p>") == "<p 7 200 USD>");
  // Each language puts its own marks of direction around an amount.
  CHECK(paired("<p>&#x200f;7 200 USD</p>", "<p>7 200 USD</p>") == "<p \u200f7 200 USD>");
  // Of words in their own language with a note behind them, the note alone is in both languages.
  CHECK(paired("<p><span lang=\"zh-Hans\">\u597d</span> <span class=\"original\">(T)</span>&nbsp;<a "
               "href=\"#s\">[1]</a></p><p id=\"s\">1</p>",
               "<p><span lang=\"zh-Hans\">\u597d</span> <span class=\"original\">(F)</span>&nbsp;<a "
               "href=\"#s\">[1]</a></p><p id=\"s\">1</p>") ==
        "<p <span@zh-Hans \u597d> <span@tr <span.original (T)>> / <span@fr <span.original "
        "(F)>>\u00a0<a->#s [1]>><p#s 1>");
  // A long sentence stands beside the other's, and the quotation below both.
  const std::string sentence = "a sentence that is too long to stand in a line with others";
  CHECK(paired("<p>Bir " + sentence + "<br><span lang=\"zh-Hans\">\u597d</span></p>",
               "<p>Un " + sentence + "<br><span lang=\"zh-Hans\">\u597d</span></p>") ==
        "<p <span.pair <span@tr Bir " + sentence + "> <span@fr Un " + sentence + ">><span@zh-Hans \u597d>>");
}

TEST_CASE("in cells the second language stands below the first") {
  const auto table = [](const std::string& head, const std::string& cell) {
    return "<table><thead><tr><th scope=\"col\">" + head + "</th></tr></thead><tbody><tr><td>" + cell +
           "</td></tr></tbody></table>";
  };
  CHECK(paired(table("Bir", "iki"), table("Un", "deux")) ==
        "<table <thead <tr <th <span@tr Bir>|<span.second@fr Un>>>>"
        "<tbody <tr <td <p.tight.first@tr iki><p.tight.second@fr deux>>>>>");
  CHECK(paired(table("A", "<p class=\"label\">iki</p><ul><li>3</li></ul>"),
               table("A", "<p class=\"label\">deux</p><ul><li>3</li></ul>")) ==
        "<table <thead <tr <th A>>><tbody <tr <td <p.label.first@tr iki><p.label.second@fr deux><ul <li "
        "3>>>>>>");
  // The number of a source stands once.
  CHECK(paired(table("A", "iki&nbsp;<a href=\"https://a.example\">[1]</a>"),
               table("A", "deux&nbsp;<a href=\"https://a.example\">[1]</a>"))
            .find("iki\u00a0<a->https://a.example [1]>><p.tight.second@fr deux>") != std::string::npos);
}

TEST_CASE("a link to one place stays one link, so that a list of contents stays one") {
  CHECK(paired("<ul><li><a href=\"#s\">Bir</a></li></ul><h2 id=\"s\">Bir</h2>",
               "<ul><li><a href=\"#s\">Un</a></li></ul><h2 id=\"s\">Un</h2>") ==
        "<ul <li <a->#s <span@tr Bir> / <span@fr Un>>>><h2#s <span.pair <span@tr Bir> <span@fr Un>>>");
}

TEST_CASE("terms that differ stand above what is said of them") {
  CHECK(paired("<dl><dt>Birinci soru</dt><dd>3</dd></dl>", "<dl><dt>Un</dt><dd>3</dd></dl>") ==
        "<dl.both <dt <span.pair <span@tr Birinci soru> <span@fr Un>>><dd <span.pair <span@tr 3> <span@fr "
        "3>>>>");
  CHECK(paired("<dl><dt>1</dt><dd>Bir</dd></dl>", "<dl><dt>1</dt><dd>Un</dd></dl>") ==
        "<dl <dt 1><dd <span.pair <span@tr Bir> <span@fr Un>>>>");
  CHECK(paired("<dl><dt>[1]</dt><dd>3</dd></dl>", "<dl><dt>(1)</dt><dd>3</dd></dl>") ==
        "<dl <dt <span@tr [1]>|<span.second@fr (1)>><dd 3>>");
}

TEST_CASE(
    "a drawing stands once, and says below in words what its labels do not say in the second language") {
  const auto figure = [](const std::string& label, const std::string& text) {
    return "<figure><svg viewBox=\"0 0 90 20\" width=\"90\" height=\"20\" aria-label=\"" + label +
           "\"><text x=\"1\" y=\"9\">" + text + "</text></svg><figcaption>" + text + "</figcaption></figure>";
  };
  CHECK(paired(figure("Bir: 3", "iki"), figure("Un : 3", "deux")) ==
        "<figure <svg=Bir: 3 <text iki>><figcaption <span.pair <span@tr iki> <span@fr deux>>>>"
        "<p.second@fr Un : 3>");
  CHECK(paired(figure("3", "4"), figure("3", "4")) == "<figure <svg=3 <text 4>><figcaption 4>>");
}

TEST_CASE("what is folded away is folded once, under one line for both") {
  CHECK(paired("<details><summary>Bir</summary><p>iki</p></details>",
               "<details><summary>Un</summary><p>deux</p></details>") ==
        "<details <summary <span.pair <span@tr Bir> <span@fr Un>>><p <span.pair <span@tr iki> <span@fr "
        "deux>>>>");
}

TEST_CASE("what has no counterpart stands by itself, in its language") {
  CHECK(paired("<h2>Bir</h2><aside><p>Not</p></aside><p>iki</p>", "<h2>Un</h2><p>deux</p>") ==
        "<h2 <span.pair <span@tr Bir> <span@fr Un>>><aside@tr <p Not>>"
        "<p <span.pair <span@tr iki> <span@fr deux>>>");
  CHECK(paired("<section id=\"a\"><h2>Bir</h2></section><section id=\"b\"><p>3</p></section>",
               "<section id=\"b\"><p>3</p></section>") == "<section#a@tr <h2 Bir>><section#b <p 3>>");
  // Of paragraphs alike one is too many, and nothing says which.
  CHECK(paired("<h2>Bir</h2><p>a</p><p>b</p>", "<h2>Un</h2><p>c</p>") ==
        "<h2 <span.pair <span@tr Bir> <span@fr Un>>><p@tr a><p@tr b><p@fr c>");
}

TEST_CASE("lists and tables of another build are there twice, and their links lead to their own") {
  CHECK(paired("<p>x <a href=\"#n\">1</a></p><ol><li id=\"n\">a</li><li>b</li></ol>",
               "<p>x <a href=\"#n\">un</a></p><ol><li id=\"n\">c</li></ol>") ==
        "<p <span.pair <span@tr x <a->#n 1>> <span@fr x <a->#n-2 un>>>>"
        "<ol@tr <li#n a><li b>><ol@fr <li#n-2 c>>");
}

TEST_CASE("numbered sources are aligned by what they quote, where one language has more of them") {
  const auto entry = [](const std::string& n, const std::string& place, const std::string& quote) {
    return "<dt id=\"s" + n + "\">" + n + "</dt><dd>" + place +
           (quote.empty() ? "" : " <span lang=\"en\">" + quote + "</span>") + "</dd>";
  };
  CHECK(paired("<p><a href=\"#s2\">2</a></p><dl>" + entry("1", "iki", "") + entry("2", "bir", "Q") + "</dl>",
               "<p><a href=\"#s1\">1</a></p><dl>" + entry("1", "un", "Q") + "</dl>") ==
        "<p <span.pair <span@tr <a->#s2 2>> <span@fr <a->#s2 1>>>>"
        "<dl <dt#s1@tr 1><dd@tr iki>"
        "<dt#s2 <span@tr 2>|<span.second@fr 1>>"
        "<dd <span.pair <span@tr bir> <span@fr un>><span@en Q>>>");
}

TEST_CASE("what stands on every page is in both languages, and the first language is the page's") {
  const document::Document both =
      document::side_by_side(page_in("ar", "<p>\u0648</p>"), page_in("en", "<p>and</p>"));
  CHECK(both.language.text() == "ar");
  CHECK(both.direction == model::Direction::right_to_left);
  CHECK(both.furniture.title == "ar title / en title");
  CHECK(picture(both.body) == "<p <span.pair <span@ar \u0648> <span@en and>>>");
}
