// Results of markers in other words: pairs that are the same, that differ, that say more, and that nobody can
// compare; with the words of the locales.
#include <catch2/catch.hpp>

#include "generator/model/marker_results.h"
#include "tests/house_words.h"

namespace generator::model {
namespace {

struct Pair {
  const char* name_a;
  const char* a;
  const char* name_b;
  const char* b;
};

void check(Likeness likeness, const std::vector<Pair>& pairs) {
  static const ResultWords k_words(test::house_words(), &LanguageWords::results);
  for (const Pair& pair : pairs) {
    const Marker a{pair.name_a, pair.a, {}};
    const Marker b{pair.name_b, pair.b, {}};
    INFO(pair.name_a << ": " << pair.a << " beside " << pair.name_b << ": " << pair.b);
    INFO(marker_topic(a, k_words) << " [" << line_of(marker_facets(a, k_words)) << "] "
                                  << marker_topic(b, k_words) << " [" << line_of(marker_facets(b, k_words))
                                  << "]");
    CHECK(compare_markers(a, b, k_words) == likeness);
    CHECK(compare_markers(b, a, k_words) == likeness);
  }
}

}  // namespace

TEST_CASE("A result in other words is the same result") {
  check(Likeness::same, {{"ER", "90 %", "ER", "%90"},
                         {"ER", "90%", "ER", "pozitif (%90)"},
                         {"PR", "60 %", "PgR", "positiv, ６０％"},
                         {"Ki-67", "30 %", "Ki–67", "٣٠٪"},
                         {"HER2", "2+, FISH negative", "HER2", "2+ (FISH negatif)"},
                         {"HER2", "2+, FISH negative", "HER-2/neu", "2+, FISH negativ"},
                         {"HER2", "IHC 2+/ISH-", "ＨＥＲ２", "２＋，FISH阴性"},
                         {"HER2", "3+", "c-erbB-2", "+++"},
                         {"MSI", "stable", "MSI", "MSS"},
                         {"MSI", "MSS", "MMR", "pMMR"},
                         {"MSI", "stable", "MSI", "стабильный"},
                         {"MSI", "MSI-H", "MMR", "dMMR"},
                         {"MSI", "不稳定", "MSI", "instabil"},
                         {"KRAS", "G12D", "KRAS", "p.Gly12Asp"},
                         {"KRAS", "mutated (G12D)", "KRAS", "p.(G12D)"},
                         {"BRAF", "wild type", "BRAF", "wt"},
                         {"BRAF", "野生型", "BRAF", "дикий тип"},
                         {"EGFR", "exon 19 deletion", "EGFR", "ex19del"},
                         {"AFP", "1 240 ng/mL", "AFP", "1,240 µg/L"},
                         {"AFP", "1.24 µg/mL", "AFP", "1240 ng/ml"},
                         {"CA 19-9", "96 U/mL", "CA19-9", "96 kU/L"},
                         {"PD-L1", "CPS 5", "PD-L1 CPS", "5"},
                         {"CD20", "positive", "CD20", "إيجابي"}});
}

TEST_CASE("Results that exclude each other differ") {
  check(Likeness::different, {{"KRAS", "G12D", "KRAS", "G12V"},
                              {"KRAS", "p.Gly12Asp", "KRAS", "wild type"},
                              {"KRAS G12D", "negative", "KRAS", "p.G12D"},
                              {"HER2", "2+", "HER 2", "0"},
                              {"HER2 (IHC)", "2+", "HER2 (IHC)", "3+"},
                              {"HER2", "2+ FISH negative", "HER2", "2+ FISH positive"},
                              {"HER2", "2+, FISH negative", "HER2", "pozitif"},
                              {"ER", "90 %", "ER", "negatif"},
                              {"ER", "< 1 %", "ER", "positive"},
                              {"PD-L1", "positive", "PD‑L1", "阴性"},
                              {"MSI", "MSS", "MMR", "dMMR"},
                              {"MSI", "stable", "MSI", "not stable, MSI-H"},
                              {"Ki-67", "20 %", "Ki67", "40 %"},
                              {"AFP", "210 ng/mL", "AFP", "265 ng/mL"},
                              {"Molecular group", "Group 3", "Molecular group", "Group 4"}});
}

TEST_CASE("A result that says more contradicts nothing") {
  check(Likeness::compatible, {{"HER2", "2+", "HER2", "2+ FISH negative"},
                               {"HER2", "negatif", "HER2", "2+, FISH negative"},
                               {"HER2", "1+", "HER2", "negative"},
                               {"HER2", "2+, FISH pending", "HER2", "2+, FISH positive"},
                               {"KRAS", "mutated", "KRAS", "G12D"},
                               {"ER", "positive", "ER", "90 %"},
                               {"MSI", "MSI-L", "MSI", "MSS"}});
}

TEST_CASE("What has nothing in common is not compared") {
  check(Likeness::not_comparable, {{"HER2", "2+", "HER2", "negative"},
                                   {"HER2 (IHC)", "2+", "HER2 (FISH)", "negative"},
                                   {"KRAS", "G12D", "NRAS", "G12V"},
                                   {"KRAS", "G12D", "KRAS (ctDNA)", "wild type"},
                                   {"EGFR", "T790M", "EGFR (plasma)", "negative"},
                                   {"ER", "positive", "ERG", "negative"},
                                   {"PD-L1", "CPS 5", "PD-L1", "TPS 40 %"},
                                   {"PSA", "< 5 ng/mL", "PSA", "4 ng/mL"},
                                   {"AFP", "210 ng/mL", "AFP", "210 IU/mL"},
                                   {"CD19", "not tested", "CD19", "positive"},
                                   {"KRAS", "G12D", "KRAS", "未检测"}});
}

TEST_CASE("An amount of another day is another result; what tissue shows is not") {
  const ResultWords words(test::house_words(), &LanguageWords::results);
  const auto on = [](const char* name, const char* value, const char* date) {
    return Marker{name, value, Date::parse(date)};
  };
  CHECK(compare_markers(on("AFP", "210 ng/mL", "2026-09-10"), on("AFP", "265 ng/mL", "2026-10-20"), words) ==
        Likeness::not_comparable);
  CHECK(compare_markers(on("AFP", "210 ng/mL", "2026-09-10"), on("AFP", "265 ng/mL", "2026-09-10"), words) ==
        Likeness::different);
  CHECK(compare_markers(on("HER2", "2+", "2026-09-10"), on("HER2", "3+", "2026-10-20"), words) ==
        Likeness::different);
}

}  // namespace generator::model
