#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "../house_lexicon.h"
#include "generator/compare/letter_scanner.h"
#include "generator/compare/wary_words.h"

namespace generator::compare {
namespace {

const WaryWordFinder& words() {
  return test::house_lexicon().wary();
}

}  // namespace

TEST_CASE("Words of guarantee are found in each language, however they are written") {
  const char* text = GENERATE(
      "Success is guaranteed.", "SUCCESS IS GUARANTEED", "We offer a 100 % success rate.",
      "Success rate: 100%", "成功率１００％", "我们保证治愈。", "我們保證治癒", "百分之百有效",
      "Başarı garanti edilir.", "%100 başarı", "Tedavi kesin sonuç verir", "نضمن الشفاء", "الشفاء مضمون",
      "نسبة النجاح ١٠٠٪", "درمان قطعی است", "ما تضمین می‌کنیم", "सफलता की गारंटी",
      "Мы гарантируем выздоровление", "успех 100 процентов", "La guérison est garantie",
      "Der Erfolg ist garantiert.", "There are no side effects and cure is guaranteed.");
  INFO(text);
  CHECK(words().holds(text, WaryKind::guarantee));
}

TEST_CASE("Each word of the table is found at the beginning, in the middle and at the end of a sentence") {
  const auto is_found = [](const model::Phrases& phrases, WaryKind kind) {
    for (const std::string& word : phrases) {
      CAPTURE(word);
      CHECK(words().holds(fmt::format("{} 1", word), kind));
      CHECK(words().holds(fmt::format("1 {} 1", word), kind));
      CHECK(words().holds(fmt::format("1 {}", word), kind));
    }
  };
  REQUIRE(test::house_lexicon().words().size() >= 18);
  for (const model::LanguageWords& language : test::house_lexicon().words()) {
    is_found(language.guarantee.words, WaryKind::guarantee);
    is_found(language.pressure.words, WaryKind::pressure);
  }
}

TEST_CASE("To refuse a guarantee is no promise, nor is a hundred per cent of money, nor a bank") {
  const char* text = GENERATE(
      "We cannot guarantee a result.", "No guarantee can be given.", "We can’t guarantee the outcome.",
      "A bank guarantee of 10,000 EUR is accepted.", "The deposit is 100 % refundable.",
      "Give 100% of the dose.", "Response in 95-100 % of cells", "2100 % is no figure", "Grade 2.100 %",
      "我们不能保证疗效。", "请支付保证金。", "Sonuç garanti edilemez.", "Garanti BBVA, IBAN TR00",
      "لا يمكننا ضمان النتيجة", "Мы не можем гарантировать успех", "Nous ne pouvons garantir le résultat",
      "Vorauszahlung 100 % vor Aufnahme", "40 of 100 patients", "Wir können keine Garantie geben.",
      "About 100 patients a year", "");
  INFO(text);
  CHECK_FALSE(words().holds(text, WaryKind::guarantee));
}

TEST_CASE("Pressure to travel is told from advice not to") {
  CHECK(words().holds("Come as soon as possible.", WaryKind::pressure));
  CHECK(words().holds("请马上来我院", WaryKind::pressure));
  CHECK_FALSE(words().holds("Please do not book your flight yet.", WaryKind::pressure));
  CHECK_FALSE(words().holds("请勿预订机票", WaryKind::pressure));
  CHECK_FALSE(words().holds("Our hospital is near the airport.", WaryKind::pressure));
}

TEST_CASE("Sentences of a letter run over its lines, not over its lists and pages") {
  model::Document letter{"l",
                         "",
                         "",
                         model::LanguageTag(),
                         std::nullopt,
                         "Costs:\n- price guarantee for 30 days\n- success is\n  guaranteed\n\nOther text\f"
                         "Cure is\nguaranteed"};
  const auto found = find_wary_sentences(letter, WaryKind::guarantee, words());
  REQUIRE(found.size() == 2);
  CHECK(found[0].text == "- success is guaranteed");
  CHECK(found[0].source->page == 1);
  CHECK(found[1].text == "Cure is guaranteed");
  CHECK(found[1].source->page == 2);
  for (const auto& sentence : found) CHECK(letter.text->find(sentence.source->quote) != std::string::npos);
}

TEST_CASE("A letter whose text did not come has no sentences") {
  CHECK(find_wary_sentences({"l", "", "", model::LanguageTag(), std::nullopt, std::nullopt},
                            WaryKind::guarantee, words())
            .empty());
}

}  // namespace generator::compare
