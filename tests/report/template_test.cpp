// A template says what the view holds, and is refused, with its place, where it says anything else.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "generator/base/file.h"
#include "generator/report/report.h"
#include "generator/report/template_renderer.h"

namespace report = generator::report;
namespace base = generator::base;
namespace document = generator::document;
using report::ViewValue;

namespace {

/// A folder of templates that lasts as long as a test.
class TemplateFolder {
 public:
  TemplateFolder()
      : path(std::filesystem::temp_directory_path() /
             ("consilium-template-test-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path);
  }
  ~TemplateFolder() { std::filesystem::remove_all(path); }
  void report(const std::string& text) const {
    REQUIRE(base::write_file(path / "t" / "report.mustache", text));
  }
  void partial(const std::string& name, const std::string& text) const {
    REQUIRE(base::write_file(path / "partials" / (name + ".mustache"), text));
  }

  base::Result<std::shared_ptr<const report::TemplateRenderer>> load() const {
    auto source = report::TemplateSource::load(path, "t");
    if (!source) return tl::unexpected(source.error());
    return report::TemplateRenderer::make(std::move(*source));
  }

  std::filesystem::path path;
};

std::string findings(const base::Diagnostics& found) {
  std::string out;
  for (const auto& d : found) {
    out += (out.empty() ? "" : " ") + std::filesystem::path(d.place.file).stem().string() + ":" +
           std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code;
  }
  return out;
}

ViewValue view() {
  return ViewValue::Object{
      {"name", "A & B's <b>"},
      {"absent", false},
      {"yes", true},
      {"blank", ""},
      {"text", ViewValue::Object{{"costs.title", "Costs"}, {"plain", ViewValue::Object{{"title", "Plain"}}}}},
      {"options", ViewValue::List{ViewValue::Object{{"name", "One"}, {"city", "X"}},
                                  ViewValue::Object{{"name", "Two"}, {"city", false}}}},
      {"words", ViewValue::List{"a", "b"}},
      {"none", ViewValue::List{}},
  };
}

std::string rendered(const std::string& text) {
  const TemplateFolder folder;
  folder.report(text);
  const auto renderer = folder.load();
  if (!renderer) return findings(renderer.error());
  const auto markup = (*renderer)->markup(view());
  return markup ? *markup : findings(markup.error());
}

}  // namespace

TEST_CASE("names, sections, lists and partials render, and text is escaped") {
  CHECK(rendered("{{name}}") == "A &amp; B&apos;s &lt;b&gt;");
  CHECK(rendered("{{#options}}{{name}}{{#city}} in {{.}}{{/city}}{{^city}}?{{/city}};{{/options}}") ==
        "One in X;Two?;");
  CHECK(
      rendered("{{#words}}{{.}}{{/words}}{{^none}}none{{/none}}{{#blank}}no{{/blank}}{{#yes}}yes{{/yes}}") ==
      "abnoneyes");
  CHECK(rendered("{{text.costs.title}} {{text.plain.title}}{{! not shown }}{{absent}}") == "Costs Plain");
  CHECK(rendered("{{#text}}{{costs.title}}{{/text}}") == "Costs");

  const TemplateFolder folder;
  folder.report("{{#options}}{{> option}}{{/options}}");
  folder.partial("option", "<{{> name}}>");
  folder.partial("name", "{{name}}");
  const auto renderer = folder.load();
  REQUIRE(renderer);
  CHECK((*renderer)->markup(view()) == "<One><Two>");
}

TEST_CASE("what Mustache allows and the house does not is refused") {
  CHECK(rendered("a\n é{{{name}}} {{&name}} {{ & name }}") ==
        "report:2:3 template-raw report:2:14 template-raw report:2:24 template-raw");
  CHECK(rendered("{{=<% %>=}}") == "report:1:1 template-syntax");
  CHECK(rendered("{{name") == "report:1:1 template-syntax");
  CHECK(rendered("{{}} {{a b}} {{a..b}} {{.a}}") ==
        "report:1:1 template-syntax report:1:6 template-syntax report:1:14 template-syntax report:1:23 "
        "template-syntax");
  CHECK(rendered("{{#options}}\n{{#words}}") == "report:1:1 template-syntax report:2:1 template-syntax");
  CHECK(rendered("{{/options}}") == "report:1:1 template-syntax");
  CHECK(rendered("{{#options}}{{#words}}{{/options}}{{/words}}") ==
        "report:1:23 template-syntax report:1:35 template-syntax");
  CHECK(rendered("\n{{> nowhere}}") == "report:2:1 template-missing");

  const TemplateFolder folder;
  CHECK(findings(folder.load().error()) == "report:0:0 template-missing");
  folder.report("{{> a}}");
  folder.partial("a", "x\n{{> b}}{{#words}}");
  folder.partial("b", "{{> a}}{{/words}}");
  CHECK(findings(folder.load().error()) ==
        "a:2:8 template-syntax b:1:1 template-cycle b:1:8 template-syntax");
}

TEST_CASE("a name that the view does not hold is an error at its place") {
  CHECK(
      rendered("{{nam}}\n{{#option}}{{/option}}{{^optoins}}x{{/optoins}}") ==
      "report:1:1 template-unknown-name report:2:1 template-unknown-name report:2:23 template-unknown-name");
  CHECK(rendered("{{#options}}{{name}}{{citty}}{{/options}}") == "report:1:21 template-unknown-name");
  CHECK(
      rendered("{{city}}{{text.costs.titel}}{{text.costs}}") ==
      "report:1:1 template-unknown-name report:1:9 template-unknown-name report:1:29 template-unknown-name");
  CHECK(rendered("{{options}}{{text}}{{yes}}") ==
        "report:1:1 template-not-text report:1:12 template-not-text report:1:20 template-not-text");
  // Inside of what is absent, nothing can be known of names.
  CHECK(rendered("{{#absent}}{{absent.inner}}{{/absent}}{{#none}}{{inner}}{{/none}}").empty());
}

TEST_CASE("a fault in the markup is placed where the template wrote it") {
  const TemplateFolder folder;
  folder.report("<section>\n{{#options}}\n  {{> option}}\n{{/options}}\n<p>{{name}}</p> stray\n</section>\n");
  folder.partial("option", "<p>{{name}} <b>bold</b></p>\n<div></div>");
  const auto renderer = folder.load();
  REQUIRE(renderer);
  const auto document = (*renderer)->document(view(), {});
  REQUIRE_FALSE(document);
  CHECK(findings(document.error()) ==
        "option:1:13 markup-unknown-element option:2:1 markup-unknown-element report:5:17 markup-nesting");
}

TEST_CASE("a fault found later, by the layout, is placed where the template wrote it too") {
  const TemplateFolder folder;
  folder.report("<section>\n{{#options}}\n  {{> option}}\n{{/options}}\n<p>{{name}}</p>\n</section>\n");
  folder.partial("option", "<p>{{name}}</p>\n<aside>\n<p>{{#city}}{{city}}{{/city}}</p>\n</aside>");
  const auto renderer = folder.load();
  REQUIRE(renderer);
  using Pointer = std::unique_ptr<document::Element>;
  const auto made = (*renderer)->document(view(), *generator::model::LanguageTag::parse("en"));
  REQUIRE(made);
  const auto element = [&](std::size_t i) -> const Pointer::element_type& {
    return *std::get<Pointer>(std::get<Pointer>(made->body.front())->children.at(i));
  };
  REQUIRE(element(3).tag == document::Tag::aside);
  const auto at = [&](std::size_t line) {
    return base::Diagnostic{"layout-too-wide", {made->file, line, 0}, "x", "", ""};
  };
  const base::Diagnostic elsewhere{"font-missing", {}, "y", "", ""};
  CHECK(findings((*renderer)->explain(view(), {at(element(3).line), at(element(4).line), elsewhere})) ==
        ":0:0 font-missing option:2:0 layout-too-wide report:5:0 layout-too-wide");
}

TEST_CASE("a template's text becomes a document, never markup") {
  const TemplateFolder folder;
  folder.report("<p>{{name}}</p>");
  const auto renderer = folder.load();
  REQUIRE(renderer);
  const auto document = (*renderer)->document(view(), *generator::model::LanguageTag::parse("ar"));
  REQUIRE(document);
  CHECK(document->language.text() == "ar");
  CHECK(document::text_of(*std::get<std::unique_ptr<document::Element>>(document->body.front())) ==
        "A & B's <b>");
}
