// Lengths, dates and stages that do not stand in the words that they are from; and words that say nothing
// against what was entered.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "generator/ingest/case_reader.h"
#include "tests/house_words.h"

namespace generator::ingest {
namespace {

/// The codes of this check's warnings on an answer with that member, quoted so from a letter in that
/// language.
std::string codes(const std::string& language, const std::string& quote, const std::string& name,
                  const std::string& value) {
  const bool is_length = name == "stay";
  const bool is_stage = name == "stage";
  const bool is_decision = name == "decision";
  const bool is_marker = name != "stay" && name != "stage" && name != "decision" && name != "valid_until";
  const std::string source =
      fmt::format(R"("sources": {{"{}": {{"document": "l", "page": 1, "quote": "{}"}}}})", name, quote);
  const std::string member =
      is_length
          ? fmt::format(R"("proposals": [{{"modalities": ["surgery"], "stay": {}, {}}}])", value, source)
      : is_decision ? source
      : is_marker
          ? fmt::format(
                R"("diagnosis": {{"markers": [{{"name": "{}", "value": "{}", "source": {{"document": "l", "page": 1, "quote": "{}"}}}}]}})",
                name, value, quote)
      : is_stage ? fmt::format(R"("diagnosis": {{"stage": {}}}, {})", value, source)
                 : fmt::format(R"("{}": {}, {})", name, value, source);
  const std::string text = fmt::format(
      R"({{"format": "consilium/case/1", "id": "quoted", "date": "2026-11-20",
 "patient": {{"label": "P. Q.", "age": 61, "sex": "female", "country": "KZ"}},
 "family": {{"languages": ["en"], "currency": "USD"}},
 "diagnosis": {{"text": "Cancer of the colon"}},
 "question": "Can this be operated on, and in which order?",
 "documents": [{{"id": "l", "title": "Letter", "language": "{}", "date": "2026-11-10", "text": "{}"}}],
 "hospitals": [{{"id": "a", "name": "Alder Hospital", "city": "Izmir", "country": "TR"}}],
 "opinions": [{{"id": "o", "hospital": "a", "document": "l", "received": "2026-11-12",
   "decision": {{"status": "{}"}}, {}}}],
 "entered": {{"by": "M. Osei, coordinator", "on": "2026-11-19"}}}})",
      language, quote, is_decision ? value : "accepted", member);
  const auto read = read_case(text, "case.json", Letters::only_inline, {}, test::house_words());
  if (!read) return "refused: " + read.error().front().what;
  std::string result;
  for (const base::Diagnostic& each : read->warnings) {
    if (each.code.ends_with("-not-in-quote")) result += each.code;
  }
  return result;
}

std::string days(int low, int high, const char* unit) {
  return fmt::format(R"({{"low": {}, "high": {}, "unit": "{}"}})", low, high, unit);
}

}  // namespace

TEST_CASE("A length in another unit or number than its words is told, in the words of the letter") {
  const std::string wrong = "duration-not-in-quote";
  CHECK(codes("en", "Stay 10 to 14 days.", "stay", days(10, 14, "week")) == wrong);
  CHECK(codes("en", "Stay ten to fourteen days.", "stay", days(10, 12, "day")) == wrong);
  CHECK(codes("de", "Aufenthalt drei Wochen.", "stay", days(3, 3, "month")) == wrong);
  CHECK(codes("tr", "Yatış dokuz ila on bir gün", "stay", days(9, 11, "week")) == wrong);
  CHECK(codes("ru", "Госпитализация 20-30 дней.", "stay", days(20, 30, "week")) == wrong);
  CHECK(codes("zh-Hans", "住院2至3周。", "stay", days(2, 3, "day")) == wrong);
  CHECK(codes("ar", "الإقامة من ٤ إلى ٦ أسابيع.", "stay", days(4, 6, "day")) == wrong);
  CHECK(codes("en", "Stay ten to fourteen days.", "stay", days(10, 14, "day")).empty());
  CHECK(codes("de", "Aufenthalt vier bis sechs Wochen, davon zehn Tage isoliert.", "stay", days(4, 6, "week"))
            .empty());
  CHECK(codes("tr", "Yatış dokuz ila on bir gün", "stay", days(9, 11, "day")).empty());
  CHECK(codes("zh-Hans", "2026年12月31日前住院两周。", "stay", days(2, 2, "week")).empty());
  CHECK(codes("ar", "الإقامة أسبوعين.", "stay", days(2, 2, "week")).empty());
  CHECK(codes("en", "A stay of a month.", "stay", days(4, 4, "week")).empty());
  CHECK(codes("en", "Until she can eat again.", "stay", days(10, 14, "day")).empty());
}

TEST_CASE("A date that its words do not have is told, by the months of the letter's language") {
  const std::string wrong = "date-not-in-quote";
  CHECK(codes("en", "Valid until 31 December 2026.", "valid_until", R"("2026-11-30")") == wrong);
  CHECK(codes("tr", "geçerlilik 30 Kasım 2026", "valid_until", R"("2026-12-30")") == wrong);
  CHECK(codes("ru", "действительно до 13 декабря 2026 г.", "valid_until", R"("2027-12-13")") == wrong);
  CHECK(codes("zh-Hans", "有效期至2026年12月31日", "valid_until", R"("2026-12-21")") == wrong);
  CHECK(codes("de", "gültig bis 31.12.2026", "valid_until", R"("2026-12-30")") == wrong);
  CHECK(codes("en", "Valid until December 31, 2026.", "valid_until", R"("2026-12-31")").empty());
  CHECK(codes("ar", "سارٍ حتى 6 ديسمبر 2026", "valid_until", R"("2026-12-06")").empty());
  CHECK(codes("ar", "سارٍ حتى ٦ كانون الأول ٢٠٢٦", "valid_until", R"("2026-12-06")").empty());
  CHECK(codes("ru", "действительно до 13 декабря 2026 г.", "valid_until", R"("2026-12-13")").empty());
  CHECK(codes("en", "valid until 06/12/2026", "valid_until", R"("2026-12-06")").empty());
  CHECK(codes("en", "issued 14 October 2026, valid 60 days", "valid_until", R"("2026-12-13")").empty());
  CHECK(codes("en", "Valid until the end of the year.", "valid_until", R"("2026-12-31")").empty());
}

TEST_CASE("A stage that its words contradict is told, and one that they leave open is not") {
  const auto stage = [](const char* system, const char* value) {
    return fmt::format(R"({{"system": "{}", "value": "{}"}})", system, value);
  };
  const std::string wrong = "stage-not-in-quote";
  CHECK(codes("en", "We read this as BCLC B.", "stage", stage("BCLC", "D")) == wrong);
  CHECK(codes("de", "Stadium IIIA", "stage", stage("TNM", "IIIB")) == wrong);
  CHECK(codes("zh-Hans", "分期为cT4a cN2 cM1", "stage", stage("TNM", "cT4a cN2 cM0")) == wrong);
  CHECK(codes("zh-Hans", "R-ISS II期", "stage", stage("R-ISS", "III")) == wrong);
  CHECK(codes("en", "You say BCLC B, and we say BCLC C.", "stage", stage("BCLC", "C")).empty());
  CHECK(codes("ru", "стадия ІІІВ", "stage", stage("TNM", "IIIB")).empty());
  CHECK(codes("en", "Stage 4C.", "stage", stage("TNM", "IVC")).empty());
  CHECK(codes("en", "pT4a N1 M1c", "stage", stage("TNM", "IVC")).empty());
  CHECK(codes("en", "A locally advanced tumour.", "stage", stage("TNM", "III")).empty());
}

TEST_CASE("A decision that its words contradict is told, and one that they leave open is not") {
  const std::string wrong = "decision-not-in-quote";
  CHECK(codes("en", "Your file is under review.", "decision", "accepted") == wrong);
  CHECK(codes("en", "The patient is not eligible.", "decision", "accepted") == wrong);
  CHECK(codes("en", "We can accept the patient.", "decision", "under-review") == wrong);
  CHECK(codes("tr", "Dosyanız inceleniyor.", "decision", "accepted") == wrong);
  CHECK(codes("ru", "Решение ещё не принято.", "decision", "conditional") == wrong);
  CHECK(codes("zh-Hans", "您的病历正在审核。", "decision", "accepted") == wrong);
  CHECK(codes("ar", "ملفكم قيد المراجعة.", "decision", "accepted") == wrong);
  CHECK(codes("en", "Your file is under review.", "decision", "under-review").empty());
  CHECK(codes("en", "Accepted if a laparoscopy shows no spread.", "decision", "conditional").empty());
  // Two decisions in one sentence, and "not eligible" for what nobody could judge.
  CHECK(codes("en", "Not eligible for surgery; accepted for the trial.", "decision", "conditional").empty());
  CHECK(codes("en", "Without images he is not eligible for now.", "decision", "cannot-judge").empty());
  CHECK(codes("en", "Please send the new images.", "decision", "accepted").empty());
}

TEST_CASE("A result of a marker that its words contradict is told, and other words for it are not") {
  const std::string wrong = "marker-not-in-quote";
  CHECK(codes("en", "HER2: 2+", "HER2", "3+") == wrong);
  CHECK(codes("en", "ER 90 %, PR 20 %", "PR", "90 %") == wrong);
  CHECK(codes("en", "KRAS wild type", "KRAS", "G12D") == wrong);
  CHECK(codes("tr", "ER pozitif", "ER", "negative") == wrong);
  CHECK(codes("en", "ER 90 %, PR 20 %", "PR", "20 %").empty());
  CHECK(codes("en", "KRAS p.Gly12Asp", "KRAS", "G12D").empty());
  CHECK(codes("en", "Status MSS", "MSI", "stable").empty());
  CHECK(codes("en", "the report of the biopsy", "HER2", "3+").empty());
  CHECK(codes("en", "oestrogen receptor positive, HER2 negative", "ER", "positive").empty());
  CHECK(codes("en", "ER90%, HER2 negative", "ER", "10 %") == wrong);
}

}  // namespace generator::ingest
