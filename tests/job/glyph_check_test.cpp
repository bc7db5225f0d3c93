// Letters that no face has are told at the case's line, and stand in a report by name; they refuse none.
#include "generator/job/glyph_check.h"

#include <catch2/catch.hpp>

#include "tests/holds.h"
#include "tests/job/opened.h"
#include "tests/pdf/pdf_tools.h"

using namespace generator;
using generator::test::holds;

namespace {

const job::ReportMaker& glyph_maker() {
  static const job::ReportMaker k_maker(*job::Resources::find(CONSILIUM_ROOT));
  return k_maker;
}

model::Statement in_language(const char* text, const char* language) {
  return {.text = text, .language = *model::LanguageTag::parse(language), .translations = {}, .source = {}};
}

}  // namespace

TEST_CASE("letters without a face are told where they stand in the case") {
  const auto fonts = glyph_maker().house().fonts();
  REQUIRE(fonts);
  const auto file = base::JsonDocument::parse(
      "{\"goal\": \"Thank you \xF0\x9F\x99\x8F\",\n \"question\": {\"text\": \"ދިވެހި\", \"language\": \"dv\"},"
      "\n \"documents\": [{\"text\": \"\xF0\x9F\x99\x8F\"}],\n \"about\": \"Plain, 你好, سلام\"}",
      "case.json");
  REQUIRE(file);
  const auto found = job::check_glyphs(*file, **fonts);
  REQUIRE(found.size() == 2);
  CHECK(
      base::to_text(found[0]).starts_with("case.json:1:10: warning: no font here has the character U+1F64F"));
  CHECK(found[1].place.line == 2);
}

TEST_CASE("a report with letters that no face has is made, and says by name what stood there") {
  model::Case c = job::test::sample().value;
  c.goal = in_language("Thank you \xF0\x9F\x99\x8F, and ދިވެހި ރާއްޖެ as well", "en");
  const job::Dossier dossier = job::test::opened(glyph_maker(), c);
  const auto pdf = glyph_maker().make(dossier, {.document = "medical-summary"});
  for (const base::Diagnostic& d : pdf ? base::Diagnostics{} : pdf.error()) UNSCOPED_INFO(base::to_text(d));
  REQUIRE(pdf);
  const auto text = pdf_tools::run("pdftotext", "{} -", *pdf);
  if (text) {
    std::string line = *text;
    std::ranges::replace(line, '\n', ' ');
    CHECK(holds(line, "PERSON WITH FOLDED HANDS"));
    CHECK(holds(line, "text in Thaana script"));
    CHECK(holds(line, "as well"));
  }
  const auto page = glyph_maker().make(dossier, {.document = "medical-summary", .format = job::Format::html});
  REQUIRE(page);
  CHECK(holds(*page, "\xF0\x9F\x99\x8F"));  // a browser has faces of its own
}

TEST_CASE("lines of a statement end on page and paper as they do in the case") {
  model::Case c = job::test::sample().value;
  c.goal = in_language("Not advised:\n- surgery\n- radiation", "en");
  const job::Dossier dossier = job::test::opened(glyph_maker(), c);
  const auto page = glyph_maker().make(dossier, {.document = "medical-summary", .format = job::Format::html});
  REQUIRE(page);
  CHECK(holds(*page, "Not advised:<br>- surgery<br>- radiation"));
}
