// What check tells of words of promise in a case, and that a person's judgement settles it.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "../holds.h"
#include "../house_words.h"
#include "generator/ingest/case_reader.h"

namespace generator::ingest {
namespace {

/// A case with two letters, a crooked one and an honest one; `members` follow.
std::string case_with(const std::string& members,
                      const std::string& benefit = "The letter names a benefit.") {
  return R"({"format": "consilium/case/1", "id": "c", "date": "2026-11-26", "patient": {"label": "A"},
"diagnosis": {"text": "D"},
"documents": [
{"id": "crooked", "title": "Letter of Nova", "language": "en", "text": "We accept her.\nThe success rate is 100 %, and the price is the lowest in the region.\nThere is no risk.\fYou will be cu-\nred within three months.\nPay today: the discount ends tonight."},
{"id": "honest", "title": "Letter of Lagoon", "language": "en", "text": "We accept her. No outcome can be guaranteed.\nA result of 100 % is not possible. Please do not travel before we have decided."}],
"hospitals": [{"id": "nova", "name": "Nova", "country": "TR"}, {"id": "lagoon", "name": "Lagoon", "country": "IT"}],
"opinions": [
{"id": "n", "hospital": "nova", "document": "crooked", "received": "2026-11-25", "decision": {"status": "accepted"},
 "proposals": [{"benefit": ")" +
         benefit + R"("}]},
{"id": "l", "hospital": "lagoon", "document": "honest", "received": "2026-11-25", "decision": {"status": "accepted"}}])" +
         members + "}";
}

base::Result<CheckedCase> read(std::string text) {
  return read_case(std::move(text), "case.json", Letters::only_inline, {}, test::house_words());
}

base::Diagnostics hints(const std::string& text) {
  const auto result = read(text);
  INFO((result ? std::string() : base::to_text(result.error().front())));
  REQUIRE(result);
  base::Diagnostics found;
  std::ranges::copy_if(result->warnings, std::back_inserter(found),
                       [](const base::Diagnostic& each) { return each.code.ends_with("-unconfirmed"); });
  return found;
}

std::string judgement(const std::string& kind, const std::string& quote, const std::string& more = "") {
  return fmt::format(
      R"({{"kind": "{}", "hospital": "nova", "source": {{"document": "crooked", "quote": "{}"}},
"by": "M. Osei", "role": "coordinator", "on": "2026-11-26"{}}})",
      kind, quote, more);
}

}  // namespace

TEST_CASE("Each crooked sentence of a letter is hinted at, with its place and how to confirm it; none else") {
  const base::Diagnostics found = hints(case_with(""));
  REQUIRE(found.size() == 4);
  CHECK(found[0].code == "promise-unconfirmed");
  CHECK(found[0].severity == base::Severity::warning);
  CHECK(test::holds(found[0].what, R"(the letter "crooked", page 1, line 2)"));
  CHECK(test::holds(found[0].what, "The success rate is 100 %, and the price is the lowest in the region."));
  CHECK(test::holds(found[0].remedy,
                    R"("kind": "promise", "hospital": "nova", "source": {"document": "crooked")"));
  CHECK(test::holds(found[0].remedy, R"("kind": "neither")"));
  CHECK(test::holds(found[1].what, "There is no risk."));
  CHECK(test::holds(found[2].what, "page 2, line 3"));
  CHECK(test::holds(found[2].what, "You will be cu- red within three months."));
  CHECK(found[3].code == "pressure-unconfirmed");
}

TEST_CASE("What a hint says to paste is read, and the hint goes away") {
  for (const char* kind : {"promise", "neither"}) {
    const auto found = hints(case_with(
        fmt::format(R"(, "judgements": [{}, {}, {}, {}])", judgement(kind, "The success rate is 100 %"),
                    judgement("promise", "There is no risk."),
                    judgement(kind, "You will be cu- red within three months."),
                    judgement("pressure", "Pay today: the discount ends tonight."))));
    INFO((found.empty() ? std::string() : base::to_text(found.front())));
    CHECK(found.empty());
  }
}

TEST_CASE("A promise in a statement that no letter holds is hinted at where it stands") {
  const std::string text = case_with("", "We assure you that she will recover fully.");
  const base::Diagnostics found = hints(text);
  REQUIRE(found.size() == 5);
  CHECK(test::holds(found.back().what, "a statement of the case"));
  CHECK(found.back().place.line == 9);
  // The same words as in the letter are told once.
  CHECK(hints(case_with("", "There is no risk.")).size() == 4);
}

TEST_CASE("A judgement of words is checked") {
  const auto first = [](const std::string& judgements) {
    const auto result = read(case_with(", \"judgements\": [" + judgements + "]"));
    if (result) return std::string();
    const auto error = std::ranges::find(result.error(), base::Severity::error, &base::Diagnostic::severity);
    return error->code;
  };
  CHECK(first(judgement("promise", "There is no risk.")).empty());
  CHECK(first(judgement("promise", "There is every risk.")) == "quote-missing");
  CHECK(first(judgement("lie", "There is no risk.")) == "value-unknown");
  CHECK(first(R"({"kind": "promise", "hospital": "nova", "source": {"document": "crooked"}, "by": "M",
                  "role": "coordinator", "on": "2026-11-26"})") == "member-missing");
  CHECK(
      first(
          R"({"kind": "promise", "hospital": "nova", "source": {"document": "crooked", "quote": "There is no risk."},
                  "by": "M", "role": "coordinator"})") == "member-missing");
  CHECK(first(R"({"option": "nova", "by": "M", "role": "coordinator"})") == "member-missing");
  CHECK(first(R"({"option": "nova", "judgement": "unknown", "by": "M", "role": "coordinator"})").empty());
  std::string other = judgement("promise", "There is no risk.");
  other.replace(other.find("nova"), 4, "nowa");
  CHECK(first(other) == "hospital-unknown");
}

TEST_CASE("Chances of a case are checked against each other and against their words") {
  const auto codes = [](const std::string& chances) {
    std::string text = case_with("", "B");
    const std::string benefit = "\"benefit\": \"B\"";
    text.replace(text.find(benefit), benefit.size(), "\"chances\": [" + chances + "]");
    const auto result = read(text);
    const base::Diagnostics& all = result ? result->warnings : result.error();
    std::string found;
    for (const base::Diagnostic& each : all) {
      if (each.code.starts_with("chance-") || each.severity == base::Severity::error)
        found += each.code + " ";
    }
    return found;
  };
  const auto chance = [](const std::string& members) {
    return R"({"kind": "benefit", "outcome": "O", )" + members + "}";
  };
  const std::string quote = R"(, "source": {"document": "crooked", "quote": "The success rate is 100 %"})";
  CHECK(codes(chance(R"("low": "100", "high": "100", "out_of": 100)" + quote)).empty());
  CHECK(codes(chance(R"("low": "40", "high": "40", "out_of": 40)" + quote)).empty());
  CHECK(codes(chance(R"("low": "40", "high": "40", "out_of": 100)" + quote)) == "chance-not-in-quote ");
  CHECK(codes(chance(R"("out_of": 100)")) == "chance-without-figure ");
  CHECK(codes(chance(R"("low": "4", "high": "3", "out_of": 100)")) == "chance-low-above-high ");
  CHECK(codes(chance(R"("low": "81", "high": "121", "out_of": 112)")) == "chance-above-all ");
  CHECK(codes(chance(R"("low": "4", "out_of": 100, "multiply": true)")) == "chance-multiplied-alone ");
  CHECK(codes(chance(R"("low": "4", "out_of": 100, "share_of": "x")")) == "chance-unknown ");
  CHECK(codes(chance(R"("id": "x", "low": "4", "out_of": 100, "share_of": "x")")) == "chance-cycle ");
  CHECK(codes(chance(R"("id": "x", "low": "50", "high": "50", "out_of": 100)") + "," +
              chance(R"("low": "70", "high": "70", "out_of": 100, "share_of": "x", "multiply": true)"))
            .empty());
}

}  // namespace generator::ingest
