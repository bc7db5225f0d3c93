// The same in other words is no difference: stages and markers of a case, compared through the whole
// comparison, with the words that the locales have.
#include <catch2/catch.hpp>

#include "case_builder.h"
#include "tests/house_lexicon.h"

namespace generator::compare::test {
namespace {

using model::DecisionStatus;

/// Two hospitals that have accepted, beside what was sent.
struct TwoReadings {
  CaseBuilder builder;
  TwoReadings() {
    for (const char* id : {"a", "b"}) {
      builder.hospital(id, id);
      builder.opinion(id, DecisionStatus::accepted);
    }
  }
  model::Case& value() { return builder.value(); }
  model::ReviewedDiagnosis& of(std::size_t i) { return builder.value().opinions[i].diagnosis; }
  Comparison compare() {
    return compare_case(value(), std::nullopt, {}, generator::test::house_lexicon()).value();
  }
};

bool holds(const std::vector<Subject>& subjects, Subject subject) {
  return std::ranges::find(subjects, subject) != subjects.end();
}

}  // namespace

TEST_CASE("One stage in three notations is no difference, and is compared") {
  TwoReadings c;
  c.value().diagnosis.code_system = "icd-10";
  c.value().diagnosis.code = "C18.7";
  c.value().diagnosis.stage = model::Stage{"TNM", "IVC"};
  c.of(0).stage = model::Stage{"AJCC", "4C"};
  c.of(1).stage = model::Stage{"TNM", "pT4a N1 M1c"};
  const Comparison same = c.compare();
  CHECK(find(same, Subject::stage) == nullptr);
  CHECK_FALSE(holds(same.not_compared, Subject::stage));
  c.of(1).stage = model::Stage{"TNM", "pT4a N1 M1a"};
  REQUIRE(find(c.compare(), Subject::stage) != nullptr);
}

TEST_CASE("Stages of two editions do not contradict each other, and were not compared") {
  TwoReadings c;
  c.of(0).stage = model::Stage{"TNM 8", "IIIA"};
  c.of(1).stage = model::Stage{"TNM 9", "IIB"};
  const Comparison comparison = c.compare();
  CHECK(find(comparison, Subject::stage) == nullptr);
  CHECK(holds(comparison.not_compared, Subject::stage));
}

TEST_CASE("A marker spelled in several ways hides no contradiction, and another test is not in its way") {
  TwoReadings c;
  c.value().diagnosis.markers = {{"HER2 (FISH)", "negative", {}}};
  c.of(0).markers = {{"HER 2", "2+", {}}, {"PD-L1", "positive", {}}};
  c.of(1).markers = {{"ＨＥＲ２", "２＋", {}}, {"PD‑L1", "阴性", {}}};
  const Comparison comparison = c.compare();
  const Difference* markers = find(comparison, Subject::markers);
  REQUIRE(markers != nullptr);
  REQUIRE(markers->positions.size() == 2);
  CHECK(markers->positions[0].topic == "PDL1");
  CHECK(markers->positions[1].topic == "PDL1");
}

TEST_CASE("A value of another day is a course, and one of the same day a difference") {
  TwoReadings c;
  c.value().diagnosis.markers = {{"AFP", "210 ng/mL", day("2026-09-10")}};
  c.of(0).markers = {{"AFP", "265 ng/mL", day("2026-10-20")}};
  CHECK(find(c.compare(), Subject::markers) == nullptr);
  c.of(1).markers = {{"AFP", "256 µg/L", day("2026-10-20")}};
  const Comparison comparison = c.compare();
  REQUIRE(find(comparison, Subject::markers) != nullptr);
  CHECK(find(comparison, Subject::markers)->positions.size() == 2);  // September's is not against it
}

}  // namespace generator::compare::test
