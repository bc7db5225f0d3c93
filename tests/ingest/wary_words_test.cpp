// Words of promise and of pressure in sentences and letters; and how many of the pairs of honest and crooked
// sentences (promises/*.json) are told apart, which docs/quality.md quotes.
#include "generator/ingest/wary_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "../house_words.h"
#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/ingest/letter_scanner.h"

namespace generator::ingest {
namespace {

const WaryWordFinder& words() {
  static const WaryWordFinder k_words(test::house_words());
  return k_words;
}

bool holds(std::string_view sentence, WaryKind kind, std::string_view language = "en") {
  const auto kinds = words().kinds_in(sentence, words().language_of(*model::LanguageTag::parse(language)));
  return std::ranges::find(kinds, kind) != kinds.end();
}

bool is_wary(std::string_view sentence, std::string_view language = "en") {
  return holds(sentence, WaryKind::guarantee, language) || holds(sentence, WaryKind::pressure, language);
}

struct Told {
  int pairs = 0;
  int found = 0;         ///< crooked sentences
  int false_alarms = 0;  ///< honest ones
  std::string wrong;
};

Told told_apart(const std::string& file) {
  const auto text = base::read_file(std::string(CONSILIUM_ROOT "/tests/ingest/promises/") + file);
  const auto json = base::JsonDocument::parse(*text, file);
  Told told;
  for (const base::JsonMember& language : json->root().members) {
    for (const base::JsonNode& pair : language.value.items) {
      ++told.pairs;
      const std::string& honest = pair.find("honest")->text;
      const std::string& crooked = pair.find("crooked")->text;
      if (is_wary(crooked, language.name)) {
        ++told.found;
      } else {
        told.wrong += fmt::format("\n{} missed: {}", language.name, crooked);
      }
      if (!is_wary(honest, language.name)) continue;
      ++told.false_alarms;
      told.wrong += fmt::format("\n{} false: {}", language.name, honest);
    }
  }
  return told;
}

}  // namespace

TEST_CASE("Crooked sentences are told from honest ones, by pairs that were written before the words") {
  const Told told = told_apart(GENERATE("written.json", "held-out.json"));
  INFO(told.wrong);
  CHECK(told.pairs == 80);
  CHECK(told.found == 80);
  CHECK(told.false_alarms == 0);
}

TEST_CASE("Words of guarantee are found in each language, however they are written") {
  const auto [language, text] = GENERATE(table<std::string, std::string>(
      {{"en", "Success is guaranteed."},
       {"en", "SUCCESS IS GUARANTEED"},
       {"en", "We offer a 100 % success rate."},
       {"en", "Success rate: 100%"},
       {"en", "At a dose of 2 million cells per kilogram our success rate is 100 %."},
       {"en", "Our success rate is 100 %, and the price is the lowest in the region."},
       {"en", "There are no side effects and cure is guaranteed."},
       {"en", "With our method we guaran-\ntee that the tumour will not come back."},
       {"en", "With our method we guaran\u00ADtee it."},
       {"en", "It is a risk-\nfree operation."},
       {"zh-Hans", "成功率１００％"},
       {"zh-Hans", "可以保\n证治愈，请家属放心。"},
       {"zh-Hans", "百分之百有效"},
       {"zh-Hant", "我們保證治癒"},
       {"tr", "BAŞARI GARANTİ EDİLİR."},
       {"tr", "%100 başarı"},
       {"tr", "Tedavi kesin sonuç verir"},
       {"ar", "نضـمـن الشفاء التام بعد ثلاث دورات."},
       {"ar", "نَضْمَنُ الشفاء"},
       {"ar", "نسبة النجاح ١٠٠٪"},
       {"fa", "درمان کامل را تضمين مي کنيم."},
       {"fa", "ما تضمین می‌کنیم"},
       {"hi", "सफलता की गारंटी"},
       {"ru", "Мы гарантируем выздоровление"},
       {"ru", "успех 100 процентов"},
       {"fr", "LA GUERISON EST GARANTIE"},
       {"de", "Der Erfolg ist garantiert."},
       {"en", "Der Erfolg ist garantiert."}}));
  INFO(text);
  CHECK(holds(text, WaryKind::guarantee, language));
}

TEST_CASE("To refuse a guarantee is no promise, nor is a hundred per cent of money, nor a bank") {
  const auto [language, text] =
      GENERATE(table<std::string, std::string>({{"en", "We cannot guarantee a result."},
                                                {"en", "We cannot, of course, guarantee a result."},
                                                {"en", "We are un-\nable to guarantee a result."},
                                                {"en", "No guarantee can be given."},
                                                {"en", "We can’t guarantee the outcome."},
                                                {"en", "A bank guarantee of 10,000 EUR is accepted."},
                                                {"en", "The deposit is 100 % refundable."},
                                                {"en", "Give 100% of the dose."},
                                                {"en", "Response in 95-100 % of cells"},
                                                {"en", "2100 % is no figure"},
                                                {"en", "Grade 2.100 %"},
                                                {"en", "A result of 100 % is not possible."},
                                                {"en", "40 of 100 patients"},
                                                {"en", "About 100 patients a year"},
                                                {"en", "Eine Garantie geben wir nicht."},
                                                {"en", ""},
                                                {"zh-Hans", "请支付保证金。"},
                                                {"zh-Hans", "没有百分之百的把握。"},
                                                {"tr", "Sonucu garanti etmek mümkün değildir."},
                                                {"tr", "Garanti BBVA, IBAN TR00"},
                                                {"ar", "لا يمكننا ضمان النتيجة"},
                                                {"ru", "Гарантировать нельзя."},
                                                {"fr", "Nous ne pouvons garantir le résultat"},
                                                {"de", "Vorauszahlung 100 % vor Aufnahme"},
                                                {"de", "Wir können keine Garantie geben."}}));
  INFO(text);
  CHECK_FALSE(holds(text, WaryKind::guarantee, language));
}

TEST_CASE("Pressure is told from advice not to hurry") {
  CHECK(holds("Come as soon as possible.", WaryKind::pressure));
  CHECK(holds("Pay today: the discount of 30 % ends tonight.", WaryKind::pressure));
  CHECK(holds("Do not tell your doctor at home, he will only delay you.", WaryKind::pressure));
  CHECK(holds("请马上来我院", WaryKind::pressure, "zh-Hans"));
  CHECK_FALSE(holds("Please do not book your flight yet.", WaryKind::pressure));
  CHECK_FALSE(holds("请勿预订机票", WaryKind::pressure, "zh-Hans"));
  CHECK_FALSE(holds("Our hospital is near the airport.", WaryKind::pressure));
}

TEST_CASE("Each phrase of the lists is found at the beginning, in the middle and at the end of a sentence") {
  const auto is_found = [](const model::LanguageWords& language, const model::Phrases& phrases,
                           WaryKind kind) {
    for (std::string phrase : phrases) {
      CAPTURE(phrase);
      std::erase(phrase, '*');
      for (std::size_t gap = phrase.find(".."); gap != std::string::npos; gap = phrase.find(".."))
        phrase.replace(gap, 2, " ");
      for (const char* pattern : {"{}, 1", "1, {}, 1", "1, {}"})
        CHECK(holds(fmt::format(fmt::runtime(pattern), phrase), kind, language.language.text()));
    }
  };
  REQUIRE(test::house_words().size() >= 18);
  for (const model::LanguageWords& language : test::house_words()) {
    is_found(language, language.guarantee.words, WaryKind::guarantee);
    is_found(language, language.pressure.words, WaryKind::pressure);
  }
}

TEST_CASE("Sentences of a letter run over its lines, not over its lists and pages") {
  model::Document letter{"l",
                         "",
                         "",
                         model::LanguageTag(),
                         std::nullopt,
                         "Costs:\n- price guarantee for 30 days\n- success is\n  guaranteed\n\nOther text\f"
                         "Cure is\nguaranteed"};
  const auto found = find_wary_sentences(letter, words());
  REQUIRE(found.size() == 2);
  CHECK(found[0].text == "- success is guaranteed");
  CHECK(found[0].page == 1);
  CHECK(found[0].line == 3);
  CHECK(found[1].text == "Cure is guaranteed");
  CHECK(found[1].page == 2);
}

TEST_CASE("A letter whose text did not come has no sentences") {
  CHECK(
      find_wary_sentences({"l", "", "", model::LanguageTag(), std::nullopt, std::nullopt}, words()).empty());
}

}  // namespace generator::ingest
