#include <catch2/catch.hpp>

#include "case_builder.h"
#include "generator/base/json.h"

namespace generator::compare::test {

TEST_CASE("The JSON of a comparison leaves out what is not stated, and writes no number for money") {
  CaseBuilder c;
  c.hospital("a", "Alpha");
  model::Opinion& opinion = c.opinion("a", model::DecisionStatus::accepted);
  opinion.proposals.resize(1);
  opinion.proposals[0].stay = model::DurationRange{std::nullopt, 6, model::TimeUnit::week};
  c.estimate("a", "CNY").items = {item(model::CostCategory::drugs, "Drugs", "CNY", "45000.50-"),
                                  item(model::CostCategory::visa, "Visa", "CNY", "")};
  c.rate("CNY", "USD", "0.1391", "2026-10-30");

  const auto document = base::JsonDocument::parse(to_json(c.compare()), "comparison.json");
  REQUIRE(document);
  const auto text = [&](std::string_view pointer) { return document->at(pointer).text; };
  CHECK(text("/format") == "consilium/comparison/2");
  CHECK(text("/options/1/letter") == "A");
  CHECK(text("/options/1/decision") == "accepted");
  CHECK(document->at("/options/0").find("decision") == nullptr);
  CHECK(text("/groups/0/rows/0/cells/1/parts/0/values/0/message/id") == "decision.accepted");
  CHECK(document->at("/groups/3/rows/2/cells/1/parts/0/values/0/duration").find("low") == nullptr);
  CHECK(text("/groups/3/rows/2/cells/1/parts/0/values/0/duration/high") == "6");

  const base::JsonNode& own = document->at("/costs/sheets/1/stated_items/own");
  REQUIRE(own.find("low") != nullptr);
  CHECK(own.find("low")->kind == base::JsonKind::string);
  CHECK(own.find("low")->text == "45000.50");
  CHECK(own.find("high") == nullptr);
  CHECK(text("/costs/sheets/1/stated_items/family/currency") == "USD");
  CHECK(document->at("/costs/rows/1/cells/1").find("amount") == nullptr);
  CHECK(document->at("/costs/sheets/0").find("stated_items") == nullptr);
  CHECK(document->text().find("null") == std::string::npos);
}

}  // namespace generator::compare::test
