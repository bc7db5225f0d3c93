// Stages in other words: pairs that are the same, that differ, and that nobody can compare.
#include <catch2/catch.hpp>

#include "generator/model/staging.h"

namespace generator::model {
namespace {

struct Pair {
  Stage a;
  Stage b;
  Likeness likeness;
  const char* icd10 = "";
};

constexpr auto k_same = Likeness::same;
constexpr auto k_differs = Likeness::different;
constexpr auto k_more = Likeness::compatible;
constexpr auto k_cannot = Likeness::not_comparable;

void check(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    INFO(pair.a.system << " " << pair.a.value << " beside " << pair.b.system << " " << pair.b.value);
    CHECK(compare_stages(pair.a, pair.b, pair.icd10) == pair.likeness);
    CHECK(compare_stages(pair.b, pair.a, pair.icd10) == pair.likeness);
  }
}

}  // namespace

TEST_CASE("A stage in other letters and digits is the same stage") {
  check({{{"TNM", "IIIB"}, {"TNM", "ⅢB"}, k_same},
         {{"TNM", "IIIB"}, {"AJCC", "ІІІВ"}, k_same},
         {{"TNM", "IIIB"}, {"UICC", "stage 3b"}, k_same},
         {{"TNM", "ⅢB期"}, {"TNM", "Evre IIIB"}, k_same},
         {{"TNM", "T₃N₁M₀"}, {"TNM", "T3 N1 M0"}, k_same},
         {{"TNM", "cT2cN1cM0"}, {"TNM", "cT2 cN1 cM0"}, k_same},
         {{"TNM", "Т3 N1 М0"}, {"TNM", "t3n1m0"}, k_same},
         {{"AJCC 8", "IIA"}, {"AJCC 8. baskı", "IIA"}, k_same},
         {{"BCLC", "B"}, {"BCLC", "stage b"}, k_same},
         {{"BCLC", "BCLC-B"}, {"BCLC", "В"}, k_same},
         {{"", "BCLC C"}, {"BCLC", "C"}, k_same},
         {{"R-ISS", "II"}, {"Revised ISS (R-ISS)", "2"}, k_same},
         {{"Ann Arbor", "IIIB"}, {"Lugano", "3 B"}, k_more},
         {{"FIGO", "IA1"}, {"FIGO", "Ia1"}, k_same}});
}

TEST_CASE("Stages of one system that exclude each other differ") {
  check({{{"TNM", "IIIA"}, {"TNM", "IIIB"}, k_differs},
         {{"TNM", "III"}, {"TNM", "II"}, k_differs},
         {{"TNM", "T3 N1 M0"}, {"TNM", "T3 N2 M0"}, k_differs},
         {{"TNM", "cT2a cN2 cM0"}, {"TNM", "cT2a cN0 cM0"}, k_differs},
         {{"TNM", "pT2 N0 M0"}, {"TNM", "cT3 N0 M1"}, k_differs},  // metastases are there or not
         {{"BCLC", "B"}, {"BCLC", "C"}, k_differs},
         {{"ISS", "II"}, {"ISS", "III"}, k_differs},
         {{"Lugano", "IIIA"}, {"Lugano", "IIIB"}, k_differs},
         {{"Chang", "M0"}, {"Chang", "M2"}, k_differs}});
}

TEST_CASE("A stage that says more contradicts nothing") {
  check({{{"TNM", "3B"}, {"TNM", "III"}, k_more},
         {{"TNM", "T2"}, {"TNM", "T2a N0"}, k_more},
         {{"TNM", "M1"}, {"TNM", "M1c"}, k_more},
         {{"Lugano", "III"}, {"Lugano", "IIIB"}, k_more},
         {{"TNM", "cT2a cNx cM0"}, {"TNM", "cT2a cN2 cM0"}, k_more}});
}

TEST_CASE("Editions, systems, and scan and specimen are not compared") {
  check({{{"TNM 8", "IIIA"}, {"TNM 9", "IIB"}, k_cannot},
         {{"TNM 7", "IIA"}, {"AJCC 8", "IIB"}, k_cannot},
         {{"FIGO 2009", "IB1"}, {"FIGO 2018", "IB2"}, k_cannot},
         {{"TNM 8", "T2 N0 M1c"}, {"TNM 9", "IVA"}, k_cannot, "C34.1"},
         {{"ISS", "II"}, {"R-ISS", "III"}, k_cannot},
         {{"BCLC", "B"}, {"TNM", "III"}, k_cannot},
         {{"TNM", "pT3"}, {"TNM", "cT2"}, k_cannot},
         {{"TNM", "IIIA"}, {"TNM", "T2 N2 M0"}, k_cannot},
         {{"TNM", "T4"}, {"TNM", "N1"}, k_cannot}});
}

TEST_CASE("Metastases make a group where the disease is known") {
  check({{{"TNM", "IVC"}, {"TNM", "pT4a N1 M1c"}, k_same, "C18.7"},
         {{"TNM", "4C"}, {"TNM", "IVC"}, k_same, "C18.7"},
         {{"TNM", "IVA"}, {"TNM", "pT4a N1 M1c"}, k_differs, "C18.7"},
         {{"TNM", "III"}, {"TNM", "T3 N1 M1"}, k_differs, "C50.4"},
         {{"TNM", "IV"}, {"TNM", "T3 N1 M0"}, k_differs, "C16.3"},
         {{"TNM", "IVB"}, {"TNM", "cT3 N2 M1c"}, k_same, "C34.1"},
         {{"TNM", "IVA"}, {"TNM", "T3 N1 M0"}, k_cannot, "C22.0"}});  // there, nodes make IVA
}

}  // namespace generator::model
