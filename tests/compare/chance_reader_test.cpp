// Chances of people in words: what is read, what must not be, and that a figure restated is the same figure.
#include "generator/compare/chance_reader.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "../house_lexicon.h"
#include "case_builder.h"
#include "generator/compare/names.h"
#include "generator/compare/row_builder.h"

namespace generator::compare::test {
namespace {

const ChanceGrammars& grammars() {
  return generator::test::house_lexicon().chances();
}

std::string text_of(const std::vector<Chance>& chances) {
  std::string text;
  for (const Chance& chance : chances) {
    if (!text.empty()) text += "; ";
    if (chance.bound != ChanceBound::none) text += std::string(name_of(chance.bound)) + " ";
    if (chance.about) text += "about ";
    text += chance.low.to_string();
    if (!(chance.low == chance.high)) text += "-" + chance.high.to_string();
    if (chance.out_of != 100) text += " of " + std::to_string(chance.out_of);
  }
  return text;
}

std::string read(std::string_view text, std::string_view language = "en") {
  return text_of(read_chances(text, model::LanguageTag::parse(language).value(), grammars()));
}

struct Words {
  const char* text;
  const char* chances;
};

}  // namespace

TEST_CASE("Chances of people are read in each form that can mean nothing else") {
  const Words forms[] = {
      {"30 % of patients", "30"},
      {"In 30% of the treated patients the tumour shrank", "30"},
      {"20 to 30 percent of women", "20-30"},
      {"20 % - 30 % of our patients", "20-30"},
      {"between 20 and 30 % of people", "20-30"},
      {"1 in 20", "5"},
      {"1 in 3 patients", "about 33"},
      {"a risk of 1 in 300.", "about 33 of 10000"},
      {"1 in 400", "25 of 10000"},
      {"about 1 in 1,000 people", "about 1 of 1000"},
      {"7 of 100 patients died", "7"},
      {"3 out of 10 have nausea", "30"},
      {"one in five patients", "20"},
      {"38 of 96 patients responded", "about 40"},
      {"5 to 10 in 100", "5-10"},
      {"Of 100 such patients, about 7 need intensive care", "about 7"},
      {"up to 10 % of patients", "up-to 10"},
      {"no more than 3 of 100 patients", "up-to 3"},
      {"fewer than 1 in 100", "fewer-than 1"},
      {"at least 60 % of men", "at-least 60"},
      {"more than 1 in 10 need a transfusion", "more-than 10"},
      {"31 of 100 women responded; 3 of 100 patients died", "31; 3"},
      {"0.5 % of patients", "5 of 1000"},
      {"0.4 % of patients", "4 of 1000"},
      {"12.5 % of patients", "125 of 1000"},
      {"Of 100 patients 92 are alive", "92"},
      {"88 of 100 women responded", "88"},
      {"81 of 112 recipients are alive", "about 72"},
      {"Half respond. In 30 % of patients it lasts.", "30"},
  };
  for (const Words& form : forms) {
    INFO(form.text);
    CHECK(read(form.text) == form.chances);
  }
}

TEST_CASE("What may be something else than a chance of people is not restated") {
  const char* const others[] = {
      "60 % shrinkage of the tumour",
      "a reduction by 30 %",
      "30 % of the dose",
      "30 % of lesions in our patients",
      "30 % of the patients' tumours",
      "6 of 10 tumours became smaller",
      "3 of 10 lymph nodes",
      "cycle 2 of 10",
      "2 of 6 cycles",
      "pain of 3 out of 10",
      "3 out of 10 have pain",
      "grade 1 in 20",
      "page 1 of 10.",
      "HER2 of 100 patients",
      "SBX-117 of 120 patients",
      "10 or 20 % of patients",
      "10, 15 or 20 % of patients",
      "30 \xC2\xB1 5 % of patients",
      "not 30 % of patients",
      "rather than 30 % of patients",
      "30 to 20 % of patients",
      "120 % of patients",
      "12 of 10 patients",
      "1 of 2",
      "2 of 2024",
      "1,5 of 100 patients",
      "-5 % of patients",
      "58 %",
      "",
  };
  for (const char* text : others) {
    INFO(text);
    CHECK(read(text) == "");
  }
}

TEST_CASE("A share of a share is not put beside it, nor read as a share of all") {
  const char* const chains[] = {
      "50 % of patients respond; 70 % of those patients are free of disease after two years",
      "About 50% of patients respond completely; 70% of patients who respond completely are free of disease",
      "Air leaks occur in 1 in 8 patients; of these, 20% of patients need a drain",
      "30 % of patients respond, and among them 40 % of patients live for five years",
  };
  for (const char* text : chains) {
    INFO(text);
    CHECK(read(text) == "");
  }
  CHECK(read("30 % of patients who are treated live for five years.") == "30");
  CHECK(read("In 30 % of patients it helps. Of these, 40 % of patients are cured.") == "30");
  CHECK(read("لدى 50 % من المرضى استجابة، ومنهم 70 % من المرضى بلا مرض", "ar") == "");
  CHECK(read("每 100 名患者有 50 名缓解，其中每 100 名患者有 70 名未复发", "zh-Hans") == "");
}

TEST_CASE("A chance is named in more forms than are read") {
  for (const char* text : {"five-year survival is 30-40%", "Of 100 patients 92 are alive", "88 of 100 women",
                           "81 of 112", "Half of the patients breathe more freely", "1 in 20"})
    CHECK(names_chance(says(text), grammars()));
  for (const char* text :
       {"most patients live longer", "11 months longer", "it helps", "the tumour shrinks by 30 %", ""})
    CHECK_FALSE(names_chance(says(text), grammars()));
}

TEST_CASE("Arabic and Chinese have their own forms, and other languages none") {
  CHECK(read("بقي نحو 40 من كل 100 مريض بلا انتكاس", "ar") == "about 40");
  CHECK(read("لدى ٣٠٪ من المرضى", "ar") == "30");
  CHECK(read("لدى 10 إلى 20 % من النساء", "ar") == "10-20");
  CHECK(read("أقل من 5 من كل 100 مريض", "ar") == "fewer-than 5");
  CHECK(read("صغر نحو 6 من كل 10 أورام", "ar") == "");
  CHECK(read("بنسبة 30 % من الجرعة", "ar") == "");
  CHECK(read("每 100 名此类患者有 58 名五年后存活", "zh-Hans") == "58");
  CHECK(read("每100名HER2阳性患者约有73名肿瘤缩小", "zh-Hans") == "about 73");
  CHECK(read("每 20 人有 1 人需要重症监护", "zh-Hans") == "5");
  CHECK(read("约30%的患者", "zh-Hans") == "about 30");
  CHECK(read("每 10 个肿瘤约有 6 个缩小", "zh-Hans") == "");
  CHECK(read("肿瘤缩小约30%的患者", "zh-Hans") == "");
  CHECK(read("30 % of patients", "tr") == "");
}

TEST_CASE("Where a statement and its translations contradict each other, nothing is read") {
  model::Statement benefit = says("bei 30 von 100 Patienten", "de");
  const auto translate = [&benefit](const char* language, std::string text) {
    benefit.translations.push_back({model::LanguageTag::parse(language).value(), std::move(text), ""});
  };
  CHECK_FALSE(can_read_chances(benefit, grammars()));
  translate("en", "in 30 of 100 patients");
  CHECK(can_read_chances(benefit, grammars()));
  CHECK(text_of(read_chances(benefit, grammars())) == "30");
  translate("ar", "لدى 30 من كل 100 مريض");
  CHECK(text_of(read_chances(benefit, grammars())) == "30");
  benefit.translations[1].text = "لدى 100 من كل 100 مريض";
  CHECK(read_chances(benefit, grammars()).empty());
  benefit.translations[1].text = "لدى 40 من كل 100 مريض";  // 40 is not in the letter: not believed
  CHECK(text_of(read_chances(benefit, grammars())) == "30");
}

TEST_CASE("A chance restated is the same figure") {
  rc::check("count of people", [] {
    const int of = *rc::gen::inRange(2, 5000);
    const int count = *rc::gen::inRange(0, of + 1);
    const std::vector<Chance> read =
        read_chances(std::to_string(count) + " of " + std::to_string(of) + " patients",
                     model::LanguageTag::parse("en").value(), grammars());
    RC_ASSERT(read.size() == 1U);
    const Chance& chance = read.front();
    RC_ASSERT(chance.low == chance.high);
    const model::Decimal product = model::Decimal(count) * model::Decimal(chance.out_of);
    const model::Decimal restated = chance.low * model::Decimal(of);
    if (!chance.about) {
      RC_ASSERT(restated == product);
    } else {
      // Off by no more than one part in twenty.
      const model::Decimal off = restated < product ? product - restated : restated - product;
      RC_ASSERT(off * model::Decimal(20) <= product);
      RC_ASSERT(!(restated == product));
    }
    RC_ASSERT(chance.is_of_hundred == (of == 100));
    RC_ASSERT(chance.low.places() == 0);
  });
  rc::check("percent of people", [] {
    const int tenths = *rc::gen::inRange(0, 1001);
    const std::string percent = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    const std::vector<Chance> read =
        read_chances(percent + " % of patients", model::LanguageTag::parse("en").value(), grammars());
    RC_ASSERT(read.size() == 1U);
    RC_ASSERT(read.front().low * model::Decimal(100) ==
              *model::Decimal::parse(percent) * model::Decimal(read.front().out_of));
    RC_ASSERT(!read.front().about);
  });
}

TEST_CASE(
    "The rows of benefit, risks and side effects carry their chances, and a benefit without one is asked "
    "about") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Proposal& proposal = c.opinion("a", model::DecisionStatus::accepted).proposals.emplace_back();
  proposal.plan = says("1 in 20 patients");
  proposal.benefit = says("It may shrink the tumour by 30 %");
  proposal.risks = {says("Bleeding"), says("1 in 20 patients")};
  const Comparison comparison = c.compare();
  CHECK(cell_at(comparison.groups, RowId::plan, 1).parts.at(0).values.at(0).chances.empty());
  CHECK(cell_at(comparison.groups, RowId::risks, 1).parts.at(0).values.at(0).chances.empty());
  CHECK(text_of(cell_at(comparison.groups, RowId::risks, 1).parts.at(0).values.at(1).chances) == "5");
  CHECK(text_of(find(comparison.unknowns, "unknown.benefit-chance").evidence.at(0).value) ==
        "\"It may shrink the tumour by 30 %\"");
  CHECK(holds(comparison.questions, 1, "question.benefit"));
  c.value().opinions[0].proposals[0].benefit = says("It helps 30 % of patients");
  CHECK_FALSE(holds(c.compare().questions, 1, "question.benefit"));
  // In words that nobody here can read, there may be a figure.
  c.value().opinions[0].proposals[0].benefit = says("Помогает", "ru");
  CHECK_FALSE(holds(c.compare().questions, 1, "question.benefit"));
}

}  // namespace generator::compare::test
