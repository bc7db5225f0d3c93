// The first page of the short report, made of a sample with a named person's plain words, and of the same
// without.
#include "catch2/catch.hpp"
#include "generator/compare/comparison.h"
#include "generator/ingest/case_reader.h"
#include "generator/locale/catalog.h"
#include "generator/report/view.h"
#include "generator/report/view_family.h"

namespace generator::report {
namespace {

using List = ViewValue::List;

model::Case liver() {
  auto read = ingest::read_case_file(std::string(CONSILIUM_ROOT) + "/samples/liver-2026-014/case.json");
  REQUIRE(read);
  return std::move(read->value);
}

compare::Comparison compared(const model::Case& c) {
  auto comparison = compare::compare_case(c);
  REQUIRE(comparison);
  return std::move(*comparison);
}

/// All text of a value, with spaces between.
std::string text_of(const ViewValue& value) {
  std::string all;
  if (const auto* text = std::get_if<std::string>(&value.value)) return *text + ' ';
  if (const auto* list = std::get_if<List>(&value.value)) {
    for (const ViewValue& item : *list) all += text_of(item);
  }
  if (const auto* object = std::get_if<ViewValue::Object>(&value.value)) {
    for (const ViewMember& member : *object) {
      if (member.name != "lang" && member.name != "dir" && member.name != "href")
        all += text_of(member.value);
    }
  }
  return all;
}

bool holds(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

/// The cell of an option in the row of that index.
std::string cell(const ViewValue& glance, std::size_t row, std::size_t option) {
  const auto& rows = std::get<List>(glance.find("rows")->value);
  return text_of(std::get<List>(rows.at(row).find("cells")->value).at(option));
}

constexpr std::size_t k_what = 0;
constexpr std::size_t k_answer = 4;
constexpr std::size_t k_time = 5;
constexpr std::size_t k_cost = 6;

struct Page {
  explicit Page(const model::Case& c, const model::LanguageTag& language = {})
      : comparison(compared(c)),
        catalog(*locale::Catalog::load(std::string(CONSILIUM_ROOT) + "/locales", language, all_messages())),
        words(comparison, *catalog),
        glance(glance_view(comparison, words)) {}

  compare::Comparison comparison;
  std::shared_ptr<const locale::Catalog> catalog;
  ViewWords words;
  ViewValue glance;
};

}  // namespace

TEST_CASE("page one says what a named person wrote, and where nobody did, what the answers say") {
  model::Case c = liver();
  const Page plain(c);
  CHECK(holds(cell(plain.glance, k_what, 1), "Chemotherapy into the liver"));
  CHECK(holds(text_of(*plain.glance.find("agency")), "Example Care Coordination"));
  CHECK(text_of(*plain.glance.find("agency")->find("href")) == "tel:+442079460142 ");
  CHECK(holds(cell(plain.glance, k_cost, 1), "CNY"));
  CHECK(holds(cell(plain.glance, k_cost, 1), "29,400"));

  c.plain.reset();
  c.agency.reset();
  const Page own(c);
  CHECK_FALSE(own.glance.find("title")->is_truthy());
  CHECK_FALSE(own.glance.find("any_why")->is_truthy());
  CHECK_FALSE(own.glance.find("agency")->is_truthy());
  CHECK_FALSE(holds(cell(own.glance, k_what, 1), "Chemotherapy into the liver"));
  CHECK(holds(cell(own.glance, k_answer, 1), "Yes, if:"));
  CHECK(holds(cell(own.glance, k_answer, 1), "Child-Pugh A or B7"));
  CHECK(holds(cell(own.glance, k_answer, 2), "It still asks for:"));
  CHECK(holds(cell(own.glance, k_time, 0), "No travel."));
}

TEST_CASE("under review is no yes, no answer is none, and a home without a plan has none now") {
  model::Case c = liver();
  c.plain.reset();
  c.opinions[0].decision = model::DecisionStatus::under_review;
  c.opinions.resize(1);
  c.home.proposal = {};
  const Page page(c);
  CHECK(holds(cell(page.glance, k_answer, 0), "Not stated"));
  CHECK(holds(cell(page.glance, k_answer, 1), "Not yet"));
  CHECK_FALSE(holds(cell(page.glance, k_answer, 1), "Yes"));
  CHECK(holds(cell(page.glance, k_answer, 2), "No answer yet"));
  CHECK(holds(text_of(*page.glance.find("answers")), "None has answered yet."));
}

TEST_CASE("translated plain words bear no number, and one note names who wrote and who translated them") {
  const model::Case c = liver();
  const Page arabic(c, *model::LanguageTag::parse("ar"));
  const ViewValue& main = *arabic.glance.find("main");
  CHECK(text_of(*main.find("words")) == c.plain->main->translations[0].text + ' ');
  CHECK_FALSE(main.find("cite")->is_truthy());
  CHECK_FALSE(holds(cell(arabic.glance, k_what, 1), "[1"));
  const std::string by = text_of(*arabic.glance.find("plain_by"));
  CHECK(holds(by, "M. Osei"));
  CHECK(holds(by, "R. Al-Saadi"));
  CHECK_FALSE(holds(by, "Q. Zhou"));
  CHECK_FALSE(holds(text_of(*Page(c).glance.find("plain_by")), "R. Al-Saadi"));
}

TEST_CASE("an answer that was heard says so on page one, in plain words and without") {
  model::Case c = liver();
  c.opinions[1].heard =
      model::Heard{model::Channel::telephone, "B. Sarsen", *model::Date::parse("2026-10-15")};
  CHECK(holds(cell(Page(c).glance, k_answer, 2), "heard by B. Sarsen"));
  CHECK_FALSE(holds(cell(Page(c).glance, k_answer, 1), "heard by"));
  c.plain.reset();
  CHECK(holds(cell(Page(c).glance, k_answer, 2), "heard by B. Sarsen"));
}

TEST_CASE("two hospitals of one name are told apart by their cities") {
  model::Case c = liver();
  for (model::Hospital& hospital : c.hospitals) {
    hospital.name = "City Hospital";
    hospital.short_name.clear();
  }
  const Page page(c);
  CHECK(short_label(page.comparison, 1, page.words) != short_label(page.comparison, 2, page.words));
  CHECK(holds(short_label(page.comparison, 1, page.words), "City Hospital"));
}

}  // namespace generator::report
