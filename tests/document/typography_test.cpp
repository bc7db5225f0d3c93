// locales/<tag>/typography.json: what the house's files say, and that a file with a fault is none.
#include "generator/document/typography.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "generator/base/file.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

const fs::path k_locales = fs::path(CONSILIUM_ROOT) / "locales";

base::Result<std::vector<document::LanguageTypography>> read(const std::string& members) {
  const fs::path folder = fs::temp_directory_path() / ("consilium-typography-" + std::to_string(::getpid()));
  fs::create_directories(folder / "sw");
  REQUIRE(base::write_file(folder / "sw" / "typography.json",
                           R"({"format": "consilium/typography/1")" + members + "}"));
  auto loaded = document::load_typography(folder);
  fs::remove_all(folder);
  return loaded;
}

std::string fault(const std::string& members) {
  const auto loaded = read(members);
  if (loaded) return "read";
  CHECK(loaded.error().front().place.line == 1);
  CHECK(loaded.error().front().place.file.ends_with("sw/typography.json"));
  return loaded.error().front().what;
}

model::LanguageTag tag(const char* text) {
  return *model::LanguageTag::parse(text);
}

}  // namespace

TEST_CASE("the house's languages are set as their files say, and so are those written alike") {
  const document::Typography typography(document::load_typography(k_locales).value(), {});
  REQUIRE(typography.of(tag("en-GB")) != nullptr);
  CHECK(typography.of(tag("en-GB"))->hyphens->least_after == 3);
  CHECK(typography.of(tag("zh-CN"))->language == tag("zh-Hans"));
  CHECK(typography.of(tag("zh-HK"))->language == tag("zh-Hant"));
  CHECK(typography.of(tag("ur"))->chart_line == 22);
  CHECK(typography.of(tag("ur"))->local_digits);
  CHECK(typography.of(tag("ar-EG"))->digits == "arab");
  CHECK(typography.of(tag("ar"))->slants == false);
  CHECK(typography.of(tag("ja")) == nullptr);
}

TEST_CASE("the units of all languages are one list, each once") {
  model::Words words(2);
  words[0].units.behind_numbers = {"мг", "г"};
  words[1].units.behind_numbers = {"г"};
  words[1].units.written_close = {"毫克"};
  const document::Typography typography({}, words);
  CHECK(typography.behind_numbers() == std::vector<std::u16string>{u"мг", u"г"});
  CHECK(typography.written_close() == std::vector<std::u16string>{u"毫克"});
}

TEST_CASE("a fault in a typography is told with its file") {
  CHECK(fault("") == "read");
  CHECK(fault(R"(, "slnat": true)") == "there is no member \"slnat\" here");
  CHECK(fault(R"(, "slant": 1)") == "\"slant\" is true or false");
  CHECK(fault(R"(, "digits": "arabic")") == "there are no digits \"arabic\"");
  CHECK(fault(R"(, "hyphens": {})") == "\"patterns\" is missing here");
  CHECK(fault(R"(, "hyphens": {"patterns": "x", "least_before": 0})") ==
        "\"least_before\" is a number from 1 to 9");
  CHECK(fault(R"(, "chart_line": "22")") == "\"chart_line\" is a number from 8 to 60");
  CHECK(fault(R"(, "page": {"line_height": 9})") == "\"line_height\" is a number from 1 to 4");
  CHECK(fault(R"(, "page": {"fonts": "x}</style>"})") ==
        "\"fonts\" holds a character that would end its rule");
  CHECK(fault(R"(, "page": {"rules": [{"select": "ul"}]})") == "\"set\" is missing here");
}

TEST_CASE("a rule of the page is one declaration for a selector, and fetches nothing") {
  const auto rule = [](const std::string& select, const std::string& set) {
    return fault(R"(, "page": {"rules": [{"select": ")" + select + R"(", "set": ")" + set + R"("}]})");
  };
  const char* const none = "\"set\" is no declaration: a property, a colon, its value";
  for (const char* set : {"color", "color:", ":red", "color red", "9px:1", "Color:red"})
    CHECK(rule("ul", set) == none);
  for (const char* set :
       {"background:url(http://x)", "background:URL( 'x' )", "background:image-set('x' 1x)"})
    CHECK(rule("ul", set) == "\"set\" holds what is fetched from elsewhere");
  for (const char* set : {"color:rgb(0,0,0", "content:'x", "color:red/*"})
    CHECK(rule("ul", set) == "\"set\" has a quotation mark, bracket or comment that does not end");
  for (const char* select : {"ul %", "+li", "ul,", "ul & li"})
    CHECK(rule(select, "color:red") == "\"select\" is no selector: \"" + std::string(select) + "\"");
  for (const char* select : {"td", "th[scope=row]", ".pair + td", "ul:not(.plain) li", "[hidden]", "h1,h2"})
    CHECK(rule(select, "padding-inline:calc(1em + 2px)") == "read");
  CHECK(fault(R"x(, "page": {"fonts": "url(x)"})x") == "\"fonts\" holds what is fetched from elsewhere");
}
