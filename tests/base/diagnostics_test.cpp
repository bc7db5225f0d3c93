#include "generator/base/diagnostics.h"

#include <catch2/catch.hpp>

#include "generator/base/digest.h"

using generator::base::Diagnostic;
using generator::base::Diagnostics;
using generator::base::Severity;

TEST_CASE("a diagnostic reads as one line, with only what there is") {
  Diagnostic d{.code = "date-order",
               .place = {"case.json", 3, 7},
               .what = "this ends before it starts",
               .why = "",
               .remedy = "change one of the two"};
  CHECK(to_text(d) == "case.json:3:7: error: this ends before it starts; change one of the two [date-order]");
  d.place = {"case.json"};
  d.severity = Severity::warning;
  d.why = "it starts on 2026-03-01";
  CHECK(to_text(d) ==
        "case.json: warning: this ends before it starts; it starts on 2026-03-01; change one of the two "
        "[date-order]");
}

TEST_CASE("sorting by place keeps what stands at one place in order, and only errors refuse") {
  Diagnostics all = {{.code = "c", .place = {"f", 2, 1}, .what = "", .why = "", .remedy = ""},
                     {.code = "a", .place = {"f", 1, 9}, .what = "", .why = "", .remedy = ""},
                     {.code = "b", .place = {"f", 1, 9}, .what = "", .why = "", .remedy = ""}};
  sort_by_place(all);
  CHECK(all[0].code + all[1].code + all[2].code == "abc");
  CHECK(has_errors(all));
  for (Diagnostic& d : all) d.severity = Severity::warning;
  CHECK_FALSE(has_errors(all));
}

TEST_CASE("SHA-256 of the standard's own example (FIPS 180-4, \"abc\")") {
  CHECK(generator::base::sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
