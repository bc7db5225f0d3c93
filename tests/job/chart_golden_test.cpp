// The charts of two samples as the view lays them out: tests/job/charts/<case id>.<language>.txt.
#include <catch2/catch.hpp>
#include <filesystem>

#include "../house_lexicon.h"
#include "generator/base/file.h"
#include "generator/compare/comparison.h"
#include "generator/ingest/case_reader.h"
#include "generator/report/view.h"
#include "generator/report/view_messages.h"
#include "tests/golden.h"

namespace fs = std::filesystem;
using namespace generator;
using report::ViewValue;

namespace {

/// One line for an object of texts, such as a bar; else one for each member.
void dump(const ViewValue& value, const std::string& indent, std::string& out) {
  if (const auto* items = std::get_if<ViewValue::List>(&value.value)) {
    out += '\n';
    for (const ViewValue& item : *items) {
      out += indent + "-";
      dump(item, indent + "  ", out);
    }
    return;
  }
  if (const auto* members = std::get_if<ViewValue::Object>(&value.value)) {
    bool flat = true;
    for (const report::ViewMember& member : *members)
      flat = flat && std::holds_alternative<std::string>(member.value.value);
    if (!flat) out += '\n';
    for (const report::ViewMember& member : *members) {
      out += (flat ? " " : indent) + member.name + (flat ? "=" : ":");
      if (flat) {
        out += std::get<std::string>(member.value.value);
      } else {
        dump(member.value, indent + "  ", out);
      }
    }
    if (flat) out += '\n';
    return;
  }
  const auto* text = std::get_if<std::string>(&value.value);
  out += " " + (text != nullptr ? *text : std::string(std::get<bool>(value.value) ? "yes" : "no")) + "\n";
}

}  // namespace

TEST_CASE("the charts of two samples are laid out as their goldens say") {
  const fs::path root = CONSILIUM_ROOT;
  for (const char* id : {"lymphoma-2026-031", "liver-2026-014"}) {
    const auto read = ingest::read_case_file(root / "samples" / id / "case.json");
    REQUIRE(read);
    const auto comparison =
        compare::compare_case(read->value, std::nullopt, {}, generator::test::house_lexicon());
    REQUIRE(comparison);
    for (const char* language : {"en", "ar"}) {
      INFO(id << " in " << language);
      const auto catalog = locale::Catalog::load(root / "locales", *model::LanguageTag::parse(language),
                                                 report::all_messages());
      REQUIRE(catalog);
      const ViewValue view = report::make_view(*comparison, **catalog);
      std::string text;
      dump(*view.find("charts"), "", text);
      const fs::path golden = root / "tests" / "job" / "charts" / (std::string(id) + "." + language + ".txt");
      CHECK(generator::test::difference_from_golden(golden, text) == "");
    }
  }
}
