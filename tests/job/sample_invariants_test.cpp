// The invariants of every page (tests/typeset/invariants.h), asked of what the samples become in each
// language.
#include <catch2/catch.hpp>
#include <filesystem>

#include "generator/compare/comparison.h"
#include "generator/ingest/case_reader.h"
#include "generator/job/resources.h"
#include "generator/report/report.h"
#include "generator/typeset/typesetter.h"
#include "tests/typeset/invariants.h"

using namespace generator;

TEST_CASE("what must hold of all pages holds of the samples' reports") {
  const std::filesystem::path root = CONSILIUM_ROOT;
  const auto form = report::Template::load(root / "templates", "family-comparison");
  const auto theme = report::load_theme(root / "templates" / "theme.json");
  const auto fonts = typeset::FontSet::load(root / "fonts" / "fonts.json", {});
  const auto settings = job::Resources{root, {}}.load_settings();
  REQUIRE((form && theme && fonts && settings));
  for (const model::LanguageTag& language : report::available_languages(root / "locales")) {
    const auto catalog = report::Catalog::load(root / "locales", language);
    REQUIRE(catalog);
    for (const auto& folder : std::filesystem::directory_iterator(root / "samples")) {
      INFO(folder.path().filename().string() << " in " << language.text());
      const auto read = ingest::read_case_file(folder.path() / "case.json");
      REQUIRE(read);
      const auto comparison = compare::compare_case(read->value, std::nullopt, *settings);
      REQUIRE(comparison);
      const auto document = (*form)->render(*comparison, **catalog);
      REQUIRE(document);
      for (const auto size : {report::PageSize::a4, report::PageSize::letter, report::PageSize::phone}) {
        const auto pages = typeset::typeset(*document, *theme, size, **fonts);
        REQUIRE(pages);
        for (const std::string& breach : typeset::test::find_breaches(*document, *pages, *theme, size))
          FAIL_CHECK("page size " << static_cast<int>(size) << ": " << breach);
      }
    }
  }
}
