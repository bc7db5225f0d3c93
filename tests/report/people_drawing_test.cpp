#include "generator/report/people_drawing.h"

#include <catch2/catch.hpp>

#include "generator/report/view_messages.h"

namespace generator::report {
namespace {

model::Decimal decimal(const char* text) {
  return model::Decimal::parse(text).value();
}

/// "The tumour shrinks", in so many of `out_of` people.
compare::Value chance(const char* low, const char* high, int out_of = 100) {
  compare::StatedChance stated;
  stated.stated = {.low = decimal(low), .high = decimal(high), .out_of = out_of};
  stated.people = stated.stated;
  compare::Value value = model::Statement{"The tumour shrinks", {}, {}, {}};
  value.stated_chances.push_back(std::move(stated));
  return value;
}

/// How many people a path draws: a head and shoulders each.
int people_in(const ViewValue& drawing, const char* member) {
  const auto* path = std::get_if<std::string>(&drawing.find(member)->value);
  return path == nullptr ? 0 : static_cast<int>(std::ranges::count(*path, 'M')) / 2;
}

std::string text_of(const ViewValue& drawing, const char* member) {
  return std::get<std::string>(drawing.find(member)->value);
}

}  // namespace

TEST_CASE("a chance is drawn as 100 people, each of one kind, and said in words beside them") {
  const auto english = locale::Catalog::load(std::filesystem::path(CONSILIUM_ROOT) / "locales",
                                             model::LanguageTag::parse("en").value(), all_messages());
  REQUIRE(english);
  const compare::Comparison comparison;
  ViewWords words(comparison, **english);

  const ViewValue one = people_drawing(chance("40", "40"), PeopleSize::usual, words);
  CHECK(people_in(one, "dark") == 40);
  CHECK(people_in(one, "grey") == 0);
  CHECK(people_in(one, "light") == 60);
  CHECK(text_of(one, "key") == "Dark: those. Light: the other 60.");
  CHECK(text_of(one, "alternative") ==
        "The tumour shrinks: 40 of 100 people. Dark: those. Light: the other 60.");

  const ViewValue range = people_drawing(chance("30", "45"), PeopleSize::usual, words);
  CHECK(people_in(range, "dark") == 30);
  CHECK(people_in(range, "grey") == 15);
  CHECK(people_in(range, "light") == 55);
  CHECK(text_of(range, "key") == "Dark: 30. Grey: up to 45. Light: the others.");

  const ViewValue all = people_drawing(chance("100", "100"), PeopleSize::usual, words);
  CHECK(people_in(all, "dark") == 100);
  CHECK(text_of(all, "key") == "Dark: all of them.");
}

TEST_CASE("what 100 people cannot show is not drawn") {
  CHECK(can_be_drawn(chance("40", "40")));
  CHECK_FALSE(can_be_drawn(chance("4", "4", 1000)));  // rare
  CHECK_FALSE(can_be_drawn(chance("0", "0")));        // 100 pale people read as nothing said
  compare::Value part = chance("70", "70");
  part.stated_chances.front().share_of = model::Statement{"Responds", {}, {}, {}};
  CHECK_FALSE(can_be_drawn(part));  // "70 of those"
  compare::Value end = chance("5", "5");
  end.stated_chances.front().people.bound = compare::ChanceBound::fewer_than;
  CHECK_FALSE(can_be_drawn(end));
  CHECK_FALSE(can_be_drawn(compare::Value(model::Statement{"40 of 100", {}, {}, {}})));  // words alone
}

}  // namespace generator::report
