#include "generator/model/figures.h"

#include <catch2/catch.hpp>
#include <string>

using namespace generator::model;  // NOLINT(google-build-using-namespace)

namespace {

/// "21400|21.400 -1350 10%": the values of each figure, with its signs.
std::string read(std::string_view text) {
  std::string all;
  for (const Figure& figure : figures_in(text)) {
    if (!all.empty()) all += ' ';
    if (figure.is_negative) all += '-';
    std::string values;
    for (const Decimal& value : figure.values) values += (values.empty() ? "" : "|") + value.to_string();
    all += values + (figure.is_percent ? "%" : "");
  }
  return all;
}

}  // namespace

TEST_CASE("figures are read in the habits of every letter") {
  CHECK(read("285.000,00 TL") == "285000.00");
  CHECK(read("64.750,00") == "64750.00");
  CHECK(read("Rs 1,85,000 and 28,56,000") == "185000 2856000");
  CHECK(read("46 730,55 руб., 1\u00A0404\u202F730") == "46730.55 1404730");
  CHECK(read("CHF 10'000.50, 12\u2019500") == "10000.50 12500");
  CHECK(read("٤٢٬٠٠٠٫٥") == "42000.5");
  CHECK(read("１２，５００") == "12500|12.500");
  CHECK(read("约12,000元") == "12000|12.000");
  CHECK(read("0.0042 EUR per IU, 30 000 IU") == "0.0042 30000");
}

TEST_CASE("a figure that can be read both ways has both values, and others one") {
  CHECK(read("21.400") == "21400|21.400");
  CHECK(read("12.50") == "12.50");
  CHECK(read("1.234.567") == "1234567");
  CHECK(read("1,234.5") == "1234.5");
  CHECK(read("1234.567") == "1234.567");
}

TEST_CASE("what is no one number is read in its parts") {
  CHECK(read("12.11.2026") == "12 11 2026");
  CHECK(read("3+4=7, 21-28 days") == "3 4 7 21 28");
  CHECK(read("2026 00012") == "2026 12");
  CHECK(read("no figure.") == "");
  CHECK(read(std::string(60, '7')) == "");
}

TEST_CASE("percent signs and minus signs belong to the figure beside them") {
  CHECK(read("indirimi %10    -21.400") == "10% -21400|21.400");
  CHECK(read("30 % less, \u22121,350.00 EUR") == "30% -1350.00");
  CHECK(read("٪٥٠ and 5-7") == "50% 5 7");
}
