// Abbreviations and words that mean two things are explained by the sense that their sentence has. A wrong
// explanation frightens, or makes a letter say what it does not; none is better.
#include <algorithm>
#include <catch2/catch.hpp>

#include "generator/compare/message_ids.h"
#include "generator/locale/catalog.h"

namespace {

using namespace generator;

const locale::Catalog& catalog_of(const char* language) {
  static std::vector<std::shared_ptr<const locale::Catalog>> loaded;
  const auto tag = model::LanguageTag::parse(language).value();
  for (const auto& each : loaded) {
    if (each->language() == tag) return *each;
  }
  auto catalog =
      locale::Catalog::load(std::filesystem::path(CONSILIUM_ROOT) / "locales", tag, compare::message_specs());
  REQUIRE(catalog);
  return *loaded.emplace_back(*catalog);
}

bool explains(const char* language, const char* id, const std::string& sentence) {
  locale::TermFinder finder = catalog_of(language).term_finder();
  finder.search(sentence);
  const auto found = finder.found();
  return std::ranges::any_of(found, [&](const locale::GlossaryTerm* term) { return term->id == id; });
}

struct Sentence {
  const char* language;
  const char* term;
  const char* words;
  bool is_explained;
};

}  // namespace

TEST_CASE("a word is explained in the sense that its sentence has") {
  for (const auto& [language, term, words, is_explained] : {
           // Which organ, or cells.
           Sentence{"en", "transplant", "A liver transplant from a living donor is possible.", false},
           Sentence{"en", "organ-transplant", "A liver transplant from a living donor is possible.", true},
           Sentence{"en", "transplant", "Kidney transplantation in 2015.", false},
           Sentence{"en", "transplant", "She can be listed for transplant once the tumour is smaller.",
                    false},
           Sentence{"en", "transplant", "Autologous transplant after two cycles.", true},
           Sentence{"en", "transplant", "High-dose melphalan, then transplantation.", true},
           Sentence{"en", "organ-transplant", "Autologous transplant after two cycles.", false},
           Sentence{"zh-Hans", "transplant", "建议评估肝移植。", false},
           Sentence{"zh-Hans", "organ-transplant", "建议评估肝移植。", true},
           Sentence{"zh-Hans", "transplant", "建议自体移植巩固。", true},
           Sentence{"ar", "transplant", "يمكن النظر في زراعة الكبد.", false},
           Sentence{"ar", "organ-transplant", "يمكن النظر في زراعة الكبد.", true},
           Sentence{"ar", "transplant", "زرع الدم سلبي.", false},
           Sentence{"ar", "transplant", "زراعة ذاتية بعد دورتين.", true},
           // Surgery, or a storm of messengers.
           Sentence{"en", "cytokine", "CRS/HIPEC is planned.", false},
           Sentence{"en", "cytokine", "CRS with HIPEC, 60 000 EUR.", false},
           Sentence{"en", "cytokine", "Complete CRS (CC-0) was reached.", false},
           Sentence{"en", "cytokine", "After CAR-T, CRS occurs in most patients.", true},
           Sentence{"en", "cytokine", "Severe CRS (grade 3) in 1 of 20.", true},
           Sentence{"en", "cytokine", "Tumour is removed by CRS and HIPEC. CAR-T is no option.", false},
           Sentence{"zh-Hans", "cytokine", "拟行CRS联合HIPEC。", false},
           Sentence{"ar", "cytokine", "جراحة CRS مع HIPEC.", false},
           // A place, or receptors.
           Sentence{"en", "er-pr", "Go to the ER if the fever exceeds 38 °C.", false},
           Sentence{"en", "er-pr", "Seen in ER on 3 May, discharged the same day.", false},
           Sentence{"en", "er-pr", "Go to the ER. HER2 is 2+.", false},
           Sentence{"en", "er-pr", "ER: 90 %", true},
           Sentence{"en", "er-pr", "ER 90 %, PR 70 %, HER2 negative", true},
           Sentence{"en", "er-pr", "The tumour is ER positive.", true},
           Sentence{"zh-Hans", "er-pr", "ER阳性（90%）", true},
           Sentence{"zh-Hans", "er-pr", "如发热请立即前往ER。", false},
           Sentence{"ar", "er-pr", "توجهوا إلى ER عند الحمى.", false},
           // The brain, or the heart.
           Sentence{"en", "echocardiogram", "An external ventricular drain was placed.", false},
           Sentence{"en", "echocardiogram", "Left ventricular function must be tested.", true},
           // Care, or what goes with every cancer.
           Sentence{"en", "palliative", "No symptoms so far.", false},
           Sentence{"en", "palliative", "The intent is palliative chemotherapy.", false},
           Sentence{"en", "palliative", "Palliative care is not what we advise.", false},
           Sentence{"en", "palliative", "We propose palliative care at home.", true},
           Sentence{"en", "palliative", "Best supportive care only.", true},
           Sentence{"zh-Hans", "palliative", "姑息性化疗两周期。", false},
           Sentence{"zh-Hans", "palliative", "建议转安宁疗护。", true},
           Sentence{"ar", "palliative", "علاج كيميائي تلطيفي", false},
           Sentence{"ar", "palliative", "نقترح الرعاية التلطيفية", true},
           // Medicines for the stomach, or against tumours.
           Sentence{"en", "proton", "Continue the proton pump inhibitor.", false},
           Sentence{"en", "radiation", "Continue the proton pump inhibitor.", false},
           Sentence{"en", "targeted", "Continue the proton pump inhibitor.", false},
           Sentence{"en", "targeted", "An EGFR inhibitor is the first choice.", true},
           Sentence{"zh-Hans", "proton", "继续口服质子泵抑制剂。", false},
           Sentence{"zh-Hans", "targeted", "继续口服质子泵抑制剂。", false},
           // Others.
           Sentence{"en", "relapse", "Recurrent laryngeal nerve palsy.", false},
           Sentence{"en", "relapse", "A recurrence in the liver.", true},
           Sentence{"en", "systemic", "No sign of systemic infection.", false},
           Sentence{"en", "regimen", "A single AC room, 90 USD per night.", false},
           Sentence{"en", "regimen", "AC for 4 cycles, then paclitaxel.", true},
           Sentence{"en", "egfr-alk", "Capacity of 6 METs; MET 6 on the stairs.", false},
           Sentence{"en", "egfr-alk", "MET exon 14 skipping", true},
           Sentence{"zh-Hans", "radiation", "请携带放射科报告。", false},
           Sentence{"zh-Hans", "adjuvant", "完善辅助检查。", false},
           Sentence{"zh-Hans", "placebo", "随机血糖 6.2", false},
       }) {
    INFO(language << ", " << term << ": " << words);
    CHECK(explains(language, term, words) == is_explained);
  }
}
