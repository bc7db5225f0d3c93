#include "generator/typeset/fonts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include <unicode/unistr.h>
#include <unistd.h>

#include "generator/base/file.h"
#include "tests/typeset/paragraph_dump.h"

namespace generator::typeset {
namespace {

std::string first_face(const char* language, Weight weight = Weight::regular) {
  const auto chain = test::fonts().chain(test::tag(language), weight);
  REQUIRE(chain);
  return chain->front().face->postscript_name();
}

base::Result<std::shared_ptr<const FontSet>> load(const std::string& json) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() /
                                     ("consilium-fonts-test-" + std::to_string(::getpid()) + ".json");
  REQUIRE(base::write_file(path, json));
  auto loaded = FontSet::load(path, {});
  std::filesystem::remove(path);
  return loaded;
}

std::vector<std::string> codes(const base::Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const base::Diagnostic& diagnostic : diagnostics) all.push_back(diagnostic.code);
  return all;
}

TEST_CASE("each language of the product has its own face, in both weights", "[fonts]") {
  const std::pair<const char*, const char*> expected[] = {
      {"en", "NotoSans"},           {"tr", "NotoSans"},
      {"ru", "NotoSans"},           {"sw", "NotoSans"},
      {"ar", "NotoNaskhArabic"},    {"fa", "NotoNaskhArabic"},
      {"ur", "NotoNastaliqUrdu"},   {"hi", "NotoSansDevanagari"},
      {"ne", "NotoSansDevanagari"}, {"bn", "NotoSansBengali"},
      {"gu", "NotoSansGujarati"},   {"ta", "NotoSansTamil"},
      {"si", "NotoSansSinhala"},    {"zh-Hans", "NotoSansCJKsc"},
      {"zh-Hant", "NotoSansCJKtc"}, {"zh-Hant-HK", "NotoSansCJKtc"},
      {"pt-BR", "NotoSans"},
  };
  for (const auto& [language, face] : expected) {
    CAPTURE(language);
    CHECK(first_face(language).starts_with(std::string(face) + "-"));
    CHECK(first_face(language, Weight::bold).ends_with("-Bold"));
  }
}

TEST_CASE("faces tell their outlines and metrics", "[fonts]") {
  const auto chinese = test::fonts().chain(test::tag("zh-Hans"), Weight::regular);
  CHECK(chinese->front().face->outlines() == Outlines::cff);
  const auto english = test::fonts().chain(test::tag("en"), Weight::regular);
  const Face& latin = *english->front().face;
  CHECK(latin.outlines() == Outlines::glyf);
  CHECK(latin.cap_height() == Approx(714));
  CHECK(latin.descent() < 0);
  CHECK(latin.covers(U'\u0416'));
  CHECK_FALSE(latin.covers(U'\u4E2D'));
  CHECK_FALSE(latin.covers(0x110000));
}

TEST_CASE("a face that has no bold is used as it is", "[fonts]") {
  const auto chain = test::fonts().chain(test::tag("en"), Weight::bold);
  const auto symbols = std::ranges::find_if(*chain, [](const ChainedFace& link) {
    return link.face->postscript_name() == "NotoSansSymbols2-Regular";
  });
  REQUIRE(symbols != chain->end());
  CHECK(symbols->face->weight() == Weight::regular);
}

TEST_CASE("every language can say what reports need", "[fonts]") {
  const char* symbols =
      "→←↑↓ • ✓ ✗ – — … “ ” ‘ ’ « » № × ≥ ≤ ≈ ± ½ ¼ ° µ ☐ ☑ ☒ € ₹ ¥ ₺ "
      "₽ "
      "£ "
      "% "
      "§ "
      "© "
      "0123456789 "
      "()[]\u00A0\u202F\u2009";
  for (const char* language : {"en", "ar", "fa", "ur", "hi", "ne", "bn", "gu", "ta", "si", "zh-Hans",
                               "zh-Hant", "tr", "fr", "ru", "sw", "fil"}) {
    const auto found = check_coverage(test::fonts(), test::tag(language), symbols, "symbols");
    for (const auto& diagnostic : found) UNSCOPED_INFO(base::to_text(diagnostic));
    CHECK(found.empty());
  }
}

TEST_CASE("a character that no face has is named once", "[fonts]") {
  const auto found =
      check_coverage(test::fonts(), test::tag("ta"), "ab\n\xEE\x80\x80 \xEE\x80\x80", "ta.json");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "glyph-missing");
  CHECK(found[0].place == base::Place{"ta.json", 0, 0});
  CHECK(found[0].what.find("U+E000") != std::string::npos);
  CHECK(found[0].what.find("\"ta\"") != std::string::npos);
}

TEST_CASE("all characters that no face has are named in one line", "[fonts]") {
  const auto found =
      check_coverage(test::fonts(), test::tag("ta"), "\xEE\x80\x81 ab \xEE\x80\x80", "ta.json");
  REQUIRE(found.size() == 1);
  CHECK_THAT(found[0].what,
             Catch::Contains("2 characters") && Catch::Contains("U+E000, ") && Catch::EndsWith("U+E001"));
  std::string many;
  for (char32_t c = 0xE000; c < 0xE000 + 60; ++c)
    icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(many);
  CHECK_THAT(check_coverage(test::fonts(), test::tag("ta"), many, "ta.json").at(0).what,
             Catch::EndsWith("U+E031 and 10 more"));
}

TEST_CASE("a missing face names its package and is the machine's fault", "[fonts]") {
  const auto set = load(R"({"format": "consilium/fonts/1", "folders": ["/nowhere"],
    "faces": {"odd": {"regular": "NoSuchFace.ttf", "package": "fonts-odd"}},
    "chains": {"*": ["odd"]}, "fallback": []})");
  REQUIRE(set);
  const auto chain = (*set)->chain(test::tag("en"), Weight::bold);
  REQUIRE_FALSE(chain);
  CHECK(chain.error()[0].code == "font-missing");
  CHECK(chain.error()[0].fault == base::Fault::machine);
  CHECK(chain.error()[0].remedy.find("fonts-odd") != std::string::npos);
  const auto coverage = check_coverage(**set, test::tag("en"), "a", "a.txt");
  CHECK(codes(coverage) == std::vector<std::string>{"font-missing"});
}

TEST_CASE("fontconfig finds what stands in no folder of fonts.json", "[fonts]") {
  const auto set = load(R"({"format": "consilium/fonts/1", "folders": [],
    "faces": {"latin": {"regular": "NotoSans-Regular.ttf", "package": "fonts-noto-core"}},
    "chains": {"*": ["latin"]}, "fallback": []})");
  REQUIRE(set);
  const auto chain = (*set)->chain(test::tag("en"), Weight::regular);
  REQUIRE(chain);
  CHECK(chain->front().face->postscript_name() == "NotoSans-Regular");
}

TEST_CASE("fonts.json is refused with all its faults at their places", "[fonts]") {
  const auto set = load(R"({"format": "consilium/fonts/1", "folders": [],
    "faces": {"latin": {"regular": "sub/NotoSans.ttf", "package": "p", "size_factor": 0, "colour": "red"}},
    "chains": {"e n": ["latin"], "fr": ["cyrillic"]},
    "fallback": [3]})");
  REQUIRE_FALSE(set);
  std::vector<std::size_t> lines;
  for (const auto& diagnostic : set.error()) {
    CHECK(diagnostic.code == "fonts-syntax");
    lines.push_back(diagnostic.place.line);
  }
  std::ranges::sort(lines);
  CHECK(lines == std::vector<std::size_t>{2, 2, 2, 3, 3, 3, 4});
}

TEST_CASE("threads share a font set", "[fonts]") {
  const auto set = FontSet::load(CONSILIUM_ROOT "/fonts/fonts.json", {});
  REQUIRE(set);
  std::vector<double> widths(4);
  {
    std::vector<std::jthread> threads;
    for (double& width : widths) {
      threads.emplace_back([&] {
        InlineContent content{u"Case № 7 \u2192 \u0645\u0631\u062D\u0628\u0627", {}};
        content.spans.push_back({0, content.text.size(), {}, model::LanguageTag(), 0});
        const auto paragraph = Paragraph::shape(content, model::Direction::left_to_right, **set);
        if (paragraph) width = paragraph->max_width();
      });
    }
  }
  CHECK(widths[0] > 0);
  CHECK(std::ranges::count(widths, widths[0]) == 4);
}

}  // namespace
}  // namespace generator::typeset
