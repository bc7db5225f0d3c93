#include "generator/pdf/pdf_writer.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <regex>

#include "generator/base/file.h"
#include "pdf_tools.h"
#include "shaped_text.h"

using namespace generator;
using Catch::Contains;
using shaped_text::PagesMaker;
using typeset::NodeIndex;
using typeset::Role;

namespace {

std::string written(const typeset::Pages& pages, const pdf::Properties& properties = {}) {
  const base::Result<std::string> result = pdf::write_pdf(pages, properties);
  INFO((result ? "" : base::to_text(result.error().front())));
  REQUIRE(result.has_value());
  return *result;
}

/// With every stream unpacked and every object in a readable form.
std::optional<std::string> unpacked(const std::string& file) {
  return pdf_tools::run("qpdf", "--qdf --object-streams=disable {} -", file);
}

pdf::Properties sample_properties() {
  pdf::Properties properties;
  properties.date = model::Date{2026, 10, 12};
  properties.author = "Team <North> & Söhne";
  properties.attachments = {{"case.json", "application/json", "The data behind the report", R"({"id": 1})"},
                            {"bericht-über.txt", "text/plain", "Notes", "one\ntwo\n"}};
  return properties;
}

typeset::Pages one_run(const typeset::GlyphRun& run, std::string_view language) {
  PagesMaker maker(language);
  const NodeIndex paragraph = maker.add_node(Role::paragraph, 0);
  maker.add_text(paragraph, run);
  return maker.pages;
}

}  // namespace

TEST_CASE("a whole document is a sound PDF, the same every time") {
  const typeset::Pages pages = shaped_text::whole_document();
  const std::string file = written(pages, sample_properties());
  CHECK(file == written(pages, sample_properties()));
  pdf_tools::run("qpdf", "--check {}", file);
  // For looking at, and for verapdf.sh.
  if (const char* folder = std::getenv("CONSILIUM_KEEP_PDF")) {
    REQUIRE(base::write_file(std::string(folder) + "/whole.pdf", file));
    pdf::Properties logical = sample_properties();
    logical.text_order = pdf::TextOrder::logical;
    REQUIRE(base::write_file(std::string(folder) + "/logical.pdf", written(pages, logical)));
  }
}

TEST_CASE("text in every script comes back from the file") {
  for (const shaped_text::Sample& sample : shaped_text::samples()) {
    const typeset::Pages pages = one_run(shaped_text::run(sample.script, sample.text), sample.language);
    const auto text = pdf_tools::run("pdftotext", "{} -", written(pages));
    INFO(sample.language);
    if (text) CHECK(pdf_tools::bare(*text) == pdf_tools::bare(sample.text));
  }
}

TEST_CASE("one glyph of a CFF face gives back each of its texts") {
  if (shaped_text::face("Hans") == nullptr) return;
  // U+2F00 is a radical that the face draws with the glyph of the ideograph U+4E00.
  const typeset::GlyphRun run = shaped_text::run("Hans", "\u4E00\u2F00\u4E00");
  if (run.glyphs[0].id != run.glyphs[1].id) return;
  const auto text = pdf_tools::run("pdftotext", "{} -", written(one_run(run, "zh-Hans")));
  if (text) CHECK(pdf_tools::bare(*text) == "\u4E00\u2F00\u4E00");
}

TEST_CASE("right-to-left text may stand in logical order") {
  if (shaped_text::face("Arab") == nullptr) return;
  const std::string typed = "لا باب";
  pdf::Properties properties;
  properties.text_order = pdf::TextOrder::logical;
  const std::string file = written(one_run(shaped_text::run("Arab", typed), "ar"), properties);
  const auto text = pdf_tools::run("pdfinfo", "-struct-text {}", file);
  if (text) CHECK_THAT(pdf_tools::bare(*text), Contains(pdf_tools::bare(typed)));
}

TEST_CASE("content is tied to a structure that says what it is") {
  const auto file = unpacked(written(shaped_text::whole_document(), sample_properties()));
  if (!file) return;
  CHECK_THAT(*file, Contains("/Marked true") && Contains("/DisplayDocTitle true") && Contains("/Lang (en)"));
  for (const char* type : {"/S /Document", "/S /Sect", "/S /H1", "/S /P", "/S /L\n", "/S /LI", "/S /Lbl",
                           "/S /LBody", "/S /Table", "/S /Caption", "/S /THead", "/S /TBody", "/S /TR",
                           "/S /TH", "/S /TD", "/S /Figure", "/S /Link", "/S /Note"})
    CHECK_THAT(*file, Contains(type));
  CHECK_THAT(*file, Contains("/Scope /Column") && Contains("/Scope /Row") && Contains("/ColSpan 2") &&
                        Contains("/ListNumbering /Decimal") && Contains("(column-Harbour)"));
  CHECK_THAT(*file, Contains("/Alt (Two bars: 4 to 6 weeks, and 8 weeks)"));
  CHECK_THAT(*file, Contains("/Artifact BMC") && Contains("/H1<</MCID 0>>BDC"));
  CHECK_THAT(*file, Contains("/Tabs /S") && Contains("/StructParents 0") && Contains("/OBJR"));
}

TEST_CASE("text of a node stands among its children in the order in which it is read") {
  PagesMaker maker;
  const NodeIndex paragraph = maker.add_node(Role::paragraph, 0);
  const NodeIndex empty = maker.add_node(Role::span, paragraph);
  const NodeIndex span = maker.add_node(Role::span, paragraph);
  maker.node(empty).id = "empty";
  maker.node(span).id = "inner";
  maker.add_text(paragraph, shaped_text::run("Latn", "one"));
  maker.add_text(span, shaped_text::run("Latn", "two"));
  maker.add_text(paragraph, shaped_text::run("Latn", "three"));
  const auto text = pdf_tools::run("pdfinfo", "-struct-text {}", written(maker.pages));
  if (!text) return;
  const std::string expected = R"x(DocumentP(block)Span<empty>(inline)"one"Span<inner>(inline)"two""three")x";
  CHECK(pdf_tools::bare(*text) == expected);
}

TEST_CASE("a line that mixes directions is read from its own side") {
  if (shaped_text::face("Arab") == nullptr) return;
  PagesMaker maker("ar");
  const NodeIndex paragraph = maker.add_node(Role::paragraph, 0);
  const NodeIndex link = maker.add_node(Role::link, paragraph);
  // On paper, left to right: the end of the sentence, the link, its beginning.
  maker.add_text(paragraph, shaped_text::run("Arab", "نهاية"), 50);
  maker.stay_on_line();
  maker.add_text(link, shaped_text::run("Latn", "link"), 150);
  maker.stay_on_line();
  maker.add_text(paragraph, shaped_text::run("Arab", "بداية"), 250);
  maker.page().links.push_back({{150, 50, 40, 20}, "https://example.org/", "link", link});
  const auto file = unpacked(written(maker.pages));
  // The sequences stand as 0, 1, 2 in the content; the paragraph names the last first.
  if (file) CHECK(std::regex_search(*file, std::regex(R"(/K \[\s+2\s+\d+ 0 R\s+0\s+\])")));
}

TEST_CASE(
    "Arabic words quoted in an English line read as typed in the structure, and stand as readers expect") {
  if (shaped_text::face("Arab") == nullptr) return;
  PagesMaker maker;
  const NodeIndex paragraph = maker.add_node(Role::paragraph, 0);
  maker.add_text(paragraph, shaped_text::run("Latn", "They wrote"), 50);
  maker.stay_on_line();
  const NodeIndex quote = maker.add_node(Role::span, paragraph);
  maker.add_text(quote, shaped_text::run("Arab", "باب النور"), 150);
  const std::string file = written(maker.pages);
  const auto structure = pdf_tools::run("pdfinfo", "-struct-text {}", file);
  if (structure) {
    std::string joined = pdf_tools::bare(*structure);
    std::erase(joined, '"');
    CHECK_THAT(joined, Contains(pdf_tools::bare("باب النور")));
  }
  const auto text = pdf_tools::run("pdftotext", "{} -", file);
  if (text) CHECK(pdf_tools::bare(*text) == pdf_tools::bare("They wrote باب النور"));
}

TEST_CASE("a table's summary is an attribute of it; a list of terms claims no marks") {
  PagesMaker maker;
  const NodeIndex table = maker.add_node(Role::table, 0);
  maker.node(table).alternative = "Three offers";
  const NodeIndex row = maker.add_node(Role::table_row, maker.add_node(Role::table_body, table));
  maker.add_text(maker.add_node(Role::data_cell, row), shaped_text::run("Latn", "cell"));
  const NodeIndex terms = maker.add_node(Role::list, 0);
  maker.node(terms).described = true;
  const NodeIndex item = maker.add_node(Role::list_item, terms);
  maker.add_text(maker.add_node(Role::label, item), shaped_text::run("Latn", "term"));
  maker.add_text(maker.add_node(Role::list_body, item), shaped_text::run("Latn", "what it means"));
  const auto file = unpacked(written(maker.pages));
  if (file)
    CHECK_THAT(*file,
               Contains("/Summary (Three offers)") && !Contains("/Alt (") && !Contains("/ListNumbering"));
}

TEST_CASE("properties are written for readers and for archives") {
  const auto file = unpacked(written(shaped_text::whole_document(), sample_properties()));
  if (!file) return;
  CHECK_THAT(*file, Contains("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>") &&
                        Contains("<pdfuaid:part>1</pdfuaid:part>"));
  CHECK_THAT(*file, Contains("Team &lt;North&gt; &amp; Söhne"));
  CHECK_THAT(*file, Contains("/CreationDate (D:20261012000000Z)") && Contains("2026-10-12T00:00:00Z"));
  CHECK_THAT(*file, Contains("/Title (A sample of pages)") && Contains("/GTS_PDFA1"));
}

TEST_CASE("nothing in the file tells the time unless it was given") {
  const auto file = unpacked(written(shaped_text::whole_document()));
  if (file) CHECK_THAT(*file, !Contains("Date"));
}

TEST_CASE("attachments come back byte for byte, under their own names") {
  const std::string file = written(shaped_text::whole_document(), sample_properties());
  const auto list = pdf_tools::run("qpdf", "--list-attachments {}", file);
  if (list) CHECK_THAT(*list, Contains("case.json") && Contains("bericht-über.txt"));
  const auto bytes = pdf_tools::run("qpdf", "--show-attachment=case.json {}", file);
  if (bytes) CHECK(*bytes == R"({"id": 1})");
  const auto entries = unpacked(file);
  if (entries) CHECK_THAT(*entries, Contains("/AFRelationship /Data") && !Contains("/tmp/"));
}

TEST_CASE("attachments with a path for a name, or the same name, are refused") {
  pdf::Properties properties;
  properties.attachments = {{"../case.json", "application/json", "", ""}};
  CHECK(!pdf::write_pdf(shaped_text::whole_document(), properties));
  properties.attachments = {{"a", "text/plain", "", "1"}, {"a", "text/plain", "", "2"}};
  CHECK(!pdf::write_pdf(shaped_text::whole_document(), properties));
}

TEST_CASE("links and the outline lead where they say") {
  const auto file = unpacked(written(shaped_text::whole_document()));
  if (!file) return;
  CHECK_THAT(*file, Contains("/URI (https://guide.example/step\\(1\\)/%C3%A9t%C3%A9)"));
  CHECK_THAT(*file, Contains("/Contents (the guide)") && Contains("/F 4") && Contains("/XYZ"));
  CHECK_THAT(*file, Contains("/Title (What a page can hold)"));
  CHECK_THAT(*file, Contains("/Count 3"));
}

TEST_CASE("what PDF cannot hold is refused, not written") {
  const double not_a_number = std::nan("");
  const auto refused = [](const typeset::Pages& pages) {
    const auto result = pdf::write_pdf(pages, {});
    return !result && result.error().front().code == "pdf-failed" &&
           result.error().front().fault == base::Fault::machine;
  };
  PagesMaker maker;
  const NodeIndex paragraph = maker.add_node(Role::paragraph, 0);
  maker.add_text(paragraph, shaped_text::run("Latn", "text"));
  REQUIRE(!refused(maker.pages));

  for (const double bad : {not_a_number, std::numeric_limits<double>::infinity(), 1e9}) {
    typeset::Pages pages = maker.pages;
    std::get<typeset::TextItem>(pages.pages[0].items[0]).origin.x = bad;
    CHECK(refused(pages));
    pages = maker.pages;
    std::get<typeset::TextItem>(pages.pages[0].items[0]).run.size = bad;
    CHECK(refused(pages));
    pages = maker.pages;
    pages.pages[0].height = bad;
    CHECK(refused(pages));
    pages = maker.pages;
    pages.pages[0].items.push_back(typeset::PathItem{.steps = {typeset::PathItem::Move{{bad, 0}}},
                                                     .fill = document::Colour{},
                                                     .stroke = {},
                                                     .stroke_width = 0,
                                                     .dashes = {}});
    CHECK(refused(pages));
    pages = maker.pages;
    pages.outline.push_back({"nowhere", 1, {0, bad}});
    CHECK(refused(pages));
  }
  typeset::Pages pages = maker.pages;
  std::get<typeset::TextItem>(pages.pages[0].items[0]).run.glyphs[0].id = 0;
  CHECK(refused(pages));
  pages = maker.pages;
  std::get<typeset::TextItem>(pages.pages[0].items[0]).node = 99;
  CHECK(refused(pages));
  pages = maker.pages;
  pages.pages[0].links.push_back({{0, 0, 10, 10}, "#missing", "", paragraph});
  CHECK(refused(pages));
}
