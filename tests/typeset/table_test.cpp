#include "generator/typeset/table_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/table_columns.h"
#include "tests/typeset/layout_fixture.h"

namespace generator::typeset {
namespace {

const document::Element& first_element(const document::Document& document) {
  return *std::get<std::unique_ptr<document::Element>>(document.body.front());
}

/// Where each page's texts of a node lie, as [left, right).
struct Extent {
  std::size_t page;
  double left, right, top;
};
std::map<NodeIndex, std::vector<Extent>> extents(const Pages& pages) {
  std::map<NodeIndex, std::vector<Extent>> found;
  for (std::size_t page = 0; page < pages.pages.size(); ++page)
    for (const Item& item : pages.pages[page].items)
      if (const auto* text = std::get_if<TextItem>(&item))
        found[text->node].push_back(
            {page, text->origin.x, text->origin.x + text->run.advance, text->origin.y});
  return found;
}

std::vector<NodeIndex> nodes_of(const Pages& pages, Role role) {
  std::vector<NodeIndex> found;
  for (std::size_t i = 0; i < pages.structure.size(); ++i)
    if (pages.structure[i].role == role) found.push_back(static_cast<NodeIndex>(i));
  return found;
}

/// The texts of a page that begin with these words, in the order of the page.
std::vector<const TextItem*> texts_with(const Page& page, std::u16string_view words) {
  std::vector<const TextItem*> found;
  for (const Item& item : page.items)
    if (const auto* text = std::get_if<TextItem>(&item); text != nullptr && text->run.text.starts_with(words))
      found.push_back(text);
  return found;
}

std::string rows(int count) {
  std::string markup;
  for (int i = 1; i <= count; ++i)
    markup += fmt::format("<tr><th scope=\"row\">Row {}</th><td>some words {}</td></tr>", i, i);
  return markup;
}

constexpr std::string_view k_head =
    "<thead><tr><th scope=\"col\">Item</th><th scope=\"col\">Words</th></tr></thead>";

/// Set with the house's theme and rules of the test's own.
Pages set_with(std::vector<document::Rule> rules, std::string_view markup) {
  document::Theme theme = test::theme();
  theme.rules.insert(theme.rules.end(), rules.begin(), rules.end());
  auto pages = typeset(test::read(markup), theme, document::PageSize::a4, test::fonts());
  REQUIRE(pages);
  return std::move(*pages);
}

document::Rule rule_of(document::Tag tag, document::Properties properties) {
  document::Rule rule;
  rule.tag = tag;
  rule.properties = std::move(properties);
  return rule;
}

TEST_CASE("table: a column is as wide as the theme says, and the others share the rest") {
  const auto column_starts = [](const char* first) {
    document::Properties narrow;
    narrow.column_width = 60;
    document::Rule rule = rule_of(document::Tag::th, narrow);
    rule.class_name = "narrow";
    const Pages pages =
        set_with({rule}, fmt::format("<table><tbody><tr><th scope=\"row\" class=\"narrow\">{}</th>"
                                     "<td>b</td><td>b</td></tr></tbody></table>",
                                     first));
    std::vector<double> starts;
    for (const auto& [node, places] : extents(pages)) starts.push_back(places.front().left);
    std::ranges::sort(starts);
    return starts;
  };
  const auto starts = column_starts("a");
  REQUIRE(starts.size() == 3);
  CHECK(starts[1] - starts[0] == Approx(60).margin(0.02));
  CHECK(starts[2] - starts[1] == Approx((595.28 - 92 - 60) / 2).margin(0.02));
  const auto wide = column_starts("Hepatocellularcarcinoma");
  CHECK(wide[1] - wide[0] > 100);
}

TEST_CASE("table: every second row of a body has the theme's stripe, unless it has a background of its own") {
  const document::Colour stripe{1, 2, 3};
  document::Properties striped;
  striped.stripes = stripe;
  const Pages pages = set_with(
      {rule_of(document::Tag::table, striped)},
      fmt::format("<table>{}<tbody>{}<tr class=\"group\"><th scope=\"row\">g</th><td>x</td></tr></tbody>"
                  "<tbody>{}</tbody></table>",
                  k_head, rows(3), rows(3)));
  std::vector<double> tops;
  for (const Item& item : pages.pages.front().items)
    if (const auto* path = std::get_if<PathItem>(&item); path != nullptr && path->fill == stripe)
      tops.push_back(std::get<PathItem::Move>(path->steps.front()).to.y);
  REQUIRE(tops.size() == 2);
  const auto seconds = texts_with(pages.pages.front(), u"Row 2");
  REQUIRE(seconds.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(tops[i] < seconds[i]->origin.y);
    CHECK(tops[i] > seconds[i]->origin.y - 16);
  }
}

TEST_CASE("table: a phone's page sets rows as blocks, and the structure keeps the table") {
  const std::string markup = fmt::format("<table>{}<tbody>{}</tbody></table>", k_head, rows(3));
  const Pages wide = test::set(markup);
  const Pages narrow = test::set(markup, "en", document::PageSize::phone);
  REQUIRE(narrow.structure.size() == wide.structure.size());
  for (std::size_t i = 0; i < wide.structure.size(); ++i) {
    CHECK(narrow.structure[i].role == wide.structure[i].role);
    CHECK(narrow.structure[i].headers == wide.structure[i].headers);
  }
  auto places = extents(narrow);
  const auto headers = nodes_of(narrow, Role::header_cell);
  const auto cells = nodes_of(narrow, Role::data_cell);
  REQUIRE(headers.size() == 5);
  REQUIRE(cells.size() == 3);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    // Below its row's header, which is read once; the column's name beside it is for the eye alone.
    REQUIRE(places[headers[i + 2]].size() == 1);
    CHECK(places[cells[i]].front().top > places[headers[i + 2]].front().top);
  }
  // The head's cell is the first of these names; beside the other two rows it is repeated.
  REQUIRE(places[headers[1]].size() == 1);
  CHECK(places[headers[1]].front().top == Approx(places[cells[0]].front().top));
  CHECK(places[k_artifact].size() == 2);
  // The name of the rows' own headers stands beside nothing, and so above.
  CHECK(places[headers[0]].front().top < places[headers[2]].front().top);
}

TEST_CASE("table: on a phone's page, links to head cells lead to where these are read") {
  const Pages pages = test::set(
      "<p><a href=\"#head\">a</a> <a href=\"#row\">b</a> <a href=\"#lone\">c</a></p><table><thead><tr "
      "id=\"row\">"
      "<td></td><th scope=\"col\" id=\"head\">Words<br/>of two lines</th><th scope=\"col\" "
      "id=\"lone\">None</th></tr>"
      "</thead><tbody><tr><th scope=\"row\">Row</th><td colspan=\"2\">some words</td></tr></tbody></table>",
      "en", document::PageSize::phone);
  CHECK(pages.destinations.size() == 3);
  const auto lines = texts_with(pages.pages.front(), u"of two");
  REQUIRE(lines.size() == 1);
}

TEST_CASE("description list: terms stand beside what is said about them, if there is room") {
  constexpr std::string_view k_markup =
      "<dl><dt>Age</dt><dd>58 years</dd><dt>Stage</dt><dd>BCLC B</dd><dd>by the CT</dd></dl>";
  for (const char* language : {"en", "ar"}) {
    const Pages pages = test::set(k_markup, language);
    auto places = extents(pages);
    const auto terms = nodes_of(pages, Role::label);
    const auto bodies = nodes_of(pages, Role::list_body);
    REQUIRE(terms.size() == 2);
    REQUIRE(bodies.size() == 3);
    CHECK(places[terms[0]].front().top == Approx(places[bodies[0]].front().top));
    CHECK(places[terms[1]].front().top == Approx(places[bodies[1]].front().top));
    CHECK(places[bodies[2]].front().top > places[bodies[1]].front().top);
    const bool before = places[terms[0]].front().right < places[bodies[0]].front().left;
    CHECK(before == (std::string_view(language) == "en"));
  }
  document::Theme narrow = test::theme();
  narrow.pages[document::PageSize::a4].margin_side = 180;
  const auto stacked = typeset(test::read(k_markup), narrow, document::PageSize::a4, test::fonts());
  REQUIRE(stacked);
  auto places = extents(*stacked);
  CHECK(places[nodes_of(*stacked, Role::list_body)[0]].front().top >
        places[nodes_of(*stacked, Role::label)[0]].front().top);
}

TEST_CASE("table grid: spans take their columns, and cells know what heads them") {
  const auto document = test::read(
      "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th><th "
      "scope=\"col\">C</th></tr></thead>"
      "<tbody><tr><th scope=\"row\" rowspan=\"2\">x</th><td>1</td><td>2</td></tr><tr><td "
      "colspan=\"2\">3</td></tr>"
      "</tbody><tbody><tr><th scope=\"col\" colspan=\"3\">Group</th></tr><tr><th "
      "scope=\"row\">y</th><td>4</td>"
      "<td>5</td></tr></tbody></table>");
  const TableGrid grid = make_table_grid(first_element(document));
  CHECK(grid.columns == 3);
  REQUIRE(grid.rows.size() == 5);
  CHECK(grid.rows[0].head);
  CHECK(grid.rows[3].group);
  const GridCell& wide = grid.cells[6];
  CHECK(wide.column == 1);
  CHECK(grid.headers_of(wide) == std::vector<std::size_t>{1, 2, 3});
  const GridCell& last = grid.cells[10];
  CHECK(last.column == 2);
  CHECK(grid.headers_of(last) == std::vector<std::size_t>{2, 8, 7});
}

TEST_CASE("table columns: each gets its least, the rest goes by what they want") {
  const auto sum = [](const std::vector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
  };
  const auto wide = column_widths({{20, 40}, {30, 120}}, 400, 10);
  REQUIRE(wide);
  CHECK((*wide)[0] == Approx(100));
  CHECK((*wide)[1] == Approx(300));

  const auto tight = column_widths({{20, 40}, {30, 430}}, 100, 10);
  REQUIRE(tight);
  CHECK(sum(*tight) == Approx(100));
  CHECK((*tight)[0] >= 20);
  CHECK((*tight)[1] > (*tight)[0]);

  const auto cut = column_widths({{20, 40}, {90, 430}, {200, 200}}, 120, 10);
  REQUIRE(cut);
  CHECK(sum(*cut) == Approx(120));
  CHECK((*cut)[0] == Approx(20));
  CHECK((*cut)[1] == Approx(50));

  CHECK_FALSE(column_widths({{20, 40}, {90, 430}}, 30, 20));
}

TEST_CASE("table: first baselines of a row agree, columns follow the direction") {
  for (const std::string language : {"en", "ar"}) {
    const Pages pages =
        test::set("<table>" + std::string(k_head) + "<tbody>" + rows(2) + "</tbody></table>", language);
    const auto places = extents(pages);
    const auto cells = nodes_of(pages, Role::header_cell);
    const auto data = nodes_of(pages, Role::data_cell);
    const Extent item = places.at(cells[2]).front();
    const Extent words = places.at(data[0]).front();
    CHECK(item.top == words.top);
    if (language == "en")
      CHECK(item.right < words.left);
    else
      CHECK(words.right < item.left);
  }
}

TEST_CASE("table: the head is repeated on each page, but tagged once, in one table") {
  const Pages pages = test::set("<table>" + std::string(k_head) + "<tbody>" + rows(120) + "</tbody></table>");
  REQUIRE(pages.pages.size() > 2);
  CHECK(nodes_of(pages, Role::table).size() == 1);
  const NodeIndex head = nodes_of(pages, Role::header_cell).front();
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    const auto& items = pages.pages[page].items;
    const auto item = std::ranges::find_if(items, [](const Item& any) {
      const auto* text = std::get_if<TextItem>(&any);
      return text != nullptr && text->run.text.starts_with(u"Item");
    });
    REQUIRE(item != items.end());
    CHECK(std::get<TextItem>(*item).node == (page == 0 ? head : k_artifact));
  }
}

TEST_CASE("table: the last row is never alone on a page") {
  for (int count = 25; count < 60; ++count) {
    const Pages pages =
        test::set("<table>" + std::string(k_head) + "<tbody>" + rows(count) + "</tbody></table>");
    const auto places = extents(pages);
    const auto data = nodes_of(pages, Role::data_cell);
    CHECK(places.at(data[data.size() - 2]).back().page == places.at(data.back()).front().page);
  }
}

TEST_CASE("table: a group's label stays with its first row") {
  for (int before = 25; before < 50; ++before) {
    const Pages pages = test::set("<table>" + std::string(k_head) + "<tbody>" + rows(before) +
                                  "</tbody><tbody><tr><th scope=\"col\" colspan=\"2\">Group</th></tr>" +
                                  rows(8) + "</tbody></table>");
    const auto places = extents(pages);
    const auto headers = nodes_of(pages, Role::header_cell);
    const auto group = static_cast<std::size_t>(2 + before);
    CHECK(places.at(headers[group]).front().page == places.at(headers[group + 1]).front().page);
  }
}

/// How many of a page's texts that begin so are artifacts, and how many content.
std::pair<int, int> shown(const Page& page, std::u16string_view words) {
  std::pair<int, int> counts;
  for (const TextItem* text : texts_with(page, words))
    ++(text->node == k_artifact ? counts.first : counts.second);
  return counts;
}

TEST_CASE("table: a group's label is repeated where a page begins within the group, and only there") {
  const auto group = [](std::string_view name, int count) {
    return fmt::format("<tbody><tr><th scope=\"rowgroup\" colspan=\"2\">{}</th></tr>{}</tbody>", name,
                       rows(count));
  };
  const std::string table = "<table>" + std::string(k_head) + group("First", 50) + group("Second", 60) +
                            "<tbody>" + rows(80) + "</tbody></table>";
  for (const auto size : {document::PageSize::a4, document::PageSize::phone}) {
    const Pages pages = test::set(test::read(table), size);
    bool in_first = false;
    bool in_second = false;
    int repeated = 0;
    for (const Page& page : pages.pages) {
      const auto first = shown(page, u"First");
      const auto second = shown(page, u"Second");
      // On the first page that a group goes on to, its label is repeated; a table's own head never hides it.
      if (first.second > 0) in_first = true;
      if (second.second > 0) {
        in_second = true;
        in_first = false;
      }
      if (first.second == 0 && second.second == 0 && in_first) CHECK(first.first == 1);
      repeated += first.first + second.first;
      CHECK(first.first + first.second <= 1);
      CHECK(second.first + second.second <= 1);
    }
    CHECK(in_second);
    CHECK(repeated >= 2);
    // The last rows belong to no group.
    CHECK(shown(pages.pages.back(), u"Second") == std::pair(0, 0));
  }
  const auto document = test::read(table);
  const TableGrid grid = make_table_grid(first_element(document));
  CHECK(grid.headers_of(grid.cells[4]).size() == 3);
  CHECK(grid.headers_of(grid.cells.back()).size() == 2);
}

TEST_CASE("table: rows of sums are never parted from the row before them") {
  for (int count = 20; count < 60; ++count) {
    const Pages pages =
        test::set("<table>" + std::string(k_head) + "<tbody>" + rows(count) +
                  "<tr class=\"total\"><th scope=\"row\">Sum</th><td>one</td></tr><tr class=\"total\"><th "
                  "scope=\"row\">Of it</th><td>two</td></tr></tbody></table>");
    const auto places = extents(pages);
    const auto data = nodes_of(pages, Role::data_cell);
    const std::size_t page = places.at(data.back()).front().page;
    CHECK(places.at(data[data.size() - 2]).front().page == page);
    CHECK(places.at(data[data.size() - 3]).front().page == page);
  }
}

TEST_CASE("table: a row that fits on a page is whole if the theme says so, and a low one always") {
  document::Theme whole = test::theme();
  document::Rule row;
  row.tag = document::Tag::tr;
  row.properties.keep_together = true;
  whole.rules.push_back(row);
  const auto page_count_of_rows = [](const Pages& pages) {
    std::size_t most = 0;
    const auto places = extents(pages);
    for (const NodeIndex cell : nodes_of(pages, Role::data_cell)) {
      std::set<std::size_t> on;
      for (const Extent& extent : places.at(cell)) on.insert(extent.page);
      most = std::max(most, on.size());
    }
    return most;
  };
  const auto table = [](int words) {
    std::string cell;
    for (int i = 0; i < words; ++i) cell += "word ";
    std::string markup = "<table>" + std::string(k_head) + "<tbody>";
    for (int i = 0; i < 12; ++i) markup += "<tr><th scope=\"row\">Row</th><td>" + cell + "</td></tr>";
    return test::read(markup + "</tbody></table>");
  };
  CHECK(page_count_of_rows(test::set(table(100))) == 1);
  CHECK(page_count_of_rows(test::set(table(500))) == 2);
  const auto kept = typeset(table(500), whole, document::PageSize::a4, test::fonts());
  REQUIRE(kept);
  CHECK(page_count_of_rows(*kept) == 1);
}

TEST_CASE("table: a cell over several rows is closed by a line where its page ends") {
  std::string markup = "<table><tbody><tr><th scope=\"row\" rowspan=\"90\">All</th><td>w</td></tr>";
  for (int i = 1; i < 90; ++i) markup += "<tr><td>w</td></tr>";
  const Pages pages = test::set(markup + "</tbody></table>");
  REQUIRE(pages.pages.size() > 1);
  for (const Page& page : pages.pages) {
    // The lowest line runs below both columns.
    double lowest = 0;
    for (const Item& item : page.items)
      if (const auto* path = std::get_if<PathItem>(&item))
        lowest = std::max(lowest, std::get<PathItem::Line>(path->steps[2]).to.y);
    int lines = 0;
    for (const Item& item : page.items)
      if (const auto* path = std::get_if<PathItem>(&item))
        lines += std::get<PathItem::Line>(path->steps[2]).to.y == lowest ? 1 : 0;
    CHECK(lines == 2);
  }
}

TEST_CASE("table: a row higher than a page goes on over the next ones") {
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "word ";
  const Pages pages =
      test::set("<table>" + std::string(k_head) + "<tbody><tr><th scope=\"row\">Long</th><td>" + words +
                "</td></tr></tbody></table>");
  CHECK(pages.pages.size() > 2);
  CHECK(nodes_of(pages, Role::data_cell).size() == 1);
}

/// A comparison of so many options, each with a sentence and a long word.
std::string comparison(int options, std::string_view last_word = "embolisation") {
  std::string head = "<th scope=\"col\">Question</th>";
  std::string cells = "<th scope=\"row\">Answer</th>";
  for (int i = 1; i <= options; ++i) {
    head += fmt::format("<th scope=\"col\">Option{}</th>", i);
    cells +=
        fmt::format("<td>A sentence of several words, and {}{}</td>", i == options ? last_word : "word", i);
  }
  return fmt::format(
      "<table class=\"options\"><thead><tr>{}</tr></thead><tbody><tr><th scope=\"rowgroup\" "
      "colspan=\"{}\">Group</th></tr><tr id=\"row\">{}</tr></tbody></table><p><a href=\"#row\">up</a></p>",
      head, options + 1, cells);
}

TEST_CASE("table: as many options as have room stand side by side, more go into parts below") {
  const Pages four = test::set(comparison(5));
  CHECK(texts_with(four.pages[0], u"Question").size() == 1);
  for (const char* language : {"en", "ar"}) {
    const Pages pages = test::set(comparison(9), language);
    REQUIRE(pages.pages.size() == 1);
    const Page& page = pages.pages[0];
    // What heads rows and groups stands in both parts, and is read in the first.
    for (const auto* words : {u"Question", u"Answer", u"Group"}) {
      const auto found = texts_with(page, words);
      REQUIRE(found.size() == 2);
      CHECK(found[0]->node != k_artifact);
      CHECK(found[1]->node == k_artifact);
      CHECK(found[0]->origin.x == found[1]->origin.x);
      CHECK(found[0]->origin.y < found[1]->origin.y);
    }
    // Five options, then four, each in the column of one above it.
    const auto left = [&](int option) {
      const auto found = texts_with(page, to_utf16(fmt::format("Option{}", option)));
      REQUIRE(found.size() == 1);
      CHECK(found[0]->node != k_artifact);
      const double width = found[0]->run.advance;
      return found[0]->origin.x + (std::string_view(language) == "ar" ? width : 0);
    };
    for (int option = 6; option <= 9; ++option) CHECK(left(option) == Approx(left(option - 5)).margin(0.02));
    CHECK((left(1) < left(2)) == (std::string_view(language) == "en"));
    // No word is broken, and to a screen reader it is one table.
    CHECK(std::ranges::any_of(page.items, [](const Item& item) {
      const auto* text = std::get_if<TextItem>(&item);
      return text != nullptr && text->run.text.find(u"embolisation9") != std::u16string::npos;
    }));
    CHECK(nodes_of(pages, Role::table).size() == 1);
    CHECK(nodes_of(pages, Role::table_row).size() == 3);
    CHECK(pages.destinations.at("row").y < texts_with(page, u"Question")[1]->origin.y);
  }
}

TEST_CASE("table: a word longer than the page breaks in a part of its own, and no other does") {
  const Pages pages = test::set(comparison(4, std::string(400, 'w')));
  const auto last = texts_with(pages.pages[0], u"Option4");
  const auto third = texts_with(pages.pages[0], u"Option3");
  REQUIRE(last.size() == 1);
  REQUIRE(third.size() == 1);
  CHECK(last[0]->origin.y > third[0]->origin.y);
}

TEST_CASE("table: the labels of rows are the leading columns of headers") {
  std::string head = "<th scope=\"col\">Drug</th><th scope=\"col\">Unit</th>";
  std::string cells = "<th scope=\"row\">Alpha</th><th scope=\"row\">tablet</th>";
  for (int i = 1; i <= 12; ++i) {
    head += fmt::format("<th scope=\"col\">Week{}</th>", i);
    cells += fmt::format("<td>seventy milligrams {}</td>", i);
  }
  const Pages pages =
      test::set("<table><thead><tr>" + head + "</tr></thead><tbody><tr>" + cells + "</tr></tbody></table>");
  CHECK(texts_with(pages.pages[0], u"Alpha").size() == texts_with(pages.pages[0], u"tablet").size());
  CHECK(texts_with(pages.pages[0], u"tablet").size() > 1);
  CHECK(texts_with(pages.pages[0], u"Week12").size() == 1);
}

TEST_CASE("table: columns without room for their insets are refused with file and line") {
  document::Theme tight = test::theme();
  tight.pages[document::PageSize::a4].margin_side = 100;
  document::Rule padded;
  padded.tag = document::Tag::td;
  padded.properties.padding = 100;
  tight.rules.push_back(padded);
  const auto document = test::read("<p>x</p>\n<table><tbody><tr><td>w</td><td>w</td></tr></tbody></table>");
  const auto pages = typeset(document, tight, document::PageSize::a4, test::fonts());
  REQUIRE_FALSE(pages);
  CHECK(pages.error().front().code == "layout-too-wide");
  CHECK(pages.error().front().place.line == 2);
  CHECK(pages.error().front().place.file == "test.html");
}

}  // namespace
}  // namespace generator::typeset
