#include "generator/model/money.h"

#include <catch2/catch.hpp>

using namespace generator::model;  // NOLINT(google-build-using-namespace)

namespace {

Decimal dec(const char* text) {
  return Decimal::parse(text).value();
}
Currency cur(const char* code) {
  return Currency::parse(code).value();
}

}  // namespace

TEST_CASE("a conversion is as exact as it deserves") {
  const auto roughly = [](const char* value) { return Decimal::parse(value)->rounded_roughly().to_string(); };
  CHECK(roughly("5342.80") == "5340");
  CHECK(roughly("999.6") == "1000");
  CHECK(roughly("42.35") == "42");
  CHECK(roughly("1046.295") == "1050");
  CHECK(roughly("0.034168") == "0.0342");
  CHECK(roughly("0") == "0");
  CHECK(roughly("-15425.6") == "-15400");
}

TEST_CASE("decimals keep what was written and refuse what is no plain number") {
  for (const char* text : {"0", "12", "-12.50", "0.0001", "123456789012345678901234567890.12"}) {
    CHECK(dec(text).to_string() == text);
  }
  CHECK(dec("007").to_string() == "7");
  CHECK(dec("-0.5").to_string() == "-0.5");
  for (const char* text : {"", "-", ".5", "5.", "1,000", "1e3", "0x1F", " 1", "1.2.3", "٣"}) {
    CHECK_FALSE(Decimal::parse(text));
  }
  CHECK_FALSE(Decimal::parse(std::string(41, '9')));
}

TEST_CASE("sums and products are exact, and equality is by value") {
  CHECK(dec("0.1") + dec("0.2") == dec("0.3"));
  CHECK(dec("1.10") == dec("1.1"));
  CHECK(dec("60000") * dec("0.1391") == dec("8346"));
  CHECK(dec("1") - dec("1.00") == Decimal(0));
  CHECK(dec("-0.02") < dec("-0.01"));
}

TEST_CASE("rounding goes half away from zero, once") {
  CHECK(dec("2.5").rounded(0).to_string() == "3");
  CHECK(dec("-2.5").rounded(0).to_string() == "-3");
  CHECK(dec("2.4999").rounded(0).to_string() == "2");
  CHECK(dec("1.005").rounded(2).to_string() == "1.01");
  CHECK(dec("7").rounded(3).to_string() == "7.000");
}

TEST_CASE("currencies are those of ISO 4217, with their minor units") {
  CHECK(cur("USD").minor_digits() == 2);
  CHECK(cur("JPY").minor_digits() == 0);
  CHECK(cur("BHD").minor_digits() == 3);
  for (const char* code : {"usd", "US", "ZZZ", "QQQ", "U$D", ""}) CHECK_FALSE(Currency::parse(code));
}

TEST_CASE("a bound that was not given is never made up") {
  const MoneyRange from = stated(cur("CNY"), dec("45000"), std::nullopt);
  const MoneyRange up_to = stated(cur("CNY"), std::nullopt, dec("9000"));
  CHECK(from.basis == AmountBasis::from);
  CHECK(up_to.basis == AmountBasis::up_to);
  CHECK(stated(cur("CNY"), dec("5"), dec("5.00")).basis == AmountBasis::quoted);

  const MoneyRange fixed = stated(cur("CNY"), dec("100"), dec("200"));
  CHECK(sum({from, fixed})->basis == AmountBasis::computed);
  CHECK(sum({from, fixed})->low == dec("45100"));
  CHECK_FALSE(sum({from, fixed})->high);
  CHECK(sum({up_to, fixed})->high == dec("9200"));
  CHECK_FALSE(sum({up_to, fixed})->low);  // an unstated low end is not 0
  CHECK_FALSE(sum({from, up_to}));
  CHECK_FALSE(sum({from, up_to, fixed}));
  CHECK_FALSE(sum({}));
  CHECK_FALSE(times(up_to, dec("3")).low);
  CHECK(times(up_to, dec("3")).high == dec("27000"));
}

TEST_CASE("what a letter calls approximate stays so, in sums, products and conversions") {
  MoneyRange about = stated(cur("CNY"), dec("100"), dec("100"));
  about.approximate = true;
  const MoneyRange exact = stated(cur("CNY"), dec("50"), dec("50"));
  CHECK(sum({exact, about})->approximate);
  CHECK_FALSE(sum({exact, exact})->approximate);
  CHECK(times(about, dec("3")).approximate);
  CHECK(times(about, dec("1"), dec("2"))->approximate);
  CHECK(convert(about, {cur("CNY"), cur("USD"), dec("0.1"), {2026, 10, 30}, "test"}).approximate);
}

TEST_CASE("a quantity that is a range keeps both of its ends, and an open one stays open") {
  const MoneyRange price = stated(cur("USD"), dec("100"), dec("150"));
  CHECK(times(price, dec("4"), dec("6"))->low == dec("400"));
  CHECK(times(price, dec("4"), dec("6"))->high == dec("900"));
  CHECK_FALSE(times(price, dec("4"), std::nullopt)->high);
  CHECK_FALSE(times(stated(cur("USD"), std::nullopt, dec("9")), dec("4"), std::nullopt));
}

TEST_CASE("conversion is exact and keeps the amount's shape") {
  const Rate rate{cur("TRY"), cur("USD"), dec("0.02214"), {2026, 10, 30}, "test"};
  const MoneyRange usd = convert(stated(cur("TRY"), dec("465000"), std::nullopt), rate);
  CHECK(usd.currency == cur("USD"));
  CHECK(usd.low == dec("10295.1"));
  CHECK_FALSE(usd.high);
}
