#include "generator/typeset/unbreakable.h"

#include <catch2/catch.hpp>
#include <string>

#include "../house_typography.h"
#include "generator/typeset/line_break.h"
#include "tests/typeset/paragraph_dump.h"

namespace generator::typeset {
namespace {

/// The text with a bar at each place where a line may end.
std::string with_breaks(const char* text, const char* language) {
  const std::u16string characters = test::plain(text, language).text;
  std::vector<std::uint8_t> flags;
  mark_graphemes(characters, flags);
  std::string shown;
  std::size_t from = 0;
  for (const LineEnd& end :
       find_line_ends(characters, test::tag(language), flags, *generator::test::house_typography())) {
    if (from != 0) shown += '|';
    shown += test::visible(characters.substr(from, end.position - from));
    from = end.position;
  }
  return shown;
}

TEST_CASE("a line does not end between a space and the mark on it", "[unbreakable]") {
  CHECK(with_breaks("لمس \u0653 رأي", "ar") == "لمس \u0653 |رأي");
}

TEST_CASE("lines do not end within what is read as one", "[unbreakable]") {
  const struct {
    const char* language;
    const char* text;
    const char* expected;
  } cases[] = {
      {"en", "after CAR-T or PD-L1 tests", "after |CAR-T |or |PD-L1 |tests"},
      {"en", "3–5 weeks, 20-25 days", "3–5 |weeks, |20-25 |days"},
      {"en", "1,200,000–1,450,000 CNY", "1,200,000–|1,450,000 CNY"},
      {"en", "give 125 mg/m² of it, 38.5 °C", "give |125 mg/m² |of |it, |38.5 °C"},
      {"en", "long-term follow-up", "long-|term |follow-up"},
      {"en", "in 5 modules", "in |5 |modules"},
      {"ru", "дозу 10 мг/кг, чём-то по-японски", "дозу |10 мг/кг, |чём-то |по-японски"},
      {"fr", "commence-t-on demain", "commence-t-on |demain"},
      {"bn", "৩–৪% রোগী", "৩–৪% |রোগী"},
      {"en", "for 12 000 EUR or USD 5,000 or $ 40", "for |12 000 EUR |or |USD 5,000 |or |$ 40"},
      {"en", "in 2026 100 patients, 5 IDs", "in |2026 |100 |patients, |5 |IDs"},
      {"fr", "soit 1 234 567,50 € par an", "soit |1 234 567,50 € |par |an"},
      {"ru", "за 12 000 руб. и № 5, 5 млн, 60 Гр", "за |12 000 руб. |и |№ 5, |5 млн, |60 Гр"},
      {"ar", "الجرعة ٥ ملغ أو 60 Gy بسعر ١٢ ٠٠٠ EUR", "الجرعة |٥ ملغ |أو |60 Gy |بسعر |١٢ ٠٠٠ EUR"},
      {"fa", "دوز ۵ میلی\u200Cگرم و ۶۰ گری", "دوز |۵ میلی<U+200C>گرم |و |۶۰ گری"},
      {"ur", "خوراک ۵ ملی گرام", "خوراک |۵ ملی |گرام"},
      {"hi", "खुराक ५ मि.ग्रा. और ६० ग्रे, ₹ 5,000", "खुराक |५ मि.ग्रा. |और |६० ग्रे, |₹ 5,000"},
      {"bn", "মাত্রা ৫ মিগ্রা ও ৬০ গ্রে", "মাত্রা |৫ মিগ্রা |ও |৬০ গ্রে"},
      {"gu", "માત્રા ૫ મિગ્રા", "માત્રા |૫ મિગ્રા"},
      {"ta", "அளவு 5 மி.கி. தினம்", "அளவு |5 மி.கி. |தினம்"},
      {"zh-Hans", "共5毫克，放疗60 戈瑞，12 000 元", "共|5毫克，|放|疗|60 戈瑞，|12 000 元"},
      {"zh-Hans", "用60 Gy分30次，共500 EUR或", "用|60 Gy|分|30次，|共|500 EUR|或"},
      {"zh-Hant", "每3週一次", "每|3週|一|次"},
      {"en", "https://example.org/reports/today", "https://example.org/|reports/|today"},
  };
  for (const auto& one : cases) {
    CHECK(with_breaks(one.text, one.language) == one.expected);
  }
}

TEST_CASE("spaces join the groups of a number, and no others", "[unbreakable]") {
  const auto joined = [](std::u16string text) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (joins_digit_groups(text, i)) text[i] = u'_';
    return text;
  };
  CHECK(joined(u"12 000, 1 234 567,50 and 1 000") == u"12_000, 1_234_567,50 and 1_000");
  CHECK(joined(u"١٢ ٠٠٠ و १ २३४") == u"١٢_٠٠٠ و १_२३४");
  CHECK(joined(u"+90 212 555 01 02, 2026 100, 12 0000, 1 2") == u"+90 212 555 01 02, 2026 100, 12 0000, 1 2");
  CHECK(joined(u"1 000 2") == u"1 000 2");
  CHECK(joined(u" 000 ") == u" 000 ");
}

TEST_CASE("a break is asked for anywhere", "[unbreakable]") {
  for (const std::u16string_view text : {u"", u"-", u"5", u"5 ", u"/", u"//", u"5-5"}) {
    for (std::size_t i = 0; i <= text.size(); ++i)
      CHECK_NOTHROW(should_hold(text, i, *generator::test::house_typography()));
  }
}

}  // namespace
}  // namespace generator::typeset
