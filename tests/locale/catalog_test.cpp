#include "generator/locale/catalog.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

#include "generator/base/file.h"
#include "generator/compare/message_ids.h"
#include "generator/locale/formats.h"
#include "generator/locale/message_pattern.h"

namespace generator::locale {
namespace {

const std::filesystem::path k_locales = std::filesystem::path(CONSILIUM_ROOT) / "locales";
const std::filesystem::path k_bad = std::filesystem::path(CONSILIUM_ROOT) / "tests/locale/locales_bad";

model::LanguageTag tag(const char* text) {
  return model::LanguageTag::parse(text).value();
}

std::shared_ptr<const Catalog> load(const char* language) {
  auto catalog = Catalog::load(k_locales, tag(language), compare::message_specs());
  REQUIRE(catalog.has_value());
  return *catalog;
}

model::MoneyRange money(const char* currency, const char* low, const char* high) {
  const auto bound = [](const char* text) {
    return text == nullptr ? std::nullopt : model::Decimal::parse(text);
  };
  return model::stated(model::Currency::parse(currency).value(), bound(low), bound(high));
}

/// "line:column code", for those of one file.
std::vector<std::string> places(const base::Diagnostics& diagnostics) {
  std::vector<std::string> list;
  for (const base::Diagnostic& d : diagnostics) {
    list.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code);
  }
  return list;
}

TEST_CASE("the house speaks its languages") {
  std::vector<std::string> names;
  for (const model::LanguageTag& language : available_languages(k_locales)) names.push_back(language.text());
  for (const char* demanded : {"ar", "en", "zh-Hans"}) CHECK(std::ranges::count(names, demanded) == 1);
}

TEST_CASE("a translator gets every fault of a locale at once, each at its place") {
  const auto catalog = Catalog::load(k_bad, tag("ar"), {});
  REQUIRE_FALSE(catalog.has_value());
  CHECK(places(catalog.error()) == std::vector<std::string>{
                                       "1:11 glossary-shape",
                                       "1:46 glossary-unknown",
                                       "2:15 message-argument",
                                       "2:15 message-argument",
                                       "3:12 message-plural",
                                       "4:11 message-select",
                                       "5:19 message-syntax",
                                       "6:3 message-unknown",
                                       "7:21 message-formats",
                                       "8:1 message-missing",
                                   });
  const auto nowhere = Catalog::load(k_bad, tag("fr"), {});
  REQUIRE_FALSE(nowhere.has_value());
  CHECK(nowhere.error().front().code == "locale-missing");
}

TEST_CASE("a message of which nothing can be seen, or with a control character, is refused by its name") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("consilium-unseen-" + std::to_string(::getpid()));
  REQUIRE(generator::base::write_file(folder / "en/glossary.json", "{}"));
  const auto fault = [&](const std::string& message) {
    REQUIRE(generator::base::write_file(folder / "en/messages.json", "{\n\"a\": \"" + message + "\"\n}"));
    const auto catalog = Catalog::load(folder, tag("en"), {});
    if (catalog) return std::string("loaded");
    CHECK(catalog.error().size() == 1);
    CHECK(catalog.error().front().place.line == 2);
    return catalog.error().front().code + " " + catalog.error().front().what;
  };
  for (const char* unseen : {"", " \\t\\n", "\\u200b", "\\u2060\\ufeff", "\\u00ad", "\\u00a0\\u3000",
                             "\\u2066\\u2069", "\\u3164", "\\u2800"})
    CHECK(fault(unseen) == "message-empty nothing of \"a\" can be seen");
  CHECK(fault("x\\u0000y") == "message-syntax \"a\" holds the control character U+0000");
  CHECK(fault("x\\u0085") == "message-syntax \"a\" holds the control character U+0085");
  for (const char* seen : {"x", "\\u2066x\\u2069", "…", "。", "{n}"}) CHECK(fault(seen) == "loaded");
  fs::remove_all(folder);
}

TEST_CASE("patterns take names, plurals and selects, and refuse formats of their own") {
  CHECK(MessagePattern::compile("{a} and {b, plural, one {#} other {# {c}}}")->arguments() ==
        std::vector<std::string>{"a", "b", "c"});
  CHECK(MessagePattern::compile("it''s '{'literal'}'")->literals() == "it's {literal}");
  CHECK(MessagePattern::compile("éé {0}").error().offset == 5);
  CHECK_FALSE(MessagePattern::compile("{when, date, long}"));
  CHECK_FALSE(MessagePattern::compile("{n, plural, offset:1 one {a} other {b}}"));
  CHECK_FALSE(MessagePattern::compile("{n, plural, one {a}}"));
  CHECK_FALSE(MessagePattern::compile("{open"));
}

TEST_CASE("amounts keep their code, their bounds and their minor units in every language") {
  const auto en = load("en");
  CHECK(en->format(money("CNY", "60000", "90000")) == "CNY\u00a060,000–90,000");
  CHECK(en->format(money("USD", "12.5", "12.5")) == "USD\u00a012.50");
  // What was computed is rounded to the minor unit; what a hospital wrote is shown as it wrote it.
  model::MoneyRange computed = money("USD", "8345.995", "9000");
  CHECK(en->format(computed) == "USD\u00a08,345.995–9,000.00");
  computed.basis = model::AmountBasis::computed;
  CHECK(en->format(computed) == "USD\u00a08,346–9,000");
  CHECK(en->format(money("BHD", "1.2345", nullptr)) == "from BHD\u00a01.2345");
  CHECK(en->format(money("EUR", "0.0042", "0.0042")) == "EUR\u00a00.0042");
  CHECK(en->format(money("JPY", "333.50", "333.50")) == "JPY\u00a0333.5");
  CHECK(en->number(*model::Decimal::parse("0.0000008701")) == "0.0000008701");
  CHECK(en->format(money("JPY", nullptr, "1200000")) == "up to JPY\u00a01,200,000");
  CHECK(en->format(money("EUR", "0", "0")) == "EUR\u00a00");
  CHECK(load("zh-Hans")->format(money("CNY", "60000", nullptr)) == "CNY\u00a060,000\u00a0起");
  // The whole amount is one right-to-left unit: neither figures nor code can change places with neighbours.
  CHECK(load("ar")->format(money("CNY", "60000", "90000")) == "\u2067٦٠٬٠٠٠–٩٠٬٠٠٠\u00a0CNY\u2069");
}

TEST_CASE("dates are as exact as they are known") {
  CHECK(load("en")->format(model::Date{2026, 11, 2}) == "2 November 2026");
  CHECK(load("en")->format(model::Date{2026, 11, 0}) == "November 2026");
  CHECK(load("ar")->format(model::Date{2026, 11, 2}) == "٢ نوفمبر ٢٠٢٦");
  CHECK(load("zh-Hans")->format(model::Date{2026, 11, 2}) == "2026年11月2日");
  CHECK(load("zh-Hans")->format(model::Date{2026, 0, 0}) == "2026年");
  CHECK(Formats(tag("fa")).date({2026, 11, 2}) == "۲ نوامبر ۲۰۲۶");
}

TEST_CASE("a language says by which locale it is formatted, and its plurals are its own") {
  CHECK(Formats(tag("en")).date({2026, 11, 2}) == "November 2, 2026");
  const Formats arabic_as_english(tag("ar"), tag("en-001"));
  CHECK(arabic_as_english.date({2026, 11, 2}) == "2 November 2026");
  CHECK(arabic_as_english.plural_category(2) == "two");
  CHECK(has_formats(tag("en-001")));
  CHECK(has_formats(tag("zh-Hant-TW")));
  CHECK_FALSE(has_formats(tag("qqx")));
}

TEST_CASE("the plural of a range is chosen by both of its ends, as CLDR's table of ranges has it") {
  struct Expected {
    const char* language;
    int low, high;
    const char* category;
  };
  // pluralRanges.xml of CLDR 42; where the category of the end alone differs, the row could fail.
  static constexpr Expected k_expected[] = {
      {"en", 0, 1, "other"}, {"fa", 0, 1, "other"}, {"ur", 0, 1, "other"}, {"hi", 0, 1, "one"},
      {"ar", 0, 1, "zero"},  {"ar", 1, 2, "other"}, {"ar", 2, 10, "few"},  {"ar", 4, 11, "many"},
      {"ru", 4, 6, "many"},  {"ru", 2, 21, "one"},  {"ru", 1, 2, "few"},   {"fil", 4, 6, "other"},
      {"fil", 0, 1, "one"},  {"fil", 1, 2, "one"},  {"fil", 2, 10, "one"}, {"fr", 0, 1, "one"},
      {"si", 0, 1, "one"},   {"si", 1, 2, "other"}, {"sw", 0, 1, "one"},   {"tr", 4, 6, "other"},
  };
  for (const Expected& each : k_expected) {
    INFO(each.language << " " << each.low << "-" << each.high);
    const Formats formats(tag(each.language));
    CHECK(formats.plural_category(each.low, each.high) == each.category);
    CHECK(formats.plural_category(each.low, each.high) == each.category);  // as remembered
  }
  using model::DurationRange;
  using model::TimeUnit;
  CHECK(load("en")->format(DurationRange{0, 1, TimeUnit::day}) == "0–1 days");
  CHECK(load("ar")->format(DurationRange{1, 2, TimeUnit::week}) == "من ١ إلى أسبوعين");
}

TEST_CASE("durations follow the plural rules of the language") {
  using model::DurationRange;
  using model::TimeUnit;
  const auto en = load("en");
  CHECK(en->format(DurationRange{4, 6, TimeUnit::week}) == "4–6 weeks");
  CHECK(en->format(DurationRange{1, 1, TimeUnit::month}) == "1 month");
  CHECK(en->format(DurationRange{10, std::nullopt, TimeUnit::day}) == "at least 10 days");
  const auto ar = load("ar");
  CHECK(ar->format(DurationRange{2, 2, TimeUnit::day}) == "يومان");
  CHECK(ar->format(DurationRange{4, 6, TimeUnit::week}) == "من ٤ إلى ٦ أسابيع");
  CHECK(ar->format(DurationRange{std::nullopt, 21, TimeUnit::day}) == "حتى ٢١ يومًا");
  CHECK(load("zh-Hans")->format(DurationRange{4, 6, TimeUnit::week}) == "4–6 周");
}

TEST_CASE("a name of the other direction is isolated, and only such a name") {
  const auto ar = load("ar");
  const auto en = load("en");
  const compare::Message reviewer{"reviewer.name-only", {{"name", "Dr. Lin"}}};
  CHECK(ar->format(reviewer).starts_with("\u2068Dr. Lin\u2069"));
  CHECK(en->format(reviewer) == "Dr. Lin; department not stated");
  CHECK(en->proper("د. حسن") == "\u2068د. حسن\u2069");
  CHECK(ar->proper("د. حسن") == "د. حسن");
}

TEST_CASE("what the caller gets wrong is a bug, never an empty sentence") {
  const auto en = load("en");
  CHECK_THROWS_AS(en->format(compare::Message{"no.such", {}}), std::logic_error);
  CHECK_THROWS_AS(en->format(compare::Message{"reviewer.name-only", {}}), std::logic_error);
}

TEST_CASE("one catalog serves many threads") {
  const auto ar = load("ar");
  const std::string expected = ar->format(model::DurationRange{3, 11, model::TimeUnit::day}) +
                               ar->format(model::Date{2026, 1, 2}) + ar->format(money("CNY", "1", "2"));
  std::vector<int> wrong(4, 0);
  {
    std::vector<std::jthread> threads;
    for (int& count : wrong) {
      threads.emplace_back([&count, &expected, &ar] {
        for (int i = 0; i < 50; ++i) {
          const std::string text = ar->format(model::DurationRange{3, 11, model::TimeUnit::day}) +
                                   ar->format(model::Date{2026, 1, 2}) + ar->format(money("CNY", "1", "2"));
          if (text != expected) ++count;
        }
      });
    }
  }
  CHECK(wrong == std::vector<int>(4, 0));
}

}  // namespace
}  // namespace generator::locale
