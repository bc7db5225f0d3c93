// The published schema says the same as the types and the words of the program.
#include "generator/ingest/case_schema.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "generator/base/file.h"
#include "generator/ingest/schema_explainer.h"
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

namespace {

/// The keywords of a schema, below all that bears names of its own.
void collect_keywords(const base::JsonNode& schema, std::set<std::string>& keywords) {
  for (const base::JsonMember& keyword : schema.members) {
    keywords.insert(keyword.name);
    if (keyword.name == "properties" || keyword.name == "definitions") {
      for (const base::JsonMember& named : keyword.value.members) collect_keywords(named.value, keywords);
    } else {
      collect_keywords(keyword.value, keywords);
      for (const base::JsonNode& form : keyword.value.items) collect_keywords(form, keywords);
    }
  }
}

}  // namespace

TEST_CASE("the schema has no keyword that its explainer does not know") {
  std::set<std::string> keywords;
  collect_keywords(ingest::case_schema(), keywords);
  const std::set<std::string> known = {"$ref",        "additionalProperties",
                                       "anyOf",       "const",
                                       "definitions", "enum",
                                       "items",       "maxItems",
                                       "maxLength",   "maximum",
                                       "minLength",   "minProperties",
                                       "minimum",     "pattern",
                                       "properties",  "propertyNames",
                                       "required",    "type",
                                       "$schema",     "description",
                                       "title"};
  std::set<std::string> unknown;
  std::ranges::set_difference(keywords, known, std::inserter(unknown, unknown.end()));
  CHECK(unknown == std::set<std::string>{});
}

TEST_CASE("valijson refuses of all cases that there are what the program says is wrong") {
  int cases = 0;
  for (const char* folder :
       {"samples", "tests/ingest/broken", "tests/job/cases", "tests/fuzz/corpus/case_reader_fuzz"}) {
    const auto root = std::filesystem::path(CONSILIUM_ROOT) / folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file() || entry.path().extension() == ".txt") continue;
      const auto text = base::read_file(entry.path());
      if (!text) continue;
      const auto document = base::JsonDocument::parse(*text, "case.json");
      if (!document) continue;
      INFO(entry.path().string());
      CHECK(ingest::keeps_to_schema(document->root()) == ingest::explain_schema_faults(*document).empty());
      ++cases;
    }
  }
  CHECK(cases > 60);
}

TEST_CASE("each member of the schema is read somewhere") {
  std::string sources;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(CONSILIUM_ROOT) / "generator/ingest")) {
    if (entry.path().extension() == ".cpp") sources += base::read_file(entry.path()).value();
  }
  const auto check = [&](const auto& self, const base::JsonNode& schema) -> void {
    for (const base::JsonMember& keyword : schema.members) {
      if (keyword.name == "properties") {
        for (const base::JsonMember& member : keyword.value.members) {
          INFO(member.name);
          CHECK(sources.find('"' + member.name + '"') != std::string::npos);
        }
      }
      self(self, keyword.value);
      for (const base::JsonNode& item : keyword.value.items) self(self, item);
    }
  };
  check(check, ingest::case_schema());
}

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
                                         words<RecordForm>(),
                                         words<Specimen>(),
                                         words<PersonRole>(),
                                         words<Channel>(),
                                         words<RecordState>(),
                                         words<DecisionStatus>(),
                                         words<Agreement>(),
                                         words<Modality>(),
                                         words<Intent>(),
                                         words<Operability>(),
                                         words<TreatmentAnswer>(),
                                         words<RateKind>(),
                                         words<CostCategory>(),
                                         words<ItemState>(),
                                         words<EstimateBasis>(),
                                         words<LineKind>(),
                                         words<TaxBasis>(),
                                         words<PaymentTime>(),
                                         words<Refundable>(),
                                         words<Judgement>(),
                                         words<JudgeRole>(),
                                         words<QuoteVerdict>(),
                                         words<ChanceKind>(),
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
