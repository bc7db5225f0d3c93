#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/compare/message_ids.h"
#include "generator/compare/names.h"
#include "generator/compare/question_order.h"
#include "generator/compare/question_writer.h"

namespace generator::compare {
namespace {

/// Every enumerator has its message, and no message of that prefix is left over.
template <typename Enum>
void check_names(std::string_view prefix, std::size_t extra = 0) {
  for (const auto& name : model::names<Enum>()) {
    INFO(prefix << "." << name.name);
    CHECK(find_message(std::string(prefix) + "." + std::string(name.name)) != nullptr);
  }
  std::size_t listed = 0;
  for (const MessageSpec& spec : message_specs()) {
    if (spec.id.starts_with(std::string(prefix) + ".")) ++listed;
  }
  INFO(prefix);
  CHECK(listed == model::names<Enum>().size() + extra);
}

}  // namespace

TEST_CASE("No message id stands twice") {
  std::set<std::string_view> ids;
  for (const MessageSpec& spec : message_specs()) {
    INFO(spec.id);
    CHECK(ids.insert(spec.id).second);
    for (const ArgumentSpec& argument : spec.arguments())
      CHECK((argument.kind == ArgumentKind::keyword) == !argument.keywords.empty());
  }
}

TEST_CASE("Every enumerated value has its message") {
  check_names<model::DecisionStatus>("decision", 2);  // and decision.no-answer, decision.overtaken
  check_names<model::Agreement>("agreement");
  check_names<model::Modality>("modality");
  check_names<model::ModalityOrder>("modality-order");
  check_names<model::LineOfTherapy>("line-of-therapy");
  check_names<model::TrialEligibility>("trial-eligibility");
  check_names<model::PreparationKind>("preparation-kind", 1);  // and preparation-kind.not-sorted
  check_names<model::Intent>("intent");
  check_names<model::Operability>("operability");
  check_names<model::Judgement>("judgement");
  check_names<model::JudgeRole>("judge-role");
  check_names<model::CostCategory>("cost-category");
  check_names<model::ItemState>("item-state");
  check_names<model::EstimateBasis>("estimate-basis");
  check_names<model::PaymentTime>("payment-time");
  check_names<model::Refundable>("refundable");
  check_names<model::Sex>("sex");
  check_names<model::UrgentKind>("urgent");
  check_names<model::TreatmentKind>("treatment-kind");
  check_names<model::Response>("response");
  check_names<model::RecordKind>("record-kind");
  check_names<model::RecordState>("record-state");
  check_names<model::ReleaseState>("release");
}

TEST_CASE("Every row, group, subject and state has its message, and every row stands in one group") {
  std::size_t rows = 0;
  for (const RowGroup group : row_groups()) {
    INFO(name_of(group));
    CHECK(find_message("group." + std::string(name_of(group))) != nullptr);
    CHECK_FALSE(rows_of(group).empty());
    rows += rows_of(group).size();
  }
  CHECK(rows == std::size(k_rows));
  for (int i = 0; i <= static_cast<int>(Subject::eligibility); ++i) {
    const std::string subject(name_of(static_cast<Subject>(i)));
    CHECK(find_message("difference." + subject) != nullptr);
    CHECK(find_message("question.difference-" + subject) != nullptr);
  }
  for (int i = 0; i <= static_cast<int>(DifferenceKind::scope); ++i)
    CHECK(find_message("difference-kind." + std::string(name_of(static_cast<DifferenceKind>(i)))) != nullptr);
  for (int i = 0; i <= static_cast<int>(StepId::other_time); ++i)
    CHECK(find_message("step." + std::string(name_of(static_cast<StepId>(i)))) != nullptr);
  for (int i = 0; i <= static_cast<int>(CostState::asked); ++i)
    CHECK(find_message("cost-state." + std::string(name_of(static_cast<CostState>(i)))) != nullptr);
}

TEST_CASE("The settings' schema names all rows that there are, and nothing without a message") {
  const auto text = base::read_file(std::string(CONSILIUM_ROOT) + "/docs/schema/settings.schema.json");
  REQUIRE(text);
  const auto schema = base::JsonDocument::parse(*text, "settings.schema.json");
  REQUIRE(schema);
  const auto words = [&schema](std::string_view pointer) {
    std::vector<std::string> all;
    for (const base::JsonNode& word : schema->at(pointer).items) all.push_back(word.text);
    return all;
  };
  std::vector<std::string> rows = words("/definitions/row/enum");
  std::vector<std::string> all_rows;
  for (const RowSpec& row : k_rows) all_rows.emplace_back(row.name);
  std::ranges::sort(rows);
  std::ranges::sort(all_rows);
  CHECK(rows == all_rows);
  CHECK_FALSE(words("/definitions/limit/properties/id/enum").empty());
  for (const std::string& id : words("/definitions/limit/properties/id/enum"))
    CHECK(find_message("remote-limit." + id) != nullptr);
  CHECK_FALSE(words("/definitions/duration_setting/properties/id/enum").empty());
  for (const std::string& id : words("/definitions/duration_setting/properties/id/enum")) {
    INFO(id);
    CHECK((id == "rate-stale-after" || find_message("expectation." + id) != nullptr));
  }
}

TEST_CASE("Every gap and red flag is in the table of questions, which asks only what is listed") {
  std::set<std::string_view> findings;
  for (const QuestionFor& entry : question_table()) {
    INFO(entry.finding);
    CHECK(findings.insert(entry.finding).second);
    CHECK(find_message(entry.finding) != nullptr);
    for (const std::string_view id : {entry.hospital, entry.home, entry.family}) {
      if (id.empty()) continue;
      INFO(id);
      REQUIRE(find_message(id) != nullptr);
      // A question takes its arguments from its finding.
      for (const ArgumentSpec& argument : find_message(id)->arguments()) {
        CHECK(std::ranges::any_of(find_message(entry.finding)->arguments(), [&argument](const auto& given) {
          return given.name == argument.name && given.kind == argument.kind;
        }));
      }
    }
  }
  for (const MessageSpec& spec : message_specs()) {
    INFO(spec.id);
    if (spec.id.starts_with("unknown.") || spec.id.starts_with("red-flag."))
      CHECK(findings.contains(spec.id));
  }
}

TEST_CASE("Every question has its one place in the order of asking, and topics follow each other") {
  std::set<std::string_view> places;
  QuestionTopic topic = QuestionTopic::before_anything;
  for (const QuestionPlace& place : order_of_asking()) {
    INFO(place.id);
    CHECK(places.insert(place.id).second);
    CHECK(find_message(place.id) != nullptr);
    CHECK(topic <= place.topic);
    topic = place.topic;
  }
  for (const MessageSpec& spec : message_specs()) {
    INFO(spec.id);
    if (spec.id.starts_with("question.")) CHECK(places.contains(spec.id));
  }
}

}  // namespace generator::compare
