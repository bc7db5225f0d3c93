// The published schema says the same as the types and the words of the program.
#include "generator/ingest/case_schema.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "generator/base/file.h"
#include "generator/ingest/spelling.h"
#include "generator/ingest/vague_question.h"
#include "generator/ingest/words_reader.h"
#include "generator/model/names.h"

using namespace generator;

namespace {

using NamedWords = std::vector<std::string>;

void collect(const base::JsonNode& node, std::set<NamedWords>& all) {
  if (const base::JsonNode* words = node.find("enum")) {
    NamedWords list;
    for (const base::JsonNode& word : words->items) list.push_back(word.text);
    all.insert(list);
  }
  for (const base::JsonNode& item : node.items) collect(item, all);
  for (const base::JsonMember& member : node.members) collect(member.value, all);
}

template <typename Enum>
NamedWords words() {
  NamedWords result;
  for (const auto& entry : model::names<Enum>()) result.emplace_back(entry.name);
  return result;
}

}  // namespace

TEST_CASE("the schema in the program is the published one") {
  const auto published = base::read_file(std::string(CONSILIUM_ROOT) + "/docs/schema/case.schema.json");
  REQUIRE(published);
  CHECK(*published == ingest::case_schema_text());
}

TEST_CASE("the schema's lists of words are the model's enumerations") {
  std::set<NamedWords> in_schema;
  collect(ingest::case_schema(), in_schema);
  using namespace model;
  const std::set<NamedWords> in_model = {words<Sex>(),
                                         words<TreatmentKind>(),
                                         words<Response>(),
                                         words<UrgentKind>(),
                                         words<RecordKind>(),
                                         words<RecordState>(),
                                         words<DecisionStatus>(),
                                         words<Agreement>(),
                                         words<Modality>(),
                                         words<Intent>(),
                                         words<Operability>(),
                                         words<CostCategory>(),
                                         words<ItemState>(),
                                         words<EstimateBasis>(),
                                         words<PaymentTime>(),
                                         words<Refundable>(),
                                         words<Judgement>(),
                                         words<JudgeRole>(),
                                         words<ReleaseState>(),
                                         NamedWords{"day", "week", "month", "year"},
                                         words<ModalityOrder>(),
                                         words<LineOfTherapy>(),
                                         words<TrialEligibility>(),
                                         words<PreparationKind>(),
                                         words<CostTime>(),
                                         words<AskedAbout>(),
                                         NamedWords{"hour", "business-day", "day", "week", "month"}};
  CHECK(in_schema == in_model);
}

TEST_CASE("a spelling holds exactly where its pattern in the schema matches") {
  const char* const k_tries[] = {
      "",        "a",      "letter-a",   "-a",       "A",       "2026",
      "2026-10", "2026-1", "2026-10-12", "20261012", "60000",   "1250.50",
      "1.",      ".5",     "-1",         "1,000",    "1.2.3",   "CNY",
      "cny",     "CNYX",   "TR",         "tr",       "zh-Hans", "en-",
      "text",    "fil",    "a b",        "en-US-x1", "en_US",   "2026-10-1x",
      "a.b_c-9", "ar-a",   "1e5",        "0",        "en\n",    "en-aa-bb-cc-dd-ee"};
  for (const base::JsonMember& definition : ingest::case_schema().find("definitions")->members) {
    const base::JsonNode* pattern = definition.value.find("pattern");
    const ingest::Spelling* spelling = ingest::spelling_of(definition.name);
    REQUIRE((pattern != nullptr) == (spelling != nullptr));
    if (pattern == nullptr) continue;
    const std::regex regex(pattern->text);
    for (const std::string text : k_tries) {
      INFO(definition.name << ": " << text);
      CHECK(spelling->holds(text) == std::regex_search(text, regex));
    }
  }
}

TEST_CASE("only a question that nobody can answer is called vague") {
  const auto words = ingest::read_words_folder(CONSILIUM_ROOT "/locales");
  REQUIRE(words);
  for (const char* question :
       {"Can you cure this?", "  can you HELP us, please!", "Что делать?", "能治好吗？", "هل يمكن علاجه؟",
        "क्या आप मदद कर सकते हैं?", "Tedavi edebilir misiniz?"}) {
    INFO(question);
    CHECK(ingest::is_vague_question(question, *words));
  }
  for (const char* question : {"Can you cure this with CAR-T cells, or is the transplant still possible?", "",
                               "Is arterial treatment possible with this liver function?"}) {
    INFO(question);
    CHECK_FALSE(ingest::is_vague_question(question, *words));
  }
}
