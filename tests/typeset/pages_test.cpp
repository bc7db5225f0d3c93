// What documents become: breaks, links, columns, contents, furniture.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "generator/base/file.h"
#include "generator/typeset/inline_collector.h"
#include "generator/typeset/numerals.h"
#include "generator/typeset/structure.h"
#include "tests/typeset/invariants.h"
#include "tests/typeset/layout_fixture.h"

namespace generator::typeset {
namespace {

std::string long_document() {
  std::string markup = "<section><h1>Title</h1>";
  for (int i = 0; i < 30; ++i) {
    markup += fmt::format("<h2 id=\"s{}\">Part {}</h2>", i, i);
    for (int j = 0; j <= i % 5; ++j) {
      markup += "<p>";
      for (int k = 0; k < 12 * (j + 1); ++k) markup += fmt::format("word{} ", k);
      markup += fmt::format("<a href=\"#s{}\">back to {}</a></p>", i / 2, i / 2);
    }
    if (i % 4 == 0) markup += "<ul><li>one</li><li>two<ol><li>three</li></ol></li></ul>";
    if (i % 7 == 0) markup += "<aside><p>Beside the way.</p><p>And some more of it.</p></aside>";
  }
  return markup + "</section>";
}

TEST_CASE("pages: of a long document nothing is off the page, lost, or there twice") {
  const auto document = test::read(long_document());
  const auto breaches =
      test::find_breaches(document, test::set(document), test::theme(), document::PageSize::a4);
  CHECK(breaches == test::Breaches());
}

TEST_CASE("pages: lists count in the digits of their language, at the start side of their items") {
  const std::map<std::string, std::string> tenth = {
      {"en", "10."}, {"ar", "١٠."}, {"fa", "۱۰."},  {"ur", "10."},      {"hi", "10."},     {"ne", "१०."},
      {"bn", "১০."}, {"gu", "10."}, {"ta", "10."},  {"si", "10."},      {"tr", "10."},     {"fr", "10."},
      {"ru", "10."}, {"sw", "10."}, {"fil", "10."}, {"zh-Hans", "10."}, {"zh-Hant", "10."}};
  std::string items;
  for (int i = 0; i < 10; ++i) items += "<li>5</li>";
  for (const auto& [language, marker] : tenth) {
    INFO(language);
    const Pages pages = test::set("<ol>" + items + "</ol>", language);
    const bool rtl = model::LanguageTag::parse(language)->direction() == model::Direction::right_to_left;
    const auto& all = pages.pages[0].items;
    const TextItem* text = nullptr;  // of the tenth item
    for (const Item& item : all)
      if (const auto* any = std::get_if<TextItem>(&item);
          any != nullptr && test::node(pages, any->node).role == Role::list_body)
        text = any;
    REQUIRE(text != nullptr);
    std::vector<const TextItem*> label;
    for (const Item& item : all)
      if (const auto* any = std::get_if<TextItem>(&item); any != nullptr && any->origin.y == text->origin.y &&
                                                          test::node(pages, any->node).role == Role::label)
        label.push_back(any);
    // The point of a number from right to left stands at its left.
    if (rtl) std::ranges::reverse(label);
    std::u16string said;
    for (const TextItem* part : label) said += part->run.text;
    CHECK(to_utf8(said) == marker);
    for (const TextItem* part : label)
      CHECK((rtl ? part->origin.x >= text->origin.x + text->run.advance
                 : part->origin.x + part->run.advance <= text->origin.x));
  }
}

TEST_CASE("pages: a heading is never the last thing on a page") {
  const Pages pages = test::set(long_document());
  REQUIRE(pages.pages.size() > 3);
  for (const Page& page : pages.pages) {
    NodeIndex last = k_artifact;
    for (const Item& item : page.items)
      if (const auto* text = std::get_if<TextItem>(&item); text != nullptr && text->node != k_artifact)
        last = text->node;
    CHECK(test::node(pages, last).role != Role::h2);
  }
}

TEST_CASE("pages: the same document gives the same pages") {
  const auto document = test::read(long_document());
  CHECK(dump(test::set(document)) == dump(test::set(document)));
}

TEST_CASE("pages: a link across lines has an area on each, and says where it leads") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "linked ";
  const Pages pages = test::set("<p><a href=\"https://example.org/\">" + words + "</a></p>");
  REQUIRE(pages.pages.size() == 1);
  const auto& links = pages.pages[0].links;
  REQUIRE(links.size() > 1);
  CHECK(links[0].node == links[1].node);
  CHECK(links[0].target == "https://example.org/");
  CHECK(links[0].contents.starts_with("linked linked"));
  CHECK(links[0].area.y + links[0].area.height <= links[1].area.y + 0.02);
}

TEST_CASE("pages: right-to-left words beside a link are said by leaves, and in order") {
  const Pages pages = test::set("<p>قبل <a href=\"https://example.org/\">رابط</a> بعد</p>", "ar");
  std::vector<std::string> said;
  for (const StructureNode& node : pages.structure)
    if (!node.actual_text.empty()) said.push_back(to_utf8(node.actual_text));
  CHECK(said == std::vector<std::string>{"قبل ", "رابط", " بعد"});
}

TEST_CASE("pages: a callout over a page end has its background on both pages") {
  std::string paragraphs;
  for (int i = 0; i < 80; ++i) paragraphs += "<p>Some words in a callout.</p>";
  const Pages pages = test::set("<aside class=\"note\">" + paragraphs + "</aside>");
  REQUIRE(pages.pages.size() > 1);
  const auto background = test::theme()
                              .properties_of(
                                  *[] {
                                    static document::Element element;
                                    element.tag = document::Tag::aside;
                                    element.classes = {"note"};
                                    return &element;
                                  }(),
                                  {})
                              .background;
  REQUIRE(background);
  for (const Page& page : pages.pages) {
    CHECK(std::ranges::any_of(page.items, [&](const Item& item) {
      const auto* path = std::get_if<PathItem>(&item);
      return path != nullptr && path->fill == background && path->node == k_artifact;
    }));
  }
}

TEST_CASE("pages: a draft carries its mark on every page, outside of the content") {
  const Pages pages = test::set(
      "<html lang=\"en\"><head><title>T</title><meta name=\"consilium:mark\" content=\"Draft\">"
      "<meta name=\"consilium:page-label\" content=\"{page} of {pages}\"></head><body>" +
      long_document() + "</body></html>");
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    std::u16string furniture;
    for (const Item& item : pages.pages[i].items)
      if (const auto* text = std::get_if<TextItem>(&item); text != nullptr && text->node == k_artifact)
        furniture += text->run.text;
    CHECK(to_utf8(furniture) == fmt::format("Draft{} of {}", i + 1, pages.pages.size()));
  }
}

/// A contents list, and after it so many parts, each on a page of its own.
std::string with_contents(int parts) {
  std::string list;
  std::string body;
  for (int i = 1; i <= parts; ++i) {
    list += fmt::format("<li><a class=\"entry\" href=\"#part{}\">Part {}</a></li>", i, i);
    body += fmt::format("<h2 class=\"new-page\" id=\"part{}\">Part {}</h2><p>Words.</p>", i, i);
  }
  return "<h1>Title</h1><section id=\"contents\" class=\"contents\"><h2>Contents</h2><ul>" + list +
         "</ul></section>" + body + "<p><a href=\"#contents\">Contents</a></p>";
}

TEST_CASE("pages: a contents list gives each part's page, at the line's end and in the language's digits") {
  for (const std::string language : {"en", "ar", "fa", "ne"}) {
    INFO(language);
    const Pages pages = test::set(with_contents(11), language);
    REQUIRE(pages.pages.size() == 12);
    const auto tag = *model::LanguageTag::parse(language);
    const Page& first = pages.pages.front();
    std::size_t found = 0;
    for (const LinkArea& link : first.links) {
      ++found;
      const std::u16string number = to_utf16(numeral(tag, found + 1, test::fonts().typography()));
      const auto item = std::ranges::find_if(first.items, [&](const Item& any) {
        const auto* text = std::get_if<TextItem>(&any);
        return text != nullptr && text->run.text.ends_with(number) && text->origin.y > link.area.y &&
               text->origin.y < link.area.y + link.area.height;
      });
      REQUIRE(item != first.items.end());
      const auto& text = std::get<TextItem>(*item);
      // It belongs to the link, which reaches over it to the frame's edge, and so does what the link says.
      NodeIndex owner = text.node;
      while (owner != link.node && owner > 0) owner = test::node(pages, owner).parent;
      CHECK(owner == link.node);
      const double side = test::theme().pages.at(document::PageSize::a4).margin_side;
      if (tag.direction() == model::Direction::right_to_left)
        CHECK(text.origin.x == Approx(side).margin(0.02));
      else
        CHECK(text.origin.x + text.run.advance == Approx(first.width - side).margin(0.02));
      CHECK(link.area.x <= text.origin.x + 0.02);
      CHECK(link.area.x + link.area.width >= text.origin.x + text.run.advance - 0.02);
      if (const auto& said = test::node(pages, text.node).actual_text; !said.empty())
        CHECK(said.ends_with(number));
    }
    CHECK(found == 11);
  }
}

TEST_CASE("pages: a list of nothing but page references is tagged as a table of contents") {
  const auto path_of_first_link = [](std::string_view items) {
    const std::string markup = fmt::format("<h1 id=\"x\">Title</h1><ul>{}</ul>", items);
    const Pages pages = test::set(markup);
    std::string path;
    for (NodeIndex node = pages.pages.front().links.at(0).node; node > 0;
         node = test::node(pages, node).parent)
      path = fmt::format("/{}", to_string(test::node(pages, node).role)) + path;
    return path;
  };
  constexpr std::string_view k_entry = "<li><a class=\"entry\" href=\"#x\">Title</a></li>";
  CHECK(path_of_first_link(k_entry) == "/TOC/TOCI/Reference/Link");
  CHECK(path_of_first_link(fmt::format("{}<li>More</li>", k_entry)) == "/L/LI/LBody/Link");
  CHECK(path_of_first_link("<li><a href=\"#x\">Title</a></li>") == "/L/LI/LBody/Link");
  CHECK(path_of_first_link("<li><a class=\"entry\" href=\"#x\">Title</a> now</li>") == "/L/LI/LBody/Link");
}

TEST_CASE("pages: a short document has no contents list, and nothing is left of it") {
  const Pages pages = test::set(with_contents(3));
  REQUIRE(pages.pages.size() == 4);
  CHECK(pages.destinations.at("contents").page == 0);
  CHECK(std::ranges::none_of(pages.structure,
                             [](const StructureNode& node) { return node.role == Role::list; }));
  std::size_t reached = 0;
  for (std::size_t i = 0; i < pages.structure.size(); ++i) {
    for (const NodeIndex child : pages.structure[i].children) {
      CHECK(test::node(pages, child).parent == static_cast<NodeIndex>(i));
      ++reached;
    }
  }
  CHECK(reached + 1 == pages.structure.size());
  for (const Page& page : pages.pages)
    for (const Item& item : page.items)
      if (const auto* text = std::get_if<TextItem>(&item))
        CHECK(text->node < static_cast<NodeIndex>(pages.structure.size()));
}

TEST_CASE("pages: what its parent cannot be without is never left out") {
  const Pages pages = test::set(
      "<ul><li class=\"contents\">word</li></ul><dl><dt class=\"contents\">a</dt><dd>word</dd></dl>");
  CHECK(dump(pages).find("\"word\"") != dump(pages).rfind("\"word\""));
}

/// Where the texts that begin with "word" stand: page, left edge, baseline, in reading order.
struct Spot {
  std::size_t page;
  double x, y;
};
std::vector<Spot> spots(const Pages& pages) {
  std::vector<Spot> found;
  for (std::size_t page = 0; page < pages.pages.size(); ++page)
    for (const Item& item : pages.pages[page].items)
      if (const auto* text = std::get_if<TextItem>(&item);
          text != nullptr && text->run.text.starts_with(u"word"))
        found.push_back({page, text->origin.x, text->origin.y});
  return found;
}

TEST_CASE("pages: a heading is never the last on its page, whatever follows it") {
  constexpr std::string_view k_rows =
      "<tbody><tr><td>word</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody>";
  const std::vector<std::string> followers = {
      "<p>word one<br>two<br>three</p>",
      "<ul><li>word one<br>two<br>three</li><li>four</li></ul>",
      "<ol><li>word one</li><li>two</li></ol>",
      "<dl><dt>word</dt><dd>one</dd></dl>",
      fmt::format("<table><caption>Caption</caption><thead><tr><th scope=\"col\">A</th><th "
                  "scope=\"col\">B</th></tr></thead>{}</table>",
                  k_rows),
      fmt::format("<p class=\"intro\">Words before it.</p><table>{}</table>", k_rows),
      "<aside class=\"note\"><p>word</p></aside>",
      "<ul class=\"two-columns\"><li>word</li><li>two</li><li>three</li></ul>",
      "<figure><svg viewBox=\"0 0 100 60\" width=\"100\" height=\"60\" aria-label=\"A\"><text x=\"5\" "
      "y=\"20\" font-size=\"10\">word</text></svg><figcaption>Caption</figcaption></figure>"};
  for (const std::string& follower : followers) {
    INFO(follower);
    bool at_page_top = false;
    for (int before = 30; before < 56; ++before) {
      std::string markup;
      for (int i = 0; i < before; ++i) markup += "<p class=\"tight\">before</p>";
      const Pages pages = test::set(markup + "<h2>Heading</h2><h3>Below it</h3>" + follower);
      const auto first = spots(pages);
      REQUIRE(!first.empty());
      REQUIRE(pages.outline.size() == 2);
      CHECK(pages.outline[0].target.page == first[0].page);
      CHECK(pages.outline[1].target.page == first[0].page);
      at_page_top = at_page_top || first[0].page > 0;
    }
    CHECK(at_page_top);
  }
}

TEST_CASE("pages: no line of a paragraph stands alone on its page, in lists and before tables too") {
  const std::string lines = "word one<br>word two<br>word three<br>word four<br>word five";
  const std::vector<std::string> paragraphs = {
      "<p>" + lines + "</p><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
      "<ul><li>" + lines + "</li></ul>", "<dl><dt>Term</dt><dd><p>" + lines + "</p></dd></dl>",
      "<aside><p>" + lines + "</p></aside>"};
  for (const std::string& paragraph : paragraphs) {
    INFO(paragraph);
    for (int before = 35; before < 56; ++before) {
      std::string markup;
      for (int i = 0; i < before; ++i) markup += "<p class=\"tight\">before</p>";
      const auto found = spots(test::set(markup + paragraph));
      REQUIRE(found.size() == 5);
      CHECK(found[0].page == found[1].page);
      CHECK(found[3].page == found[4].page);
    }
  }
}

TEST_CASE("pages: columns are of equal height, and are read one after the other, page by page") {
  const auto items = [](int count) {
    std::string list = "<ul class=\"two-columns\">";
    for (int i = 0; i < count; ++i) list += fmt::format("<li id=\"i{}\">word {}</li>", i, i);
    return list + "</ul>";
  };
  const auto few = spots(test::set(items(11)));
  REQUIRE(few.size() == 11);
  CHECK(few[0].y == Approx(few[6].y));
  CHECK(few[6].x > few[5].x + 100);
  CHECK(few[6].y < few[5].y);
  const auto leftwards = spots(test::set(items(11), "ar"));
  CHECK(leftwards[6].x < leftwards[0].x - 100);

  const Pages pages = test::set(items(200));
  REQUIRE(pages.pages.size() > 1);
  const auto many = spots(pages);
  REQUIRE(many.size() == 200);
  for (std::size_t i = 1; i < many.size(); ++i) {
    // Down a column, on to the next one, on to the next page: never back.
    const bool down = many[i].page == many[i - 1].page && many[i].y > many[i - 1].y;
    const bool next_column = many[i].page == many[i - 1].page && many[i].x > many[i - 1].x + 100;
    CHECK((down || next_column || many[i].page > many[i - 1].page));
    const Destination& place = pages.destinations.at(fmt::format("i{}", i));
    CHECK(place.page == many[i].page);
    CHECK(place.y < many[i].y);
  }
  const auto narrow = spots(test::set(items(11), "en", document::PageSize::phone));
  CHECK(narrow.front().x == narrow.back().x);
}

TEST_CASE("pages: what nobody would print is refused, with its line") {
  std::string items;
  for (int i = 0; i < 60000; ++i) items += "<li>a</li>";
  for (const std::string& markup :
       {"<p>x</p>\n<ul class=\"two-columns\">" + items + "</ul>\n<ul>" + items + "</ul>",
        "<p>x</p>\n<table><tbody><tr><td><ul>" + items + "</ul></td><td><ul>" + items +
            "</ul></td></tr></tbody></table>\n<p>x</p>"}) {
    const auto pages = typeset(test::read(markup), test::theme(), document::PageSize::a4, test::fonts());
    REQUIRE_FALSE(pages);
    REQUIRE(pages.error().size() == 1);
    INFO(base::to_text(pages.error()[0]));
    CHECK(pages.error()[0].code == "layout-too-long");
    CHECK(pages.error()[0].place.line >= 2);
  }
}

TEST_CASE("pages: ten thousand rows are no trouble") {
  std::string markup = "<table><tbody>";
  for (int i = 0; i < 10000; ++i) markup += "<tr><td>a</td><td>b</td></tr>";
  const Pages pages = test::set(markup + "</tbody></table>");
  CHECK(pages.pages.size() > 200);
}

TEST_CASE("emphasis is bold where a script has no slanted letters", "[pages]") {
  const auto emphasised = [](const char* markup, const char* language) {
    const Pages pages = test::set(markup, language);
    for (const Item& item : pages.pages.at(0).items) {
      const auto* text = std::get_if<TextItem>(&item);
      if (text != nullptr && test::node(pages, text->node).role == Role::paragraph &&
          !text->run.text.starts_with(u"-"))
        return text->run.face->postscript_name() + (text->run.slanted ? " slanted" : "");
    }
    return std::string();
  };
  CHECK(emphasised("<p><em>word</em></p>", "en") == "NotoSans-Regular slanted");
  CHECK(emphasised("<p><em>слово</em></p>", "ru") == "NotoSans-Regular slanted");
  CHECK(emphasised("<p><em>كلمة</em></p>", "ar") == "NotoNaskhArabic-Bold");
  CHECK(emphasised("<p><em>词</em></p>", "zh-Hans") == "NotoSansCJKsc-Bold");
}

TEST_CASE("the lines of a heading are of about one length, those of a paragraph are filled", "[pages]") {
  const auto widths = [](std::string_view markup, std::string_view language) {
    const Pages pages = test::set(markup, language);
    std::map<double, double> by_line;
    for (const Item& item : pages.pages.at(0).items)
      if (const auto* text = std::get_if<TextItem>(&item)) by_line[text->origin.y] += text->run.advance;
    return by_line;
  };
  for (const std::string language : {"en", "ar"}) {
    CAPTURE(language);
    const std::string words =
        language == "en" ? "Second opinions for Eleanor: what three hospitals wrote"
                         : "الآراء الطبية الثانية للسيدة نوال وماذا قالت المستشفيات الثلاثة في الخارج";
    const auto heading = widths("<h1>" + words + "</h1>", language);
    REQUIRE(heading.size() == 2);
    CHECK(heading.begin()->second < 1.3 * heading.rbegin()->second);
    CHECK(heading.rbegin()->second < 1.3 * heading.begin()->second);
    const auto text = widths("<p>" + words + " " + words + " " + words + "</p>", language);
    REQUIRE(text.size() > 1);
    CHECK(text.begin()->second > 400);
  }
}

TEST_CASE("a bullet is the same in all scripts, a number is in the list's own", "[pages]") {
  const auto marker = [](const char* markup, const char* language) {
    const Pages pages = test::set(markup, language);
    for (const Item& item : pages.pages.at(0).items)
      if (const auto* text = std::get_if<TextItem>(&item);
          text != nullptr && test::node(pages, text->node).role == Role::label)
        return text->run.face->postscript_name();
    return std::string();
  };
  for (const char* language : {"en", "ar", "ur", "hi", "zh-Hans"})
    CHECK(marker("<ul><li>5</li></ul>", language) == "NotoSans-Regular");
  CHECK(marker("<ol><li>5</li></ol>", "ar") == "NotoNaskhArabic-Regular");
}

}  // namespace
}  // namespace generator::typeset
