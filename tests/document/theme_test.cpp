// A theme is read whole or refused at each fault's place; what it says reaches the style sheet; and the
// house's own theme can be read by tired eyes.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "generator/base/file.h"
#include "generator/document/theme.h"

namespace document = generator::document;
namespace base = generator::base;

namespace {

const std::filesystem::path k_theme = CONSILIUM_ROOT "/templates/theme.json";

/// A theme that is right, with `extra` rules.
std::string theme_with(const std::string& rules) {
  const std::string page =
      R"({"width": 600, "height": 800, "margin-top": 50, "margin-bottom": 50, "margin-side": 50})";
  return "{\"format\": \"consilium/theme/1\", \"colours\": {\"ink\": \"#102030\"},\n\"pages\": {\"a4\": " +
         page + ", \"letter\": " + page + ", \"phone\": " + page +
         "},\n\"body\": {\"font-size\": 10, \"line-height\": 1.4, \"colour\": \"ink\"},\n\"rules\": {\n" +
         rules + "}}\n";
}

base::Result<document::Theme> load(const std::string& text) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() /
                                     ("consilium-theme-test-" + std::to_string(::getpid()) + ".json");
  REQUIRE(base::write_file(path, text));
  auto theme = document::load_theme(path);
  std::filesystem::remove(path);
  return theme;
}

std::string findings(const std::string& text) {
  const auto theme = load(text);
  if (theme) return "accepted";
  std::string out;
  for (const auto& d : theme.error()) {
    out += (out.empty() ? "" : " ") + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) +
           " " + d.code;
  }
  return out;
}

document::Element element(document::Tag tag, std::vector<std::string> classes = {}) {
  document::Element made;
  made.tag = tag;
  made.classes = std::move(classes);
  return made;
}

/// Relative luminance and contrast ratio (WCAG 2.2).
double luminance(const document::Colour& colour) {
  const auto part = [](std::uint8_t value) {
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(colour.red) + 0.7152 * part(colour.green) + 0.0722 * part(colour.blue);
}
double contrast(const document::Colour& a, const document::Colour& b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("the later rule wins, whatever it selects by") {
  const auto theme =
      load(theme_with("\".a\": {\"bold\": true, \"font-size\": 12}, \"td.b\": {\"font-size\": 9}, "
                      "\"p, td\": {\"bold\": false}"));
  REQUIRE(theme);
  const auto set = theme->properties_of(element(document::Tag::td, {"a", "b"}), {});
  CHECK(set.bold == false);
  CHECK(set.font_size == 9.0);
  CHECK_FALSE(theme->properties_of(element(document::Tag::li, {"b"}), {}).font_size);
}

TEST_CASE("a rule may be for one language, whatever its script or country") {
  const auto theme =
      load(theme_with("\"p\": {\"align\": \"start\"}, \"p:lang(zh), .a:lang(zh-Hant)\": "
                      "{\"align\": \"justify\"}"));
  REQUIRE(theme);
  using document::Align;
  using document::Tag;
  const auto align = [&](Tag tag, std::vector<std::string> classes, std::string_view language) {
    return theme
        ->properties_of(element(tag, std::move(classes)), *generator::model::LanguageTag::parse(language))
        .align;
  };
  CHECK(align(Tag::p, {}, "zh-Hans") == Align::justify);
  CHECK(align(Tag::p, {}, "zh") == Align::justify);
  CHECK(align(Tag::p, {}, "en") == Align::start);
  CHECK(align(Tag::p, {}, "zha") == Align::start);
  CHECK(align(Tag::td, {"a"}, "zh-Hant") == Align::justify);
  CHECK_FALSE(align(Tag::td, {"a"}, "zh-Hans"));
  CHECK(document::to_css(*theme).find(":where(p:lang(zh)){text-align:justify;}") != std::string::npos);
  CHECK(findings(theme_with("\"p:lang()\": {},\n\"p:first\": {}, \"p:lang(zh\": {}")) ==
        "5:1 theme-unknown-selector 6:1 theme-unknown-selector 6:16 theme-unknown-selector");
}

TEST_CASE("a theme's faults are told at their places, all at once") {
  CHECK(findings(theme_with("")) == "accepted");
  CHECK(findings(theme_with("\"div\": {},\n\"p.\": {},\n\"rect\": {}, \".A\": {}")) ==
        "5:1 theme-unknown-selector 6:1 theme-unknown-selector 7:1 theme-unknown-selector 7:13 "
        "theme-unknown-selector");
  CHECK(findings(theme_with(
            "\"p\": {\"color\": \"ink\", \"colour\": \"inc\", \"bold\": 1,\n\"font-size\": 200, \"align\": "
            "\"left\", \"padding\": \"3\", \"background\": \"#12345\"}")) ==
        "5:7 theme-unknown-property 5:33 theme-bad-value 5:48 theme-bad-value 6:14 theme-bad-value 6:28 "
        "theme-bad-value "
        "6:47 theme-bad-value 6:66 theme-bad-value");
  CHECK(
      findings("{\"format\": \"consilium/theme/2\", \"pages\": {\"a4\": {\"width\": 100}, \"a5\": {}}, "
               "\"x\": 1}") ==
      "1:1 theme-missing 1:12 theme-bad-value 1:42 theme-missing 1:42 theme-missing 1:49 theme-missing 1:49 "
      "theme-missing 1:49 theme-missing 1:49 theme-missing 1:49 theme-bad-value 1:65 theme-unknown-property "
      "1:76 "
      "theme-unknown-property");
  CHECK(findings("[1]") == "1:1 theme-bad-value");
  CHECK(findings("{\"a\": }") == "1:7 json-syntax");
}

TEST_CASE("the style sheet says what the theme says") {
  const auto theme =
      load(theme_with("\"td.total, aside\": {\"font-size\": 15, \"padding\": 5, \"border-start-width\": 3, "
                      "\"border-colour\": \"#abcdef\", \"align\": \"end\", \"keep-together\": true}"));
  REQUIRE(theme);
  CHECK(document::to_css(*theme) ==
        "@page{size:600pt 800pt;margin:50pt 50pt 50pt;}\n"
        "@media print{html{font-size:10pt;}}\n"
        "body{font-size:1rem;color:#102030;line-height:1.4;}\n"
        ":where(td.total){font-size:1.5rem;text-align:end;padding:0.5rem;border-inline-start-style:solid;"
        "border-inline-start-width:max(1px,3pt);border-color:#abcdef;break-inside:avoid;}\n"
        ":where(aside){font-size:1.5rem;text-align:end;padding:0.5rem;border-inline-start-style:solid;"
        "border-inline-start-width:max(1px,3pt);border-color:#abcdef;break-inside:avoid;}\n");
}

TEST_CASE("columns, sums and lists of links look on the screen as their properties say") {
  const auto theme = load(theme_with(
      "\".wide\": {\"even-columns\": true}, \"ul\": {\"columns\": 2}, \".sum\": {\"keep-with-previous\": "
      "true}, \".entry\": {\"page-reference\": true}, \".contents\": {\"least-pages\": 6}, \"table.b\": "
      "{\"stripes\": \"#abcdef\"}, \"th.n\": {\"column-width\": 50}"));
  REQUIRE(theme);
  const std::string css = document::to_css(*theme);
  CHECK(css.ends_with(
      ":where(.wide){table-layout:fixed;}\n"
      ":where(.wide) thead>tr>:first-child{inline-size:17%;}\n"
      ":where(ul){columns:2;}\n"
      "@media screen and (max-width:48rem){:where(ul){columns:auto;}}\n"
      ":where(.sum){break-before:avoid;}\n"
      "@media screen{:where(.entry){display:inline-block;vertical-align:top;padding-block:.2rem;}}\n"
      ":where(table.b>tbody>tr:nth-child(even)){background-color:#abcdef;}\n"
      ":where(th.n){inline-size:5rem;}\n"));
}

TEST_CASE("every text colour of the house's theme can be read on every background of it (WCAG 2.2, 1.4.3)") {
  const auto theme = document::load_theme(k_theme);
  REQUIRE(theme);
  std::vector<document::Colour> texts = {*theme->body.colour};
  std::vector<document::Colour> backgrounds = {{255, 255, 255}};
  for (const document::Rule& rule : theme->rules) {
    if (rule.properties.colour) texts.push_back(*rule.properties.colour);
    if (rule.properties.background) backgrounds.push_back(*rule.properties.background);
    if (rule.properties.stripes) backgrounds.push_back(*rule.properties.stripes);
    if (rule.properties.font_size) CHECK(*rule.properties.font_size >= 8);
  }
  CHECK(texts.size() > 5);
  CHECK(backgrounds.size() > 3);
  for (const document::Colour& text : texts) {
    for (const document::Colour& background : backgrounds) CHECK(contrast(text, background) >= 4.5);
  }
}

TEST_CASE("the house's theme has no red and no green to judge with") {
  const auto theme = document::load_theme(k_theme);
  REQUIRE(theme);
  for (const document::Rule& rule : theme->rules) {
    for (const auto& colour : {rule.properties.colour, rule.properties.background,
                               rule.properties.border_colour, rule.properties.stripes}) {
      if (!colour) continue;
      // A colour signals red or green when that part stands far above both others.
      CHECK(colour->red - std::max(colour->green, colour->blue) < 64);
      CHECK(colour->green - std::max(colour->red, colour->blue) < 16);
    }
  }
}
