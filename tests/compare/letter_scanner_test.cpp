#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "generator/compare/letter_scanner.h"
#include "generator/compare/wary_words.h"

namespace generator::compare {

TEST_CASE("Words of guarantee are found in each language, however they are written") {
  const char* text = GENERATE(
      "Success is guaranteed.", "SUCCESS IS GUARANTEED", "We offer a 100 % success rate.",
      "Success rate: 100%", "成功率１００％", "我们保证治愈。", "我們保證治癒", "百分之百有效",
      "Başarı garanti edilir.", "%100 başarı", "Tedavi kesin sonuç verir", "نضمن الشفاء", "الشفاء مضمون",
      "نسبة النجاح ١٠٠٪", "درمان قطعی است", "ما تضمین می‌کنیم", "सफलता की गारंटी",
      "Мы гарантируем выздоровление", "успех 100 процентов", "La guérison est garantie",
      "Der Erfolg ist garantiert.", "There are no side effects and cure is guaranteed.");
  INFO(text);
  CHECK(holds_wary_words(text, WaryKind::guarantee));
}

TEST_CASE("Each word of the table is found at the beginning, in the middle and at the end of a sentence") {
  for (const WaryWords& entry : wary_words()) {
    for (const std::string_view word : entry.words) {
      CAPTURE(word);
      CHECK(holds_wary_words(fmt::format("{} 1", word), entry.kind));
      CHECK(holds_wary_words(fmt::format("1 {} 1", word), entry.kind));
      CHECK(holds_wary_words(fmt::format("1 {}", word), entry.kind));
    }
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
  CHECK_FALSE(holds_wary_words(text, WaryKind::guarantee));
}

TEST_CASE("Pressure to travel is told from advice not to") {
  CHECK(holds_wary_words("Come as soon as possible.", WaryKind::pressure));
  CHECK(holds_wary_words("请马上来我院", WaryKind::pressure));
  CHECK_FALSE(holds_wary_words("Please do not book your flight yet.", WaryKind::pressure));
  CHECK_FALSE(holds_wary_words("请勿预订机票", WaryKind::pressure));
  CHECK_FALSE(holds_wary_words("Our hospital is near the airport.", WaryKind::pressure));
}

TEST_CASE("Sentences of a letter run over its lines, not over its lists and pages") {
  model::Document letter{"l",
                         "",
                         "",
                         model::LanguageTag(),
                         std::nullopt,
                         "Costs:\n- price guarantee for 30 days\n- success is\n  guaranteed\n\nOther text\f"
                         "Cure is\nguaranteed"};
  const auto found = find_wary_sentences(letter, WaryKind::guarantee);
  REQUIRE(found.size() == 2);
  CHECK(found[0].text == "- success is guaranteed");
  CHECK(found[0].source->page == 1);
  CHECK(found[1].text == "Cure is guaranteed");
  CHECK(found[1].source->page == 2);
  for (const auto& sentence : found) CHECK(letter.text->find(sentence.source->quote) != std::string::npos);
}

TEST_CASE("A letter whose text did not come has no sentences") {
  CHECK(find_wary_sentences({"l", "", "", model::LanguageTag(), std::nullopt, std::nullopt},
                            WaryKind::guarantee)
            .empty());
}

}  // namespace generator::compare
