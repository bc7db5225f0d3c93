// The invariants of every page (tests/typeset/invariants.h), asked of what the samples become in each
// language.
#include <catch2/catch.hpp>
#include <filesystem>

#include "../house_lexicon.h"
#include "../house_typography.h"
#include "generator/compare/comparison.h"
#include "generator/document/bilingual.h"
#include "generator/ingest/case_reader.h"
#include "generator/job/resources.h"
#include "generator/report/report.h"
#include "generator/report/view_messages.h"
#include "generator/typeset/typesetter.h"
#include "tests/typeset/invariants.h"

using namespace generator;

namespace {

/// What pages are made of.
struct Press {
  document::Theme theme;
  std::shared_ptr<const typeset::FontSet> fonts;
};

void check_pages(const document::Document& document, const Press& press) {
  for (const auto size : {document::PageSize::a4, document::PageSize::letter, document::PageSize::phone}) {
    const auto pages = typeset::typeset(document, press.theme, size, *press.fonts);
    REQUIRE(pages);
    for (const std::string& breach : typeset::test::find_breaches(document, *pages, press.theme, size))
      FAIL_CHECK("page size " << static_cast<int>(size) << ": " << breach);
  }
}

}  // namespace

TEST_CASE("what must hold of all pages holds of the samples' reports") {
  const std::filesystem::path root = CONSILIUM_ROOT;
  const auto form = report::Template::load(root / "templates", "family-comparison", root / "locales");
  const auto theme = document::load_theme(root / "templates" / "theme.json");
  const auto fonts =
      typeset::FontSet::load(root / "fonts" / "fonts.json", {}, generator::test::house_typography());
  const auto settings = job::Resources{root, {}}.load_settings();
  REQUIRE((form && theme && fonts && settings));
  const Press press{*theme, *fonts};
  for (const model::LanguageTag& language : locale::available_languages(root / "locales")) {
    const auto catalog = locale::Catalog::load(root / "locales", language, report::all_messages());
    REQUIRE(catalog);
    for (const auto& folder : std::filesystem::directory_iterator(root / "samples")) {
      INFO(folder.path().filename().string() << " in " << language.text());
      const auto read = ingest::read_case_file(folder.path() / "case.json");
      REQUIRE(read);
      const auto comparison =
          compare::compare_case(read->value, std::nullopt, *settings, generator::test::house_lexicon());
      REQUIRE(comparison);
      const auto document = (*form)->render(*comparison, **catalog);
      REQUIRE(document);
      check_pages(*document, press);
    }
  }
}

TEST_CASE("and of the samples' reports in two languages, side by side") {
  const std::filesystem::path root = CONSILIUM_ROOT;
  const auto theme = document::load_theme(root / "templates" / "theme.json");
  const auto fonts =
      typeset::FontSet::load(root / "fonts" / "fonts.json", {}, generator::test::house_typography());
  REQUIRE((theme && fonts));
  const Press press{*theme, *fonts};
  const std::pair<const char*, const char*> pairs[] = {{"ar", "en"}, {"zh-Hans", "en"}, {"en", "ar"}};
  for (const std::string& name : report::available_templates(root / "templates")) {
    const auto form = report::Template::load(root / "templates", name, root / "locales");
    REQUIRE(form);
    if ((*form)->plan().scope == report::DocumentScope::each_hospital) continue;
    for (const char* sample : {"liver-2026-014", "prostate-2026-071"}) {
      const auto read = ingest::read_case_file(root / "samples" / sample / "case.json");
      REQUIRE(read);
      const auto comparison =
          compare::compare_case(read->value, std::nullopt, {}, generator::test::house_lexicon());
      REQUIRE(comparison);
      for (const auto& [first, second] : pairs) {
        INFO(name << " of " << sample << " in " << first << " and " << second);
        const auto in = [&](const char* language) {
          const auto catalog = locale::Catalog::load(root / "locales", *model::LanguageTag::parse(language),
                                                     report::all_messages());
          REQUIRE(catalog);
          auto document = (*form)->render(*comparison, **catalog);
          REQUIRE(document);
          return std::move(*document);
        };
        check_pages(document::side_by_side(in(first), in(second)), press);
      }
    }
  }
}
