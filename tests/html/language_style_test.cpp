// The rules of a style sheet that depend on languages.
#include "generator/html/language_style.h"

#include <catch2/catch.hpp>

#include "../house_typography.h"
#include "generator/document/markup.h"
#include "tests/holds.h"

using namespace generator;
using generator::test::holds;

namespace {

document::Document in(const char* language, const std::string& body = "<p>x</p>") {
  auto read = document::read_markup(body, "t.html", *model::LanguageTag::parse(language));
  REQUIRE(read);
  return std::move(*read);
}

}  // namespace

TEST_CASE("languages of one look share a rule, and all scripts of a language are named by it") {
  const html::LanguageStyle style(*test::house_typography(), in("en"));
  CHECK(holds(style.on_screen(), ":lang(ar),:lang(fa){font-family:c-naskh,"));
  CHECK(holds(style.on_screen(), ":is(h1,h2,h3,h1 *,h2 *,h3 *):is(:lang(ta),:lang(zh)){line-height:1.35}"));
  CHECK(holds(style.on_screen(), ":lang(zh-Hans){font-family:\"PingFang SC\""));
  CHECK(holds(style.on_screen(), "ol:lang(fa){list-style-type:persian}"));
  CHECK(holds(style.on_screen(), "td:lang(zh){min-inline-size:5.5em}"));
  CHECK(holds(style.in_print(), "main:lang(ur){padding-inline:.3rem}"));
  CHECK(holds(style.beside(),
              ":is(:lang(en),:lang(fil),:lang(fr),:lang(ru),:lang(sw),:lang(tr)){line-height:1.42}"));
}

TEST_CASE("a tag of the document that CSS would not take for its language is named beside it") {
  const html::LanguageStyle style(
      *test::house_typography(),
      in("en", "<p>x <span lang=\"zh-SG\">y</span> <span lang=\"ar-EG\">z</span></p>"));
  CHECK(holds(style.on_screen(), ":lang(zh-Hans),:lang(zh-SG){font-family:\"PingFang SC\""));
  CHECK(holds(style.on_screen(), "td:lang(zh){min-inline-size:5.5em}"));
  CHECK_FALSE(holds(style.on_screen(), "ar-EG"));
}

TEST_CASE("without any typography there are no rules of languages") {
  const document::Typography none;
  const html::LanguageStyle style(none, in("en"));
  CHECK(style.beside() + style.on_screen() + style.in_print() == "");
}
