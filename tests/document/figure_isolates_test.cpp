// Figures of several parts keep their order in text that runs from right to left; nothing else is touched.
#include "generator/document/figure_isolates.h"

#include <catch2/catch.hpp>

#include "generator/document/markup.h"

using generator::document::with_isolated_figures;

namespace {

/// With [ and ] where isolates begin and end.
std::string isolated(std::string_view text) {
  std::string result = with_isolated_figures(text);
  for (const auto& [from, to] : {std::pair{"\u2066", "["}, std::pair{"\u2069", "]"}}) {
    for (std::size_t at = result.find(from); at != std::string::npos; at = result.find(from))
      result.replace(at, 3, to);
  }
  return result;
}

}  // namespace

TEST_CASE("figures that are dialled, counted or looked up are isolated") {
  for (const auto& [text, wanted] : {
           std::pair{"اتصلوا بالرقم +90 232 123 45 67 ليلًا", "اتصلوا بالرقم [+90 232 123 45 67] ليلًا"},
           std::pair{"أو 07 70 12 34 56.", "أو [07 70 12 34 56]."},
           std::pair{"هاتف 0532 000 44 18، مساءً", "هاتف [0532 000 44 18]، مساءً"},
           std::pair{"هاتف (0532) 000-4418", "هاتف [(0532) 000-4418]"},
           std::pair{"هاتف +90 (532) 000 44 18", "هاتف [+90 (532) 000 44 18]"},
           std::pair{"هاتف 0770 123 4567 (2 خطان)", "هاتف [0770 123 4567] (2 خطان)"},
           std::pair{"هاتف ٠٧٧٠ ١٢٣ ٤٥٦٧", "هاتف [٠٧٧٠ ١٢٣ ٤٥٦٧]"},
           std::pair{"تلفن ۰۲۱-۸۸۷۷-۶۶۵۵", "تلفن [۰۲۱-۸۸۷۷-۶۶۵۵]"},
           std::pair{"الحساب: 0006 1005 1978 6457.", "الحساب: [0006 1005 1978 6457]."},
           std::pair{"الحساب 1234 5678 9012", "الحساب [1234 5678 9012]"},
           std::pair{"رقم الملف 2026/1134-B.", "رقم الملف [2026/1134-B]."},
           std::pair{"ملف 2026-1134", "ملف [2026-1134]"},
           std::pair{"يوم 2026-11-20", "يوم [2026-11-20]"},
           std::pair{"درجة غليسون 3+4=7 (المجموعة 2)", "درجة غليسون [3+4=7] (المجموعة 2)"},
           std::pair{"درجة (3 + 4 = 7)", "درجة [(3 + 4 = 7)]"},
           std::pair{"درجة Gleason 3+4=7", "درجة [Gleason 3+4=7]"},
           std::pair{"نتيجة HER2 3+ فقط", "نتيجة [HER2 3+] فقط"},
           std::pair{"خلايا CD20+ كثيرة", "خلايا [CD20+] كثيرة"},
           std::pair{"دواء 5-FU", "دواء [5-FU]"},
           std::pair{"حرارة -5 درجات", "حرارة [-5] درجات"},
           std::pair{"بسعر 12 000 500 EUR", "بسعر [12 000 500] EUR"},
       }) {
    CHECK(isolated(text) == wanted);
    CHECK(isolated(with_isolated_figures(text)) == wanted);  // once is enough
  }
}

TEST_CASE("what reads well from its own side stays as it is") {
  for (const char* text :
       {"من 5-14 يومًا", "في 2025–2026", "بين 1.5-2.5 مل", "12:30-14:00", "10 - 14 يومًا", "20/11/2026",
        "بسعر 12.500,75", "في 2026 12 مريضًا", "PD-L1 وCA-125 وBRCA1/2", "نسبة 30%", "(المجموعة 2)",
        "5 أيام، 6 ليالٍ", "T3 N1 M0", "لا رقم هنا", "175 mg/m2", "١٬٢٠٠٬٠٠٠"})
    CHECK(isolated(text) == text);
}

TEST_CASE("only text from right to left is touched, wherever it stands") {
  using namespace generator;
  const auto read = [](const char* markup, const char* language) {
    auto document = document::read_markup(markup, "page.html", *model::LanguageTag::parse(language));
    REQUIRE(document);
    document::isolate_figures(*document);
    std::string text;
    for (const document::Node& node : document->body) text += document::text_of(*document::element_of(node));
    return text;
  };
  CHECK(read("<html lang=\"ar\"><body><p>+90 232 123</p></body></html>", "ar") == "\u2066+90 232 123\u2069");
  CHECK(read("<html lang=\"ar\"><body><p lang=\"en\">+90 232 123</p></body></html>", "ar") == "+90 232 123");
  CHECK(read("<html lang=\"en\"><body><p><span lang=\"ur\">+90 232 123</span> 3+4=7</p></body></html>",
             "en") == "\u2066+90 232 123\u2069 3+4=7");
}
