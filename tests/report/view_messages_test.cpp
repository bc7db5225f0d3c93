#include "generator/report/view_messages.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <stdexcept>

#include "generator/report/clinical_messages.h"

namespace generator::report {
namespace {

bool is_message(const std::string& id) {
  return std::ranges::binary_search(all_messages(), std::string_view(id), {}, &compare::MessageSpec::id);
}

template <typename Enum>
void check_family(const MessageFamily<Enum>& family) {
  for (const model::Name<Enum>& value : model::names<Enum>()) {
    const std::string id = std::string(family.prefix) + "." + std::string(value.name);
    INFO(id);
    CHECK((value.name == family.unnamed || is_message(id)));
  }
}

}  // namespace

TEST_CASE("every value that a view names has its message") {
  std::apply([](const auto&... family) { (check_family(family), ...); }, k_message_families);
}

TEST_CASE("what a doctor is told in other words is a message, with the same arguments") {
  for (const compare::MessageSpec& clinical : k_clinical_messages) {
    INFO(clinical.id);
    REQUIRE(clinical.id.starts_with(k_clinical_prefix));
    const std::string_view id = clinical.id.substr(k_clinical_prefix.size());
    const auto plain = std::ranges::find(all_messages(), id, &compare::MessageSpec::id);
    REQUIRE(plain != all_messages().end());
    CHECK(std::ranges::equal(plain->arguments(), clinical.arguments(), [](const auto& a, const auto& b) {
      return a.name == b.name && a.kind == b.kind && a.keywords == b.keywords;
    }));
  }
}

TEST_CASE("no message stands in two tables, or twice in one") {
  std::set<std::string_view> ids;
  for (const compare::MessageSpec& spec : all_messages()) {
    INFO(spec.id);
    CHECK(ids.insert(spec.id).second);
  }
}

TEST_CASE("a message is said with the arguments of its table, in their order") {
  const model::Date day{2026, 11, 2};
  CHECK(message("report.stale", {{"date", day}}).id == "report.stale");
  CHECK_THROWS_AS(message("report.stale"), std::logic_error);
  CHECK_THROWS_AS(message("report.stale", {{"day", day}}), std::logic_error);
  CHECK_THROWS_AS(message("report.stale", {{"date", 2}}), std::logic_error);
  CHECK_THROWS_AS(message("report.summary", {{"date", day}}), std::logic_error);
  CHECK_THROWS_AS(message("short.answers", {{"answered", 1}, {"asked", 2}}), std::logic_error);
}

}  // namespace generator::report
