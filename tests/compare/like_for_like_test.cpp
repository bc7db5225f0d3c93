#include "generator/compare/like_for_like.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "generator/compare/names.h"
#include "two_estimates.h"

namespace generator::compare::test {

using Category = model::CostCategory;
using State = model::ItemState;
using model::DecisionStatus;

namespace {

/// A line that says what its price covers.
model::CostItem covering(Category category, std::string_view code, std::string_view range,
                         std::vector<std::string> covers) {
  model::CostItem line = item(category, "A line", code, range);
  line.covers = std::move(covers);
  return line;
}

std::string unlike(const Costs& costs) {
  std::string all;
  for (const UnlikeCategory& each : costs.unlike)
    all += std::string(name_of(each.category)) + "=" + std::string(model::name_of(each.why)) + " ";
  return all;
}

}  // namespace

TEST_CASE("Like for like is what all offers state in full, in one number and scope, with one word on tax") {
  TwoEstimates c;
  c.a().tax = model::TaxBasis::included;
  c.b().tax = model::TaxBasis::included;
  c.a().items = {covering(Category::procedure, "CNY", "100", {"physician", "room"}),
                 covering(Category::drugs, "CNY", "50", {"antibody"}),
                 covering(Category::imaging, "CNY", "7", {"ct"}),
                 item(Category::imaging, "PET", State::not_stated),
                 covering(Category::surgery, "CNY", "9", {"surgeon"}),
                 covering(Category::hospital_stay, "CNY", "3", {"ward"}),
                 covering(Category::other, "CNY", "5", {"flowers"})};
  c.b().items = {covering(Category::procedure, "TRY", "1000-1200", {"room", "physician"}),
                 covering(Category::drugs, "TRY", "20", {"antibody"}),
                 covering(Category::imaging, "TRY", "70", {"ct"}),
                 covering(Category::surgery, "TRY", "90", {"surgeon", "anaesthesia"}),
                 covering(Category::hospital_stay, "TRY", "30", {"ward"}),
                 covering(Category::other, "TRY", "5", {"flowers"})};
  c.a().items[1].unit = c.b().items[1].unit = "cycle";
  c.a().items[1].quantity = decimal("2");
  c.b().items[1].quantity = decimal("3");
  Comparison comparison = c.builder.compare();
  CHECK(comparison.costs.like_for_like == std::vector{Category::procedure, Category::hospital_stay});
  CHECK(unlike(comparison.costs) == "imaging=amount surgery=scope drugs=number ");
  CHECK(text_of(comparison.costs.sheets[1].like_for_like) == "103 CNY");
  CHECK(text_of(comparison.costs.sheets[2].like_for_like) == "1030-1230 TRY");
  CHECK_FALSE(comparison.costs.sheets[0].like_for_like);  // home has no estimate, and no zero

  c.b().tax = model::TaxBasis::on_top;
  comparison = c.builder.compare();
  CHECK(comparison.costs.is_tax_unlike);
  CHECK(comparison.costs.like_for_like.empty());
  c.b().tax = model::TaxBasis::included;
  c.b().items[0].covers.clear();
  CHECK(c.builder.compare().costs.like_for_like == std::vector{Category::hospital_stay});
}

TEST_CASE("The estimate of a hospital that does not treat is marked, and in no sum beside the others") {
  TwoEstimates c;
  c.a().tax = c.b().tax = model::TaxBasis::none_due;
  c.a().items = {covering(Category::procedure, "CNY", "100", {"room"})};
  c.b().items = {covering(Category::procedure, "TRY", "100", {"room"})};
  CHECK(c.builder.compare().costs.like_for_like.size() == 1);
  for (const DecisionStatus decision :
       {DecisionStatus::not_eligible, DecisionStatus::current_plan_adequate}) {
    c.builder.value().opinions[1].decision = decision;
    const Comparison comparison = c.builder.compare();
    CHECK(comparison.costs.like_for_like.empty());
    CHECK_FALSE(comparison.costs.sheets[1].is_no_offer);
    CHECK(comparison.costs.sheets[2].is_no_offer);
    CHECK_FALSE(comparison.costs.sheets[2].like_for_like);
  }
}

TEST_CASE("One estimate alone has nothing to be like") {
  TwoEstimates c;
  c.a().items = {item(Category::procedure, "HAIC", "CNY", "100")};
  c.builder.value().estimates.pop_back();
  const Comparison comparison = c.builder.compare();
  CHECK(comparison.costs.like_for_like.empty());
  CHECK_FALSE(comparison.costs.sheets[1].like_for_like);
}

}  // namespace generator::compare::test
