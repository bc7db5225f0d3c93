// Which tag is which language. The pairs are those that families and hospitals write.
#include "generator/model/language.h"

#include <catch2/catch.hpp>

using generator::model::LanguageTag;
using generator::model::StandIn;

namespace {

LanguageTag tag(std::string_view text) {
  const auto parsed = LanguageTag::parse(text);
  INFO(text);
  REQUIRE(parsed);
  return *parsed;
}

/// The tag that is taken, or "none".
std::string taken(std::string_view wanted, std::initializer_list<std::string_view> available,
                  std::initializer_list<std::pair<std::string_view, std::string_view>> stand_ins = {}) {
  std::vector<LanguageTag> tags;
  for (const auto each : available) tags.push_back(tag(each));
  std::vector<StandIn> written;
  for (const auto& [from, to] : stand_ins) written.push_back({tag(from), tag(to)});
  const auto best = tag(wanted).best_of(tags, written);
  return best ? best->text() : "none";
}

}  // namespace

TEST_CASE("an alias is taken for what it stands for") {
  CHECK(tag("tl").text() == "fil");
  CHECK(tag("tl-PH").text() == "fil-PH");
  CHECK(tag("fil").text() == "fil");
  CHECK(tag("cmn-Hans").text() == "zh-Hans");
  CHECK(tag("prs").text() == "fa-AF");
  CHECK(tag("ZH-hans").text() == "zh-Hans");
  CHECK_FALSE(LanguageTag::parse("und"));
  CHECK_FALSE(LanguageTag::parse("und-Cyrl"));
  CHECK_FALSE(LanguageTag::parse("zh_Hans"));
}

TEST_CASE("a region makes no other language, a script does") {
  const auto ours = {std::string_view("ar"), std::string_view("en"), std::string_view("zh-Hans")};
  CHECK(taken("zh-CN", ours) == "zh-Hans");
  CHECK(taken("zh-SG", ours) == "zh-Hans");
  CHECK(taken("zh", ours) == "zh-Hans");
  CHECK(taken("ar-EG", ours) == "ar");
  CHECK(taken("en-US", ours) == "en");
  CHECK(taken("en-GB-oxendict", ours) == "en");
  CHECK(taken("zh-TW", ours) == "none");
  CHECK(taken("zh-HK", ours) == "none");
  CHECK(taken("zh-Hant-SG", ours) == "none");
  CHECK(taken("zh-TW", {"en", "zh-Hans", "zh-Hant"}) == "zh-Hant");
  CHECK(taken("zh-HK", {"en", "zh-Hans", "zh-Hant"}) == "zh-Hant");
  CHECK(taken("sr-ME", {"sr", "sr-Latn"}) == "sr-Latn");
  CHECK(taken("uz-AF", {"uz"}) == "none");
  CHECK(taken("fa-AF", {"fa", "ar"}) == "fa");
  CHECK(taken("tl", {"fil"}) == "fil");
}

TEST_CASE("the tag itself comes first, then the nearest in region") {
  CHECK(taken("en-GB", {"en", "en-GB"}) == "en-GB");
  CHECK(taken("en", {"en-GB", "en"}) == "en");
  CHECK(taken("en-AU", {"en", "en-GB"}) == "en-GB");
  CHECK(taken("es-MX", {"es", "es-419"}) == "es-419");
  CHECK(taken("pt-AO", {"pt", "pt-PT"}) == "pt-PT");
}

TEST_CASE("no language is taken for its neighbour's in silence") {
  const auto all = {std::string_view("ar"), std::string_view("bn"),     std::string_view("en"),
                    std::string_view("fa"), std::string_view("fr"),     std::string_view("hi"),
                    std::string_view("ne"), std::string_view("ru"),     std::string_view("tr"),
                    std::string_view("ur"), std::string_view("zh-Hans")};
  for (const auto* wanted :
       {"uk", "be", "kk",  "ky",  "uz", "tg", "ka", "ug", "bo", "ii",  "ps",  "sd", "ckb", "ku",
        "az", "tk", "bho", "mai", "mr", "gu", "as", "br", "oc", "yue", "wuu", "hy", "cy",  "ga"}) {
    INFO(wanted);
    CHECK(taken(wanted, all) == "none");
  }
}

TEST_CASE("what may stand in for a language is written down, and nothing else does") {
  CHECK(taken("arz", {"ar", "en"}) == "none");
  CHECK(taken("arz", {"ar", "en"}, {{"arz", "ar"}}) == "ar");
  CHECK(taken("arz-EG", {"ar", "en"}, {{"arz", "ar"}}) == "ar");
  CHECK(taken("yue", {"zh-Hans"}, {{"yue-Hant", "zh-Hant"}}) == "none");
  CHECK(taken("yue-HK", {"zh-Hans", "zh-Hant"}, {{"yue-Hant", "zh-Hant"}}) == "zh-Hant");
  CHECK(taken("uk", {"ru"}, {{"arz", "ar"}}) == "none");
}

TEST_CASE("a range holds the tags that lie in it, likely subtags included") {
  CHECK(tag("zh-CN").matches(tag("zh")));
  CHECK(tag("zh-CN").matches(tag("zh-Hans")));
  CHECK(tag("zh-CN").matches(tag("zh-CN")));
  CHECK(tag("zh-Hans").matches(tag("zh-CN")));
  CHECK(tag("zh-SG").matches(tag("zh-Hans")));
  CHECK_FALSE(tag("zh-SG").matches(tag("zh-CN")));
  CHECK_FALSE(tag("zh-CN").matches(tag("zh-Hant")));
  CHECK_FALSE(tag("zh-TW").matches(tag("zh-Hans")));
  CHECK(tag("ur-IN").matches(tag("ur")));
  CHECK(tag("en-GB").matches(tag("en")));
  CHECK_FALSE(tag("en").matches(tag("en-GB")));
  CHECK_FALSE(tag("zha").matches(tag("zh")));
}
